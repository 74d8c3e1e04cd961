#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/dataset/dataset.h"

namespace rudolph {

/// What decoding one picture showed.
struct CheckedPicture {
    cv::Size size;
    std::optional<Problem> problem;  ///< it does not decode
};

/// By the picture's path as the samples have it.
using CheckedPictures = std::unordered_map<std::string, CheckedPicture>;

/// Decodes every picture once, on all processors.
CheckedPictures check_pictures(const Dataset& dataset, const CancelToken& cancel = {},
                               const ProgressCallback& progress = {});

/// Fills in image sizes. Samples whose picture does not decode are moved to the problems; samples
/// with points outside the picture by more than a quarter of its longer side get a problem and
/// stay. Samples of pictures that were not checked stay as they are, so that the outcome can be
/// applied to a data set that was edited meanwhile.
void apply_check(Dataset& dataset, const CheckedPictures& pictures);

/// Both at once.
void check_images(Dataset& dataset, const CancelToken& cancel = {},
                  const ProgressCallback& progress = {});

}  // namespace rudolph
