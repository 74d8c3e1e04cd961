#include "ui/photos/photo_tools.h"

#include "core/predict/model_file.h"
#include "ui/base/path_convert.h"

namespace rudolph {

PhotoTools enginePhotoTools() {
    PhotoTools tools;
    tools.detector = [](DetectorKind kind, const std::filesystem::path& file) {
        return open_engine()->load_detector(kind, file);
    };
    tools.predictor = [](const QString& model) {
        return open_engine()->load_model(toPath(model), DeviceChoice::Auto);
    };
    tools.video = [](const std::filesystem::path& file) { return open_engine()->open_video(file); };
    tools.download = [](const DetectorFile& file, const std::filesystem::path& destination,
                        const ProgressCallback& progress, const CancelToken& cancel) {
        open_engine()->download(file.url, file.sha256, destination, progress, cancel);
    };
    return tools;
}

FaceDetector& PhotoToolbox::detector(const PhotoChoice& choice) {
    const bool same =
        detector_ && detector_kind_ == choice.detector &&
        (choice.detector == DetectorKind::Hog || detector_file_ == choice.detector_file);
    if (same)
        return *detector_;
    detector_.reset();
    detector_ = tools_.detector(choice.detector, toPath(choice.detector_file));
    detector_kind_ = choice.detector;
    detector_file_ = choice.detector_file;
    return *detector_;
}

Predictor& PhotoToolbox::predictor(const QString& model) {
    // A run that goes on training writes its best model anew; the shipped one has no file.
    std::filesystem::file_time_type time{};
    std::error_code no_file;
    if (const auto path = toPath(model); std::filesystem::exists(path, no_file))
        time = std::filesystem::last_write_time(find_model_file(path), no_file);
    for (Loaded& loaded : loaded_) {
        if (loaded.model != model)
            continue;
        if (loaded.time != time) {
            loaded.predictor = tools_.predictor(model);
            loaded.time = time;
        }
        return *loaded.predictor;
    }
    loaded_.push_back({model, time, tools_.predictor(model)});
    return *loaded_.back().predictor;
}

void PhotoToolbox::keepOnly(const QString& model, const QString& second) {
    std::erase_if(loaded_, [&](const Loaded& loaded) {
        return loaded.model != model && loaded.model != second;
    });
}

}  // namespace rudolph
