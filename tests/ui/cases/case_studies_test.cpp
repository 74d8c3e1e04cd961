#include "ui/cases/case_studies.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>
#include <QUndoStack>

#include "core/base/file.h"
#include "core/formats/open_dataset.h"
#include "core/runs/run_reader.h"
#include "core/runs/run_writer.h"
#include "tests/support/drawn_faces.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/support/wait.h"
#include "ui/base/path_convert.h"
#include "ui/documents/annotation_document.h"

namespace rudolph {
namespace {

using test::kWaitMs;
using test::waitFor;

constexpr int kFaces = 6;

struct CaseStudiesTest : testing::Test {
    CaseStudiesTest() {
        std::filesystem::create_directories(folder / "faces");
        for (int i = 0; i < kFaces; ++i)
            test::write_drawn_face(folder / "faces", "face" + std::to_string(i), {160, 120},
                                   80 + 10 * i);
        session.setRunsFolder(toQString(folder / "runs"));
    }

    /// On all points, which are off by two pixels.
    std::filesystem::path writeRun() {
        const Dataset dataset = open_dataset(folder / "faces");
        Experiment experiment = preset("nose-tip");
        experiment.target = TargetPoints::All;
        experiment.data = (folder / "faces").string();
        const RunWriter writer(folder / "runs", experiment, dataset, make_split(dataset, {}));
        std::vector<CasePrediction> cases;
        for (const Sample& sample : dataset.samples) {
            Landmarks predicted = sample.points_in_image;
            for (Point& point : predicted.points)
                point.x += 2;
            cases.push_back(
                {face_result(sample.id, predicted, sample.points_in_image, 50, {}, {160, 120}),
                 sample.image,
                 sample.person,
                 {}});
        }
        writer.write_predictions(cases);
        RunSummary summary;
        summary.state = RunState::Finished;
        summary.epochs_done = summary.best_epoch = 1;
        summary.scheme = dataset.scheme.name;
        summary.error_px = 2;
        writer.write_summary(summary);
        return writer.folder();
    }
    void openFaces() {
        session.setDocument(std::make_unique<AnnotationDocument>(
            std::make_shared<const Dataset>(open_dataset(folder / "faces"))));
    }
    /// Until what the faces of the run say is known.
    void open(const std::filesystem::path& run) {
        QSignalSpy studied(&studies, &CaseStudies::studied);
        studies.open(toQString(run));
        ASSERT_TRUE(studied.wait(kWaitMs));
    }
    /// Moves a point of an open face by ten pixels.
    void edit(int index) {
        Sample face = session.document()->face(index);
        face.points_in_image.points[0].x += 10;
        session.document()->setFace(index, face, "Move a point");
    }

    test::TempDir folder;
    Session session;
    CaseStudies studies{&session};
};

TEST_F(CaseStudiesTest, ShowsWhatTheRunSaysAndThenWhatItsFacesSay) {
    const auto run = writeRun();
    QSignalSpy opened(&studies, &CaseStudies::opened);
    QSignalSpy studied(&studies, &CaseStudies::studied);
    session.navigation().showCases(toQString(run));
    EXPECT_EQ(studies.runFolder(), toQString(run));
    ASSERT_TRUE(opened.wait(kWaitMs));
    EXPECT_EQ(studies.cases().cases.size(), static_cast<size_t>(kFaces));
    EXPECT_EQ(studies.study()->results.size(), static_cast<size_t>(kFaces));
    EXPECT_FALSE(studies.study()->measured);
    ASSERT_TRUE(studied.wait(kWaitMs));
    EXPECT_EQ(studies.study()->states.front(), FaceState::New);
    EXPECT_TRUE(studies.study()->truth.changed.empty());
    EXPECT_FALSE(studies.study()->measured);
}

TEST_F(CaseStudiesTest, OpensTheLatestRunUnlessAnotherWasChosen) {
    studies.openLatest();
    EXPECT_TRUE(studies.runFolder().isEmpty());
    writeRun();
    writeRun();
    QSignalSpy refreshed(&session.runs(), &RunShelf::refreshed);
    session.runs().refresh();
    ASSERT_TRUE(refreshed.wait(kWaitMs));
    studies.openLatest();
    const QString latest = toQString(session.runs().runs().runs.front()->run.folder);
    EXPECT_EQ(studies.runFolder(), latest);
    const QString other = toQString(session.runs().runs().runs.back()->run.folder);
    studies.open(other);
    studies.openLatest();
    EXPECT_EQ(studies.runFolder(), other);
    session.setRunsFolder(toQString(folder / "elsewhere"));
    EXPECT_TRUE(studies.runFolder().isEmpty());
}

TEST_F(CaseStudiesTest, MeasuresWhileSomebodyWantsThatAndSaysHowFarItIs) {
    studies.wantMeasured(true);
    const auto run = writeRun();
    QSignalSpy measuring(&studies, &CaseStudies::measuring);
    const QSignalSpy active(&session.activities(), &Activities::changed);
    open(run);
    EXPECT_TRUE(studies.study()->measured);
    EXPECT_EQ(studies.study()->attributes.size(), static_cast<size_t>(kFaces));
    EXPECT_EQ(measuring.last().at(0).toInt(), kFaces);
    EXPECT_GE(active.size(), 2);
    ASSERT_TRUE(waitFor([&] { return session.activities().active().empty(); }));
    // Known already.
    measuring.clear();
    studies.wantMeasured(true);
    EXPECT_TRUE(measuring.isEmpty());
}

TEST_F(CaseStudiesTest, StopsMeasuringWhenAskedTo) {
    open(writeRun());
    QSignalSpy stopped(&studies, &CaseStudies::notMeasured);
    studies.measure();
    studies.cancel();
    ASSERT_TRUE(stopped.wait(kWaitMs));
    EXPECT_TRUE(stopped.front().front().toString().isEmpty());
    EXPECT_FALSE(studies.study()->measured);
}

TEST_F(CaseStudiesTest, FollowsEditsOfTheFacesThatAreOpen) {
    const auto run = writeRun();
    openFaces();
    open(run);
    QSignalSpy studied(&studies, &CaseStudies::studied);
    studies.followEdits();
    EXPECT_FALSE(studied.wait(50));
    edit(3);
    studies.followEdits();
    ASSERT_TRUE(studied.wait(kWaitMs));
    EXPECT_EQ(studies.study()->truth.changed, std::vector<int>{3});
    EXPECT_NE(studies.run().summary.error_px, 2);
    // Nobody holds a copy of the set that the next edit would have to leave alone.
    EXPECT_EQ(session.document()->snapshot().use_count(), 2);
    session.document()->undoStack()->undo();
    studies.followEdits();
    ASSERT_TRUE(studied.wait(kWaitMs));
    EXPECT_TRUE(studies.study()->truth.changed.empty());
}

TEST_F(CaseStudiesTest, KeepsTheTruthInTheRunOnlyWhenAsked) {
    const auto run = writeRun();
    openFaces();
    edit(2);
    open(run);
    EXPECT_DOUBLE_EQ(read_predictions(run)[2].result.error_px, 2);
    QSignalSpy reported(&session.navigation(), &Navigation::reported);
    QSignalSpy opened(&studies, &CaseStudies::opened);
    const double now = studies.study()->truth.cases[2].result.error_px;
    studies.keepTruth();
    ASSERT_TRUE(opened.wait(kWaitMs));
    EXPECT_EQ(reported.front().front(), "Kept in the run");
    EXPECT_NE(now, 2);
    EXPECT_NEAR(read_predictions(run)[2].result.error_px, now, 1e-3);
}

TEST_F(CaseStudiesTest, SaysWhyNothingWasKept) {
    const auto run = writeRun();
    open(run);
    std::filesystem::remove_all(run);
    QSignalSpy failed(&studies, &CaseStudies::notKept);
    studies.keepTruth();
    ASSERT_TRUE(failed.wait(kWaitMs));
    EXPECT_TRUE(failed.front().front().toString().startsWith("Nothing was kept: "));
}

TEST_F(CaseStudiesTest, SaysWhatIsWrongWithARun) {
    const auto run = writeRun();
    open(run);
    write_file(run / "predictions.csv", "what is this\n1,2,3\n");
    QSignalSpy failed(&studies, &CaseStudies::failed);
    studies.open(toQString(run));
    ASSERT_TRUE(failed.wait(kWaitMs));
    EXPECT_TRUE(failed.front().front().value<ErrorText>().what.contains("predictions.csv"));
    EXPECT_TRUE(studies.cases().cases.empty());
}

TEST_F(CaseStudiesTest, ForgetsTheChosenFacesWithTheirRun) {
    const auto run = writeRun();
    open(run);
    const QSignalSpy changed(&studies, &CaseStudies::chosenChanged);
    studies.choose({1, 2});
    studies.choose({1, 2});
    EXPECT_EQ(changed.size(), 1);
    open(run);
    EXPECT_TRUE(studies.chosen().isEmpty());
    EXPECT_EQ(changed.size(), 2);
}

TEST_F(CaseStudiesTest, LeadsToTheFaceWhoseTruthIsToBeMended) {
    open(writeRun());
    QSignalSpy wanted(&session.navigation(), &Navigation::faceWanted);
    studies.mend(kFaces);
    EXPECT_TRUE(wanted.isEmpty());
    studies.mend(4);
    ASSERT_EQ(wanted.size(), 1);
    EXPECT_EQ(wanted.front().at(0).toString(), toQString(folder / "faces"));
    EXPECT_TRUE(wanted.front().at(1).toString().contains("face4"));
    EXPECT_TRUE(wanted.front().at(3).toBool());
}

}  // namespace
}  // namespace rudolph
