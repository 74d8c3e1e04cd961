#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <memory>
#include <vector>

#include "core/engine/engine.h"
#include "core/predict/fit_faces.h"

namespace rudolph {

/// One wish to run a model over faces; copied or immutable values, for the worker to keep.
struct FitRequest {
    int number = 0;
    QString model;  ///< a model file or a run folder
    std::shared_ptr<const Dataset> dataset;
    std::vector<int> faces;  ///< indices in the data set
    CancelToken cancel;
};

/// What came of it; after a cancel, as far as it went.
struct FitOutcome {
    int number = 0;
    std::shared_ptr<const Dataset> dataset;  ///< what the indices refer to
    LandmarkScheme scheme;                   ///< of the points
    std::vector<FaceFit> fits;
    std::vector<Problem> problems;
    bool cancelled = false;
};

/// Runs models over faces on the thread that it lives on. A model that was used last is kept.
class FitWorker : public QObject {
    Q_OBJECT

public:
    explicit FitWorker(QObject* parent = nullptr);
    ~FitWorker() override;

public slots:
    /// Answers with done or failed.
    void fit(const rudolph::FitRequest& request);

signals:
    void progressed(int number, int done, int total);  ///< at most 30 times a second
    void done(const rudolph::FitOutcome& outcome);
    void failed(int number, const QString& what, const QString& advice);

private:
    Predictor& model(const QString& file);

    std::unique_ptr<Engine> engine_;
    std::unique_ptr<Predictor> predictor_;
    QString model_;
    std::filesystem::file_time_type model_time_;
    QElapsedTimer since_progress_;
};

}  // namespace rudolph
