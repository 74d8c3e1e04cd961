#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/error.h"

namespace rudolph {

/// A photograph or a video that is to be predicted.
struct PredictInput {
    std::filesystem::path file;  ///< as the person named it, or below the folder that was named
    bool is_video = false;
    /// What its outputs are called, relative to the folder for outputs and without extension:
    /// "holiday/beach". No other input has the same.
    std::filesystem::path output;
};

struct PredictInputs {
    std::vector<PredictInput> inputs;
    std::vector<Error> problems;  ///< folders that cannot be read
};

/// Files as they are named, folders with everything below them, in alphabetical order; hidden files
/// and what lies in `out` are left out, linked folders are followed once. `suffixes` are what
/// outputs' names end in
/// ("-points.jpg"): none of them is ever one of the inputs.
PredictInputs find_inputs(const std::vector<std::string>& named, const std::filesystem::path& out,
                          const std::vector<std::string>& suffixes);

}  // namespace rudolph
