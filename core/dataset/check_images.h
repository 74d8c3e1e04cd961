#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/dataset/dataset.h"
#include "core/image/decode.h"

namespace rudolph {

/// What decoding one picture showed.
struct CheckedPicture {
    cv::Size size;
    std::optional<Problem> problem;  ///< it does not decode
    std::optional<PictureOddity> oddity;
};

/// By the picture's path as the samples have it.
using CheckedPictures = std::unordered_map<std::string, CheckedPicture>;

/// The pictures of a data set, each once.
std::vector<std::filesystem::path> pictures_of(const Dataset& dataset);

/// Decodes pictures on all processors.
CheckedPictures check_pictures(const std::vector<std::filesystem::path>& pictures,
                               const CancelToken& cancel = {},
                               const ProgressCallback& progress = {});

/// Fills in image sizes. Samples whose picture does not decode get a problem and stay, since what
/// was annotated must not be lost with a picture. What is odd about a picture that is used becomes
/// a remark, one for all where many are like that. Samples of pictures that were not checked stay
/// as they are, so that the outcome can be applied to a data set that was edited meanwhile.
void apply_check(Dataset& dataset, const CheckedPictures& pictures);

/// Both at once, for all pictures.
void check_images(Dataset& dataset, const CancelToken& cancel = {},
                  const ProgressCallback& progress = {});

}  // namespace rudolph
