#include "core/base/process_mark.h"

#include <signal.h>
#include <unistd.h>

#include <array>
#include <cerrno>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"

namespace rudolph {
namespace {

std::string host_name() {
    std::array<char, 256> name{};
    return ::gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
}

/// Field 22 of /proc/PID/stat (proc(5)); the name in field 2 may hold spaces and brackets.
long long start_of(long long process) {
    try {
        const std::string stat = read_file("/proc/" + std::to_string(process) + "/stat");
        const auto fields = words(std::string_view(stat).substr(stat.rfind(')') + 1));
        return fields.size() > 19 ? parse_integer(fields[19]).value_or(0) : 0;
    } catch (const Error&) {
        return 0;
    }
}

}  // namespace

ProcessMark this_process() {
    const long long process = ::getpid();
    return {process, host_name(), start_of(process)};
}

bool is_gone(const ProcessMark& mark) {
    if (mark.process <= 0)
        return true;
    if (mark.host != host_name())
        return false;
    if (::kill(static_cast<pid_t>(mark.process), 0) != 0 && errno == ESRCH)
        return true;
    const long long start = start_of(mark.process);
    return mark.process_start != 0 && start != 0 && start != mark.process_start;
}

}  // namespace rudolph
