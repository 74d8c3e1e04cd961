#pragma once

#include <QCache>
#include <QElapsedTimer>
#include <QPixmap>
#include <QStyledItemDelegate>
#include <functional>

#include "ui/parts/face_tile.h"

class QAbstractItemView;

namespace rudolph {

/// Draws the faces of a gallery: rows with a thumbnail and two lines of text, or tiles with the
/// title below. Asks for thumbnails as it paints.
class FaceDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    enum class Shape { Row, Tile };
    using TileOf = std::function<FaceTile(const QModelIndex&)>;

    /// `thumbnails` must outlive the delegate; null: all tiles have their images.
    FaceDelegate(QAbstractItemView* view, FaceThumbnails* thumbnails, TileOf tile_of);

    /// `picture`: what thumbnails are fitted into, in pixels; `padding` about it.
    void setShape(Shape shape, QSize picture, int padding);
    QSize picture() const { return picture_; }
    /// Of a tile with its padding and its title.
    QSize cellSize(const QFontMetrics& metrics) const;
    const TileOf& tileOf() const { return tile_of_; }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintPanel(QPainter* painter, const QStyleOptionViewItem& option,
                    const QModelIndex& index) const;
    void paintPicture(QPainter& painter, const QRect& place, const FaceTile& tile,
                      const QPalette& palette) const;
    void paintText(QPainter& painter, const QRect& room, const FaceTile& tile,
                   const QStyleOptionViewItem& option) const;
    /// Null when this repaint has taken long enough.
    QPixmap pictureWithPoints(const FaceTile& tile, const QPalette& palette,
                              double pixel_ratio) const;
    void paintRestLater() const;

    QAbstractItemView* view_;
    FaceThumbnails* thumbnails_;
    TileOf tile_of_;
    Shape shape_ = Shape::Row;
    QSize picture_{56, 56};
    int padding_ = 4;
    /// Faces with their points as they were drawn: a hundred points antialiased take a millisecond.
    mutable QCache<QPair<int, int>, QPixmap> drawn_;
    /// The first part of their keys: what was drawn before that is shown no more.
    mutable int drawn_generation_ = 0;
    /// Since the first face of this repaint was drawn. When a screen full of them takes too long,
    /// the rest follows in the next repaints, so that the window goes on answering.
    mutable QElapsedTimer repaint_;
    mutable bool left_over_ = false;
};

}  // namespace rudolph
