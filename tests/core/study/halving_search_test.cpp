#include "core/study/halving_search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/base/nan.h"
#include "core/runs/run_files.h"
#include "core/runs/run_reader.h"
#include "core/runs/run_writer.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

struct HalvingSearchTest : testing::Test {
    HalvingSearchTest() {
        std::vector<Experiment> experiments(3);
        for (size_t i = 0; i < experiments.size(); ++i) {
            experiments[i].name = "größe " + std::to_string(i);
            experiments[i].epochs = 9;
            experiments[i].optimiser.learning_rate = 0.001 * static_cast<double>(i + 1);
        }
        search = make_search("größe", {.first = 2, .factor = 3, .most_epochs = 40}, experiments);
        dataset.root = dataset.source = folder.path();
        dataset.scheme.point_names = {"nose"};
        Sample face;
        face.id = "a";
        dataset.samples = {face, face};
        dataset.samples[1].id = "b";
    }

    /// A run of a trial with these NMEs after its epochs.
    fs::path write_run(int trial, const std::vector<double>& nmes, RunState state) {
        Split split;
        split.train = {0};
        split.validation = {1};
        const Experiment& experiment = search.trials[static_cast<size_t>(trial)].experiment;
        const RunWriter writer(folder / "runs", experiment, dataset, split);
        std::vector<EpochMetrics> epochs;
        for (const double nme : nmes)
            epochs.push_back({static_cast<int>(epochs.size()) + 1, 0.5, 0.25, 8, nme, 0.001, 1.5});
        writer.write_metrics(epochs);
        RunSummary summary;
        summary.state = state;
        summary.message = "stopped to be compared";
        summary.epochs_done = static_cast<int>(nmes.size());
        summary.seconds = 12;
        writer.write_summary(summary);
        return writer.folder();
    }
    void take(int trial, const std::vector<double>& nmes, RunState state = RunState::Stopped) {
        take_run(search.trials[static_cast<size_t>(trial)],
                 read_run(write_run(trial, nmes, state)));
    }
    RunSummary summary_of(int trial) const {
        return read_run(search.trials[static_cast<size_t>(trial)].run).summary;
    }

    test::TempDir folder;
    Dataset dataset;
    HalvingSearch search;
};

TEST_F(HalvingSearchTest, TakesTheEpochsOfItsExperimentsAndRefusesWhatItCannotSearch) {
    EXPECT_EQ(search.plan.epochs, 9);
    std::vector<Experiment> experiments(2);
    experiments[1].epochs = experiments[0].epochs + 1;
    EXPECT_THROW(make_search("a", {.first = 1}, experiments), Error);
    EXPECT_THROW(make_search("a", {.first = 1}, {}), Error);
    EXPECT_THROW(make_search("a", {.first = 9, .epochs = 100}, {search.trials[0].experiment}),
                 Error);
}

TEST_F(HalvingSearchTest, IsWrittenDownAndReadAgain) {
    take(0, {0.4, 0.35, 0.3});
    search.trials[0].progress.errors[1] = kNaN;
    take(1, {0.2, 0.1, 0.1}, RunState::Failed);
    search.current = 2;
    search.plan.most_seconds = 3600;
    const HalvingSearch again = search_from_json(to_json(search), "queue.json");
    EXPECT_EQ(again.plan, search.plan);
    EXPECT_EQ(again.name, search.name);
    EXPECT_EQ(again.current, 2);
    ASSERT_EQ(again.trials.size(), 3U);
    EXPECT_EQ(again.trials[0].experiment, search.trials[0].experiment);
    EXPECT_EQ(again.trials[0].run, search.trials[0].run);
    EXPECT_TRUE(std::isnan(again.trials[0].progress.errors[1]));
    EXPECT_EQ(again.trials[1].progress, search.trials[1].progress);
    EXPECT_TRUE(again.trials[1].progress.failed);
    Json broken = to_json(search);
    broken["current"] = 3;
    EXPECT_THROW(search_from_json(broken, "queue.json"), Error);
    broken.erase("trials");
    EXPECT_THROW(search_from_json(broken, "queue.json"), Error);
    EXPECT_THROW(search_from_json(Json::array(), "queue.json"), Error);
}

TEST_F(HalvingSearchTest, WritesIntoRunsThatTheyWereStoppedEarlyAndWhy) {
    take(0, {0.4, 0.3});
    take(1, {0.2, 0.1});
    take(2, {0.4, 0.2});
    // The best goes on: nothing is said of it.
    write_verdicts(verdicts_of(search, false));
    const RunSummary poor = summary_of(0);
    EXPECT_EQ(poor.state, RunState::StoppedEarly);
    EXPECT_EQ(poor.message, "stopped early at epoch 2 of 9: 2 of 2 others were better");
    EXPECT_EQ(poor.others_better, 2);
    EXPECT_EQ(poor.others_compared, 2);
    EXPECT_EQ(summary_of(2).others_better, 1);
    EXPECT_EQ(summary_of(1).state, RunState::Stopped);
    EXPECT_EQ(summary_of(1).message, "stopped to be compared");
    EXPECT_EQ(counts_of(search).stopped_early, 2);
    EXPECT_EQ(counts_of(search).tried, 3);
    // Unless the budget is used up.
    write_verdicts(verdicts_of(search, true));
    EXPECT_THAT(summary_of(1).message, HasSubstr("the budget of the search was used up"));
    EXPECT_EQ(summary_of(1).others_compared, 0);
    EXPECT_EQ(to_string(summary_of(1).state), "stopped early");
}

TEST_F(HalvingSearchTest, LeavesAloneWhatIsFinishedFailedGoneOrGoesOn) {
    take(0, {0.4, 0.3}, RunState::Finished);
    take(1, {0.2, 0.1}, RunState::Failed);
    take(2, {0.4, 0.2});
    EXPECT_EQ(verdicts_of(search, true).size(), 1U);
    const fs::path run = search.trials[2].run;
    std::vector<SearchVerdict> verdicts = {
        {search.trials[0].run, 1, 2}, {search.trials[1].run, 1, 2}, {folder / "no such run", 1, 2}};
    write_verdicts(verdicts);
    EXPECT_EQ(summary_of(0).state, RunState::Finished);
    EXPECT_EQ(summary_of(1).state, RunState::Failed);
    EXPECT_EQ(counts_of(search).failed, 1);
    EXPECT_EQ(counts_of(search).finished, 1);
}

TEST_F(HalvingSearchTest, KnowsAfterARestartHowFarTheRunWasThatItTrained) {
    search.trials[1].run = write_run(1, {0.4, 0.3, 0.2}, RunState::Running);
    // Its process is gone.
    Json summary = read_json(search.trials[1].run / kSummaryFile);
    summary["process"] = 999'999'999;
    write_json(search.trials[1].run / kSummaryFile, summary);
    search.current = 1;
    settle_current(search);
    EXPECT_EQ(search.current, -1);
    EXPECT_EQ(search.trials[1].progress.errors, (std::vector{0.4, 0.3, 0.2}));
    EXPECT_FALSE(search.trials[1].progress.failed);
    EXPECT_EQ(next_halving_step(search.plan, search.progress()), (HalvingStep{1, 6}));
}

TEST_F(HalvingSearchTest, BeginsAnewWhatWasKilledInItsFirstEpochAndGivesUpWhatIsGone) {
    search.trials[0].run = write_run(0, {}, RunState::Interrupted);
    search.current = 0;
    settle_current(search);
    EXPECT_TRUE(search.trials[0].run.empty());
    EXPECT_FALSE(search.trials[0].progress.failed);
    search.trials[1].run = write_run(1, {}, RunState::Stopped);
    write_file(search.trials[1].run / kCheckpointFile, "as far as it was");
    search.current = 1;
    settle_current(search);
    EXPECT_FALSE(search.trials[1].run.empty());
    take(2, {0.3, 0.2});
    fs::remove_all(search.trials[2].run);
    search.current = 2;
    settle_current(search);
    EXPECT_TRUE(search.trials[2].progress.failed);
    EXPECT_EQ(search.trials[2].progress.errors.size(), 2U);
}

}  // namespace
}  // namespace rudolph
