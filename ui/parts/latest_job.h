#pragma once

#include <QObject>
#include <QThreadPool>
#include <functional>

namespace rudolph {

/// Runs short jobs (decoding the picture that was clicked) on one background thread, the latest
/// only: a job that has not begun when the next one is asked for is never run, so holding an arrow
/// key down shows as many faces as the machine can manage and ends with the right one. Used on the
/// main thread.
class LatestJob : public QObject {
    Q_OBJECT

public:
    /// What to do with the outcome, on the main thread.
    using Outcome = std::function<void()>;
    /// Runs in the background, on copied values; must not throw.
    using Work = std::function<Outcome()>;

    explicit LatestJob(QObject* parent = nullptr);
    /// Waits for the job that runs and drops its outcome.
    ~LatestJob() override;

    void start(Work work);
    /// Drops what waits, and the outcome of what runs.
    void clear();
    bool isBusy() const { return running_; }

private:
    void runNext();
    void finish(int generation, const Outcome& outcome);

    QThreadPool pool_;
    Work next_;
    bool running_ = false;
    int generation_ = 0;
};

}  // namespace rudolph
