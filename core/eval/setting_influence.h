#pragma once

#include <cstdint>
#include <vector>

#include "core/base/cancel_token.h"

namespace rudolph {

/// One setting of many runs, as numbers.
struct SettingValues {
    std::vector<double> values;  ///< one for each run; NaN: it does not apply there
    bool is_category = false;    ///< the values name something: 0, 1, … have no order
};

struct SettingInfluence {
    int setting = 0;
    /// By how much the squared error of predictions grows when the runs' values of this setting are
    /// exchanged among them, as a share of the variance of what is predicted: 0 and below is none.
    /// The mean of several repeats.
    double share = 0;
    double deviation = 0;  ///< standard deviation of the repeats

    /// Whether it stands out of the noise of the repeats.
    bool is_seen() const { return share > 0.01 && share > 2 * deviation; }
    bool operator==(const SettingInfluence&) const = default;
};

struct Influences {
    int runs = 0;         ///< that have an error, and so count
    int runs_needed = 0;  ///< with fewer the order is worth little
    /// Share of the variance of runs that were left out that the settings tell; NaN: not computed,
    /// below 0: nothing.
    double explained = 0;
    std::vector<SettingInfluence> settings = {};  ///< most influential first; empty: too few runs

    bool too_few() const { return runs < runs_needed; }
    bool operator==(const Influences&) const = default;
};

/// Below so many runs nothing is computed.
inline constexpr int kFewestRunsForInfluence = 6;

/// Which settings tell how well a run does: permutation importance (L. Breiman, Random Forests,
/// Machine Learning 45, 2001, section 10) in random forests of regression trees, always on runs
/// that a forest was not made of (five-fold cross-validation, repeated with other folds), so that a
/// setting that merely fits noise is none. `errors` are above 0, smaller is better, NaN where a run
/// has none; their logarithms are predicted, so that one run that has diverged does not count for
/// all. A setting that is the same in all runs has no influence. Settings that were changed
/// together share theirs. The same input gives the same answer. Ten runs and four for each setting
/// are needed.
Influences setting_influences(const std::vector<SettingValues>& settings,
                              const std::vector<double>& errors, const CancelToken& cancel = {});

}  // namespace rudolph
