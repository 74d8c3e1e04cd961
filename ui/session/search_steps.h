#pragma once

#include <QString>
#include <filesystem>
#include <optional>
#include <vector>

#include "core/study/halving_search.h"
#include "ui/session/training_queue.h"

namespace rudolph {

/// A training that a search in the queue wants.
struct SearchStep {
    Experiment experiment;
    std::filesystem::path resume = {};  ///< empty: a new run
    int until = 0;                      ///< epochs
    /// The most that its run may have taken when it is broken off, in seconds; empty: no limit.
    std::optional<double> most_seconds = {};
    QString text = {};  ///< "Experiment 3 of 20, up to epoch 15"
};

/// Leads the searches of the queue from step to step, and keeps in the queue how far they are.
class SearchSteps {
public:
    explicit SearchSteps(TrainingQueue* queue) : queue_(queue) {}

    bool isSearch(std::optional<int> row) const { return row && queue_->at(*row).search; }
    /// What is to be trained next; none: the search is over.
    std::optional<SearchStep> next(int row);
    /// The step's run has a folder.
    void takeFolder(int row, const std::filesystem::path& run);
    /// The step is over, or was broken off before its rung; what its run is to say, if others were
    /// better.
    std::vector<SearchVerdict> take(int row, const RunRecord& run, bool broken_off);
    /// The step failed. False when nothing of this search can be trained, as when its data are
    /// gone: it then is as before.
    bool fail(int row);
    /// What the runs of a search that is over are to say.
    std::vector<SearchVerdict> lastVerdicts(int row) const;
    /// The best run's folder; empty: there is none.
    std::filesystem::path best(int row) const;

private:
    const HalvingSearch& at(int row) const { return *queue_->at(row).search; }

    TrainingQueue* queue_;
};

}  // namespace rudolph
