#include "core/formats/csv.h"

#include <gmock/gmock.h>

#include "core/base/encoding.h"
#include "core/formats/open_dataset.h"
#include "core/formats/write_dataset.h"
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
    const CsvTable table = parse_csv(plain_text("\xef\xbb\xbf"
                                                "file;x_0;y_0\n\"a b.png\";1.5;2\n"),
                                     {});
    ASSERT_EQ(table.faces.size(), 1U);
    EXPECT_EQ(table.faces[0].picture, "a b.png");
    EXPECT_EQ(table.faces[0].points, Landmarks({{1.5, 2}}));
}

TEST(CsvReader, TakesPixelsAndNotTheMillimetresBesideThem) {
    const CsvTable table = parse_csv(
        "frame, confidence, x_0, x_1, y_0, y_1, X_0, X_1, Y_0, Y_1, Z_0, Z_1\n"
        "1, 0.98, 10, 20, 30, 40, -9, 9, -8, 8, 500, 500\n",
        {});
    ASSERT_EQ(table.faces.size(), 1U);
    EXPECT_EQ(table.faces[0].points, Landmarks({{10, 30}, {20, 40}}));
    EXPECT_EQ(table.faces[0].attributes.at("confidence"), "0.98");
    EXPECT_EQ(table.faces[0].attributes.at("frame"), "1");
    EXPECT_THAT(csv_error("X_0,Y_0,Z_0\n1,2,500\n"), HasSubstr("points in pixels"));
    EXPECT_EQ(parse_csv("X_0,Y_0\n1,2\n", {}).points, 1);
}

TEST(CsvReader, FramesOfAVideoAreNoFacesOfOnePicture) {
    EXPECT_THAT(csv_error("frame,x_0,y_0\n1,2,3\n2,2,3\n"), HasSubstr("2 frames of a video"));
}

TEST(CsvReader, TakesWhatSpreadsheetsOfAnyCountryWrite) {
    const Landmarks expected({{1.5, -2}, {3, 4.25}});
    for (const char* text : {"Bild;file;x_0;y_0;x_1;y_1\n1;Huber, Max.jpg;1,5;-2;3;4,25\n",
                             "n\tfile\tx_0\ty_0\tx_1\ty_1\n1\tHuber, Max.jpg\t1.5\t-2\t3\t4.25\n",
                             "n,file,x_0,y_0,x_1,y_1\n1,\"Huber, Max.jpg\",\"1,5\",-2,3,4.25\n",
                             "n,file,x_0,y_0,x_1,y_1\n1,\"Huber, Max.jpg\",15e-1,-2,+3,4.25\n"}) {
        const CsvTable table = parse_csv(text, {});
        ASSERT_EQ(table.faces.size(), 1U) << text << test::messages(table.problems);
        EXPECT_EQ(table.faces[0].points, expected) << text;
        EXPECT_EQ(table.faces[0].picture, "Huber, Max.jpg");
    }
    const CsvTable unquoted = parse_csv("file,x_0,y_0\na.jpg,1,5,2\n", "t.csv");
    EXPECT_THAT(test::messages(unquoted.problems), HasSubstr("decimal commas"));
}

TEST(CsvReader, KeepsOtherColumnsAndSaysWhichItDoesNot) {
    const TempDir dir;
    test::write_picture(dir / "a.jpg");
    std::string head = "file,x_0,y_0,confidence";
    std::string row = "a.jpg,1,2,0.5";
    for (int i = 0; i < 40; ++i) {
        head += ",AU" + std::to_string(i);
        row += ",0";
    }
    write_file(dir / "t.csv", head + "\n" + row + "\n");
    const Dataset dataset = open_dataset(dir / "t.csv");
    ASSERT_EQ(dataset.samples.size(), 1U);
    EXPECT_EQ(dataset.samples[0].attributes.size(), 1U);
    EXPECT_THAT(test::messages(dataset.problems), HasSubstr("40 columns are no points"));
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

TEST(CsvWriter, KeepsFacesWhateverTheirPicturesAreCalled) {
    const TempDir dir;
    Dataset dataset;
    dataset.root = dataset.source = dir / "set";
    dataset.format = DatasetFormat::Csv;
    dataset.scheme = numbered_points(1);
    const std::vector<std::string> names = {"a\nb.png", "a\r\nb.png", " a.png",    "a .png",
                                            "=1+1.png", "+a.png",     "-a.png",    "@a.png",
                                            "'a.png",   "'=a.png",    "\"a\".png", "a\"b.png",
                                            "a,b.png",  "a;b.png",    "\ta.png"};
    for (const std::string& name : names) {
        test::write_picture(dataset.root / name);
        Sample face = face_of_picture(dataset.root, dataset.root / name);
        face.points_in_image = Landmarks({{-3, 4}});
        face.attributes = {{"remark", name}, {"=head\n\"1\"", " " + name + " "}};
        dataset.samples.push_back(std::move(face));
    }
    const auto table = write_dataset(
        dataset, {DatasetFormat::Csv, dataset.root / "t.csv", PictureHandling::Refer, {}});
    EXPECT_THAT(read_file(table), HasSubstr("\"'=1+1.png\",-3,4,"));
    const Dataset read = open_dataset(table);
    ASSERT_EQ(read.samples.size(), names.size()) << test::messages(read.problems);
    for (size_t i = 0; i < names.size(); ++i) {
        EXPECT_EQ(read.samples[i].image, dataset.root / names[i]);
        EXPECT_EQ(read.samples[i].points_in_image, dataset.samples[i].points_in_image);
        EXPECT_EQ(read.samples[i].attributes, dataset.samples[i].attributes);
    }
}

}  // namespace
}  // namespace rudolph
