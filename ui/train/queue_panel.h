#pragma once

#include <QWidget>

#include "ui/session/session.h"

class QLabel;
class QListView;
class QPushButton;
class QToolButton;

namespace rudolph {

class TrainingQueue;

/// The trainings that wait, go on and are over, and what can be done with them: start the queue,
/// change its order (drag, or Alt with the arrow keys), take some away, look at what came out.
class QueuePanel : public QWidget {
    Q_OBJECT

public:
    explicit QueuePanel(Session* session, QWidget* parent = nullptr);

signals:
    void sweepRequested();

private:
    QWidget* makeButtons();
    QToolButton* makeButton(const QString& icon, const QString& tip);
    void addActions();
    void moveBy(int rows);
    void removeCurrent();
    void showMenu(const QPoint& at);
    void openCurrent();
    void showQueue();
    void showData();
    int currentRow() const;

    Session* session_;
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
};

}  // namespace rudolph
