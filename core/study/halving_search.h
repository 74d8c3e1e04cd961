#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/json_fwd.h"
#include "core/experiment/experiment.h"
#include "core/experiment/successive_halving.h"
#include "core/runs/run.h"

namespace rudolph {

/// One experiment of a search.
struct SearchTrial {
    Experiment experiment;
    std::filesystem::path run = {};  ///< its folder, once there is one
    HalvingTrial progress = {};
};

/// Experiments that are searched by successive halving, and how far each is. It can be written down
/// after every step and goes on from there.
struct HalvingSearch {
    std::string name;  ///< of the experiment that they were made from
    HalvingPlan plan;
    std::vector<SearchTrial> trials;
    int current = -1;  ///< the trial that is being trained, or was when the program ended; −1: none

    std::vector<HalvingTrial> progress() const;
};

/// All with the experiment's name, epochs and data. Throws Error when the plan is not right, there
/// are no experiments, or they differ in their epochs: these are what a search gives out.
HalvingSearch make_search(const std::string& name, const HalvingPlan& plan,
                          const std::vector<Experiment>& experiments);

Json to_json(const HalvingSearch& search);
/// Throws Error naming the file when it is none.
HalvingSearch search_from_json(const Json& json, const std::filesystem::path& file);

/// Takes over what a run has come to.
void take_run(SearchTrial& trial, const RunRecord& run);
/// Takes over what the current trial came to before the program ended, as its run folder has it,
/// and sets `current` to −1. A run that was killed in its first epoch begins anew, one that is gone
/// or cannot be read has failed.
void settle_current(HalvingSearch& search);

/// Experiments with a run, of those that were stopped early, and that failed.
struct SearchCounts {
    int tried = 0;
    int stopped_early = 0;
    int finished = 0;
    int failed = 0;
};
SearchCounts counts_of(const HalvingSearch& search);

/// What a run's summary is to say.
struct SearchVerdict {
    std::filesystem::path run;
    int better = 0;          ///< of the others that came as far
    int compared = 0;        ///< the others that came as far
    bool by_budget = false;  ///< it was good enough to go on, but the budget is used up
};

/// Of every trial that was stopped and has not failed. `over`: the search has ended, so what is
/// good enough was stopped by the budget; else that is left out, as it will go on.
std::vector<SearchVerdict> verdicts_of(const HalvingSearch& search, bool over);

/// Writes into the summaries of the runs that they were stopped early, and why: "stopped early at
/// epoch 8 of 60: 14 of 19 others were better". Runs that are gone, go on or are finished are left
/// alone. Throws Error when one cannot be written.
void write_verdicts(const std::vector<SearchVerdict>& verdicts);

}  // namespace rudolph
