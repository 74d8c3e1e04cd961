#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/geometry/landmark_scheme.h"
#include "core/runs/run.h"

namespace rudolph {

// What run_report_html() is put together from.

/// Text for HTML and XML, also within quotes: what cannot stand there is escaped, control
/// characters and bytes that are not UTF-8 become U+FFFD.
std::string html_text(std::string_view text);
std::string base64(std::string_view bytes);

/// The face cut out of its picture with truth and prediction drawn, as the bytes of a JPEG `side`
/// pixels wide and high. Throws Error when the picture cannot be read.
std::string case_jpeg(const CasePrediction& face, const LandmarkScheme& scheme, int side);

}  // namespace rudolph
