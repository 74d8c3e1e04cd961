#include "core/study/halving_search.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/base/nan.h"
#include "core/runs/run_files.h"
#include "core/runs/run_reader.h"

namespace rudolph {
namespace fs = std::filesystem;

std::vector<HalvingTrial> HalvingSearch::progress() const {
    std::vector<HalvingTrial> all;
    all.reserve(trials.size());
    for (const SearchTrial& trial : trials)
        all.push_back(trial.progress);
    return all;
}

HalvingSearch make_search(const std::string& name, const HalvingPlan& plan,
                          const std::vector<Experiment>& experiments) {
    if (experiments.empty())
        throw Error("there are no experiments to search among");
    HalvingSearch search{name, plan, {}};
    search.plan.epochs = experiments.front().epochs;
    require_valid(search.plan);
    for (const Experiment& experiment : experiments) {
        if (experiment.epochs != search.plan.epochs)
            throw Error("epochs: successive halving itself chooses how many each experiment gets",
                        {}, "sweep over another setting");
        search.trials.push_back({experiment});
    }
    return search;
}

Json to_json(const HalvingSearch& search) {
    Json trials = Json::array();
    for (const SearchTrial& trial : search.trials) {
        Json errors = Json::array();
        for (const double error : trial.progress.errors)
            errors.push_back(std::isfinite(error) ? Json(error) : Json());
        trials.push_back({{"experiment", to_json(trial.experiment)},
                          {"run", trial.run.string()},
                          {"errors", errors},
                          {"seconds", trial.progress.seconds},
                          {"finished", trial.progress.finished},
                          {"failed", trial.progress.failed}});
    }
    const HalvingPlan& plan = search.plan;
    return {{"name", search.name},
            {"first", plan.first},
            {"factor", plan.factor},
            {"epochs", plan.epochs},
            {"most_epochs", plan.most_epochs},
            {"most_seconds", plan.most_seconds},
            {"current", search.current},
            {"trials", trials}};
}

HalvingSearch search_from_json(const Json& json, const fs::path& file) {
    try {
        HalvingSearch search;
        search.name = json.at("name").get<std::string>();
        json.at("first").get_to(search.plan.first);
        json.at("factor").get_to(search.plan.factor);
        json.at("epochs").get_to(search.plan.epochs);
        json.at("most_epochs").get_to(search.plan.most_epochs);
        json.at("most_seconds").get_to(search.plan.most_seconds);
        json.at("current").get_to(search.current);
        for (const Json& entry : json.at("trials")) {
            SearchTrial trial{experiment_from_json(entry.at("experiment"), file)};
            trial.run = entry.at("run").get<std::string>();
            for (const Json& error : entry.at("errors"))
                trial.progress.errors.push_back(error.is_null() ? kNaN : error.get<double>());
            entry.at("seconds").get_to(trial.progress.seconds);
            entry.at("finished").get_to(trial.progress.finished);
            entry.at("failed").get_to(trial.progress.failed);
            search.trials.push_back(std::move(trial));
        }
        require_valid(search.plan);
        if (search.current < -1 || search.current >= static_cast<int>(search.trials.size()))
            throw Error("the trial that is trained is none of its own", {file});
        return search;
    } catch (const Json::exception& error) {
        throw Error(std::string("not a search: ") + error.what(), {file});
    }
}

void take_run(SearchTrial& trial, const RunRecord& run) {
    trial.run = run.folder;
    trial.progress.errors.clear();
    for (const EpochMetrics& epoch : run.epochs)
        trial.progress.errors.push_back(ranking_error(epoch));
    trial.progress.seconds = run.summary.seconds;
    trial.progress.finished = run.summary.state == RunState::Finished;
    trial.progress.failed = run.summary.state == RunState::Failed;
}

void settle_current(HalvingSearch& search) {
    if (search.current < 0)
        return;
    SearchTrial& trial = search.trials[static_cast<size_t>(search.current)];
    search.current = -1;
    if (trial.run.empty())
        return;
    try {
        const RunRecord run = read_run(trial.run);
        take_run(trial, run);
        // Killed in its first epoch: there is nothing to go on from.
        if (run.epochs.empty() && !trial.progress.failed &&
            (run.summary.state != RunState::Stopped || !is_there(trial.run / kCheckpointFile)))
            trial.run.clear();
    } catch (const Error&) {
        // What it has cost stays known.
        trial.progress.failed = true;
    }
}

SearchCounts counts_of(const HalvingSearch& search) {
    SearchCounts counts;
    const std::vector<HalvingTrial> progress = search.progress();
    for (size_t i = 0; i < progress.size(); ++i) {
        const HalvingTrial& trial = progress[i];
        if (trial.failed)
            ++counts.failed;
        else if (trial.finished)
            ++counts.finished;
        else if (const HalvingStanding standing =
                     halving_standing(search.plan, progress, static_cast<int>(i));
                 standing.epochs > 0 && !standing.may_go_on)
            ++counts.stopped_early;
        if (trial.failed || trial.finished || !trial.errors.empty())
            ++counts.tried;
    }
    return counts;
}

std::vector<SearchVerdict> verdicts_of(const HalvingSearch& search, bool over) {
    std::vector<SearchVerdict> verdicts;
    const std::vector<HalvingTrial> progress = search.progress();
    for (size_t i = 0; i < progress.size(); ++i) {
        const HalvingTrial& trial = progress[i];
        if (trial.failed || trial.finished || trial.errors.empty() || search.trials[i].run.empty())
            continue;
        const HalvingStanding standing =
            halving_standing(search.plan, progress, static_cast<int>(i));
        // Broken off before its rung.
        const bool between = static_cast<int>(trial.errors.size()) > standing.epochs;
        const bool good = standing.may_go_on || between;
        if (good && !over)
            continue;
        verdicts.push_back({search.trials[i].run, standing.better, standing.compared, good});
    }
    return verdicts;
}

void write_verdicts(const std::vector<SearchVerdict>& verdicts) {
    for (const SearchVerdict& verdict : verdicts) {
        if (!is_there(verdict.run / kSummaryFile))
            continue;
        const RunRecord run = read_run(verdict.run);
        RunSummary summary = run.summary;
        const bool stopped =
            summary.state == RunState::Stopped || summary.state == RunState::StoppedEarly;
        if (!stopped && summary.state != RunState::Interrupted)
            continue;
        summary.state = RunState::StoppedEarly;
        summary.others_better = verdict.by_budget ? 0 : verdict.better;
        summary.others_compared = verdict.by_budget ? 0 : verdict.compared;
        summary.message =
            "stopped early at epoch " + std::to_string(summary.epochs_done) + " of " +
            std::to_string(run.experiment.epochs) + ": " +
            (verdict.by_budget ? "the budget of the search was used up"
                               : std::to_string(verdict.better) + " of " +
                                     std::to_string(verdict.compared) + " others were better");
        if (summary != run.summary)
            write_file(verdict.run / kSummaryFile, summary_text(summary));
    }
}

}  // namespace rudolph
