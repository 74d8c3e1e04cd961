#pragma once

#include <QString>

#include "core/dataset/dataset.h"

namespace rudolph {

/// As to_string(), in the user's language where it is not a name.
QString formatText(DatasetFormat format);

}  // namespace rudolph
