#pragma once

#include <QWidget>

#include "ui/session/train_worker.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;
class QTabWidget;

namespace rudolph {

class EpochFaces;
class FigureRow;
class FilterView;
class NetworkTable;
class TrainingChart;

/// One training while it goes on, and after: its figures, its curves, what it makes of faces, and
/// the buttons that steer it. Knows nothing of threads: it is told, and says what the person wants.
class TrainingView : public QWidget {
    Q_OBJECT

public:
    enum class State { Idle, Preparing, Training, Paused, Stopping, Measuring };

    explicit TrainingView(QWidget* parent = nullptr);

    void setState(State state);
    State state() const { return state_; }

    /// Empties everything for a training of so many epochs.
    void begin(int epochs);
    void showPreparing(int done, int total);
    /// `scheme` of the data set.
    void showStart(const TrainingPlan& plan, const LandmarkScheme& scheme);
    void showBatch(const BatchReport& report);
    void showEpoch(const EpochUpdate& update);
    void showMeasuring(int done, int total);
    /// The training is over; `status` says how. `more_epochs` > 0: it can go on, by default so
    /// many.
    void showEnd(const QString& status, bool complete, int more_epochs);

    TrainingChart* chart() { return chart_; }
    EpochFaces* faces() { return faces_; }
    FilterView* filters() { return filters_; }
    NetworkTable* network() { return network_; }
    QTabWidget* tabs() { return tabs_; }
    QPushButton* pauseButton() { return pause_; }
    QPushButton* stopButton() { return stop_; }
    QPushButton* finishButton() { return finish_; }
    QPushButton* extendButton() { return extend_; }
    QSpinBox* moreEpochsBox() { return more_; }
    QString progressText() const;

signals:
    void pauseRequested(bool pause);
    void stopRequested();
    void finishRequested();
    void extendRequested(int more_epochs);
    /// `total` 0: not known; `what` empty: idle.
    void busyChanged(const QString& what, int done, int total);

private:
    void showFigures(const EpochMetrics& metrics, bool best);
    QWidget* makeFigures();
    QWidget* makeTabs();
    QWidget* makeControls();
    QPushButton* makeButton(const QString& icon, const QString& text, const QString& tip);

    State state_ = State::Idle;
    FigureRow* figures_;
    TrainingChart* chart_;
    QTabWidget* tabs_;
    EpochFaces* faces_;
    FilterView* filters_;
    NetworkTable* network_;
    QProgressBar* bar_;
    QLabel* progress_text_;
    QPushButton* pause_;
    QPushButton* finish_;
    QPushButton* stop_;
    QPushButton* extend_;
    QSpinBox* more_;
    int epoch_figure_ = 0;
    int training_figure_ = 0;
    int validation_figure_ = 0;
    int error_figure_ = 0;
    int nme_figure_ = 0;
    int best_figure_ = 0;
    int more_epochs_ = 0;  ///< proposed; 0: the training that is shown cannot go on
    TrainingPlan plan_;
    LandmarkScheme predicted_scheme_;
};

}  // namespace rudolph
