#pragma once

#include <QObject>
#include <QPointer>
#include <optional>
#include <vector>

#include "ui/canvas/canvas_tool.h"
#include "ui/canvas/handle_frame.h"
#include "ui/canvas/paint_edited_face.h"
#include "ui/documents/annotation_document.h"

namespace rudolph {

class FaceView;

/// Edits the points and the boxes of a picture's faces by mouse and keys. Everything that changes
/// goes through the document, one step for each drag; nothing is kept here but the selection and
/// which point comes next. Draws the faces itself; the view's truth and box are not shown
/// meanwhile.
///
/// Points: a click selects, Shift or Ctrl adds; a drag moves. While a point is due, a press on an
/// empty place puts it there and a drag carries on with it, and a click upon another point puts it
/// there as well: on a closed mouth, points coincide. Else, or with Shift, a drag from an empty
/// place selects with a rubber band. Two or more selected points have a frame that scales (Shift:
/// evenly) and turns (Shift: in steps of 15°).
/// Boxes: a drag from an empty place (with Shift from anywhere) draws the face's box, or another
/// face; a drag inside moves the box (Ctrl: with its points), handles resize it (Shift: evenly).
/// Keys: arrows nudge 0.5 px (Shift: 5 px), Tab goes to the next point (Boxes: face), Esc gives a
/// drag up, else the selection. A click on another face asks for it (faceChosen).
class PointEditor : public QObject, public CanvasTool {
    Q_OBJECT

public:
    enum class Mode { Points, Boxes };
    Q_ENUM(Mode)

    /// Takes effect with view->setTool(editor).
    explicit PointEditor(FaceView* view, QObject* parent = nullptr);
    ~PointEditor() override;

    /// Null: none. No face is edited then until setFace().
    void setDocument(AnnotationDocument* document);
    /// The face that is edited, −1: none; the view already shows its picture. Nothing is selected,
    /// and the first point without a place is due.
    void setFace(int index);
    int face() const { return face_; }

    void setMode(Mode mode);
    Mode mode() const { return mode_; }

    /// Points that have a place, in the order they were selected.
    const std::vector<int>& selection() const { return selection_; }
    void setSelection(const std::vector<int>& points);

    /// The point that the next click places. After each it is the next one without a place.
    std::optional<int> nextPoint() const { return next_; }
    /// Any point of the scheme, also one that has a place already; empty: clicks place nothing
    /// until this is called again or another face is edited.
    void setNextPoint(std::optional<int> point);

    /// For a menu on what is under the cursor: selects the point there, unless it is selected
    /// already. False: there is none.
    bool selectAt(QPointF in_view);

    void setMagnifierShown(bool shown);
    bool isMagnifierShown() const { return magnifier_shown_; }
    /// The scheme says which points are left and right.
    bool canMirror() const;
    bool isDragging() const { return drag_.kind != Drag::Kind::None; }
    /// What the mouse does now, for a status line.
    const QString& hint() const { return hint_; }

    bool mousePress(FaceView& view, const QMouseEvent& event, QPointF in_image) override;
    bool mouseMove(FaceView& view, const QMouseEvent& event, QPointF in_image) override;
    bool mouseRelease(FaceView& view, const QMouseEvent& event, QPointF in_image) override;
    bool mouseDoubleClick(FaceView& view, const QMouseEvent& event, QPointF in_image) override;
    bool keyPress(FaceView& view, const QKeyEvent& event) override;
    void leave(FaceView& view) override;
    void stop(FaceView& view) override;
    void paint(FaceView& view, QPainter& painter) override;
    bool paintsFace() const override { return hasFace(); }
    QCursor cursor() const override;

public slots:
    /// The selection in Points mode, the box in Boxes mode, by pixels of the image. Presses that
    /// follow each other are one step.
    void nudge(double dx, double dy);
    /// Places the next point without the mouse's button: under the cursor, or in the middle of the
    /// view when the cursor is elsewhere.
    void placeNext();
    void selectAll();
    void clearSelection();
    /// In Boxes mode: another face of the picture.
    void selectNext();
    void selectPrevious();
    /// Points lose their places. In Boxes mode: the box, and of a face without box the face.
    void deleteSelection();
    void setVisibilityOfSelection(Visibility visibility);
    /// These three: about the middle of the selection; the whole shape when nothing is selected.
    /// Degrees count against the clock.
    void turnSelection(double degrees);
    void scaleSelection(double factor);
    void mirrorSelectionOrFace();

signals:
    void selectionChanged();
    void nextPointChanged(std::optional<int> point);
    /// The person wants to edit this face; also when the edited one is gone and this is the
    /// nearest.
    void faceChosen(int index);
    /// A face was drawn, and is the edited one now.
    void faceAdded(int index);
    void modeChanged();
    void hintChanged(const QString& text);

private:
    /// What is between a press and its release.
    struct Drag {
        enum class Kind { None, Click, Place, Move, Scale, Turn, Band, NewBox, MoveBox, ResizeBox };
        Kind kind = Kind::None;
        Handle handle = Handle::None;
        std::vector<int> points;            ///< that it moves, or places
        std::vector<int> selection_before;  ///< of a rubber band: what it adds to
        QPointF press_in_view;
        QPointF press_in_image;
        Sample before;
        double slack = 0;  ///< so far the cursor may stray in a click, in the viewport's pixels
        bool moved = false;
        bool with_points = false;  ///< a box takes its points along
        /// What the press means when nothing was dragged.
        std::optional<int> click_selects;
        std::optional<int> click_chooses;  ///< a face
        bool click_places = false;         ///< the next point
        bool click_deselects = false;      ///< all but selection_before
    };

    const Sample& shown() const { return document_->shownFace(face_); }
    const Sample& stored() const { return document_->face(face_); }
    const LandmarkScheme& scheme() const { return document_->scheme(); }
    bool hasFace() const { return document_ && face_ >= 0 && face_ < document_->faceCount(); }
    /// Edits by keys and menus wait for the end of a drag.
    bool canEdit() const { return hasFace() && !isDragging(); }
    ToView toView() const;
    std::vector<int> otherFaces() const;

    // What is where, in the viewport (point_editor_hits.cpp).
    std::optional<int> pointAt(const Sample& face, QPointF in_view, double reach) const;
    std::optional<int> otherFaceAt(QPointF in_view) const;
    double reachOfPoints() const;
    std::optional<HandleFrame> selectionFrame(const Sample& face) const;
    std::optional<HandleFrame> boxFrame() const;
    /// The handle of the frame at a place, unless that point is nearer.
    Handle handleBefore(const HandleFrame& frame, std::optional<int> point, QPointF in_view) const;

    // Presses and drags (point_editor_mouse.cpp).
    void pressOnPoints(QPointF in_view, Qt::KeyboardModifiers modifiers);
    void pressOnPoint(int point, Qt::KeyboardModifiers modifiers);
    void pressOnBoxes(QPointF in_view, Qt::KeyboardModifiers modifiers);
    void begin(Drag::Kind kind);
    void followCursor(Qt::KeyboardModifiers modifiers);
    std::optional<Sample> draggedFace(Qt::KeyboardModifiers modifiers) const;
    double turnedBy(Qt::KeyboardModifiers modifiers) const;
    QRectF bandInView() const;
    void selectByBand();
    void endDrag(Qt::KeyboardModifiers modifiers);
    void endClick(const Drag& drag);
    void commitPlaced(int point, const Sample& after);
    void commitNewBox(const QRectF& band_in_view);
    QString nameOf(const Drag& drag) const;
    bool cancelDrag();

    // Following the document (point_editor.cpp).
    void onFaceChanged(int index);
    void onFacesReset();
    void onSchemeChanged();
    void followGuide();
    void setNext(std::optional<int> point);
    void keepLabelledSelection();
    void updateHint();
    QString hintNow() const;
    void refresh();

    // Edits (point_editor_edits.cpp).
    std::vector<int> selectionOrAll() const;
    void nudgeBox(double dx, double dy);
    void selectBeside(int step);
    void chooseFaceBeside(int step);

    // point_editor_paint.cpp
    void paintMagnifier(FaceView& view, QPainter& painter) const;
    void paintFrames(QPainter& painter) const;

    QPointer<FaceView> view_;
    QPointer<AnnotationDocument> document_;
    int face_ = -1;
    std::string face_id_;
    std::filesystem::path image_;
    Mode mode_ = Mode::Points;
    std::vector<int> selection_;
    std::optional<int> next_;
    bool guided_ = true;
    std::vector<bool> had_place_;  ///< of each point, when the guide last looked
    int selection_number_ = 0;     ///< nudges of one selection become one step
    Drag drag_;
    Qt::KeyboardModifiers modifiers_;
    std::optional<QPointF> cursor_in_view_;
    bool magnifier_shown_ = true;
    QString hint_;
};

}  // namespace rudolph
