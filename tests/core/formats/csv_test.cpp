#include "core/formats/csv.h"

#include <gmock/gmock.h>

#include "core/formats/open_dataset.h"
#include "tests/core/formats/data_files.h"
#include "tests/support/comma_locale.h"
#include "tests/support/error_of.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::TempDir;
using testing::ElementsAre;
using testing::HasSubstr;

std::string csv_error(std::string_view text) {
    return test::error_of([&] { parse_csv(text, "t.csv"); }).what();
}

TEST(CsvReader, TakesBothHeadsInAnyOrder) {
    const CsvTable part =
        parse_csv("image_name,part_0_x,part_0_y,part_1_x,part_1_y\na,1,2,3,4\n", {});
    ASSERT_EQ(part.faces.size(), 1U);
    EXPECT_EQ(part.faces[0].points, Landmarks({{1, 2}, {3, 4}}));
    const CsvTable xy = parse_csv("frame, x_0, x_1, y_1, y_0\r\n7, 1, 3, 4, 2\r\n", {});
    ASSERT_EQ(xy.faces.size(), 1U);
    EXPECT_EQ(xy.faces[0].points, part.faces[0].points);
    EXPECT_EQ(xy.faces[0].picture, "");
}

TEST(CsvReader, TakesSemicolonsAMarkAndQuotes) {
    const CsvTable table = parse_csv(
        "\xef\xbb\xbf"
        "file;x_0;y_0\n\"a b.png\";1.5;2\n",
        {});
    ASSERT_EQ(table.faces.size(), 1U);
    EXPECT_EQ(table.faces[0].picture, "a b.png");
    EXPECT_EQ(table.faces[0].points, Landmarks({{1.5, 2}}));
}

TEST(CsvReader, AnEmptyFieldIsAPointThatNobodyMarked) {
    const CsvTable table = parse_csv("file,x_0,y_0,x_1,y_1\na,,,3,4\nb,,5,3,4\n", {});
    ASSERT_EQ(table.faces.size(), 1U);
    EXPECT_FALSE(table.faces[0].points.is_labelled(0));
    EXPECT_TRUE(table.faces[0].points.is_labelled(1));
    ASSERT_EQ(table.problems.size(), 1U);
    EXPECT_EQ(table.problems[0].line, 3);
}

TEST(CsvReader, SaysWhatIsWrongAndWhere) {
    EXPECT_THAT(csv_error(""), HasSubstr("does not name columns of points"));
    EXPECT_THAT(csv_error("file,x_0,x_1,y_0\n"), HasSubstr("t.csv:1"));
    const CsvTable table = parse_csv("file,x_0,y_0\na,1\nb,nan,2\nc,1e9,2\nd,1,2\n", "t.csv");
    ASSERT_EQ(table.problems.size(), 3U);
    EXPECT_THAT(table.problems[0].message, HasSubstr("has 2 fields, but the head has 3"));
    EXPECT_THAT(table.problems[1].message, HasSubstr("not a finite number"));
    EXPECT_THAT(table.problems[2].message, HasSubstr("million pixels"));
    EXPECT_EQ(table.faces.size(), 1U);
}

TEST(CsvReader, ManyRowsOfOnePictureAreItsFaces) {
    const TempDir dir;
    test::write_picture(dir / "ü/list.png");
    write_file(dir / "ü/list.csv", "x_0,y_0\n1,2\n3,4\n5,6\n");
    const test::CommaLocale locale;
    const Dataset dataset = open_dataset(dir / "ü/list.csv");
    EXPECT_THAT(test::ids(dataset), ElementsAre("list", "list#2", "list#3"));
    EXPECT_EQ(dataset.samples[2].points_in_image.points[0], Point(5, 6));
}

TEST(CsvReader, AMissingPictureIsAProblem) {
    const TempDir dir;
    write_file(dir / "list.csv", "file,x_0,y_0\ngone.png,1,2\n");
    const Dataset dataset = open_dataset(dir / "list.csv");
    EXPECT_TRUE(dataset.samples.empty());
    ASSERT_EQ(dataset.problems.size(), 1U);
    EXPECT_EQ(dataset.problems[0].line, 2);
}

TEST(CsvReader, ReadsTheTutorialsFaces) {
    SKIP_WITHOUT_SHARED_DATA(folder, "formats/csv_faces");
    const Dataset dataset = open_dataset(folder);
    EXPECT_EQ(dataset.format, DatasetFormat::Csv);
    EXPECT_EQ(dataset.samples.size(), 69U);
    EXPECT_EQ(dataset.scheme.name, "ibug-68");
    EXPECT_EQ(test::messages(dataset.problems), "");
}

}  // namespace
}  // namespace rudolph
