#include "core/formats/pts.h"

#include <gmock/gmock.h>

#include "core/formats/open_dataset.h"
#include "tests/core/formats/data_files.h"
#include "tests/support/error_of.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::pts_text;
using test::TempDir;
using test::write_picture;
using testing::ElementsAre;
using testing::HasSubstr;

Error pts_error(const std::string& text) {
    return test::error_of("a.pts", [&] { parse_pts(text, "a.pts"); });
}

TEST(PtsReader, CountsPixelsFromZero) {
    EXPECT_THAT(parse_pts(pts_text({{1, 1}, {153.5, 187.25}}), "a"),
                ElementsAre(Point(0, 0), Point(152.5, 186.25)));
}

TEST(PtsReader, ReadsBareLinesWithoutHeader) {
    EXPECT_THAT(parse_pts("1 2\n 3.5\t4 \n\n5 , 6\r\n", "a"),
                ElementsAre(Point(0, 1), Point(2.5, 3), Point(4, 5)));
}

TEST(PtsReader, TakesHeadsInAnySpacing) {
    EXPECT_THAT(parse_pts("version:1\r\nn_points:1\r\n{\r\n2 3\r\n}\r\n", "a"),
                ElementsAre(Point(1, 2)));
    EXPECT_THAT(parse_pts("version: 1\nn_points:   1 \n  {\n2 3\n  }\nanything", "a"),
                ElementsAre(Point(1, 2)));
}

TEST(PtsReader, ReportsTheLineOfWhatIsWrong) {
    EXPECT_EQ(pts_error("version: 1\nn_points: 2\n{\n1 2\n3 four\n}\n").place().line, 5);
    EXPECT_THAT(pts_error("1 2\n3\n").message(), HasSubstr("'3'"));
    EXPECT_EQ(pts_error("1 2\n3\n").place().line, 2);
    EXPECT_EQ(pts_error("1 2 3\n").place().line, 1);
    EXPECT_THAT(pts_error("nan 2\n").message(), HasSubstr("finite"));
    EXPECT_THAT(pts_error("1 inf\n").message(), HasSubstr("finite"));
    EXPECT_THAT(pts_error("1 1e12\n").message(), HasSubstr("away"));
    EXPECT_THAT(pts_error("").message(), HasSubstr("no points"));
    EXPECT_THAT(pts_error("version: 1\nn_points: 0\n{\n}\n").message(), HasSubstr("n_points"));
    EXPECT_THAT(pts_error("n_points\n1 2\n").message(), HasSubstr("n_points"));
}

TEST(PtsReader, ReportsCountsThatDoNotMatch) {
    const Error few = pts_error("version: 1\nn_points: 68\n{\n1 2\n}\n");
    EXPECT_THAT(few.message(), HasSubstr("68 points are announced, but 1 follow"));
    EXPECT_EQ(few.place().line, 2);
    EXPECT_THAT(pts_error("n_points: 1\n{\n1 2\n3 4\n}\n").message(), HasSubstr("2 follow"));
}

TEST(PtsReader, AnnouncingABillionPointsCostsNoMemory) {
    EXPECT_THAT(pts_error("n_points: 1000000000\n{\n1 2\n}\n").message(), HasSubstr("1000000000"));
}

TEST(PtsReader, EveryCutIsNoticed) {
    const std::string whole = "version: 1\nn_points: 2\n{\n12.5 13.5\n14.5 15.5\n}";
    EXPECT_EQ(pts_error(whole).message(), "no error");
    for (size_t length = 0; length < whole.size(); ++length)
        EXPECT_NE(pts_error(whole.substr(0, length)).message(), "no error")
            << whole.substr(0, length);
}

TEST(PtsReader, PairsWithPicturesOfAnyExtension) {
    const TempDir dir;
    write_picture(dir / "ä/one.PNG");
    write_picture(dir / "ä/two.bmp");
    write_picture(dir / "ä/two.jpg");
    for (const char* stem : {"one", "two", "three"})
        write_file(dir / ("ä/" + std::string(stem) + ".pts"), pts_text({{1, 1}}));
    const ReaderResult result =
        read_pts(dir.path(), {dir / "ä/one.pts", dir / "ä/three.pts", dir / "ä/two.pts"});
    ASSERT_EQ(result.samples.size(), 2U);
    EXPECT_EQ(result.samples[0].id, "ä/one");
    EXPECT_EQ(result.samples[0].image, dir / "ä/one.PNG");
    EXPECT_EQ(result.samples[0].image_size, cv::Size());
    EXPECT_EQ(result.samples[1].image, dir / "ä/two.bmp");
    ASSERT_EQ(result.problems.size(), 2U);
    EXPECT_THAT(result.problems[0].message, HasSubstr("three.jpg"));
    EXPECT_EQ(result.problems[0].sample_id, "ä/three");
    EXPECT_EQ(result.problems[0].left_out, 1);
    EXPECT_THAT(result.problems[1].message, HasSubstr("taken for those of two.bmp"));
}

TEST(PtsReader, KeepsTwinsAndImmPeopleTogether) {
    const TempDir dir;
    std::vector<std::filesystem::path> files;
    for (const std::string stem : {"04-2f", "face_1", "face_1_mirror"}) {
        write_picture(dir / (stem + ".jpg"));
        write_file(dir / (stem + ".pts"), pts_text({{1, 1}}));
        files.push_back(dir / (stem + ".pts"));
    }
    const ReaderResult result = read_pts(dir.path(), files);
    ASSERT_EQ(result.samples.size(), 3U);
    EXPECT_EQ(result.samples[0].person, "04");
    EXPECT_EQ(result.samples[0].view, 2);
    EXPECT_EQ(result.samples[1].person, "face_1");
    EXPECT_EQ(result.samples[2].person, "face_1");
}

TEST(PtsReader, ReadsTheRealBareFiles) {
    SKIP_WITHOUT_SHARED_DATA(folder, "formats/pts_bare");
    const Dataset dataset = open_dataset(folder);
    EXPECT_EQ(dataset.format, DatasetFormat::Pts);
    EXPECT_EQ(dataset.samples.size(), 3U);
    EXPECT_TRUE(dataset.problems.empty()) << test::messages(dataset.problems);
    EXPECT_NEAR(dataset.samples[0].points_in_image.points[0].x, 555.165461, 1e-9);
}

}  // namespace
}  // namespace rudolph
