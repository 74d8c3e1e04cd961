#pragma once

#include <string>
#include <vector>

namespace rudolph {

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

}  // namespace rudolph
