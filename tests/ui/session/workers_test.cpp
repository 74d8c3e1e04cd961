#include <gmock/gmock.h>

#include <QDir>
#include <QSignalSpy>
#include <QTest>
#include <atomic>
#include <thread>

#include "core/formats/open_dataset.h"
#include "tests/support/drawn_faces.h"
#include "tests/support/temp_dir.h"
#include "ui/base/path_convert.h"
#include "ui/data/network_view.h"
#include "ui/parts/latest_job.h"
#include "ui/session/dataset_worker.h"

namespace rudolph {
namespace {

constexpr int kWaitMs = 30000;

TEST(LatestJob, SkipsWhatWasOvertakenAndEndsWithTheLast) {
    LatestJob jobs;
    std::atomic<bool> go = false;
    std::vector<int> seen;
    const auto job = [&](int number) {
        jobs.start([&, number]() -> LatestJob::Outcome {
            while (!go)
                std::this_thread::yield();
            return [&seen, number] { seen.push_back(number); };
        });
    };
    for (int i = 1; i <= 5; ++i)
        job(i);
    go = true;
    ASSERT_TRUE(QTest::qWaitFor([&] { return !jobs.isBusy(); }, kWaitMs));
    EXPECT_THAT(seen, testing::ElementsAre(1, 5));
}

TEST(LatestJob, DropsTheOutcomeWhenClearedOrDestroyed) {
    bool seen = false;
    {
        LatestJob jobs;
        jobs.start([&]() -> LatestJob::Outcome { return [&] { seen = true; }; });
        jobs.clear();
        ASSERT_TRUE(QTest::qWaitFor([&] { return !jobs.isBusy(); }, kWaitMs));
        jobs.start([&]() -> LatestJob::Outcome { return [&] { seen = true; }; });
    }
    QTest::qWait(10);
    EXPECT_FALSE(seen);
}

TEST(DatasetWorker, OpensThenChecks) {
    const test::TempDir dir;
    test::write_drawn_face(dir.path(), "a");
    test::write_drawn_face(dir.path(), "b");
    DatasetWorker worker;
    std::vector<OpenedDataset> seen;
    CheckedPictures pictures;
    QObject::connect(&worker, &DatasetWorker::opened, &worker,
                     [&](int, const OpenedDataset& opened) { seen.push_back(opened); });
    QObject::connect(&worker, &DatasetWorker::checked, &worker,
                     [&](int, const CheckedPictures& checked) { pictures = checked; });
    worker.open({7, toQString(dir.path()), {}});
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(seen[0].dataset->samples.size(), 2U);
    EXPECT_EQ(seen[0].stamps.size(), 2U);
    EXPECT_TRUE(seen[0].kept.empty());
    EXPECT_EQ(pictures.at((dir / "a.png").string()).size, cv::Size(160, 120));
}

TEST(DatasetWorker, SaysWhatWentWrong) {
    const test::TempDir dir;
    DatasetWorker worker;
    QSignalSpy failed(&worker, &DatasetWorker::failed);
    worker.open({7, toQString(dir / "gone"), {}});
    ASSERT_EQ(failed.size(), 1);
    EXPECT_EQ(failed.first().at(0).toInt(), 7);
    EXPECT_FALSE(failed.first().at(1).toString().isEmpty());
}

TEST(DatasetWorker, LeavesNothingOfDemoFacesThatWereCancelled) {
    const test::TempDir dir;
    const QString folder = toQString(dir / "demo faces");
    DatasetWorker worker;
    QSignalSpy cancelled(&worker, &DatasetWorker::cancelled);
    const CancelToken cancel;
    QObject::connect(
        &worker, &DatasetWorker::progressed, &worker, [&] { cancel.cancel(); },
        Qt::DirectConnection);
    worker.openDemoFaces({1, folder, cancel});
    ASSERT_EQ(cancelled.size(), 1);
    EXPECT_FALSE(QDir(folder).exists());
}

TEST(NetworkView, ShowsWhatTrainingUses) {
    const test::TempDir dir;
    test::write_drawn_face(dir.path(), "a");
    const Dataset dataset = open_dataset(dir.path());
    InputSpec input;
    input.width = 40;
    input.height = 30;
    input.channels = 3;
    const NetworkView view =
        networkView(dataset.samples[0], dataset.scheme, input, TargetPoints::All);
    EXPECT_EQ(view.crop.size(), QSize(40, 30));
    ASSERT_EQ(view.labels.size(), 136U);
    // A resize of the whole picture keeps the normalised place.
    EXPECT_NEAR(view.labels[0], (dataset.samples[0].points_in_image.points[0].x + 0.5) / 160, 1e-5);
    EXPECT_GE(view.lowest, -0.5F);
    EXPECT_LE(view.highest, 0.5F);
    EXPECT_LT(view.lowest, view.average);
    const NetworkView nose =
        networkView(dataset.samples[0], dataset.scheme, input, TargetPoints::NoseTip);
    EXPECT_EQ(nose.labels.size(), 2U);
    EXPECT_EQ(nose.scheme.size(), 1);
}

TEST(NetworkView, ThrowsForABrokenPicture) {
    Sample sample;
    sample.image = "/nowhere/at/all.png";
    EXPECT_THROW(networkView(sample, builtin_scheme("ibug-68"), {}, TargetPoints::All), Error);
}

}  // namespace
}  // namespace rudolph
