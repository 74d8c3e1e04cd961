#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "core/train/loader.h"
#include "core/train/trainer.h"

namespace rudolph {

/// What changes how a training is carried out, but not its result.
struct TrainSettings {
    std::optional<Loader::Options> loader;                     ///< empty: found by measuring
    std::uint64_t max_picture_bytes = std::uint64_t{2} << 30;  ///< see FaceStore
    /// Seconds between two times that the run is saved, which flushes half a dozen files: more than
    /// an epoch of a small network takes. A kill costs no more than these and an epoch.
    double save_every = 2;
    /// Called before each step with the size of its batch: tests let it throw what a full memory
    /// would.
    std::function<void(int)> before_step;
};

/// train() with these settings.
TrainResult train_with(const TrainJob& job, const TrainObserver& observer,
                       const TrainControl& control, const TrainSettings& settings);

}  // namespace rudolph
