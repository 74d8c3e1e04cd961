#pragma once

#include <QObject>
#include <functional>
#include <vector>

#include "ui/session/trainings.h"

namespace rudolph {

/// Passes on what the training that runs tells of itself, and remembers it, so that a page that is
/// made later can show it from its beginning; of the last training, once none runs. Main thread.
class TrainingStory : public QObject {
    Q_OBJECT

public:
    /// `session` must outlive it.
    explicit TrainingStory(Session* session);

    /// Says all of it again, in the order in which it happened.
    void tellAgain();

signals:
    // As those of Trainings.
    void begun(int epochs);
    void started(const rudolph::TrainingPlan& plan);
    void batchDone(const rudolph::BatchReport& report);
    void epochDone(const rudolph::EpochUpdate& update);
    void noted(const QString& note);
    void over(rudolph::QueuedTraining::State state);
    void ended(const rudolph::TrainingEnd& end);
    void failed(const QString& what, const QString& advice);

private:
    template <class... Values>
    void pass(void (Trainings::*from)(Values...), void (TrainingStory::*to)(Values...));

    Trainings* trainings_;
    std::vector<std::function<void()>> told_;
};

}  // namespace rudolph
