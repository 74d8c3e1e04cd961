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
#include "core/image/picture_hash.h"

namespace rudolph {

/// A picture of a data set, and how large the data set says that it is (0×0: it does not say).
struct ListedPicture {
    std::filesystem::path file;
    cv::Size listed;
};

/// What looking at one picture showed.
struct CheckedPicture {
    PictureSize size;
    cv::Size listed;                 ///< see ListedPicture
    std::optional<Problem> problem;  ///< it does not decode
    std::optional<PictureOddity> oddity;
    std::optional<PictureHash> hash;

    bool disagrees() const { return !listed.empty() && !problem && listed != size.upright; }
};

/// Whether one size is a multiple of the other, but for rounding, and not the same.
bool is_scaled(cv::Size a, cv::Size b);

/// By the picture's path as the samples have it.
using CheckedPictures = std::unordered_map<std::string, CheckedPicture>;

/// The pictures of a data set, each once.
std::vector<ListedPicture> pictures_of(const Dataset& dataset);

/// Decodes pictures on all processors.
CheckedPictures check_pictures(const std::vector<ListedPicture>& pictures,
                               const CancelToken& cancel = {},
                               const ProgressCallback& progress = {});

/// Their sizes alone, from the first bytes of the files where these tell. Those that cannot be read
/// are left out.
CheckedPictures measure_pictures(const std::vector<ListedPicture>& pictures,
                                 const CancelToken& cancel = {},
                                 const ProgressCallback& progress = {});

/// Fills in image sizes: the picture's own counts, and where the data set says another, that is a
/// remark with a guess of how it came, one for all of a kind. Samples whose picture does not decode
/// get a problem and stay, since what was annotated must not be lost with a picture. What is odd
/// about a picture that is used becomes a remark, one for all where many are like that. Samples of
/// pictures that were not checked stay as they are, so that the outcome can be applied to a data
/// set that was edited meanwhile.
void apply_check(Dataset& dataset, const CheckedPictures& pictures);

/// Both at once, for all pictures; returns what was found of them.
CheckedPictures check_images(Dataset& dataset, const CancelToken& cancel = {},
                             const ProgressCallback& progress = {});

}  // namespace rudolph
