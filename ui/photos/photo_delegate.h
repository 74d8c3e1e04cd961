#pragma once

#include <QStyledItemDelegate>

#include "ui/parts/face_thumbnails.h"
#include "ui/photos/photo_order.h"

namespace rudolph {

/// A photograph in the list or in the grid: its thumbnail with a mark that says what was found: how
/// many faces, a question mark with doubtful ones, a crossed ring without any, dots while it waits,
/// a triangle when it is broken, an arrow for a video.
class PhotoDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// Both must outlive the delegate.
    PhotoDelegate(const PhotoOrder* photos, FaceThumbnails* thumbnails, QObject* parent);

    static constexpr int kListSide = 56;  ///< of a thumbnail in the list, in pixels
    static constexpr int kGridSide = 100;

    void setGrid(bool grid) { grid_ = grid; }
    /// Of a cell of the grid.
    static QSize gridCell(const QFontMetrics& metrics);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintThumbnail(QPainter* painter, const QRect& square, const PhotoEntry& entry,
                        const QPalette& palette) const;

    const PhotoOrder* photos_;
    FaceThumbnails* thumbnails_;
    bool grid_ = false;
};

/// The mark of an entry, its lower right corner at `corner`; returns where it was drawn.
QRectF paintPhotoMark(QPainter& painter, const QPointF& corner, const PhotoEntry& entry,
                      const QPalette& palette);

}  // namespace rudolph
