#include "core/train/run_log.h"

#include <gtest/gtest.h>

#include <memory>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/runs/run_reader.h"
#include "tests/core/runs/example_runs.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

TEST(RunLog, OfEquallyGoodEpochsTheFirstStaysTheBest) {
    const test::TempDir dir;
    const TrainJob job{preset("nose-tip"), std::make_shared<Dataset>(test::two_faces()),
                       dir.path()};
    RunLog log(job, test::kSplit);
    const auto epoch = [&log](int number, double nme) {
        return log.epoch({.epoch = number, .nme = nme}, {}, "weights " + std::to_string(number))
            .best;
    };
    EXPECT_TRUE(epoch(1, 0.2));
    EXPECT_TRUE(epoch(2, 0.1));
    EXPECT_FALSE(epoch(3, 0.1));
    EXPECT_FALSE(epoch(4, 0.15));
    EXPECT_EQ(log.epochs_since_best(), 2);
    log.save();
    EXPECT_EQ(read_file(log.folder() / "best.safetensors"), "weights 2");
    EXPECT_EQ(read_file(log.folder() / "last.safetensors"), "weights 4");
    // Also when the run goes on.
    const TrainJob more{job.experiment, job.dataset, dir.path(), log.folder()};
    EXPECT_EQ(RunLog(more, test::kSplit, log.epochs()).epochs_since_best(), 2);
}

TEST(RunLog, WhatIsNotSavedYetIsSavedWhenTheTrainingFails) {
    const test::TempDir dir;
    const TrainJob job{preset("nose-tip"), std::make_shared<Dataset>(test::two_faces()),
                       dir.path()};
    RunLog log(job, test::kSplit);
    log.epoch({.epoch = 1, .nme = 0.2}, {}, "weights 1");
    EXPECT_EQ(read_run(log.folder()).summary.epochs_done, 0) << "what is there is whole";
    log.fail("it diverged");
    const RunRecord run = read_run(log.folder());
    EXPECT_EQ(run.summary.state, RunState::Failed);
    EXPECT_EQ(run.summary.message, "it diverged");
    EXPECT_EQ(run.summary.best_epoch, 1);
    EXPECT_EQ(run.epochs.size(), 1U);
    EXPECT_EQ(read_file(log.folder() / "best.safetensors"), "weights 1");
}

TEST(RunLog, WhereNothingCanBeSavedTheSummaryTellsOfWhatIsThere) {
    const test::TempDir dir;
    const TrainJob job{preset("nose-tip"), std::make_shared<Dataset>(test::two_faces()),
                       dir.path()};
    RunLog log(job, test::kSplit);
    EvaluationReport report;
    report.nme = 0.2;
    log.epoch({.epoch = 1, .nme = 0.2}, report, "weights 1");
    log.save();
    report.nme = 0.1;
    log.epoch({.epoch = 2, .nme = 0.1}, report, "weights 2");
    std::filesystem::remove(log.folder() / "best.safetensors");
    std::filesystem::create_directories(log.folder() / "best.safetensors" / "in the way");
    EXPECT_THROW(log.save(), Error);
    log.fail("the disk is full");
    const RunRecord run = read_run(log.folder());
    EXPECT_EQ(run.summary.state, RunState::Failed);
    EXPECT_EQ(run.summary.best_epoch, 1);
    EXPECT_DOUBLE_EQ(run.summary.nme, 0.2);
}

}  // namespace
}  // namespace rudolph
