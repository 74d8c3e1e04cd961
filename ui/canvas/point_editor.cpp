#include "ui/canvas/point_editor.h"

#include <QKeyEvent>
#include <QLineF>
#include <QMouseEvent>
#include <algorithm>
#include <utility>

#include "ui/base/number_text.h"
#include "ui/canvas/face_edit.h"
#include "ui/canvas/paint_editing.h"
#include "ui/canvas/selection_edits.h"

namespace rudolph {
namespace {

constexpr double kSmallestBand = 5;  // screen pixels of a box that was meant to be drawn

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
int besideInRing(const std::vector<int>& ring, int here, int step) {
    const auto count = static_cast<int>(ring.size());
    const auto found = std::find(ring.begin(), ring.end(), here);
    if (found == ring.end())
        return step > 0 ? ring.front() : ring.back();
    const auto at = static_cast<int>(found - ring.begin());
    return ring[static_cast<size_t>((at + step + count) % count)];
}

}  // namespace

PointEditor::PointEditor(FaceView* view, QObject* parent) : QObject(parent) {
    face_.view = view;
}

PointEditor::~PointEditor() {
    if (face_.view && face_.view->tool() == this)
        face_.view->setTool(nullptr);  // and so stop()
}

void PointEditor::setDocument(AnnotationDocument* document) {
    if (document == face_.document)
        return;
    setFace(-1);
    if (face_.document)
        face_.document->disconnect(this);
    face_.document = document;
    if (!document)
        return;
    connect(document, &AnnotationDocument::faceChanged, this, &PointEditor::onFaceChanged);
    connect(document, &AnnotationDocument::facesReset, this, &PointEditor::onFacesReset);
    connect(document, &AnnotationDocument::schemeChanged, this, &PointEditor::onSchemeChanged);
}

void PointEditor::setFace(int index) {
    // Lists that follow the document set their current face again and again.
    if (hasFace() && index == face_.index && face_.stored().id == face_.id)
        return;
    cancelDrag();
    face_.index = face_.document && index < face_.document->faceCount() ? index : -1;
    face_.id = hasFace() ? face_.stored().id : std::string();
    face_.image = hasFace() ? face_.stored().image : std::filesystem::path();
    setSelection({});
    guide_.setOn(true);
    guide_.restart();
    followGuide();
    refresh();
}

void PointEditor::setMode(Mode mode) {
    if (mode == face_.mode)
        return;
    cancelDrag();
    face_.mode = mode;
    emit modeChanged();
    refresh();
}

void PointEditor::setSelection(const std::vector<int>& points) {
    std::vector<int> kept;
    for (const int point : points) {
        const bool there = hasFace() && point >= 0 &&
                           point < face_.shown().points_in_image.size() &&
                           face_.shown().points_in_image.is_labelled(point);
        if (there && std::find(kept.begin(), kept.end(), point) == kept.end())
            kept.push_back(point);
    }
    if (kept == face_.selection)
        return;
    face_.selection = std::move(kept);
    ++selection_number_;
    emit selectionChanged();
    refresh();
}

void PointEditor::setNextPoint(std::optional<int> point) {
    guide_.setOn(point.has_value());
    const bool exists = point && hasFace() && *point >= 0 && *point < face_.scheme().size();
    setNext(exists ? point : std::nullopt);
}

void PointEditor::setNext(std::optional<int> point) {
    if (point != face_.next) {
        face_.next = point;
        emit nextPointChanged(point);
    }
    refresh();
}

void PointEditor::setMagnifierShown(bool shown) {
    magnifier_shown_ = shown;
    refresh();
}

void PointEditor::onFaceChanged(int index) {
    if (!hasFace())
        return;
    if (index != face_.index) {
        if (face_.document->face(index).image == face_.image)
            refresh();
        return;
    }
    // Someone else changed it in the middle of a drag, or undid a step.
    const Sample& now = face_.stored();
    const bool overtaken = isDragging() && (now.points_in_image != drag_.before.points_in_image ||
                                            now.box != drag_.before.box);
    if (overtaken)
        cancelDrag();
    showChanges();
}

void PointEditor::onFacesReset() {
    if (face_.index < 0)
        return;
    cancelDrag();
    if (hasFace() && face_.stored().id == face_.id)
        return showChanges();
    if (const std::optional<int> moved = face_.document->dataset().find(face_.id)) {
        face_.index = *moved;
        return showChanges();
    }
    const auto& faces = face_.document->dataset().samples;
    const auto beside = std::find_if(faces.begin(), faces.end(), [this](const Sample& face) {
        return face.image == face_.image;
    });
    setFace(beside == faces.end() ? -1 : static_cast<int>(beside - faces.begin()));
    if (hasFace())
        emit faceChosen(face_.index);
}

void PointEditor::onSchemeChanged() {
    cancelDrag();
    guide_.restart();
    setSelection({});
    followGuide();
}

void PointEditor::showChanges() {
    setSelection(std::vector<int>(face_.selection));  // those that still have a place
    followGuide();
    refresh();
}

void PointEditor::followGuide() {
    setNext(hasFace()
                ? guide_.follow(face_.stored().points_in_image, face_.scheme().size(), face_.next)
                : std::nullopt);
}

void PointEditor::refresh() {
    if (const QString hint = hintNow(); hint != hint_) {
        hint_ = hint;
        emit hintChanged(hint);
    }
    if (face_.view)
        face_.view->viewport()->update();
}

QString PointEditor::hintNow() const {
    if (!hasFace())
        return {};
    if (face_.mode == Mode::Boxes)
        return face_.stored().box
                   ? tr("Drag: the box of another face. Drag inside the box: move it.")
                   : tr("Drag: the box of this face");
    if (face_.selection.size() > 1)
        return tr("%n points selected. Drag: move them. Handles: scale and turn.", nullptr,
                  static_cast<int>(face_.selection.size()));
    if (face_.next)
        return tr("Click: %1 (%2 of %3)")
            .arg(pointName(face_.scheme(), *face_.next), countText(*face_.next + 1),
                 countText(face_.scheme().size()));
    return tr("Drag a point: correct it. Drag from an empty place: select points.");
}

bool PointEditor::mousePress(FaceView& /*view*/, const QMouseEvent& event, QPointF in_image) {
    if (isDragging())
        return true;
    if (!hasFace() || event.button() != Qt::LeftButton)
        return false;
    face_.cursor_in_view = event.position();
    face_.modifiers = event.modifiers();
    drag_ = dragFrom(face_, in_image);
    if (drag_.press_selects)
        setSelection(*drag_.press_selects);
    if (drag_.kind == DragKind::Place)
        followCursor(event);
    refresh();
    return true;
}

bool PointEditor::mouseMove(FaceView& /*view*/, const QMouseEvent& event, QPointF /*in_image*/) {
    face_.cursor_in_view = event.position();
    if (isDragging())
        followCursor(event);
    if (face_.view)
        face_.view->viewport()->update();
    return isDragging();
}

void PointEditor::followCursor(const QMouseEvent& event) {
    face_.cursor_in_view = event.position();
    face_.modifiers = event.modifiers();
    if (!drag_.moved && QLineF(drag_.press_in_view, event.position()).length() >= drag_.slack) {
        drag_.moved = true;
        if (drag_.kind == DragKind::Move)
            setSelection(drag_.points);
    }
    if (drag_.kind == DragKind::Band && drag_.moved)
        setSelection(drag_.selectedByBand(face_));
    if (const std::optional<Sample> face = drag_.faceNow(face_))
        face_.document->preview(face_.index, *face);
}

bool PointEditor::mouseRelease(FaceView& /*view*/, const QMouseEvent& event, QPointF /*in_image*/) {
    if (!isDragging())
        return false;
    if (event.button() != Qt::LeftButton)
        return true;
    followCursor(event);
    endDrag();
    return true;
}

void PointEditor::endDrag() {
    const std::optional<Sample> after = drag_.faceNow(face_);
    const QRectF band = drag_.bandInView(face_);
    const EditDrag drag = std::exchange(drag_, {});
    if (drag.kind == DragKind::Place)
        commitPlaced(drag.points.front(), drag.moved
                                              ? face_.view->imageFromView(*face_.cursor_in_view)
                                              : drag.press_in_image);
    else if (!drag.moved)
        endClick(drag);
    else if (drag.kind == DragKind::NewBox)
        commitNewBox(band);
    else if (after)
        face_.document->setFace(face_.index, *after, drag.name(face_));
    refresh();
}

void PointEditor::endClick(const EditDrag& drag) {
    if (drag.click_chooses)
        emit faceChosen(*drag.click_chooses);
    else if (drag.click_selects)
        setSelection({*drag.click_selects});
    else if (drag.click_places && face_.next)
        commitPlaced(*face_.next, drag.press_in_image);
    else if (drag.click_deselects)
        setSelection(drag.selection_before);
}

void PointEditor::commitPlaced(int point, QPointF in_image) {
    const Sample after =
        withPointPlaced(face_.stored(), face_.scheme().size(), point, {in_image.x(), in_image.y()});
    face_.document->setFace(face_.index, after,
                            editName(Edit::Place, after, face_.scheme(), {point}));
    setSelection({point});
    // Also after a point that had a place before, which the guide cannot see.
    setNext(nextUnlabelled(face_.stored().points_in_image, face_.scheme().size(), point + 1));
}

void PointEditor::commitNewBox(const QRectF& band_in_view) {
    if (std::min(band_in_view.width(), band_in_view.height()) < kSmallestBand)
        return;
    const QPointF from = face_.view->imageFromView(band_in_view.topLeft());
    const QPointF to = face_.view->imageFromView(band_in_view.bottomRight());
    const Box box{from.x(), from.y(), to.x() - from.x(), to.y() - from.y()};
    const QString name = editName(BoxEdit::Draw);
    if (!face_.stored().box) {
        face_.document->setFace(face_.index, withBox(face_.stored(), box), name);
        return;
    }
    const int added = face_.document->addFace(face_.index, withBox({}, box), name);
    setFace(added);
    emit faceAdded(added);
}

bool PointEditor::cancelDrag() {
    if (!isDragging())
        return false;
    const EditDrag drag = std::exchange(drag_, {});
    if (face_.document)
        face_.document->endPreview();
    if (drag.kind == DragKind::Band)
        setSelection(drag.selection_before);
    refresh();
    return true;
}

bool PointEditor::mouseDoubleClick(FaceView& view, const QMouseEvent& event, QPointF in_image) {
    // Two quick clicks are two clicks, unless there is nothing under them to edit.
    if (!hasFace() || event.button() != Qt::LeftButton)
        return false;
    const bool on_points =
        face_.mode == Mode::Points &&
        (face_.next || face_.pointAt(event.position()) || face_.selectionFrame(face_.shown()));
    const std::optional<HandleFrame> box = face_.boxFrame();
    const bool on_box = box && box->handleAt(event.position()) != Handle::None;
    return (on_points || on_box) && mousePress(view, event, in_image);
}

void PointEditor::stop(FaceView& /*view*/) {
    cancelDrag();
    face_.cursor_in_view.reset();
}

void PointEditor::leave(FaceView& /*view*/) {
    if (!isDragging())
        face_.cursor_in_view.reset();
    if (face_.view)
        face_.view->viewport()->update();
}

void PointEditor::paint(FaceView& /*view*/, QPainter& painter) {
    if (!hasFace())
        return;
    paintEditing(painter, face_, drag_);
    if (magnifier_shown_)
        paintMagnifier(painter, face_, drag_);
}

QCursor PointEditor::cursor() const {
    return cursorOver(face_, drag_);
}

bool PointEditor::keyPress(FaceView& /*view*/, const QKeyEvent& event) {
    if (!hasFace())
        return false;
    const bool shift = event.modifiers().testFlag(Qt::ShiftModifier);
    const auto others = event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    if (event.key() == Qt::Key_Escape) {
        if (cancelDrag())
            return true;
        const bool selected = !face_.selection.empty();
        clearSelection();
        return selected;
    }
    if (others != Qt::NoModifier)
        return false;
    if (const std::optional<QPoint> direction = directionOf(event.key())) {
        const double by = shift ? 5 : 0.5;  // pixels of the image
        nudge(by * direction->x(), by * direction->y());
        return true;  // also with nothing to nudge: the picture must not scroll away
    }
    const bool back = event.key() == Qt::Key_Backtab || (event.key() == Qt::Key_Tab && shift);
    if (!back && event.key() != Qt::Key_Tab)
        return false;
    const bool somewhere = face_.mode == Mode::Points
                               ? !labelledPoints(face_.shown().points_in_image).empty()
                               : !face_.otherFaces().empty();
    if (somewhere)
        selectBeside(back ? -1 : 1);
    return somewhere;
}

void PointEditor::nudge(double dx, double dy) {
    if (canEdit())
        nudgeSelection(face_, dx, dy, QString::number(selection_number_));
}

void PointEditor::selectAll() {
    if (canEdit())
        setSelection(labelledPoints(face_.stored().points_in_image));
}

void PointEditor::clearSelection() {
    if (!isDragging())
        setSelection({});
}

void PointEditor::selectBeside(int step) {
    if (!canEdit())
        return;
    if (face_.mode == Mode::Boxes)
        return chooseFaceBeside(step);
    const Landmarks& all = face_.stored().points_in_image;
    const std::vector<int> points = labelledPoints(all);
    if (points.empty())
        return;
    const int point =
        besideInRing(points, face_.selection.empty() ? -1 : face_.selection.back(), step);
    setSelection({point});
    const Point& place = all.points[static_cast<size_t>(point)];
    face_.view->showPlace({place.x, place.y});
}

void PointEditor::chooseFaceBeside(int step) {
    std::vector<int> faces = face_.otherFaces();
    if (faces.empty())
        return;
    faces.insert(std::lower_bound(faces.begin(), faces.end(), face_.index), face_.index);
    emit faceChosen(besideInRing(faces, face_.index, step));
}

void PointEditor::deleteSelection() {
    if (canEdit())
        removeSelection(face_);
}

void PointEditor::setVisibilityOfSelection(Visibility visibility) {
    if (canEdit())
        rudolph::setVisibilityOfSelection(face_, visibility);
}

void PointEditor::turnSelection(double degrees) {
    if (canEdit())
        rudolph::turnSelection(face_, degrees);
}

void PointEditor::scaleSelection(double factor) {
    if (canEdit())
        rudolph::scaleSelection(face_, factor);
}

void PointEditor::mirrorSelectionOrFace() {
    if (canEdit())
        mirrorSelection(face_);
}

}  // namespace rudolph
