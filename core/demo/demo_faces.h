#pragma once

#include <cstdint>
#include <filesystem>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"

namespace rudolph {

enum class DemoFormat { Imm, Ibug };

/// Made-up faces with exact landmarks, so that everything works before any download.
struct DemoFacesSpec {
    DemoFormat format = DemoFormat::Imm;
    int people = 40;  ///< 1 to 99 (IMM names have two digits); each in the six IMM views
    std::uint64_t seed = 1;

    bool operator==(const DemoFacesSpec&) const = default;
};

/// Writes people × 6 pictures of 640×480 with their landmarks into `folder` and returns how many.
/// Imm: "PP-Vg.jpg" with "PP-Vg.asf", 58 points. Ibug: "PP-Vg.jpg" with "PP-Vg.pts", 68 points, and
/// the dlib list "labels.xml" with boxes such as a face detector gives.
/// The same spec gives the same bytes. Uses all processors. When cancelled, throws Cancelled and
/// removes what it wrote. Throws Error when the folder holds other files or cannot be written.
int write_demo_faces(const std::filesystem::path& folder, const DemoFacesSpec& spec,
                     const CancelToken& cancel = {}, const ProgressCallback& progress = {});

}  // namespace rudolph
