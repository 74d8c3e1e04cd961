#pragma once

#include <map>
#include <string>

#include "core/experiment/experiment.h"
#include "core/train/torch_flat_parameters.h"

namespace rudolph {

/// Makes steps of the gradients in a FlatParameters, which must outlive it. The kinds and their
/// sources stand at OptimiserSpec. It agrees with torch::optim, in one pass over the memory.
class Optimiser {
public:
    Optimiser(FlatParameters& parameters, const OptimiserSpec& spec);

    /// Shortens the gradients when they are too long, makes the step, and clears them.
    void step(double learning_rate);

    /// What steps have left behind, for checkpoints: rows laid out like the parameters.
    std::map<std::string, torch::Tensor> state() const;
    long long steps() const { return steps_; }
    void set_steps(long long steps) { steps_ = steps; }

private:
    /// The same with LibTorch's kernels, for what lies on a graphics card.
    void step_on_device(double rate, double gradient_scale);
    void adam(const FlatParameters::Part& part, double rate, float gradient_scale);
    void sgd(const FlatParameters::Part& part, double rate, float gradient_scale);

    FlatParameters& parameters_;
    const OptimiserSpec spec_;
    torch::Tensor first_;     ///< Adam's mean of gradients; Sgd's velocity
    torch::Tensor second_;    ///< Adam's mean of squared gradients
    torch::Tensor decaying_;  ///< on a graphics card: 1 for weights, 0 for the rest
    long long steps_ = 0;
};

}  // namespace rudolph
