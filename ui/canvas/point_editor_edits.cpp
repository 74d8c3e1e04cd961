#include <QKeyEvent>
#include <algorithm>

#include "ui/canvas/face_edit.h"
#include "ui/canvas/face_view.h"
#include "ui/canvas/point_editor.h"

namespace rudolph {
namespace {

constexpr double kNudge = 0.5;  // pixels of the image
constexpr double kLargeNudge = 5;

std::optional<QPoint> directionOf(int key) {
    switch (key) {
        case Qt::Key_Left:
            return QPoint(-1, 0);
        case Qt::Key_Right:
            return QPoint(1, 0);
        case Qt::Key_Up:
            return QPoint(0, -1);
        case Qt::Key_Down:
            return QPoint(0, 1);
        default:
            return {};
    }
}

/// The one beside `here` in a ring; the first or last when `here` is not among them.
template <class Value>
Value besideInRing(const std::vector<Value>& ring, Value here, int step) {
    const auto count = static_cast<int>(ring.size());
    const auto found = std::find(ring.begin(), ring.end(), here);
    if (found == ring.end())
        return step > 0 ? ring.front() : ring.back();
    const auto at = static_cast<int>(found - ring.begin());
    return ring[static_cast<size_t>((at + step + count) % count)];
}

}  // namespace

bool PointEditor::keyPress(FaceView& /*view*/, const QKeyEvent& event) {
    if (!hasFace())
        return false;
    const bool shift = event.modifiers().testFlag(Qt::ShiftModifier);
    const auto others = event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    if (event.key() == Qt::Key_Escape) {
        if (cancelDrag())
            return true;
        const bool selected = !selection_.empty();
        clearSelection();
        return selected;
    }
    if (others != Qt::NoModifier)
        return false;
    if (const std::optional<QPoint> direction = directionOf(event.key())) {
        const double by = shift ? kLargeNudge : kNudge;
        nudge(by * direction->x(), by * direction->y());
        return true;  // also with nothing to nudge: the picture must not scroll away
    }
    const bool back = event.key() == Qt::Key_Backtab || (event.key() == Qt::Key_Tab && shift);
    if (!back && event.key() != Qt::Key_Tab)
        return false;
    const bool somewhere = mode_ == Mode::Points ? !labelledPoints(shown().points_in_image).empty()
                                                 : !otherFaces().empty();
    if (somewhere)
        back ? selectPrevious() : selectNext();
    return somewhere;
}

void PointEditor::nudge(double dx, double dy) {
    if (!canEdit())
        return;
    if (mode_ == Mode::Boxes)
        return nudgeBox(dx, dy);
    if (selection_.empty())
        return;
    document_->setFace(
        face_, withPointsMoved(stored(), selection_, Affine::translation(dx, dy)),
        editName(Edit::Move, stored(), scheme(), selection_),
        QStringLiteral("nudge %1 %2").arg(selection_number_).arg(QString::fromStdString(face_id_)));
}

void PointEditor::nudgeBox(double dx, double dy) {
    if (!stored().box)
        return;
    Box box = *stored().box;
    box.left += dx;
    box.top += dy;
    document_->setFace(face_, withBox(stored(), box), tr("Move box"),
                       QStringLiteral("nudge box ") + QString::fromStdString(face_id_));
}

void PointEditor::selectAll() {
    if (canEdit())
        setSelection(labelledPoints(stored().points_in_image));
}

void PointEditor::clearSelection() {
    if (!isDragging())
        setSelection({});
}

void PointEditor::selectNext() {
    selectBeside(1);
}

void PointEditor::selectPrevious() {
    selectBeside(-1);
}

void PointEditor::selectBeside(int step) {
    if (!canEdit())
        return;
    if (mode_ == Mode::Boxes)
        return chooseFaceBeside(step);
    const std::vector<int> points = labelledPoints(stored().points_in_image);
    if (points.empty())
        return;
    const int point = besideInRing(points, selection_.empty() ? -1 : selection_.back(), step);
    setSelection({point});
    const Point& place = stored().points_in_image.points[static_cast<size_t>(point)];
    view_->showPlace({place.x, place.y});
}

void PointEditor::chooseFaceBeside(int step) {
    std::vector<int> faces = otherFaces();
    if (faces.empty())
        return;
    faces.insert(std::lower_bound(faces.begin(), faces.end(), face_), face_);
    emit faceChosen(besideInRing(faces, face_, step));
}

void PointEditor::deleteSelection() {
    if (!canEdit())
        return;
    if (mode_ == Mode::Points)
        return setVisibilityOfSelection(Visibility::NotLabelled);
    if (stored().box && !stored().points_in_image.empty())
        document_->setFace(face_, withBox(stored(), {}), tr("Remove box"));
    else
        document_->removeFace(face_, tr("Remove face"));
}

void PointEditor::setVisibilityOfSelection(Visibility visibility) {
    if (!canEdit() || selection_.empty())
        return;
    const Edit edit = visibility == Visibility::NotLabelled ? Edit::Remove
                      : visibility == Visibility::Hidden    ? Edit::Hide
                                                            : Edit::Show;
    document_->setFace(face_, withVisibility(stored(), selection_, visibility),
                       editName(edit, stored(), scheme(), selection_));
}

std::vector<int> PointEditor::selectionOrAll() const {
    return selection_.empty() ? labelledPoints(stored().points_in_image) : selection_;
}

void PointEditor::turnSelection(double degrees) {
    if (!canEdit() || selectionOrAll().size() < 2)
        return;
    const std::vector<int> points = selectionOrAll();
    const Point centre = bounding_box(subset(stored().points_in_image, points)).centre();
    document_->setFace(face_, withPointsMoved(stored(), points, Affine::rotation(degrees, centre)),
                       editName(Edit::Turn, stored(), scheme(), points));
}

void PointEditor::scaleSelection(double factor) {
    if (!canEdit() || selectionOrAll().size() < 2 || factor <= 0)
        return;
    const std::vector<int> points = selectionOrAll();
    const Point centre = bounding_box(subset(stored().points_in_image, points)).centre();
    const Affine scaled = Affine::translation(centre.x, centre.y) *
                          Affine::scaling(factor, factor) *
                          Affine::translation(-centre.x, -centre.y);
    document_->setFace(face_, withPointsMoved(stored(), points, scaled),
                       editName(Edit::Scale, stored(), scheme(), points));
}

void PointEditor::mirrorSelectionOrFace() {
    if (!canEdit() || !canMirror() || selectionOrAll().size() < 2)
        return;
    const std::vector<int> points = selectionOrAll();
    document_->setFace(face_, withPointsMirrored(stored(), scheme(), points),
                       editName(Edit::Mirror, stored(), scheme(), points));
}

}  // namespace rudolph
