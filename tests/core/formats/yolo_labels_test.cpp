#include "core/formats/yolo_labels.h"

#include <gmock/gmock.h>

#include "core/dataset/set_part.h"
#include "core/formats/open_dataset.h"
#include "core/formats/yolo.h"
#include "tests/core/formats/data_files.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::ids;
using test::TempDir;
using test::write_picture;
using testing::ElementsAre;
using testing::HasSubstr;

TEST(YoloLabels, RowsWithVisibilitiesOpenWithoutAYaml) {
    const TempDir dir;
    for (const char* name : {"images/train/a.jpg", "images/val/b.jpg", "images/val/c.jpg"})
        write_picture(dir / name);
    write_file(dir / "labels/train/a.txt", "0 0.5 0.5 0.4 0.4 0.4 0.5 2 0.6 0.5 1 0 0 0\n");
    write_file(dir / "labels/val/b.txt", "1 0.5 0.5 0.4 0.4 0.4 0.5 2 0.6 0.5 1 0.5 0.6 2\n");
    write_file(dir / "classes.txt", "face\ncat\n");
    write_file(dir / "notes.json", R"({"categories": [{"id": 0, "name": "face"}], "info": {}})");
    const Dataset dataset = open_dataset(dir.path());
    EXPECT_EQ(dataset.format, DatasetFormat::YoloLabels);
    ASSERT_THAT(ids(dataset), ElementsAre("images/train/a", "images/val/b", "images/val/c"))
        << test::messages(dataset.problems);
    EXPECT_EQ(dataset.samples[0].points_in_image.points[0], Point(40, 25));
    EXPECT_THAT(dataset.samples[0].points_in_image.visibility,
                ElementsAre(Visibility::Visible, Visibility::Hidden, Visibility::NotLabelled));
    EXPECT_EQ(dataset.samples[0].box, (Box{30, 15, 40, 20}));
    EXPECT_EQ(part_of(dataset.samples[1]), kValidationPart);
    EXPECT_EQ(dataset.samples[1].attributes.at(kYoloClass), "cat");
    EXPECT_THAT(test::messages(dataset.problems), HasSubstr("3 points of x, y and visibility"));
}

TEST(YoloLabels, RowsWithoutVisibilitiesBesideThePicturesOpen) {
    const TempDir dir;
    write_picture(dir / "a.jpg");
    write_file(dir / "a.txt", "0 0.5 0.5 0.4 0.4 0.4 0.5 0.6 0.5 0.55 0.45\n");
    const Dataset dataset = open_dataset(dir.path());
    ASSERT_EQ(dataset.labelled().size(), 1U) << test::messages(dataset.problems);
    EXPECT_NEAR(dataset.samples[0].points_in_image.points[2].x, 55, 1e-9);
}

TEST(YoloLabels, BoxesAndOutlinesAreSaidToBeSuch) {
    const TempDir dir;
    write_picture(dir / "boxes/images/a.jpg");
    write_file(dir / "boxes/labels/a.txt", "0 0.5 0.5 0.4 0.4\n0 0.2 0.2 0.1 0.1\n");
    write_picture(dir / "outlines/images/a.jpg");
    write_file(dir / "outlines/labels/a.txt",
               "0 0.1 0.1 0.2 0.1 0.2 0.3 0.1 0.3\n0 0.1 0.1 0.5 0.1 0.2 0.3\n");
    const Dataset boxes = open_dataset(dir / "boxes");
    EXPECT_EQ(boxes.samples.size(), 2U);
    EXPECT_TRUE(boxes.samples[1].box.has_value());
    EXPECT_THAT(test::messages(boxes.problems), HasSubstr("boxes alone"));
    const Dataset outlines = open_dataset(dir / "outlines");
    EXPECT_EQ(outlines.labelled().size(), 0U);
    EXPECT_THAT(test::messages(outlines.problems), HasSubstr("2 rows are outlines"));
    EXPECT_EQ(outlines.problems.front().left_out, 2);
}

TEST(YoloLabels, OtherTextsBesidePicturesAreNone) {
    const TempDir dir;
    write_picture(dir / "a.jpg");
    write_file(dir / "a.txt", "3\n10 20\n30 20\n20 30\n");
    EXPECT_FALSE(yolo_layout({dir / "a.jpg"}).has_value());
}

}  // namespace
}  // namespace rudolph
