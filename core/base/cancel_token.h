#pragma once

#include <atomic>
#include <memory>

#include "core/base/error.h"

namespace rudolph {

/// A switch shared by whoever runs a long job and whoever may stop it. Copies share the switch; all
/// functions may be called from any thread.
class CancelToken {
public:
    void cancel() const { cancelled_->store(true); }
    bool is_cancelled() const { return cancelled_->load(); }
    /// Throws Cancelled once cancel() has been called.
    void throw_if_cancelled() const {
        if (is_cancelled())
            throw Cancelled();
    }

private:
    std::shared_ptr<std::atomic<bool>> cancelled_ = std::make_shared<std::atomic<bool>>(false);
};

}  // namespace rudolph
