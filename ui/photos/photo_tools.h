#pragma once

#include <QString>
#include <filesystem>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "core/detect/detector_file.h"
#include "core/engine/engine.h"

namespace rudolph {

/// How the Photos page comes by what finds faces, predicts points, reads videos and downloads: its
/// workers call these on their own threads. Tests put their own in place. All throw Error.
struct PhotoTools {
    std::function<std::unique_ptr<FaceDetector>(DetectorKind, const std::filesystem::path& file)>
        detector;
    std::function<std::unique_ptr<Predictor>(const QString& model)> predictor;
    std::function<std::unique_ptr<VideoReader>(const std::filesystem::path&)> video;
    std::function<void(const DetectorFile&, const std::filesystem::path& destination,
                       const ProgressCallback&, const CancelToken&)>
        download;
};

/// Those of the engine, which is opened when the first of them is called.
PhotoTools enginePhotoTools();

/// What is chosen on the Photos page.
struct PhotoChoice {
    QString model;   ///< a model file, a run folder, or the name of the shipped one
    QString second;  ///< to compare with; empty: none
    DetectorKind detector = DetectorKind::Hog;
    QString detector_file;  ///< YuNet's weights; empty: where they usually are

    bool operator==(const PhotoChoice&) const = default;
};

/// Detectors and models that were used last, kept while they are the chosen ones. Belongs to one
/// thread.
class PhotoToolbox {
public:
    explicit PhotoToolbox(PhotoTools tools) : tools_(std::move(tools)) {}

    /// Throw Error. A model is loaded again when its file has changed.
    FaceDetector& detector(const PhotoChoice& choice);
    Predictor& predictor(const QString& model);
    /// Forgets models that are not among these.
    void keepOnly(const QString& model, const QString& second);
    const PhotoTools& tools() const { return tools_; }

private:
    struct Loaded {
        QString model;
        std::filesystem::file_time_type time;
        std::unique_ptr<Predictor> predictor;
    };

    PhotoTools tools_;
    std::unique_ptr<FaceDetector> detector_;
    DetectorKind detector_kind_ = DetectorKind::Hog;
    QString detector_file_;
    std::vector<Loaded> loaded_;
};

}  // namespace rudolph
