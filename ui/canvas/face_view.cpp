#include "ui/canvas/face_view.h"

#include <QGraphicsScene>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

#include "ui/canvas/canvas_tool.h"

namespace rudolph {
namespace {

constexpr double kZoomStep = 1.25;    // one notch of the wheel, one press of a key
constexpr double kLargestScale = 48;  // screen pixels for one of the image
constexpr double kFitMargin = 8;      // screen pixels around a fitted picture

}  // namespace

FaceView::FaceView(QWidget* parent) : QGraphicsView(parent) {
    setScene(new QGraphicsScene(this));
    picture_ = scene()->addPixmap({});
    // The scene's coordinates are the image's: (0, 0) is the centre of the top-left pixel.
    picture_->setOffset(-0.5, -0.5);
    picture_->setTransformationMode(Qt::SmoothTransformation);

    setViewportUpdateMode(FullViewportUpdate);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTransformationAnchor(NoAnchor);
    setResizeAnchor(NoAnchor);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAcceptDrops(false);  // what is dropped here is for the page
    viewport()->setAcceptDrops(false);
    viewport()->setBackgroundRole(QPalette::Window);
    setMinimumSize(160, 120);
    setAccessibleName(tr("Photograph"));
}

void FaceView::setImage(const QImage& image) {
    const QSize before = picture_->pixmap().size();
    message_.clear();
    picture_->setPixmap(QPixmap::fromImage(image));
    if (fitted_ || before != image.size())
        fit();
    updateCursor();
    viewport()->update();
}

void FaceView::setMessage(const QString& message) {
    message_ = message;
    picture_->setPixmap({});
    setAccessibleDescription(message);
    updateCursor();
    viewport()->update();
}

void FaceView::setTruth(const std::optional<PointLayer>& layer) {
    layers_.truth = layer;
    viewport()->update();
}

void FaceView::setPrediction(const std::optional<PointLayer>& layer) {
    layers_.prediction = layer;
    viewport()->update();
}

void FaceView::setMarked(const std::optional<QPointF>& in_image) {
    layers_.marked = in_image;
    viewport()->update();
}

void FaceView::setBox(const std::optional<rudolph::Box>& box_in_image) {
    layers_.box = box_in_image;
    viewport()->update();
}

void FaceView::setPixelsShown(bool shown) {
    show_pixels_ = shown;
    applyScale(scaleNow());
}

void FaceView::setNumbersShown(bool shown) {
    layers_.numbers = shown;
    viewport()->update();
}

void FaceView::setLinesShown(bool shown) {
    layers_.lines = shown;
    viewport()->update();
}

void FaceView::setErrorsShown(bool shown) {
    layers_.errors = shown;
    viewport()->update();
}

void FaceView::setTool(CanvasTool* tool) {
    if (tool_ && tool_ != tool)
        tool_->stop(*this);
    tool_ = tool;
    updateCursor();
    viewport()->update();
}

void FaceView::showPlace(QPointF in_image) {
    const QRectF reach = QRectF(viewport()->rect()).adjusted(24, 24, -24, -24);
    if (!hasImage() || reach.contains(viewFromImage(in_image)))
        return;
    fitted_ = false;
    place(in_image, reach.center());
}

void FaceView::showPart(const QRectF& in_image) {
    if (!hasImage() || in_image.isEmpty())
        return;
    const QRectF room = viewport()->rect();
    const double filling =
        std::min(room.width() / in_image.width(), room.height() / in_image.height());
    if (filling <= fittingScale()) {
        fit();
        return;
    }
    fitted_ = false;
    applyScale(std::min(filling, kLargestScale));
    place(in_image.center(), room.center());
    updateCursor();
}

void FaceView::showFace(const rudolph::Box& box_in_image) {
    constexpr double kAbout = 2.5;
    const double side = kAbout * std::max(box_in_image.width, box_in_image.height);
    const Point centre = box_in_image.centre();
    showPart({centre.x - side / 2, centre.y - side / 2, side, side});
}

QPointF FaceView::viewFromImage(QPointF in_image) const {
    return viewportTransform().map(in_image);
}

QPointF FaceView::imageFromView(QPointF in_view) const {
    return viewportTransform().inverted().map(in_view);
}

double FaceView::scaleNow() const {
    return transform().m11();
}

double FaceView::fittingScale() const {
    const QSizeF picture = picture_->pixmap().size();
    if (picture.isEmpty())
        return 1;
    const double width = std::max(1.0, viewport()->width() - 2 * kFitMargin);
    const double height = std::max(1.0, viewport()->height() - 2 * kFitMargin);
    return std::min(width / picture.width(), height / picture.height());
}

void FaceView::applyScale(double scale) {
    setTransform(QTransform::fromScale(scale, scale));
    // Room on every side for the picture to be pushed nearly out of view.
    const double dx = 0.9 * viewport()->width() / scale;
    const double dy = 0.9 * viewport()->height() / scale;
    setSceneRect(picture_->boundingRect().adjusted(-dx, -dy, dx, dy));
    picture_->setTransformationMode(show_pixels_ || scale >= kPixelsShownFrom
                                        ? Qt::FastTransformation
                                        : Qt::SmoothTransformation);
}

void FaceView::place(QPointF in_image, QPointF in_view) {
    const QPointF off = viewFromImage(in_image) - in_view;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() +
                                    static_cast<int>(std::lround(off.x())));
    verticalScrollBar()->setValue(verticalScrollBar()->value() +
                                  static_cast<int>(std::lround(off.y())));
    emit viewMoved();
}

void FaceView::followView(const FaceView& other) {
    if (!hasImage() || !other.hasImage())
        return;
    const QSignalBlocker one_way(this);
    applyScale(other.scaleNow());
    place(other.imageFromView(QRectF(other.viewport()->rect()).center()),
          QRectF(viewport()->rect()).center());
    fitted_ = other.fitted_;
}

void FaceView::fit() {
    fitted_ = true;
    if (!hasImage())
        return;
    applyScale(fittingScale());
    place(picture_->boundingRect().center(), QRectF(viewport()->rect()).center());
    updateCursor();
}

void FaceView::zoomIn() {
    zoom(kZoomStep, QRectF(viewport()->rect()).center());
}

void FaceView::zoomOut() {
    zoom(1 / kZoomStep, QRectF(viewport()->rect()).center());
}

void FaceView::zoom(double factor, QPointF about_in_view) {
    if (!hasImage())
        return;
    const double smallest = std::min(0.5 * fittingScale(), 1.0);
    const double largest = std::max(kLargestScale, fittingScale());
    const QPointF about_in_image = imageFromView(about_in_view);
    applyScale(std::clamp(scaleNow() * factor, smallest, largest));
    fitted_ = false;
    place(about_in_image, about_in_view);
}

void FaceView::updateCursor() {
    if (panning_)
        viewport()->setCursor(Qt::ClosedHandCursor);
    else if (space_held_ && hasImage())
        viewport()->setCursor(Qt::OpenHandCursor);
    else if (tool_ && hasImage())
        viewport()->setCursor(tool_->cursor());
    else
        viewport()->unsetCursor();
}

void FaceView::drawForeground(QPainter* painter, const QRectF& /*rect*/) {
    painter->save();
    painter->resetTransform();
    if (hasImage()) {
        QFont font = this->font();
        font.setPointSizeF(std::max(7.0, font.pointSizeF() * 0.85));
        painter->setFont(font);
        paintFaceLayers(
            *painter, layers_,
            [this](const Point& p) {
                return viewFromImage({p.x, p.y});
            },
            tool_ && tool_->paintsFace() ? FacePainted::Elsewhere : FacePainted::Here);
        if (tool_)
            tool_->paint(*this, *painter);
    } else {
        painter->setPen(palette().color(QPalette::PlaceholderText));
        painter->drawText(viewport()->rect().adjusted(24, 24, -24, -24),
                          Qt::AlignCenter | Qt::TextWordWrap, message_);
    }
    painter->restore();
}

void FaceView::wheelEvent(QWheelEvent* event) {
    if (hasImage())
        zoom(std::pow(kZoomStep, event->angleDelta().y() / 120.0), event->position());
    event->accept();
}

void FaceView::mousePressEvent(QMouseEvent* event) {
    const bool pans =
        event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && space_held_);
    if (panning_)
        return;
    if (pans && hasImage()) {
        panning_ = true;
        panning_button_ = event->button();
        last_mouse_ = event->position();
        updateCursor();
        event->accept();
        return;
    }
    if (tool_ && hasImage() && tool_->mousePress(*this, *event, imageFromView(event->position()))) {
        updateCursor();
        event->accept();
        return;
    }
    QGraphicsView::mousePressEvent(event);
}

void FaceView::mouseMoveEvent(QMouseEvent* event) {
    if (panning_) {
        fitted_ = false;
        place(imageFromView(last_mouse_), event->position());
        last_mouse_ = event->position();
    } else if (hasImage()) {
        const QPointF in_image = imageFromView(event->position());
        emit cursorMoved(in_image);
        if (tool_) {
            tool_->mouseMove(*this, *event, in_image);
            updateCursor();
        }
    }
    event->accept();
}

void FaceView::mouseReleaseEvent(QMouseEvent* event) {
    if (panning_ && event->button() == panning_button_) {
        panning_ = false;
        updateCursor();
        event->accept();
        return;
    }
    if (tool_ && hasImage() &&
        tool_->mouseRelease(*this, *event, imageFromView(event->position()))) {
        updateCursor();
        event->accept();
        return;
    }
    QGraphicsView::mouseReleaseEvent(event);
}

void FaceView::mouseDoubleClickEvent(QMouseEvent* event) {
    event->accept();
    // The second press of a double click pans like any other.
    if (event->button() == Qt::MiddleButton || space_held_)
        return mousePressEvent(event);
    if (tool_ && hasImage() &&
        tool_->mouseDoubleClick(*this, *event, imageFromView(event->position())))
        updateCursor();
    else if (event->button() == Qt::LeftButton)
        fit();
}

bool FaceView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::Leave && tool_)
        tool_->leave(*this);
    return QGraphicsView::viewportEvent(event);
}

bool FaceView::focusNextPrevChild(bool next) {
    // A tool sees Tab before it moves the focus: keyPressEvent() does that.
    return tool_ && hasImage() ? false : QGraphicsView::focusNextPrevChild(next);
}

void FaceView::keyPressEvent(QKeyEvent* event) {
    if (tool_ && hasImage() && event->key() != Qt::Key_Space && tool_->keyPress(*this, *event)) {
        updateCursor();
        event->accept();
        return;
    }
    switch (event->key()) {
        case Qt::Key_Space:
            space_held_ = true;
            updateCursor();
            return;
        case Qt::Key_Tab:
        case Qt::Key_Backtab:
            QGraphicsView::focusNextPrevChild(event->key() == Qt::Key_Tab);
            return;
        case Qt::Key_F:
            fit();
            return;
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            zoomIn();
            return;
        case Qt::Key_Minus:
            zoomOut();
            return;
        default:
            QGraphicsView::keyPressEvent(event);
    }
}

void FaceView::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        space_held_ = false;
        updateCursor();
        return;
    }
    QGraphicsView::keyReleaseEvent(event);
}

void FaceView::resizeEvent(QResizeEvent* event) {
    const QPointF centre_before(event->oldSize().width() / 2.0, event->oldSize().height() / 2.0);
    const QPointF middle_in_image = imageFromView(centre_before);
    QGraphicsView::resizeEvent(event);
    if (!hasImage())
        return;
    if (fitted_) {
        fit();
        return;
    }
    applyScale(scaleNow());
    place(middle_in_image, QRectF(viewport()->rect()).center());
}

}  // namespace rudolph
