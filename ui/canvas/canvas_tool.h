#pragma once

#include <QCursor>
#include <QPointF>

class QKeyEvent;
class QMouseEvent;
class QPainter;

namespace rudolph {

class FaceView;

/// Something one can do with the mouse and the keys on a picture: the view forwards its events to
/// the tool that it has, after its own zooming and panning. Tools see places in the image
/// (sub-pixel) and paint in the viewport's pixels.
class CanvasTool {
public:
    virtual ~CanvasTool() = default;

    /// True: the event is used up.
    virtual bool mousePress(FaceView& view, const QMouseEvent& event, QPointF in_image) = 0;
    virtual bool mouseMove(FaceView& view, const QMouseEvent& event, QPointF in_image) = 0;
    virtual bool mouseRelease(FaceView& view, const QMouseEvent& event, QPointF in_image) = 0;
    virtual bool mouseDoubleClick(FaceView& view, const QMouseEvent& event, QPointF in_image) = 0;
    virtual bool keyPress(FaceView& view, const QKeyEvent& event) = 0;
    virtual void leave(FaceView& view) = 0;
    /// The view has another tool from now on: whatever was being dragged is given up.
    virtual void stop(FaceView& view) = 0;
    /// Over the picture and its points.
    virtual void paint(FaceView& view, QPainter& painter) = 0;
    /// It draws the face itself: the view leaves out its truth and its box, not its prediction.
    virtual bool paintsFace() const = 0;
    virtual QCursor cursor() const = 0;
};

}  // namespace rudolph
