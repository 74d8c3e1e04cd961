#pragma once

#include <QWidget>

#include "ui/session/training_queue.h"

class QLabel;
class QListView;
class QPushButton;
class QToolButton;

namespace rudolph {

/// The trainings that wait, go on and are over, and what can be done with them: start the queue,
/// change its order (drag, or Alt with the arrow keys), take some away, look at what came out.
class QueuePanel : public QWidget {
    Q_OBJECT

public:
    explicit QueuePanel(TrainingQueue* queue, QWidget* parent = nullptr);

    QListView* list() { return list_; }
    QPushButton* startButton() { return start_; }
    QPushButton* sweepButton() { return sweep_; }
    /// Whether a training goes on: the queue then goes on by itself.
    void setTraining(bool training);
    /// Without faces there is nothing to sweep over.
    void setHasFaces(bool has_faces);

signals:
    void startRequested();
    void sweepRequested();
    void casesRequested(const QString& run_folder);

private:
    QWidget* makeButtons();
    QToolButton* makeButton(const QString& icon, const QString& tip);
    void addActions();
    void moveBy(int rows);
    void removeCurrent();
    void showMenu(const QPoint& at);
    void openCurrent();
    void update();
    int currentRow() const;

    TrainingQueue* queue_;
    QLabel* state_;
    QLabel* empty_;
    QListView* list_;
    QPushButton* start_;
    QPushButton* sweep_;
    QToolButton* up_;
    QToolButton* down_;
    QToolButton* remove_;
    QToolButton* clear_;
    bool training_ = false;
};

}  // namespace rudolph
