#pragma once

#include <QCache>
#include <QImage>
#include <QObject>
#include <QSet>
#include <QThreadPool>
#include <filesystem>
#include <vector>

namespace rudolph {

/// Pictures for lists, loaded in the background and kept within a memory budget. Main thread only.
class ThumbnailLoader : public QObject {
    Q_OBJECT

public:
    /// `largest` is the longer side of the thumbnails in pixels.
    explicit ThumbnailLoader(int largest, QObject* parent = nullptr);
    ~ThumbnailLoader() override;

    /// The thumbnail, or a null image while it is being loaded (loaded() says when) or when the
    /// file is broken. Sizes: the thumbnail's pixels over the image's is thumbnail.width() /
    /// fullSize().
    QImage thumbnail(const std::filesystem::path& image);
    /// The size of the whole picture, once its thumbnail is there; else empty.
    QSize fullSize(const std::filesystem::path& image) const;
    /// Forgets what is waiting and what is kept, e.g. when another data set opens.
    void clear();

signals:
    void loaded(const QString& image);

private:
    struct Entry {
        QImage image;
        QSize full_size;
    };
    void startNext();
    void finish(int generation, const QString& image, const Entry& entry);

    int largest_;
    QThreadPool pool_;
    QCache<QString, Entry> cache_;
    QSet<QString> waiting_;       ///< asked for and not there yet, running ones included
    std::vector<QString> stack_;  ///< not started yet; what was asked for last comes first
    int running_ = 0;
    int generation_ = 0;
};

}  // namespace rudolph
