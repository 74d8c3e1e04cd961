#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <memory>
#include <optional>

#include "core/formats/file_stamp.h"
#include "core/formats/losses.h"
#include "core/formats/write_dataset.h"

namespace rudolph {

/// One wish to save; copied or immutable values, for the worker to keep.
struct SaveRequest {
    int number = 0;
    std::shared_ptr<const Dataset> dataset;
    std::vector<std::filesystem::path> changed;  ///< the pictures edited since the last save
    /// Write a project here; empty: into the files that the data set came from.
    std::optional<std::filesystem::path> project = std::nullopt;
    FormatOptions options = {};
    FileStamps stamps = {};      ///< of those files when they were read or written last
    bool accept_losses = false;  ///< else they are told and nothing is written
    bool overwrite = false;      ///< files that someone else has changed
    CancelToken cancel = {};
};

/// Writes data sets on the thread that it lives on. Every request has one answer.
class SaveWorker : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

public slots:
    void save(const rudolph::SaveRequest& request);

signals:
    void progressed(int number, int done, int total);  ///< at most 30 times a second
    /// `source` is what was written, `stamps` those of its files now.
    void saved(int number, const std::filesystem::path& source, const rudolph::FileStamps& stamps);
    /// Nothing was written, as something would be lost.
    void lossy(int number, const std::vector<rudolph::Loss>& losses);
    /// Nothing was written, as someone else has changed these files.
    void conflicted(int number, const std::vector<std::filesystem::path>& files);
    void failed(int number, const QString& what, const QString& advice);
    void cancelled(int number);

private:
    void write(const SaveRequest& request);

    QElapsedTimer since_progress_;
};

}  // namespace rudolph
