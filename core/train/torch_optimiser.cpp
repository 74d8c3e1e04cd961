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

Optimiser::Optimiser(FlatParameters& parameters, const OptimiserSpec& spec, std::int64_t body)
    : parameters_(parameters), spec_(spec), first_(parameters.zeros()), body_(body) {
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
    if (is_body_frozen_)
        ++frozen_steps_;
    for (const Stretch& stretch : stretches(learning_rate)) {
        if (!first_.is_cpu()) {
            step_on_device(stretch, gradient_scale);
            continue;
        }
        for (const FlatParameters::Part& part : parameters_.parts()) {
            if (part.begin < stretch.begin || part.begin >= stretch.begin + stretch.count)
                continue;
            if (spec_.kind == OptimiserKind::Sgd)
                sgd(part, stretch.rate, gradient_scale);
            else
                adam(part, stretch, gradient_scale);
        }
    }
    parameters_.clear_gradients();
}

/// Each counts its own steps: Adam divides by how much its means have seen.
std::vector<Optimiser::Stretch> Optimiser::stretches(double learning_rate) const {
    const std::int64_t all = parameters_.values().numel();
    const bool alike = body_ == 0 || (spec_.body_rate == 1 && frozen_steps_ == 0);
    if (alike)
        return {{0, all, learning_rate, steps_}};
    std::vector<Stretch> stretches;
    if (!is_body_frozen_)
        stretches.push_back({0, body_, learning_rate * spec_.body_rate, steps_ - frozen_steps_});
    stretches.push_back({body_, all - body_, learning_rate, steps_});
    return stretches;
}

void Optimiser::step_on_device(const Stretch& stretch, double gradient_scale) {
    const auto part_of = [&stretch](const torch::Tensor& row) {
        return row.narrow(0, stretch.begin, stretch.count);
    };
    const double rate = stretch.rate;
    const torch::Tensor values = part_of(parameters_.values());
    const torch::Tensor decaying = part_of(decaying_);
    const torch::Tensor first = part_of(first_);
    torch::Tensor gradients = part_of(parameters_.gradients());
    gradients.mul_(gradient_scale);
    if (spec_.kind == OptimiserKind::AdamW)
        values.sub_(values * decaying, rate * spec_.weight_decay);
    else if (spec_.weight_decay > 0)
        gradients.add_(values * decaying, spec_.weight_decay);
    if (spec_.kind == OptimiserKind::Sgd) {
        first.mul_(spec_.momentum).add_(gradients);
        values.sub_(first, rate);
        return;
    }
    const auto steps = static_cast<double>(stretch.steps);
    const torch::Tensor second = part_of(second_);
    first.mul_(kBeta1).add_(gradients, 1 - kBeta1);
    second.mul_(kBeta2).addcmul_(gradients, gradients, 1 - kBeta2);
    const torch::Tensor deviation =
        second.sqrt().div_(std::sqrt(1 - std::pow(kBeta2, steps))).add_(kEpsilon);
    values.addcdiv_(first, deviation, -rate / (1 - std::pow(kBeta1, steps)));
}

void Optimiser::adam(const FlatParameters::Part& part, const Stretch& stretch,
                     float gradient_scale) {
    const double rate = stretch.rate;
    const auto steps = static_cast<double>(stretch.steps);
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
