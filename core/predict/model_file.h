#pragma once

#include "core/model/safetensors.h"
#include "core/predict/predictor.h"

namespace rudolph {

/// The metadata of a model's .safetensors file: "format" is "pt", and "rudolph" holds everything of
/// ModelInfo as JSON, so that the one file is a whole model.
std::map<std::string, std::string> model_metadata(const ModelInfo& info);

/// Reads it back. Throws Error naming the file when it has none (weights from elsewhere), or what
/// is there does not make sense.
ModelInfo model_info(const Safetensors& contents, const std::filesystem::path& file);

/// The model file that is meant: a file itself, or a run folder's best.safetensors, or its
/// last.safetensors while no epoch is done. Throws Error when there is none.
std::filesystem::path find_model_file(const std::filesystem::path& file_or_run);

}  // namespace rudolph
