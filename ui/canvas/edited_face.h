#pragma once

#include <QPointer>
#include <optional>
#include <vector>

#include "ui/canvas/face_view.h"
#include "ui/canvas/handle_frame.h"
#include "ui/canvas/paint_edited_face.h"
#include "ui/documents/annotation_document.h"

namespace rudolph {

/// A face of a document that is being edited in a view: which one, how, what of it is selected, and
/// where the cursor is. Tells what is where in the viewport. What asks about the face needs
/// exists().
struct EditedFace {
    enum class Mode { Points, Boxes };

    QPointer<FaceView> view;
    QPointer<AnnotationDocument> document;
    int index = -1;  ///< in the document
    std::string id;
    std::filesystem::path image;
    Mode mode = Mode::Points;
    std::vector<int> selection;  ///< points with a place, in the order they were selected
    std::optional<int> next;     ///< the point that a click places
    std::optional<QPointF> cursor_in_view;
    Qt::KeyboardModifiers modifiers;

    bool exists() const { return document && index >= 0 && index < document->faceCount(); }
    const Sample& shown() const { return document->shownFace(index); }  ///< with a drag's preview
    const Sample& stored() const { return document->face(index); }
    const LandmarkScheme& scheme() const { return document->scheme(); }
    bool isSelected(int point) const;
    /// Those of the same picture, in order.
    std::vector<int> otherFaces() const;
    /// The selected points, all of them where none is.
    std::vector<int> selectionOrAll() const;

    ToView toView() const;
    std::optional<int> pointAt(QPointF in_view) const { return pointOf(shown(), in_view); }
    std::optional<int> otherFaceAt(QPointF in_view) const;
    /// About the selected points of a face, which is this one now or as it was.
    std::optional<HandleFrame> selectionFrame(const Sample& face) const;
    std::optional<HandleFrame> boxFrame() const;
    /// The handle of the frame at a place, unless that point is nearer.
    Handle handleBefore(const HandleFrame& frame, std::optional<int> point, QPointF in_view) const;

private:
    std::optional<int> pointOf(const Sample& face, QPointF in_view) const;
};

}  // namespace rudolph
