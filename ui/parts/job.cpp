#include "ui/parts/job.h"

#include <QElapsedTimer>
#include <mutex>

namespace rudolph {
namespace {

/// Thirty times a second: more nobody sees.
constexpr int kProgressMs = 33;

/// Core calls from loader threads, never from two at once.
struct Throttle {
    std::mutex mutex;
    QElapsedTimer since;

    bool isTime(const Progress& progress) {
        const std::lock_guard lock(mutex);
        const bool last = progress.total > 0 && progress.done >= progress.total;
        if (since.isValid() && since.elapsed() < kProgressMs && !last)
            return false;
        since.start();
        return true;
    }
};

}  // namespace

ProgressCallback JobContext::progress(const QString& what) {
    auto throttle = std::make_shared<Throttle>();
    return [job = job_, question = question_, what, throttle](const Progress& progress) {
        if (!throttle->isTime(progress))
            return;
        QMetaObject::invokeMethod(
            job,
            [job, question, what, progress] {
                if (job->isWanted(question))
                    emit job->progressed(what, static_cast<int>(progress.done),
                                         static_cast<int>(progress.total));
            },
            Qt::QueuedConnection);
    };
}

void JobContext::tell(std::function<void()> then) {
    QMetaObject::invokeMethod(
        job_,
        [job = job_, question = question_, then = std::move(then)] {
            if (job->isWanted(question))
                then();
        },
        Qt::QueuedConnection);
}

Job::Job(JobOrder order, QObject* parent) : QObject(parent), order_(order) {
    pool_.setMaxThreadCount(1);
    // What is kept between two questions, an engine above all, may be tied to its thread.
    pool_.setExpiryTimeout(-1);
}

Job::~Job() {
    if (order_ != JobOrder::InTurn)
        cancel_.cancel();
    pool_.waitForDone();
}

void Job::startTask(Task task) {
    if (order_ == JobOrder::Latest && pending_ > 0) {
        cancel_.cancel();
        dropped_ = asked_;
    }
    if (order_ == JobOrder::InTurn || pending_ == 0)
        run(std::move(task));
    else
        waiting_ = std::move(task);
}

void Job::run(Task task) {
    if (order_ != JobOrder::InTurn || pending_ == 0)
        cancel_ = CancelToken();
    ++pending_;
    JobContext context(this, ++asked_, cancel_);
    pool_.start([this, task = std::move(task), context]() mutable {
        Outcome outcome;
        try {
            context.cancel_.throw_if_cancelled();
            outcome = task(context);
        } catch (const Cancelled&) {
            outcome = [this] { emit cancelled(); };
        } catch (...) {
            outcome = [this, error = errorText(std::current_exception())] { emit failed(error); };
        }
        // What the work owns goes here, not on the main thread.
        task = nullptr;
        QMetaObject::invokeMethod(
            this,
            [this, question = context.question_, outcome = std::move(outcome)] {
                finish(question, outcome);
            },
            Qt::QueuedConnection);
    });
    if (!std::exchange(told_busy_, true))
        emit busyChanged(true);
}

void Job::finish(int question, const Outcome& outcome) {
    --pending_;
    if (waiting_)
        run(std::exchange(waiting_, nullptr));
    if (isWanted(question))
        outcome();
    if (pending_ == 0 && std::exchange(told_busy_, false))
        emit busyChanged(false);
}

void Job::cancel() {
    const bool waited = std::exchange(waiting_, nullptr) != nullptr;
    cancel_.cancel();
    // The one that runs was superseded and says nothing any more.
    if (waited && !isWanted(asked_))
        emit cancelled();
}

void Job::drop() {
    waiting_ = nullptr;
    cancel_.cancel();
    dropped_ = asked_;
}

}  // namespace rudolph
