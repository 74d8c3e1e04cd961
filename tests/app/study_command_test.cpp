#include <gmock/gmock.h>
#include <signal.h>

#include <cmath>
#include <map>

#include "core/base/file.h"
#include "core/runs/run_places.h"
#include "core/runs/run_reader.h"
#include "core/study/study.h"
#include "tests/app/run_program.h"
#include "tests/app/trained_run.h"

namespace rudolph::test {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

class StudyCommand : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_EQ(run_program({"demo-faces", "faces", "--people", "6"}, dir_.path()).status, 0);
    }

    ProgramResult study(std::vector<std::string> arguments) const {
        arguments.insert(arguments.begin(), "study");
        return run_program(arguments, dir_.path());
    }
    std::vector<std::string> experiment(const std::string& runs, const std::string& epochs) const {
        return {"nose-tip",
                "--data",
                "faces",
                "--runs",
                runs,
                "--set",
                "epochs=" + epochs,
                "precision=exact",
                "split.method=share",
                "split.validation_share=0.5"};
    }
    std::vector<std::string> with(std::vector<std::string> arguments,
                                  std::vector<std::string> more) const {
        arguments.insert(arguments.end(), more.begin(), more.end());
        return arguments;
    }

    TempDir dir_;
};

TEST_F(StudyCommand, TrainsEverySeedAndTellsTheirSpread) {
    const ProgramResult result = study(with(experiment("runs", "2"), {"--seeds", "3"}));
    ASSERT_EQ(result.status, 0) << result.err;
    EXPECT_THAT(result.out, AllOf(HasSubstr("seed 1"), HasSubstr("seed 3"), HasSubstr("(95 %)"),
                                  HasSubstr("from run to run")));
    const fs::path folder = only_run(dir_ / "runs");
    EXPECT_THAT(folder.filename().string(), HasSubstr("nose-tip-3-seeds-"));
    const StudyRuns runs = runs_of_study(folder, read_study(folder));
    EXPECT_EQ(runs.done(), 3);
    double mean = 0;
    for (int part = 0; part < 3; ++part) {
        const auto& run = runs.parts[static_cast<size_t>(part)];
        ASSERT_TRUE(run);
        EXPECT_EQ(run->experiment.seed, static_cast<std::uint64_t>(part + 1));
        mean += run->summary.nme / 3;
    }
    const Json shown = Json::parse(study({"--show", folder.string(), "--json"}).out);
    EXPECT_NEAR(shown.at("mean").get<double>(), mean, 1e-12);
    EXPECT_LT(shown.at("low").get<double>(), mean);
    EXPECT_GT(shown.at("high").get<double>(), mean);
    // Its runs stand among the others.
    EXPECT_EQ(list_runs(dir_ / "runs").runs.size(), 3U);
}

TEST_F(StudyCommand, TrainsBesideEachOtherToTheSameFigures) {
    const auto errors = [&](const std::string& runs, const std::string& at_once) {
        const ProgramResult result =
            study(with(experiment(runs, "2"), {"--seeds", "3", "--at-once", at_once}));
        EXPECT_EQ(result.status, 0) << result.err;
        EXPECT_THAT(result.out, HasSubstr("seed 3"));
        std::map<std::uint64_t, double> found;
        for (const RunRecord& run : list_runs(dir_ / runs).runs)
            found[run.experiment.seed] = run.summary.nme;
        return found;
    };
    const auto one_by_one = errors("alone", "1");
    EXPECT_EQ(one_by_one.size(), 3U);
    EXPECT_EQ(errors("beside", "2"), one_by_one);
}

TEST_F(StudyCommand, KeepsAllThatTrainBesideEachOtherWhenStopped) {
    ASSERT_EQ(study(with(experiment("runs", "1"), {"--seeds", "3"})).status, 0);
    // The finished run that is left lets the others begin beside each other, for very long.
    const fs::path folder = only_run(dir_ / "runs");
    for (const RunRecord& run : list_runs(folder).runs)
        if (run.experiment.seed > 1)
            fs::remove_all(run.folder);
    Experiment longer = read_run_experiment(folder);
    longer.epochs = 3000;
    write_run_experiment(folder, longer);
    Program program({"study", "--resume", folder.string(), "--json", "--at-once", "2"},
                    dir_.path());
    for (const char* part : {"seed 2", "seed 3"})
        ASSERT_TRUE(program.wait_for_output(std::string("\"part\":\"") + part));
    program.send(SIGINT);
    EXPECT_EQ(program.wait().status, 130);
    int stopped = 0;
    for (const RunRecord& run : list_runs(folder).runs)
        stopped += run.summary.state == RunState::Stopped ? 1 : 0;
    EXPECT_EQ(stopped, 2);
}

TEST_F(StudyCommand, ValidatesEveryFaceOnceOverTheFolds) {
    const ProgramResult result = study(with(experiment("runs", "1"), {"--folds", "3"}));
    ASSERT_EQ(result.status, 0) << result.err;
    std::set<std::string> faces;
    for (const RunRecord& run : list_runs(dir_ / "runs").runs)
        for (const CasePrediction& face : read_predictions(run.folder))
            EXPECT_TRUE(faces.insert(face.result.sample_id).second) << face.result.sample_id;
    EXPECT_EQ(faces.size(), 36U);
}

TEST_F(StudyCommand, GoesOnAfterAKillAndGivesTheSame) {
    ASSERT_EQ(study(with(experiment("whole", "6"), {"--seeds", "2"})).status, 0);
    {
        auto arguments = with(experiment("killed", "6"), {"--seeds", "2"});
        arguments.insert(arguments.begin(), "study");
        Program program(arguments, dir_.path());
        ASSERT_TRUE(program.wait_for_output("epoch 3/6"));
        program.send(SIGKILL);
        program.wait();
    }
    const fs::path folder = only_run(dir_ / "killed");
    const ProgramResult shown = study({"--show", folder.string()});
    EXPECT_THAT(shown.out, AllOf(HasSubstr("not trained yet"), HasSubstr("--resume")));
    const ProgramResult resumed = study({"--resume", folder.string()});
    ASSERT_EQ(resumed.status, 0) << resumed.err;
    const fs::path whole = only_run(dir_ / "whole");
    const StudyRuns first = runs_of_study(whole, read_study(whole));
    const StudyRuns second = runs_of_study(folder, read_study(folder));
    for (size_t part = 0; part < 2; ++part) {
        ASSERT_TRUE(first.parts[part] && second.parts[part]);
        EXPECT_EQ(first.parts[part]->summary.nme, second.parts[part]->summary.nme);
    }
    EXPECT_EQ(list_runs(folder).runs.size(), 2U);
}

TEST_F(StudyCommand, ComparesTwoStudiesInWords) {
    ASSERT_EQ(study(with(experiment("runs", "1"), {"--seeds", "3"})).status, 0);
    const fs::path first = only_run(dir_ / "runs");
    ASSERT_EQ(study(with(experiment("more", "3"), {"--seeds", "3"})).status, 0);
    const fs::path second = only_run(dir_ / "more");
    const ProgramResult result = study({"--compare", first.string(), second.string()});
    ASSERT_EQ(result.status, 0) << result.err;
    EXPECT_THAT(result.out, AllOf(HasSubstr("points"), HasSubstr("give or take")));
    const Json json =
        Json::parse(study({"--compare", first.string(), second.string(), "--json"}).out);
    EXPECT_TRUE(json.at("paired").get<bool>());
    EXPECT_TRUE(json.at("knows_seeds").get<bool>());
    const auto mean_of = [&](const fs::path& folder) {
        return Json::parse(study({"--show", folder.string(), "--json"}).out)
            .at("mean")
            .get<double>();
    };
    EXPECT_NEAR(json.at("difference").get<double>(), mean_of(second) - mean_of(first), 1e-9);
}

TEST_F(StudyCommand, SaysWhatItNeedsAndLeavesNothingBehind) {
    for (const auto& [arguments, words] :
         std::vector<std::pair<std::vector<std::string>, std::string>>{
             {experiment("runs", "1"), "say one of --seeds"},
             {with(experiment("runs", "1"), {"--seeds", "3", "--folds", "3"}),
              "say one of --seeds"},
             {with(experiment("runs", "1"), {"--seeds", "1"}), "--seeds"},
             {with(experiment("runs", "1"), {"--folds", "9"}), "6 people for 9 folds"},
             {{"--resume", "nowhere"}, "there is no study here"},
             {{"--show", "faces", "--failed-again"}, "--failed-again goes with --resume"},
             {{"--resume", "nowhere", "nose-tip"}, "goes on with the experiment it has"},
             {{"--show", "faces"}, "there is no study here"}}) {
        const ProgramResult result = study(arguments);
        EXPECT_NE(result.status, 0);
        EXPECT_THAT(result.err, HasSubstr(words));
    }
    EXPECT_FALSE(fs::exists(dir_ / "runs"));
}

}  // namespace
}  // namespace rudolph::test
