#pragma once

#include "core/dataset/dataset.h"

namespace rudolph {

/// Edits of whole faces: what a face becomes. Pure functions; the document makes them steps. What a
/// person does to a face by hand is looked at: it is no proposal any more.

/// The points of another face, brought to this one: from box to box where both have one, else from
/// picture to picture, by size.
Sample withPointsOf(const Sample& other, Sample face);

/// `shape` fitted to the face's box, or, without one, to the middle of the picture. Without box and
/// picture size the face stays.
Sample withShape(const Landmarks& shape, Sample face);

/// The mean of the faces with true points; the scheme's reference where there are none. Takes every
/// n-th face of large sets.
Landmarks startingShape(const Dataset& dataset);

/// A proposal is taken for true.
Sample accepted(Sample face);
/// A proposal goes: the face has no points.
Sample rejected(Sample face);

}  // namespace rudolph
