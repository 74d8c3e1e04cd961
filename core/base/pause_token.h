#pragma once

#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>

#include "core/base/cancel_token.h"

namespace rudolph {

/// A switch that makes a long job wait, shared by whoever runs it and whoever may pause it. Copies
/// share the switch; all functions may be called from any thread.
class PauseToken {
public:
    void pause() const { set(true); }
    void resume() const { set(false); }
    bool is_paused() const {
        const std::lock_guard lock(state_->mutex);
        return state_->paused;
    }
    /// Returns once nobody wants a pause. Throws Cancelled when the job is cancelled meanwhile.
    void wait(const CancelToken& cancel) const {
        std::unique_lock lock(state_->mutex);
        while (state_->paused) {
            cancel.throw_if_cancelled();
            // A cancel token wakes nobody, so look at it now and then.
            state_->changed.wait_for(lock, std::chrono::milliseconds(50));
        }
    }

private:
    struct State {
        std::mutex mutex;
        std::condition_variable changed;
        bool paused = false;
    };

    void set(bool paused) const {
        {
            const std::lock_guard lock(state_->mutex);
            state_->paused = paused;
        }
        state_->changed.notify_all();
    }

    std::shared_ptr<State> state_ = std::make_shared<State>();
};

}  // namespace rudolph
