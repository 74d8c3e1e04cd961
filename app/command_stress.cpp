#include "app/command_stress.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/command_output.h"

namespace rudolph {
namespace {

std::string ratio_text(double ratio) {
    return std::isfinite(ratio) ? fmt::format("{:.2f}", ratio) : "";
}

std::string share_text(double share) {
    return std::isfinite(share) ? fmt::format("{:.2f} %", 100 * share) : "";
}

}  // namespace

void print_stress(const std::vector<StressRow>& rows) {
    // Models of one point have no shape.
    const bool has_gauge = std::any_of(rows.begin(), rows.end(), [](const StressRow& row) {
        return std::isfinite(row.collapse.shape_variance_ratio);
    });
    // Models that were not calibrated do not say how sure they are.
    const bool has_confidence = std::any_of(rows.begin(), rows.end(), [](const StressRow& row) {
        return std::isfinite(row.confidence);
    });
    print(fmt::format("\n{:<20} {:>6} {:>8} {:>9} {:>8} {:>8}", "hard faces", "faces", "NME",
                      "error", "FR@0.08", "× plain"));
    if (has_gauge)
        print(fmt::format(" {:>9} {:>11}", "variance", "turns right"));
    print(has_confidence ? fmt::format(" {:>9}\n", "is sure") : "\n");
    for (const StressRow& row : rows) {
        print(fmt::format("{:<20} {:>6} {:>8} {:>9} {:>8} {:>8}", row.degradation.label, row.faces,
                          share_text(row.nme), pixels_text(row.error_px), share_text(row.fr_08),
                          ratio_text(row.over_plain)));
        if (has_gauge)
            print(fmt::format(" {:>9} {:>11}", ratio_text(row.collapse.shape_variance_ratio),
                              share_text(row.collapse.turn_right_share)));
        print(has_confidence ? fmt::format(" {:>9}\n", share_text(row.confidence)) : "\n");
    }
}

}  // namespace rudolph
