#pragma once

#include <torch/torch.h>

namespace rudolph {

/// Dropout (Srivastava et al., JMLR 2014, "inverted": what stays is made larger while it learns).
/// PyTorch's draws from one generator for the whole process, so that a run would depend on what
/// else was computed; this one's draws follow from the seed of the initial weights and from how
/// often it has drawn, both of which it keeps as its buffer "draws", so that a training that is
/// continued draws as if it had not been interrupted.
class DropoutImpl : public torch::nn::Module {
public:
    /// Draws its seed from the process's generator, as initial weights are.
    explicit DropoutImpl(double rate);
    torch::Tensor forward(const torch::Tensor& x);

private:
    double rate_;
    torch::Tensor draws_;  ///< {seed, count}
};
TORCH_MODULE(Dropout);

}  // namespace rudolph
