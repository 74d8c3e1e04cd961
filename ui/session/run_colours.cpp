#include "ui/session/run_colours.h"

#include "ui/charts/series_colours.h"

namespace rudolph {

int RunColours::indexOf(const QString& run_folder) {
    const auto known = indices_.constFind(run_folder);
    if (known != indices_.constEnd())
        return *known;
    const auto index = static_cast<int>(indices_.size());
    indices_.insert(run_folder, index);
    return index;
}

QColor RunColours::colour(const QString& run_folder, const QPalette& palette) {
    return seriesColour(indexOf(run_folder), palette);
}

bool RunColours::isDashed(const QString& run_folder) {
    return indexOf(run_folder) / kSeriesColours % 2 == 1;
}

}  // namespace rudolph
