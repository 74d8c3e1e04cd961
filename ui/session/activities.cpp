#include "ui/session/activities.h"

#include <QThreadPool>
#include <algorithm>
#include <chrono>

#include "core/base/system.h"
#include "ui/parts/job.h"

namespace rudolph {

Activity::Activity(Activities* all, StudioPage page, QObject* parent)
    : QObject(parent), all_(all), page_(page) {}

Activity::~Activity() {
    end();
}

void Activity::show(const QString& what, int done, int total) {
    if (active_ && what == what_ && done == done_ && total == total_)
        return;
    active_ = true;
    what_ = what;
    done_ = done;
    total_ = total;
    all_->tell(this);
}

void Activity::end() {
    if (!active_)
        return;
    active_ = false;
    all_->tell(this);
}

void Activity::setText(const QString& what) {
    text_ = what;
    if (active_)
        show(text_, done_, total_);
}

void Activity::follow(Job* job, const QString& what) {
    text_ = what;
    connect(job, &Job::busyChanged, this, [this](bool busy) { busy ? show(text_) : end(); });
    connect(job, &Job::progressed, this, [this](const QString& part, int done, int total) {
        if (active_)
            show(part.isEmpty() ? text_ : part, done, total);
    });
    connect(this, &Activity::cancelRequested, job, &Job::cancel);
}

Activities::Activities(QObject* parent) : QObject(parent) {
    // Not between two jobs that follow each other.
    idle_.setSingleShot(true);
    idle_.setInterval(std::chrono::seconds(2));
    connect(&idle_, &QTimer::timeout, this,
            [] { QThreadPool::globalInstance()->start(release_free_memory); });
}

void Activities::tell(Activity* activity) {
    const auto place = std::find(active_.begin(), active_.end(), activity);
    if (!activity->isActive())
        active_.erase(place);
    else if (place == active_.end())
        active_.insert(active_.begin(), activity);
    if (active_.empty())
        idle_.start();
    else
        idle_.stop();
    emit changed();
}

}  // namespace rudolph
