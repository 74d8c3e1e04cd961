#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <memory>

#include "core/formats/write_dataset.h"

namespace rudolph {

/// One wish to write a data set; copied or immutable values, for the worker to keep.
struct ExportRequest {
    int number = 0;
    std::shared_ptr<const Dataset> dataset;
    bool only_done = false;  ///< faces that the annotator says are done, and no others
    WriteRequest write;
    CancelToken cancel;
};

/// Writes data sets, on the thread that it lives on.
class ExportWorker : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

public slots:
    /// Answers with written, cancelled or failed.
    void write(const rudolph::ExportRequest& request);

signals:
    void progressed(int number, int done, int total);  ///< at most 30 times a second
    /// `path` is what can be opened: the folder or the file.
    void written(int number, const QString& path);
    void cancelled(int number);
    void failed(int number, const QString& what, const QString& advice);

private:
    QElapsedTimer since_progress_;
};

/// The faces that are done, with their pictures.
Dataset onlyDone(const Dataset& dataset);

}  // namespace rudolph
