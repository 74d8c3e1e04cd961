#include "core/base/memory.h"

#include <algorithm>
#include <string>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"

namespace rudolph {
namespace {

std::string text_of_kernel(const std::string& file) {
    try {
        return read_file(file);
    } catch (const Error&) {
        return {};  // another kernel, or another version of control groups
    }
}

/// The number behind a word, or at the beginning; 0: none, or "max".
std::uint64_t number_after(const std::string& text, const std::string& word) {
    const size_t found = text.find(word);
    if (found == std::string::npos)
        return 0;
    std::string_view rest = std::string_view(text).substr(found + word.size());
    rest = trimmed(rest.substr(0, rest.find('\n')));
    const auto number = parse_integer(rest.substr(0, rest.find(' ')));
    return number && *number > 0 ? static_cast<std::uint64_t>(*number) : 0;
}

/// What a control group leaves; 0: it has no limit.
std::uint64_t left_by(const std::string& limit_file, const std::string& used_file) {
    const std::uint64_t limit = number_after(text_of_kernel(limit_file), "");
    const std::uint64_t used = number_after(text_of_kernel(used_file), "");
    return limit > used ? limit - used : limit;
}

std::uint64_t ask() {
    constexpr std::uint64_t kibibyte = 1024;
    std::uint64_t there = number_after(text_of_kernel("/proc/meminfo"), "MemAvailable:") * kibibyte;
    const std::string group = "/sys/fs/cgroup/";
    const std::string own = text_of_kernel("/proc/self/cgroup");
    // "0::/user.slice/…" of version 2.
    const size_t path = own.find("0::/");
    const std::string below = path == std::string::npos
                                  ? std::string()
                                  : own.substr(path + 4, own.find('\n', path) - path - 4) + "/";
    for (const auto& [limit, used] :
         {std::pair(group + below + "memory.max", group + below + "memory.current"),
          std::pair(group + "memory.max", group + "memory.current"),
          std::pair(group + "memory/memory.limit_in_bytes",
                    group + "memory/memory.usage_in_bytes")})
        if (const std::uint64_t left = left_by(limit, used); left > 0)
            there = there == 0 ? left : std::min(there, left);
    return there;
}

}  // namespace

std::uint64_t memory_there_is() {
    static const std::uint64_t bytes = ask();
    return bytes;
}

}  // namespace rudolph
