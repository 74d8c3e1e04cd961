#pragma once

#include <QPainter>
#include <functional>

#include "ui/base/palette.h"

namespace rudolph {

/// Calls `draw` twice, with a dark pen and with a bright one upon it, so that the lines show on any
/// picture.
void drawEdged(QPainter& painter, const std::function<void()>& draw,
               const QPen& bright = QPen(on_photograph::kBright, 1.2), double edge_width = 3);

}  // namespace rudolph
