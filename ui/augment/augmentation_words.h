#pragma once

#include <QString>
#include <QStringList>

#include "core/augment/augmentation_effects.h"

namespace rudolph {

/// What was drawn for a picture, one entry an effect, in the order in which they happen: "flipped",
/// "turned left by 12°", "darkened to 0.7". Effects too small to be named are left out; empty where
/// nothing is left.
QStringList augmentationWords(const AugmentationDraw& draw);

/// The same as one text; "Unchanged" where nothing happened.
QString augmentationText(const AugmentationDraw& draw);

/// "Only rotation": the effect as a choice.
QString aloneText(AugmentationEffect effect);
/// Said when the experiment leaves the effect out: "Rotation is off".
QString offText(AugmentationEffect effect);

}  // namespace rudolph
