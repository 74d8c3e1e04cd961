#pragma once

#include <vector>

#include "core/dataset/check_images.h"
#include "core/dataset/dataset.h"

namespace rudolph {

/// Two faces of one picture that are nearly the same, or share points. `faces`: indices of the
/// samples with true points.
std::vector<Problem> inspect_twin_faces(const Dataset& dataset, const std::vector<int>& faces);

/// Pictures that look nearly the same and lie on both sides of the automatic split, or count as
/// different people's; each group of them once, or one line for many.
std::vector<Problem> inspect_twin_pictures(const Dataset& dataset, const std::vector<int>& faces,
                                           const CheckedPictures& pictures);

}  // namespace rudolph
