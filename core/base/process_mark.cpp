#include "core/base/process_mark.h"

#include "core/base/system.h"

namespace rudolph {

ProcessMark this_process() {
    const long long process = this_process_id();
    return {process, host_name(), process_start(process)};
}

bool is_gone(const ProcessMark& mark) {
    if (mark.process <= 0)
        return true;
    if (mark.host != host_name())
        return false;
    if (!process_exists(mark.process))
        return true;
    const long long start = process_start(mark.process);
    return mark.process_start != 0 && start != 0 && start != mark.process_start;
}

}  // namespace rudolph
