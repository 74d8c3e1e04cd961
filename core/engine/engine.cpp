#include "core/engine/engine.h"

#include <dlfcn.h>

#include <filesystem>
#include <mutex>

#include "core/base/error.h"
#include "core/engine/torch_engine.h"

namespace rudolph {
namespace {

constexpr const char* kLibrary = "librudolph_engine.so.0";
constexpr const char* kInstallAdvice =
    "install LibTorch (Debian: apt install libtorch-dev) and keep librudolph_engine.so.0 beside "
    "librudolph_core.so.0";

using EngineMaker = Engine* (*)();

/// An address inside this library. Not a function's: a program may have its own entry for those.
const char kInsideThisLibrary = 0;

/// The engine library's place beside this library, empty when it is not there.
std::filesystem::path engine_beside_core() {
    Dl_info here{};
    if (::dladdr(&kInsideThisLibrary, &here) == 0 || here.dli_fname == nullptr)
        return {};
    std::error_code ignored;
    const std::filesystem::path file =
        std::filesystem::absolute(here.dli_fname, ignored).parent_path() / kLibrary;
    return std::filesystem::exists(file, ignored) ? file : std::filesystem::path();
}

std::string last_dl_error() {
    const char* text = ::dlerror();
    return text == nullptr ? "no reason was given" : text;
}

EngineMaker load_engine() {
    const std::filesystem::path beside = engine_beside_core();
    void* library = nullptr;
    std::string why;
    if (!beside.empty() && (library = ::dlopen(beside.c_str(), RTLD_NOW | RTLD_LOCAL)) == nullptr)
        why = last_dl_error();
    if (library == nullptr && (library = ::dlopen(kLibrary, RTLD_NOW | RTLD_LOCAL)) == nullptr) {
        // Why the one beside does not load says more than that the system has no other.
        const std::string system_why = last_dl_error();
        throw Error("the engine for networks cannot be loaded: " + (why.empty() ? system_why : why),
                    {}, kInstallAdvice);
    }
    void* const maker = ::dlsym(library, kEngineMaker);
    if (maker == nullptr)
        throw Error("the engine for networks is not one of this program's: " + last_dl_error(), {},
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
