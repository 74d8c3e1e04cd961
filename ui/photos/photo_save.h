#pragma once

#include <QObject>
#include <QString>
#include <optional>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/predict/photo_writer.h"
#include "ui/photos/photo_list_model.h"

namespace rudolph {

/// What the list holds of photographs, for core to write; videos are left out. Photographs that
/// were not looked at, or not by the model that the others were, say so.
std::vector<PhotoResult> photoResults(const PhotoListModel& photos);
/// The model by its name, with the scheme of the points in the list.
PhotoModel photoModelOf(const PhotoListModel& photos, const QString& model);

/// One wish to save results; values, for the worker to keep.
struct PhotoSaveRequest {
    int number = 0;
    std::vector<PhotoResult> photos;
    PhotoModel model;
    std::filesystem::path folder;
    bool pictures = false;                ///< with the points drawn: "drawn/NAME.jpg"
    bool table = false;                   ///< everything: "faces.csv"
    bool json = false;                    ///< everything, a photograph a line: "faces.jsonl"
    std::optional<DatasetFormat> points;  ///< as an annotator's format: "points/…"
    bool overwrite = false;
    CancelToken cancel;
};

/// The same as core takes it.
PhotoFiles photoFiles(const PhotoSaveRequest& request);

/// Writes results, on the thread that it lives on. Pictures are drawn anew and hold nothing of what
/// a camera has put into the photographs' files.
class PhotoSaveWorker : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

public slots:
    /// Answers with saved, cancelled or failed.
    void save(const rudolph::PhotoSaveRequest& request);

signals:
    void progressed(int number, int done, int total);  ///< at most 30 times a second
    /// Names of the files and folders, in the folder; and how many photographs were left out.
    void saved(int number, const QStringList& written, int left_out);
    void cancelled(int number);
    void failed(int number, const QString& what, const QString& advice);
};

}  // namespace rudolph
