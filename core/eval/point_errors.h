#pragma once

#include <string>
#include <vector>

#include "core/eval/metrics.h"

namespace rudolph {

/// The parts of a face that people speak of.
enum class FacePart { Jaw, Brows, Nose, Eyes, Mouth, Other };
inline constexpr int kFaceParts = 6;

/// The part that each point of a scheme belongs to: by the names of the lines that it lies on, then
/// by its own name. "Other" where neither tells.
std::vector<FacePart> face_parts(const LandmarkScheme& scheme);

/// How far one point, or the points of one part, are off on average over faces that have them.
/// NaN where there is no such face.
struct MeanError {
    double nme = 0;       ///< over the faces' normalising distance, a fraction
    double error_px = 0;  ///< pixels of the image
    int faces = 0;

    bool operator==(const MeanError&) const = default;
};

/// The distance in pixels that a face's error was divided by; NaN when that is not known.
double normalising_distance(const FaceResult& result);

/// How far point `i` of a face is off, in pixels; NaN when it has no true place.
double point_error_px(const FaceResult& result, int i);

/// For each point of `points`; `faces`: places in `results`, all of them when empty. Predictions
/// that are no numbers are left out.
std::vector<MeanError> point_errors(const std::vector<FaceResult>& results, int points,
                                    const std::vector<int>& faces = {});

/// The mean over the points of each part, weighted by how many faces have them; by FacePart.
std::vector<MeanError> part_errors(const std::vector<MeanError>& of_points,
                                   const std::vector<FacePart>& parts);

}  // namespace rudolph
