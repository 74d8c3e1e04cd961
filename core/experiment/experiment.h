#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/augment/augmentation.h"
#include "core/augment/crop.h"
#include "core/dataset/split.h"

namespace rudolph {

enum class NetworkFamily { Cnn, ResNet18 };
enum class Activation { Relu, LeakyRelu, Tanh };
enum class Pooling { Max, Average };

/// A network, described by data.
/// Cnn: for each entry of `channels` a convolution (no padding, stride 1) with the kernel of the
/// same place, the activation and 2×2 pooling; then the flattened features through the `hidden`
/// widths, each with the activation, to the outputs (two a point). ResNet18: He et al., Deep
/// Residual Learning for Image Recognition, CVPR 2016, table 1, with torchvision's parameter names
/// and the last layer replaced.
struct ModelSpec {
    NetworkFamily family = NetworkFamily::Cnn;
    std::vector<int> channels = {12, 12, 12};
    std::vector<int> kernels = {7, 5, 3};
    Activation activation = Activation::Relu;
    Pooling pooling = Pooling::Max;
    std::vector<int> hidden = {168};
    /// ResNet18: a .safetensors file of weights to start from (ImageNet's, in torchvision's names);
    /// empty: random weights.
    std::string weights;

    bool operator==(const ModelSpec&) const = default;
};

enum class TargetPoints { All, NoseTip };
enum class DeviceChoice { Auto, Cpu, Cuda };

struct OptimiserSpec {
    double learning_rate = 0.001;  ///< Adam's (Kingma, Ba: Adam, ICLR 2015, algorithm 1)

    bool operator==(const OptimiserSpec&) const = default;
};

/// One training run, completely: the same experiment on the same data gives the same run.
struct Experiment {
    std::string name = "experiment";
    std::string description;
    std::string data;  ///< what open_dataset opens
    SplitSpec split;
    TargetPoints target = TargetPoints::All;
    InputSpec input;
    AugmentationSpec augmentation;
    ModelSpec model;
    OptimiserSpec optimiser;
    int epochs = 20;
    int batch_size = 8;
    std::uint64_t seed = 1;
    DeviceChoice device = DeviceChoice::Auto;

    bool operator==(const Experiment&) const = default;
};

/// Which points of the scheme the network predicts. Throws Error when the scheme has no nose tip
/// and that is what is wanted.
std::vector<int> target_indices(TargetPoints target, const LandmarkScheme& scheme);

/// Something wrong with an experiment: the key it is about ("model.kernels") and what to change.
struct FieldProblem {
    std::string key;
    std::string message;

    bool operator==(const FieldProblem&) const = default;
};

/// Everything that is wrong, in the order of the fields; empty when it can be trained.
std::vector<FieldProblem> check_experiment(const Experiment& experiment);

/// Throws one Error that names every problem by its key.
void require_valid(const Experiment& experiment);

/// The features that come out of a Cnn's last pooling: {channels, height, width}. Empty when the
/// picture is too small for the kernels.
std::vector<int> cnn_feature_shape(const ModelSpec& model, const InputSpec& input);

/// Nested objects by the parts of the keys: {"model": {"channels": […]}}.
Json to_json(const Experiment& experiment);
/// Missing keys keep their defaults; unknown keys and values of the wrong type are errors. Throws
/// one Error that names every problem by its key. Does not check ranges: see require_valid.
Experiment experiment_from_json(const Json& json, const std::filesystem::path& file = {});
Experiment read_experiment(const std::filesystem::path& file);

/// The presets that come with the program, e.g. "nose-tip".
std::vector<std::string> preset_names();
Experiment preset(const std::string& name);

}  // namespace rudolph
