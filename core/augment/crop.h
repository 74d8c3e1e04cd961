#pragma once

#include <opencv2/core/mat.hpp>
#include <vector>

#include "core/augment/crop_source.h"

namespace rudolph {

/// The crop of one face, with its points.
struct Crop {
    cv::Mat grey;  ///< CV_8UC1, the size of the input
    Affine crop_from_image;
    Landmarks points_in_crop;
};

/// Cuts out, then does to the pixels what the draw says (apply_effects).
/// The augmentation page, training and prediction all call this one function. `mirror`: for each
/// point the one that it becomes in a mirror (see mirror_of), so that points keep their meaning in
/// flipped crops; throws Error when the draw flips points without it.
Crop make_crop(const CropSource& source, const InputSpec& input, cv::Size image_size,
               const Box& box, const Landmarks& points_in_image, const AugmentationDraw& draw = {},
               const std::vector<int>& mirror = {});

/// The network's input: channels × height × width floats, normalised.
void write_input(const cv::Mat& grey_crop, const InputSpec& input, float* destination);

/// Labels as the network learns them: ((x + 0.5) / width, (y + 0.5) / height), so that 0 and 1 are
/// the edges of the crop; x0, y0, x1, y1, …
std::vector<float> normalised_labels(const Landmarks& points_in_crop, cv::Size crop);
Landmarks points_from_normalised(const float* labels, int points, cv::Size crop);

}  // namespace rudolph
