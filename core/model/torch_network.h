#pragma once

#include <torch/torch.h>

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/experiment/experiment.h"
#include "core/formats/losses.h"
#include "core/model/target_frame.h"

namespace rudolph {

class OnnxGraph;

/// Called after each layer of a forward pass with the name of its parameters, what it does, and
/// what comes out of it (batch first).
using LayerVisitor = std::function<void(const std::string& name, const std::string& description,
                                        const torch::Tensor& output)>;

/// Maps that a backbone makes of a batch of inputs (N × channels × height × width floats), fine to
/// coarse: each N × C × h × w. Registers its modules with the network that owns it, so that their
/// names are those of other programs' weight files.
class Backbone {
public:
    virtual ~Backbone() = default;
    virtual std::vector<torch::Tensor> features(const torch::Tensor& inputs,
                                                const LayerVisitor& visit) = 0;
    /// Adds what features() does in evaluation mode, and names the maps (helpers: torch_onnx.h).
    virtual std::vector<std::string> write_onnx(OnnxGraph& graph,
                                                const std::string& input) const = 0;
    /// Of each of its maps.
    virtual std::vector<int> channels() const = 0;
    /// Of one face, about.
    virtual double multiplications() const = 0;
};

/// One pass that is to be learnt from.
struct TrainingPass {
    torch::Tensor loss;    ///< one number
    torch::Tensor points;  ///< N × outputs, normalised labels, without gradient
};

/// What a head says in evaluation mode, with how sure it is.
struct HeadAnswer {
    torch::Tensor points;  ///< N × outputs, normalised labels
    torch::Tensor spread;  ///< N × points, see CropAnswer::spread_px; undefined without maps
};

/// What makes points of maps.
class Head {
public:
    virtual ~Head() = default;
    /// N × outputs normalised labels, in 32 bits.
    virtual torch::Tensor points(const std::vector<torch::Tensor>& features,
                                 const LayerVisitor& visit) = 0;
    virtual HeadAnswer answer(const std::vector<torch::Tensor>& features) {
        return {points(features, {}), {}};
    }
    /// Adds what points() does, and names the labels.
    virtual std::string write_onnx(OnnxGraph& graph,
                                   const std::vector<std::string>& features) const = 0;
    virtual TrainingPass training_pass(const std::vector<torch::Tensor>& features,
                                       const torch::Tensor& labels, const LossSpec& loss) = 0;
    /// Of one face, about.
    virtual double multiplications() const = 0;
    /// Makes the head of an untrained network begin there.
    virtual void start_at(const TargetFrame& frame) = 0;
};

/// A network from a batch of inputs to normalised labels.
class Network : public torch::nn::Module {
public:
    Network(const ModelSpec& model, const InputSpec& input, int outputs);

    torch::Tensor forward(const torch::Tensor& inputs, const LayerVisitor& visit = {});
    HeadAnswer answer(const torch::Tensor& inputs);
    TrainingPass training_pass(const torch::Tensor& inputs, const torch::Tensor& labels,
                               const LossSpec& loss);
    void start_at(const TargetFrame& frame) { head_->start_at(frame); }
    /// Adds what forward() does in evaluation mode, and names the labels.
    std::string write_onnx(OnnxGraph& graph, const std::string& input) const {
        return head_->write_onnx(graph, backbone_->write_onnx(graph, input));
    }
    /// Of a forward pass of one face, about.
    double multiplications() const {
        return backbone_->multiplications() + head_->multiplications();
    }

    /// Whether a parameter or buffer belongs to the body: the backbone up to its first fully
    /// connected layer, which is all of a ResNet's and the convolutions of a Cnn with what lies
    /// between them. All else is the head: the fully connected layers, the pyramid, what makes
    /// points of maps.
    bool is_body(const std::string& name) const;
    /// A frozen body gets no gradients and computes as in predictions, so that batch norm's
    /// averages stay; train() leaves it so.
    void freeze_body(bool frozen);
    void train(bool on = true) override;

private:
    std::unique_ptr<Backbone> backbone_;
    std::vector<std::string> body_;  ///< its modules
    std::unique_ptr<Head> head_;
    bool is_body_frozen_ = false;
};

/// With random weights that depend on `seed` only, whatever other threads do. Throws Error when the
/// picture is too small for the network.
std::shared_ptr<Network> make_network(const ModelSpec& model, const InputSpec& input, int outputs,
                                      std::uint64_t seed = 0);

long long parameter_count(const torch::nn::Module& module);

}  // namespace rudolph
