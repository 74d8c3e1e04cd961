#pragma once

#include <cstdint>

#include "core/train/loader.h"
#include "core/train/trainer.h"

namespace rudolph {

/// What changes how a training is carried out, but not its result.
struct TrainSettings {
    Loader::Options loader;
    std::uint64_t max_picture_bytes = std::uint64_t{2} << 30;  ///< see FaceStore
};

/// train() with these settings.
TrainResult train_with(const TrainJob& job, const TrainObserver& observer,
                       const CancelToken& cancel, const TrainSettings& settings);

}  // namespace rudolph
