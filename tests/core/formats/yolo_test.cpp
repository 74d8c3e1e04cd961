#include "core/formats/yolo.h"

#include <gmock/gmock.h>

#include "core/dataset/set_part.h"
#include "core/formats/open_dataset.h"
#include "core/formats/write_dataset.h"
#include "tests/core/formats/data_files.h"
#include "tests/support/comma_locale.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::TempDir;
using testing::ElementsAre;
using testing::HasSubstr;

const cv::Size kSize(100, 50);

TEST(YoloReader, RowsAreSharesOfThePicture) {
    const test::CommaLocale locale;
    const YoloLabels labels =
        parse_yolo("0 0.5 0.5 0.2 0.4 0.25 0.5 2 0.75 0.1 1\n", 2, 3, kSize, "a.txt");
    ASSERT_EQ(labels.faces.size(), 1U);
    EXPECT_EQ(labels.faces[0].box, (Box{40, 15, 20, 20}));
    const Landmarks& points = labels.faces[0].points_in_image;
    EXPECT_THAT(points.points, ElementsAre(Point(25, 25), Point(75, 5)));
    EXPECT_THAT(points.visibility, ElementsAre(Visibility::Visible, Visibility::Hidden));
}

TEST(YoloReader, TwoNumbersAPointHaveNoVisibility) {
    const YoloLabels labels = parse_yolo("3 0.5 0.5 1 1 0.25 0.5 0 0\n", 2, 2, kSize, "a.txt");
    ASSERT_EQ(labels.faces.size(), 1U);
    EXPECT_THAT(labels.faces[0].points_in_image.visibility,
                ElementsAre(Visibility::Visible, Visibility::NotLabelled));
    EXPECT_EQ(labels.faces[0].attributes.at(kYoloClass), "3");
}

TEST(YoloReader, ARowThatIsWrongIsAProblemOfItsLine) {
    const YoloLabels labels = parse_yolo(
        "\n0 0.5 0.5 1 1 0.1 0.1\n0 0.5 0.5 1 1 x 0.1 2\n0 0.5 0.5 0 1 0.1 0.1 2\n"
        "0 0.5 0.5 1 1 0.1 0.1 7\n0 nan 0.5 1 1 0.1 0.1 2\n0 0.5 0.5 1 1 0.1 0.1 2\n",
        1, 3, kSize, "a.txt");
    EXPECT_EQ(labels.faces.size(), 1U);
    ASSERT_EQ(labels.problems.size(), 5U);
    EXPECT_EQ(labels.problems[0].line, 2);
    EXPECT_THAT(labels.problems[0].message, HasSubstr("should have 8 numbers"));
    EXPECT_EQ(labels.problems[4].line, 6);
}

TEST(YoloReader, FindsLabelsBesideImagesAndPartsInListsOfNames) {
    const TempDir dir;
    for (const char* name : {"ü/images/a.png", "ü/images/b.png", "c.png"})
        test::write_picture(dir / name, kSize);
    write_file(dir / "ü/labels/a.txt", "0 0.5 0.5 1 1 0.1 0.2 2\n");
    write_file(dir / "c.txt", "0 0.5 0.5 1 1 0.5 0.5 2\n");
    write_file(dir / "test.txt", "./c.png\r\n\n");
    write_file(dir / "set.yaml",
               "path: /nowhere\ntrain: ü/images\ntest: test.txt\nval: gone\nkpt_shape: [1, 3]\n");
    const Dataset dataset = open_dataset(dir.path());
    EXPECT_EQ(dataset.format, DatasetFormat::Yolo);
    ASSERT_EQ(dataset.samples.size(), 3U) << test::messages(dataset.problems);
    EXPECT_EQ(dataset.samples[0].points_in_image.points[0], Point(10, 10));
    EXPECT_FALSE(dataset.samples[1].box);
    EXPECT_EQ(dataset.samples[2].attributes.at(kSetPart), "test");
    ASSERT_EQ(dataset.problems.size(), 1U);
    EXPECT_THAT(dataset.problems[0].message,
                HasSubstr("folder of pictures for 'val' is missing: sought "));
}

TEST(YoloReader, FlipIndicesAreMirrorPairs) {
    const TempDir dir;
    test::write_picture(dir / "a.png");
    write_file(dir / "a.txt", "0 0.5 0.5 1 1 0.1 0.2 2 0.1 0.2 2 0.1 0.2 2\n");
    const std::string head = "train: .\nkpt_shape: [3, 3]\n";
    write_file(dir / "set.yaml", head + "flip_idx: [2, 1, 0]\n");
    const LandmarkScheme scheme = open_dataset(dir / "set.yaml").scheme;
    EXPECT_TRUE(scheme.has_mirror_pairs);
    EXPECT_THAT(scheme.mirror_pairs, ElementsAre(std::pair(0, 2)));
    EXPECT_TRUE(yolo_set_fits(dir / "set.yaml", scheme));
    EXPECT_FALSE(yolo_set_fits(dir / "set.yaml", numbered_points(4)));
    EXPECT_FALSE(yolo_set_fits(dir / "gone.yaml", scheme));
    write_file(dir / "set.yaml", head + "flip_idx: [1, 2, 0]\n");
    EXPECT_FALSE(open_dataset(dir / "set.yaml").scheme.has_mirror_pairs);
}

TEST(YoloReader, RefusesASetThatDoesNotSayWhatItsPointsAre) {
    const TempDir dir;
    test::write_picture(dir / "a.png");
    for (const char* shape : {"kpt_shape: 3\n", "kpt_shape: [0, 3]\n", "kpt_shape: [3, 4]\n",
                              "kpt_shape: [99999999, 3]\n", "kpt_shape: [3, 3\n"}) {
        write_file(dir / "set.yaml", std::string("train: .\n") + shape);
        EXPECT_THROW(open_dataset(dir / "set.yaml"), Error) << shape;
    }
}

TEST(YoloWriter, RefusesFoldersWhoseNamesAreNotUtf8) {
    const TempDir dir;
    test::write_picture(dir / "faces/a/\xfc.png");
    Dataset dataset = open_dataset(dir / "faces");
    dataset.scheme = numbered_points(1);
    dataset.samples[0].points_in_image = Landmarks({{1, 2}});
    write_dataset(dataset, {DatasetFormat::Yolo, dir / "good", {}, {}});
    const Dataset read = open_dataset(dir / "good");
    ASSERT_EQ(read.samples.size(), 1U) << "the names of pictures are not in the file";
    EXPECT_FALSE(read.samples[0].points_in_image.empty());
    std::filesystem::rename(dir / "faces/a", dir / "faces/\xfc");
    dataset.samples[0].image = dir / "faces/\xfc/\xfc.png";
    EXPECT_THROW(write_dataset(dataset, {DatasetFormat::Yolo, dir / "bad", {}, {}}), Error);
    EXPECT_FALSE(std::filesystem::exists(dir / "bad/data.yaml"));
}

}  // namespace
}  // namespace rudolph
