#include "ui/photos/photo_jobs.h"

#include <utility>

namespace rudolph {

PhotoJobs::PhotoJobs(PhotoTools tools, QObject* parent) : QObject(parent) {
    setTools(std::move(tools));
    connect(&job_, &Job::cancelled, this, [this] {
        if (running_->put_off)
            waiting_.emplace(running_->request.photo, running_->request);
        over();
        tellProgress();
    });
}

void PhotoJobs::setTools(PhotoTools tools) {
    Q_ASSERT(!isBusy());
    looker_ = std::make_shared<PhotoLooker>(std::move(tools));
}

void PhotoJobs::add(PhotoRequest request) {
    if (running_ && running_->request.photo == request.photo)
        job_.cancel();
    waiting_[request.photo] = std::move(request);
    next();
    tellProgress();
}

void PhotoJobs::addNow(PhotoRequest request) {
    waiting_.erase(request.photo);
    // A drag's own predictions run to their end, so that the points follow.
    if (running_ && !running_->urgent) {
        job_.cancel();
        running_->put_off = running_->request.photo != request.photo;
    }
    if (urgent_ && urgent_->only < 0 && urgent_->photo != request.photo)
        waiting_.emplace(urgent_->photo, *urgent_);
    urgent_ = std::move(request);
    next();
    tellProgress();
}

void PhotoJobs::prefer(int photo) {
    preferred_ = photo;
}

void PhotoJobs::drop(int photo) {
    waiting_.erase(photo);
    if (urgent_ && urgent_->photo == photo)
        urgent_.reset();
    if (running_ && running_->request.photo == photo) {
        job_.cancel();
        running_->put_off = false;
    }
    tellProgress();
}

std::vector<int> PhotoJobs::cancelAll() {
    std::vector<int> photos;
    for (const auto& [photo, request] : std::exchange(waiting_, {}))
        photos.push_back(photo);
    if (urgent_)
        photos.push_back(std::exchange(urgent_, {})->photo);
    if (running_) {
        job_.cancel();
        running_->put_off = false;
        photos.push_back(running_->request.photo);
    }
    tellProgress();
    return photos;
}

void PhotoJobs::next() {
    if (running_)
        return;
    if (urgent_) {
        send(*std::exchange(urgent_, {}), true);
        return;
    }
    if (waiting_.empty())
        return;
    send(std::move(waiting_.extract(nextPhoto()).mapped()), false);
}

int PhotoJobs::nextPhoto() const {
    if (waiting_.contains(preferred_))
        return preferred_;
    if (in_view_)
        for (const int photo : in_view_())
            if (waiting_.contains(photo))
                return photo;
    return waiting_.begin()->first;
}

void PhotoJobs::send(PhotoRequest request, bool urgent) {
    running_ = {request, urgent, false};
    job_.start([looker = looker_, request = std::move(request)](
                   JobContext& context) { return looker->look(request, context.cancel()); },
               [this](const PhotoAnswer& answer) {
                   done_ += running_->urgent ? 0 : 1;
                   over();
                   emit answered(answer);
                   tellProgress();
               });
}

void PhotoJobs::over() {
    running_.reset();
    next();
}

void PhotoJobs::tellProgress() {
    if (!isBusy())
        done_ = 0;
    const int left = static_cast<int>(waiting_.size()) + (running_ && !running_->urgent ? 1 : 0);
    emit progressed(left > 0 ? done_ : 0, left > 0 ? done_ + left : 0);
}

}  // namespace rudolph
