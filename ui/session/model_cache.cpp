#include "ui/session/model_cache.h"

#include <algorithm>

#include "ui/base/path_convert.h"

namespace rudolph {

ModelTools engineModelTools() {
    return {[](DetectorKind kind, const std::filesystem::path& file) {
                return open_engine()->load_detector(kind, file);
            },
            [](const QString& model) {
                return open_engine()->load_model(toPath(model), DeviceChoice::Auto);
            }};
}

std::shared_ptr<Predictor> ModelCache::predictor(const QString& model) {
    // Before it is read: what is written meanwhile is loaded the next time.
    const ModelFile file = modelFile(model);
    const auto known = std::find_if(loaded_.begin(), loaded_.end(),
                                    [&](const Loaded& loaded) { return loaded.model == model; });
    if (known != loaded_.end() && known->file == file)
        return known->predictor;
    if (known != loaded_.end())
        loaded_.erase(known);
    loaded_.push_back({model, file, tools_.predictor(model)});
    return loaded_.back().predictor;
}

std::shared_ptr<FaceDetector> ModelCache::detector(DetectorKind kind, const QString& file) {
    const bool same = detector_ && detector_kind_ == kind &&
                      (kind == DetectorKind::Hog || detector_file_ == file);
    if (same)
        return detector_;
    detector_.reset();
    detector_ = tools_.detector(kind, toPath(file));
    detector_kind_ = kind;
    detector_file_ = file;
    return detector_;
}

void ModelCache::keepOnly(const QStringList& models) {
    std::erase_if(loaded_, [&](const Loaded& loaded) { return !models.contains(loaded.model); });
}

}  // namespace rudolph
