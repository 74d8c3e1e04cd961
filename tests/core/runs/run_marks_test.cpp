#include "core/runs/run_marks.h"

#include <gmock/gmock.h>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "tests/core/runs/example_runs.h"
#include "tests/support/error_of.h"
#include "tests/support/temp_dir.h"

namespace rudolph::test {
namespace {

using testing::HasSubstr;

const RunMarks kMarks{true, {"baseline", "größer"}, "Two lines,\n\"quoted\""};

TEST(RunMarks, ComeBackAsTheyWereWritten) {
    const TempDir folder;
    EXPECT_EQ(read_marks(folder.path()), RunMarks{});
    write_marks(folder.path(), kMarks);
    EXPECT_EQ(read_marks(folder.path()), kMarks);
    write_marks(folder.path(), {});
    EXPECT_EQ(read_marks(folder.path()), RunMarks{});
}

TEST(RunMarks, SayWhichRunIsTheBaseline) {
    const TempDir run;
    write_marks(run.path(), {.starred = false, .tags = {}, .note = {}, .baseline = true});
    EXPECT_TRUE(read_marks(run.path()).baseline);
    // Files of before know none.
    write_file(run / kMarksFile, R"({"starred": true, "tags": [], "note": ""})");
    EXPECT_FALSE(read_marks(run.path()).baseline);
}

TEST(RunMarks, LeaveNoFileWhereThereIsNothingToSay) {
    const TempDir folder;
    write_marks(folder.path(), {});
    EXPECT_TRUE(files_in(folder.path()).empty());
}

TEST(RunMarks, KeepWhatALaterVersionHasWritten) {
    const TempDir folder;
    write_file(folder / kMarksFile, R"({"rating": 5, "starred": false, "note": "old"})");
    write_marks(folder.path(), kMarks);
    const Json json = read_json(folder / kMarksFile);
    EXPECT_EQ(json.at("rating"), 5);
    EXPECT_EQ(json.at("note"), kMarks.note);
}

TEST(RunMarks, LeaveAFileAloneThatTheyCannotRead) {
    const TempDir folder;
    for (const char* broken : {"{", "[]", R"({"tags": "one"})", R"({"starred": 3})"}) {
        write_file(folder / kMarksFile, broken);
        EXPECT_THROW(read_marks(folder.path()), Error) << broken;
        EXPECT_THAT(error_of([&] { write_marks(folder.path(), kMarks); }).what(),
                    HasSubstr("marks.json"))
            << broken;
        EXPECT_EQ(read_file(folder / kMarksFile), broken);
    }
}

TEST(RunMarks, DoNotBringARemovedRunBack) {
    const TempDir folder;
    EXPECT_THAT(error_of([&] { write_marks(folder / "gone", kMarks); }).what(),
                HasSubstr("not there any more"));
    EXPECT_FALSE(std::filesystem::exists(folder / "gone"));
}

TEST(RunMarks, SayThatTheFolderCannotBeWrittenTo) {
    // Nobody may write here, not even root.
    EXPECT_THAT(error_of([&] { write_marks("/proc/self", kMarks); }).what(),
                HasSubstr("cannot write into this folder"));
}

TEST(RunMarks, TagsAreWordsBetweenCommas) {
    EXPECT_EQ(tags_from(" wide , , imm faces,wide"),
              (std::vector<std::string>{"wide", "imm faces"}));
    EXPECT_TRUE(tags_from(" , ").empty());
    EXPECT_EQ(tags_text({"wide", "imm faces"}), "wide, imm faces");
}

}  // namespace
}  // namespace rudolph::test
