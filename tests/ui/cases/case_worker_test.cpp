#include "ui/cases/case_worker.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <cmath>

#include "core/base/file.h"
#include "core/formats/open_dataset.h"
#include "core/runs/face_lights.h"
#include "core/runs/run_reader.h"
#include "core/runs/run_writer.h"
#include "tests/support/drawn_faces.h"
#include "tests/support/temp_dir.h"
#include "ui/base/path_convert.h"

namespace rudolph {
namespace {

struct CaseWorkerTest : testing::Test {
    CaseWorkerTest() {
        std::filesystem::create_directories(folder / "faces");
        for (int i = 0; i < 10; ++i)
            test::write_drawn_face(folder / "faces", "face" + std::to_string(i), {160, 120},
                                   80 + 10 * i);
        const Dataset dataset = open_dataset(folder / "faces");
        Experiment experiment = preset("nose-tip");
        experiment.data = (folder / "faces").string();
        const RunWriter writer(folder / "runs", experiment, dataset, make_split(dataset, {}));
        std::vector<CasePrediction> cases;
        for (const Sample& sample : dataset.samples) {
            const Landmarks truth = subset(sample.points_in_image, {30});
            cases.push_back({face_result(sample.id, truth, truth, 50, {}, {80, 60}),
                             sample.image,
                             sample.person,
                             {}});
        }
        writer.write_predictions(cases);
        RunSummary summary;
        summary.state = RunState::Finished;
        summary.scheme = dataset.scheme.name;
        writer.write_summary(summary);
        request.number = 7;
        request.cases = {read_run(writer.folder()), cases, scheme_for_point_count(1), {}};
        request.measure = true;
        request.kept_elsewhere = folder / "cache.csv";
    }
    CaseStudy study() {
        QSignalSpy studied(&worker, &CaseWorker::studied);
        worker.study(request);
        EXPECT_EQ(studied.size(), 1);
        return studied.isEmpty() ? CaseStudy() : *studied.front().at(1).value<CaseStudyPtr>();
    }

    test::TempDir folder;
    CaseWorker worker;
    CaseRequest request;
};

TEST_F(CaseWorkerTest, MeasuresAllFacesByTheirWholeLandmarks) {
    const CaseStudy found = study();
    EXPECT_TRUE(found.measured);
    EXPECT_TRUE(found.unread.isEmpty());
    ASSERT_EQ(found.attributes.size(), 10U);
    EXPECT_LT(found.attributes.front().light.brightness, found.attributes.back().light.brightness);
    // The ellipse is 80 pixels wide and 80 high.
    EXPECT_NEAR(found.attributes.front().pose.size, 80, 1);
    EXPECT_EQ(found.states.front(), FaceState::New);
}

TEST_F(CaseWorkerTest, ComparesWithoutMeasuring) {
    request.measure = false;
    const CaseStudy found = study();
    EXPECT_FALSE(found.measured);
    EXPECT_TRUE(found.attributes.empty());
    EXPECT_FALSE(std::filesystem::exists(request.cases.run.folder / kLightsFile));
}

TEST_F(CaseWorkerTest, TakesTheTruthOfFacesThatAreOpen) {
    auto edited = std::make_shared<Dataset>(open_dataset(folder / "faces"));
    edited->samples[4].points_in_image.points[30].x += 5;
    edited->samples[4].image_size = {160, 120};
    request.dataset = edited;
    const CaseStudy found = study();
    EXPECT_EQ(found.truth.changed, std::vector<int>{4});
    EXPECT_DOUBLE_EQ(found.truth.cases[4].result.error_px, 5);
}

TEST_F(CaseWorkerTest, SaysWhyTheFacesCannotBeRead) {
    request.cases.run.experiment.data = (folder / "gone").string();
    CaseStudy found = study();
    EXPECT_TRUE(found.unread.contains("gone")) << found.unread.toStdString();
    EXPECT_TRUE(found.measured);
    EXPECT_TRUE(std::isnan(found.attributes.front().light.brightness));
    request.cases.run.experiment.data.clear();
    EXPECT_FALSE(study().unread.isEmpty());
}

TEST_F(CaseWorkerTest, StopsWhenAskedTo) {
    request.cancel.cancel();
    QSignalSpy cancelled(&worker, &CaseWorker::cancelled);
    QSignalSpy studied(&worker, &CaseWorker::studied);
    worker.study(request);
    EXPECT_EQ(cancelled.size(), 1);
    EXPECT_TRUE(studied.isEmpty());
}

TEST_F(CaseWorkerTest, SaysWhyNothingWasKept) {
    QSignalSpy failed(&worker, &CaseWorker::keepFailed);
    QSignalSpy kept(&worker, &CaseWorker::kept);
    worker.keep(7, toQString(folder / "no run"), {});
    ASSERT_EQ(failed.size(), 1);
    EXPECT_FALSE(failed.front().at(1).toString().isEmpty());
    worker.keep(7, toQString(request.cases.run.folder), study().truth);
    EXPECT_EQ(kept.size(), 1);
}

}  // namespace
}  // namespace rudolph
