#pragma once

#include <string>

#include "core/runs/run.h"

namespace rudolph {

enum class RunDetail { Summary, Everything };

/// What happened in one epoch, with metrics.csv's names.
Json epoch_json(const EpochMetrics& epoch);
/// A run for machines; Everything adds the experiment and the epochs.
Json run_json(const RunRecord& run, RunDetail detail = RunDetail::Summary);

/// "3.10 px on average, 4.3 times better than always answering the training mean (13.3 px)"
std::string better_than_constant_text(const RunSummary& summary);

/// "0.93 of the true variance, 99.2 % of turned heads turn the right way"; empty when not known.
std::string shapes_text(double shape_variance_ratio, double turn_right_share);

}  // namespace rudolph
