// What a face view draws over its picture.
#include <algorithm>
#include <utility>

#include "ui/canvas/canvas_tool.h"
#include "ui/canvas/face_view.h"
#include "ui/canvas/paint_landmarks.h"

namespace rudolph {
namespace {

constexpr double kPointRadius = 3.5;  // screen pixels
constexpr double kMarkRadius = 9;     // screen pixels

}  // namespace

void FaceView::drawForeground(QPainter* painter, const QRectF& /*rect*/) {
    painter->save();
    painter->resetTransform();
    if (!hasImage()) {
        painter->setPen(palette().color(QPalette::PlaceholderText));
        painter->drawText(viewport()->rect().adjusted(24, 24, -24, -24),
                          Qt::AlignCenter | Qt::TextWordWrap, message_);
        painter->restore();
        return;
    }

    QFont font = this->font();
    font.setPointSizeF(std::max(7.0, font.pointSizeF() * 0.85));
    painter->setFont(font);
    const auto to_view = [this](const Point& p) { return viewFromImage({p.x, p.y}); };
    const bool paints_face = !tool_ || !tool_->paintsFace();
    if (box_ && paints_face)
        paintBox(*painter);
    if (truth_ && paints_face)
        paintLandmarks(*painter, truth_->points_in_image, truth_->scheme, PointRole::Truth, to_view,
                       kPointRadius, show_lines_, show_numbers_);
    if (show_errors_)
        paintErrors(*painter);
    if (prediction_)
        paintLandmarks(*painter, prediction_->points_in_image, prediction_->scheme,
                       PointRole::Prediction, to_view, kPointRadius, show_lines_ && !truth_,
                       show_numbers_ && !truth_);
    if (marked_)
        paintMark(*painter);
    if (tool_)
        tool_->paint(*this, *painter);
    painter->restore();
}

void FaceView::paintMark(QPainter& painter) const {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const auto& [colour, width] :
         {std::pair(QColor(0, 0, 0, 170), 5.0), std::pair(QColor(Qt::white), 2.0)}) {
        painter.setPen(QPen(colour, width));
        painter.drawEllipse(viewFromImage(*marked_), kMarkRadius, kMarkRadius);
    }
}

void FaceView::paintErrors(QPainter& painter) const {
    if (!truth_ || !prediction_)
        return;
    const Landmarks& truth = truth_->points_in_image;
    const Landmarks& predicted = prediction_->points_in_image;
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < std::min(truth.size(), predicted.size()); ++i) {
        if (!truth.is_labelled(i) || !predicted.is_labelled(i))
            continue;
        const Point& from = truth.points[static_cast<size_t>(i)];
        const Point& to = predicted.points[static_cast<size_t>(i)];
        const QLineF line(viewFromImage({from.x, from.y}), viewFromImage({to.x, to.y}));
        painter.setPen(QPen(QColor(0, 0, 0, 150), 3));
        painter.drawLine(line);
        painter.setPen(QPen(Qt::white, 1.2));
        painter.drawLine(line);
    }
}

void FaceView::paintBox(QPainter& painter) const {
    const QRectF box(viewFromImage({box_->left, box_->top}),
                     viewFromImage({box_->right(), box_->bottom()}));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0, 150), 3));
    painter.drawRect(box);
    painter.setPen(QPen(Qt::white, 1.2, Qt::DashLine));
    painter.drawRect(box);
}

}  // namespace rudolph
