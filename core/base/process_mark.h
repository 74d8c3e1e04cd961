#pragma once

#include <string>

namespace rudolph {

/// A process of this or another machine, as it stands in a run's summary.json and in the names of
/// files that are being written.
struct ProcessMark {
    long long process = 0;
    std::string host;
    /// When it started, in ticks since its machine did: tells it from a later one with its number.
    /// 0 where that is not known.
    long long process_start = 0;
};
ProcessMark this_process();
/// Whether it certainly runs no more: processes of other machines get the benefit of the doubt.
bool is_gone(const ProcessMark& mark);

}  // namespace rudolph
