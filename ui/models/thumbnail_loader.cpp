#include "ui/models/thumbnail_loader.h"

#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/image/decode.h"
#include "ui/models/image_convert.h"
#include "ui/models/path_convert.h"

namespace rudolph {
namespace {

constexpr int kBudgetBytes = 128 << 20;
/// Pictures that were scrolled past long ago need not be loaded any more.
constexpr size_t kMostWaiting = 400;
constexpr int kThreads = 2;

cv::Mat reduced(const cv::Mat& pixels, int largest) {
    const int longer = std::max(pixels.cols, pixels.rows);
    if (longer <= largest)
        return pixels;
    const double factor = static_cast<double>(largest) / longer;
    const cv::Size size(std::max(1, cvRound(pixels.cols * factor)),
                        std::max(1, cvRound(pixels.rows * factor)));
    cv::Mat small;
    cv::resize(pixels, small, size, 0, 0, cv::INTER_AREA);
    return small;
}

}  // namespace

ThumbnailLoader::ThumbnailLoader(int largest, QObject* parent)
    : QObject(parent), largest_(largest), cache_(kBudgetBytes) {
    pool_.setMaxThreadCount(kThreads);
    pool_.setThreadPriority(QThread::LowPriority);
}

ThumbnailLoader::~ThumbnailLoader() {
    pool_.clear();
    pool_.waitForDone();
}

QImage ThumbnailLoader::thumbnail(const std::filesystem::path& image) {
    const QString key = toQString(image);
    if (const Entry* entry = cache_.object(key))
        return entry->image;
    if (waiting_.contains(key))
        return {};
    waiting_.insert(key);
    stack_.push_back(key);
    if (stack_.size() > kMostWaiting) {
        waiting_.remove(stack_.front());
        stack_.erase(stack_.begin());
    }
    startNext();
    return {};
}

QSize ThumbnailLoader::fullSize(const std::filesystem::path& image) const {
    const Entry* entry = cache_.object(toQString(image));
    return entry != nullptr ? entry->full_size : QSize();
}

void ThumbnailLoader::clear() {
    ++generation_;
    waiting_.clear();
    stack_.clear();
    cache_.clear();
}

void ThumbnailLoader::startNext() {
    while (running_ < kThreads && !stack_.empty()) {
        const QString image = stack_.back();
        stack_.pop_back();
        ++running_;
        pool_.start([this, image, generation = generation_, largest = largest_] {
            Entry entry;
            try {
                const cv::Mat pixels = decode_image(toPath(image));
                entry.full_size = QSize(pixels.cols, pixels.rows);
                entry.image = toQImage(reduced(pixels, largest));
            } catch (const std::exception&) {
                // A broken picture has no thumbnail; checking the data set says what is wrong.
            }
            QMetaObject::invokeMethod(
                this, [this, generation, image, entry] { finish(generation, image, entry); },
                Qt::QueuedConnection);
        });
    }
}

void ThumbnailLoader::finish(int generation, const QString& image, const Entry& entry) {
    --running_;
    if (generation == generation_) {
        waiting_.remove(image);
        const auto bytes = std::max<qsizetype>(1024, entry.image.sizeInBytes());
        cache_.insert(image, new Entry(entry), bytes);
        emit loaded(image);
    }
    startNext();
}

}  // namespace rudolph
