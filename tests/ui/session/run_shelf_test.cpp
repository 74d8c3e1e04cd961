#include "ui/session/run_shelf.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>

#include "core/base/file.h"
#include "core/formats/open_dataset.h"
#include "core/runs/run_writer.h"
#include "tests/support/drawn_faces.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/support/wait.h"
#include "ui/base/path_convert.h"

namespace rudolph {
namespace {

using test::kWaitMs;
using test::waitFor;

struct RunShelfTest : testing::Test {
    RunShelfTest() {
        std::filesystem::create_directories(folder / "faces");
        for (int i = 0; i < 4; ++i)
            test::write_drawn_face(folder / "faces", "face" + std::to_string(i), {160, 120}, 90);
        dataset = open_dataset(folder / "faces");
        shelf.setFolder(runs());
    }

    QString runs() const { return toQString(folder / "runs"); }
    std::filesystem::path writeRun(RunState state = RunState::Finished) {
        const RunWriter writer(folder / "runs", preset("nose-tip"), dataset, Split{{0, 1}, {2, 3}});
        writeSummary(writer.folder(), state, 1);
        return writer.folder();
    }
    static void writeSummary(const std::filesystem::path& run, RunState state, int epochs) {
        RunSummary summary;
        summary.state = state;
        summary.epochs_done = summary.best_epoch = epochs;
        RunWriter(run, preset("nose-tip")).write_summary(summary);
    }
    void refresh() {
        QSignalSpy over(&shelf, &RunShelf::refreshed);
        shelf.refresh();
        ASSERT_TRUE(over.wait(kWaitMs));
    }

    test::TempDir folder;
    Dataset dataset;
    RunShelf shelf;
};

TEST_F(RunShelfTest, ReadsNothingBeforeSomebodyAsks) {
    writeRun();
    QTest::qWait(20);
    EXPECT_FALSE(shelf.wasRead());
    EXPECT_FALSE(shelf.isReading());
    refresh();
    EXPECT_TRUE(shelf.wasRead());
    EXPECT_EQ(shelf.runs().runs.size(), 1U);
}

TEST_F(RunShelfTest, TellsOfChangesOnceAndOfNothingElse) {
    const auto run = writeRun();
    const QSignalSpy changed(&shelf, &RunShelf::changed);
    refresh();
    EXPECT_EQ(changed.size(), 1);
    const RunEntryPtr entry = shelf.find(toQString(run));
    ASSERT_NE(entry, nullptr);
    refresh();
    EXPECT_EQ(changed.size(), 1);
    EXPECT_EQ(shelf.find(toQString(run)), entry);
    writeSummary(run, RunState::Finished, 7);
    writeRun();
    refresh();
    EXPECT_EQ(changed.size(), 2);
    EXPECT_EQ(shelf.runs().runs.size(), 2U);
    EXPECT_EQ(shelf.find(toQString(run))->run.summary.epochs_done, 7);
    std::filesystem::remove_all(run);
    refresh();
    EXPECT_EQ(changed.size(), 3);
    EXPECT_EQ(shelf.find(toQString(run)), nullptr);
}

TEST_F(RunShelfTest, FollowsRunsThatGoOnWhileSomebodyWatches) {
    const auto run = writeRun(RunState::Running);
    const QObject page;
    const QObject other;
    shelf.unwatch(&other);
    shelf.watch(&page);
    shelf.watch(&page);
    shelf.unwatch(&other);
    ASSERT_TRUE(waitFor([&] { return shelf.wasRead(); }));
    // Read again, but found as it was.
    const QSignalSpy changed(&shelf, &RunShelf::changed);
    const RunEntryPtr before = shelf.find(toQString(run));
    refresh();
    EXPECT_EQ(changed.size(), 0);
    EXPECT_EQ(shelf.find(toQString(run)), before);
    writeSummary(run, RunState::Finished, 2);
    ASSERT_TRUE(waitFor([&] { return changed.size() == 1; }));
    EXPECT_EQ(shelf.find(toQString(run))->run.summary.state, RunState::Finished);
    shelf.unwatch(&page);
    writeSummary(run, RunState::Running, 3);
    QTest::qWait(2500);
    EXPECT_EQ(changed.size(), 1) << "nobody watches";
}

TEST_F(RunShelfTest, TurnsToAnotherFolderOnceRunsAreWanted) {
    writeRun();
    shelf.setFolder(toQString(folder / "none"));
    EXPECT_FALSE(shelf.isReading());
    refresh();
    EXPECT_TRUE(shelf.runs().runs.empty());
    EXPECT_FALSE(shelf.error());
    QSignalSpy changed(&shelf, &RunShelf::changed);
    shelf.setFolder(runs());
    EXPECT_EQ(changed.size(), 1);
    EXPECT_FALSE(shelf.wasRead());
    ASSERT_TRUE(waitFor([&] { return shelf.wasRead(); }));
    EXPECT_EQ(shelf.runs().runs.size(), 1U);
    // Turned away from while it is read.
    shelf.refresh();
    shelf.setFolder(toQString(folder / "none"));
    ASSERT_TRUE(waitFor([&] { return shelf.wasRead(); }));
    EXPECT_TRUE(shelf.runs().runs.empty());
}

TEST_F(RunShelfTest, SaysWhyAFolderCannotBeListed) {
    write_file(folder / "file", "x");
    shelf.setFolder(toQString(folder / "file"));
    const QSignalSpy changed(&shelf, &RunShelf::changed);
    refresh();
    EXPECT_EQ(changed.size(), 1);
    ASSERT_TRUE(shelf.error());
    EXPECT_TRUE(shelf.error()->what.contains("cannot be listed"));
    refresh();
    EXPECT_EQ(changed.size(), 1);
    std::filesystem::remove(folder / "file");
    refresh();
    EXPECT_EQ(changed.size(), 2);
    EXPECT_FALSE(shelf.error());
}

TEST_F(RunShelfTest, NamesRunsThatCannotBeRead) {
    write_file(writeRun() / "summary.json", "{");
    writeRun();
    refresh();
    EXPECT_EQ(shelf.runs().runs.size(), 1U);
    EXPECT_EQ(shelf.runs().problems.size(), 1U);
}

TEST_F(RunShelfTest, ListsAreNeverOlderThanAMarkThatWasMadeBefore) {
    const auto run = writeRun();
    // Made while the list is being read, before the file is written.
    QSignalSpy over(&shelf, &RunShelf::refreshed);
    shelf.refresh();
    shelf.writeMarks(toQString(run), {true, {"tag"}, "a note"});
    ASSERT_TRUE(over.wait(kWaitMs));
    ASSERT_TRUE(waitFor([&] { return !shelf.isReading(); }));
    EXPECT_TRUE(shelf.find(toQString(run))->marks.starred);
    EXPECT_EQ(read_marks(run).note, "a note");
    EXPECT_EQ(shelf.find(toQString(run))->marks.note, "a note");
    // At once, where the run is there already.
    shelf.writeMarks(toQString(run), {false, {}, "another"});
    EXPECT_EQ(shelf.find(toQString(run))->marks.note, "another");
    refresh();
    EXPECT_EQ(shelf.find(toQString(run))->marks.note, "another");
}

TEST_F(RunShelfTest, SaysWhichMarkIsNotKeptAndWhatHolds) {
    const auto run = writeRun();
    QSignalSpy failed(&shelf, &RunShelf::marksFailed);
    write_file(run / "marks.json", "{");
    shelf.writeMarks(toQString(run), {true, {}, {}});
    ASSERT_TRUE(failed.wait(kWaitMs));
    EXPECT_EQ(failed.front().front().toString(), toQString(run));
    EXPECT_FALSE(failed.front().at(1).value<RunMarks>().starred);
    EXPECT_EQ(read_file(run / "marks.json"), "{");
}

TEST_F(RunShelfTest, WritesMarksThatWaitBeforeItGoes) {
    const auto run = writeRun();
    {
        RunShelf other;
        other.setFolder(runs());
        other.refresh();
        other.writeMarks(toQString(run), {true, {}, {}});
    }
    EXPECT_TRUE(read_marks(run).starred);
}

TEST_F(RunShelfTest, SaysWhichRunsCannotBeThrownAway) {
    QSignalSpy trashed(&shelf, &RunShelf::trashed);
    const QString nowhere = toQString(folder / "runs" / "none");
    shelf.moveToTrash({nowhere});
    ASSERT_TRUE(trashed.wait(kWaitMs));
    EXPECT_EQ(trashed.front().at(0).toStringList(), QStringList());
    EXPECT_EQ(trashed.front().at(1).toStringList(), QStringList{nowhere});
}

}  // namespace
}  // namespace rudolph
