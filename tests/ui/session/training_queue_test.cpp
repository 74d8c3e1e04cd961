#include "ui/session/training_queue.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QMimeData>
#include <QSignalSpy>

#include "core/base/file.h"
#include "tests/support/temp_dir.h"
#include "ui/base/path_convert.h"

namespace rudolph {
namespace {

QueuedTraining named(const char* name) {
    QueuedTraining training;
    training.experiment.name = name;
    return training;
}

struct TrainingQueueTest : testing::Test {
    QStringList names() const {
        QStringList names;
        for (const QueuedTraining& training : queue.trainings())
            names << QString::fromStdString(training.experiment.name);
        return names;
    }

    test::TempDir folder;
    TrainingQueue queue{toQString(folder / "ä" / "queue.json")};
    QAbstractItemModelTester tester{&queue};
};

TEST_F(TrainingQueueTest, RunsInItsOrder) {
    queue.add({named("a"), named("b")});
    EXPECT_EQ(queue.nextWaiting(), 0);
    queue.setRunning(0);
    EXPECT_EQ(queue.runningRow(), 0);
    EXPECT_EQ(queue.nextWaiting(), 1);
    EXPECT_EQ(queue.addNext(named("urgent")), 1);
    queue.setEnded(0, QueuedTraining::State::Finished, "NME 4 %");
    EXPECT_EQ(names(), QStringList({"a", "urgent", "b"}));
    EXPECT_EQ(queue.nextWaiting(), 1);
    EXPECT_EQ(queue.waitingCount(), 2);
    EXPECT_TRUE(queue.index(0).data().toString().contains("NME 4 %"));
}

TEST_F(TrainingQueueTest, AStudyThatRunsIsKeptAsItsOtherRunsWait) {
    QueuedTraining study = named("study");
    study.repeats = {StudyKind::Folds, 4};
    queue.add({study, named("one run")});
    EXPECT_TRUE(queue.index(0).data().toString().contains("4 folds"));
    queue.setRunning(0);
    queue.setStudy(0, folder / "runs" / "study", {1});
    EXPECT_TRUE(queue.index(0).data().toString().contains("run 2 of 4"));
    const TrainingQueue again(toQString(folder / "ä" / "queue.json"));
    ASSERT_EQ(again.rowCount(), 2);
    EXPECT_EQ(again.at(0).state, QueuedTraining::State::Waiting);
    EXPECT_EQ(again.at(0).repeats, (Repeats{StudyKind::Folds, 4}));
    EXPECT_EQ(again.at(0).study, folder / "runs" / "study");
    EXPECT_FALSE(again.at(1).repeats.isStudy());
    queue.setEnded(0, QueuedTraining::State::Stopped, {});
    EXPECT_EQ(TrainingQueue(toQString(folder / "ä" / "queue.json")).rowCount(), 1);
}

TEST_F(TrainingQueueTest, MovesOnlyWhatWaits) {
    queue.add({named("a"), named("b"), named("c"), named("d")});
    queue.setRunning(0);
    EXPECT_FALSE(queue.move(1, 0));
    EXPECT_FALSE(queue.move(0, 2));
    EXPECT_FALSE(queue.move(3, 4));
    EXPECT_TRUE(queue.move(3, 1));
    EXPECT_EQ(names(), QStringList({"a", "d", "b", "c"}));
    EXPECT_TRUE(queue.move(1, 3));
    EXPECT_EQ(names(), QStringList({"a", "b", "c", "d"}));
}

TEST_F(TrainingQueueTest, ADropMovesARow) {
    queue.add({named("a"), named("b"), named("c")});
    const std::unique_ptr<QMimeData> data(queue.mimeData({queue.index(0)}));
    queue.dropMimeData(data.get(), Qt::CopyAction, 2, 0, {});
    EXPECT_EQ(names(), QStringList({"b", "a", "c"}));
    queue.dropMimeData(data.get(), Qt::CopyAction, -1, -1, {});
    EXPECT_EQ(names(), QStringList({"a", "c", "b"}));
    EXPECT_FALSE(queue.dropMimeData(std::make_unique<QMimeData>().get(), Qt::CopyAction, 0, 0, {}));
}

TEST_F(TrainingQueueTest, TakesAwayWhatIsOverAndNeverWhatRuns) {
    queue.add({named("a"), named("b"), named("c")});
    queue.setEnded(0, QueuedTraining::State::Failed, "why");
    queue.setRunning(1);
    EXPECT_FALSE(queue.remove(1));
    EXPECT_FALSE(queue.remove(7));
    queue.clearEnded();
    EXPECT_EQ(names(), QStringList({"b", "c"}));
    EXPECT_TRUE(queue.remove(1));
    EXPECT_EQ(names(), QStringList({"b"}));
}

TEST_F(TrainingQueueTest, WhatWaitsIsThereAgainAtTheNextStart) {
    QueuedTraining further = named("b");
    further.resume = "/runs/läuft";
    further.experiment.epochs = 77;
    queue.add({named("a"), further, named("c")});
    queue.setEnded(0, QueuedTraining::State::Finished, {});
    queue.move(1, 2);
    const TrainingQueue again(toQString(folder / "ä" / "queue.json"));
    ASSERT_EQ(again.rowCount(), 2);
    EXPECT_EQ(again.at(0).experiment.name, "c");
    EXPECT_EQ(again.at(1).resume, further.resume);
    EXPECT_EQ(again.at(1).experiment, further.experiment);
}

TEST_F(TrainingQueueTest, ABrokenFileIsAnEmptyQueue) {
    const auto file = folder / "broken.json";
    for (const char* text : {"", "[1]", "{\"waiting\": [{}]}", "{\"waiting\": 3}"}) {
        write_file(file, text);
        EXPECT_EQ(TrainingQueue(toQString(file)).rowCount(), 0) << text;
    }
}

TEST_F(TrainingQueueTest, SaysWhenItCannotBeKept) {
    write_file(folder / "file", "");
    TrainingQueue nowhere(toQString(folder / "file" / "queue.json"));
    QSignalSpy failed(&nowhere, &TrainingQueue::failed);
    nowhere.add({named("a")});
    EXPECT_EQ(failed.size(), 1);
    EXPECT_EQ(nowhere.rowCount(), 1);
}

}  // namespace
}  // namespace rudolph
