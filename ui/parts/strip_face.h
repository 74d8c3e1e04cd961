#pragma once

#include <filesystem>

#include "core/eval/metrics.h"

namespace rudolph {

/// A validation face with its prediction.
struct StripFace {
    std::filesystem::path image;
    FaceResult result;
};

}  // namespace rudolph
