#include "ui/augment/variant_grid.h"

#include <QApplication>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <algorithm>
#include <cmath>

#include "ui/augment/variant_model.h"

namespace rudolph {
namespace {

constexpr int kGap = 8;  ///< between tiles, half of it on each side
constexpr int kSmallest = 56;
constexpr int kLargest = 400;

int captionHeight(const QFontMetrics& metrics) {
    return metrics.height() + 2;
}

class VariantDelegate : public QStyledItemDelegate {
public:
    explicit VariantDelegate(VariantGrid* grid) : QStyledItemDelegate(grid), grid_(grid) {}

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const auto* model = qobject_cast<const VariantModel*>(index.model());
        if (model == nullptr)
            return;
        const AugmentVariant& variant = model->variant(index.row());
        const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
        QStyleOptionViewItem panel = option;
        // Of the whole tile: in grids styles mark only the words otherwise, and these are ours.
        panel.showDecorationSelected = true;
        style->drawPrimitive(QStyle::PE_PanelItemViewItem, &panel, painter, option.widget);
        QRect place(QPoint(), grid_->tileSize());
        place.moveTopLeft(option.rect.topLeft() +
                          QPoint((option.rect.width() - place.width()) / 2, kGap / 2));
        const bool selected = option.state & QStyle::State_Selected;
        painter->setPen(
            option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
        if (variant.problem.isEmpty()) {
            painter->setRenderHint(QPainter::SmoothPixmapTransform);
            painter->drawImage(place, variant.tile);
        } else {
            painter->fillRect(place, option.palette.color(QPalette::AlternateBase));
            painter->drawText(place.adjusted(4, 4, -4, -4), Qt::AlignCenter | Qt::TextWordWrap,
                              VariantGrid::tr("Left out by training"));
        }
        if (option.state & QStyle::State_HasFocus) {
            QStyleOptionFocusRect focus;
            focus.QStyleOption::operator=(option);
            focus.rect = option.rect.adjusted(1, 1, -1, -1);
            style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
        }
        const QRect caption(option.rect.left() + 2, place.bottom() + 1, option.rect.width() - 4,
                            captionHeight(option.fontMetrics));
        painter->drawText(caption, Qt::AlignCenter,
                          option.fontMetrics.elidedText(index.data(Qt::DisplayRole).toString(),
                                                        Qt::ElideRight, caption.width()));
    }

    QSize sizeHint(const QStyleOptionViewItem& /*option*/,
                   const QModelIndex& /*index*/) const override {
        return grid_->gridSize();
    }

private:
    VariantGrid* grid_;
};

}  // namespace

VariantGrid::VariantGrid(VariantModel* model, QWidget* parent) : QListView(parent) {
    setModel(model);
    setItemDelegate(new VariantDelegate(this));
    setViewMode(QListView::IconMode);
    setResizeMode(QListView::Adjust);
    setMovement(QListView::Static);
    setUniformItemSizes(true);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setFrameShape(QFrame::NoFrame);
    viewport()->setBackgroundRole(QPalette::Window);
    setAccessibleName(tr("Variants"));
    setObjectName(QStringLiteral("variants"));
    setMinimumSize(240, 160);
}

void VariantGrid::setShape(int count, double height_by_width) {
    count_ = std::max(1, count);
    height_by_width_ = height_by_width;
    fitTiles();
}

void VariantGrid::fitTiles() {
    const double extra = kGap + captionHeight(fontMetrics());
    const double width = contentsRect().width() - 4;
    const double height = contentsRect().height() - 4;
    double best = 0;
    for (int columns = 1; columns <= count_; ++columns) {
        const int rows = (count_ + columns - 1) / columns;
        const double by_width = width / columns - kGap;
        const double by_height = (height / rows - extra) / height_by_width_;
        best = std::max(best, std::min(by_width, by_height));
    }
    const bool scrolls = best < kSmallest;
    // Where it may come, a list leaves room for its bar.
    setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    if (scrolls) {
        const double room = width - verticalScrollBar()->sizeHint().width();
        const int columns = std::max(1, static_cast<int>(room / (kSmallest + kGap)));
        best = room / columns - kGap;
    }
    const int side = static_cast<int>(std::clamp<double>(std::floor(best), kSmallest, kLargest));
    const QSize tile(side, std::max(1, static_cast<int>(std::lround(side * height_by_width_))));
    const QSize cell(tile.width() + kGap, tile.height() + static_cast<int>(extra));
    if (cell != gridSize())
        setGridSize(cell);
    if (tile == tile_)
        return;
    tile_ = tile;
    emit tileSizeChanged();
}

void VariantGrid::resizeEvent(QResizeEvent* event) {
    fitTiles();
    QListView::resizeEvent(event);
}

}  // namespace rudolph
