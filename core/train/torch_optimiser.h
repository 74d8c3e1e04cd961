#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/experiment/experiment.h"
#include "core/train/torch_flat_parameters.h"

namespace rudolph {

/// Makes steps of the gradients in a FlatParameters, which must outlive it. The kinds and their
/// sources stand at OptimiserSpec. It agrees with torch::optim, in one pass over the memory.
class Optimiser {
public:
    /// `body`: how many numbers at the row's beginning are the body's, which have a rate of their
    /// own and may be frozen.
    Optimiser(FlatParameters& parameters, const OptimiserSpec& spec, std::int64_t body = 0);

    /// Steps leave a frozen body alone, and what they have left behind of it.
    void freeze_body(bool frozen) { is_body_frozen_ = frozen; }

    /// Shortens the gradients when they are too long, makes the step, and clears them.
    void step(double learning_rate);

    /// What steps have left behind, for checkpoints: rows laid out like the parameters.
    std::map<std::string, torch::Tensor> state() const;
    long long steps() const { return steps_; }
    /// Those of them that left the body alone.
    long long frozen_steps() const { return frozen_steps_; }
    void set_steps(long long steps, long long frozen_steps) {
        steps_ = steps;
        frozen_steps_ = frozen_steps;
    }

private:
    /// A stretch of the row that is stepped alike.
    struct Stretch {
        std::int64_t begin = 0;
        std::int64_t count = 0;
        double rate = 0;
        long long steps = 0;  ///< that it has made, this one included
    };

    std::vector<Stretch> stretches(double learning_rate) const;
    /// The same with LibTorch's kernels, for what lies on a graphics card.
    void step_on_device(const Stretch& stretch, double gradient_scale);
    void adam(const FlatParameters::Part& part, const Stretch& stretch, float gradient_scale);
    void sgd(const FlatParameters::Part& part, double rate, float gradient_scale);

    FlatParameters& parameters_;
    const OptimiserSpec spec_;
    torch::Tensor first_;     ///< Adam's mean of gradients; Sgd's velocity
    torch::Tensor second_;    ///< Adam's mean of squared gradients
    torch::Tensor decaying_;  ///< on a graphics card: 1 for weights, 0 for the rest
    const std::int64_t body_;
    bool is_body_frozen_ = false;
    long long steps_ = 0;
    long long frozen_steps_ = 0;
};

}  // namespace rudolph
