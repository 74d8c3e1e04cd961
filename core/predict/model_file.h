#pragma once

#include "core/experiment/shipped_models.h"
#include "core/model/safetensors.h"
#include "core/predict/predictor.h"

namespace rudolph {

/// The metadata of a model's .safetensors file: "format" is "pt", and "rudolph" holds everything of
/// ModelInfo as JSON, so that the one file is a whole model.
std::map<std::string, std::string> model_metadata(const ModelInfo& info);

/// Reads it back. Throws Error naming the file when it has none (weights from elsewhere), or what
/// is there does not make sense.
ModelInfo model_info(const Safetensors& contents, const std::filesystem::path& file);

/// The weights of a model as numbers and its description: of a shipped model by its name, of a
/// file, or of a run folder (see find_model_file); `file` becomes what was read. Throws Error.
Safetensors read_model(const std::filesystem::path& model, std::filesystem::path& file);

/// What a model says about itself, without reading its weights. Throws Error as read_model() and
/// model_info() do.
ModelInfo read_model_info(const std::filesystem::path& model);

/// Keeps a calibration in a model file, which is written anew atomically. Throws Error.
void write_calibration(const std::filesystem::path& file, const Calibration& calibration);

/// Writes a model (as read_model takes it) into one .safetensors file of its own, with weights of 8
/// bits (see quantised): about a quarter of the size. Throws Error.
void write_compact_model(const std::filesystem::path& model,
                         const std::filesystem::path& destination);

/// The model file that is meant: a file itself, or a run folder's best.safetensors, or its
/// last.safetensors while no epoch is done. The name of a shipped model, where nothing is called
/// so, stays as it is. Throws Error when there is none.
std::filesystem::path find_model_file(const std::filesystem::path& file_or_run);

}  // namespace rudolph
