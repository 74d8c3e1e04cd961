#pragma once

#include <filesystem>
#include <opencv2/core/mat.hpp>
#include <optional>
#include <vector>

#include "core/augment/input_spec.h"

namespace rudolph {

/// A decoded picture that crops are cut out of, for training and for asking a model alike. Any
/// number of threads may cut at once.
struct CropSource {
    /// CV_8UC1, the finest first, each half as wide and high as the one before: a crop is cut out
    /// of the coarsest that still has its resolution, so that one bilinear warp does not alias.
    std::vector<cv::Mat> versions;
    Affine source_from_image;  ///< of the finest

    bool empty() const { return versions.empty(); }
    const cv::Mat& finest() const { return versions.front(); }
};

/// Of a whole picture (CV_8UC1, or CV_8UC3, which becomes grey), for crops at any place and scale:
/// as a model is asked, see ask_model(). Throws Error for other pictures.
CropSource whole_crop_source(const cv::Mat& picture);

/// Of an 8-bit grey picture for crops by `crop_from_image` (before augmentation) alone, small
/// enough to be kept: only what crops can reach (the box grown by half its size on each side for
/// FaceBox), reduced by area averaging to at most twice the resolution that they need. For
/// training.
CropSource make_crop_source(const cv::Mat& grey_image, const InputSpec& input, const Box& box);

/// The pixels of a crop: bilinear, borders repeated.
cv::Mat cut_out(const CropSource& source, const Affine& crop_from_image, cv::Size crop);

/// A picture file read for the crops of one face.
struct FacePicture {
    CropSource source;
    cv::Size image_size;  ///< of the whole picture, upright
    Box box;              ///< see crop_box
};

/// Decodes for whole_crop_source(). Throws Error as decode_image does.
FacePicture read_whole_face_picture(const std::filesystem::path& file,
                                    const std::optional<Box>& box,
                                    const Landmarks& points_in_image);

/// Decodes for make_crop_source(): JPEGs at a half, a quarter or an eighth of their size where that
/// still holds what crops need. The geometry is the same; pixels differ a little, because the JPEG
/// library averages in its own way. Throws Error as decode_image does.
FacePicture read_face_picture(const std::filesystem::path& file, const InputSpec& input,
                              const std::optional<Box>& box, const Landmarks& points_in_image);

}  // namespace rudolph
