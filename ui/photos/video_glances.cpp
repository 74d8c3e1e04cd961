#include "ui/photos/video_glances.h"

#include <algorithm>
#include <utility>

#include "ui/base/image_convert.h"
#include "ui/parts/face_gallery.h"

namespace rudolph {

VideoGlances::VideoGlances(const PhotoTools& tools, QObject* parent)
    : QObject(parent), open_(tools.video) {
    connect(&job_, &Job::failed, this, [this](const ErrorText& error) {
        const int video = running_;
        over();
        emit broken(video, errorSentences(error));
        tellProgress();
    });
}

void VideoGlances::add(int video, const std::filesystem::path& file) {
    const bool waits = std::any_of(waiting_.begin(), waiting_.end(),
                                   [video](const Waiting& one) { return one.video == video; });
    if (waits || running_ == video)
        return;
    waiting_.push_back({video, file});
    next();
    tellProgress();
}

void VideoGlances::drop(int video) {
    std::erase_if(waiting_, [video](const Waiting& one) { return one.video == video; });
    if (running_ == video) {
        job_.drop();
        over();
    }
    tellProgress();
}

bool VideoGlances::cancelAll() {
    if (!isBusy())
        return false;
    waiting_.clear();
    job_.drop();
    over();
    tellProgress();
    return true;
}

void VideoGlances::next() {
    if (running_ >= 0 || waiting_.empty())
        return;
    const Waiting first = std::move(waiting_.front());
    waiting_.pop_front();
    running_ = first.video;
    job_.start(
        [open = open_, file = first.file](JobContext&) {
            const auto video = open(file);
            const VideoGlance glance = glance_at(*video, FaceGallery::kRowThumbnail);
            return std::pair(toQImage(glance.picture), video_seconds(glance.info));
        },
        [this](const std::pair<QImage, double>& glance) {
            const int video = running_;
            ++done_;
            over();
            emit glanced(video, glance.first, glance.second);
            tellProgress();
        });
}

void VideoGlances::over() {
    running_ = -1;
    next();
}

void VideoGlances::tellProgress() {
    if (!isBusy())
        done_ = 0;
    const int left = static_cast<int>(waiting_.size()) + (running_ >= 0 ? 1 : 0);
    emit progressed(left > 0 ? done_ : 0, left > 0 ? done_ + left : 0);
}

}  // namespace rudolph
