#pragma once

#include <filesystem>

#include "core/predict/onnx_export.h"

namespace rudolph {

/// See Engine::export_onnx.
OnnxExport export_onnx(const std::filesystem::path& file_or_run,
                       const std::filesystem::path& destination);

}  // namespace rudolph
