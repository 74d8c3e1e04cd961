#include "core/runs/run_places.h"

#include <gmock/gmock.h>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/runs/run_files.h"
#include "core/runs/run_reader.h"
#include "core/runs/share_run.h"
#include "tests/core/runs/example_runs.h"
#include "tests/support/error_of.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

namespace fs = std::filesystem;
using namespace test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

/// A run on two faces, one of them beside the data set's folder.
class RunPlacesTest : public testing::Test {
protected:
    RunPlacesTest() {
        Dataset dataset = two_faces();
        dataset.root = dir_ / "home/somebody/faces";
        dataset.samples[0].image = dataset.root / "a.jpg";
        dataset.samples[1].image = dir_ / "home/somebody/more/b.jpg";
        for (const Sample& face : dataset.samples)
            write_file(face.image, "a picture");
        experiment_ = preset("nose-tip");
        experiment_.data = dataset.root.string();
        experiment_.opening =
            R"({"every":3,"images":")" + (dir_ / "home/pictures").string() + R"("})";
        experiment_.model.weights = (dir_ / "home/somebody/runs/first").string();
        const RunWriter writer(dir_ / "runs", experiment_, dataset, kSplit);
        folder_ = writer.folder();
        std::vector<CasePrediction> cases(1);
        cases[0].result.sample_id = "33-1f";
        cases[0].result.predicted_in_image = cases[0].result.truth_in_image =
            Landmarks({{1, 2}, {3, 4}});
        cases[0].image = dataset.samples[1].image;
        writer.write_predictions(cases);
        RunSummary summary = finished_summary();
        writer.write_summary(summary);
    }

    TempDir dir_;
    Experiment experiment_;
    fs::path folder_;
};

TEST_F(RunPlacesTest, StandInOneFileThatIsForItsOwnerAlone) {
    for (const std::string& name : files_in(folder_)) {
        if (name == kPlacesFile)
            continue;
        EXPECT_THAT(read_file(folder_ / name), Not(HasSubstr(dir_.path().string()))) << name;
    }
    EXPECT_EQ(read_json(folder_ / kExperimentFile).at("data"), "faces");
    EXPECT_EQ(read_json(folder_ / kExperimentFile).at("model").at("weights"), "first");
    EXPECT_THAT(read_file(folder_ / kPredictionsFile), HasSubstr("33-1f,more/b.jpg,"));
    EXPECT_EQ(read_json(folder_ / kSummaryFile).at("host"), "");
    EXPECT_EQ(fs::status(folder_ / kPlacesFile).permissions(),
              fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(RunPlacesTest, AreThereForWhoReadsTheRun) {
    EXPECT_EQ(read_run(folder_).experiment, experiment_);
    EXPECT_EQ(read_predictions(folder_).at(0).image, dir_ / "home/somebody/more/b.jpg");
    // Going on with it keeps them.
    const RunWriter again(folder_, experiment_);
    again.write_predictions(read_predictions(folder_));
    EXPECT_EQ(read_predictions(folder_).at(0).image, dir_ / "home/somebody/more/b.jpg");
}

TEST_F(RunPlacesTest, AreNotInACopyToHandOn) {
    write_file(folder_ / kCheckpointFile, "to go on");
    write_file(folder_ / "best.safetensors", "weights");
    const fs::path copy = share_run(folder_, dir_ / "shared");
    EXPECT_EQ(copy, dir_ / "shared");
    EXPECT_THAT(files_in(copy), ElementsAre("best.safetensors", "experiment.json",
                                            "predictions.csv", "split.json", "summary.json"));
    const RunRecord run = read_run(copy);
    EXPECT_EQ(run.experiment.data, "faces");
    EXPECT_EQ(run.experiment.opening, R"({"every":3})");
    EXPECT_EQ(read_predictions(copy).at(0).image, "more/b.jpg");
    // Into a folder that is there, under its own name, and never over another.
    EXPECT_EQ(share_run(folder_, dir_.path()), dir_ / folder_.filename());
    EXPECT_THROW(share_run(folder_, dir_.path()), Error);
}

TEST_F(RunPlacesTest, NothingThatALinkLeadsToIsHandedOn) {
    write_file(dir_ / "home/somebody/letter.txt", "private");
    fs::create_symlink(dir_ / "home/somebody/letter.txt", folder_ / "notes.txt");
    EXPECT_THAT(error_of([&] { share_run(folder_, dir_ / "shared"); }).what(),
                HasSubstr("notes.txt"));
    EXPECT_FALSE(fs::exists(dir_ / "shared"));
}

TEST_F(RunPlacesTest, OfOlderRunsStandWhereTheyStood) {
    fs::remove(folder_ / kPlacesFile);
    write_json(folder_ / kExperimentFile, to_json(experiment_));
    EXPECT_EQ(read_run(folder_).experiment, experiment_);
    EXPECT_THAT(error_of([&] { share_run(folder_, dir_ / "shared"); }).what(),
                HasSubstr("older version"));
    EXPECT_FALSE(fs::exists(dir_ / "shared"));
}

TEST_F(RunPlacesTest, ThatAreDamagedAreNamed) {
    write_file(folder_ / kPlacesFile, R"({"data": 3})");
    EXPECT_THAT(error_of(folder_ / kPlacesFile, [&] { read_run(folder_); }).what(),
                HasSubstr("places"));
}

}  // namespace
}  // namespace rudolph
