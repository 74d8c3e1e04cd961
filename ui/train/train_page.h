#pragma once

#include <QThread>
#include <QWidget>

#include "ui/session/session.h"
#include "ui/session/train_worker.h"
#include "ui/session/training_queue.h"
#include "ui/train/setup_worker.h"

class QSplitter;
class QStackedWidget;
class QTimer;

namespace rudolph {

class MessagePanel;
class NoticeBar;
class QueuePanel;
class TrainSetup;
class TrainingView;

/// Trains networks one after another while their curves are drawn: the next experiment on the left,
/// the training in the middle, the queue on the right. Owns the threads that training and looking
/// at experiments run on.
class TrainPage : public QWidget {
    Q_OBJECT

public:
    explicit TrainPage(Session* session, QWidget* parent = nullptr);
    /// Cancels a training that runs and waits for it; its run is kept.
    ~TrainPage() override;

    bool isTraining() const;
    TrainSetup* setup() { return setup_; }
    TrainingView* view() { return view_; }
    QueuePanel* queuePanel() { return queue_panel_; }
    TrainingQueue* queue() { return queue_; }
    NoticeBar* notice() { return notice_; }
    /// The folder of the last run, empty before the first.
    QString runFolder() const;

    /// The experiment that is edited, on the session's data.
    Experiment experiment() const;
    /// What its changes are counted against.
    const Experiment& baseExperiment() const;

public slots:
    /// See TrainSetup::changeExperiment.
    void changeExperiment(const rudolph::Experiment& experiment);
    /// Loads the engine in the background; engineReady or engineMissing answers.
    void probeEngine();
    /// Trains the experiment of the form now, before all that waits.
    void start();
    /// Puts the experiment of the form at the end of the queue.
    void enqueue();
    void startQueue();
    /// Queues the presets by these names on the open data, and starts.
    void trainPresets(const QStringList& names);
    /// Goes on with a run until so many epochs are done in all, now or after the one that runs.
    void extendRun(const QString& run_folder, int epochs);
    /// Goes on with a run to where it was meant to end, or half as far again when it is there.
    void trainFurther(const QString& run_folder);
    /// Returns at once; trainingEnded follows when the worker has stopped. What waits stays
    /// waiting.
    void stop();

signals:
    void statusChanged(const QString& text);
    void experimentChanged(const rudolph::Experiment& experiment);
    void augmentRequested();
    /// `total` 0: not known; `what` empty: idle.
    void busyChanged(const QString& what, int done, int total);
    void engineReady(const rudolph::EngineInfo& info, const QString& warning);
    void engineMissing(const QString& what, const QString& advice);
    void dataRequested();
    void openFolderRequested();
    void demoFacesRequested();
    void casesRequested(const QString& run_folder);
    /// A run has begun or has one more epoch.
    void runChanged(const QString& run_folder);
    /// Finished, stopped or failed, and nothing follows: the worker is idle again.
    void trainingEnded();

private:
    // train_page_layout.cpp
    MessagePanel* makeEmptyState();
    QWidget* makeMiddle();
    void connectSetup();
    void connectView();
    void connectWorker();
    void connectWatched();
    void watch(const QString& data);
    void showSweepDialog();

    void trainNext();
    void pause(bool paused);
    void finishEarly();
    void describe(int revision, const Experiment& experiment);
    void showDescription(const SetupSummary& summary);
    void estimate();
    void updateData();
    void updateControls();
    bool isReady();
    void showStart(const TrainingPlan& plan);
    void showEpoch(const EpochUpdate& update);
    void showMeasuring(int done, int total);
    void showNote(const QString& note);
    void showEnd(const TrainingEnd& end);
    QString endText(const TrainingEnd& end) const;
    void showFailure(const QString& what, const QString& advice);
    void showProblem(const QString& what, const QString& advice);
    void goOn(QueuedTraining::State state, const QString& outcome, const QString& status,
              int more_epochs);

    Session* session_;
    TrainSetup* setup_;
    TrainingQueue* queue_;
    QueuePanel* queue_panel_;
    QSplitter* splitter_;
    QStackedWidget* middle_;
    NoticeBar* notice_;
    TrainingView* view_;

    QThread thread_;
    TrainWorker* worker_;
    QThread setup_thread_;
    SetupWorker* setup_worker_;
    QTimer* estimate_later_;
    SetupSummary described_;
    Experiment described_experiment_;
    TrainControl control_;
    std::shared_ptr<WatchList> watched_;  ///< of the faces of watched_data_
    QString watched_data_;                ///< that the training on the page learns from
    bool stopping_ = false;
    LandmarkScheme scheme_;  ///< of the data of the training that runs
    std::filesystem::path run_folder_;
    int shown_epochs_ = 0;  ///< that the run on the page has, once it is over
};

}  // namespace rudolph
