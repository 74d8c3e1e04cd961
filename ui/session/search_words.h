#pragma once

#include <QString>

#include "core/study/halving_search.h"
#include "ui/session/training_queue.h"

namespace rudolph {

/// A search in a line of the queue: "search goes on: 7 of 20", "search finished".
QString searchText(const HalvingSearch& search, QueuedTraining::State state);

/// How far it is: "7 of 20 tried, 4 stopped early, 85 of 300 epochs".
QString searchTip(const HalvingSearch& search);

/// What a search is training now: "Experiment 3 of 20, up to epoch 15 of 60".
QString searchStepText(const HalvingSearch& search, const HalvingStep& step);

/// How much a plan costs at most, in words; `experiments`: how many there are.
QString searchCostText(const HalvingPlan& plan, int experiments);

}  // namespace rudolph
