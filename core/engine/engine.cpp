#include "core/engine/engine.h"

#include <filesystem>
#include <mutex>

#include "core/base/error.h"
#include "core/base/system.h"
#include "core/engine/torch_engine.h"

namespace rudolph {
namespace {

constexpr int kLibraryVersion = 0;
constexpr const char* kInstallAdvice =
    "install LibTorch (Debian: apt install libtorch-dev) and keep the library rudolph_engine "
    "beside "
    "rudolph_core";

using EngineMaker = Engine* (*)();

/// An address inside this library. Not a function's: a program may have its own entry for those.
const char kInsideThisLibrary = 0;

EngineMaker load_engine() {
    const std::filesystem::path name = library_file_name("rudolph_engine", kLibraryVersion);
    const std::filesystem::path beside = library_folder(&kInsideThisLibrary) / name;
    std::error_code ignored;
    std::string why;
    std::string why_of_system;
    void* library = nullptr;
    if (beside.has_parent_path() && std::filesystem::exists(beside, ignored))
        library = open_library(beside, why);
    if (library == nullptr)
        library = open_library(name, why_of_system);
    // Why the one beside does not load says more than that the system has no other.
    if (library == nullptr)
        throw Error(
            "the engine for networks cannot be loaded: " + (why.empty() ? why_of_system : why), {},
            kInstallAdvice);
    void* const maker = library_symbol(library, kEngineMaker, why);
    if (maker == nullptr)
        throw Error("the engine for networks is not one of this program's: " + why, {},
                    "it may be of another version; " + std::string(kInstallAdvice));
    // Never closed: LibTorch does not survive being unloaded.
    return reinterpret_cast<EngineMaker>(maker);
}

}  // namespace

std::unique_ptr<Engine> open_engine() {
    static std::mutex mutex;
    static EngineMaker make_engine = nullptr;
    const std::lock_guard lock(mutex);
    if (make_engine == nullptr)
        make_engine = load_engine();
    return std::unique_ptr<Engine>(make_engine());
}

std::unique_ptr<VideoReader> open_video_by_engine(const std::filesystem::path& file) {
    return open_engine()->open_video(file);
}

}  // namespace rudolph
