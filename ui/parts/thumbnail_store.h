#pragma once

#include <QImage>
#include <QRectF>
#include <QString>
#include <atomic>
#include <filesystem>
#include <mutex>
#include <optional>

#include "core/geometry/box.h"

namespace rudolph {

/// A face cut out of its picture, or the whole picture made small.
struct FaceThumbnail {
    QImage image;          ///< null while it is loading or when its file is broken
    QRectF crop_in_image;  ///< what of the picture it shows, from edge to edge, in pixels
};

/// What a thumbnail is to show. Without a focus: the whole picture.
struct ThumbnailRequest {
    std::filesystem::path image;
    std::optional<Box> focus;      ///< the face
    std::optional<Box> also = {};  ///< what must be in the crop as well

    /// Tells cuts of one picture apart.
    QString cutText() const;
};

/// Thumbnails on disk, so that they need to be made only once: JPEG files named by a hash of the
/// picture's path, size and time, of the cut and of its side. A file that cannot be read is made
/// anew, a folder that cannot be written is done without. Any thread.
class ThumbnailStore {
public:
    static constexpr long long kMostBytes = 256LL << 20;

    /// An empty folder's name: nothing is kept. When the files in it take more than `most_bytes`,
    /// the oldest are removed; between two looks a sixteenth more may have been written.
    explicit ThumbnailStore(QString folder, long long most_bytes = kMostBytes);

    /// The file's name in the store; empty when the picture is missing.
    QString nameOf(const ThumbnailRequest& request, int side) const;
    std::optional<FaceThumbnail> read(const QString& name) const;
    void write(const QString& name, const FaceThumbnail& thumbnail);

private:
    void removeOldest();

    QString folder_;
    long long most_bytes_;
    std::atomic<long long> written_;  ///< bytes since the folder was last looked through
    std::mutex looking_through_;
};

/// Where the studio keeps its thumbnails: in the person's cache folder.
QString thumbnailFolder();

}  // namespace rudolph
