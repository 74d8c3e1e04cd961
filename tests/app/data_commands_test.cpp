#include <gmock/gmock.h>

#include <chrono>
#include <csignal>
#include <opencv2/core.hpp>
#include <thread>

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

TEST(DataCommands, ASheetShowsNoFaceFromElsewhereUnasked) {
    TempDir dir;
    write_image(dir / "elsewhere/secret.png", cv::Mat(50, 100, CV_8UC3, cv::Scalar(0, 0, 255)));
    write_image(dir / "set/own.png", cv::Mat(50, 100, CV_8UC3, cv::Scalar(255, 0, 0)));
    const std::string secret = "../elsewhere/secret.png,10,90,10,40\n";
    write_file(dir / "set/list.csv", "image_name,x_0,x_1,y_0,y_1\nown.png,10,90,10,40\n" + secret);
    const auto red_pixels = [&dir] {
        cv::Mat red;
        cv::inRange(decode_image(dir / "sheet.png"), cv::Scalar(0, 0, 250), cv::Scalar(5, 5, 255),
                    red);
        return cv::countNonZero(red);
    };
    std::vector<std::string> command = {"inspect", "set/list.csv", "--sheet", "sheet.png"};
    const ProgramResult left_out = run_program(command, dir.path());
    ASSERT_EQ(left_out.status, 0) << left_out.err;
    EXPECT_THAT(left_out.err, HasSubstr("not drawn: a picture lies outside"));
    EXPECT_THAT(left_out.err, HasSubstr("--follow-outside"));
    EXPECT_EQ(red_pixels(), 0);
    command.emplace_back("--follow-outside");
    EXPECT_EQ(run_program(command, dir.path()).status, 0);
    EXPECT_GT(red_pixels(), 1000);
    // Nothing is left to draw.
    command.pop_back();
    write_file(dir / "set/list.csv", "image_name,x_0,x_1,y_0,y_1\n" + secret);
    const ProgramResult none = run_program(command, dir.path());
    EXPECT_EQ(none.status, 1);
    EXPECT_THAT(none.err, HasSubstr("the pictures of all faces lie outside"));
}

TEST(DataCommands, ASignalEndsTheReadingOfOneLargeList) {
    TempDir dir;
    write_image(dir / "own.png", cv::Mat(50, 100, CV_8UC3, cv::Scalar(255, 0, 0)));
    std::string list = "image_name,x_0,x_1,y_0,y_1\n";
    for (int i = 0; i < 300000; ++i)
        list += "own.png,10,90,10,40\n";
    write_file(dir / "list.csv", list);
    for (const int signal : {SIGINT, SIGTERM}) {
        Program program({"inspect", "list.csv"}, dir.path());
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        program.send(signal);
        const ProgramResult result = program.wait();
        EXPECT_EQ(result.status, 128 + signal) << result.err;
        EXPECT_EQ(result.out, "");
    }
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
