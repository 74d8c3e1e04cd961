#pragma once

#include <string>

#include "core/experiment/experiment.h"

namespace rudolph {

/// What changes how fast a step is, and its last digits.
struct ComputeChoice {
    bool bfloat16 = false;
    int threads = 1;
    /// Every thread takes its share of the batch through the whole network, rather than its share
    /// of every layer: threads then meet once a step, so that other programs at work hold them up
    /// little. Where there are more threads than shares (most_shares), each share has several.
    bool split_batch = false;

    bool operator==(const ComputeChoice&) const = default;
};

/// "float32" or "bfloat16"
std::string precision_name(const ComputeChoice& choice);

struct ComputeTrial {
    ComputeChoice choice;
    double seconds_per_face = 0;  ///< of a training step; 0 when there was nothing to try
    std::string note = {};        ///< for the person: why the choice could not be kept
};

/// What a trial of this experiment depends on, in one line: the processor and how many there are,
/// LibTorch, and the shapes and kinds of all that a step computes. Seeds, rates and data are not in
/// it.
std::string compute_question(const Experiment& experiment, int outputs, int processors,
                             const std::string& torch_version);

}  // namespace rudolph
