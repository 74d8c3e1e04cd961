#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "core/base/nan.h"
#include "core/geometry/landmark_scheme.h"

namespace rudolph {

/// What of a picture the light says of a face. NaN: not known.
struct FaceLight {
    double brightness = kNaN;  ///< mean grey, 0 to 255
    /// Standard deviation of the grey levels, seen at 64 pixels across, so that noise and the
    /// picture's resolution do not count.
    double contrast = kNaN;

    bool operator==(const FaceLight&) const = default;
};

/// Of the box in the picture, as far as it lies inside; NaN when it does not. Throws Error as
/// decode_image does.
FaceLight measure_light(const std::filesystem::path& image, const Box& box_in_image);

/// What of its landmarks says how a face is seen. NaN: not known.
struct FacePose {
    double yaw = kNaN;  ///< see PoseAxis::score
    /// Degrees, clockwise as seen on the screen for positive ones, from how the set's faces stand
    /// (upright ones where the scheme has mirror pairs).
    double roll = kNaN;
    /// √(w·h) of the points' bounding box, in pixels of the image.
    double size = kNaN;

    bool operator==(const FacePose&) const = default;
};

/// Of all faces of a set together: frontal and upright are what they are on average. Faces with
/// other points than the scheme's have no pose.
std::vector<FacePose> measure_poses(const std::vector<Landmarks>& faces,
                                    const LandmarkScheme& scheme);

/// All that a face's error may go with.
struct FaceAttributes {
    FaceLight light;
    FacePose pose;

    bool operator==(const FaceAttributes&) const = default;
};

enum class Attribute { Brightness, Contrast, Yaw, Roll, Size };
inline constexpr int kAttributes = 5;
double value_of(const FaceAttributes& face, Attribute attribute);

}  // namespace rudolph
