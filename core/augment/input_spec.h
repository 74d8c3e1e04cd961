#pragma once

#include <opencv2/core/types.hpp>
#include <optional>

#include "core/augment/augmentation.h"
#include "core/geometry/affine.h"
#include "core/geometry/box.h"
#include "core/geometry/landmarks.h"

namespace rudolph {

enum class CropKind {
    WholeImage,  ///< the whole picture resized to the network's input, as the IMM experiments do
    /// A square about the face's box, box_scale times its longer side. In an input that is not
    /// square it fills the longer side and is cut off on the shorter one: faces are never
    /// stretched.
    FaceBox
};

enum class Normalisation {
    Fixed,  ///< (pixel/255 − mean) / deviation of the input
    /// The same with the mean and standard deviation of each crop, so that a dark picture looks
    /// like a bright one; a crop of nearly one grey is not blown up.
    Crop,
    /// The same with the mean and standard deviation of the square about each pixel, an eighth
    /// of the crop's longer side wide, so that the shaded half of a face looks like the lit one. To
    /// the variance there kLocalFloor of the crop's is added, so that flat parts stay quiet.
    Local
};

/// Grey levels that Normalisation::Crop and Local divide by at least; rounding to whole levels
/// alone deviates by 0.3.
inline constexpr double kLeastDeviation = 1;
inline constexpr double kLocalFloor = 0.02;

/// What the network sees of a photograph.
struct InputSpec {
    CropKind crop = CropKind::WholeImage;
    int width = 80;    ///< pixels
    int height = 60;   ///< pixels
    int channels = 1;  ///< 1: grey; 3: the grey picture repeated, for networks made for colour
    double box_scale = 1.0;  ///< side of the crop over the longer side of the box (FaceBox only)
    double mean = 0.5;
    double deviation = 1.0;
    Normalisation normalisation = Normalisation::Fixed;

    cv::Size size() const { return {width, height}; }
    bool operator==(const InputSpec&) const = default;
};

/// The box that a FaceBox crop is made from: the sample's own box, else the square about its points
/// grown by a fifth as a detector would see them, else the whole picture.
Box crop_box(const std::optional<Box>& box, const Landmarks& points_in_image, cv::Size image_size);

/// The one transform that does crop and resize, then flip, scale, rotation and shift.
Affine crop_from_image(const InputSpec& input, cv::Size image_size, const Box& box,
                       const AugmentationDraw& draw = {});

}  // namespace rudolph
