#include "core/runs/run_index.h"

#include <gmock/gmock.h>

#include <cmath>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/runs/run_files.h"
#include "core/runs/run_table.h"
#include "core/runs/run_writer.h"
#include "tests/core/runs/example_runs.h"
#include "tests/support/comma_locale.h"
#include "tests/support/temp_dir.h"

namespace rudolph::test {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::filesystem::path add_run(const TempDir& folder, const std::string& name,
                              const std::string& started = "2024-05-31T18:20:42+02:00") {
    const RunWriter writer = writer_in(folder.path(), name);
    RunSummary summary = finished_summary();
    summary.started = started;
    writer.write_summary(summary);
    return writer.folder();
}

TEST(RunIndex, ReadsRunsWithTheirMarksNewestFirst) {
    const TempDir folder;
    add_run(folder, "old", "2024-05-30T18:20:42+02:00");
    write_marks(add_run(folder, "new"), {true, {"über"}, "note"});
    const RunEntries entries = RunIndex().read(folder.path());
    ASSERT_EQ(entries.runs.size(), 2U);
    EXPECT_TRUE(entries.problems.empty());
    EXPECT_EQ(entries.runs[0]->run.experiment.name, "new");
    EXPECT_EQ(entries.runs[0]->marks.note, "note");
    EXPECT_EQ(entries.runs[0]->preset, "nose-tip");
    EXPECT_EQ(entries.runs[1]->marks, RunMarks{});
}

TEST(RunIndex, ReadsAgainOnlyWhatHasChanged) {
    const TempDir folder;
    const auto changing = add_run(folder, "changing");
    add_run(folder, "same", "2024-05-30T18:20:42+02:00");
    RunIndex index;
    const RunEntries before = index.read(folder.path());
    write_marks(changing, {true, {}, ""});
    const RunEntries after = index.read(folder.path());
    EXPECT_NE(after.runs[0], before.runs[0]);
    EXPECT_TRUE(after.runs[0]->marks.starred);
    EXPECT_EQ(after.runs[1], before.runs[1]);
    std::filesystem::remove_all(changing);
    EXPECT_EQ(index.read(folder.path()).runs.size(), 1U);
}

TEST(RunIndex, BrokenRunsAndMarksAreProblems) {
    const TempDir folder;
    write_file(add_run(folder, "marked") / kMarksFile, "{");
    write_file(add_run(folder, "broken") / kExperimentFile, "{");
    std::filesystem::create_directory(folder / "no run");
    RunIndex index;
    for (int time = 0; time < 2; ++time) {
        const RunEntries entries = index.read(folder.path());
        EXPECT_EQ(entries.runs.size(), 1U);
        EXPECT_EQ(entries.problems.size(), 2U);
    }
}

TEST(RunIndex, AFolderThatIsNotThereHasNoRuns) {
    const TempDir folder;
    EXPECT_TRUE(RunIndex().read(folder / "none").runs.empty());
    write_file(folder / "file", "x");
    EXPECT_THROW(RunIndex().read(folder / "file"), Error);
    CancelToken cancel;
    cancel.cancel();
    add_run(folder, "one");
    EXPECT_THROW(RunIndex().read(folder.path(), cancel), Cancelled);
}

TEST(RunIndex, FiguresBeforeTheFirstEpochAreUnknown) {
    const TempDir folder;
    const auto run = add_run(folder, "cut short");
    std::filesystem::remove(run / kSummaryFile);
    const RunEntryPtr entry = read_entry(run);
    EXPECT_TRUE(std::isnan(entry->run.summary.nme));
    EXPECT_EQ(entry->best_epoch(), nullptr);
}

TEST(RunsTable, IsCsvWithADecimalPointInEveryLocale) {
    const TempDir folder;
    const auto first = add_run(folder, "first");
    write_marks(first, {true, {"a", "b"}, "two\nlines, \"quoted\""});
    Experiment fast = preset("nose-tip");
    fast.optimiser.learning_rate = 0.004;
    const RunWriter second(add_run(folder, "second", "2024-05-30T18:20:42+02:00"), fast);
    const CommaLocale comma;
    const std::string csv = runs_csv(RunIndex().read(folder.path()).runs);
    const auto rows = lines(csv);
    EXPECT_THAT(std::string(rows.at(0)), StartsWith("name,experiment,preset,changes,data,state,"));
    EXPECT_THAT(std::string(rows.at(0)), HasSubstr(",note,optimiser.learning_rate"));
    EXPECT_THAT(csv, HasSubstr(",0.30000000000000004,0.001,3.25,0.5,0.25,"));
    EXPECT_THAT(csv, HasSubstr("\"two\nlines, \"\"quoted\"\"\",0.001\r\n"));
    EXPECT_THAT(csv, HasSubstr("Learning rate 0.004 (0.001)"));
    EXPECT_EQ(csv_fields(rows.back()).size(), csv_fields(rows.front()).size());
}

}  // namespace
}  // namespace rudolph::test
