#pragma once

#include <QPainter>
#include <functional>
#include <optional>
#include <vector>

#include "core/dataset/dataset.h"

namespace rudolph {

using ToView = std::function<QPointF(const Point&)>;

/// How a face looks while it is edited.
struct EditedFaceLook {
    double radius = 3.5;  ///< of a point, in the painter's pixels
    bool lines = true;
    bool numbers = false;
    std::vector<int> selection;   ///< these get a white ring
    std::optional<int> left_out;  ///< not drawn, so that one sees what is under it
};

/// Draws a face that is being edited: true points as green discs, the network's proposals as red
/// crosses; hidden points as open rings, or crosses without a middle; points not labelled not at
/// all.
void paintEditedFace(QPainter& painter, const Sample& face, const LandmarkScheme& scheme,
                     const ToView& to_view, const EditedFaceLook& look);

/// Draws another face of the picture: the same marks, smaller and dimmed, with its box.
void paintOtherFace(QPainter& painter, const Sample& face, const LandmarkScheme& scheme,
                    const ToView& to_view);

QRectF boxInView(const Box& box, const ToView& to_view);

}  // namespace rudolph
