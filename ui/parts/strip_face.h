#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "core/base/spread.h"
#include "core/eval/metrics.h"

namespace rudolph {

/// A validation face with its prediction.
struct StripFace {
    std::filesystem::path image;
    FaceResult result;
    std::string person = {};
    std::optional<int> view = {};
};

/// What is to be spread over where some faces are shown of many.
inline SpreadItem spreadItem(const StripFace& face) {
    return {{face.person, face.view ? std::to_string(*face.view) : std::string()},
            ranking_error(face.result)};
}

}  // namespace rudolph
