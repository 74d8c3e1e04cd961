#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cmath>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/runs/run.h"
#include "core/runs/run_reader.h"
#include "core/runs/run_writer.h"
#include "tests/core/runs/example_runs.h"
#include "tests/support/comma_locale.h"
#include "tests/support/error_of.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

namespace fs = std::filesystem;
using namespace test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(RunWriter, BeginsARunThatCanBeReadAtOnce) {
    const TempDir folder;
    const RunWriter writer = writer_in(folder / "new" / "runs");
    EXPECT_THAT(files_in(writer.folder()),
                ElementsAre("experiment.json", "private.json", "split.json", "summary.json"));
    EXPECT_EQ(read_json(writer.folder() / "split.json"),
              parse_json(R"({"train": ["04-1m"], "validation": ["33-1f"]})", "x"));
    const RunRecord run = read_run(writer.folder());
    EXPECT_EQ(run.folder, writer.folder());
    EXPECT_EQ(run.name, writer.folder().filename());
    EXPECT_EQ(run.experiment, preset("nose-tip"));
    EXPECT_THAT(run.epochs, IsEmpty());
    EXPECT_EQ(run.summary.state, RunState::Running);
    EXPECT_EQ(run.summary.train_faces, 1);
    EXPECT_EQ(run.summary.scheme, "points-2");
    EXPECT_TRUE(std::isnan(run.summary.error_px));
    EXPECT_THAT(read_predictions(writer.folder()), IsEmpty());
}

TEST(RunWriter, NamesTheFolderAfterTheExperiment) {
    const auto folder_name = [](const std::string& experiment) {
        const TempDir folder;
        return name_without_time(writer_in(folder.path(), experiment));
    };
    EXPECT_EQ(folder_name("nose_tip-2"), "nose_tip-2");
    EXPECT_EQ(folder_name("Nase & Öhrchen"), "Nase-Öhrchen");
    EXPECT_EQ(folder_name("../../etc/passwd"), "etc-passwd");
    EXPECT_EQ(folder_name(".."), "run");
    EXPECT_EQ(folder_name(""), "run");
    // 99 bytes, then a character of two that would be cut.
    EXPECT_EQ(folder_name(std::string(99, 'x') + "ÄÄ"), std::string(99, 'x'));
}

TEST(RunWriter, NeverTakesAFolderThatIsThere) {
    const TempDir folder;
    std::vector<fs::path> folders;
    folders.reserve(5);
    for (int i = 0; i < 5; ++i)
        folders.push_back(writer_in(folder.path()).folder());
    std::sort(folders.begin(), folders.end());
    EXPECT_EQ(std::unique(folders.begin(), folders.end()), folders.end());
    EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), {}), 5);
}

TEST(RunWriter, SaysWhereItCannotWrite) {
    const TempDir folder;
    write_file(folder / "file", "");
    EXPECT_THAT(error_of([&] { writer_in(folder / "file"); }).what(), HasSubstr("file"));
}

TEST(RunWriter, SaysWhenAFolderIsReadOnly) {
    const TempDir folder;
    if (::geteuid() == 0)
        GTEST_SKIP() << "root may write anywhere";
    fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
    EXPECT_THAT(error_of([&] { writer_in(folder.path()); }).what(), HasSubstr("can be written to"));
    fs::permissions(folder.path(), fs::perms::owner_all);
}

TEST(RunWriter, LeavesNoFolderBehindWhenItCannotBegin) {
    const TempDir folder;
    const Split of_other_data{{0}, {7}};
    EXPECT_ANY_THROW(RunWriter(folder.path(), {}, two_faces(), of_other_data));
    EXPECT_TRUE(fs::is_empty(folder.path()));
}

TEST(RunMetrics, RoundTripInADecimalCommaLocale) {
    const CommaLocale comma;
    const TempDir folder;
    const RunWriter writer = writer_in(folder.path());
    const std::vector<EpochMetrics> epochs = {{1, 0.5, 0.25, 10.5, 0.125, 0.001, 1.5, 3.5},
                                              {2, 1e-7, 0.1 + 0.2, 1234.5, 0.1, 0.001, 0.75, 2.25}};
    writer.write_metrics(epochs);
    EXPECT_EQ(read_run(writer.folder()).epochs, epochs);
    EXPECT_EQ(lines(read_file(writer.folder() / "metrics.csv"))[1],
              "1,0.5,0.25,10.5,0.125,0.001,1.5,3.5");
}

TEST(RunMetrics, OfTheFirstVersionAreRead) {
    const TempDir folder;
    const RunWriter writer = writer_in(folder.path());
    write_file(writer.folder() / "metrics.csv",
               "epoch,train_loss,validation_loss,error_px,nme,learning_rate,seconds\n"
               "1,0.5,0.25,10.5,0.125,0.001,1.5\n");
    const EpochMetrics epoch = read_run(writer.folder()).epochs.at(0);
    EXPECT_EQ(epoch.seconds, 1.5);
    EXPECT_TRUE(std::isnan(epoch.objective));
}

TEST(RunMetrics, KeepUnknownAndInfiniteValues) {
    const TempDir folder;
    const RunWriter writer = writer_in(folder.path());
    writer.write_metrics({{1, -kNaN, std::numeric_limits<double>::infinity(), 1, kNaN, 1, 1, 2}});
    const EpochMetrics epoch = read_run(writer.folder()).epochs.at(0);
    EXPECT_TRUE(std::isnan(epoch.train_loss));
    EXPECT_TRUE(std::isinf(epoch.validation_loss));
    EXPECT_TRUE(std::isnan(epoch.nme));
    EXPECT_THAT(read_file(writer.folder() / "metrics.csv"), HasSubstr("\n1,nan,inf,1,nan,1,1,2\n"));
}

TEST(RunMetrics, NameTheLineThatIsBroken) {
    const TempDir folder;
    const RunWriter writer = writer_in(folder.path());
    const auto error_for = [&](const std::string& text) -> std::string {
        write_file(writer.folder() / "metrics.csv", text);
        return error_of([&] { read_run(writer.folder()); }).what();
    };
    const std::string header =
        "epoch,train_loss,validation_loss,error_px,nme,learning_rate,seconds\n";
    EXPECT_THAT(error_for(header + "1,1,1,1,1,1,1\n2,1,1\n"),
                HasSubstr("metrics.csv:3: has 3 values, not 7"));
    EXPECT_THAT(error_for(header + "1,1,x,1,1,1,1\n"),
                HasSubstr("metrics.csv:2: 'x' is not a number"));
    EXPECT_THAT(error_for(header + "1.5,1,1,1,1,1,1\n"), HasSubstr("not a whole number"));
    EXPECT_THAT(error_for("epoch,loss\n"), HasSubstr("metrics.csv:1: must begin with"));
    EXPECT_THAT(error_for(""), HasSubstr("empty"));
    write_file(writer.folder() / "metrics.csv", header);
    EXPECT_THAT(read_run(writer.folder()).epochs, IsEmpty());
}

TEST(RunPredictions, RoundTripInADecimalCommaLocale) {
    const CommaLocale comma;
    const TempDir folder;
    const RunWriter writer = writer_in(folder.path());
    CasePrediction unlabelled = some_case("b#2");
    unlabelled.result.truth_in_image.points[0] = {};
    unlabelled.result.truth_in_image.visibility[0] = Visibility::NotLabelled;
    unlabelled.result.nme = kNaN;
    unlabelled.view.reset();
    unlabelled.person = "";
    writer.write_predictions({some_case("a,\"1\""), unlabelled});
    const std::vector<CasePrediction> cases = read_predictions(writer.folder());
    ASSERT_EQ(cases.size(), 2U);
    EXPECT_EQ(cases[0].result, some_case("a,\"1\"").result);
    EXPECT_EQ(cases[0].image, some_case("").image);
    EXPECT_EQ(cases[0].person, "04");
    EXPECT_EQ(cases[0].view, 2);
    EXPECT_EQ(cases[1].result.truth_in_image, unlabelled.result.truth_in_image);
    EXPECT_TRUE(std::isnan(cases[1].result.nme));
    EXPECT_EQ(cases[1].view, std::nullopt);
}

TEST(RunPredictions, AreWrittenInTheAgreedColumns) {
    const TempDir folder;
    const RunWriter writer = writer_in(folder.path());
    CasePrediction entry = some_case("04-2m");
    entry.image = "/p/04-2m.jpg";
    entry.result.predicted_in_image = Landmarks({{1.5, 2.5}});
    entry.result.truth_in_image = Landmarks({{3, 4}});
    entry.result.truth_in_image.visibility[0] = Visibility::NotLabelled;
    writer.write_predictions({entry});
    EXPECT_EQ(read_file(writer.folder() / "predictions.csv"),
              "id,image,person,view,mse,error_px,nme,x_0,y_0,true_x_0,true_y_0\n"
              "04-2m,/p/04-2m.jpg,04,2,0.01,17,0.3,1.5,2.5,,\n");
}

TEST(RunPredictions, ArePathsThatWorkFromAnywhere) {
    const TempDir folder;
    const RunWriter writer = writer_in(folder.path());
    CasePrediction entry = some_case("a");
    entry.image = "relative/a.jpg";
    writer.write_predictions({entry});
    EXPECT_TRUE(read_predictions(writer.folder()).at(0).image.is_absolute());
}

TEST(RunPredictions, RefuseFacesWithDifferentPoints) {
    const TempDir folder;
    const RunWriter writer = writer_in(folder.path());
    CasePrediction other = some_case("b");
    other.result.predicted_in_image = Landmarks({{1, 2}});
    EXPECT_THROW(writer.write_predictions({some_case("a"), other}), Error);
    EXPECT_FALSE(fs::exists(writer.folder() / "predictions.csv"));
}

TEST(RunPredictions, MayBeEmptyAndNameTheLineThatIsBroken) {
    const TempDir folder;
    const RunWriter writer = writer_in(folder.path());
    writer.write_predictions({});
    EXPECT_THAT(read_predictions(writer.folder()), IsEmpty());
    writer.write_predictions({some_case("a"), some_case("b")});
    const fs::path file = writer.folder() / "predictions.csv";
    const std::string whole = read_file(file);
    const auto error_for = [&](const std::string& text) -> std::string {
        write_file(file, text);
        return error_of([&] { read_predictions(writer.folder()); }).what();
    };
    EXPECT_THAT(error_for(whole.substr(0, whole.size() - 6)), HasSubstr("predictions.csv:3: "));
    EXPECT_THAT(error_for("id,image\n"), HasSubstr("predictions.csv:1: "));
    EXPECT_THAT(error_for(whole + "a,b\n"), HasSubstr("predictions.csv:4: has 2 values, not 15"));
    EXPECT_THROW(read_predictions(folder / "missing"), Error);
}

}  // namespace
}  // namespace rudolph
