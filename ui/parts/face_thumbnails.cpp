#include "ui/parts/face_thumbnails.h"

#include <algorithm>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "core/image/decode.h"
#include "ui/base/image_convert.h"
#include "ui/base/path_convert.h"

namespace rudolph {

namespace {

constexpr int kCacheKilobytes = 64 * 1024;
constexpr size_t kMostWaiting = 256;
constexpr int kThreads = 2;
/// Boxes that reach further are mistakes.
constexpr double kFarthest = 1e6;

QString cacheKey(const ThumbnailRequest& request) {
    return toQString(request.image) + request.cutText();
}

bool isSane(const Box& box) {
    const auto fits = [](double value) { return std::abs(value) < kFarthest; };
    return fits(box.left) && fits(box.top) && fits(box.width) && fits(box.height);
}

cv::Mat shrunk(const cv::Mat& pixels, cv::Size size) {
    cv::Mat small;
    const bool smaller = size.width < pixels.cols;
    cv::resize(pixels, small, size, 0, 0, smaller ? cv::INTER_AREA : cv::INTER_LINEAR);
    return small;
}

FaceThumbnail wholePicture(const cv::Mat& pixels, int side) {
    const double factor =
        std::min(1.0, static_cast<double>(side) / std::max(pixels.cols, pixels.rows));
    const cv::Size size(std::max(1, cvRound(pixels.cols * factor)),
                        std::max(1, cvRound(pixels.rows * factor)));
    return {toQImage(shrunk(pixels, size)), QRectF(0, 0, pixels.cols, pixels.rows)};
}

/// The smallest square about both, where the crop does not hold the box already.
QRectF holding(const QRectF& crop, const Box& also, QSize image) {
    constexpr double kMargin = 0.05;  // of the side
    const double right = 2.0 * image.width();
    const double bottom = 2.0 * image.height();
    // Points are in pixel centres, rectangles in pixel edges.
    const QPointF from(std::clamp(also.left + 0.5, -right / 2, right),
                       std::clamp(also.top + 0.5, -bottom / 2, bottom));
    const QPointF to(std::clamp(also.right() + 0.5, -right / 2, right),
                     std::clamp(also.bottom() + 0.5, -bottom / 2, bottom));
    if (crop.contains(from) && crop.contains(to))
        return crop;
    const QRectF both(QPointF(std::min(from.x(), crop.left()), std::min(from.y(), crop.top())),
                      QPointF(std::max(to.x(), crop.right()), std::max(to.y(), crop.bottom())));
    const double side = (1 + 2 * kMargin) * std::max(both.width(), both.height());
    return {std::round(both.center().x() - side / 2), std::round(both.center().y() - side / 2),
            std::round(side), std::round(side)};
}

FaceThumbnail cutOut(const cv::Mat& pixels, const ThumbnailRequest& request, int side) {
    const std::optional<Box>& focus = request.focus;
    if (!focus || !isSane(*focus))
        return wholePicture(pixels, side);
    const QRect crop = faceCrop(*focus, {pixels.cols, pixels.rows}, request.also).toAlignedRect();
    const QRect inside = crop & QRect(0, 0, pixels.cols, pixels.rows);
    // What lies outside the picture stays black.
    cv::Mat square(side, side, pixels.type(), cv::Scalar());
    const double scale = static_cast<double>(side) / std::max(1, crop.width());
    const QRectF place(QPointF(inside.topLeft() - crop.topLeft()) * scale,
                       QSizeF(inside.size()) * scale);
    const QRect target = place.toRect() & QRect(0, 0, side, side);
    if (!inside.isEmpty() && !target.isEmpty()) {
        const cv::Mat from =
            pixels(cv::Rect(inside.x(), inside.y(), inside.width(), inside.height()));
        shrunk(from, {target.width(), target.height()})
            .copyTo(square(cv::Rect(target.x(), target.y(), target.width(), target.height())));
    }
    return {toQImage(square), QRectF(crop)};
}

}  // namespace

QRectF faceCrop(const Box& focus, QSize image, const std::optional<Box>& also) {
    const double shorter = std::min(image.width(), image.height());
    const double extent = std::max(focus.width, focus.height);
    // About a single point there is no extent to go by.
    constexpr double kLeastExtent = 4;
    const double side = extent < kLeastExtent ? 0.6 * shorter : 1.5 * extent;
    // Points are in pixel centres, rectangles in pixel edges.
    const double x = focus.left + focus.width / 2 + 0.5;
    const double y = focus.top + focus.height / 2 + 0.5;
    const QRectF crop(std::round(x - side / 2), std::round(y - side / 2), std::round(side),
                      std::round(side));
    return also ? holding(crop, *also, image) : crop;
}

ThumbnailRequest thumbnailOf(const Sample& face) {
    constexpr double kStep = 1.25;
    constexpr double kPlaces = 8;
    Box about;
    if (face.box) {
        about = *face.box;
    } else {
        const Landmarks& points = face.points_in_image;
        int labelled = 0;
        for (int i = 0; i < points.size(); ++i)
            labelled += points.is_labelled(i) ? 1 : 0;
        if (labelled > 0 && 2 * labelled >= points.size())
            about = bounding_box(points);
    }
    const double extent = std::max(about.width, about.height);
    if (!(extent >= 1) || !isSane(about))
        return {face.image, std::nullopt};
    const double side = std::pow(kStep, std::round(std::log(extent) / std::log(kStep)));
    const double grid = side / kPlaces;
    const Point centre = about.centre();
    return {face.image, Box{std::round(centre.x / grid) * grid - side / 2,
                            std::round(centre.y / grid) * grid - side / 2, side, side}};
}

FaceThumbnails::FaceThumbnails(int side, QObject* parent, const QString& folder)
    : QObject(parent), side_(side), store_(folder), cache_(kCacheKilobytes) {
    pool_.setMaxThreadCount(kThreads);
    pool_.setThreadPriority(QThread::LowPriority);
}

FaceThumbnails::~FaceThumbnails() {
    waiting_.clear();
    pool_.clear();
    pool_.waitForDone();
}

bool FaceThumbnails::isKnown(const QString& key, const std::filesystem::path& image) const {
    return cache_.contains(key) || wanted_.contains(key) || isBroken(image);
}

FaceThumbnail FaceThumbnails::thumbnail(const ThumbnailRequest& request) {
    const QString key = cacheKey(request);
    if (const FaceThumbnail* known = cache_.object(key))
        return *known;
    if (isKnown(key, request.image))
        return {};
    wanted_.insert(key);
    waiting_.push_front({key, request});
    if (waiting_.size() > kMostWaiting) {
        wanted_.remove(waiting_.back().key);
        waiting_.pop_back();
    }
    startNext();
    return {};
}

bool FaceThumbnails::isBroken(const std::filesystem::path& image) const {
    return !broken_.isEmpty() && broken_.contains(toQString(image));
}

void FaceThumbnails::want(const std::vector<ThumbnailRequest>& nearest_first) {
    clearWaiting();
    for (const ThumbnailRequest& request : nearest_first) {
        const QString key = cacheKey(request);
        if (waiting_.size() >= kMostWaiting || isKnown(key, request.image))
            continue;
        wanted_.insert(key);
        waiting_.push_back({key, request});
    }
    startNext();
}

void FaceThumbnails::clearWaiting() {
    for (const Waiting& waiting : waiting_)
        wanted_.remove(waiting.key);
    waiting_.clear();
}

void FaceThumbnails::clear() {
    clearWaiting();
    cache_.clear();
    broken_.clear();
}

std::vector<FaceThumbnails::Waiting> FaceThumbnails::takeNextPicture() {
    std::vector<Waiting> cuts;
    const std::filesystem::path image = waiting_.front().request.image;
    std::erase_if(waiting_, [&](const Waiting& waiting) {
        if (waiting.request.image != image)
            return false;
        cuts.push_back(waiting);
        return true;
    });
    return cuts;
}

void FaceThumbnails::startNext() {
    while (running_ < kThreads && !waiting_.empty()) {
        ++running_;
        pool_.start([this, cuts = takeNextPicture()] { make(cuts); });
    }
}

/// On a thread of the pool; what it made is shown before it is written.
void FaceThumbnails::make(const std::vector<Waiting>& cuts) {
    std::vector<Made> made;
    std::vector<std::pair<QString, FaceThumbnail>> fresh;
    cv::Mat pixels;
    bool broken = false;
    for (const Waiting& cut : cuts) {
        const QString name = store_.nameOf(cut.request, side_);
        FaceThumbnail thumbnail = store_.read(name).value_or(FaceThumbnail());
        if (thumbnail.image.isNull() && !broken) {
            try {
                if (pixels.empty())
                    pixels = decode_image(cut.request.image);
                thumbnail = cutOut(pixels, cut.request, side_);
                fresh.emplace_back(name, thumbnail);
            } catch (const std::exception&) {
                broken = true;  // checking the data set says what is wrong
            }
        }
        made.push_back({cut.key, thumbnail});
    }
    const QString image = toQString(cuts.front().request.image);
    QMetaObject::invokeMethod(
        this, [this, image, made] { finish(image, made); }, Qt::QueuedConnection);
    for (const auto& [name, thumbnail] : fresh)
        store_.write(name, thumbnail);
}

void FaceThumbnails::finish(const QString& image, const std::vector<Made>& made) {
    --running_;
    for (const Made& one : made) {
        wanted_.remove(one.key);
        if (one.thumbnail.image.isNull())
            broken_.insert(image);
        else
            cache_.insert(one.key, new FaceThumbnail(one.thumbnail),
                          static_cast<int>(one.thumbnail.image.sizeInBytes() / 1024) + 1);
    }
    emit loaded(image);
    startNext();
}

}  // namespace rudolph
