#pragma once

#include <QObject>
#include <optional>

#include "ui/canvas/canvas_tool.h"
#include "ui/canvas/handle_frame.h"
#include "ui/photos/paint_photo_faces.h"
#include "ui/photos/photo_list_model.h"

namespace rudolph {

/// Shows the faces of a photograph and lets one choose, move, resize, draw and remove their boxes,
/// with the mouse or with keys alone. Holds no faces of its own making: it tells what the person
/// wants, and is given what there is then.
class PhotoTool : public QObject, public CanvasTool {
    Q_OBJECT

public:
    explicit PhotoTool(FaceView* view);

    /// `second` is drawn over the first, in its own colour and shape; null: nothing.
    void setFaces(const PhotoReading& first, const PhotoReading* second);
    /// Colour and marker of the first, and of the second.
    void setLooks(const PhotoFaceLook& first, const PhotoFaceLook& second);
    /// Boxes can be changed; else faces can only be chosen.
    void setEditable(bool editable) { editable_ = editable; }
    void setBoxesShown(bool shown);
    int chosen() const { return chosen_; }  ///< −1: none
    void choose(int face);
    bool isDrawing() const { return drawing_; }
    /// Whether the last change of a box came from the mouse rather than from a key.
    bool wasDragged() const { return was_dragged_; }
    /// The next drag draws a box. Where there is no face every drag does.
    void setDrawing(bool drawing);
    const PhotoReading& faces() const { return first_; }

    bool mousePress(FaceView& view, const QMouseEvent& event, QPointF in_image) override;
    bool mouseMove(FaceView& view, const QMouseEvent& event, QPointF in_image) override;
    bool mouseRelease(FaceView& view, const QMouseEvent& event, QPointF in_image) override;
    bool mouseDoubleClick(FaceView&, const QMouseEvent&, QPointF) override { return false; }
    bool keyPress(FaceView& view, const QKeyEvent& event) override;
    void leave(FaceView&) override {}
    void stop(FaceView& view) override;
    void paint(FaceView& view, QPainter& painter) override;
    bool paintsFace() const override { return true; }
    QCursor cursor() const override;

signals:
    void chosenChanged(int face);
    void drawingChanged(bool drawing);
    /// The mouse went down on a box and moves it.
    void dragBegun(int face);
    /// The box as it is now, while it is dragged.
    void boxDragged(int face, const rudolph::Box& box);
    /// The drag is over; also for a single press of an arrow key.
    void boxChanged(int face, const rudolph::Box& box);
    /// Esc or another picture: as before the drag.
    void dragCancelled();
    void boxDrawn(const rudolph::Box& box);

private:
    std::optional<HandleFrame> frame() const;
    QRectF inView(const Box& box) const;
    int faceAt(QPointF in_image) const;
    int numberOf(int face) const;
    bool draws() const;
    Box drawnBox() const;
    bool beginDrag(const QMouseEvent& event, QPointF in_image);
    Box draggedBox(QPointF in_image, Qt::KeyboardModifiers with) const;
    bool keyOnBox(const QKeyEvent& event);
    bool chooseByKey(bool forward);
    void giveUp();
    Box middleOfView() const;

    FaceView* view_;
    PhotoReading first_;
    std::optional<PhotoReading> second_;
    PhotoFaceLook first_look_;
    PhotoFaceLook second_look_;
    bool editable_ = true;
    bool boxes_shown_ = true;
    bool drawing_ = false;
    int chosen_ = -1;
    bool pressed_ = false;   ///< on a box; becomes a drag once the mouse has moved
    bool dragging_ = false;  ///< a box, or a new one
    bool was_dragged_ = false;
    bool is_new_ = false;  ///< what is dragged is a new box
    Handle handle_ = Handle::None;
    Handle hovered_ = Handle::None;
    bool over_chosen_ = false;
    QPoint press_in_view_;
    QPointF press_;  ///< in the image
    QPointF now_;    ///< in the image
    Box before_;
};

}  // namespace rudolph
