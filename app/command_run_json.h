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

/// A row on how well the network knows shapes; nothing where that is not known.
void print_shapes(double shape_variance_ratio, double turn_right_share);

}  // namespace rudolph
