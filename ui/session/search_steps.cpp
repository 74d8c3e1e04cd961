#include "ui/session/search_steps.h"

#include <algorithm>

#include "ui/session/search_words.h"

namespace rudolph {
namespace {

/// So many that fail before there is a run, and none that got further: it is not the experiments.
constexpr auto kHopeless = 3;

}  // namespace

std::optional<SearchStep> SearchSteps::next(int row) {
    HalvingSearch search = at(row);
    settle_current(search);
    const auto step = next_halving_step(search.plan, search.progress());
    if (step)
        search.current = step->trial;
    queue_->setSearch(row, search);
    if (!step)
        return std::nullopt;
    const SearchTrial& trial = search.trials[static_cast<size_t>(step->trial)];
    SearchStep wanted{trial.experiment, trial.run, step->until};
    wanted.text = searchStepText(search, *step);
    if (search.plan.most_seconds > 0) {
        wanted.most_seconds = search.plan.most_seconds;
        for (const SearchTrial& other : search.trials)
            if (&other != &trial)
                *wanted.most_seconds -= other.progress.seconds;
    }
    return wanted;
}

void SearchSteps::takeFolder(int row, const std::filesystem::path& run) {
    HalvingSearch search = at(row);
    if (search.current < 0)
        return;
    search.trials[static_cast<size_t>(search.current)].run = run;
    queue_->setSearch(row, search);
}

std::vector<SearchVerdict> SearchSteps::take(int row, const RunRecord& run, bool broken_off) {
    HalvingSearch search = at(row);
    if (search.current < 0)
        return {};
    SearchTrial& trial = search.trials[static_cast<size_t>(search.current)];
    search.current = -1;
    const HalvingTrial before = trial.progress;
    if (!run.folder.empty())
        take_run(trial, run);
    // What ends again and again without an epoch must not be tried for ever.
    if (!broken_off && !trial.progress.finished &&
        trial.progress.errors.size() <= before.errors.size())
        trial.progress.failed = true;
    queue_->setSearch(row, search);
    std::vector<SearchVerdict> verdicts;
    if (!broken_off)
        verdicts = verdicts_of(search, false);
    std::erase_if(verdicts, [&](const SearchVerdict& each) { return each.run != trial.run; });
    return verdicts;
}

bool SearchSteps::fail(int row) {
    HalvingSearch search = at(row);
    if (search.current < 0)
        return false;
    const auto failed_one = static_cast<size_t>(search.current);
    settle_current(search);
    search.trials[failed_one].progress.failed = true;
    const auto any = [&](auto&& is) {
        return std::count_if(search.trials.begin(), search.trials.end(), is);
    };
    const auto began = any([](const SearchTrial& each) { return !each.run.empty(); });
    const auto failed = any([](const SearchTrial& each) { return each.progress.failed; });
    const bool is_hopeless =
        began == 0 && (failed >= kHopeless || failed == std::ssize(search.trials));
    if (is_hopeless)
        for (SearchTrial& each : search.trials)
            each.progress.failed = false;
    queue_->setSearch(row, search);
    return !is_hopeless;
}

std::vector<SearchVerdict> SearchSteps::lastVerdicts(int row) const {
    return verdicts_of(at(row), true);
}

std::filesystem::path SearchSteps::best(int row) const {
    const HalvingSearch& search = at(row);
    const auto best = best_halving_trial(search.plan, search.progress());
    return best ? search.trials[static_cast<size_t>(*best)].run : std::filesystem::path();
}

}  // namespace rudolph
