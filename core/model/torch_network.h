#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "core/experiment/experiment.h"

namespace rudolph {

/// Called after each layer of a forward pass with the name of its parameters, what it does, and
/// what comes out of it (batch first).
using LayerVisitor = std::function<void(const std::string& name, const std::string& description,
                                        const torch::Tensor& output)>;

/// A network from a batch of inputs (N × channels × height × width floats) to normalised labels
/// (N × outputs).
class Network : public torch::nn::Module {
public:
    virtual torch::Tensor forward(const torch::Tensor& inputs, const LayerVisitor& visit = {}) = 0;
    /// Of a forward pass of one face, about.
    virtual double multiplications() const = 0;
    /// The layer whose outputs are the labels.
    virtual torch::nn::Linear output_layer() const = 0;
};

/// With random weights that depend on `seed` only, whatever other threads do. Throws Error when the
/// picture is too small for the network.
std::shared_ptr<Network> make_network(const ModelSpec& model, const InputSpec& input, int outputs,
                                      std::uint64_t seed = 0);

long long parameter_count(const torch::nn::Module& module);

}  // namespace rudolph
