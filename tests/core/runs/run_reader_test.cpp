#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/runs/run.h"
#include "core/runs/run_reader.h"
#include "core/runs/run_writer.h"
#include "tests/core/runs/example_runs.h"
#include "tests/support/error_of.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

namespace fs = std::filesystem;
using namespace test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

TEST(RunSummary, RoundTrips) {
    const TempDir folder;
    const RunWriter writer = writer_in(folder.path());
    writer.write_summary(finished_summary());
    EXPECT_EQ(read_run(writer.folder()).summary, finished_summary());
    // Only a run that is being trained says by whom.
    EXPECT_EQ(read_json(writer.folder() / "summary.json")["process"], 0);
    RunSummary running = finished_summary();
    running.state = RunState::Running;
    writer.write_summary(running);
    EXPECT_EQ(read_json(writer.folder() / "summary.json")["process"], ::getpid());
}

TEST(RunSummary, WritesUnknownFiguresAsNull) {
    const TempDir folder;
    const RunWriter writer = writer_in(folder.path());
    RunSummary summary = finished_summary();
    summary.nme = kNaN;
    writer.write_summary(summary);
    EXPECT_TRUE(read_json(writer.folder() / "summary.json")["nme"].is_null());
    EXPECT_TRUE(std::isnan(read_run(writer.folder()).summary.nme));
}

TEST(RunSummary, IsInterruptedWhenItsProcessIsGone) {
    const TempDir folder;
    const RunWriter writer = writer_in(folder.path());
    const pid_t child = ::fork();
    if (child == 0) {
        writer.write_summary({});
        ::_exit(0);
    }
    ASSERT_EQ(::waitpid(child, nullptr, 0), child);
    EXPECT_EQ(read_run(writer.folder()).summary.state, RunState::Interrupted);
}

TEST(RunSummary, IsInterruptedWhenItsNumberBelongsToALaterProcess) {
    const TempDir folder;
    const RunWriter writer = writer_in(folder.path());
    Json json = read_json(writer.folder() / "summary.json");
    json["process_start"] = 1;
    write_json(writer.folder() / "summary.json", json);
    EXPECT_EQ(read_run(writer.folder()).summary.state, RunState::Interrupted);
}

TEST(RunSummary, BelievesARunOfAnotherMachine) {
    const TempDir folder;
    const RunWriter writer = writer_in(folder.path());
    Json json = read_json(writer.folder() / "summary.json");
    json["host"] = "another-machine";
    json["process"] = 999999999;
    write_json(writer.folder() / "summary.json", json);
    EXPECT_EQ(read_run(writer.folder()).summary.state, RunState::Running);
}

TEST(RunSummary, NamesTheFileThatIsBroken) {
    const TempDir folder;
    const RunWriter writer = writer_in(folder.path());
    for (const char* text : {"{", "[]", "3", R"({"state": "happy"})", R"({"seconds": "long"})",
                             R"({"state": 3})", ""}) {
        write_file(writer.folder() / "summary.json", text);
        EXPECT_THAT(error_of([&] { read_run(writer.folder()); }).what(), HasSubstr("summary.json"))
            << text;
    }
    fs::remove(writer.folder() / "summary.json");
    EXPECT_EQ(read_run(writer.folder()).summary.state, RunState::Interrupted);
}

TEST(ReadRun, RefusesWhatIsNoRun) {
    const TempDir folder;
    EXPECT_THAT(error_of([&] { read_run(folder.path()); }).what(), HasSubstr("holds no run"));
    EXPECT_THAT(error_of([&] { read_run(folder / "missing"); }).what(),
                HasSubstr("no such folder"));
}

TEST(ReadRun, TakesAFolderWrittenWithASlashAtItsEnd) {
    const TempDir folder;
    const RunWriter writer = writer_in(folder.path());
    const RunRecord run = read_run(writer.folder() / "");
    EXPECT_EQ(run.name, writer.folder().filename());
    EXPECT_EQ(run.folder, writer.folder());
}

TEST(ListRuns, PutsTheNewestFirstWhateverTheZone) {
    const TempDir folder;
    const std::vector<std::pair<std::string, std::string>> started = {
        {"middle", "2024-05-31T18:20:42+02:00"},
        {"newest", "2024-05-31T16:30:00Z"},
        {"oldest", "2024-05-31T19:20:42+05:30"},
        {"undated", ""}};
    for (const auto& [name, time] : started) {
        RunSummary summary = finished_summary();
        summary.started = time;
        writer_in(folder.path(), name).write_summary(summary);
    }
    std::vector<std::string> names;
    for (const RunRecord& run : list_runs(folder.path()).runs)
        names.push_back(run.experiment.name);
    EXPECT_THAT(names, ElementsAre("newest", "middle", "oldest", "undated"));
}

TEST(ListRuns, ReportsBrokenRunsAndIgnoresOtherFolders) {
    const TempDir folder;
    writer_in(folder.path(), "good");
    const RunWriter broken = writer_in(folder.path(), "broken");
    write_file(broken.folder() / "experiment.json", "{\n\n]");
    create_folder(folder / "notes");
    write_file(folder / "file.txt", "");
    const RunList list = list_runs(folder.path());
    ASSERT_EQ(list.runs.size(), 1U);
    EXPECT_EQ(list.runs[0].experiment.name, "good");
    ASSERT_EQ(list.problems.size(), 1U);
    EXPECT_EQ(list.problems[0].file, broken.folder() / "experiment.json");
    EXPECT_EQ(list.problems[0].line, 3);
}

TEST(ListRuns, IsEmptyBeforeTheFirstRun) {
    const TempDir folder;
    EXPECT_THAT(list_runs(folder / "not" / "there").runs, IsEmpty());
    EXPECT_THAT(list_runs(folder.path()).runs, IsEmpty());
    write_file(folder / "file", "");
    EXPECT_THROW(list_runs(folder / "file"), Error);
}

TEST(TimeText, IsIso8601WithAZone) {
    EXPECT_THAT(time_text_now(),
                testing::MatchesRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}"
                                      "[+-][0-9]{2}:[0-9]{2}"));
}

}  // namespace
}  // namespace rudolph
