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
    /// The next run of this study is trained; none: a single run. Its folder; empty: is made.
    std::optional<Study> study = {};
    std::filesystem::path study_folder = {};
};

/// How far a study is.
struct StudyProgress {
    std::filesystem::path folder;
    int part = 0;  ///< that is trained, or was last
    int parts = 0;
    int failed = 0;
    StudyFigures figures = {};  ///< of its finished runs
    bool goes_on = false;       ///< there is another run to train
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
    /// Returns when the training is over; the last signal is ended or failed.
    void train(const rudolph::TrainRequest& request);
    /// Writes into runs that a search has stopped them; answers with judged.
    void judge(const std::vector<rudolph::SearchVerdict>& verdicts);

signals:
    void engineReady(const rudolph::EngineInfo& info, const QString& warning);
    void engineMissing(const QString& what, const QString& advice);
    void preparing(int done, int total);
    /// Of a study: before each of its runs, and once it is over, before ended or failed.
    void studyProgressed(const rudolph::StudyProgress& progress);
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
    TrainJob studyJob(const TrainRequest& request);
    std::shared_ptr<const Dataset> facesOf(const TrainRequest& request);
    void endStudyRun(const TrainRequest& request);
    TrainObserver observer(const TrainJob& job, const std::shared_ptr<const WatchList>& watched);
    bool isTimeToReport();

    OpenEngine open_;
    std::unique_ptr<Engine> engine_;
    QElapsedTimer since_report_;
    StudyProgress study_;  ///< of the study whose run is trained
    /// The faces of a study, opened once for all its runs; null: none.
    std::shared_ptr<const Dataset> study_faces_;
};

}  // namespace rudolph
