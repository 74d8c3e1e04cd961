// Loaded before a program (LD_PRELOAD), counts what it asks of the system, and lets one call of a
// kind fail or be its last, as SQLite's tests do. Told what to do by the environment:
//   RUDOLPH_FAULT=KIND:N:HOW   the N-th (from 1) call of KIND; HOW is "kill", an errno, or, for
//   "new",
//                              anything; KIND is create, write, sync, rename, link, unlink, mkdir,
//                              truncate or new
//   RUDOLPH_FAULT_COUNTS=FILE  at the end, "KIND N" a line
//   RUDOLPH_FAULT_LOG=FILE     what changes files, in order, for PowerLoss
// Only what concerns regular files and folders counts, not the terminal and pipes.

#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <new>
#include <string>

namespace {

enum Kind { kCreate, kWrite, kSync, kRename, kLink, kUnlink, kMkdir, kTruncate, kNew, kKinds };
constexpr const char* kNames[kKinds] = {"create", "write", "sync",     "rename", "link",
                                        "unlink", "mkdir", "truncate", "new"};

std::atomic<long> counts[kKinds];
// Allocations before main() has taken over end in no message whatever a program does.
std::atomic<bool> has_started = false;
int wanted_kind = -1;
long wanted_number = 0;
int wanted_errno = 0;  ///< 0: kill
int log_file = -1;

template <class Function>
Function real(const char* name) {
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

long raw_write(int file, const void* bytes, size_t size) {
    return ::syscall(SYS_write, file, bytes, size);
}

__attribute__((constructor)) void begin() {
    if (const char* const fault = std::getenv("RUDOLPH_FAULT")) {
        const std::string text = fault;
        const size_t first = text.find(':');
        const size_t second = text.find(':', first + 1);
        for (int kind = 0; kind < kKinds; ++kind)
            if (text.substr(0, first) == kNames[kind])
                wanted_kind = kind;
        wanted_number = std::atol(text.c_str() + first + 1);
        wanted_errno = std::atoi(text.c_str() + second + 1);
    }
    if (const char* const log = std::getenv("RUDOLPH_FAULT_LOG"))
        log_file = static_cast<int>(
            ::syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600));
}

__attribute__((destructor)) void end() {
    const char* const file = std::getenv("RUDOLPH_FAULT_COUNTS");
    if (file == nullptr)
        return;
    std::string text;
    for (int kind = 0; kind < kKinds; ++kind)
        text += std::string(kNames[kind]) + " " + std::to_string(counts[kind].load()) + "\n";
    const int to = static_cast<int>(
        ::syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    raw_write(to, text.data(), text.size());
    ::syscall(SYS_close, to);
}

/// Whether this call is to fail; then errno says why. A kill does not come back.
bool fails(Kind kind) {
    if (++counts[kind] != wanted_number || kind != wanted_kind)
        return false;
    if (wanted_errno == 0)
        ::kill(::getpid(), SIGKILL);
    errno = wanted_errno;
    return true;
}

bool is_regular(int file, struct stat* found) {
    return ::fstat(file, found) == 0 && S_ISREG(found->st_mode);
}

/// One line: a letter, numbers, the size of what follows, a line feed; then that, and a line feed.
void note(char what, unsigned long number, long long place, const std::string& bytes) {
    if (log_file < 0)
        return;
    std::string text = std::string(1, what) + " " + std::to_string(number) + " " +
                       std::to_string(place) + " " + std::to_string(bytes.size()) + "\n" + bytes +
                       "\n";
    const int before = errno;
    raw_write(log_file, text.data(), text.size());
    errno = before;
}

std::string absolute(const char* path) {
    if (path[0] == '/')
        return path;
    char folder[4096];
    return ::getcwd(folder, sizeof folder) == nullptr ? path : std::string(folder) + "/" + path;
}

unsigned long number_of(const char* path) {
    struct stat found {};
    return ::lstat(path, &found) == 0 ? found.st_ino : 0;
}

void note_content(int file) {
    struct stat found {};
    if (log_file < 0 || !is_regular(file, &found))
        return;
    const std::string name = "/proc/self/fd/" + std::to_string(file);
    const int copy = static_cast<int>(::syscall(SYS_openat, AT_FDCWD, name.c_str(), O_RDONLY));
    std::string bytes(static_cast<size_t>(found.st_size), '\0');
    const ssize_t got = ::pread(copy, bytes.data(), bytes.size(), 0);
    ::syscall(SYS_close, copy);
    bytes.resize(got < 0 ? 0 : static_cast<size_t>(got));
    note('w', found.st_ino, 0, bytes);
}

int open_noted(const char* path, int flags, mode_t mode, const char* name) {
    const bool is_new = (flags & O_CREAT) != 0 && ::access(path, F_OK) != 0;
    if (is_new && fails(kCreate))
        return -1;
    const int file = real<int (*)(const char*, int, ...)>(name)(path, flags, mode);
    struct stat found {};
    if (file < 0 || !is_regular(file, &found))
        return file;
    if (is_new)
        note('c', found.st_ino, 0, absolute(path));
    else if ((flags & O_TRUNC) != 0)
        note('t', found.st_ino, 0, "");
    return file;
}

template <class Do>
ssize_t write_noted(int file, const void* bytes, long long place, Do write) {
    struct stat found {};
    if (!is_regular(file, &found))
        return write();
    if (fails(kWrite))
        return -1;
    const long long at = place >= 0 ? place : ::lseek(file, 0, SEEK_CUR);
    const ssize_t written = write();
    if (written > 0)
        note('w', found.st_ino, at,
             std::string(static_cast<const char*>(bytes), static_cast<size_t>(written)));
    return written;
}

int sync_noted(int file, bool all) {
    if (fails(kSync))
        return -1;
    struct stat found {};
    ::fstat(file, &found);
    note(all ? 'S' : S_ISDIR(found.st_mode) ? 'd' : 's', found.st_ino, 0, "");
    // What is tested is what is asked for, not the disk: so it is quicker.
    return 0;
}

}  // namespace

#define SHIM extern "C" __attribute__((visibility("default")))

SHIM int open(const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = va_arg(rest, mode_t);
    va_end(rest);
    return open_noted(path, flags, mode, "open");
}

SHIM int open64(const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = va_arg(rest, mode_t);
    va_end(rest);
    return open_noted(path, flags, mode, "open64");
}

SHIM ssize_t write(int file, const void* bytes, size_t size) {
    return write_noted(file, bytes, -1, [&] { return raw_write(file, bytes, size); });
}

SHIM ssize_t pwrite(int file, const void* bytes, size_t size, off_t place) {
    return write_noted(file, bytes, place, [&] {
        return real<ssize_t (*)(int, const void*, size_t, off_t)>("pwrite")(file, bytes, size,
                                                                            place);
    });
}

SHIM ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t place) {
    return ::pwrite(file, bytes, size, place);
}

SHIM ssize_t sendfile(int to, int from, off_t* place, size_t size) {
    if (fails(kWrite))
        return -1;
    const ssize_t sent =
        real<ssize_t (*)(int, int, off_t*, size_t)>("sendfile")(to, from, place, size);
    note_content(to);
    return sent;
}

SHIM ssize_t sendfile64(int to, int from, off64_t* place, size_t size) {
    return ::sendfile(to, from, place, size);
}

SHIM int fsync(int file) {
    return sync_noted(file, false);
}

SHIM int fdatasync(int file) {
    return sync_noted(file, false);
}

SHIM int syncfs(int file) noexcept {
    return sync_noted(file, true);
}

SHIM int rename(const char* from, const char* to) noexcept {
    if (fails(kRename))
        return -1;
    const int result = real<int (*)(const char*, const char*)>("rename")(from, to);
    if (result == 0)
        note('r', 0, 0, absolute(from) + '\0' + absolute(to));
    return result;
}

SHIM int renameat2(int from_folder, const char* from, int to_folder, const char* to,
                   unsigned flags) noexcept {
    if (fails(kRename))
        return -1;
    const long result = ::syscall(SYS_renameat2, from_folder, from, to_folder, to, flags);
    if (result == 0)
        note('r', 0, 0, absolute(from) + '\0' + absolute(to));
    return static_cast<int>(result);
}

SHIM int link(const char* from, const char* to) noexcept {
    if (fails(kLink))
        return -1;
    const int result = real<int (*)(const char*, const char*)>("link")(from, to);
    if (result == 0)
        note('l', 0, 0, absolute(from) + '\0' + absolute(to));
    return result;
}

SHIM int symlink(const char* target, const char* name) noexcept {
    if (fails(kLink))
        return -1;
    const int result = real<int (*)(const char*, const char*)>("symlink")(target, name);
    if (result == 0)
        note('y', number_of(name), 0, std::string(target) + '\0' + absolute(name));
    return result;
}

SHIM int unlink(const char* path) noexcept {
    if (fails(kUnlink))
        return -1;
    const int result = real<int (*)(const char*)>("unlink")(path);
    if (result == 0)
        note('u', 0, 0, absolute(path));
    return result;
}

SHIM int remove(const char* path) noexcept {
    if (fails(kUnlink))
        return -1;
    const int result = real<int (*)(const char*)>("remove")(path);
    if (result == 0)
        note('u', 0, 0, absolute(path));
    return result;
}

SHIM int mkdir(const char* path, mode_t mode) noexcept {
    if (fails(kMkdir))
        return -1;
    const int result = real<int (*)(const char*, mode_t)>("mkdir")(path, mode);
    if (result == 0)
        note('m', number_of(path), 0, absolute(path));
    return result;
}

SHIM int ftruncate(int file, off_t size) noexcept {
    if (fails(kTruncate))
        return -1;
    const int result = real<int (*)(int, off_t)>("ftruncate")(file, size);
    struct stat found {};
    if (result == 0 && is_regular(file, &found))
        note('t', found.st_ino, size, "");
    return result;
}

SHIM int ftruncate64(int file, off64_t size) noexcept {
    return ::ftruncate(file, size);
}

// What a program does when it is ready to be interrupted; from then on allocations count.
SHIM int sigaction(int number, const struct sigaction* action, struct sigaction* old) noexcept {
    if (number == SIGINT || number == SIGTERM)
        has_started = true;
    return real<int (*)(int, const struct sigaction*, struct sigaction*)>("sigaction")(number,
                                                                                       action, old);
}

__attribute__((visibility("default"))) void* operator new(size_t size) {
    if (has_started && fails(kNew))
        throw std::bad_alloc();
    if (void* const memory = std::malloc(size == 0 ? 1 : size))
        return memory;
    throw std::bad_alloc();
}

__attribute__((visibility("default"))) void operator delete(void* memory) noexcept {
    std::free(memory);
}

__attribute__((visibility("default"))) void operator delete(void* memory, size_t) noexcept {
    std::free(memory);
}
