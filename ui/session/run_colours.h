#pragma once

#include <QColor>
#include <QHash>
#include <QPalette>
#include <QString>
#include <QTimer>
#include <array>

#include "ui/base/palette.h"

namespace rudolph {

/// A run has the same colour on every page and for good: it gets the first that none of the runs
/// beside it has, the rarest when all are taken, when it is first drawn, and that is remembered by
/// its folder. Owned by the session; main thread only.
class RunColours {
public:
    RunColours();
    ~RunColours();

    /// Which of the series a run is, from 0 to kSeriesStyles - 1.
    int indexOf(const QString& run_folder);
    QColor colour(const QString& run_folder, const QPalette& palette);
    /// Whether its line is dashed to tell it from a run whose colour has a similar shade.
    bool isDashed(const QString& run_folder);

private:
    using Counts = std::array<int, kSeriesStyles>;  ///< runs of each style
    void save();

    QHash<QString, int> indices_;
    QHash<QString, Counts> used_;  ///< by the folder that holds the runs
    QTimer saving_;                ///< one write for all the runs of a page
};

}  // namespace rudolph
