#pragma once

#include <QString>

#include "ui/session/train_worker.h"

namespace rudolph {

/// How a training ended, what came of it, and whether it can go on, in a sentence or two.
QString trainingEndText(const TrainingEnd& end);

}  // namespace rudolph
