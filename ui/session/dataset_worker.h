#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QStringList>
#include <memory>

#include "core/annotate/journal.h"
#include "core/annotate/journal_reader.h"
#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/dataset/check_images.h"
#include "core/formats/file_stamp.h"
#include "core/formats/open_dataset.h"

namespace rudolph {

/// One wish to open a data set. Answers carry its number, so that late ones can be told apart.
struct DatasetRequest {
    int number = 0;
    QString path;
    CancelToken cancel;
    OpenOptions options = {};
    QString journals = {};  ///< the folder where journals lie of data that cannot be written
};

/// What opening found, besides the faces.
struct OpenedDataset {
    std::shared_ptr<const Dataset> dataset;
    FileStamps stamps;                  ///< of the files that saving writes, when they were read
    std::vector<JournalContents> kept;  ///< unsaved edits of a session that did not end well
};

/// What the worker is doing, for a progress bar.
enum class DatasetStage { WritingDemoFaces, Opening, Checking, Inspecting };

/// Opens data sets, checks their pictures and looks for annotations that are probably wrong, on the
/// thread that it lives on. Signals carry immutable values; progress comes at most 30 times a
/// second.
class DatasetWorker : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

public slots:
    /// Answers with opened, then with checked; or with failed or cancelled in place of either.
    void open(const rudolph::DatasetRequest& request);
    /// Writes the demo faces into the folder `path`, unless they are there, and opens it.
    void openDemoFaces(const rudolph::DatasetRequest& request);
    /// Looks through faces that are open already; answers with inspected.
    void inspect(const rudolph::DatasetRequest& request,
                 const std::shared_ptr<const rudolph::Dataset>& dataset);

    /// Which of these data sets a session that broke off has left unsaved edits of; answers with
    /// keptFound for the first one, if any.
    void lookForKept(const QStringList& paths, const QString& journals);

signals:
    void keptFound(const QString& path);
    void progressed(int number, rudolph::DatasetStage stage, int done, int total);
    void opened(int number, const rudolph::OpenedDataset& opened);
    /// The sizes and the problems that only decoding shows.
    void checked(int number, const rudolph::CheckedPictures& pictures);
    /// What inspect_faces() found.
    void inspected(int number, const std::vector<rudolph::Problem>& findings);
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
