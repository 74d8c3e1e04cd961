#include "app/command_interrupt.h"

#include <csignal>

#include "core/base/system.h"

namespace rudolph {
namespace {

volatile std::sig_atomic_t caught_signal = SIGINT;

void cancel_job(int signal) {
    caught_signal = signal;
    // Storing a lock-free atomic is all that this does, which a signal handler may.
    interrupt_token().cancel();
}

}  // namespace

const CancelToken& interrupt_token() {
    static const CancelToken token;
    return token;
}

void catch_interrupts() {
    interrupt_token();  // made now, not inside the handler
    catch_end_signals(cancel_job);
}

int interrupted_status() {
    return 128 + static_cast<int>(caught_signal);
}

}  // namespace rudolph
