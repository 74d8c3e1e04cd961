#include "ui/canvas/point_editor.h"

#include <QLocale>
#include <algorithm>

#include "ui/canvas/face_edit.h"
#include "ui/canvas/face_view.h"

namespace rudolph {
namespace {

std::vector<bool> havePlaces(const Landmarks& points, int scheme_size) {
    std::vector<bool> have(static_cast<size_t>(scheme_size), false);
    for (const int i : labelledPoints(points))
        if (i < scheme_size)
            have[static_cast<size_t>(i)] = true;
    return have;
}

}  // namespace

PointEditor::PointEditor(FaceView* view, QObject* parent) : QObject(parent), view_(view) {}

PointEditor::~PointEditor() {
    if (view_ && view_->tool() == this)
        view_->setTool(nullptr);  // and so stop()
}

void PointEditor::setDocument(AnnotationDocument* document) {
    if (document == document_)
        return;
    setFace(-1);
    if (document_)
        document_->disconnect(this);
    document_ = document;
    if (!document)
        return;
    connect(document, &AnnotationDocument::faceChanged, this, &PointEditor::onFaceChanged);
    connect(document, &AnnotationDocument::facesReset, this, &PointEditor::onFacesReset);
    connect(document, &AnnotationDocument::schemeChanged, this, &PointEditor::onSchemeChanged);
}

void PointEditor::setFace(int index) {
    // Lists that follow the document set their current face again and again.
    if (hasFace() && index == face_ && stored().id == face_id_)
        return;
    cancelDrag();
    face_ = document_ && index < document_->faceCount() ? index : -1;
    face_id_ = hasFace() ? stored().id : std::string();
    image_ = hasFace() ? stored().image : std::filesystem::path();
    setSelection({});
    guided_ = true;
    had_place_.clear();
    followGuide();
    refresh();
}

void PointEditor::setMode(Mode mode) {
    if (mode == mode_)
        return;
    cancelDrag();
    mode_ = mode;
    emit modeChanged();
    refresh();
}

void PointEditor::setSelection(const std::vector<int>& points) {
    std::vector<int> kept;
    for (const int point : points) {
        const bool there = hasFace() && point >= 0 && point < shown().points_in_image.size() &&
                           shown().points_in_image.is_labelled(point);
        if (there && std::find(kept.begin(), kept.end(), point) == kept.end())
            kept.push_back(point);
    }
    if (kept == selection_)
        return;
    selection_ = std::move(kept);
    ++selection_number_;
    emit selectionChanged();
    refresh();
}

void PointEditor::setNextPoint(std::optional<int> point) {
    guided_ = point.has_value();
    const bool exists = point && hasFace() && *point >= 0 && *point < scheme().size();
    setNext(exists ? point : std::nullopt);
}

void PointEditor::setNext(std::optional<int> point) {
    if (point != next_) {
        next_ = point;
        emit nextPointChanged(point);
    }
    refresh();
}

void PointEditor::setMagnifierShown(bool shown) {
    magnifier_shown_ = shown;
    refresh();
}

bool PointEditor::selectAt(QPointF in_view) {
    if (!canEdit() || mode_ != Mode::Points)
        return false;
    const std::optional<int> point = pointAt(shown(), in_view, reachOfPoints());
    if (point && std::find(selection_.begin(), selection_.end(), *point) == selection_.end())
        setSelection({*point});
    return point.has_value();
}

bool PointEditor::canMirror() const {
    return document_ && scheme().has_mirror_pairs;
}

void PointEditor::onFaceChanged(int index) {
    if (!hasFace())
        return;
    if (index != face_) {
        if (document_->face(index).image == image_)
            refresh();
        return;
    }
    // Someone else changed it in the middle of a drag, or undid a step.
    const bool overtaken =
        isDragging() && (stored().points_in_image != drag_.before.points_in_image ||
                         stored().box != drag_.before.box);
    if (overtaken)
        cancelDrag();
    keepLabelledSelection();
    followGuide();
    refresh();
}

void PointEditor::onFacesReset() {
    if (face_ < 0)
        return;
    cancelDrag();
    if (hasFace() && stored().id == face_id_) {
        keepLabelledSelection();
        followGuide();
        refresh();
        return;
    }
    const std::optional<int> moved = document_->dataset().find(face_id_);
    if (moved) {
        face_ = *moved;
        keepLabelledSelection();
        followGuide();
        refresh();
        return;
    }
    const auto& faces = document_->dataset().samples;
    const auto beside = std::find_if(faces.begin(), faces.end(),
                                     [this](const Sample& face) { return face.image == image_; });
    setFace(beside == faces.end() ? -1 : static_cast<int>(beside - faces.begin()));
    if (hasFace())
        emit faceChosen(face_);
}

void PointEditor::onSchemeChanged() {
    cancelDrag();
    had_place_.clear();
    setSelection({});
    followGuide();
}

/// The next point after one that got its place; back to the first that lost its place.
void PointEditor::followGuide() {
    if (!hasFace()) {
        setNext({});
        return;
    }
    const Landmarks& points = stored().points_in_image;
    const std::vector<bool> had = std::move(had_place_);
    had_place_ = havePlaces(points, scheme().size());
    if (!guided_)
        return;
    if (had.size() != had_place_.size()) {
        setNext(nextUnlabelled(points, scheme().size(), 0));
        return;
    }
    for (size_t i = 0; i < had.size(); ++i)
        if (had[i] && !had_place_[i]) {
            setNext(static_cast<int>(i));
            return;
        }
    const bool placed =
        next_ && had_place_[static_cast<size_t>(*next_)] && !had[static_cast<size_t>(*next_)];
    if (placed)
        setNext(nextUnlabelled(points, scheme().size(), *next_ + 1));
    else if (!next_)
        setNext(nextUnlabelled(points, scheme().size(), 0));
}

void PointEditor::keepLabelledSelection() {
    setSelection(selection_);
}

void PointEditor::refresh() {
    updateHint();
    if (view_)
        view_->viewport()->update();
}

void PointEditor::updateHint() {
    const QString hint = hintNow();
    if (hint == hint_)
        return;
    hint_ = hint;
    emit hintChanged(hint);
}

QString PointEditor::hintNow() const {
    if (!hasFace())
        return {};
    if (mode_ == Mode::Boxes)
        return stored().box ? tr("Drag: the box of another face. Drag inside the box: move it.")
                            : tr("Drag: the box of this face");
    if (selection_.size() > 1)
        return tr("%n points selected. Drag: move them. Handles: scale and turn.", nullptr,
                  static_cast<int>(selection_.size()));
    if (next_)
        return tr("Click: %1 (%2 of %3)")
            .arg(pointName(scheme(), *next_), QLocale().toString(*next_ + 1),
                 QLocale().toString(scheme().size()));
    return tr("Drag a point: correct it. Drag from an empty place: select points.");
}

}  // namespace rudolph
