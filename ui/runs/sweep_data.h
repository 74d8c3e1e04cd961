#pragma once

#include <QString>
#include <QStringList>
#include <QVector>
#include <vector>

#include "core/runs/run_index.h"

namespace rudolph {

/// One setting, or one figure, of many runs.
struct SweepColumn {
    QString key;               ///< "optimiser.learning_rate", "nme"
    QString title;             ///< with its unit: "Learning rate", "NME, %"
    QVector<double> values;    ///< one for each run; NaN: not known, or the setting does not apply
    QStringList categories;    ///< of a setting that is no number: the names of 0, 1, …
    bool logarithmic = false;  ///< its values spread over more than a decade
};

struct SweepData {
    std::vector<SweepColumn> settings;  ///< that differ among the runs
    std::vector<SweepColumn> figures;   ///< that at least one run has
};

/// What scatter plots and parallel coordinates are drawn from. Takes a while with thousands of
/// runs; any thread.
SweepData sweepData(const std::vector<RunEntryPtr>& runs);

}  // namespace rudolph
