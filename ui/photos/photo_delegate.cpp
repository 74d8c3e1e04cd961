#include "ui/photos/photo_delegate.h"

#include <QApplication>
#include <QPainter>
#include <algorithm>

#include "ui/parts/face_marks.h"
#include "ui/photos/photo_words.h"

namespace rudolph {
namespace {

constexpr int kPadding = 6;
constexpr double kMark = 18;  // height of a mark

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Base).lightnessF() < 0.5;
}

QColor doubtfulColour(bool dark) {
    return dark ? QColor(0xff, 0xb0, 0x00) : QColor(0xc2, 0x5a, 0x00);
}

/// Three dots, or the arrow of a video.
void paintSign(QPainter& painter, const QRectF& disc, const PhotoEntry& entry) {
    const QPointF middle = disc.center();
    painter.setBrush(painter.pen().color());
    painter.setPen(Qt::NoPen);
    if (entry.isVideo()) {
        painter.drawPolygon(QPolygonF(
            {middle + QPointF(-3, -4.5), middle + QPointF(5, 0), middle + QPointF(-3, 4.5)}));
        return;
    }
    for (const double x : {-4.0, 0.0, 4.0})
        painter.drawEllipse(middle + QPointF(x, 0), 1.3, 1.3);
}

}  // namespace

QRectF paintPhotoMark(QPainter& painter, const QPointF& corner, const PhotoEntry& entry,
                      const QPalette& palette) {
    const bool dark = isDark(palette);
    const int faces = static_cast<int>(entry.reading.faces.size());
    const bool doubtful = entry.doubtfulCount() > 0;
    const bool counts = !entry.isVideo() && entry.state == PhotoState::Done && faces > 0;
    const QString text =
        counts ? QString::number(faces) + (doubtful ? QStringLiteral(" ?") : QString()) : QString();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = painter.font();
    font.setBold(true);
    font.setPointSizeF(std::max(7.0, font.pointSizeF() * 0.85));
    painter.setFont(font);
    QRectF pill(0, 0, std::max(kMark, QFontMetricsF(font).horizontalAdvance(text) + 10), kMark);
    pill.moveBottomRight(corner);
    QColor ground = palette.color(QPalette::Base);
    QColor ink = palette.color(QPalette::Text);
    if (counts) {
        ground = doubtful ? doubtfulColour(dark)
                          : (dark ? QColor(0x3d, 0xdc, 0x84) : QColor(0x1b, 0x7f, 0x3f));
        ink = dark ? Qt::black : Qt::white;
    }
    painter.setPen(
        QPen(counts ? palette.color(QPalette::Base) : palette.color(QPalette::Mid), 1.2));
    painter.setBrush(ground);
    painter.drawRoundedRect(pill, kMark / 2, kMark / 2);
    painter.setPen(ink);
    if (counts) {
        painter.drawText(pill, Qt::AlignCenter, text);
    } else if (entry.state == PhotoState::Broken) {
        painter.setPen(doubtfulColour(dark));
        paintProblemMark(painter, pill.adjusted(3, 2.5, -3, -3.5));
    } else if (entry.state == PhotoState::Done && !entry.isVideo()) {
        painter.setPen(QPen(ink, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(pill.center(), 4.5, 4.5);
        painter.drawLine(pill.center() + QPointF(-5, 5), pill.center() + QPointF(5, -5));
    } else {
        paintSign(painter, pill, entry);
    }
    painter.restore();
    return pill;
}

PhotoDelegate::PhotoDelegate(const PhotoOrder* photos, FaceThumbnails* thumbnails, QObject* parent)
    : QStyledItemDelegate(parent), photos_(photos), thumbnails_(thumbnails) {}

QSize PhotoDelegate::gridCell(const QFontMetrics& metrics) {
    return {kGridSide + 2 * kPadding, kGridSide + metrics.height() + 2 * kPadding + 2};
}

void PhotoDelegate::paintThumbnail(QPainter* painter, const QRect& square, const PhotoEntry& entry,
                                   const QPalette& palette) const {
    // Frames of videos are decoded by the player alone.
    const QImage image =
        entry.isVideo() ? QImage() : thumbnails_->thumbnail(entry.file, std::nullopt).image;
    QRect place = square;
    if (image.isNull()) {
        painter->fillRect(square, palette.color(QPalette::AlternateBase));
    } else {
        place = QRect(QPoint(), image.size().scaled(square.size(), Qt::KeepAspectRatio));
        place.moveCenter(square.center());
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->drawImage(place, image);
    }
    paintPhotoMark(*painter, QPointF(square.bottomRight()) + QPointF(3, 3), entry, palette);
}

void PhotoDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    QStyleOptionViewItem item = option;
    item.index = index;
    // Of the whole tile: in grids styles mark only the words otherwise, and these are ours.
    item.showDecorationSelected = true;
    // The style draws selection, hover and focus; the photograph comes on top.
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, option.widget);
    const PhotoEntry& entry = photos_->entry(index.row());
    const QString name = index.data(Qt::DisplayRole).toString();
    const QPalette::ColorGroup group =
        option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const bool selected = option.state & QStyle::State_Selected;
    QColor colour =
        option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    painter->save();
    const QRect inside = option.rect.adjusted(kPadding, kPadding, -kPadding, -kPadding);
    const int side = grid_ ? kGridSide : kListSide;
    QRect square(inside.topLeft(), QSize(side, side));
    if (grid_)
        square.moveLeft(inside.left() + (inside.width() - side) / 2);
    paintThumbnail(painter, square, entry, option.palette);
    painter->setPen(colour);
    if (grid_) {
        const QRect line(inside.left(), square.bottom() + 3, inside.width(),
                         option.fontMetrics.height());
        painter->drawText(line, Qt::AlignCenter,
                          option.fontMetrics.elidedText(name, Qt::ElideMiddle, line.width()));
        painter->restore();
        return;
    }
    const QRect text = inside.adjusted(side + 10, 0, 0, 0);
    const int middle = text.center().y();
    const QRect upper(text.left(), text.top(), text.width(), middle - text.top());
    painter->drawText(upper, Qt::AlignBottom | Qt::AlignLeft,
                      option.fontMetrics.elidedText(name, Qt::ElideMiddle, upper.width()));
    colour.setAlphaF(selected ? 0.85F : 0.65F);
    painter->setPen(colour);
    const QRect lower(text.left(), middle + 2, text.width(), option.fontMetrics.height());
    painter->drawText(
        lower, Qt::AlignVCenter | Qt::AlignLeft,
        option.fontMetrics.elidedText(photoSummary(entry), Qt::ElideRight, lower.width()));
    painter->restore();
}

QSize PhotoDelegate::sizeHint(const QStyleOptionViewItem& option,
                              const QModelIndex& /*index*/) const {
    if (grid_)
        return gridCell(option.fontMetrics);
    const int height = std::max(kListSide, 2 * option.fontMetrics.height() + 4);
    return {kListSide + 120, height + 2 * kPadding};
}

}  // namespace rudolph
