#include "core/base/user_folders.h"

#include <cstdlib>

namespace rudolph {
namespace fs = std::filesystem;
namespace {

fs::path path_in(const char* variable) {
    const char* const text = std::getenv(variable);
    return text == nullptr ? fs::path() : fs::path(text);
}

}  // namespace

fs::path user_data_folder() {
    fs::path data = path_in("XDG_DATA_HOME");
    if (!data.is_absolute())
        data = path_in("HOME") / ".local" / "share";
    return data / "rudolph";
}

fs::path user_cache_folder() {
    fs::path cache = path_in("XDG_CACHE_HOME");
    if (!cache.is_absolute()) {
        const fs::path home = path_in("HOME");
        cache = (home.empty() ? fs::temp_directory_path() : home) / ".cache";
    }
    return cache / "rudolph";
}

}  // namespace rudolph
