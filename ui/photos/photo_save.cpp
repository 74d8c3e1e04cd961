#include "ui/photos/photo_save.h"

#include <QElapsedTimer>
#include <exception>

#include "ui/base/error_text.h"
#include "ui/base/path_convert.h"
#include "ui/session/model_shelf.h"

namespace rudolph {
namespace {

constexpr int kProgressMs = 33;

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

PhotoModel photoModelOf(const PhotoListModel& photos, const QString& model) {
    const auto scheme = schemeOf(photos);
    const QString name = model == QLatin1String(kShippedModel) ? model : ModelShelf::nameOf(model);
    return {name.toStdString(), scheme ? *scheme : LandmarkScheme()};
}

PhotoFiles photoFiles(const PhotoSaveRequest& request) {
    PhotoFiles files;
    files.folder = request.folder;
    files.drawn_in = request.pictures ? "drawn" : "";
    files.table = request.table ? "faces.csv" : "";
    files.json = request.json ? "faces.jsonl" : "";
    files.formats_in = "points";
    if (request.points)
        files.formats = {*request.points};
    files.overwrite = files.overwrite_tables = request.overwrite;
    return files;
}

void PhotoSaveWorker::save(const PhotoSaveRequest& request) {
    QElapsedTimer since_progress;
    const auto tell = [&](const Progress& progress) {
        if (since_progress.isValid() && since_progress.elapsed() < kProgressMs &&
            progress.done < progress.total)
            return;
        since_progress.start();
        emit progressed(request.number, static_cast<int>(progress.done),
                        static_cast<int>(progress.total));
    };
    try {
        const SavedPhotos result =
            save_photos(request.photos, request.model, photoFiles(request), request.cancel, tell);
        QStringList written;
        for (const std::string& name : result.written)
            written << QString::fromStdString(name);
        emit saved(request.number, written, result.left_out);
    } catch (const Cancelled&) {
        emit cancelled(request.number);
    } catch (...) {
        const ErrorText text = errorText(std::current_exception());
        emit failed(request.number, text.what, text.advice);
    }
}

}  // namespace rudolph
