#pragma once

#include <filesystem>
#include <vector>

namespace rudolph {

/// Takes out pictures that say where the parts of a face are, pixel by pixel, or how far: they lie
/// beside the photographs of many sets, and are none. Such are "labels/7.png" (or masks, seg,
/// parsing, depth …) where another folder has a picture called 7, and "7_seg.png" beside "7.png".
/// Both lists keep their order.
std::vector<std::filesystem::path> take_masks(std::vector<std::filesystem::path>& pictures);

}  // namespace rudolph
