// A training that is killed and gone on with, by the real program.
#include <gmock/gmock.h>
#include <signal.h>

#include <random>
#include <thread>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/runs/run.h"
#include "core/runs/run_reader.h"
#include "tests/app/run_program.h"
#include "tests/app/trained_run.h"

namespace rudolph::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

class ResumeCommand : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_EQ(run_program({"demo-faces", "faces", "--people", "8"}, dir_.path()).status, 0);
    }

    static std::vector<std::string> training(const std::string& runs) {
        return {"train",
                "nose-tip",
                "--data",
                "faces",
                "--runs",
                runs,
                "--json",
                "--set",
                "epochs=15",
                "threads=1",
                "precision=float32",
                "average_decay=0.9",
                "schedule.kind=one-cycle"};
    }

    /// Without the times, which differ.
    static std::vector<EpochMetrics> metrics_in(const fs::path& run) {
        auto epochs = read_run(run).epochs;
        for (EpochMetrics& epoch : epochs)
            epoch.seconds = 0;
        return epochs;
    }

    TempDir dir_;
};

TEST_F(ResumeCommand, GivesTheSameNumbersAfterAKillAtAnyMoment) {
    ASSERT_EQ(run_program(training("whole"), dir_.path()).status, 0);
    const fs::path whole = only_run(dir_ / "whole");
    for (unsigned seed = 1; seed <= 5; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random(seed);
        const std::string runs = "killed" + std::to_string(seed);
        {
            Program program(training(runs), dir_.path());
            const unsigned epoch = random() % 5;
            ASSERT_TRUE(program.wait_for_output(epoch == 0 ? "\"start\""
                                                           : "\"epoch\":" + std::to_string(epoch)));
            std::this_thread::sleep_for(std::chrono::milliseconds(random() % 40));
            program.send(SIGKILL);
            program.wait();
        }
        const fs::path run = only_run(dir_ / runs);
        ASSERT_EQ(read_run(run).summary.state, RunState::Interrupted);
        const ProgramResult resumed =
            run_program({"train", "--resume", run.string(), "--json"}, dir_.path());
        ASSERT_EQ(resumed.status, 0) << resumed.err;
        EXPECT_EQ(metrics_in(run), metrics_in(whole));
        EXPECT_EQ(read_file(run / "best.safetensors"), read_file(whole / "best.safetensors"));
    }
}

TEST_F(ResumeCommand, ExtendsAFinishedRunAndSaysWhatItNeeds) {
    ASSERT_EQ(run_program(training("runs"), dir_.path()).status, 0);
    const std::string run = only_run(dir_ / "runs").string();
    const ProgramResult nothing = run_program({"train", "--resume", run}, dir_.path());
    EXPECT_EQ(nothing.status, 1);
    EXPECT_THAT(nothing.err, HasSubstr("all 15 epochs of this run are done"));
    const ProgramResult more =
        run_program({"train", "--resume", run, "--epochs", "16"}, dir_.path());
    EXPECT_EQ(more.status, 0) << more.err;
    EXPECT_THAT(more.out, HasSubstr("after 15 epochs"));
    EXPECT_THAT(more.out, HasSubstr("epoch 16/16"));
    const ProgramResult both = run_program({"train", "nose-tip", "--resume", run}, dir_.path());
    EXPECT_EQ(both.status, 2);
}

}  // namespace
}  // namespace rudolph::test
