#include "ui/photos/photo_save.h"

#include <algorithm>
#include <exception>
#include <set>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/image/decode.h"
#include "core/predict/photo_draw.h"
#include "ui/base/error_text.h"
#include "ui/base/path_convert.h"
#include "ui/session/model_shelf.h"

namespace rudolph {
namespace {

namespace fs = std::filesystem;

constexpr int kProgressMs = 33;
constexpr auto kDrawn = "drawn";
constexpr auto kPoints = "points";
constexpr auto kTable = "faces.csv";
constexpr auto kJson = "faces.jsonl";

std::shared_ptr<const LandmarkScheme> schemeOf(const PhotoListModel& photos) {
    for (int row = 0; row < photos.rowCount(); ++row)
        if (photos.entry(row).reading.scheme)
            return photos.entry(row).reading.scheme;
    return nullptr;
}

/// Photographs of several folders may have the same name.
std::string uniqueName(const fs::path& file, std::set<std::string>& used) {
    const std::string extension = lower(file.extension().string());
    const bool lossy = extension == ".jpg" || extension == ".jpeg" || extension == ".heic" ||
                       extension == ".heif" || extension == ".webp" || extension == ".avif";
    const std::string ending = lossy ? ".jpg" : ".png";
    std::string name = file.stem().string() + ending;
    for (int i = 2; !used.insert(name).second; ++i)
        name = file.stem().string() + "-" + std::to_string(i) + ending;
    return name;
}

void refuseToOverwrite(const fs::path& file) {
    std::error_code ignored;
    if (fs::exists(file, ignored))
        throw Error("this file is there already", {file},
                    "choose another folder, or allow that files are written over");
}

std::string tableOf(const PhotoSaveRequest& request) {
    std::string text = photo_csv_header(request.model.scheme, false);
    for (const PhotoResult& photo : request.photos)
        if (!photo.failed())
            text += photo_csv_rows(photo, request.model.scheme, false);
    return text;
}

std::string jsonOf(const PhotoSaveRequest& request) {
    std::string text;
    for (const PhotoResult& photo : request.photos)
        text += photo_json(photo, request.model).dump() + '\n';
    return text;
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

void PhotoSaveWorker::save(const PhotoSaveRequest& request) {
    try {
        request.cancel.throw_if_cancelled();
        const auto left_out =
            std::count_if(request.photos.begin(), request.photos.end(),
                          [](const PhotoResult& photo) { return photo.failed(); });
        const QStringList written = saveAll(request);
        emit saved(request.number, written, static_cast<int>(left_out));
    } catch (const Cancelled&) {
        emit cancelled(request.number);
    } catch (...) {
        const ErrorText text = errorText(std::current_exception());
        emit failed(request.number, text.what, text.advice);
    }
}

void PhotoSaveWorker::tell(int number, int done, int total) {
    if (since_progress_.isValid() && since_progress_.elapsed() < kProgressMs && done < total)
        return;
    since_progress_.start();
    emit progressed(number, done, total);
}

QStringList PhotoSaveWorker::saveAll(const PhotoSaveRequest& request) {
    since_progress_.invalidate();
    std::error_code failure;
    fs::create_directories(request.folder, failure);
    if (failure)
        throw Error("this folder cannot be made: " + failure.message(), {request.folder},
                    "choose another one");
    if (!request.overwrite)
        for (const auto& [wanted, name] :
             {std::pair(request.table, kTable), std::pair(request.json, kJson)})
            if (wanted)
                refuseToOverwrite(request.folder / name);
    const int photos = request.pictures ? static_cast<int>(request.photos.size()) : 0;
    const int total = photos + 3;
    QStringList written;
    if (request.pictures) {
        drawAll(request, total);
        written << QString::fromLatin1(kDrawn);
    }
    request.cancel.throw_if_cancelled();
    if (request.points) {
        WriteRequest write;
        write.format = *request.points;
        write.destination = request.folder / kPoints;
        write.pictures = PictureHandling::Refer;  // copies would keep where they were taken
        write.overwrite = request.overwrite;
        write_dataset(
            photo_dataset(request.photos, request.model,
                          write.format == DatasetFormat::Project ? PhotoPoints::AsProposals
                                                                 : PhotoPoints::AsPoints),
            write, request.cancel);
        written << QString::fromLatin1(kPoints);
    }
    tell(request.number, photos + 1, total);
    request.cancel.throw_if_cancelled();
    if (request.table) {
        write_file(request.folder / kTable, tableOf(request));
        written << QString::fromLatin1(kTable);
    }
    tell(request.number, photos + 2, total);
    if (request.json) {
        write_file(request.folder / kJson, jsonOf(request));
        written << QString::fromLatin1(kJson);
    }
    tell(request.number, total, total);
    return written;
}

void PhotoSaveWorker::drawAll(const PhotoSaveRequest& request, int total) {
    const fs::path folder = request.folder / kDrawn;
    std::error_code ignored;
    fs::create_directories(folder, ignored);
    std::set<std::string> used;
    int done = 0;
    for (const PhotoResult& photo : request.photos) {
        request.cancel.throw_if_cancelled();
        tell(request.number, done++, total);
        if (photo.failed())
            continue;
        const fs::path file = folder / uniqueName(photo.file, used);
        if (!request.overwrite)
            refuseToOverwrite(file);
        cv::Mat bgr = decode_image(photo.file);
        draw_photo_faces(bgr, photo.faces, request.model.scheme);
        write_image(file, bgr);
    }
}

}  // namespace rudolph
