#pragma once

#include <filesystem>
#include <vector>

#include "core/runs/run.h"
#include "core/train/torch_train_step.h"

namespace rudolph {

/// Where a training stands, besides what lies in a TrainStep. There is no state of random
/// generators: every draw is keyed by (seed, epoch, sample), so that seed and epoch are enough. The
/// patience follows from the epochs.
struct TrainingPosition {
    int epoch = 1;       ///< that is under way, 1-based
    int faces_done = 0;  ///< of its order
    int batches_done = 0;
    double loss_sum = 0;  ///< over them
    double mse_sum = 0;   ///< over them
    double seconds = 0;   ///< of training, in all
    int batch_size = 0;   ///< smaller than the experiment's once memory has run out
    ComputeChoice compute;
    std::vector<EpochMetrics> epochs;  ///< that are done
};

/// Writes checkpoint.safetensors of a run folder, atomically: weights, their average, the
/// optimiser's state, and the position.
void write_checkpoint(const std::filesystem::path& run, TrainStep& step,
                      const TrainingPosition& position);

/// The position alone, to build the TrainStep for load_checkpoint(). Throws Error when there is no
/// checkpoint or it is damaged.
TrainingPosition read_position(const std::filesystem::path& run);

/// Puts what was written back into a step that was built for the same experiment. Throws Error when
/// it does not fit.
void load_checkpoint(const std::filesystem::path& run, TrainStep& step);

}  // namespace rudolph
