#pragma once

#include <filesystem>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/eval/face_attributes.h"

namespace rudolph {

/// A face whose light is to be measured: an empty box has none.
struct FaceToMeasure {
    std::filesystem::path image;
    Box box_in_image;
};

/// The file of a run folder that keeps what was measured.
inline constexpr const char* kLightsFile = "faces.csv";

/// The light of faces, decoded on all processors. What was measured before is taken from the first
/// of `kept` that exists, as long as the picture's stamp and the box are the same; what is new is
/// written (atomically) to the first of them that can be written, also when the job is cancelled.
/// Files that cannot be read or written are passed over: they only save time. Pictures that cannot
/// be decoded have an unknown light, and are tried again the next time.
std::vector<FaceLight> measure_lights(const std::vector<FaceToMeasure>& faces,
                                      const std::vector<std::filesystem::path>& kept,
                                      const CancelToken& cancel = {},
                                      const ProgressCallback& progress = {});

}  // namespace rudolph
