#include "core/formats/mask_pictures.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <string_view>
#include <unordered_set>

#include "core/base/text.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr std::array<std::string_view, 15> kMaskWords = {
    "label",         "labels",  "mask",     "masks", "seg",    "segs",    "segmentation", "matte",
    "segmentations", "parsing", "parsings", "depth", "normal", "normals", "matting"};

bool is_mask_word(std::string_view word) {
    return std::find(kMaskWords.begin(), kMaskWords.end(), word) != kMaskWords.end();
}

/// "7" for "7_seg"; empty for other names.
std::string_view photograph_of_mask(std::string_view stem) {
    const size_t border = stem.find_last_of("_-.");
    return border != std::string_view::npos && is_mask_word(lower(stem.substr(border + 1)))
               ? stem.substr(0, border)
               : std::string_view();
}

}  // namespace

std::vector<fs::path> take_masks(std::vector<fs::path>& pictures) {
    const auto lies_among_masks = [](const fs::path& picture) {
        return is_mask_word(lower(picture.parent_path().filename().string()));
    };
    std::unordered_set<std::string> photographs;  // stems, and with the folder for suffixes
    bool any = false;
    for (const fs::path& picture : pictures) {
        const std::string stem = picture.stem().string();
        const bool among_masks = lies_among_masks(picture);
        any = any || among_masks || !photograph_of_mask(stem).empty();
        if (!among_masks)
            photographs.insert(stem);
        photographs.insert((picture.parent_path() / stem).string());
    }
    std::vector<fs::path> masks;
    if (!any)
        return masks;
    const auto is_photograph = [&](const fs::path& picture) {
        const std::string stem = picture.stem().string();
        if (lies_among_masks(picture))
            return !photographs.contains(stem);
        const std::string_view of = photograph_of_mask(stem);
        return of.empty() || !photographs.contains((picture.parent_path() / of).string());
    };
    const auto first = std::stable_partition(pictures.begin(), pictures.end(), is_photograph);
    masks.assign(std::make_move_iterator(first), std::make_move_iterator(pictures.end()));
    pictures.erase(first, pictures.end());
    return masks;
}

}  // namespace rudolph
