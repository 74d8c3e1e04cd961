#include "ui/parts/latest_job.h"

namespace rudolph {

LatestJob::LatestJob(QObject* parent) : QObject(parent) {
    pool_.setMaxThreadCount(1);
}

LatestJob::~LatestJob() {
    pool_.waitForDone();
}

void LatestJob::start(Work work) {
    next_ = std::move(work);
    if (!running_)
        runNext();
}

void LatestJob::clear() {
    next_ = nullptr;
    ++generation_;
}

void LatestJob::runNext() {
    running_ = true;
    pool_.start([this, work = std::exchange(next_, nullptr), generation = generation_] {
        const Outcome outcome = work();
        QMetaObject::invokeMethod(
            this, [this, generation, outcome] { finish(generation, outcome); },
            Qt::QueuedConnection);
    });
}

void LatestJob::finish(int generation, const Outcome& outcome) {
    running_ = false;
    if (next_)
        runNext();
    if (generation == generation_ && outcome)
        outcome();
}

}  // namespace rudolph
