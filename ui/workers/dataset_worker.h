#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <memory>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/dataset/dataset.h"

namespace rudolph {

/// One wish to open a data set. Answers carry its number, so that late ones can be told apart.
struct DatasetRequest {
    int number = 0;
    QString path;
    CancelToken cancel;
};

/// What the worker is doing, for a progress bar.
enum class DatasetStage { WritingDemoFaces, Opening, Checking };

/// Opens data sets and checks their pictures, on the thread that it lives on. Signals carry
/// immutable data sets; progress comes at most 30 times a second.
class DatasetWorker : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

public slots:
    /// Answers with opened, then with checked; or with failed or cancelled in place of either.
    void open(const rudolph::DatasetRequest& request);
    /// Writes the demo faces into the folder `path`, unless they are there, and opens it.
    void openDemoFaces(const rudolph::DatasetRequest& request);

signals:
    void progressed(int number, rudolph::DatasetStage stage, int done, int total);
    void opened(int number, std::shared_ptr<const rudolph::Dataset> dataset);
    /// The same data set with the sizes and the problems that only decoding shows.
    void checked(int number, std::shared_ptr<const rudolph::Dataset> dataset);
    void failed(int number, const QString& what, const QString& advice);
    void cancelled(int number);

private:
    template <class Work>
    void guarded(const DatasetRequest& request, Work work);
    ProgressCallback progressFor(int number, DatasetStage stage);
    void openAndCheck(const DatasetRequest& request);

    QElapsedTimer since_progress_;
};

}  // namespace rudolph
