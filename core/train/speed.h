#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/train/trainer.h"

namespace rudolph {

/// How fast an experiment trains here, each figure the median of several epochs.
struct SpeedReport {
    /// One way to compute, on batches that were prepared beforehand.
    struct Way {
        std::string precision;  ///< "float32", "bfloat16"
        int threads = 0;
        bool split_batch = false;  ///< each thread takes a share of the batch
        double images_per_second = 0;
    };
    std::vector<Way> ways;
    Way chosen;  ///< what a training would take; its speed, too, is of bare steps
    int loader_threads = 0;
    double epoch_seconds = 0;  ///< training alone, with the loader
    double steps_seconds = 0;  ///< the same steps on batches that were prepared beforehand
    double predict_images_per_second = 0;  ///< one face at a time
    int faces = 0;
};

/// What one training will take here, from a few steps on made-up faces; about right while nothing
/// else computes.
struct TrainingEstimate {
    double epoch_seconds = 0;  ///< with validation; without reading pictures
    std::int64_t bytes = 0;    ///< of tensors at the most: weights, gradients, what layers keep
    std::string precision;
    int threads = 0;
};

}  // namespace rudolph
