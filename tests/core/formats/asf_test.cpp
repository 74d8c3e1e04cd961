#include "core/formats/asf.h"

#include <gmock/gmock.h>

#include "core/formats/open_dataset.h"
#include "tests/core/formats/data_files.h"
#include "tests/support/error_of.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::asf_text;
using test::TempDir;
using test::write_picture;
using testing::ElementsAre;
using testing::HasSubstr;

Error asf_error(const std::string& text) {
    return test::error_of("04-1m.asf", [&] { parse_asf(text, "04-1m.asf"); });
}

TEST(ParseAsf, ReadsRelativePointsAndPaths) {
    const AsfShape shape = parse_asf(asf_text({{0.25, 0.5}, {0.3, 0.6}, {1, 0}, {0, 1}}, 2), "a");
    EXPECT_THAT(shape.relative,
                ElementsAre(Point(0.25, 0.5), Point(0.3, 0.6), Point(1, 0), Point(0, 1)));
    ASSERT_EQ(shape.lines.size(), 2U);
    EXPECT_THAT(shape.lines[0].points, ElementsAre(0, 1));
    EXPECT_FALSE(shape.lines[0].closed);
    EXPECT_THAT(shape.lines[1].points, ElementsAre(2, 3));
    EXPECT_TRUE(shape.lines[1].closed);
}

TEST(ParseAsf, TakesThreeMoreColumnsAndWindowsLineEnds) {
    const AsfShape shape = parse_asf(
        "# c\r\n2\r\n0 0 0.1 0.2 0 1 1 0.0 0.0 0.0\r\n0 0 0.3 0.4 1 0 0 0.0 0.0 0.0\r\na.jpg\r\n",
        "a");
    EXPECT_THAT(shape.relative, ElementsAre(Point(0.1, 0.2), Point(0.3, 0.4)));
}

TEST(ParseAsf, ReportsTheLineOfWhatIsWrong) {
    const std::string row = "0 4 0.1 0.2 0 0 1\n";
    EXPECT_EQ(asf_error("# head\nmany\n" + row).place().line, 2);
    EXPECT_EQ(asf_error("1\n0 4 0.1 zero 0 0 1\n").place().line, 2);
    EXPECT_THAT(asf_error("1\n0 4 0.1 zero 0 0 1\n").message(), HasSubstr("'zero'"));
    EXPECT_THAT(asf_error("1\n0 4 0.1 nan 0 0 1\n").message(), HasSubstr("finite"));
    EXPECT_THAT(asf_error("1\n0 4 -inf 0.1 0 0 1\n").message(), HasSubstr("finite"));
    EXPECT_THAT(asf_error("1\n0 4 1e30 0.1 0 0 1\n").message(), HasSubstr("away"));
    EXPECT_THAT(asf_error("1\n0 4 0,1 0,2 0 0 1\n").message(), HasSubstr("'0,1'"));
    EXPECT_EQ(asf_error("2\n" + row + "0 4 0.1 0.2 7 0 1\n").place().line, 3);
    EXPECT_THAT(asf_error("").message(), HasSubstr("no points"));
    EXPECT_THAT(asf_error("# only\n# comments\n").message(), HasSubstr("no points"));
    EXPECT_THAT(asf_error("-3\n").message(), HasSubstr("number of points"));
    EXPECT_THAT(asf_error("0\n").message(), HasSubstr("number of points"));
}

TEST(ParseAsf, ReportsCountsThatDoNotMatch) {
    const std::string row = "0 4 0.1 0.2 0 0 1\n";
    const Error few = asf_error("58\n" + row + "host.jpg\n");
    EXPECT_THAT(few.message(), HasSubstr("58 points are announced, but only 1"));
    EXPECT_EQ(few.place().line, 1);
    EXPECT_THAT(asf_error("1\n" + row + "0 4 0.1 0.2 1 0 1\n").message(), HasSubstr("more follow"));
}

TEST(ParseAsf, AnnouncingABillionPointsCostsNoMemory) {
    EXPECT_THAT(asf_error("1000000000\n0 4 0.1 0.2 0 0 1\n").message(), HasSubstr("1000000000"));
    EXPECT_THAT(asf_error("9999999999999999999999\n").message(), HasSubstr("number of points"));
}

TEST(ParseAsf, EveryCutIsNoticed) {
    const std::string whole = "# c\n2\n0 4 0.125 0.25 0 0 1\n0 4 0.5 0.75 1 0 1";
    EXPECT_EQ(asf_error(whole).message(), "no error");
    for (size_t length = 0; length < whole.size(); ++length)
        EXPECT_NE(asf_error(whole.substr(0, length)).message(), "no error")
            << whole.substr(0, length);
}

TEST(ImmReader, ScalesPointsByTheSizeOfThePicture) {
    const TempDir dir;
    write_picture(dir / "04-3f.JPG", {200, 100});
    write_file(dir / "04-3f.asf", asf_text({{0.25, 0.5}, {1, 1}}));
    const ReaderResult result = read_imm(dir.path(), {dir / "04-3f.asf"});
    ASSERT_EQ(result.samples.size(), 1U) << test::messages(result.problems);
    const Sample& sample = result.samples[0];
    EXPECT_EQ(sample.id, "04-3f");
    EXPECT_EQ(sample.image, dir / "04-3f.JPG");
    EXPECT_EQ(sample.image_size, cv::Size(200, 100));
    EXPECT_THAT(sample.points_in_image.points, ElementsAre(Point(50, 50), Point(200, 100)));
    EXPECT_EQ(sample.person, "04");
    EXPECT_EQ(sample.view, 3);
    EXPECT_FALSE(sample.box);
}

TEST(ImmReader, TakesThePersonFromNumberedNames) {
    const TempDir dir;
    for (const char* stem : {"06_02", "anna-1", "7-3", "x_mirror"}) {
        write_picture(dir / (std::string(stem) + ".png"));
        write_file(dir / (std::string(stem) + ".asf"), asf_text({{0, 0}}));
    }
    const ReaderResult result = read_imm(
        dir.path(), {dir / "06_02.asf", dir / "7-3.asf", dir / "anna-1.asf", dir / "x_mirror.asf"});
    ASSERT_EQ(result.samples.size(), 4U);
    EXPECT_EQ(result.samples[0].person, "06");
    EXPECT_EQ(result.samples[1].person, "7");
    EXPECT_EQ(result.samples[2].person, "anna-1");
    EXPECT_EQ(result.samples[3].person, "x");
    EXPECT_FALSE(result.samples[0].view);
}

TEST(ImmReader, OneBadFileDoesNotSpoilTheRest) {
    const TempDir dir;
    write_picture(dir / "good.jpg");
    write_picture(dir / "short.jpg");
    write_file(dir / "broken.jpg", "no picture");
    write_file(dir / "good.asf", asf_text({{0, 0}}));
    write_file(dir / "short.asf", "3\n0 4 0.1 0.2 0 0 1\n");
    write_file(dir / "broken.asf", asf_text({{0, 0}}));
    write_file(dir / "alone.asf", asf_text({{0, 0}}));
    const ReaderResult result =
        read_imm(dir.path(), {dir / "alone.asf", dir / "broken.asf", dir / "gone.asf",
                              dir / "good.asf", dir / "short.asf"});
    ASSERT_EQ(result.samples.size(), 1U);
    EXPECT_EQ(result.samples[0].id, "good");
    ASSERT_EQ(result.problems.size(), 4U);
    EXPECT_THAT(result.problems[0].message, HasSubstr("alone.jpg"));
    EXPECT_EQ(result.problems[0].file, dir / "alone.asf");
    EXPECT_EQ(result.problems[1].file, dir / "broken.jpg");
    EXPECT_EQ(result.problems[1].sample_id, "broken");
    EXPECT_EQ(result.problems[3].file, dir / "short.asf");
    EXPECT_EQ(result.problems[3].line, 1);
}

TEST(ImmReader, StopsWhenCancelled) {
    const TempDir dir;
    const CancelToken cancel;
    cancel.cancel();
    EXPECT_THROW(read_imm(dir.path(), {dir / "a.asf"}, cancel), Cancelled);
}

TEST(ImmReader, ReadsTheRealFaces) {
    SKIP_WITHOUT_SHARED_DATA(folder, "imm_face_db");
    const Dataset dataset = open_dataset(folder);
    EXPECT_EQ(dataset.format, DatasetFormat::Imm);
    EXPECT_EQ(dataset.samples.size(), 240U);
    EXPECT_TRUE(dataset.problems.empty()) << test::messages(dataset.problems);
    EXPECT_EQ(dataset.scheme.name, "imm-58");
    EXPECT_EQ(dataset.samples.front().id, "01-1m");
    const auto place = dataset.find("04-1m");
    ASSERT_TRUE(place.has_value());
    const Sample& first = dataset.samples.at(static_cast<size_t>(*place));
    EXPECT_EQ(first.view, 1);
    EXPECT_NEAR(first.points_in_image.points[0].x, 0.35763609 * 640, 1e-9);
    EXPECT_NEAR(first.points_in_image.points[0].y, 0.63809258 * 480, 1e-9);
}

TEST(ImmReader, KnowsTheRealFrontalFaces) {
    SKIP_WITHOUT_SHARED_DATA(folder, "imm_frontal");
    const Dataset dataset = open_dataset(folder);
    EXPECT_EQ(dataset.samples.size(), 120U);
    EXPECT_TRUE(dataset.problems.empty()) << test::messages(dataset.problems);
    EXPECT_EQ(dataset.scheme, builtin_scheme("imm-frontal-73"));
    EXPECT_EQ(dataset.samples.front().person, "01");
}

}  // namespace
}  // namespace rudolph
