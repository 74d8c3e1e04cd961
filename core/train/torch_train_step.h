#pragma once

#include <torch/torch.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/experiment/experiment.h"
#include "core/formats/losses.h"
#include "core/model/torch_network.h"
#include "core/train/compute_choice.h"
#include "core/train/loader.h"
#include "core/train/torch_optimiser.h"

namespace rudolph {

struct StepResult {
    double loss = 0;  ///< of the experiment
    double mse = 0;   ///< of the same predictions on normalised labels
};

/// A network that learns: forward, backward, step, average. Everything that a checkpoint must hold
/// lies here. Its functions are called from one thread.
class TrainStep {
public:
    /// `network` has so many outputs. Sets the calling thread's number of LibTorch threads, moves
    /// the network to the device and starts its average where it is. When the experiment wants no
    /// average, averaged() is the network itself. `shares_in_turn`: the shares of a batch are
    /// computed one after the other on the calling thread, to the same numbers.
    TrainStep(const Experiment& experiment, std::shared_ptr<Network> network, int outputs,
              const torch::Device& device, const ComputeChoice& choice,
              bool shares_in_turn = false);

    ~TrainStep();
    TrainStep(TrainStep&&) noexcept;
    TrainStep& operator=(TrainStep&&) = delete;

    /// From now on the body is left as it is, or learns as the rest; see Network::is_body().
    void freeze_body(bool frozen);

    /// Throws Error when the loss is no number, before the weights change. When memory runs out,
    /// LibTorch's exception goes through and the weights are as before.
    StepResult operator()(const Batch& batch, double learning_rate);

    Network& network() { return *network_; }
    /// What is measured and saved.
    Network& averaged() { return average_ ? *average_ : *network_; }
    Optimiser& optimiser() { return *optimiser_; }
    FlatParameters& parameters() { return *parameters_; }
    const torch::Device& device() const { return device_; }
    const ComputeChoice& choice() const { return choice_; }

private:
    struct Helper;

    StepResult pass(Network& network, const torch::Tensor& inputs, const torch::Tensor& labels,
                    double share) const;
    StepResult passes(const Batch& batch);
    void join_buffers(const std::vector<double>& shares);
    void update_average();

    const LossSpec loss_;
    const int least_share_;  ///< a smaller rest of an epoch is not shared out
    const InputSpec input_;
    const double average_decay_;
    torch::Device device_;
    ComputeChoice choice_;
    std::shared_ptr<Network> network_;
    std::optional<FlatParameters> parameters_;
    std::optional<Optimiser> optimiser_;
    std::vector<std::unique_ptr<Helper>> helpers_;  ///< split_batch: of all shares but the first
    std::shared_ptr<Network> average_;
    std::optional<FlatParameters> average_parameters_;
};

}  // namespace rudolph
