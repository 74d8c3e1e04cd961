#pragma once

#include <QListView>
#include <QTimer>
#include <utility>

#include "ui/parts/face_delegate.h"

namespace rudolph {

/// A list of faces of any kind: rows, a grid of tiles, or a line of them. Wants the thumbnails of
/// what is in view first and then of its neighbourhood, and shows them as they come.
class FaceGallery : public QListView {
    Q_OBJECT

public:
    enum class Shape { Rows, Grid, Line };
    /// Of a thumbnail in rows, in pixels.
    static constexpr int kRowPicture = 56;
    /// Drawn smaller than they are kept, so that they are sharp on dense screens.
    static constexpr int kRowThumbnail = 2 * kRowPicture;

    /// `thumbnails` must outlive the gallery; null: the tiles have their images. What a tile shows
    /// is asked for anew whenever it is drawn. Begins with rows.
    FaceGallery(FaceThumbnails* thumbnails, FaceDelegate::TileOf tile_of,
                QWidget* parent = nullptr);

    void setShape(Shape shape, QSize picture, int padding = 4);
    /// Of a tile with its title.
    QSize cellSize() const { return delegate_->cellSize(fontMetrics()); }

    void setModel(QAbstractItemModel* model) override;

    /// From the first row in view to behind the last one; both 0: none.
    std::pair<int, int> rowsInView() const;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void wantSoon();
    void wantThumbnails();
    /// The first row that ends at or behind this place along the list; as many as there are rows
    /// when none does.
    int rowFrom(int place) const;

    FaceThumbnails* thumbnails_;
    FaceDelegate* delegate_;
    Shape shape_ = Shape::Rows;
    QTimer want_;
};

}  // namespace rudolph
