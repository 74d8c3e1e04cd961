#include "core/runs/rescore.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/runs/run_reader.h"
#include "core/runs/run_writer.h"
#include "tests/core/runs/example_runs.h"
#include "tests/support/temp_dir.h"
#include "tests/support/turning_heads.h"

namespace rudolph {
namespace {

/// Twelve heads and a run on the whole of them.
struct RescoreTest : testing::Test {
    RescoreTest() {
        dataset.scheme = test::head_scheme();
        run.experiment = preset("full-face");
        run.summary = test::finished_summary();
        run.summary.scheme = dataset.scheme.name;
        Random random(2);
        for (int i = 0; i < 12; ++i) {
            Sample sample;
            sample.id = "face" + std::to_string(i);
            sample.image_size = {640, 480};
            sample.points_in_image = test::photographed(test::turned_head(6 * i - 33), random);
            dataset.samples.push_back(sample);
            Landmarks predicted = sample.points_in_image;
            for (Point& point : predicted.points)
                point.x += 2;
            const InputSpec& input = run.experiment.input;
            cases.push_back(
                {face_result(sample.id, predicted, sample.points_in_image,
                             dataset.scheme.normalising_distance(sample.points_in_image),
                             crop_from_image(input, sample.image_size, {}), input.size()),
                 "/pictures/" + sample.id + ".png",
                 sample.id,
                 {}});
        }
    }

    Dataset dataset;
    RunRecord run;
    std::vector<CasePrediction> cases;
};

TEST_F(RescoreTest, ChangesNothingWhereTheTruthIsTheSame) {
    dataset.samples[3].points_in_image.points[0].x += 0.001;  // rounding
    const Rescored now = rescore(run, cases, dataset);
    EXPECT_TRUE(now.changed.empty());
    EXPECT_TRUE(now.missing.empty());
    EXPECT_EQ(now.summary, run.summary);
    EXPECT_EQ(now.cases[3].result, cases[3].result);
}

TEST_F(RescoreTest, MeasuresAMendedFaceAnew) {
    dataset.samples[3].points_in_image = cases[3].result.predicted_in_image;
    const Rescored now = rescore(run, cases, dataset);
    EXPECT_EQ(now.changed, std::vector<int>{3});
    EXPECT_DOUBLE_EQ(now.cases[3].result.error_px, 0);
    EXPECT_DOUBLE_EQ(now.cases[3].result.nme, 0);
    EXPECT_NEAR(now.summary.error_px, 2.0 * 11 / 12, 1e-9);
    EXPECT_LT(now.summary.mse, cases[0].result.squared_error);
    EXPECT_TRUE(std::isfinite(now.summary.shape_variance_ratio));
    // What was not measured on the truth stays.
    EXPECT_EQ(now.summary.best_epoch, run.summary.best_epoch);
    EXPECT_EQ(now.summary.constant_error_px, run.summary.constant_error_px);
}

TEST_F(RescoreTest, GivesTheSquaredErrorThatTrainingGives) {
    for (Point& point : dataset.samples[5].points_in_image.points)
        point.x -= 2;
    const Rescored now = rescore(run, cases, dataset);
    EXPECT_NEAR(now.cases[5].result.squared_error, 4 * cases[5].result.squared_error, 1e-12);
}

TEST_F(RescoreTest, NoticesPointsThatCameOrWent) {
    dataset.samples[0].points_in_image.visibility[2] = Visibility::NotLabelled;
    EXPECT_EQ(rescore(run, cases, dataset).changed, std::vector<int>{0});
}

TEST_F(RescoreTest, LeavesFacesAsTheyWereThatHaveNoTruthAnyMore) {
    dataset.samples[1].proposed_by = "some network";
    dataset.samples.erase(dataset.samples.begin() + 7);
    const Rescored now = rescore(run, cases, dataset);
    EXPECT_EQ(now.missing, std::vector<int>({1, 7}));
    EXPECT_TRUE(now.changed.empty());
    EXPECT_EQ(now.cases[7].result, cases[7].result);
}

TEST_F(RescoreTest, RefusesPointsOfAnotherScheme) {
    dataset.scheme.name = "other";
    EXPECT_THROW(rescore(run, cases, dataset), Error);
}

TEST_F(RescoreTest, KeepsCasesAndFiguresInTheRunTogether) {
    const test::TempDir folder;
    const RunWriter writer = test::writer_in(folder.path());
    writer.write_predictions(cases);
    writer.write_summary(run.summary);
    dataset.samples[3].points_in_image = cases[3].result.predicted_in_image;
    const Rescored now = rescore(run, cases, dataset);
    keep_rescored(writer.folder(), now);
    EXPECT_EQ(read_run(writer.folder()).summary, now.summary);
    const auto kept = read_predictions(writer.folder());
    ASSERT_EQ(kept.size(), cases.size());
    EXPECT_EQ(kept[3].result, now.cases[3].result);
    EXPECT_TRUE(rescore({writer.folder(), "", run.experiment, {}, now.summary}, kept, dataset)
                    .changed.empty());
}

TEST_F(RescoreTest, DoesNotTouchARunThatIsBeingTrained) {
    const test::TempDir folder;
    const RunWriter writer = test::writer_in(folder.path());
    writer.write_predictions(cases);
    RunSummary running = run.summary;
    running.state = RunState::Running;
    writer.write_summary(running);
    const std::string before = read_file(writer.folder() / "predictions.csv");
    EXPECT_THROW(keep_rescored(writer.folder(), rescore(run, cases, dataset)), Error);
    EXPECT_EQ(read_file(writer.folder() / "predictions.csv"), before);
}

}  // namespace
}  // namespace rudolph
