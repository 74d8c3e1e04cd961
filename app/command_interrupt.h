#pragma once

#include "core/base/cancel_token.h"

namespace rudolph {

/// From now on Ctrl+C (SIGINT), SIGTERM and SIGHUP cancel the token below instead of ending the
/// program; a second one ends it as usual. Signals that the parent had switched off stay so.
void catch_interrupts();

/// The token that long jobs of the program look at.
const CancelToken& interrupt_token();

/// While one of these lives nothing is being written, and an end signal ends the program at once:
/// the parser of one large file may not look at the token for seconds.
class EndAtOnce {
public:
    EndAtOnce();
    ~EndAtOnce();
    EndAtOnce(const EndAtOnce&) = delete;
    EndAtOnce& operator=(const EndAtOnce&) = delete;
};

/// The exit status after an interruption, as shells have it: 130 for Ctrl+C.
int interrupted_status();

}  // namespace rudolph
