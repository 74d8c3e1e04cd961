#include "ui/parts/thumbnail_store.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QImageReader>
#include <QStandardPaths>
#include <algorithm>
#include <cmath>
#include <vector>

#include "ui/base/path_convert.h"

namespace rudolph {
namespace {

namespace fs = std::filesystem;

constexpr int kQuality = 85;
constexpr int kLargestThumbnail = 4096;
const char* const kCropKey = "Crop";

QString cropText(const QRectF& crop) {
    return QStringLiteral("%1 %2 %3 %4")
        .arg(crop.x(), 0, 'f', 0)
        .arg(crop.y(), 0, 'f', 0)
        .arg(crop.width(), 0, 'f', 0)
        .arg(crop.height(), 0, 'f', 0);
}

QRectF cropFrom(const QString& text) {
    const QStringList parts = text.split(' ');
    std::vector<double> numbers;
    for (const QString& part : parts) {
        bool ok = false;
        numbers.push_back(part.toDouble(&ok));
        if (!ok)
            return {};
    }
    return numbers.size() == 4 ? QRectF(numbers[0], numbers[1], numbers[2], numbers[3]) : QRectF();
}

struct Kept {
    fs::file_time_type time;
    long long bytes = 0;
    fs::path file;
};

std::vector<Kept> keptIn(const fs::path& folder) {
    std::vector<Kept> all;
    std::error_code error;
    for (fs::recursive_directory_iterator file(folder, error), end; !error && file != end;
         file.increment(error)) {
        std::error_code gone;  // another program may be clearing up as well
        if (!file->is_regular_file(gone))
            continue;
        const auto bytes = static_cast<long long>(file->file_size(gone));
        const auto time = file->last_write_time(gone);
        if (!gone)
            all.push_back({time, bytes, file->path()});
    }
    return all;
}

}  // namespace

QString ThumbnailRequest::cutText() const {
    QString text;
    for (const std::optional<Box>& box : {focus, also})
        if (box)
            for (const double value : {box->left, box->top, box->width, box->height})
                text += '|' + QString::number(std::lround(value));
    return text;
}

ThumbnailStore::ThumbnailStore(QString folder, long long most_bytes)
    : folder_(std::move(folder)), most_bytes_(most_bytes), written_(most_bytes) {}

QString ThumbnailStore::nameOf(const ThumbnailRequest& request, int side) const {
    const QString path = toQString(request.image);
    const QFileInfo info(path);
    if (folder_.isEmpty() || !info.isFile())
        return {};
    // The number at its front counts how faces were cut out: kept ones of another count no more.
    QString what = QStringLiteral("2|%1|%2|%3|%4")
                       .arg(info.absoluteFilePath())
                       .arg(info.size())
                       .arg(info.lastModified().toMSecsSinceEpoch())
                       .arg(side);
    what += request.cutText();
    const QByteArray hash =
        QCryptographicHash::hash(what.toUtf8(), QCryptographicHash::Sha1).toHex();
    return QString::fromLatin1(hash.left(2) + '/' + hash.mid(2) + ".jpg");
}

std::optional<FaceThumbnail> ThumbnailStore::read(const QString& name) const {
    if (name.isEmpty())
        return std::nullopt;
    QImageReader reader(folder_ + '/' + name, "jpeg");
    const QSize size = reader.size();
    if (size.isEmpty() || size.width() > kLargestThumbnail || size.height() > kLargestThumbnail)
        return std::nullopt;
    FaceThumbnail kept;
    kept.image = reader.read().convertToFormat(QImage::Format_RGB32);
    kept.crop_in_image = cropFrom(kept.image.text(kCropKey));
    if (kept.image.isNull() || kept.crop_in_image.isEmpty())
        return std::nullopt;
    return kept;
}

void ThumbnailStore::write(const QString& name, const FaceThumbnail& thumbnail) {
    if (name.isEmpty() || thumbnail.image.isNull())
        return;
    const QString file = folder_ + '/' + name;
    if (!QDir().mkpath(QFileInfo(file).path()))
        return;
    QImage image = thumbnail.image;
    image.setText(kCropKey, cropText(thumbnail.crop_in_image));
    // Beside and renamed, but not flushed to the disk: what a power cut spoils is made anew.
    static std::atomic<unsigned> number = 0;
    const QString beside =
        QStringLiteral("%1.%2-%3").arg(file).arg(QCoreApplication::applicationPid()).arg(++number);
    std::error_code error;
    if (image.save(beside, "jpeg", kQuality))
        fs::rename(toPath(beside), toPath(file), error);
    if (error || !QFileInfo::exists(file)) {
        fs::remove(toPath(beside), error);
        return;
    }
    written_ += QFileInfo(file).size();
    if (written_ > most_bytes_ / 16)
        removeOldest();
}

void ThumbnailStore::removeOldest() {
    const std::unique_lock lock(looking_through_, std::try_to_lock);
    if (!lock)
        return;
    written_ = 0;
    std::vector<Kept> all = keptIn(toPath(folder_));
    long long bytes = 0;
    for (const Kept& kept : all)
        bytes += kept.bytes;
    if (bytes <= most_bytes_)
        return;
    std::sort(all.begin(), all.end(), [](const Kept& a, const Kept& b) { return a.time < b.time; });
    for (const Kept& kept : all) {
        if (bytes <= most_bytes_ / 10 * 9)
            break;
        std::error_code error;
        fs::remove(kept.file, error);
        bytes -= kept.bytes;
    }
}

QString thumbnailFolder() {
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    return cache.isEmpty() ? QString() : cache + QStringLiteral("/thumbnails");
}

}  // namespace rudolph
