#include "ui/augment/variant_grid.h"

#include <QResizeEvent>
#include <QScrollBar>
#include <algorithm>
#include <cmath>

#include "ui/augment/variant_model.h"

namespace rudolph {
namespace {

constexpr int kVariantGap = 8;  ///< between tiles, half of it on each side
constexpr int kSmallestVariant = 56;
constexpr int kLargestVariant = 400;

FaceTile tileOf(const QModelIndex& index) {
    FaceTile tile;
    const auto* model = qobject_cast<const VariantModel*>(index.model());
    if (!model)
        return tile;
    const AugmentVariant& variant = model->variant(index.row());
    if (variant.problem.isEmpty())
        tile.image = variant.tile;
    else
        tile.instead = VariantGrid::tr("Left out by training");
    tile.title = index.data(Qt::DisplayRole).toString();
    return tile;
}

}  // namespace

VariantGrid::VariantGrid(VariantModel* model, QWidget* parent)
    : FaceGallery(nullptr, tileOf, parent) {
    setModel(model);
    setTextElideMode(Qt::ElideRight);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setFrameShape(QFrame::NoFrame);
    viewport()->setBackgroundRole(QPalette::Window);
    setAccessibleName(tr("Variants"));
    setObjectName(QStringLiteral("variants"));
    setMinimumSize(240, 160);
    setTile(tile_);
}

void VariantGrid::setTile(QSize tile) {
    tile_ = tile;
    setShape(Shape::Grid, tile, kVariantGap / 2);
    setGridSize(cellSize());
}

void VariantGrid::setVariants(int count, double height_by_width) {
    count_ = std::max(1, count);
    height_by_width_ = height_by_width;
    fitTiles();
}

void VariantGrid::fitTiles() {
    const double extra = cellSize().height() - tile_.height();
    const double width = contentsRect().width() - 4;
    const double height = contentsRect().height() - 4;
    double best = 0;
    for (int columns = 1; columns <= count_; ++columns) {
        const int rows = (count_ + columns - 1) / columns;
        const double by_width = width / columns - kVariantGap;
        const double by_height = (height / rows - extra) / height_by_width_;
        best = std::max(best, std::min(by_width, by_height));
    }
    const bool scrolls = best < kSmallestVariant;
    if (scrolls) {
        const double room = width - verticalScrollBar()->sizeHint().width();
        const int columns = std::max(1, static_cast<int>(room / (kSmallestVariant + kVariantGap)));
        best = room / columns - kVariantGap;
    }
    const int side =
        static_cast<int>(std::clamp<double>(std::floor(best), kSmallestVariant, kLargestVariant));
    const QSize tile(side, std::max(1, static_cast<int>(std::lround(side * height_by_width_))));
    const bool resized = tile != tile_;
    if (resized)
        setTile(tile);
    // Where it may come, a list leaves room for its bar.
    setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    if (resized)
        emit tileSizeChanged();
}

void VariantGrid::resizeEvent(QResizeEvent* event) {
    fitTiles();
    FaceGallery::resizeEvent(event);
}

}  // namespace rudolph
