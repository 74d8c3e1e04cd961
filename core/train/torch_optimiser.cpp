#include "core/train/torch_optimiser.h"

#include <ATen/Parallel.h>

#include <cmath>

namespace rudolph {
namespace {

constexpr double kBeta1 = 0.9;
constexpr double kBeta2 = 0.999;
constexpr double kEpsilon = 1e-8;
/// Fewer numbers than this are not worth a second thread.
constexpr std::int64_t kGrain = 32768;

}  // namespace

Optimiser::Optimiser(FlatParameters& parameters, const OptimiserSpec& spec)
    : parameters_(parameters), spec_(spec), first_(parameters.zeros()) {
    if (spec.kind != OptimiserKind::Sgd)
        second_ = parameters.zeros();
    if (first_.is_cpu())
        return;
    decaying_ = parameters.zeros();
    for (const FlatParameters::Part& part : parameters.parts())
        if (part.is_weight)
            decaying_.narrow(0, part.begin, part.count).fill_(1);
}

std::map<std::string, torch::Tensor> Optimiser::state() const {
    std::map<std::string, torch::Tensor> state = {{"first", first_}};
    if (second_.defined())
        state["second"] = second_;
    return state;
}

void Optimiser::step(double learning_rate) {
    const torch::NoGradGuard no_grad;
    float gradient_scale = 1;
    if (spec_.clip_norm > 0) {
        const double length = parameters_.gradients().norm().item<double>();
        if (length > spec_.clip_norm)
            gradient_scale = static_cast<float>(spec_.clip_norm / (length + 1e-6));
    }
    ++steps_;
    if (!first_.is_cpu()) {
        step_on_device(learning_rate, gradient_scale);
        return parameters_.clear_gradients();
    }
    for (const FlatParameters::Part& part : parameters_.parts()) {
        if (spec_.kind == OptimiserKind::Sgd)
            sgd(part, learning_rate, gradient_scale);
        else
            adam(part, learning_rate, gradient_scale);
    }
    parameters_.clear_gradients();
}

void Optimiser::step_on_device(double rate, double gradient_scale) {
    const torch::Tensor& values = parameters_.values();
    torch::Tensor gradients = parameters_.gradients();
    gradients.mul_(gradient_scale);
    if (spec_.kind == OptimiserKind::AdamW)
        values.sub_(values * decaying_, rate * spec_.weight_decay);
    else if (spec_.weight_decay > 0)
        gradients.add_(values * decaying_, spec_.weight_decay);
    if (spec_.kind == OptimiserKind::Sgd) {
        first_.mul_(spec_.momentum).add_(gradients);
        values.sub_(first_, rate);
        return;
    }
    const auto steps = static_cast<double>(steps_);
    first_.mul_(kBeta1).add_(gradients, 1 - kBeta1);
    second_.mul_(kBeta2).addcmul_(gradients, gradients, 1 - kBeta2);
    const torch::Tensor deviation =
        second_.sqrt().div_(std::sqrt(1 - std::pow(kBeta2, steps))).add_(kEpsilon);
    values.addcdiv_(first_, deviation, -rate / (1 - std::pow(kBeta1, steps)));
}

void Optimiser::adam(const FlatParameters::Part& part, double rate, float gradient_scale) {
    const auto steps = static_cast<double>(steps_);
    const double decay = part.is_weight ? spec_.weight_decay : 0;
    const bool decoupled = spec_.kind == OptimiserKind::AdamW;
    const auto added = static_cast<float>(decoupled ? 0 : decay);
    const auto kept = static_cast<float>(decoupled ? 1 - rate * decay : 1);
    const auto size = static_cast<float>(rate / (1 - std::pow(kBeta1, steps)));
    const auto correction = static_cast<float>(1 / std::sqrt(1 - std::pow(kBeta2, steps)));
    constexpr auto beta1 = static_cast<float>(kBeta1);
    constexpr auto beta2 = static_cast<float>(kBeta2);
    constexpr auto epsilon = static_cast<float>(kEpsilon);
    auto* const values = parameters_.values().data_ptr<float>() + part.begin;
    const auto* const gradients = parameters_.gradients().data_ptr<float>() + part.begin;
    auto* const first = first_.data_ptr<float>() + part.begin;
    auto* const second = second_.data_ptr<float>() + part.begin;
    at::parallel_for(0, part.count, kGrain, [=](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            const float gradient = gradients[i] * gradient_scale + added * values[i];
            first[i] = beta1 * first[i] + (1 - beta1) * gradient;
            second[i] = beta2 * second[i] + (1 - beta2) * gradient * gradient;
            values[i] =
                kept * values[i] - size * first[i] / (std::sqrt(second[i]) * correction + epsilon);
        }
    });
}

void Optimiser::sgd(const FlatParameters::Part& part, double rate, float gradient_scale) {
    const auto added = static_cast<float>(part.is_weight ? spec_.weight_decay : 0);
    const auto size = static_cast<float>(rate);
    const auto momentum = static_cast<float>(spec_.momentum);
    auto* const values = parameters_.values().data_ptr<float>() + part.begin;
    const auto* const gradients = parameters_.gradients().data_ptr<float>() + part.begin;
    auto* const velocity = first_.data_ptr<float>() + part.begin;
    at::parallel_for(0, part.count, kGrain, [=](std::int64_t begin, std::int64_t end) {
        for (std::int64_t i = begin; i < end; ++i) {
            velocity[i] =
                momentum * velocity[i] + gradients[i] * gradient_scale + added * values[i];
            values[i] -= size * velocity[i];
        }
    });
}

}  // namespace rudolph
