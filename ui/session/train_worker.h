#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "core/engine/engine.h"
#include "core/study/halving_search.h"
#include "core/study/study_figures.h"
#include "core/train/trainer.h"
#include "ui/parts/strip_face.h"

namespace rudolph {

/// The ids of the validation faces that the person wants to see after every epoch; may change while
/// a training goes on. Any thread.
class WatchList {
public:
    void set(std::vector<std::string> ids);
    std::vector<std::string> ids() const;

private:
    mutable std::mutex mutex_;
    std::vector<std::string> ids_;
};

/// What a training needs, copied or immutable, so that the worker may keep it.
struct TrainRequest {
    Experiment experiment;
    /// Null: the worker opens the experiment's data itself.
    std::shared_ptr<const Dataset> dataset;
    std::filesystem::path runs;
    TrainControl control;
    /// A run to go on with, up to the experiment's epochs; empty: a new run.
    std::filesystem::path resume = {};
    /// See TrainJob::stop_after.
    int stop_after = 0;
    /// Null: none.
    std::shared_ptr<const WatchList> watched = {};
    /// The runs that this study lacks are trained; none: a single run. Its folder; empty: is made.
    std::optional<Study> study = {};
    std::filesystem::path study_folder = {};
    /// Of the study, those too that have failed.
    bool failed_again = false;
};

/// How far a study is.
struct StudyProgress {
    std::filesystem::path folder;
    int parts = 0;
    std::vector<int> running = {};  ///< first the one that is told of
    int failed = 0;
    StudyFigures figures = {};  ///< of its finished runs
    CancelToken finish = {};    ///< see TrainControl::finish; of the run that is told of
};

struct EpochUpdate {
    EpochReport report;
    std::vector<StripFace> faces;  ///< watched ones first, then some from everywhere
};

/// How a training ended, and what it says about the faces it was measured on.
struct TrainingEnd {
    RunRecord run;
    bool stopped = false;
};

/// Opens the engine and trains, on the thread that it lives on. All its signals carry copied
/// values; those of batches and of decoded pictures come at most 30 times a second, those of epochs
/// always, with the watched validation faces and 48 more: the same ones after every epoch, spread
/// over persons, views and the errors of the first.
class TrainWorker : public QObject {
    Q_OBJECT

public:
    using OpenEngine = std::function<std::unique_ptr<Engine>()>;

    explicit TrainWorker(OpenEngine open = open_engine, QObject* parent = nullptr);
    ~TrainWorker() override;

public slots:
    /// Loads LibTorch, which takes a second, and looks how fast it is. Answers with engineReady or
    /// engineMissing.
    void probeEngine();
    /// Returns when the training is over; the last signal is ended or failed. Of the runs of a
    /// study that go on beside each other, one is told of at a time.
    void train(const rudolph::TrainRequest& request);
    /// Writes into runs that a search has stopped them; answers with judged.
    void judge(const std::vector<rudolph::SearchVerdict>& verdicts);

signals:
    void engineReady(const rudolph::EngineInfo& info, const QString& warning);
    void engineMissing(const QString& what, const QString& advice);
    void preparing(int done, int total);
    /// Of a study: whenever one of its runs begins or is over.
    void studyProgressed(const rudolph::StudyProgress& progress);
    /// The run of a study that was told of is over, and another is told of now.
    void runEnded(const rudolph::TrainingEnd& end);
    void runFailed(const QString& what, const QString& advice);
    void started(const rudolph::TrainingPlan& plan);
    void batchDone(const rudolph::BatchReport& report);
    void epochDone(const rudolph::EpochUpdate& update);
    void measuring(int done, int total);
    void noted(const QString& note);
    void ended(const rudolph::TrainingEnd& end);
    void judged();
    void failed(const QString& what, const QString& advice);

private:
    Engine& engine();
    TrainJob job(const TrainRequest& request);
    std::shared_ptr<const Dataset> facesOf(const TrainRequest& request);
    void trainStudy(const TrainRequest& request);
    TrainObserver observer(const Dataset& faces, const std::shared_ptr<const WatchList>& watched);
    bool isTimeToReport();

    OpenEngine open_;
    std::unique_ptr<Engine> engine_;
    QElapsedTimer since_report_;
};

}  // namespace rudolph
