#include "ui/photos/photo_tools.h"

#include <QFileInfo>

#include "core/experiment/shipped_models.h"

#include "ui/session/model_shelf.h"
#include "ui/settings/settings.h"

namespace rudolph {

PhotoTools enginePhotoTools() {
    return {engineModelTools(),
            [](const std::filesystem::path& file) { return open_engine()->open_video(file); },
            engineDownload(),
            [](const std::filesystem::path& file, cv::Size size, double frames_per_second) {
                return open_engine()->write_video(file, size, frames_per_second);
            }};
}

bool PhotoChoice::hasYuNet() const {
    return detector_file.isEmpty() ? !find_yunet().empty() : QFileInfo::exists(detector_file);
}

PhotoChoice rememberedPhotoChoice() {
    const Settings settings;
    PhotoChoice choice{settings.get(settings::kPhotoModel),
                       settings.get(settings::kPhotoSecondModel), DetectorKind::Hog,
                       settings.get(settings::kPhotoDetectorFile)};
    if (choice.model.isEmpty())
        choice.model = QLatin1String(kDefaultModel);
    if (choice.hasYuNet() && settings.get(settings::kPhotoDetector) != QStringLiteral("hog"))
        choice.detector = DetectorKind::YuNet;
    return choice;
}

void rememberPhotoChoice(const PhotoChoice& choice) {
    Settings settings;
    settings.set(settings::kPhotoModel, choice.model);
    settings.set(settings::kPhotoSecondModel, choice.second);
    settings.set(settings::kPhotoDetector, QString::fromStdString(to_string(choice.detector)));
    settings.set(settings::kPhotoDetectorFile, choice.detector_file);
}

}  // namespace rudolph
