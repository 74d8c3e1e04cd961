#pragma once

#include <span>
#include <string>
#include <string_view>

namespace rudolph {

enum class LayerKind {
    Convolution,  ///< and a bias a channel
    BatchNorm,    ///< Ioffe, Szegedy, ICML 2015, of channels of a picture or of single numbers
    Relu,
    LeakyRelu,
    Tanh,
    Dropout,  ///< while it learns: zero with this probability, the others so much larger
    MaxPool,
    AveragePool,
    Residual,     ///< what comes in here is added again at its end
    ResidualEnd,  ///< where shapes differ, through a 1×1 convolution or a fully connected layer
    GlobalPool,   ///< the average of each channel over the picture
    Full          ///< fully connected, of all numbers that come in
};
inline constexpr int kLayerKinds = 12;

/// One layer of a Cnn. A kind uses some of the numbers, see layer_numbers(); the others stay as
/// they are here.
struct LayerSpec {
    LayerKind kind = LayerKind::Relu;
    int width = 1;     ///< channels of a convolution, or numbers that come out of a full layer
    int window = 1;    ///< side of what a convolution or a pool looks at, px
    int stride = 0;    ///< px; of a convolution at least 1; of a pool, 0: as wide as its window
    int padding = 0;   ///< zeros about the picture, px on each side
    int dilation = 1;  ///< distance of a window's pixels, px
    int groups = 1;    ///< parts of the channels that do not see each other
    double rate = 0;   ///< probability of a dropout

    bool operator==(const LayerSpec&) const = default;
};

/// One whole number of a kind of layer, as texts and forms name it.
struct LayerNumber {
    std::string_view name;  ///< "channels"
    int LayerSpec::*value;
    int least;
    int most;
    bool is_option;  ///< may be left out of a text and is then as in `usual`
    int usual;
};

/// In the order of texts.
std::span<const LayerNumber> layer_numbers(LayerKind kind);

/// "conv", "batch-norm", …
std::string_view layer_name(LayerKind kind);

/// A layer of that kind with numbers that suit many networks.
LayerSpec usual_layer(LayerKind kind);

/// "conv 24 3 stride 2 pad 1 dilation 1 groups 2", "batch-norm", "relu", "leaky-relu", "tanh",
/// "dropout 0.3", "max-pool 2", "average-pool 3 stride 2", "residual", "end", "global-pool",
/// "full 168". Throws Error that says what is wrong and how it is written; does not look at ranges.
LayerSpec parse_layer(std::string_view text);
/// The shortest text that parse_layer() reads as the same.
std::string layer_text(const LayerSpec& layer);

}  // namespace rudolph
