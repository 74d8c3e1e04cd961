#include "ui/photos/photo_jobs.h"

#include <utility>

namespace rudolph {

PhotoJobs::PhotoJobs(PhotoTools tools, QObject* parent)
    : QObject(parent), tools_(std::move(tools)) {
    thread_.setObjectName(QStringLiteral("photographs"));
}

PhotoJobs::~PhotoJobs() {
    if (running_)
        running_->cancel.cancel();
    thread_.quit();
    thread_.wait();
}

void PhotoJobs::setTools(PhotoTools tools) {
    Q_ASSERT(worker_ == nullptr);
    tools_ = std::move(tools);
}

void PhotoJobs::startThread() {
    if (worker_ != nullptr)
        return;
    worker_ = new PhotoWorker(tools_);
    worker_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
    connect(worker_, &PhotoWorker::answered, this, &PhotoJobs::finish);
    thread_.start();
}

void PhotoJobs::add(PhotoRequest request) {
    if (running_ && running_->photo == request.photo)
        running_->cancel.cancel();
    waiting_[request.photo] = std::move(request);
    next();
    tellProgress();
}

void PhotoJobs::addNow(PhotoRequest request) {
    waiting_.erase(request.photo);
    // A drag's own predictions run to their end, so that the points follow.
    if (running_ && !running_is_urgent_) {
        running_->cancel.cancel();
        put_off_ = running_->photo != request.photo;
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
    if (running_ && running_->photo == photo) {
        running_->cancel.cancel();
        put_off_ = false;
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
        running_->cancel.cancel();
        put_off_ = false;
        photos.push_back(running_->photo);
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
    auto first = waiting_.find(preferred_);
    if (first == waiting_.end())
        first = waiting_.begin();
    PhotoRequest request = std::move(first->second);
    waiting_.erase(first);
    send(std::move(request), false);
}

void PhotoJobs::send(PhotoRequest request, bool urgent) {
    startThread();
    // A token of its own: putting it off must not cancel it for good.
    request.cancel = CancelToken();
    running_ = request;
    running_is_urgent_ = urgent;
    QMetaObject::invokeMethod(worker_, [worker = worker_, request] { worker->look(request); });
}

void PhotoJobs::finish(const PhotoAnswer& answer) {
    const bool cancelled = answer.outcome == PhotoAnswer::Outcome::Cancelled;
    if (!cancelled)
        done_ += running_is_urgent_ ? 0 : 1;
    else if (put_off_)
        waiting_.emplace(running_->photo, *running_);
    put_off_ = false;
    running_.reset();
    next();
    if (!cancelled)
        emit answered(answer);
    tellProgress();
}

void PhotoJobs::tellProgress() {
    if (!isBusy())
        done_ = 0;
    const int left = static_cast<int>(waiting_.size()) + (running_ && !running_is_urgent_ ? 1 : 0);
    emit progressed(left > 0 ? done_ : 0, left > 0 ? done_ + left : 0);
}

}  // namespace rudolph
