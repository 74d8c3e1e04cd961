#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <memory>
#include <optional>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/eval/diagnosis.h"
#include "core/eval/point_errors.h"
#include "core/runs/rescore.h"
#include "ui/session/run_loader.h"

namespace rudolph {

/// One wish to look closer at the cases of a run; copied or immutable values.
struct CaseRequest {
    int number = 0;
    RunCases cases;
    /// The faces that the run was measured on, as they are now; null: opened from the disk.
    std::shared_ptr<const Dataset> dataset;
    bool measure = false;                  ///< attributes and findings, too
    std::filesystem::path kept_elsewhere;  ///< for what was measured, where the run is read-only
    CancelToken cancel = {};
};

/// What a closer look shows. Vectors have an entry for each case.
struct CaseStudy {
    Rescored truth;         ///< cases and figures against the truth as it is now
    LandmarkScheme scheme;  ///< of the points that the run predicts
    Landmarks mean;         ///< see mean_shape(), of the true ones
    QString unread;         ///< why the faces of the run cannot be read; empty: they were
    std::vector<std::optional<FaceState>> states;  ///< as annotated; empty: not known
    bool measured = false;                         ///< the following are there
    std::vector<FaceAttributes> attributes;
    std::vector<Finding> findings;
    // By sumUp(), so that showing thousands of faces costs the window nothing.
    std::vector<FaceResult> results;  ///< of the cases
    bool in_pixels = false;           ///< errors, where no NME is known
    std::vector<int> by_error;        ///< places of the faces with a finite error, the best first
    std::vector<MeanError> points;    ///< see point_errors(), of all faces
};
using CaseStudyPtr = std::shared_ptr<const CaseStudy>;

/// Fills in what follows from the cases and the scheme.
void sumUp(CaseStudy& study);
/// As shown: the NME, or pixels where no NME is known.
double shownError(const CaseStudy& study, int row);

/// Reads the truth of a run's cases again and measures what their errors go with, on the thread
/// that it lives on. Every request has one answer.
class CaseWorker : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

public slots:
    void study(const rudolph::CaseRequest& request);
    /// Writes into the run folder what was scored again. Answers with kept or keepFailed.
    void keep(int number, const QString& run_folder, const rudolph::Rescored& rescored);

signals:
    void progressed(int number, int done, int total);  ///< at most 30 times a second
    void studied(int number, const rudolph::CaseStudyPtr& study);
    void kept(int number);
    void keepFailed(int number, const QString& what, const QString& advice);
    void failed(int number, const QString& what, const QString& advice);
    void cancelled(int number);

private:
    std::shared_ptr<const Dataset> facesOf(const CaseRequest& request);
    void measure(const CaseRequest& request, const Dataset* dataset, CaseStudy& study);
    ProgressCallback progressOf(int number);

    /// Opened for this run: measuring follows comparing.
    std::shared_ptr<const Dataset> opened_;
    std::filesystem::path opened_for_;
    QElapsedTimer since_progress_;
};

}  // namespace rudolph
