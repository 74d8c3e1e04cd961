#include "ui/photos/photo_save.h"

#include "core/experiment/shipped_models.h"

#include "ui/session/model_shelf.h"

namespace rudolph {
namespace {

std::shared_ptr<const LandmarkScheme> schemeOf(const PhotoListModel& photos) {
    for (int row = 0; row < photos.rowCount(); ++row)
        if (photos.entry(row).reading.scheme)
            return photos.entry(row).reading.scheme;
    return nullptr;
}

}  // namespace

std::vector<PhotoResult> photoResults(const PhotoListModel& photos) {
    const auto scheme = schemeOf(photos);
    std::vector<PhotoResult> results;
    for (int row = 0; row < photos.rowCount(); ++row) {
        const PhotoEntry& entry = photos.entry(row);
        if (entry.isVideo())
            continue;
        PhotoResult result;
        result.file = entry.file;
        result.size = entry.size;
        const bool other = entry.reading.scheme && scheme && *entry.reading.scheme != *scheme;
        if (entry.state == PhotoState::Broken)
            result.problem = entry.problem.toStdString();
        else if (entry.state == PhotoState::Waiting || other)
            result.problem = "was not looked at yet";
        else
            result.faces = entry.reading.faces;
        results.push_back(std::move(result));
    }
    return results;
}

std::vector<std::filesystem::path> videosOf(const PhotoListModel& photos) {
    std::vector<std::filesystem::path> videos;
    for (int row = 0; row < photos.rowCount(); ++row)
        if (const PhotoEntry& entry = photos.entry(row);
            entry.isVideo() && entry.state != PhotoState::Broken)
            videos.push_back(entry.file);
    return videos;
}

PhotoModel photoModelOf(const PhotoListModel& photos, const QString& model) {
    const auto scheme = schemeOf(photos);
    const QString name = model == QLatin1String(kDefaultModel) ? model : ModelShelf::nameOf(model);
    return {name.toStdString(), scheme ? *scheme : LandmarkScheme()};
}

}  // namespace rudolph
