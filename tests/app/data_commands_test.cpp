#include <gmock/gmock.h>

#include <opencv2/core/mat.hpp>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/image/decode.h"
#include "tests/app/run_program.h"

namespace rudolph::test {
namespace {

using testing::HasSubstr;

TEST(DataCommands, DemoFacesAreWhatInspectFinds) {
    TempDir dir;
    const ProgramResult made = run_program({"demo-faces", kFaces, "--people", "3"}, dir.path());
    ASSERT_EQ(made.status, 0) << made.err;
    EXPECT_THAT(made.out, HasSubstr("18 faces of 3 people"));

    const ProgramResult inspected = run_program({"inspect", kFaces, "--json"}, dir.path());
    ASSERT_EQ(inspected.status, 0) << inspected.err;
    const Json found = parse_json(inspected.out, "standard output");
    EXPECT_EQ(found["points"], 58);
    EXPECT_EQ(found["scheme"], "imm-58");
    EXPECT_EQ(found["samples"], 18);
    EXPECT_EQ(found["labelled"], 18);
    EXPECT_EQ(found["unlabelled"], 0);
    EXPECT_EQ(found["persons"], 3);
    EXPECT_EQ(found["views"], Json({{"1", 3}, {"2", 3}, {"3", 3}, {"4", 3}, {"5", 3}, {"6", 3}}));
    EXPECT_EQ(found["image_sizes"][0], Json({{"width", 640}, {"height", 480}, {"count", 18}}));
    EXPECT_EQ(found["split"]["train"].get<int>() + found["split"]["validation"].get<int>(), 18);
    EXPECT_TRUE(found["problems"].empty());
}

TEST(DataCommands, DemoFacesOfIbugHaveBoxes) {
    TempDir dir;
    const ProgramResult made =
        run_program({"demo-faces", "d", "--people", "1", "--format", "ibug"}, dir.path());
    ASSERT_EQ(made.status, 0) << made.err;
    const ProgramResult inspected = run_program({"inspect", "d", "--json"}, dir.path());
    ASSERT_EQ(inspected.status, 0) << inspected.err;
    const Json found = parse_json(inspected.out, "standard output");
    EXPECT_EQ(found["points"], 68);
    EXPECT_EQ(found["boxes"], 6);
}

TEST(DataCommands, DemoFacesLeaveOtherFilesAlone) {
    TempDir dir;
    write_file(dir / "d/thesis.txt", "all of it");
    const ProgramResult made = run_program({"demo-faces", "d", "--people", "1"}, dir.path());
    EXPECT_EQ(made.status, 1);
    EXPECT_EQ(read_file(dir / "d/thesis.txt"), "all of it");
}

TEST(DataCommands, InspectNamesProblemsAndGoesOn) {
    TempDir dir;
    ASSERT_EQ(run_program({"demo-faces", "d", "--people", "1"}, dir.path()).status, 0);
    int broken = 0;
    for (const auto& entry : std::filesystem::directory_iterator(dir / "d"))
        if (entry.path().extension() == ".asf" && broken++ == 0)
            write_file(entry.path(), "58\n0 0 nan");
    ASSERT_GT(broken, 1);
    const ProgramResult text = run_program({"inspect", "d"}, dir.path());
    EXPECT_EQ(text.status, 0);
    EXPECT_THAT(text.out, HasSubstr(".asf:"));
    const ProgramResult json = run_program({"inspect", "d", "--json"}, dir.path());
    EXPECT_EQ(json.status, 0);
    const Json problems = parse_json(json.out, "standard output")["problems"];
    ASSERT_GE(problems.size(), 1U);
    EXPECT_FALSE(problems[0]["message"].get<std::string>().empty());
}

TEST(DataCommands, InspectDrawsASheet) {
    TempDir dir;
    ASSERT_EQ(run_program({"demo-faces", "d", "--people", "1"}, dir.path()).status, 0);
    const ProgramResult sheet =
        run_program({"inspect", "d", "--sheet", "blätter/sheet.png", "--faces", "4"}, dir.path());
    ASSERT_EQ(sheet.status, 0) << sheet.err;
    const cv::Mat picture = decode_image(dir / "blätter/sheet.png");
    EXPECT_GT(picture.cols, 4 * 200);
    EXPECT_GT(picture.rows, 200);
}

TEST(DataCommands, OutputThatCannotBeWrittenFailsTheJob) {
    TempDir dir;
    ASSERT_EQ(run_program({"demo-faces", "d", "--people", "1"}, dir.path()).status, 0);
    write_file(dir / "file", "");
    const ProgramResult sheet =
        run_program({"inspect", "d", "--sheet", "file/sheet.png"}, dir.path());
    EXPECT_EQ(sheet.status, 1);
    EXPECT_EQ(count_lines(sheet.err), 1) << sheet.err;
    const ProgramResult faces = run_program({"demo-faces", "file/d"}, dir.path());
    EXPECT_EQ(faces.status, 1);
    EXPECT_EQ(count_lines(faces.err), 1) << faces.err;
}

}  // namespace
}  // namespace rudolph::test
