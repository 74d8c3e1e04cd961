#pragma once

#include <optional>
#include <vector>

#include "ui/canvas/edited_face.h"

namespace rudolph {

enum class DragKind { None, Click, Place, Move, Scale, Turn, Band, NewBox, MoveBox, ResizeBox };

/// What is between a press of the mouse on an edited face and its release.
struct EditDrag {
    DragKind kind = DragKind::None;
    Handle handle = Handle::None;
    std::vector<int> points;            ///< that it moves, or places
    std::vector<int> selection_before;  ///< of a rubber band: what it adds to
    QPointF press_in_view;
    QPointF press_in_image;
    Sample before;
    double slack = 0;  ///< so far the cursor may stray in a click, in the viewport's pixels
    bool moved = false;
    bool with_points = false;  ///< a box takes its points along
    /// What the press itself selects.
    std::optional<std::vector<int>> press_selects;
    /// What the press means when nothing was dragged.
    std::optional<int> click_selects;
    std::optional<int> click_chooses;  ///< a face
    bool click_places = false;         ///< the next point
    bool click_deselects = false;      ///< all but selection_before

    bool isOn() const { return kind != DragKind::None; }
    /// The face as the cursor has dragged it; empty: this drag does not change it, or not yet.
    std::optional<Sample> faceNow(const EditedFace& face) const;
    /// By how many degrees points are turned, against the clock.
    double turnedBy(const EditedFace& face) const;
    QRectF bandInView(const EditedFace& face) const;
    std::vector<int> selectedByBand(const EditedFace& face) const;
    /// Of its step in the list of undo steps.
    QString name(const EditedFace& face) const;
};

/// What a press under the cursor begins.
EditDrag dragFrom(const EditedFace& face, QPointF press_in_image);

Qt::CursorShape cursorOver(const EditedFace& face, const EditDrag& drag);

}  // namespace rudolph
