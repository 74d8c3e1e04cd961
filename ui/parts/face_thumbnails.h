#pragma once

#include <QCache>
#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <deque>
#include <vector>

#include "core/dataset/dataset.h"
#include "ui/parts/thumbnail_store.h"

namespace rudolph {

/// Faces cut out of their pictures for the lists, the galleries and the strip: made in the
/// background, kept within a memory budget, and on disk. What waits is what want() was last told,
/// nearest first; anything else that is asked for comes before it. A picture is decoded once for
/// all of its faces that wait. Main thread only.
class FaceThumbnails : public QObject {
    Q_OBJECT

public:
    /// `side` of the thumbnails in pixels: squares about a face, whole pictures fitted into one.
    /// `folder` is where they are kept on disk; empty: nowhere.
    explicit FaceThumbnails(int side, QObject* parent = nullptr,
                            const QString& folder = thumbnailFolder());
    /// Waits for the pictures that are being decoded.
    ~FaceThumbnails() override;

    /// The thumbnail about its focus (the box of a face's points, or of a single point), or a null
    /// image while it is being made: loaded() says when to ask again.
    FaceThumbnail thumbnail(const ThumbnailRequest& request);
    bool isBroken(const std::filesystem::path& image) const;
    /// What is near the viewport, nearest first. Whatever else waits is dropped.
    void want(const std::vector<ThumbnailRequest>& nearest_first);
    /// Forgets what is waiting, e.g. when another run is shown.
    void clearWaiting();
    /// Forgets everything but what is on disk, e.g. when another data set is shown.
    void clear();

signals:
    void loaded(const QString& image);

private:
    struct Waiting {
        QString key;
        ThumbnailRequest request;
    };
    struct Made {
        QString key;
        FaceThumbnail thumbnail;
    };
    bool isKnown(const QString& key, const std::filesystem::path& image) const;
    void startNext();
    std::vector<Waiting> takeNextPicture();
    void make(const std::vector<Waiting>& cuts);
    void finish(const QString& image, const std::vector<Made>& made);

    int side_;
    ThumbnailStore store_;
    QThreadPool pool_;
    QCache<QString, FaceThumbnail> cache_;
    QSet<QString> wanted_;  ///< asked for and not there yet, those that are being made included
    QSet<QString> broken_;
    std::deque<Waiting> waiting_;
    int running_ = 0;
};

/// The square of an image of this size that shows the face about `focus`: half as large again as
/// the box, however small the face, or, when that is only a point, three fifths of the picture
/// about it. Larger where it does not hold `also`, of which no more counts than lies within a
/// picture's size of the picture.
QRectF faceCrop(const Box& focus, QSize image, const std::optional<Box>& also = {});

/// The thumbnail of a face in a list: about its box, else about its points once at least half of
/// them are there, else the whole picture. The focus is rounded so that an edit rarely changes it.
ThumbnailRequest thumbnailOf(const Sample& face);

}  // namespace rudolph
