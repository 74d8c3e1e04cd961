#pragma once

#include "ui/parts/page.h"
#include "ui/session/session.h"
#include "ui/session/train_worker.h"

class QStackedWidget;

namespace rudolph {

class NoticeBar;
class SetupDescriber;
class TrainSetup;

/// Trains networks one after another while their curves are drawn: the next experiment on the left,
/// the training in the middle, the queue on the right.
class TrainPage : public Page {
    Q_OBJECT

public:
    explicit TrainPage(Session* session, QWidget* parent = nullptr);

    QString title() const override { return tr("Train"); }
    QString icon() const override { return QStringLiteral("train"); }
    QString guideChapter() const override { return QStringLiteral("train"); }
    PageActions* actions() const override { return actions_; }

private:
    QWidget* makeEmptyState();
    QWidget* makeWork();
    void addActions();
    void followTraining();
    void showData();
    void showSweepDialog();
    void showEnd(const TrainingEnd& end);
    void showProblem(const QString& what, const QString& advice);

    Session* session_;
    PageActions* actions_;
    SetupDescriber* describer_;
    TrainSetup* setup_;
    QStackedWidget* middle_;
    NoticeBar* notice_;
};

}  // namespace rudolph
