#pragma once

#include <QColor>
#include <QHash>
#include <QPalette>
#include <QString>

namespace rudolph {

/// The same run has the same colour on every page: given out in the order in which runs are first
/// drawn, for as long as the studio is open. Owned by the session; main thread only.
class RunColours {
public:
    /// Which of the series a run is, from 0. Beyond kSeriesColours colours repeat.
    int indexOf(const QString& run_folder);
    QColor colour(const QString& run_folder, const QPalette& palette);
    /// Whether its line is dashed to tell it from an earlier run with its colour.
    bool isDashed(const QString& run_folder);

private:
    QHash<QString, int> indices_;
};

}  // namespace rudolph
