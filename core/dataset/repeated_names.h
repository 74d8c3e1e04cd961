#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/dataset/dataset.h"

namespace rudolph {

/// What names of several cut-outs or turned copies of one photograph have in common: the number of
/// the photograph and what is before it. "afw/18489332" for "afw/18489332_2" (300-W's AFW and
/// HELEN: the second face of that photograph), "image_003" for "image_003_1". It is a number of at
/// least three digits, and one or more numbers of one or two digits behind it. Empty for other
/// names: "image_0001" is one of a row, "frame_000123" of a video, whose neighbours inspection
/// finds by how they look.
std::optional<std::string_view> photograph_in(std::string_view name);

/// The folder of the video that a picture is a frame of, as its path says: ".../001" for
/// ".../001/imgs/000012.jpg", as copies of 300-VW have them: numbers alone, in a folder "imgs",
/// "frames" or "annot", in one that is numbered itself. Empty for other paths: a folder of numbered
/// pictures is of as many people.
std::filesystem::path video_of_frame(const std::filesystem::path& picture);

/// Frames of one video are of one person, and so are samples whose `person` names the same
/// photograph, so that no split parts them. Where most of the set has one number ("set_2021_1" to
/// "set_2021_90"), that counts something else, and they stay.
void join_repetitions(std::vector<Sample>& samples);

}  // namespace rudolph
