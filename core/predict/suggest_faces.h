#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/predict/fit_faces.h"

namespace rudolph {

/// A face as the choice of those to mark next knows it.
struct FaceLook {
    std::string id;
    double doubt = 1;         ///< from 0 to 1: how unsure the model is
    Landmarks points;         ///< of one scheme for all of them, in any frame; may be empty
    std::vector<float> grey;  ///< a small picture, 0 to 1; as many numbers for all; may be empty
};

/// Which of `looks` to mark next, at most `count`, in that order: each the one with the largest
/// (doubt + 0.1) · distance, where the distance is that to the nearest face that is chosen already
/// or among `marked`: the mean of how far apart the shapes are (root mean square over the points
/// that both have, laid on the mean shape, so that place, size and roll do not count) and the small
/// pictures, each over what it is between two faces of the set on average. The first is the most
/// doubtful one where nothing is marked. Of equals that whose id comes first. Deterministic.
struct ChosenLook {
    int look = 0;  ///< its index
    /// To the nearest chosen or marked face; 1: as far as two faces on average, 0: the same.
    double distance = 0;
};
std::vector<ChosenLook> choose_looks(const std::vector<FaceLook>& looks,
                                     const std::vector<FaceLook>& marked, int count);

/// A face to mark next.
struct SuggestedFace {
    FaceFit fit;          ///< with the points that the model would place
    double distance = 0;  ///< see ChosenLook
};

struct Suggestions {
    std::vector<SuggestedFace> faces;  ///< in the order in which to mark them
    int candidates = 0;    ///< faces without true points, not done: among which was chosen
    int looked_at = 0;     ///< of those the model was asked about so many (fewer after a cancel)
    int without_face = 0;  ///< pictures in which neither detector nor model see a face: left out
    int marked = 0;        ///< faces with true points that they were kept different from
    bool cancelled = false;
    std::vector<Problem> problems;  ///< of pictures that do not decode
};

/// So many faces with true points are looked at, from everywhere in the set, to be different from.
inline constexpr int kMostMarkedLooks = 200;

/// Asks a model about all faces that have no true points and are not marked as done, and chooses
/// `count` of them that it is unsure about and that differ from each other and from what is marked:
/// see choose_looks(). `scheme`, `detector`: see fit_faces(). What was looked at before a cancel is
/// chosen from. Models that are not calibrated tell no doubt: then difference alone counts. Throws
/// Error.
Suggestions suggest_faces(Predictor& predictor, FaceDetector* detector, const Dataset& dataset,
                          const LandmarkScheme& scheme, int count, const CancelToken& cancel = {},
                          const ProgressCallback& progress = {});

}  // namespace rudolph
