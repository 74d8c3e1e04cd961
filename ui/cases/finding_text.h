#pragma once

#include <QString>

#include "core/eval/diagnosis.h"

namespace rudolph {

/// What was found, as one sentence without a full stop: "Turned heads are off twice as much as
/// frontal ones".
QString findingText(const Finding& finding);
/// The numbers behind it, for a tip.
QString findingDetails(const Finding& finding);
/// "Jaw", "Brows", …
QString partName(FacePart part);
/// "Brightness", …
QString attributeName(Attribute attribute);
/// The same with its unit, as an axis is labelled.
QString attributeLabel(Attribute attribute);
/// A value of it with its unit.
QString attributeText(Attribute attribute, double value);

}  // namespace rudolph
