#include "core/train/run_log.h"

#include <gtest/gtest.h>

#include <memory>

#include "core/base/file.h"
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
    EXPECT_EQ(read_file(log.folder() / "best.safetensors"), "weights 2");
    // Also when the run goes on.
    const TrainJob more{job.experiment, job.dataset, dir.path(), log.folder()};
    EXPECT_EQ(RunLog(more, test::kSplit, log.epochs()).epochs_since_best(), 2);
}

}  // namespace
}  // namespace rudolph
