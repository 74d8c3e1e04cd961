#pragma once

#include <QWidget>

#include "ui/session/trainings.h"

class QLabel;
class QProgressBar;
class QPushButton;
class QSpinBox;

namespace rudolph {

class Session;

/// How far a training is and how long it will take, and the buttons that steer it; after it, the
/// one that goes on with it, where that is possible.
class TrainingControls : public QWidget {
    Q_OBJECT

public:
    explicit TrainingControls(Session* session, QWidget* parent = nullptr);

private:
    QPushButton* makeButton(const char* icon, const QString& text, const QString& tip);
    void makeButtons();
    void followTraining();
    void showState();
    void showProgress(const QString& text, int done, int total);
    void showBatch(const BatchReport& report);

    Session* session_;
    Trainings* trainings_;
    QProgressBar* bar_;
    QLabel* text_;
    QPushButton* pause_;
    QPushButton* finish_;
    QPushButton* stop_;
    QPushButton* extend_;
    QSpinBox* more_;
    int train_faces_ = 0;  ///< of an epoch
    int epochs_ = 0;       ///< that the training goes on until
};

}  // namespace rudolph
