#pragma once

#include <QObject>
#include <optional>
#include <vector>

#include "ui/canvas/canvas_tool.h"
#include "ui/canvas/edit_drag.h"
#include "ui/canvas/edited_face.h"
#include "ui/canvas/point_guide.h"

namespace rudolph {

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
    using Mode = EditedFace::Mode;

    /// Takes effect with view->setTool(editor).
    explicit PointEditor(FaceView* view, QObject* parent = nullptr);
    ~PointEditor() override;

    /// Null: none. No face is edited then until setFace().
    void setDocument(AnnotationDocument* document);
    /// The face that is edited, −1: none; the view already shows its picture. Nothing is selected,
    /// and the first point without a place is due.
    void setFace(int index);
    int face() const { return face_.index; }

    void setMode(Mode mode);
    Mode mode() const { return face_.mode; }

    /// Points that have a place, in the order they were selected.
    const std::vector<int>& selection() const { return face_.selection; }
    void setSelection(const std::vector<int>& points);

    /// The point that the next click places. After each it is the next one without a place.
    std::optional<int> nextPoint() const { return face_.next; }
    /// Any point of the scheme, also one that has a place already; empty: clicks place nothing
    /// until this is called again or another face is edited.
    void setNextPoint(std::optional<int> point);

    void setMagnifierShown(bool shown);
    bool isDragging() const { return drag_.isOn(); }
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
    /// See selection_edits.h; by keys and menus, not during a drag. Nudges of one selection that
    /// follow each other are one step.
    void nudge(double dx, double dy);
    void selectAll();
    void clearSelection();
    void deleteSelection();
    void setVisibilityOfSelection(Visibility visibility);
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
    bool hasFace() const { return face_.exists(); }
    /// Edits by keys and menus wait for the end of a drag.
    bool canEdit() const { return hasFace() && !isDragging(); }
    void followCursor(const QMouseEvent& event);
    void endDrag();
    void endClick(const EditDrag& drag);
    void commitPlaced(int point, QPointF in_image);
    void commitNewBox(const QRectF& band_in_view);
    bool cancelDrag();
    void onFaceChanged(int index);
    void onFacesReset();
    void onSchemeChanged();
    /// The face is the same one, but perhaps not its points.
    void showChanges();
    void followGuide();
    void setNext(std::optional<int> point);
    /// In Boxes mode: another face of the picture.
    void selectBeside(int step);
    void chooseFaceBeside(int step);
    void refresh();
    QString hintNow() const;

    EditedFace face_;
    EditDrag drag_;
    PointGuide guide_;
    int selection_number_ = 0;  ///< nudges of one selection become one step
    bool magnifier_shown_ = true;
    QString hint_;
};

}  // namespace rudolph
