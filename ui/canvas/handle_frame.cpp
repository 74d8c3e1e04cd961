#include "ui/canvas/handle_frame.h"

#include <QLineF>
#include <QPen>
#include <algorithm>
#include <limits>

#include "ui/canvas/draw_edged.h"

namespace rudolph {
namespace {

constexpr double kHandleSide = 8;   // screen pixels, as all here
constexpr double kHandleReach = 7;  // from a handle's middle to where it can still be grabbed
constexpr double kTurnDistance = 26;
constexpr double kShortSide = 44;  // below, a side has no handle in its middle

constexpr std::array kAllHandles = {Handle::TopLeft,    Handle::TopRight, Handle::BottomRight,
                                    Handle::BottomLeft, Handle::Top,      Handle::Right,
                                    Handle::Bottom,     Handle::Left,     Handle::Turn};

/// −1: the left (upper) side moves, 1: the right (lower) one, 0: neither.
int sideX(Handle handle) {
    switch (handle) {
        case Handle::TopLeft:
        case Handle::Left:
        case Handle::BottomLeft:
            return -1;
        case Handle::TopRight:
        case Handle::Right:
        case Handle::BottomRight:
            return 1;
        default:
            return 0;
    }
}

int sideY(Handle handle) {
    switch (handle) {
        case Handle::TopLeft:
        case Handle::Top:
        case Handle::TopRight:
            return -1;
        case Handle::BottomLeft:
        case Handle::Bottom:
        case Handle::BottomRight:
            return 1;
        default:
            return 0;
    }
}

double grown(double length, int side, double by, double smallest) {
    if (length <= 0 || side == 0)
        return length;
    return std::max(length + side * by, std::min(length, smallest));
}

/// Where the side that grew from `length` to `after` begins.
double start(double before, double length, double after, int side) {
    if (side > 0 || after == length)  // exactly so: rounding is a change as well
        return before;
    return side < 0 ? before + length - after : before + (length - after) / 2;
}

}  // namespace

HandleFrame::HandleFrame(const QRectF& frame_in_view, const QRectF& viewport, Turning turning)
    : frame_(frame_in_view), turning_(turning) {
    const double room_needed = kTurnDistance + kHandleSide;
    turns_below_ = frame_.top() - room_needed < viewport.top() &&
                   frame_.bottom() + room_needed <= viewport.bottom();
}

std::optional<QPointF> HandleFrame::placeOf(Handle handle) const {
    if (handle == Handle::None)
        return {};
    if (handle == Handle::Turn) {
        if (turning_ == Turning::No)
            return {};
        return turns_below_ ? QPointF(frame_.center().x(), frame_.bottom() + kTurnDistance)
                            : QPointF(frame_.center().x(), frame_.top() - kTurnDistance);
    }
    const int x = sideX(handle);
    const int y = sideY(handle);
    const bool crowded =
        (x == 0 && frame_.width() < kShortSide) || (y == 0 && frame_.height() < kShortSide);
    if (crowded)
        return {};
    return frame_.center() + QPointF(x * frame_.width() / 2, y * frame_.height() / 2);
}

Handle HandleFrame::handleAt(QPointF in_view) const {
    Handle nearest = Handle::None;
    double distance = kHandleReach;
    for (const Handle handle : kAllHandles) {
        const auto place = placeOf(handle);
        if (!place)
            continue;
        const double away = QLineF(*place, in_view).length();
        if (away <= distance) {
            nearest = handle;
            distance = away;
        }
    }
    return nearest;
}

void HandleFrame::paint(QPainter& painter) const {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintBand(painter, frame_, Qt::SolidLine);
    if (const auto turn = placeOf(Handle::Turn)) {
        const QLineF stem(QPointF(turn->x(), turns_below_ ? frame_.bottom() : frame_.top()), *turn);
        drawEdged(painter, [&] { painter.drawLine(stem); });
    }
    painter.setPen(QPen(on_photograph::kOutline, 1.4));
    painter.setBrush(on_photograph::kBright);
    for (const Handle handle : kAllHandles) {
        const auto place = placeOf(handle);
        if (!place)
            continue;
        const QRectF square(*place - QPointF(kHandleSide, kHandleSide) / 2,
                            QSizeF(kHandleSide, kHandleSide));
        if (handle == Handle::Turn)
            painter.drawEllipse(square.adjusted(-1, -1, 1, 1));
        else
            painter.drawRect(square);
    }
    painter.restore();
}

Qt::CursorShape cursorFor(Handle handle) {
    switch (handle) {
        case Handle::TopLeft:
        case Handle::BottomRight:
            return Qt::SizeFDiagCursor;
        case Handle::TopRight:
        case Handle::BottomLeft:
            return Qt::SizeBDiagCursor;
        case Handle::Top:
        case Handle::Bottom:
            return Qt::SizeVerCursor;
        case Handle::Left:
        case Handle::Right:
            return Qt::SizeHorCursor;
        case Handle::Turn:
            return Qt::PointingHandCursor;
        case Handle::None:
            break;
    }
    return Qt::ArrowCursor;
}

Box resized(const Box& box, Handle handle, const Point& by, bool keep_aspect, double smallest) {
    const int x = sideX(handle);
    const int y = sideY(handle);
    double width = grown(box.width, x, by.x, smallest);
    double height = grown(box.height, y, by.y, smallest);
    if (keep_aspect && (x != 0 || y != 0)) {
        // The factor whose corner is nearest to the cursor on the line from the fixed corner.
        const double along_x = x != 0 ? box.width : 0;
        const double along_y = y != 0 ? box.height : 0;
        const double squared = along_x * along_x + along_y * along_y;
        const double least = std::min(1.0, smallest / std::max(1e-9, std::max(along_x, along_y)));
        const double factor = squared > 0 ? std::max(least, (along_x * (along_x + x * by.x) +
                                                             along_y * (along_y + y * by.y)) /
                                                                squared)
                                          : 1.0;
        width = box.width * factor;
        height = box.height * factor;
    }
    return {start(box.left, box.width, width, x), start(box.top, box.height, height, y), width,
            height};
}

Affine boxFromBox(const Box& to, const Box& from) {
    const double x = from.width > 0 ? to.width / from.width : 1;
    const double y = from.height > 0 ? to.height / from.height : 1;
    return Affine::translation(to.left, to.top) * Affine::scaling(x, y) *
           Affine::translation(-from.left, -from.top);
}

void paintBand(QPainter& painter, const QRectF& in_view, Qt::PenStyle style) {
    painter.setBrush(Qt::NoBrush);
    drawEdged(
        painter, [&] { painter.drawRect(in_view); }, QPen(on_photograph::kBright, 1.2, style));
}

}  // namespace rudolph
