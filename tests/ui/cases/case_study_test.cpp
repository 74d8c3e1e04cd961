#include "ui/cases/case_study.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/base/file.h"
#include "core/formats/open_dataset.h"
#include "core/runs/face_lights.h"
#include "core/runs/run_reader.h"
#include "core/runs/run_writer.h"
#include "core/study/study.h"
#include "tests/support/drawn_faces.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

/// Predicts each face's nose so many pixels to the right of where it is.
std::vector<CasePrediction> nosesBeside(const Dataset& dataset, double pixels) {
    std::vector<CasePrediction> cases;
    for (const Sample& sample : dataset.samples) {
        const Landmarks truth = subset(sample.points_in_image, {30});
        Landmarks predicted = truth;
        predicted.points[0].x += pixels;
        cases.push_back({face_result(sample.id, predicted, truth, 50, {}, {80, 60}),
                         sample.image,
                         sample.person,
                         {}});
    }
    return cases;
}

struct CaseStudyTest : testing::Test {
    CaseStudyTest() {
        std::filesystem::create_directories(folder / "faces");
        for (int i = 0; i < 10; ++i)
            test::write_drawn_face(folder / "faces", "face" + std::to_string(i), {160, 120},
                                   80 + 10 * i);
        const Dataset dataset = open_dataset(folder / "faces");
        Experiment experiment = preset("nose-tip");
        experiment.data = (folder / "faces").string();
        const RunWriter writer(folder / "runs", experiment, dataset, make_split(dataset, {}));
        const std::vector<CasePrediction> cases = nosesBeside(dataset, 0);
        writer.write_predictions(cases);
        RunSummary summary;
        summary.state = RunState::Finished;
        summary.scheme = dataset.scheme.name;
        writer.write_summary(summary);
        request.cases = {read_run(writer.folder()), cases, numbered_points(1)};
        request.measure = true;
        request.kept_elsewhere = folder / "cache.csv";
    }
    CaseStudy study() { return *studyCases(request, opened, cancel, {}); }

    test::TempDir folder;
    CaseRequest request;
    OpenedFaces opened;
    CancelToken cancel;
};

TEST_F(CaseStudyTest, MeasuresAllFacesByTheirWholeLandmarks) {
    const CaseStudy found = study();
    EXPECT_TRUE(found.measured);
    EXPECT_TRUE(found.unread.isEmpty());
    ASSERT_EQ(found.attributes.size(), 10U);
    EXPECT_LT(found.attributes.front().light.brightness, found.attributes.back().light.brightness);
    // The average face in a box of 80 by 80 pixels fills it in one direction.
    EXPECT_NEAR(found.attributes.front().pose.size, 75.7, 1);
    EXPECT_EQ(found.states.front(), FaceState::New);
}

TEST_F(CaseStudyTest, ComparesWithoutMeasuring) {
    request.measure = false;
    const CaseStudy found = study();
    EXPECT_FALSE(found.measured);
    EXPECT_TRUE(found.attributes.empty());
    EXPECT_FALSE(std::filesystem::exists(request.cases.run.folder / kLightsFile));
}

TEST_F(CaseStudyTest, TakesTheTruthOfFacesThatAreOpen) {
    auto edited = std::make_shared<Dataset>(open_dataset(folder / "faces"));
    edited->samples[4].points_in_image.points[30].x += 5;
    edited->samples[4].image_size = {160, 120};
    request.dataset = edited;
    const CaseStudy found = study();
    EXPECT_EQ(found.truth.changed, std::vector<int>{4});
    EXPECT_DOUBLE_EQ(found.truth.cases[4].result.error_px, 5);
}

TEST_F(CaseStudyTest, SaysWhyTheFacesCannotBeRead) {
    request.cases.run.experiment.data = (folder / "gone").string();
    CaseStudy found = study();
    EXPECT_TRUE(found.unread.contains("gone")) << found.unread.toStdString();
    EXPECT_TRUE(found.measured);
    EXPECT_TRUE(std::isnan(found.attributes.front().light.brightness));
    request.cases.run.experiment.data.clear();
    EXPECT_FALSE(study().unread.isEmpty());
}

TEST_F(CaseStudyTest, StopsWhenAskedTo) {
    cancel.cancel();
    EXPECT_THROW(study(), Cancelled);
}

TEST_F(CaseStudyTest, LoadsWhatTheRunItselfSays) {
    const RunCases cases = loadCases(request.cases.run.folder, nullptr);
    EXPECT_EQ(cases.cases.size(), 10U);
    EXPECT_TRUE(cases.lost.empty());
    ASSERT_NE(cases.study, nullptr);
    EXPECT_FALSE(cases.study->measured);
    EXPECT_EQ(cases.study->results.size(), 10U);
    EXPECT_THROW(loadCases(folder / "no run", nullptr), Error);
}

TEST_F(CaseStudyTest, OfAStudyItHasTheMeansOfTheRuns) {
    const Dataset dataset = open_dataset(folder / "faces");
    Study seeds{StudyKind::Seeds, 2, request.cases.run.experiment};
    const auto made = make_study(folder / "runs", seeds);
    for (int part = 0; part < 2; ++part) {
        const RunWriter writer(made, experiment_of_part(seeds, part), dataset,
                               make_split(dataset, {}));
        writer.write_predictions(nosesBeside(dataset, part == 0 ? 2 : -4));
        RunSummary summary;
        summary.state = RunState::Finished;
        summary.scheme = dataset.scheme.name;
        summary.nme = part == 0 ? 0.04 : 0.08;
        summary.error_px = part == 0 ? 2 : 4;
        summary.epochs_done = summary.best_epoch = 1;
        writer.write_summary(summary);
    }
    request.cases = loadCases(made, nullptr);
    ASSERT_NE(request.cases.repeats, nullptr);
    ASSERT_EQ(request.cases.cases.size(), 10U);
    EXPECT_NEAR(request.cases.run.summary.nme, 0.06, 1e-12);
    const FaceResult& face = request.cases.cases.front().result;
    EXPECT_NEAR(face.error_px, 3, 0.01);
    EXPECT_NEAR(face.predicted_in_image.points[0].x - face.truth_in_image.points[0].x, -1, 0.01);
    ASSERT_EQ(request.cases.study->deviations.size(), 10U);
    EXPECT_NEAR(request.cases.study->deviations.front(), 0.04 / std::sqrt(2.0), 1e-3);
    // A truth that was mended since counts in every run: off by 0 and 6 pixels now.
    Dataset mended = dataset;
    mended.samples[0].points_in_image.points[30].x += 2;
    request.dataset = std::make_shared<const Dataset>(mended);
    const CaseStudy found = study();
    EXPECT_EQ(found.truth.changed, std::vector{0});
    EXPECT_NEAR(found.truth.cases.front().result.error_px, 3, 0.01);
    EXPECT_GT(found.deviations.front(), found.deviations.back());
    // A study without a finished run has none.
    EXPECT_TRUE(loadCases(make_study(folder / "runs", seeds), nullptr).cases.empty());
}

}  // namespace
}  // namespace rudolph
