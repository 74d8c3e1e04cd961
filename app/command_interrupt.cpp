#include "app/command_interrupt.h"

#include <csignal>
#include <initializer_list>

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
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before {};
        if (sigaction(signal, nullptr, &before) == 0 && before.sa_handler == SIG_IGN)
            continue;
        struct sigaction action {};
        action.sa_handler = cancel_job;
        action.sa_flags = static_cast<int>(SA_RESTART | SA_RESETHAND);
        sigemptyset(&action.sa_mask);
        sigaction(signal, &action, nullptr);
    }
}

int interrupted_status() {
    return 128 + static_cast<int>(caught_signal);
}

}  // namespace rudolph
