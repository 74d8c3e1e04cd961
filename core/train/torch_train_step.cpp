#include "core/train/torch_train_step.h"

#include <ATen/autocast_mode.h>

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/model/torch_device.h"
#include "core/predict/torch_predictor.h"

namespace rudolph {
namespace {

/// Convolutions and matrix products in bfloat16 while it lives, on this thread.
class Autocast {
public:
    Autocast(bool on, const torch::Device& device) : on_(on), cuda_(device.is_cuda()) {
        if (!on_)
            return;
        at::autocast::increment_nesting();
        if (cuda_) {
            at::autocast::set_autocast_gpu_dtype(torch::kBFloat16);
            at::autocast::set_enabled(true);
        } else {
            at::autocast::set_autocast_cpu_dtype(torch::kBFloat16);
            at::autocast::set_cpu_enabled(true);
        }
    }
    ~Autocast() {
        if (!on_)
            return;
        if (cuda_)
            at::autocast::set_enabled(false);
        else
            at::autocast::set_cpu_enabled(false);
        if (at::autocast::decrement_nesting() == 0)
            at::autocast::clear_cache();
    }
    Autocast(const Autocast&) = delete;
    Autocast& operator=(const Autocast&) = delete;

private:
    bool on_;
    bool cuda_;
};

/// The average of the first steps must not remember where the weights began.
double early_decay(double decay, long long steps) {
    const auto count = static_cast<double>(steps);
    return std::min(decay, (1 + count) / (10 + count));
}

}  // namespace

std::string precision_name(const ComputeChoice& choice) {
    return choice.bfloat16 ? "bfloat16" : "float32";
}

TrainStep::TrainStep(const Experiment& experiment, std::shared_ptr<Network> network, int outputs,
                     const torch::Device& device, const ComputeChoice& choice)
    : loss_(experiment.loss),
      input_(experiment.input),
      average_decay_(experiment.average_decay),
      device_(device),
      choice_(choice),
      network_(std::move(network)) {
    network_->to(device_);
    parameters_.emplace(*network_);
    optimiser_.emplace(*parameters_, experiment.optimiser);
    if (average_decay_ <= 0)
        return;
    average_ = make_network(experiment.model, input_, outputs);
    average_->to(device_);
    average_parameters_.emplace(*average_);
    const torch::NoGradGuard no_grad;
    average_parameters_->values().copy_(parameters_->values());
    const auto from = network_->buffers();
    auto to = average_->buffers();
    for (size_t i = 0; i < from.size(); ++i)
        to[i].copy_(from[i]);
}

TrainingPass TrainStep::forward(const Batch& batch, const torch::Tensor& labels) {
    const torch::Tensor inputs = input_tensor(batch.inputs, input_)
                                     .contiguous(torch::MemoryFormat::ChannelsLast)
                                     .to(device_);
    const Autocast autocast(choice_.bfloat16, device_);
    return network_->training_pass(inputs, labels, loss_);
}

StepResult TrainStep::operator()(const Batch& batch, double learning_rate) {
    const torch::Tensor labels =
        torch::from_blob(
            const_cast<float*>(batch.labels.data()),
            {batch.size(), static_cast<std::int64_t>(batch.labels.size()) / batch.size()})
            .to(device_);
    StepResult result;
    try {
        const TrainingPass pass = forward(batch, labels);
        result.loss = pass.loss.item<double>();
        result.mse = torch::mse_loss(pass.points, labels).item<double>();
        if (!std::isfinite(result.loss))
            throw Error("the loss is no longer a number: the training has diverged", {},
                        "the learning rate is probably too high");
        pass.loss.backward();
    } catch (...) {
        parameters_->clear_gradients();
        throw;
    }
    optimiser_->step(learning_rate);
    update_average();
    return result;
}

void TrainStep::update_average() {
    if (!average_)
        return;
    const torch::NoGradGuard no_grad;
    const double kept = early_decay(average_decay_, optimiser_->steps());
    average_parameters_->values().lerp_(parameters_->values(), 1 - kept);
    const auto from = network_->buffers();
    const auto to = average_->buffers();
    for (size_t i = 0; i < from.size(); ++i) {
        if (from[i].is_floating_point())
            to[i].lerp_(from[i], 1 - kept);
        else
            to[i].copy_(from[i]);
    }
}

}  // namespace rudolph
