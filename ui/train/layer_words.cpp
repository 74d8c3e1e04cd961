#include "ui/train/layer_words.h"

#include <QStringList>

#include "ui/base/number_text.h"
#include "ui/base/tr.h"

namespace rudolph {
namespace {

constexpr size_t kShownLayers = 16;

QString sizeText(const std::vector<int>& shape) {
    return shape.size() < 3 ? QString() : QStringLiteral("%1 × %2 px").arg(shape[2]).arg(shape[1]);
}

}  // namespace

QString layerKindText(LayerKind kind) {
    switch (kind) {
        case LayerKind::Convolution:
            return tr("Convolution");
        case LayerKind::BatchNorm:
            return tr("Batch norm");
        case LayerKind::Relu:
            return tr("ReLU");
        case LayerKind::LeakyRelu:
            return tr("Leaky ReLU");
        case LayerKind::Tanh:
            return tr("Tanh");
        case LayerKind::Dropout:
            return tr("Dropout");
        case LayerKind::MaxPool:
            return tr("Max pool");
        case LayerKind::AveragePool:
            return tr("Average pool");
        case LayerKind::Residual:
            return tr("Residual");
        case LayerKind::ResidualEnd:
            return tr("Residual's end");
        case LayerKind::GlobalPool:
            return tr("Global pool");
        case LayerKind::Full:
            return tr("Fully connected");
    }
    return {};
}

QString layerKindTip(LayerKind kind) {
    switch (kind) {
        case LayerKind::Convolution:
            return tr("Looks for as many patterns as it has channels, everywhere.");
        case LayerKind::BatchNorm:
            return tr(
                "Gives each channel the mean 0 and the deviation 1 over the faces of a batch, then "
                "a scale and a shift that are learnt.");
        case LayerKind::Relu:
            return tr("Makes numbers below zero zero.");
        case LayerKind::LeakyRelu:
            return tr("Makes numbers below zero a hundred times smaller.");
        case LayerKind::Tanh:
            return tr("Bends all numbers into −1 to 1, an S.");
        case LayerKind::Dropout:
            return tr(
                "While it learns, sets a share of the numbers to zero, so that none is relied on "
                "alone.");
        case LayerKind::MaxPool:
            return tr("Makes one pixel of a window of pixels: the largest.");
        case LayerKind::AveragePool:
            return tr("Makes one pixel of a window of pixels: their average.");
        case LayerKind::Residual:
            return tr(
                "What comes in here is added again at its end, so that the layers between need "
                "only learn the difference.");
        case LayerKind::ResidualEnd:
            return tr(
                "Adds what came in at the residual; where the shapes differ, through a 1×1 "
                "convolution.");
        case LayerKind::GlobalPool:
            return tr("The average of each channel over the whole picture.");
        case LayerKind::Full:
            return tr("Every number that comes out is a sum of all that come in.");
    }
    return {};
}

QString layerShapeText(const std::vector<int>& shape) {
    QStringList sizes;
    for (const int size : shape)
        sizes << QString::number(size);
    return sizes.join(QStringLiteral(" × "));
}

QString layerFaultText(const LayerSpec& layer, const LayerOutline& outline) {
    switch (outline.fault) {
        case LayerFault::None:
            return {};
        case LayerFault::OutOfRange:
            return tr("One of its numbers is out of range: change it here.");
        case LayerFault::NeedsPicture:
            return layer.kind == LayerKind::ResidualEnd
                       ? tr("A picture cannot be added to single numbers: end the residual before "
                            "the fully connected layer.")
                       : tr("Gets single numbers and no picture: move it before the fully "
                            "connected layer.");
        case LayerFault::WindowTooLarge:
            return tr("Gets only %1, too small for its window: make the window smaller, leave "
                      "layers before it out, or use a larger input.")
                .arg(sizeText(outline.in));
        case LayerFault::GroupsDoNotDivide:
            return tr("The %1 channels that come in and the %2 that go out must both be "
                      "multiples of the %3 groups.")
                .arg(outline.in.empty() ? 0 : outline.in.front())
                .arg(layer.width)
                .arg(layer.groups);
        case LayerFault::PictureTooLarge:
            return tr(
                "Makes more numbers than memory can hold: use fewer channels, or a stride or a "
                "pool before it.");
        case LayerFault::TooManyWeights:
            return tr("Has %1 weights, more than memory can hold: make it narrower, or the "
                      "picture smaller by a pool.")
                .arg(countText(outline.weights));
        case LayerFault::NoEnd:
            return tr("Does not end: put a residual's end behind its layers.");
        case LayerFault::NoBegin:
            return tr("Ends a residual that does not begin: put a residual before it.");
        case LayerFault::ShortcutDoesNotFit:
            return tr(
                "What came in does not fit what comes out: pad the convolutions between, a 3 by "
                "1, a 5 by 2.");
        case LayerFault::TooManyLayers:
            return tr("Is one layer too many.");
    }
    return {};
}

QString layersText(const std::vector<LayerSpec>& layers) {
    QStringList texts;
    for (const LayerSpec& layer : layers) {
        if (texts.size() == static_cast<int>(kShownLayers)) {
            texts << tr("… (%n layers in all)", nullptr, static_cast<int>(layers.size()));
            break;
        }
        texts << QString::fromStdString(layer_text(layer));
    }
    return texts.join(QStringLiteral(", "));
}

}  // namespace rudolph
