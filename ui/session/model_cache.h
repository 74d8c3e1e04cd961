#pragma once

#include <QString>
#include <QStringList>
#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

#include "core/engine/engine.h"
#include "ui/session/model_file.h"

namespace rudolph {

/// What loads models and detectors. Tests put their own in place. Both throw Error.
struct ModelTools {
    std::function<std::unique_ptr<FaceDetector>(DetectorKind, const std::filesystem::path& file)>
        detector;
    std::function<std::unique_ptr<Predictor>(const QString& model)> predictor;
};

/// Those of the engine, which is opened when the first of them is called.
ModelTools engineModelTools();

/// Models and detectors that were used last, loaded again when their files have changed. For one
/// thread at a time.
class ModelCache {
public:
    explicit ModelCache(ModelTools tools = engineModelTools()) : tools_(std::move(tools)) {}

    /// Throws Error. Whoever keeps one knows by comparing that there is a newer one.
    std::shared_ptr<Predictor> predictor(const QString& model);
    /// `file`: YuNet's weights; empty for where they usually are. Throws Error.
    std::shared_ptr<FaceDetector> detector(DetectorKind kind, const QString& file);
    /// Forgets models that are not among these.
    void keepOnly(const QStringList& models);

private:
    struct Loaded {
        QString model;
        ModelFile file;
        std::shared_ptr<Predictor> predictor;
    };

    ModelTools tools_;
    std::vector<Loaded> loaded_;
    std::shared_ptr<FaceDetector> detector_;
    DetectorKind detector_kind_ = DetectorKind::Hog;
    QString detector_file_;
};

}  // namespace rudolph
