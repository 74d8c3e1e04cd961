#pragma once

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <filesystem>
#include <stdexcept>

namespace rudolph::test {

/// A pipe of this name, with nobody at its other end: who opens it to read waits for ever.
inline void make_pipe(const std::filesystem::path& file) {
    if (::mkfifo(file.c_str(), 0600) != 0)
        throw std::runtime_error("no pipe: " + file.string());
}

/// A socket of this name, of at most some hundred bytes, while this lives.
class Socket {
public:
    explicit Socket(const std::filesystem::path& file) : value_(::socket(AF_UNIX, SOCK_STREAM, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::strncpy(address.sun_path, file.c_str(), sizeof address.sun_path - 1);
        if (::bind(value_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
            throw std::runtime_error("no socket: " + file.string());
    }
    ~Socket() { ::close(value_); }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;

private:
    int value_ = -1;
};

}  // namespace rudolph::test
