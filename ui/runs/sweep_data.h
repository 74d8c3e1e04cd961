#pragma once

#include <QString>
#include <QStringList>
#include <QVector>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/eval/setting_influence.h"
#include "core/eval/study_statistics.h"
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
    /// That differ among the runs; the most influential first, where that is known, else in the
    /// order of the form.
    std::vector<SweepColumn> settings;
    std::vector<SweepColumn> figures;  ///< that at least one run has
    /// SettingInfluence::setting is the place in `settings`.
    Influences influences;
    /// Runs were stopped early: influences are of the errors up to the epoch that all came to. 0:
    /// of those at their ends.
    int compared_epoch = 0;
    int best = -1;  ///< the run with the lowest NME; −1: none has one
    /// Of the best; no interval where its predictions cannot be read. Of a study that of the mean
    /// of its runs.
    MeanOverPersons best_nme;
    int best_runs = 0;  ///< the best is a study of so many finished runs; 0: a run
};

/// What scatter plots, bars of influence and parallel coordinates are drawn from. Takes a while
/// with many runs; any thread.
SweepData sweepData(const std::vector<RunEntryPtr>& runs, const CancelToken& cancel = {});

}  // namespace rudolph
