#pragma once

#include <QObject>
#include <QStringList>
#include <QThread>
#include <functional>
#include <memory>
#include <vector>

#include "ui/session/activities.h"
#include "ui/session/search_steps.h"
#include "ui/session/train_worker.h"
#include "ui/session/training_queue.h"

namespace rudolph {

class Session;

/// Trains networks: everything that is trained goes through the queue, one entry after another.
/// Says how the one that runs gets on (of a study, whose runs may go on beside each other, one run)
/// and steers it. Owns the thread that it runs on. Main thread.
class Trainings : public QObject {
    Q_OBJECT

public:
    enum class State { Idle, Preparing, Training, Paused, Stopping, Measuring };

    /// `file`: where the queue is kept; see TrainingQueue.
    Trainings(Session* session, const QString& file, TrainWorker::OpenEngine open = open_engine);
    /// Cancels a training that runs and waits for it; its run is kept.
    ~Trainings() override;

    TrainingQueue* queue() { return &queue_; }
    State state() const { return state_; }
    bool isTraining() const { return state_ != State::Idle; }
    /// Whether the epoch that goes on is the last.
    bool isFinishing() const { return control_.finish.is_cancelled(); }

    // Of the training that runs, or of the last one:
    /// Empty before it has a folder.
    QString runFolder() const;
    /// Which data it learns from.
    QString data() const { return data_; }
    /// By how many epochs it is proposed to go on once it is over; 0: it cannot go on.
    int moreEpochs() const { return more_epochs_; }
    /// The study that it belongs to; none: to none.
    const std::optional<StudyProgress>& study() const { return study_; }
    /// "Run 2 of 5", "Runs 2, 3 of 5"; empty where it belongs to none.
    QString studyText() const;

    /// Why a run cannot go on, in a sentence for the person; empty: it can.
    static QString whyNotFurther(const RunRecord& run);

    /// How a training is over: "Training stopped".
    static QString overText(QueuedTraining::State state);

    /// Loads the engine in the background; engineReady or engineMissing answers.
    void probeEngine();
    /// How often the draft is trained by start() and enqueue(); remembered.
    const Repeats& repeats() const { return repeats_; }
    void setRepeats(const Repeats& repeats);
    /// Trains the draft now, before all that waits.
    void start();
    /// Puts the draft at the end of the queue.
    void enqueue();
    /// Likewise, experiments that are right, each as often.
    void enqueue(const std::vector<Experiment>& experiments);
    /// Likewise, a search among experiments.
    void enqueue(const HalvingSearch& search);
    void startQueue();
    /// Queues the presets by these names on the open data, each as often as said, and starts.
    void trainPresets(const QStringList& names, const Repeats& repeats = {});
    /// Goes on with a run until so many epochs are done in all, now or after the one that runs.
    void extendRun(const QString& run_folder, int epochs);
    /// Goes on with a run to where it was meant to end, or half as far again when it is there.
    void trainFurther(const QString& run_folder);
    /// Trains the runs that a study lacks, or that have failed, now or after what runs.
    void trainStudy(const QString& study_folder, bool failed_again = false);
    /// Makes studies of finished runs, each with two more seeds, and trains those. The runs move
    /// into their studies.
    void repeatRuns(const QStringList& run_folders);
    /// Goes on with the last training by so many epochs.
    void extendLast(int more_epochs);

    void pause(bool paused);
    /// The epoch that goes on is the last; then the best network is measured.
    void finishEarly();
    /// Returns at once; allEnded follows when the worker has stopped. What waits stays waiting.
    void stop();

    /// Whether the draft can be trained; says why not.
    bool isReady();

signals:
    void stateChanged(rudolph::Trainings::State state);
    /// A training begins that goes on until so many epochs are done.
    void begun(int epochs);
    void preparing(int done, int total);
    void started(const rudolph::TrainingPlan& plan);
    void batchDone(const rudolph::BatchReport& report);
    void epochDone(const rudolph::EpochUpdate& update);
    void measuring(int done, int total);
    /// Something about the training that runs that the person should know; empty: nothing more.
    void noted(const QString& note);
    /// One is over, however it ended, and the next has not begun.
    void over(rudolph::QueuedTraining::State state);
    /// Likewise, when it has not failed.
    void ended(const rudolph::TrainingEnd& end);
    /// A training, or something else that was wanted, has failed.
    void failed(const QString& what, const QString& advice);
    void repeatsChanged();
    /// The draft is not right: its settings say where.
    void settingsRefused();
    /// A run has begun, has one more epoch, or is over.
    void runChanged(const QString& run_folder);
    /// Finished, stopped or failed, and nothing follows: the worker is idle again.
    void allEnded();

    void engineReady(const rudolph::EngineInfo& info, const QString& warning);
    void engineMissing(const QString& what, const QString& advice);

private:
    void connectWorker();
    void setState(State state);
    bool hasFaces();
    void watch();
    void trainNext();
    QueuedTraining ofDraft() const;
    void queueStudy(const std::filesystem::path& folder, bool failed_again = false);
    void takeOpenFacesIfLost(Experiment& experiment) const;
    void begin(int epochs);
    void takeStudy(const StudyProgress& progress);
    /// A run of a study is over, and the next is told of.
    void takeRun(QueuedTraining::State state, const std::function<void()>& tell);
    void train(int row, const Experiment& experiment, const std::filesystem::path& resume,
               int stop_after = 0);
    /// Trains what a search wants next, or closes it.
    void searchOn(int row);
    void endSearch(int row);
    void takeStep(int row, const TrainingEnd& end);
    void failStep(int row, const QString& what, const QString& advice);
    void judge(const std::vector<SearchVerdict>& verdicts);
    void takeStart(const TrainingPlan& plan);
    void takeBatch(const BatchReport& report);
    void takeEnd(const TrainingEnd& end);
    void takeFailure(const QString& what, const QString& advice);
    void close(QueuedTraining::State state, const QString& outcome);
    void leave(QueuedTraining::State state);
    void goOn(QueuedTraining::State state);
    void tellRun();
    void fail();

    Session* session_;
    TrainingQueue queue_;
    SearchSteps steps_{&queue_};
    QString step_text_;                   ///< what a search is training
    std::optional<double> most_seconds_;  ///< of the run that a search is training
    bool is_out_of_time_ = false;         ///< it was broken off for them
    Activity activity_;
    QThread thread_;
    TrainWorker* worker_;
    State state_ = State::Idle;
    TrainControl control_;
    Repeats repeats_;
    std::optional<StudyProgress> study_;
    std::shared_ptr<WatchList> watched_;  ///< of the faces of data_
    QString data_;
    std::filesystem::path run_folder_;
    int batches_ = 0;      ///< an epoch
    int epochs_ = 0;       ///< that it is to have
    int epochs_done_ = 0;  ///< once it is over
    int more_epochs_ = 0;
};

}  // namespace rudolph
