#include "ui/models/face_thumbnails.h"

#include <algorithm>
#include <cmath>

#include "core/image/decode.h"
#include "ui/models/image_convert.h"
#include "ui/models/path_convert.h"

namespace rudolph {

namespace {

constexpr int kCacheKilobytes = 192 * 1024;
constexpr size_t kMostWaiting = 256;
constexpr int kThreads = 2;

QString keyOf(const std::filesystem::path& image, const Box& focus) {
    return QStringLiteral("%1|%2|%3|%4|%5")
        .arg(toQString(image))
        .arg(std::lround(focus.left))
        .arg(std::lround(focus.top))
        .arg(std::lround(focus.width))
        .arg(std::lround(focus.height));
}

FaceThumbnail makeThumbnail(const std::filesystem::path& image, const Box& focus, int side) {
    try {
        const QImage whole = toQImage(decode_image(image));
        const QRectF crop = faceCrop(focus, whole.size());
        const QRect pixels = crop.toAlignedRect();
        // What lies outside the picture stays black.
        const QImage cut =
            whole.copy(pixels).scaled(side, side, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        return {cut.convertToFormat(QImage::Format_RGB32), QRectF(pixels)};
    } catch (const std::exception&) {
        return {};
    }
}

}  // namespace

QRectF faceCrop(const Box& focus, QSize image) {
    const double shorter = std::min(image.width(), image.height());
    const double extent = std::max(focus.width, focus.height);
    const double side = extent < 0.12 * shorter ? 0.6 * shorter : 1.5 * extent;
    // Points are in pixel centres, rectangles in pixel edges.
    const double x = focus.left + focus.width / 2 + 0.5;
    const double y = focus.top + focus.height / 2 + 0.5;
    return {std::round(x - side / 2), std::round(y - side / 2), std::round(side), std::round(side)};
}

FaceThumbnails::FaceThumbnails(int side, QObject* parent)
    : QObject(parent), side_(side), cache_(kCacheKilobytes) {
    pool_.setMaxThreadCount(kThreads);
    pool_.setThreadPriority(QThread::LowPriority);
}

FaceThumbnails::~FaceThumbnails() {
    waiting_.clear();
    pool_.waitForDone();
}

FaceThumbnail FaceThumbnails::thumbnail(const std::filesystem::path& image, const Box& focus) {
    const QString key = keyOf(image, focus);
    if (const FaceThumbnail* known = cache_.object(key))
        return *known;
    if (wanted_.contains(key) || isBroken(image))
        return {};
    wanted_.insert(key);
    waiting_.push_front({key, image, focus});
    if (waiting_.size() > kMostWaiting) {
        wanted_.remove(waiting_.back().key);
        waiting_.pop_back();
    }
    startNext();
    return {};
}

bool FaceThumbnails::isBroken(const std::filesystem::path& image) const {
    return broken_.contains(toQString(image));
}

void FaceThumbnails::clearWaiting() {
    for (const Request& request : waiting_)
        wanted_.remove(request.key);
    waiting_.clear();
}

void FaceThumbnails::startNext() {
    while (running_ < kThreads && !waiting_.empty()) {
        const Request request = waiting_.front();
        waiting_.pop_front();
        ++running_;
        pool_.start([this, request, side = side_] {
            const FaceThumbnail made = makeThumbnail(request.image, request.focus, side);
            const QString image = toQString(request.image);
            QMetaObject::invokeMethod(
                this, [this, key = request.key, image, made] { finish(key, image, made); },
                Qt::QueuedConnection);
        });
    }
}

void FaceThumbnails::finish(const QString& key, const QString& image,
                            const FaceThumbnail& thumbnail) {
    --running_;
    wanted_.remove(key);
    if (thumbnail.image.isNull())
        broken_.insert(image);
    else
        cache_.insert(key, new FaceThumbnail(thumbnail),
                      static_cast<int>(thumbnail.image.sizeInBytes() / 1024) + 1);
    emit loaded(image);
    startNext();
}

}  // namespace rudolph
