#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/experiment/experiment.h"

namespace rudolph {

/// The layers of a Cnn before its last one: those that are listed, or those that the short way
/// (channels, kernels, activation, pooling, hidden) stands for.
std::vector<LayerSpec> layers_of(const ModelSpec& model);

/// Makes `layers`, at least one, the model's: in the short way where that can say them, else as a
/// list, which leaves the short way as it was.
void set_layers(ModelSpec& model, const std::vector<LayerSpec>& layers);

/// Whether a training step must see its whole batch at once, and at least two faces of it: batch
/// norm wants that.
bool has_batch_norm(const ModelSpec& model);

/// Of how many faces a share of a batch must be at least: four where batch norm takes its averages
/// of it.
int least_share(const ModelSpec& model);

/// Among how many threads a batch of so many faces can be shared out, each taking its share through
/// the whole network. Batch norm then norms each share by itself, as trainings on several devices
/// do, and gets eight faces for that, or halves of at least four. One with dropout, whose numbers
/// would depend on which thread asks first.
int most_shares(const ModelSpec& model, int batch_size);

enum class LayerFault {
    None,
    OutOfRange,          ///< one of its numbers
    NeedsPicture,        ///< comes after a full layer, which leaves no picture
    WindowTooLarge,      ///< for the picture that comes in
    GroupsDoNotDivide,   ///< the channels that come in and those that go out
    PictureTooLarge,     ///< more numbers come out than memory can hold
    TooManyWeights,      ///< to hold in memory
    NoEnd,               ///< a residual that does not end
    NoBegin,             ///< an end of no residual
    ShortcutDoesNotFit,  ///< an end: no stride makes what came in as large as what comes out
    TooManyLayers
};

/// What a layer makes of what it gets.
struct LayerOutline {
    /// What comes in and out: {channels, height, width}, or {numbers} after a full layer. Empty:
    /// not known, because a layer before does not fit or this one.
    std::vector<int> in;
    std::vector<int> out;
    long long weights = 0;
    double multiplications = 0;  ///< of one face, forward
    /// Of one face, forward and backward, in about nanoseconds of a processor's core: to be
    /// compared with other layers of the same network.
    double nanoseconds = 0;
    int shortcut_stride = 0;  ///< of an end's 1×1 convolution; 0: what came in fits as it is
    LayerFault fault = LayerFault::None;
    std::string problem;  ///< a sentence part: what is wrong, and what to do; empty: it fits
};

/// Weights of one layer, its biases included: a gigabyte of them, and Adam keeps three more copies.
inline constexpr long long kMostWeights = (1LL << 28) + (1LL << 14);
inline constexpr int kMostLayers = 1000;

/// What becomes of a picture on its way through the layers, one entry a layer. Of those that do not
/// fit the first is marked, and residuals without an end and ends without a residual; nothing is
/// known of what comes behind it.
std::vector<LayerOutline> outline_of(const std::vector<LayerSpec>& layers, const InputSpec& input);

/// The last layer of a Cnn: fully connected, of what comes out of the layers to the points.
LayerOutline last_layer_outline(const std::vector<LayerOutline>& layers, const InputSpec& input,
                                int outputs);

/// Of a step of so many faces: what comes out of the layer and the gradients of that, and its
/// weights with their gradients and Adam's two averages, in 32 bits.
double training_bytes(const LayerOutline& layer, int batch_size);

}  // namespace rudolph
