#pragma once

#include <cstdint>
#include <string>

#include "core/predict/predictor.h"

namespace rudolph {

/// What went into an ONNX file. It takes any number of faces at once.
struct OnnxExport {
    ModelInfo info;
    std::string input;   ///< name of the value that takes N × channels × height × width floats
    std::string output;  ///< name of the value that gives N × (2 × points) normalised labels
    std::uint64_t bytes = 0;
};

}  // namespace rudolph
