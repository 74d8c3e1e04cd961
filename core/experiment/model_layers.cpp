#include "core/experiment/model_layers.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace rudolph {
namespace {

constexpr std::array<LayerKind, 3> kActivations = {LayerKind::Relu, LayerKind::LeakyRelu,
                                                   LayerKind::Tanh};
constexpr std::array<LayerKind, 2> kPools = {LayerKind::MaxPool, LayerKind::AveragePool};
// What LibTorch 1.13 takes on one core of a server for the presets' networks and for one of 32 to
// 64 channels, forward and backward, in nanoseconds; within a factor of two, where a layer counts.
constexpr double kOfAMultiplication = 0.09;
/// A convolution fetches its window anew for each output, whatever channels there are to use it.
constexpr double kOfAWindowsPixel = 0.8;
constexpr double kOfAFullLayersWeight = 0.25;
constexpr double kOfANumberBent = 0.5;
constexpr double kOfANumberPooled = 4;
constexpr double kOfANumberNormed = 2;
/// The gradient of the picture itself is not needed.
constexpr double kOfTheFirstLearnt = 2.0 / 3;
/// Of which batch norm takes its averages where a batch is shared out, and the fewest.
constexpr int kFacesOfANorm = 8;
constexpr int kFewestOfANorm = 4;
/// Numbers that come out of a layer for one face.
constexpr long long kMostNumbers = 1LL << 28;

LayerKind kind_of(Activation activation) {
    return kActivations.at(static_cast<size_t>(activation));
}

LayerKind kind_of(Pooling pooling) {
    return kPools.at(static_cast<size_t>(pooling));
}

LayerSpec convolution(int channels, int kernel) {
    LayerSpec layer;
    layer.kind = LayerKind::Convolution;
    layer.width = channels;
    layer.window = kernel;
    layer.stride = 1;
    return layer;
}

LayerSpec halving(LayerKind kind) {
    LayerSpec layer;
    layer.kind = kind;
    layer.window = 2;
    return layer;
}

LayerSpec full(int width) {
    LayerSpec layer;
    layer.kind = LayerKind::Full;
    layer.width = width;
    return layer;
}

LayerSpec plain(LayerKind kind) {
    LayerSpec layer;
    layer.kind = kind;
    return layer;
}

/// Reads layers as the short way; false where it cannot say them.
bool read_short_way(const std::vector<LayerSpec>& layers, ModelSpec& model) {
    model.channels.clear();
    model.kernels.clear();
    model.hidden.clear();
    for (const LayerSpec& layer : layers) {
        if (layer.kind == LayerKind::Convolution) {
            model.channels.push_back(layer.width);
            model.kernels.push_back(layer.window);
        } else if (layer.kind == LayerKind::Full) {
            model.hidden.push_back(layer.width);
        }
        const auto activation = std::find(kActivations.begin(), kActivations.end(), layer.kind);
        if (activation != kActivations.end())
            model.activation = static_cast<Activation>(activation - kActivations.begin());
        const auto pool = std::find(kPools.begin(), kPools.end(), layer.kind);
        if (pool != kPools.end())
            model.pooling = static_cast<Pooling>(pool - kPools.begin());
    }
    model.layers.clear();
    return !model.channels.empty() && layers_of(model) == layers;
}

std::string size_text(int width, int height) {
    return std::to_string(width) + "×" + std::to_string(height) + " px";
}

std::string size_text(const std::vector<int>& shape) {
    return size_text(shape.at(2), shape.at(1));
}

double numbers_in(const std::vector<int>& shape) {
    double count = shape.empty() ? 0 : 1;
    for (const int extent : shape)
        count *= extent;
    return count;
}

/// How many places a window has along a side; 0 or less: it does not fit.
int places(int side, int window, int stride) {
    return side < window ? 0 : (side - window) / stride + 1;
}

/// What brings a side of `in` pixels to `out` by a 1×1 window; 0: no stride does.
int stride_between(int in, int out) {
    for (int stride = 1; stride <= in; ++stride)
        if (places(in, 1, stride) == out)
            return stride;
    return 0;
}

bool fits_with(int in, int out, int stride) {
    return stride > 0 && places(in, 1, stride) == out;
}

/// Follows a picture through layers.
class Walk {
public:
    Walk(const std::vector<LayerSpec>& layers, const InputSpec& input)
        : layers_(layers), shape_{input.channels, sane(input.height), sane(input.width)} {}

    std::vector<LayerOutline> outline() {
        outline_.resize(layers_.size());
        for (at_ = 0; at_ < layers_.size(); ++at_) {
            LayerOutline& layer = outline_[at_];
            if (layers_[at_].kind == LayerKind::Residual)
                open_.push_back(at_);
            if (layers_[at_].kind == LayerKind::ResidualEnd && open_.empty())
                fail(layer, LayerFault::NoBegin,
                     "ends a residual that does not begin: put residual before the layers that it "
                     "is about");
            if (at_ == kMostLayers)
                fail(layer, LayerFault::TooManyLayers,
                     "is one too many: take away layers until there are " +
                         std::to_string(kMostLayers));
            if (is_known_ && layer.fault == LayerFault::None)
                pass(layers_[at_], layer);
            if (layer.fault != LayerFault::None)
                is_known_ = false;
            if (layers_[at_].kind == LayerKind::ResidualEnd && !open_.empty())
                open_.pop_back();
        }
        for (const size_t begin : open_)
            if (outline_[begin].fault == LayerFault::None)
                fail(outline_[begin], LayerFault::NoEnd,
                     "does not end: put end behind the layers that it is about");
        return std::move(outline_);
    }

private:
    /// Sizes that were never checked are not computed with.
    static int sane(int side) { return std::clamp(side, 0, 1'000'000); }

    static void fail(LayerOutline& layer, LayerFault fault, std::string problem) {
        layer.fault = fault;
        layer.problem = std::move(problem);
    }

    void pass(const LayerSpec& spec, LayerOutline& layer) {
        layer.in = shape_;
        if (!check_ranges(spec, layer) || !check_picture(spec, layer))
            return;
        switch (spec.kind) {
            case LayerKind::Convolution:
                convolve(spec, layer);
                break;
            case LayerKind::MaxPool:
            case LayerKind::AveragePool:
                slide(spec, layer, spec.window, spec.stride == 0 ? spec.window : spec.stride, 0);
                break;
            case LayerKind::GlobalPool:
                shape_ = {shape_[0], 1, 1};
                break;
            case LayerKind::Full:
                layer.multiplications = numbers_in(shape_) * spec.width;
                layer.weights = static_cast<long long>(layer.multiplications) + spec.width;
                shape_ = {spec.width};
                break;
            case LayerKind::BatchNorm:
                layer.weights = 2LL * shape_[0];
                break;
            case LayerKind::ResidualEnd:
                add_shortcut(layer);
                break;
            default:
                break;
        }
        if (layer.fault != LayerFault::None)
            return;
        if (layer.weights > kMostWeights)
            return fail(layer, LayerFault::TooManyWeights,
                        "has " + std::to_string(layer.weights) +
                            " weights, more than memory can hold: make it or what comes before it "
                            "narrower, or the picture smaller by a pool");
        if (numbers_in(shape_) > kMostNumbers)
            return fail(layer, LayerFault::PictureTooLarge,
                        "makes more numbers than memory can hold: use fewer channels, or a stride "
                        "or a pool before it");
        layer.out = shape_;
        layer.nanoseconds = time_of(spec, layer);
        has_learnt_ = has_learnt_ || layer.weights > 0;
    }

    double time_of(const LayerSpec& spec, const LayerOutline& layer) const {
        const double numbers = numbers_in(layer.in) + numbers_in(layer.out);
        switch (spec.kind) {
            case LayerKind::Residual:
                return 0;
            case LayerKind::Convolution:
                return (has_learnt_ ? 1 : kOfTheFirstLearnt) * layer.multiplications *
                       (kOfAMultiplication +
                        kOfAWindowsPixel * spec.groups / static_cast<double>(layer.in[0]));
            case LayerKind::Full:
                return kOfAFullLayersWeight * layer.multiplications;
            case LayerKind::BatchNorm:
                return kOfANumberNormed * numbers;
            case LayerKind::MaxPool:
            case LayerKind::AveragePool:
                return kOfANumberPooled * numbers;
            default:
                return kOfAMultiplication * layer.multiplications + kOfANumberBent * numbers;
        }
    }

    bool check_ranges(const LayerSpec& spec, LayerOutline& layer) {
        for (const LayerNumber& number : layer_numbers(spec.kind)) {
            const int value = spec.*number.value;
            if (value >= number.least && value <= number.most)
                continue;
            fail(layer, LayerFault::OutOfRange,
                 "needs " + std::string(number.name) + " from " + std::to_string(number.least) +
                     " to " + std::to_string(number.most) + "; it is " + std::to_string(value));
            return false;
        }
        if (spec.kind == LayerKind::Dropout && !(spec.rate >= 0 && spec.rate < 1)) {
            fail(layer, LayerFault::OutOfRange, "needs a probability from 0 to less than 1");
            return false;
        }
        return true;
    }

    bool check_picture(const LayerSpec& spec, LayerOutline& layer) {
        const bool needs = spec.kind == LayerKind::Convolution || spec.kind == LayerKind::MaxPool ||
                           spec.kind == LayerKind::AveragePool ||
                           spec.kind == LayerKind::GlobalPool;
        if (!needs || shape_.size() == 3)
            return true;
        fail(layer, LayerFault::NeedsPicture,
             "gets single numbers and no picture: move it before the full layer");
        return false;
    }

    /// Moves a window over the picture.
    void slide(const LayerSpec& spec, LayerOutline& layer, int window, int stride, int padding) {
        const int height = places(shape_[1] + 2 * padding, window, stride);
        const int width = places(shape_[2] + 2 * padding, window, stride);
        if (height < 1 || width < 1)
            return fail(layer, LayerFault::WindowTooLarge,
                        "gets a picture of only " + size_text(shape_) +
                            ", too small for a window of " + std::to_string(window) +
                            ": make the window smaller, leave layers before it out, or use a "
                            "larger input");
        if (spec.kind == LayerKind::Convolution)
            shape_[0] = spec.width;
        shape_[1] = height;
        shape_[2] = width;
    }

    void convolve(const LayerSpec& spec, LayerOutline& layer) {
        const int channels = shape_[0];
        if (channels % spec.groups != 0 || spec.width % spec.groups != 0)
            return fail(layer, LayerFault::GroupsDoNotDivide,
                        "cannot part " + std::to_string(channels) + " channels that come in and " +
                            std::to_string(spec.width) + " that go out into " +
                            std::to_string(spec.groups) + " equal groups: both must be multiples");
        slide(spec, layer, spec.dilation * (spec.window - 1) + 1, spec.stride, spec.padding);
        if (layer.fault != LayerFault::None)
            return;
        const long long weights =
            1LL * (channels / spec.groups) * spec.width * spec.window * spec.window;
        layer.weights = weights + spec.width;
        layer.multiplications = static_cast<double>(weights) * shape_[1] * shape_[2];
    }

    void add_shortcut(LayerOutline& layer) {
        const std::vector<int>& from = outline_[open_.back()].out;
        if (from == shape_)
            return;
        if (from.size() != shape_.size())
            return fail(layer, LayerFault::NeedsPicture,
                        "cannot add the picture that came in to single numbers: end the residual "
                        "before the full layer");
        if (from.size() == 1) {
            layer.multiplications = numbers_in(from) * shape_[0];
            layer.weights = static_cast<long long>(layer.multiplications) + shape_[0];
            layer.shortcut_stride = 1;
            return;
        }
        // One stride for both sides: any that fits the one where it is unsure may fit the other.
        int stride =
            std::max(stride_between(from[1], shape_[1]), stride_between(from[2], shape_[2]));
        if (!fits_with(from[1], shape_[1], stride) || !fits_with(from[2], shape_[2], stride))
            return fail(layer, LayerFault::ShortcutDoesNotFit,
                        "cannot add what came in, a picture of " + size_text(from) +
                            ", to one of " + size_text(shape_) +
                            ", which is not every n-th of its pixels: pad the convolutions "
                            "between, a 3 by 1, a 5 by 2");
        layer.shortcut_stride = stride;
        const long long weights = 1LL * from[0] * shape_[0];
        layer.weights = weights + shape_[0];
        layer.multiplications = static_cast<double>(weights) * shape_[1] * shape_[2];
    }

    const std::vector<LayerSpec>& layers_;
    std::vector<int> shape_;
    std::vector<LayerOutline> outline_;
    std::vector<size_t> open_;  ///< residuals that have not ended
    size_t at_ = 0;
    bool is_known_ = true;
    bool has_learnt_ = false;  ///< a layer before
};

}  // namespace

std::vector<LayerSpec> layers_of(const ModelSpec& model) {
    if (!model.layers.empty())
        return model.layers;
    std::vector<LayerSpec> layers;
    for (size_t i = 0; i < std::min(model.channels.size(), model.kernels.size()); ++i) {
        layers.push_back(convolution(model.channels[i], model.kernels[i]));
        layers.push_back(plain(kind_of(model.activation)));
        layers.push_back(halving(kind_of(model.pooling)));
    }
    for (const int width : model.hidden) {
        layers.push_back(full(width));
        layers.push_back(plain(kind_of(model.activation)));
    }
    return layers;
}

void set_layers(ModelSpec& model, const std::vector<LayerSpec>& layers) {
    ModelSpec in_short = model;
    if (read_short_way(layers, in_short))
        model = std::move(in_short);
    else
        model.layers = layers;
}

bool has_batch_norm(const ModelSpec& model) {
    return model.family != NetworkFamily::Cnn ||
           std::any_of(model.layers.begin(), model.layers.end(),
                       [](const LayerSpec& layer) { return layer.kind == LayerKind::BatchNorm; });
}

int least_share(const ModelSpec& model) {
    return has_batch_norm(model) ? kFewestOfANorm : 1;
}

int most_shares(const ModelSpec& model, int batch_size) {
    const bool drops =
        std::any_of(model.layers.begin(), model.layers.end(),
                    [](const LayerSpec& layer) { return layer.kind == LayerKind::Dropout; });
    if (drops)
        return 1;
    if (!has_batch_norm(model))
        return batch_size;
    return std::max(batch_size / kFacesOfANorm, batch_size < 2 * kFewestOfANorm ? 1 : 2);
}

std::vector<LayerOutline> outline_of(const std::vector<LayerSpec>& layers, const InputSpec& input) {
    return Walk(layers, input).outline();
}

LayerOutline last_layer_outline(const std::vector<LayerOutline>& layers, const InputSpec& input,
                                int outputs) {
    LayerOutline last;
    last.in = layers.empty() ? std::vector<int>{input.channels, input.height, input.width}
                             : layers.back().out;
    if (last.in.empty())
        return last;
    last.multiplications = numbers_in(last.in) * outputs;
    last.weights = static_cast<long long>(last.multiplications) + outputs;
    last.nanoseconds = kOfAFullLayersWeight * last.multiplications;
    last.out = {outputs};
    return last;
}

double training_bytes(const LayerOutline& layer, int batch_size) {
    constexpr double kBytes = sizeof(float);
    return kBytes *
           (2 * batch_size * numbers_in(layer.out) + 4 * static_cast<double>(layer.weights));
}

}  // namespace rudolph
