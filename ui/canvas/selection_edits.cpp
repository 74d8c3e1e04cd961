#include "ui/canvas/selection_edits.h"

#include "ui/canvas/face_edit.h"

namespace rudolph {
namespace {

/// Places `to_from` about the middle of the selection and moves the points so.
void moveAboutCentre(const EditedFace& face, Edit edit,
                     const std::function<Affine(const Point& centre)>& to_from) {
    const std::vector<int> points = face.selectionOrAll();
    if (points.size() < 2)
        return;
    const Sample& before = face.stored();
    const Point centre = bounding_box(subset(before.points_in_image, points)).centre();
    face.document->setFace(face.index, withPointsMoved(before, points, to_from(centre)),
                           editName(edit, before, face.scheme(), points));
}

}  // namespace

void nudgeSelection(const EditedFace& face, double dx, double dy, const QString& merge) {
    const Sample& before = face.stored();
    const QString id = QString::fromStdString(face.id);
    if (face.mode == EditedFace::Mode::Points) {
        if (!face.selection.empty())
            face.document->setFace(
                face.index, withPointsMoved(before, face.selection, Affine::translation(dx, dy)),
                editName(Edit::Move, before, face.scheme(), face.selection),
                QStringLiteral("nudge %1 %2").arg(merge, id));
    } else if (before.box) {
        Box box = *before.box;
        box.left += dx;
        box.top += dy;
        face.document->setFace(face.index, withBox(before, box), editName(BoxEdit::Move),
                               QStringLiteral("nudge box ") + id);
    }
}

void removeSelection(const EditedFace& face) {
    const Sample& before = face.stored();
    if (face.mode == EditedFace::Mode::Points)
        setVisibilityOfSelection(face, Visibility::NotLabelled);
    else if (before.box && !before.points_in_image.empty())
        face.document->setFace(face.index, withBox(before, {}), editName(BoxEdit::Remove));
    else
        face.document->removeFace(face.index, editName(BoxEdit::RemoveFace));
}

void setVisibilityOfSelection(const EditedFace& face, Visibility visibility) {
    if (face.selection.empty())
        return;
    const Edit edit = visibility == Visibility::NotLabelled ? Edit::Remove
                      : visibility == Visibility::Hidden    ? Edit::Hide
                                                            : Edit::Show;
    face.document->setFace(face.index, withVisibility(face.stored(), face.selection, visibility),
                           editName(edit, face.stored(), face.scheme(), face.selection));
}

void turnSelection(const EditedFace& face, double degrees) {
    moveAboutCentre(face, Edit::Turn,
                    [degrees](const Point& centre) { return Affine::rotation(degrees, centre); });
}

void scaleSelection(const EditedFace& face, double factor) {
    if (factor <= 0)
        return;
    moveAboutCentre(face, Edit::Scale, [factor](const Point& centre) {
        return Affine::translation(centre.x, centre.y) * Affine::scaling(factor, factor) *
               Affine::translation(-centre.x, -centre.y);
    });
}

void mirrorSelection(const EditedFace& face) {
    const std::vector<int> points = face.selectionOrAll();
    if (!face.scheme().has_mirror_pairs || points.size() < 2)
        return;
    face.document->setFace(face.index, withPointsMirrored(face.stored(), face.scheme(), points),
                           editName(Edit::Mirror, face.stored(), face.scheme(), points));
}

}  // namespace rudolph
