#pragma once

#include <QCache>
#include <QImage>
#include <QObject>
#include <QRectF>
#include <QSet>
#include <QThreadPool>
#include <deque>
#include <filesystem>

#include "core/geometry/box.h"

namespace rudolph {

/// A face cut out of its picture.
struct FaceThumbnail {
    QImage image;          ///< square; null while it is loading or when its file is broken
    QRectF crop_in_image;  ///< what of the picture it shows, from edge to edge, in pixels
};

/// Faces cut out of their pictures for the galleries and the strip: decoded in the background, the
/// latest request first, and kept within a memory budget. Main thread only.
class FaceThumbnails : public QObject {
    Q_OBJECT

public:
    /// `side` of the thumbnails in pixels.
    explicit FaceThumbnails(int side, QObject* parent = nullptr);
    ~FaceThumbnails() override;

    /// The thumbnail around `focus` (the box of a face's points, or of a single point), or a null
    /// image while it is being made: loaded() says when to ask again.
    FaceThumbnail thumbnail(const std::filesystem::path& image, const Box& focus);
    bool isBroken(const std::filesystem::path& image) const;
    /// Forgets what is waiting, e.g. when another run is shown.
    void clearWaiting();

signals:
    void loaded(const QString& image);

private:
    struct Request {
        QString key;
        std::filesystem::path image;
        Box focus;
    };
    void startNext();
    void finish(const QString& key, const QString& image, const FaceThumbnail& thumbnail);

    int side_;
    QThreadPool pool_;
    QCache<QString, FaceThumbnail> cache_;
    QSet<QString> wanted_;
    QSet<QString> broken_;
    std::deque<Request> waiting_;
    int running_ = 0;
};

/// The square of an image of this size that shows the face about `focus`: half as large again as
/// the box, or, when that is only a point or a few, three fifths of the picture about it.
QRectF faceCrop(const Box& focus, QSize image);

}  // namespace rudolph
