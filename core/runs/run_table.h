#pragma once

#include <string>
#include <vector>

#include "core/runs/run_index.h"

namespace rudolph {

/// A table of runs as CSV (RFC 4180, UTF-8) with a head of metrics.csv's and summary.json's names;
/// numbers with a decimal point in every locale, what is not known is an empty field. After them a
/// column for each setting that differs among the runs.
std::string runs_csv(const std::vector<RunEntryPtr>& runs);

/// "Learning rate 0.05 (0.001), …": the changes of a run against its preset in one line; "" when
/// there are none.
std::string changes_text(const std::vector<SettingRow>& changes);

}  // namespace rudolph
