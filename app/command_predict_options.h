#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/geometry/box.h"

namespace rudolph {

/// What `rudolph predict` is asked for.
struct PredictOptions {
    std::vector<std::string> photos;  ///< and videos, and folders
    std::string model = "face68";
    std::string detector;              ///< "hog", "yunet", "none"; empty: the best that is there
    std::vector<std::string> formats;  ///< "csv", "jsonl" and those of the annotator
    std::string out;
    bool draw = false;
    bool numbers = false;
    std::string video = "mp4";
    std::optional<Box> box;
    bool quick = false;
    bool json = false;
    bool overwrite = false;
    std::string device = "auto";
};

}  // namespace rudolph
