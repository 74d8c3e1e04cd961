#include "ui/photos/photo_tile.h"

#include <QPainter>
#include <algorithm>

#include "ui/base/palette.h"
#include "ui/parts/face_marks.h"
#include "ui/photos/photo_words.h"

namespace rudolph {
namespace {

constexpr double kMark = 18;  // height of a mark

/// The arrow of a video, and how long it lasts where that is known.
void paintVideoSign(QPainter& painter, const QRectF& pill, const QString& length) {
    const double room = painter.fontMetrics().horizontalAdvance(length);
    const QPointF middle(pill.center().x() - (length.isEmpty() ? 0 : room / 2 + 2),
                         pill.center().y());
    painter.drawText(pill.adjusted(0, 0, -6, 0), Qt::AlignVCenter | Qt::AlignRight, length);
    painter.setBrush(painter.pen().color());
    painter.setPen(Qt::NoPen);
    painter.drawPolygon(
        QPolygonF({middle + QPointF(-3, -4.5), middle + QPointF(5, 0), middle + QPointF(-3, 4.5)}));
}

/// Three dots.
void paintWaitingSign(QPainter& painter, const QRectF& disc) {
    const QPointF middle = disc.center();
    painter.setBrush(painter.pen().color());
    painter.setPen(Qt::NoPen);
    for (const double x : {-4.0, 0.0, 4.0})
        painter.drawEllipse(middle + QPointF(x, 0), 1.3, 1.3);
}

/// Its lower right corner at `corner`.
void paintPhotoMark(QPainter& painter, const QPointF& corner, const PhotoEntry& entry,
                    const QPalette& palette) {
    const int faces = static_cast<int>(entry.reading.faces.size());
    const bool doubtful = entry.doubtfulCount() > 0;
    const bool counts = !entry.isVideo() && entry.state == PhotoState::Done && faces > 0;
    const QString length = entry.isVideo() && entry.state == PhotoState::Done && entry.seconds > 0
                               ? clockText(entry.seconds)
                               : QString();
    const QString text =
        counts ? QString::number(faces) + (doubtful ? QStringLiteral(" ?") : QString()) : length;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    QFont font = painter.font();
    font.setBold(true);
    font.setPointSizeF(std::max(7.0, font.pointSizeF() * 0.85));
    painter.setFont(font);
    constexpr double kArrow = 12;
    QRectF pill(0, 0,
                std::max(kMark, QFontMetricsF(font).horizontalAdvance(text) + 10 +
                                    (length.isEmpty() ? 0 : kArrow)),
                kMark);
    pill.moveBottomRight(corner);
    QColor ground = palette.color(QPalette::Base);
    QColor ink = palette.color(QPalette::Text);
    if (counts) {
        ground = colourOf(doubtful ? Hue::Doubtful : Hue::Counted, palette);
        ink = isDark(palette) ? Qt::black : Qt::white;
    }
    painter.setPen(
        QPen(counts ? palette.color(QPalette::Base) : palette.color(QPalette::Mid), 1.2));
    painter.setBrush(ground);
    painter.drawRoundedRect(pill, kMark / 2, kMark / 2);
    painter.setPen(ink);
    if (counts) {
        painter.drawText(pill, Qt::AlignCenter, text);
    } else if (entry.state == PhotoState::Broken) {
        painter.setPen(colourOf(Hue::Doubtful, palette));
        paintProblemMark(painter, pill.adjusted(3, 2.5, -3, -3.5));
    } else if (entry.isVideo()) {
        paintVideoSign(painter, pill, length);
    } else if (entry.state == PhotoState::Done) {
        painter.setPen(QPen(ink, 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(pill.center(), 4.5, 4.5);
        painter.drawLine(pill.center() + QPointF(-5, 5), pill.center() + QPointF(5, -5));
    } else {
        paintWaitingSign(painter, pill);
    }
    painter.restore();
}

}  // namespace

FaceTile photoTile(const PhotoEntry& entry, const QString& name) {
    FaceTile tile;
    if (entry.isVideo())
        tile.image = entry.glance;
    else
        tile.picture = ThumbnailRequest{entry.file, {}};
    tile.title = name;
    tile.line = photoSummary(entry);
    tile.mark = [&entry](QPainter& painter, const QRect& picture, const QPalette& palette) {
        paintPhotoMark(painter, QPointF(picture.bottomRight()) + QPointF(3, 3), entry, palette);
    };
    return tile;
}

}  // namespace rudolph
