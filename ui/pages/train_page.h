#pragma once

#include <QThread>
#include <QWidget>

#include "ui/models/session.h"
#include "ui/workers/train_worker.h"

class QCheckBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace rudolph {

class FaceStrip;
class FigureRow;
class LossChart;
class MessagePanel;
class NoticeBar;
class TrainSetup;

/// Trains a network while its loss is drawn. Owns the thread that training runs on.
class TrainPage : public QWidget {
    Q_OBJECT

public:
    explicit TrainPage(Session* session, QWidget* parent = nullptr);
    /// Cancels a training that runs and waits for it; its run is kept.
    ~TrainPage() override;

    bool isTraining() const { return state_ != State::Idle; }
    TrainSetup* setup() { return setup_; }
    LossChart* chart() { return chart_; }
    FaceStrip* strip() { return strip_; }
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
    void start();
    /// Returns at once; trainingEnded follows when the worker has stopped.
    void stop();

signals:
    void statusChanged(const QString& text);
    void experimentChanged(const rudolph::Experiment& experiment);
    /// While a training runs its experiment cannot be changed.
    void lockedChanged(bool locked);
    void augmentRequested();
    /// `total` 0: not known; `what` empty: idle.
    void busyChanged(const QString& what, int done, int total);
    void engineReady(const rudolph::EngineInfo& info, const QString& warning);
    void engineMissing(const QString& what, const QString& advice);
    void dataRequested();
    void openFolderRequested();
    void demoFacesRequested();
    void casesRequested(const QString& run_folder);
    /// Finished, stopped or failed: the worker is idle again.
    void trainingEnded();

private:
    enum class State { Idle, Preparing, Training, Stopping };

    QWidget* makeWork();
    QWidget* makeHeader();
    QWidget* makeProgress();
    MessagePanel* makeEmptyState();
    void connectWorker();
    void setState(State state);
    void updateData();
    void showPreparing(int done, int total);
    void showMeasuring(int done, int total);
    void showStart(const TrainingPlan& plan);
    void showBatch(const BatchReport& report);
    void showEpoch(const EpochUpdate& update);
    void showEnd(const TrainingEnd& end);
    void showFailure(const QString& what, const QString& advice);
    void goIdle(const QString& status);

    Session* session_;
    TrainSetup* setup_;
    QSplitter* splitter_;
    QStackedWidget* middle_;
    NoticeBar* notice_;
    FigureRow* figures_;
    QCheckBox* logarithmic_;
    LossChart* chart_;
    FaceStrip* strip_;
    QProgressBar* bar_;
    QLabel* progress_text_;
    int epoch_figure_ = 0;
    int training_figure_ = 0;
    int validation_figure_ = 0;
    int error_figure_ = 0;
    int nme_figure_ = 0;

    QThread thread_;
    TrainWorker* worker_;
    State state_ = State::Idle;
    CancelToken cancel_;
    LandmarkScheme scheme_;  ///< of the training that runs
    TrainingPlan plan_;
    std::filesystem::path run_folder_;
};

}  // namespace rudolph
