#pragma once

#include <QString>

#include "core/runs/run.h"

namespace rudolph {

/// "finished"
QString runStateText(RunState state);

}  // namespace rudolph
