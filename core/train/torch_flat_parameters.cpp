#include "core/train/torch_flat_parameters.h"

namespace rudolph {

namespace {

/// Channels last for convolutions. Said in full, because contiguous(ChannelsLast) leaves a kernel
/// on one channel as it is, and convolutions would take it for a sign to compute in the other
/// order.
std::vector<std::int64_t> strides_of(const torch::Tensor& tensor) {
    if (tensor.dim() != 4)
        return tensor.contiguous().strides().vec();
    const std::int64_t in = tensor.size(1);
    const std::int64_t columns = tensor.size(3);
    return {tensor.size(2) * columns * in, 1, columns * in, in};
}

}  // namespace

FlatParameters::FlatParameters(torch::nn::Module& module) {
    const torch::NoGradGuard no_grad;
    auto parameters = module.named_parameters();
    std::int64_t total = 0;
    for (const auto& parameter : parameters) {
        const torch::Tensor& tensor = parameter.value();
        parts_.push_back({parameter.key(), total, tensor.sizes().vec(), strides_of(tensor),
                          tensor.numel(), tensor.dim() > 1});
        total += tensor.numel();
    }
    const auto options = parameters.is_empty()
                             ? torch::TensorOptions()
                             : parameters.front().value().options().requires_grad(false);
    values_ = torch::empty({total}, options);
    gradients_ = torch::zeros({total}, options);
    size_t next = 0;
    for (const auto& parameter : parameters)
        view(values_, parts_[next++]).copy_(parameter.value());
    bind(module);
}

FlatParameters::FlatParameters(torch::nn::Module& module, const FlatParameters& shared)
    : parts_(shared.parts_), values_(shared.values_), gradients_(shared.zeros()) {
    bind(module);
}

void FlatParameters::bind(torch::nn::Module& module) {
    size_t next = 0;
    for (auto& parameter : module.named_parameters()) {
        const Part& part = parts_[next++];
        parameter.value().set_data(view(values_, part));
        parameter.value().mutable_grad() = view(gradients_, part);
    }
}

torch::Tensor FlatParameters::view(const torch::Tensor& row, const Part& part) {
    return row.as_strided(part.sizes, part.strides, part.begin);
}

}  // namespace rudolph
