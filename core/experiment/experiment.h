#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/augment/augmentation.h"
#include "core/augment/input_spec.h"
#include "core/dataset/split.h"
#include "core/experiment/layer.h"
#include "core/formats/losses.h"

namespace rudolph {

enum class Switch { Off, On };

enum class NetworkFamily { Cnn, ResNet18, ResNet34, Light };
enum class Activation { Relu, LeakyRelu, Tanh };
enum class Pooling { Max, Average };
/// How a network says where the points are.
enum class HeadKind {
    Direct,   ///< coordinates from the last features
    Heatmap,  ///< a map a point, and the mean place under it (soft-argmax)
    Pip       ///< a coarse map a point, offsets in its best cell, and neighbours that vote
};

/// A network, described by data.
/// Cnn: `layers`, one after the other, then a fully connected one to the outputs (two a point).
/// Where `layers` is empty, the short way says them: for each entry of `channels` a convolution (no
/// padding, stride 1) with the kernel of the same place, the activation and 2×2 pooling; then the
/// `hidden` widths, each with the activation (see layers_of()). It has the direct head only.
/// ResNet18, ResNet34: He et al., Deep Residual Learning for Image Recognition, CVPR 2016, table 1,
/// with torchvision's parameter names and the last layer replaced.
/// Light: ResNet-18's shape, `width` channels wide in its first stage instead of 64 and twice as
/// many in each of the three after it, for computers without a graphics card. Heatmap and Pip heads
/// look at maps of a feature pyramid (Lin et al., Feature Pyramid Networks for Object Detection,
/// CVPR 2017, figure 3) of `pyramid` channels.
struct ModelSpec {
    NetworkFamily family = NetworkFamily::Cnn;
    std::vector<LayerSpec> layers;
    std::vector<int> channels = {12, 12, 12};
    std::vector<int> kernels = {7, 5, 3};
    Activation activation = Activation::Relu;
    Pooling pooling = Pooling::Max;
    std::vector<int> hidden = {168};
    int width = 32;
    HeadKind head = HeadKind::Direct;
    int pyramid = 64;
    int map_stride = 4;   ///< input pixels in a map's cell: 4, 8, 16 or 32
    int neighbours = 10;  ///< Pip: how many points each cell also votes for
    /// To start from: a file of weights, the folder of a run, or the name of pretrained weights;
    /// see core/experiment/pretrained.h. Empty: random weights.
    std::string weights;
    /// Predictions are the mean of those for the picture and for its mirror image.
    Switch flip_average = Switch::Off;
    int looks = 1;  ///< of a prediction at a whole picture; faces that are cut out: see look_at()

    bool operator==(const ModelSpec&) const = default;
};

enum class LossKind { Mse, L1, SmoothL1, Wing, AdaptiveWing };

/// What training makes small; formulas and sources are in core/model/torch_loss.h.
struct LossSpec {
    LossKind kind = LossKind::Mse;  ///< AdaptiveWing is for heatmaps
    double wing_width_px = 10;      ///< w of Wing, in pixels of the network's input
    double wing_curvature_px = 2;   ///< ε of Wing
    double map_weight = 1;          ///< Heatmap: of the regulariser that keeps maps compact
    double map_deviation = 1;       ///< σ of the map that is wanted, in cells

    bool operator==(const LossSpec&) const = default;
};

enum class TargetPoints { All, NoseTip };
enum class DeviceChoice { Auto, Cpu, Cuda };

enum class OptimiserKind { Adam, AdamW, Sgd };
enum class ScheduleKind { Constant, Step, Cosine, OneCycle };

/// Adam: Kingma, Ba, ICLR 2015, algorithm 1, with β = (0.9, 0.999); AdamW: Loshchilov, Hutter,
/// Decoupled Weight Decay Regularization, ICLR 2019, algorithm 2; Sgd: with Polyak's momentum.
struct OptimiserSpec {
    OptimiserKind kind = OptimiserKind::Adam;
    double learning_rate = 0.001;  ///< the highest that the schedule comes to
    double momentum = 0.9;         ///< Sgd
    /// Added to the gradient (Adam, Sgd) or applied to the weights (AdamW); not for biases and
    /// batch norm.
    double weight_decay = 0;
    double clip_norm = 0;  ///< longest gradient over all weights; 0: as it is
    /// The body's learning rate is the head's times this; see Network::is_body().
    double body_rate = 1;
    int freeze_epochs = 0;  ///< in which the body stays as it is, batch norm's averages included

    bool operator==(const OptimiserSpec&) const = default;
};

/// How the learning rate goes over the steps of a run; see core/train/schedule.h.
struct ScheduleSpec {
    ScheduleKind kind = ScheduleKind::Constant;
    double warm_up = 0;        ///< share of the run in which the rate rises
    int step_epochs = 10;      ///< Step: after so many epochs …
    double step_factor = 0.1;  ///< … the rate is multiplied by this

    bool operator==(const ScheduleSpec&) const = default;
};

/// Exact: float32 in shares of a fixed number, whatever machine it is.
enum class Precision { Auto, Float32, Bfloat16, Exact };

/// One training run, completely: the same experiment on the same data gives the same run.
struct Experiment {
    std::string name = "experiment";
    std::string description;
    std::string data;  ///< what open_dataset opens
    /// How, see Dataset::opening. It stays with the data and is no setting of a person's.
    std::string opening;
    SplitSpec split;
    TargetPoints target = TargetPoints::All;
    InputSpec input;
    AugmentationSpec augmentation;
    ModelSpec model;
    LossSpec loss;
    OptimiserSpec optimiser;
    ScheduleSpec schedule;
    int epochs = 20;
    int batch_size = 8;
    /// What an exponential moving average of the weights keeps of itself in a step (Polyak,
    /// Juditsky, 1992; 0.999 spans some thousand steps); it is what is measured and saved. 0: no
    /// average.
    double average_decay = 0;
    int patience = 0;  ///< epochs without a better result before training stops; 0: never
    Switch balance_poses = Switch::Off;  ///< rarely turned heads are shown more often
    std::uint64_t seed = 1;
    DeviceChoice device = DeviceChoice::Auto;
    /// Of matrix products and convolutions. Auto: bfloat16 where a short trial shows it faster; see
    /// core/train/kept_choices.h.
    Precision precision = Precision::Auto;
    int threads = 0;  ///< that compute; 0: as many as a short trial shows to be fastest; Exact: 2

    bool operator==(const Experiment&) const = default;
};

/// Which points of the scheme the network predicts. Throws Error when the scheme has no nose tip
/// and that is what is wanted.
std::vector<int> target_indices(TargetPoints target, const LandmarkScheme& scheme);

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
