#pragma once

#include <QString>
#include <vector>

#include "core/experiment/model_layers.h"

namespace rudolph {

/// Layers of a network in the person's words.

/// "Convolution"
QString layerKindText(LayerKind kind);
/// What it does, in a sentence.
QString layerKindTip(LayerKind kind);
/// "12 × 27 × 37": what comes out, channels first.
QString layerShapeText(const std::vector<int>& shape);
/// Why a layer does not fit and what to do, as a sentence; empty: it fits.
QString layerFaultText(const LayerSpec& layer, const LayerOutline& outline);

/// All layers as one text, as settings have it; of a long network its beginning.
QString layersText(const std::vector<LayerSpec>& layers);

}  // namespace rudolph
