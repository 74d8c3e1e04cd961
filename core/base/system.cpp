#include "core/base/system.h"

#include <dlfcn.h>
#include <malloc.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string_view>
#include <vector>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

/// $VARIABLE, or `inside` the person's home; `homeless` stands for one who has none. The XDG base
/// directory specification has relative paths ignored.
fs::path user_folder(const char* variable, const char* inside, const fs::path& homeless) {
    const char* const chosen = std::getenv(variable);
    if (chosen != nullptr && fs::path(chosen).is_absolute())
        return chosen;
    const char* const home = std::getenv("HOME");
    return (home == nullptr ? homeless : fs::path(home)) / inside;
}

std::string dl_problem() {
    const char* const text = ::dlerror();
    return text == nullptr ? "no reason was given" : text;
}

}  // namespace

fs::path user_data_folder() {
    return user_folder("XDG_DATA_HOME", ".local/share", {});
}

fs::path user_cache_folder() {
    std::error_code ignored;
    return user_folder("XDG_CACHE_HOME", ".cache", fs::temp_directory_path(ignored));
}

void release_free_memory() {
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

std::tm local_time(std::time_t time) {
    std::tm local{};
    ::localtime_r(&time, &local);
    return local;
}

long long seconds_of_utc(std::tm time) {
    return ::timegm(&time);
}

long long this_process_id() {
    return ::getpid();
}

bool process_exists(long long process) {
    return ::kill(static_cast<pid_t>(process), 0) == 0 || errno != ESRCH;
}

long long process_start(long long process) {
    // Field 22 of /proc/PID/stat (proc(5)); the name in field 2 may hold spaces and brackets.
    try {
        const std::string stat = read_file("/proc/" + std::to_string(process) + "/stat");
        const auto fields = words(std::string_view(stat).substr(stat.rfind(')') + 1));
        return fields.size() > 19 ? parse_integer(fields[19]).value_or(0) : 0;
    } catch (const Error&) {
        return 0;
    }
}

double seconds_since_start() {
    const long long start = process_start(this_process_id());
    timespec now{};
#ifdef CLOCK_BOOTTIME
    ::clock_gettime(CLOCK_BOOTTIME, &now);
#endif
    if (start == 0 || now.tv_sec == 0)
        return 0;
    const double began = static_cast<double>(start) / static_cast<double>(::sysconf(_SC_CLK_TCK));
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9 - began;
}

void start_anew(const std::vector<std::pair<std::string, std::string>>& variables) {
    std::string text;
    try {
        text = read_file("/proc/self/cmdline");
    } catch (const Error&) {
        return;
    }
    std::vector<char*> arguments;
    for (size_t start = 0; start < text.size(); start += std::strlen(text.c_str() + start) + 1)
        arguments.push_back(text.data() + start);
    arguments.push_back(nullptr);
    for (const auto& [name, value] : variables)
        ::setenv(name.c_str(), value.c_str(), 1);
    ::execv("/proc/self/exe", arguments.data());
}

std::string host_name() {
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

std::string library_file_name(const std::string& name, int version) {
#ifdef __APPLE__
    return "lib" + name + "." + std::to_string(version) + ".dylib";
#else
    return "lib" + name + ".so." + std::to_string(version);
#endif
}

fs::path library_folder(const void* address) {
    Dl_info here{};
    if (::dladdr(address, &here) == 0 || here.dli_fname == nullptr)
        return {};
    std::error_code ignored;
    return fs::absolute(here.dli_fname, ignored).parent_path();
}

void* open_library(const fs::path& file, std::string& problem) {
    void* const library = ::dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr)
        problem = dl_problem();
    return library;
}

void* library_symbol(void* library, const char* name, std::string& problem) {
    void* const symbol = ::dlsym(library, name);
    if (symbol == nullptr)
        problem = dl_problem();
    return symbol;
}

bool stderr_is_watched() {
    return ::isatty(STDERR_FILENO) == 1;
}

int stderr_columns() {
    winsize size{};
    if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return 80;
}

void catch_end_signals(void (*handler)(int)) {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before {};
        if (::sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_IGN)
            continue;
        struct sigaction action {};
        action.sa_handler = handler;
        action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
        sigemptyset(&action.sa_mask);
        ::sigaction(signal, &action, nullptr);
    }
}

}  // namespace rudolph
