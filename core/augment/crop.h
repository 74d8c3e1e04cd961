#pragma once

#include <filesystem>
#include <opencv2/core/mat.hpp>
#include <optional>

#include "core/augment/augmentation.h"
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

/// A decoded picture kept for cropping: grey, and already reduced (by area averaging) to at most
/// twice the resolution that the crops need, so that one bilinear warp does not alias.
struct CroppingSource {
    cv::Mat grey;  ///< CV_8UC1
    Affine source_from_image;
};

/// The crop of one face, with its points.
struct Crop {
    cv::Mat grey;  ///< CV_8UC1, the size of the input
    Affine crop_from_image;
    Landmarks points_in_crop;
};

/// The box that a FaceBox crop is made from: the sample's own box, else the square about its points
/// grown by a fifth as a detector would see them, else the whole picture.
Box crop_box(const std::optional<Box>& box, const Landmarks& points_in_image, cv::Size image_size);

/// The one transform that does crop and resize, then flip, scale, rotation and shift.
Affine crop_from_image(const InputSpec& input, cv::Size image_size, const Box& box,
                       const AugmentationDraw& draw = {});

/// Reduces an 8-bit grey picture for crops by `crop_from_image` (before augmentation), keeping only
/// what crops can reach: the box grown by half its size on each side for FaceBox.
CroppingSource make_cropping_source(const cv::Mat& grey_image, const InputSpec& input,
                                    const Box& box);

/// A picture file read for the crops of one face.
struct FacePicture {
    CroppingSource source;
    cv::Size image_size;  ///< of the whole picture, upright
    Box box;              ///< see crop_box
};

/// Decodes and reduces: JPEGs at a half, a quarter or an eighth of their size where that still
/// holds what crops need. The geometry is the same as that of make_cropping_source; pixels differ a
/// little, because the JPEG library averages in its own way. Throws Error as decode_image does.
FacePicture read_face_picture(const std::filesystem::path& file, const InputSpec& input,
                              const std::optional<Box>& box, const Landmarks& points_in_image);

/// The pixels of a crop: bilinear, borders repeated.
cv::Mat cut_out(const CroppingSource& source, const Affine& crop_from_image, cv::Size crop);

/// Cuts out, then does to the pixels what the draw says (apply_effects).
/// The augmentation page, training and prediction all call this one function. `mirror`: for each
/// point the one that it becomes in a mirror (see mirror_of), so that points keep their meaning in
/// flipped crops; throws Error when the draw flips points without it.
Crop make_crop(const CroppingSource& source, const InputSpec& input, cv::Size image_size,
               const Box& box, const Landmarks& points_in_image, const AugmentationDraw& draw = {},
               const std::vector<int>& mirror = {});

/// The network's input: channels × height × width floats, normalised.
void write_input(const cv::Mat& grey_crop, const InputSpec& input, float* destination);

/// Labels as the network learns them: ((x + 0.5) / width, (y + 0.5) / height), so that 0 and 1 are
/// the edges of the crop; x0, y0, x1, y1, …
std::vector<float> normalised_labels(const Landmarks& points_in_crop, cv::Size crop);
Landmarks points_from_normalised(const float* labels, int points, cv::Size crop);

}  // namespace rudolph
