#pragma once

#include <string>
#include <vector>

#include "core/dataset/dataset.h"

namespace rudolph {

/// What the points of faces are taken for that come without a word about it.
struct SchemeChoice {
    LandmarkScheme scheme;
    /// One sentence, where the choice is not the usual one for so many points; else empty.
    std::string remark;
};

/// A scheme for faces of `count` points: of the built-in ones with so many the usual one, if the
/// faces look like its drawing; else the one that they look like; numbered points if there is none.
/// Looks at no more than some hundred of the faces that have `count` points, so it takes
/// milliseconds. `hint`: what the data set calls itself (a category, its folder's name); a scheme
/// whose name or set it names goes first, where its drawing cannot tell it from another. Any
/// thread.
SchemeChoice choose_scheme(const std::vector<const Landmarks*>& faces, int count,
                           const std::string& hint = {});
SchemeChoice choose_scheme(const std::vector<Sample>& samples, int count,
                           const std::string& hint = {});

/// How far faces lie from the drawing of a scheme, aligned to it: the median over the faces of the
/// root mean square over the points, in the size of the drawing. Faces of sets that are what they
/// are called lie at 0.04 to 0.15, also turned ones, points at random beyond 0.3. Faces that miss
/// half of the points do not count; without any, infinite.
double misfit(const std::vector<const Landmarks*>& faces, const LandmarkScheme& scheme);

}  // namespace rudolph
