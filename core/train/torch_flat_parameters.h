#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <string>
#include <vector>

namespace rudolph {

/// The parameters of a module as one row of numbers, and their gradients as another: optimisers,
/// averages and checkpoints then go over memory once instead of tensor by tensor. The module's
/// parameters become views of the row (convolutions' weights with channels last, as they are
/// computed with). The module must not get other parameters afterwards.
class FlatParameters {
public:
    /// One parameter's place in the row.
    struct Part {
        std::string name;
        std::int64_t begin = 0;
        std::vector<std::int64_t> sizes;
        std::vector<std::int64_t> strides;
        std::int64_t count = 0;
        /// Weights of convolutions and linear layers, not biases and batch norm.
        bool is_weight = false;
    };

    explicit FlatParameters(torch::nn::Module& module);
    /// For another module of the same kind, which then shares the values but has gradients of its
    /// own.
    FlatParameters(torch::nn::Module& module, const FlatParameters& shared);

    const torch::Tensor& values() const { return values_; }
    /// Filled by backward(), which adds: see clear_gradients().
    const torch::Tensor& gradients() const { return gradients_; }
    void clear_gradients() { gradients_.zero_(); }
    const std::vector<Part>& parts() const { return parts_; }

    /// One parameter in a row that is laid out like values().
    static torch::Tensor view(const torch::Tensor& row, const Part& part);
    /// A row of zeros that is laid out like values().
    torch::Tensor zeros() const { return torch::zeros_like(values_); }

private:
    void bind(torch::nn::Module& module);

    std::vector<Part> parts_;
    torch::Tensor values_;
    torch::Tensor gradients_;
};

}  // namespace rudolph
