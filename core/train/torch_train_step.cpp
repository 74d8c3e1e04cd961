#include "core/train/torch_train_step.h"

#include <algorithm>
#include <cmath>
#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>

#include "core/base/error.h"
#include "core/experiment/model_layers.h"
#include "core/model/torch_autocast.h"
#include "core/model/torch_device.h"
#include "core/model/torch_loss.h"
#include "core/predict/torch_predictor.h"

namespace rudolph {
namespace {

void copy_buffers(const Network& from, Network& to) {
    const torch::NoGradGuard no_grad;
    const auto sources = from.buffers();
    auto places = to.buffers();
    for (size_t i = 0; i < sources.size(); ++i)
        places[i].copy_(sources[i]);
}

/// How many numbers at the row's beginning are the body's, which is registered first.
std::int64_t body_size(const Network& network, const FlatParameters& parameters) {
    std::int64_t size = 0;
    for (const FlatParameters::Part& part : parameters.parts()) {
        if (!network.is_body(part.name))
            break;
        size += part.count;
    }
    return size;
}

/// The average of the first steps must not remember where the weights began.
double early_decay(double decay, long long steps) {
    const auto count = static_cast<double>(steps);
    return std::min(decay, (1 + count) / (10 + count));
}

}  // namespace

/// A network of its own that shares the weights, and a thread for it, or none: it then works on the
/// thread that starts it.
struct TrainStep::Helper {
    Helper(const Experiment& experiment, int outputs, const FlatParameters& shared, bool has_thread,
           int torch_threads)
        : network(make_network(experiment.model, experiment.input, outputs)),
          parameters(*network, shared) {
        if (has_thread)
            thread = std::thread([this, torch_threads] { run(torch_threads); });
    }
    ~Helper() {
        if (!thread.joinable())
            return;
        {
            const std::lock_guard lock(mutex);
            ending = true;
        }
        changed.notify_all();
        thread.join();
    }
    Helper(const Helper&) = delete;
    Helper& operator=(const Helper&) = delete;

    void start(std::function<void()> task) {
        if (!thread.joinable()) {
            perform(task);
            return;
        }
        {
            const std::lock_guard lock(mutex);
            work = std::move(task);
        }
        changed.notify_all();
    }
    /// Throws what the task threw.
    void finish() {
        std::unique_lock lock(mutex);
        changed.wait(lock, [this] { return !work; });
        if (failure)
            std::rethrow_exception(std::exchange(failure, nullptr));
    }

    std::shared_ptr<Network> network;
    FlatParameters parameters;

private:
    void perform(const std::function<void()>& task) {
        try {
            task();
        } catch (...) {
            failure = std::current_exception();
        }
    }
    void run(int torch_threads) {
        use_threads(torch_threads);
        std::unique_lock lock(mutex);
        while (true) {
            changed.wait(lock, [this] { return ending || work; });
            if (ending)
                return;
            lock.unlock();
            perform(work);
            lock.lock();
            work = nullptr;
            changed.notify_all();
        }
    }

    std::mutex mutex;
    std::condition_variable changed;
    std::function<void()> work;
    std::exception_ptr failure;
    bool ending = false;
    std::thread thread;  ///< last, because it uses the others
};

TrainStep::~TrainStep() = default;
TrainStep::TrainStep(TrainStep&&) noexcept = default;

TrainStep::TrainStep(const Experiment& experiment, std::shared_ptr<Network> network, int outputs,
                     const torch::Device& device, const ComputeChoice& choice, bool shares_in_turn)
    : loss_(experiment.loss),
      least_share_(least_share(experiment.model)),
      input_(experiment.input),
      average_decay_(experiment.average_decay),
      device_(device),
      choice_(choice),
      network_(std::move(network)) {
    const int shares =
        choice.split_batch
            ? std::min(choice.threads, most_shares(experiment.model, experiment.batch_size))
            : 1;
    const int threads = choice.threads / shares;
    use_threads(threads);
    network_->to(device_);
    parameters_.emplace(*network_);
    optimiser_.emplace(*parameters_, experiment.optimiser, body_size(*network_, *parameters_));
    for (int i = 1; i < shares; ++i)
        helpers_.push_back(
            std::make_unique<Helper>(experiment, outputs, *parameters_, !shares_in_turn, threads));
    if (average_decay_ <= 0)
        return;
    average_ = make_network(experiment.model, input_, outputs);
    average_->to(device_);
    average_parameters_.emplace(*average_);
    const torch::NoGradGuard no_grad;
    average_parameters_->values().copy_(parameters_->values());
    copy_buffers(*network_, *average_);
}

void TrainStep::freeze_body(bool frozen) {
    network_->freeze_body(frozen);
    for (const auto& helper : helpers_)
        helper->network->freeze_body(frozen);
    optimiser_->freeze_body(frozen);
}

/// Forward and backward; the gradients are those of the loss times `share`.
StepResult TrainStep::pass(Network& network, const torch::Tensor& inputs,
                           const torch::Tensor& labels, double share) const {
    TrainingPass result;
    {
        const Autocast autocast(choice_.bfloat16, device_);
        result = network.training_pass(inputs, labels, loss_);
    }
    const double loss = result.loss.item<double>();
    if (!std::isfinite(loss))
        throw Error("the loss is no longer a number: the training has diverged", {},
                    "the learning rate is probably too high");
    const torch::Tensor known = known_labels(labels);
    const double mse =
        torch::mse_loss(result.points.masked_select(known), labels.masked_select(known))
            .item<double>();
    (share == 1 ? result.loss : result.loss * share).backward();
    return {loss * share, mse * share};
}

/// Gives the network the mean of what the shares have made of its buffers, so that all begin the
/// next step alike: batch norm's averages, which each share has moved towards its own faces.
void TrainStep::join_buffers(const std::vector<double>& shares) {
    const torch::NoGradGuard no_grad;
    const auto joined = network_->buffers();
    std::vector<std::vector<torch::Tensor>> others;
    for (size_t share = 1; share < shares.size(); ++share)
        others.push_back(helpers_[share - 1]->network->buffers());
    for (size_t i = 0; i < joined.size(); ++i) {
        // What it counts is the same in all.
        if (!joined[i].is_floating_point())
            continue;
        joined[i].mul_(shares[0]);
        for (size_t share = 1; share < shares.size(); ++share)
            joined[i].add_(others[share - 1][i], shares[share]);
    }
}

StepResult TrainStep::passes(const Batch& batch) {
    const torch::Tensor inputs = input_tensor(batch.inputs, input_)
                                     .contiguous(torch::MemoryFormat::ChannelsLast)
                                     .to(device_);
    const torch::Tensor labels =
        torch::from_blob(
            const_cast<float*>(batch.labels.data()),
            {batch.size(), static_cast<std::int64_t>(batch.labels.size()) / batch.size()})
            .to(device_);
    const auto parts = std::min<std::int64_t>(static_cast<std::int64_t>(helpers_.size()) + 1,
                                              batch.size() / least_share_);
    if (parts <= 1)
        return pass(*network_, inputs, labels, 1);
    std::vector<StepResult> results(static_cast<size_t>(parts));
    std::vector<double> shares(static_cast<size_t>(parts));
    const auto part = [&](std::int64_t i, Network& network) {
        const std::int64_t begin = batch.size() * i / parts;
        const std::int64_t count = batch.size() * (i + 1) / parts - begin;
        const double share = static_cast<double>(count) / batch.size();
        shares[static_cast<size_t>(i)] = share;
        results[static_cast<size_t>(i)] =
            pass(network, inputs.narrow(0, begin, count), labels.narrow(0, begin, count), share);
    };
    const auto active = helpers_.begin() + (parts - 1);
    for (auto helper = helpers_.begin(); helper != active; ++helper)
        copy_buffers(*network_, *(*helper)->network);
    for (auto helper = helpers_.begin(); helper != active; ++helper)
        (*helper)->start([&part, i = helper - helpers_.begin() + 1,
                          &network = *(*helper)->network] { part(i, network); });
    std::exception_ptr failure;
    try {
        part(0, *network_);
    } catch (...) {
        failure = std::current_exception();
    }
    for (auto helper = helpers_.begin(); helper != active; ++helper) {
        try {
            (*helper)->finish();
        } catch (...) {
            failure = std::current_exception();
        }
        parameters_->gradients().add_((*helper)->parameters.gradients());
        (*helper)->parameters.clear_gradients();
    }
    if (failure)
        std::rethrow_exception(failure);
    join_buffers(shares);
    StepResult sum;
    for (const StepResult& result : results) {
        sum.loss += result.loss;
        sum.mse += result.mse;
    }
    return sum;
}

StepResult TrainStep::operator()(const Batch& batch, double learning_rate) {
    StepResult result;
    try {
        result = passes(batch);
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
