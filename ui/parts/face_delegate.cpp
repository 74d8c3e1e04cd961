#include "ui/parts/face_delegate.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>
#include <QTimer>
#include <algorithm>
#include <utility>

#include "ui/base/palette.h"

namespace rudolph {
namespace {

constexpr int kTextGap = 8;
constexpr int kLeastText = 120;
constexpr int kLongestRepaintMs = 12;
constexpr int kMostDrawnKilobytes = 64 * 1024;

QColor textColour(const QStyleOptionViewItem& option) {
    const bool selected = option.state & QStyle::State_Selected;
    const QPalette::ColorGroup group =
        option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    return option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
}

}  // namespace

FaceDelegate::FaceDelegate(QAbstractItemView* view, FaceThumbnails* thumbnails, TileOf tile_of)
    : QStyledItemDelegate(view),
      view_(view),
      thumbnails_(thumbnails),
      tile_of_(std::move(tile_of)),
      drawn_(kMostDrawnKilobytes) {}

void FaceDelegate::setShape(Shape shape, QSize picture, int padding) {
    shape_ = shape;
    picture_ = picture;
    padding_ = padding;
    drawn_.clear();
}

QSize FaceDelegate::cellSize(const QFontMetrics& metrics) const {
    return picture_ + QSize(2 * padding_, 2 * padding_ + metrics.height() + 2);
}

QSize FaceDelegate::sizeHint(const QStyleOptionViewItem& option,
                             const QModelIndex& /*index*/) const {
    if (shape_ == Shape::Tile)
        return cellSize(option.fontMetrics);
    const int height = std::max(picture_.height(), 2 * option.fontMetrics.height() + 4);
    return {picture_.width() + kLeastText, height + 2 * padding_};
}

/// The style draws selection, hover and focus; the face comes on top.
void FaceDelegate::paintPanel(QPainter* painter, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const {
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    QStyleOptionViewItem item = option;
    item.index = index;
    // Of the whole tile: in grids styles mark only the words otherwise, and these are ours.
    item.showDecorationSelected = true;
    if (shape_ == Shape::Row) {
        style->drawControl(QStyle::CE_ItemViewItem, &item, painter, option.widget);
        return;
    }
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, painter, option.widget);
    if (!(option.state & QStyle::State_HasFocus))
        return;
    QStyleOptionFocusRect focus;
    focus.QStyleOption::operator=(option);
    focus.rect = option.rect.adjusted(1, 1, -1, -1);
    style->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, painter, option.widget);
}

void FaceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    const FaceTile tile = tile_of_(index);
    paintPanel(painter, option, index);
    painter->save();
    const QRect inside = option.rect.adjusted(padding_, padding_, -padding_, -padding_);
    QRect place(inside.topLeft(), picture_);
    if (shape_ == Shape::Tile)
        place.moveLeft(inside.left() + (inside.width() - picture_.width()) / 2);
    painter->setPen(textColour(option));
    paintPicture(*painter, place, tile, option.palette);
    painter->setPen(textColour(option));
    if (shape_ == Shape::Row) {
        paintText(*painter, inside.adjusted(picture_.width() + kTextGap, 0, 0, 0), tile, option);
    } else {
        const QRect caption(option.rect.left() + 2, place.bottom() + 1, option.rect.width() - 4,
                            option.fontMetrics.height() + 2);
        painter->drawText(
            caption, Qt::AlignCenter,
            option.fontMetrics.elidedText(tile.title, option.textElideMode, caption.width()));
    }
    painter->restore();
}

void FaceDelegate::paintPicture(QPainter& painter, const QRect& place, const FaceTile& tile,
                                const QPalette& palette) const {
    if (tile.points) {
        const QPixmap drawn =
            pictureWithPoints(tile, palette, painter.device()->devicePixelRatioF());
        if (drawn.isNull())
            painter.fillRect(place, palette.color(QPalette::AlternateBase));
        else
            painter.drawPixmap(place, drawn);
    } else {
        const QImage image =
            tile.picture && thumbnails_ ? thumbnails_->thumbnail(*tile.picture).image : tile.image;
        if (image.isNull()) {
            painter.fillRect(place, palette.color(QPalette::AlternateBase));
            painter.drawText(place.adjusted(4, 4, -4, -4), Qt::AlignCenter | Qt::TextWordWrap,
                             tile.instead);
        } else {
            QRect fitted(QPoint(), image.size().scaled(place.size(), Qt::KeepAspectRatio));
            fitted.moveCenter(place.center());
            painter.setRenderHint(QPainter::SmoothPixmapTransform);
            painter.drawImage(fitted, image);
        }
    }
    if (tile.mark)
        tile.mark(painter, place, palette);
}

void FaceDelegate::paintText(QPainter& painter, const QRect& room, const FaceTile& tile,
                             const QStyleOptionViewItem& option) const {
    const int middle = room.center().y();
    const QRect upper(room.left(), room.top(), room.width(), middle - room.top());
    painter.drawText(
        upper, Qt::AlignBottom | Qt::AlignLeft,
        option.fontMetrics.elidedText(tile.title, option.textElideMode, upper.width()));
    QRect lower(room.left(), middle + 2, room.width(), option.fontMetrics.height());
    if (tile.signs)
        lower.adjust(0, 0, -tile.signs(painter, lower, option.palette), 0);
    const bool selected = option.state & QStyle::State_Selected;
    painter.setPen(faint(textColour(option), selected ? 0.85 : 0.65));
    painter.drawText(lower, Qt::AlignVCenter | Qt::AlignLeft,
                     option.fontMetrics.elidedText(tile.line, Qt::ElideRight, lower.width()));
}

QPixmap FaceDelegate::pictureWithPoints(const FaceTile& tile, const QPalette& palette,
                                        double pixel_ratio) const {
    if (std::exchange(drawn_generation_, tile.key.first) != tile.key.first)
        drawn_.clear();
    const QPixmap* known = drawn_.object(tile.key);
    if (known && known->devicePixelRatio() == pixel_ratio)
        return *known;
    if (!repaint_.isValid()) {
        repaint_.start();
        QTimer::singleShot(0, this, &FaceDelegate::paintRestLater);
    } else if (repaint_.elapsed() > kLongestRepaintMs) {
        left_over_ = true;
        return {};
    }
    const FaceThumbnail thumbnail = thumbnails_->thumbnail(*tile.picture);
    QPixmap pixmap(picture_ * pixel_ratio);
    pixmap.setDevicePixelRatio(pixel_ratio);
    QPainter painter(&pixmap);
    paintFaceTile(painter, QRect(QPoint(), picture_), thumbnail, *tile.points, *tile.scheme,
                  palette, thumbnails_->isBroken(tile.picture->image));
    painter.end();
    if (!thumbnail.image.isNull())
        drawn_.insert(tile.key, new QPixmap(pixmap),
                      pixmap.width() * pixmap.height() * 4 / 1024 + 1);
    return pixmap;
}

void FaceDelegate::paintRestLater() const {
    repaint_.invalidate();
    if (std::exchange(left_over_, false))
        view_->viewport()->update();
}

}  // namespace rudolph
