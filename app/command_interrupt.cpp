#include "app/command_interrupt.h"

#include <csignal>

#include "core/base/system.h"

namespace rudolph {
namespace {

volatile std::sig_atomic_t caught_signal = SIGINT;
/// How many EndAtOnce there are; they live on the main thread.
volatile std::sig_atomic_t may_end_at_once = 0;

void cancel_job(int signal) {
    // Once caught, a signal acts as usual: it ends the program when this returns.
    if (may_end_at_once > 0) {
        std::raise(signal);
        return;
    }
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

EndAtOnce::EndAtOnce() {
    interrupt_token().throw_if_cancelled();  // by one that came before
    may_end_at_once = may_end_at_once + 1;
}

EndAtOnce::~EndAtOnce() {
    may_end_at_once = may_end_at_once - 1;
}

int interrupted_status() {
    return 128 + static_cast<int>(caught_signal);
}

}  // namespace rudolph
