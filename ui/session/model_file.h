#pragma once

#include <QString>
#include <filesystem>
#include <optional>

#include "core/formats/file_stamp.h"

namespace rudolph {

/// The file that a model is read from now, with its stamp; another one as soon as a training has
/// written a better network. Empty stamp: it comes with the program, or is not there.
struct ModelFile {
    std::filesystem::path file;
    std::optional<FileStamp> stamp;

    bool operator==(const ModelFile&) const = default;
};

/// `model`: a model file, a run folder, or the name of a shipped model.
ModelFile modelFile(const QString& model);

}  // namespace rudolph
