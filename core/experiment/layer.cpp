#include "core/experiment/layer.h"

#include <array>
#include <cmath>
#include <vector>

#include "core/base/error.h"
#include "core/base/text.h"

namespace rudolph {
namespace {

struct KindWords {
    std::string_view name;
    std::string_view example;
};

/// In the order of LayerKind.
constexpr std::array<KindWords, kLayerKinds> kKinds = {{{"conv", "conv 12 7"},
                                                        {"batch-norm", "batch-norm"},
                                                        {"relu", "relu"},
                                                        {"leaky-relu", "leaky-relu"},
                                                        {"tanh", "tanh"},
                                                        {"dropout", "dropout 0.3"},
                                                        {"max-pool", "max-pool 2"},
                                                        {"average-pool", "average-pool 2"},
                                                        {"residual", "residual"},
                                                        {"end", "end"},
                                                        {"global-pool", "global-pool"},
                                                        {"full", "full 168"}}};

constexpr std::array<LayerNumber, 6> kConvolutionNumbers = {{
    {"channels", &LayerSpec::width, 1, 2048, false, 0},
    {"kernel", &LayerSpec::window, 1, 31, false, 0},
    {"stride", &LayerSpec::stride, 1, 16, true, 1},
    {"pad", &LayerSpec::padding, 0, 64, true, 0},
    {"dilation", &LayerSpec::dilation, 1, 16, true, 1},
    {"groups", &LayerSpec::groups, 1, 2048, true, 1},
}};
constexpr std::array<LayerNumber, 2> kPoolNumbers = {{
    {"size", &LayerSpec::window, 1, 64, false, 0},
    {"stride", &LayerSpec::stride, 0, 64, true, 0},
}};
constexpr std::array<LayerNumber, 1> kFullNumbers = {{
    {"numbers", &LayerSpec::width, 1, 16384, false, 0},
}};

const KindWords& words_of(LayerKind kind) {
    return kKinds.at(static_cast<size_t>(kind));
}

[[noreturn]] void throw_wrong(std::string_view text, const std::string& why, LayerKind kind) {
    throw Error("'" + std::string(text) + "' " + why + ": write it such as " +
                std::string(words_of(kind).example));
}

LayerKind kind_from(std::string_view text, std::string_view word) {
    std::string known;
    for (size_t i = 0; i < kKinds.size(); ++i) {
        if (kKinds[i].name == word)
            return static_cast<LayerKind>(i);
        known += (known.empty() ? "" : ", ") + std::string(kKinds[i].name);
    }
    throw Error((word.empty() ? "a layer is empty" : "'" + std::string(text) + "' is no layer") +
                std::string(": the kinds are ") + known);
}

int number_from(std::string_view text, std::string_view word, LayerKind kind) {
    constexpr long long kFar = 1'000'000'000;
    const auto number = parse_integer(word);
    if (!number || *number < -kFar || *number > kFar)
        throw_wrong(text, "has '" + std::string(word) + "' in the place of a whole number", kind);
    return static_cast<int>(*number);
}

std::string names_of_options(LayerKind kind) {
    std::string names;
    for (const LayerNumber& number : layer_numbers(kind))
        if (number.is_option)
            names += (names.empty() ? "" : ", ") + std::string(number.name);
    return names;
}

/// Reads "stride 2 pad 1" from the word at `next` on.
void take_options(std::string_view text, const std::vector<std::string_view>& all, size_t next,
                  LayerSpec& layer) {
    std::vector<std::string_view> seen;
    for (; next < all.size(); next += 2) {
        const LayerNumber* option = nullptr;
        for (const LayerNumber& number : layer_numbers(layer.kind))
            if (number.is_option && number.name == all[next])
                option = &number;
        if (option == nullptr) {
            const std::string options = names_of_options(layer.kind);
            throw_wrong(text,
                        "has '" + std::string(all[next]) + "' too much" +
                            (options.empty() ? "" : " (it may have " + options + ")"),
                        layer.kind);
        }
        for (const std::string_view name : seen)
            if (name == all[next])
                throw_wrong(text, "says '" + std::string(name) + "' twice", layer.kind);
        seen.push_back(all[next]);
        if (next + 1 == all.size())
            throw_wrong(text, "has no number after '" + std::string(all[next]) + "'", layer.kind);
        layer.*option->value = number_from(text, all[next + 1], layer.kind);
    }
}

}  // namespace

std::span<const LayerNumber> layer_numbers(LayerKind kind) {
    switch (kind) {
        case LayerKind::Convolution:
            return kConvolutionNumbers;
        case LayerKind::MaxPool:
        case LayerKind::AveragePool:
            return kPoolNumbers;
        case LayerKind::Full:
            return kFullNumbers;
        default:
            return {};
    }
}

std::string_view layer_name(LayerKind kind) {
    return words_of(kind).name;
}

LayerSpec usual_layer(LayerKind kind) {
    return parse_layer(kind == LayerKind::Convolution ? "conv 24 3 pad 1" : words_of(kind).example);
}

LayerSpec parse_layer(std::string_view text) {
    const std::vector<std::string_view> all = words(text);
    LayerSpec layer;
    layer.kind = kind_from(text, all.empty() ? std::string_view() : all.front());
    size_t next = 1;
    for (const LayerNumber& number : layer_numbers(layer.kind)) {
        if (number.is_option) {
            layer.*number.value = number.usual;
            continue;
        }
        if (next == all.size())
            throw_wrong(text, "says no " + std::string(number.name), layer.kind);
        layer.*number.value = number_from(text, all[next++], layer.kind);
    }
    if (layer.kind == LayerKind::Dropout) {
        if (next == all.size())
            throw_wrong(text, "says no probability", layer.kind);
        const auto rate = parse_number(all[next]);
        if (!rate || !std::isfinite(*rate))
            throw_wrong(text, "has '" + std::string(all[next]) + "' in the place of a number",
                        layer.kind);
        layer.rate = *rate;
        ++next;
    }
    take_options(text, all, next, layer);
    // A pool whose window moves by its own width is one thing, however it was said.
    const bool is_pool = layer.kind == LayerKind::MaxPool || layer.kind == LayerKind::AveragePool;
    if (is_pool && layer.stride == layer.window)
        layer.stride = 0;
    return layer;
}

std::string layer_text(const LayerSpec& layer) {
    std::string text(layer_name(layer.kind));
    for (const LayerNumber& number : layer_numbers(layer.kind)) {
        const int value = layer.*number.value;
        if (!number.is_option)
            text += " " + std::to_string(value);
        else if (value != number.usual)
            text += " " + std::string(number.name) + " " + std::to_string(value);
    }
    if (layer.kind == LayerKind::Dropout)
        text += " " + number_text(layer.rate);
    return text;
}

}  // namespace rudolph
