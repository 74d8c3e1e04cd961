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

struct ReportLine {
    std::string name;
    size_t series = 0;  ///< which of the report's runs: its colour, and beyond seven its dash
    std::vector<double> x;
    std::vector<double> y;
    bool steps = false;  ///< flat between its points
};

enum class ReportAxis { Linear, Logarithmic };

/// An inline SVG with axes, a light grid and a name at each line's end. Values that are no numbers
/// are left out. Colours come from the report's style, by class.
std::string svg_chart(const std::string& title, const std::string& x_label,
                      const std::string& y_label, const std::vector<ReportLine>& lines,
                      ReportAxis y_axis = ReportAxis::Linear);

/// Ticks for an axis from `low` to `high`: about five at 1, 2 or 5 times a power of ten.
std::vector<double> round_ticks(double low, double high);

/// The face cut out of its picture with truth and prediction drawn, as the bytes of a JPEG `side`
/// pixels wide and high. Throws Error when the picture cannot be read.
std::string case_jpeg(const CasePrediction& face, const LandmarkScheme& scheme, int side);

}  // namespace rudolph
