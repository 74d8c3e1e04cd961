#include "core/formats/cvat.h"

#include <gmock/gmock.h>

#include "core/dataset/set_part.h"
#include "core/formats/losses.h"
#include "core/formats/open_dataset.h"
#include "core/formats/write_dataset.h"
#include "tests/core/formats/data_files.h"
#include "tests/support/error_of.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::ids;
using test::TempDir;
using test::write_picture;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// What CVAT writes around the pictures.
std::string cvat_text(const std::string& images, const std::string& labels = {}) {
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<annotations>\n  <version>1.1</version>\n"
           "  <meta>\n    <task>\n      <labels>\n" +
           labels + "      </labels>\n    </task>\n  </meta>\n" + images + "</annotations>\n";
}

std::string image_text(const std::string& name, const std::string& shapes,
                       const std::string& more = {}) {
    return "  <image id=\"0\" name=\"" + name + "\" width=\"100\" height=\"50\"" + more + ">\n" +
           shapes + "  </image>\n";
}

std::string skeleton_text(const std::vector<std::string>& points) {
    std::string text = "    <skeleton label=\"face\" source=\"manual\" z_order=\"0\">\n";
    for (const std::string& point : points)
        text += "      <points " + point + "/>\n";
    return text + "    </skeleton>\n";
}

TEST(Cvat, ASkeletonIsAFaceInTheOrderOfItsDefinition) {
    const TempDir dir;
    write_picture(dir / "images/default/a.jpg");
    write_picture(dir / "images/default/b.jpg");
    const std::string face =
        skeleton_text({R"(label="nose" points="50.5,20" occluded="1" outside="0")",
                       R"(label="left" points="40,10" occluded="0" outside="0")",
                       R"(label="right" points="1,1" occluded="0" outside="1")"});
    write_file(dir / "annotations.xml",
               cvat_text(image_text("a.jpg", face) + image_text("b.jpg", ""),
                         "<label><name>face</name><type>skeleton</type></label>\n"
                         "<label><name>left</name><parent>face</parent></label>\n"
                         "<label><name>right</name><parent>face</parent></label>\n"
                         "<label><name>nose</name><parent>face</parent></label>\n"
                         "<label><name>chin</name><parent>face</parent></label>\n"));
    for (const auto& opened : {dir.path(), dir / "annotations.xml"}) {
        const Dataset dataset = open_dataset(opened);
        EXPECT_EQ(dataset.format, DatasetFormat::Cvat);
        EXPECT_TRUE(can_be_read_only(dataset.format));
        EXPECT_THAT(dataset.scheme.point_names, ElementsAre("left", "right", "nose", "chin"));
        ASSERT_THAT(ids(dataset), ElementsAre("images/default/a", "images/default/b"));
        const Landmarks& points = dataset.samples[0].points_in_image;
        EXPECT_EQ(points.points[0], Point(40, 10));
        EXPECT_EQ(points.points[2], Point(50.5, 20));
        EXPECT_THAT(points.visibility, ElementsAre(Visibility::Visible, Visibility::NotLabelled,
                                                   Visibility::Hidden, Visibility::NotLabelled));
        EXPECT_TRUE(dataset.samples[1].points_in_image.empty());
        EXPECT_EQ(dataset.samples[0].image_size, cv::Size(100, 50));
    }
}

TEST(Cvat, PointsWithNumbersForLabelsStandInTheirOrder) {
    const TempDir dir;
    write_picture(dir / "a.jpg");
    std::vector<std::string> points;
    for (const int i : {10, 9, 2, 1, 3, 4, 5, 6, 7, 8})
        points.push_back("label=\"" + std::to_string(i) + "\" points=\"" + std::to_string(i) +
                         ",5\"");
    write_file(dir / "annotations.xml", cvat_text(image_text("a.jpg", skeleton_text(points))));
    const Dataset dataset = open_dataset(dir.path());
    ASSERT_EQ(dataset.scheme.size(), 10);
    for (int i = 0; i < 10; ++i)
        EXPECT_EQ(dataset.samples[0].points_in_image.points[at(i)].x, i + 1);
}

TEST(Cvat, AShapeOfSeveralPointsIsAFaceAndGetsTheBoxAroundIt) {
    const TempDir dir;
    write_picture(dir / "a.jpg");
    write_file(dir / "annotations.xml",
               cvat_text(image_text(
                   "a.jpg",
                   "<box label=\"head\" xtl=\"60\" ytl=\"5\" xbr=\"90\" ybr=\"45\">"
                   "<attribute name=\"pose\">left</attribute></box>\n"
                   "<box label=\"head\" xtl=\"5\" ytl=\"5\" xbr=\"40\" ybr=\"45\"/>\n"
                   "<box label=\"cup\" xtl=\"95\" ytl=\"40\" xbr=\"99\" ybr=\"45\"/>\n"
                   "<points label=\"head\" points=\"10,10;20,10.5;15,20\" occluded=\"0\"/>\n"
                   "<points label=\"head\" points=\"70,10;80,10;75,20\" occluded=\"1\"/>\n"
                   "<points label=\"hand\" points=\"1,1;2,2;3,3\"/>\n"
                   "<polygon label=\"head\" points=\"1,1;2,2;3,9\"/>\n",
                   " subset=\"Validation\"")));
    const Dataset dataset = open_dataset(dir.path());
    ASSERT_EQ(dataset.samples.size(), 2U) << test::messages(dataset.problems);
    EXPECT_EQ(dataset.samples[0].box, (Box{5, 5, 35, 40}));
    EXPECT_EQ(dataset.samples[0].points_in_image.points[1], Point(20, 10.5));
    EXPECT_EQ(dataset.samples[1].box, (Box{60, 5, 30, 40}));
    EXPECT_EQ(dataset.samples[1].points_in_image.visibility[0], Visibility::Hidden);
    EXPECT_EQ(dataset.samples[1].attributes.at("pose"), "left");
    EXPECT_EQ(part_of(dataset.samples[0]), kValidationPart);
    const std::string said = test::messages(dataset.problems);
    EXPECT_THAT(said, HasSubstr("points in order of 'hand' is left out"));
    EXPECT_THAT(said, HasSubstr("a box holds as 'cup' no face's points"));
    EXPECT_THAT(said, HasSubstr("'polygon' is not read"));
}

TEST(Cvat, SinglePointsAreJoinedByGroupOrByBoxes) {
    const TempDir dir;
    write_picture(dir / "a.jpg");
    write_picture(dir / "b.jpg");
    const std::string grouped =
        "<points label=\"nose\" points=\"70,20\" group_id=\"2\"/>\n"
        "<points label=\"eye\" points=\"20,10\" group_id=\"1\"/>\n"
        "<points label=\"nose\" points=\"20,20\" group_id=\"1\"/>\n"
        "<points label=\"eye\" points=\"70,10\" group_id=\"2\"/>\n"
        "<box label=\"face\" xtl=\"1\" ytl=\"1\" xbr=\"9\" ybr=\"9\" group_id=\"2\"/>\n";
    const std::string boxed =
        "<box label=\"face\" xtl=\"0\" ytl=\"0\" xbr=\"40\" ybr=\"18\"/>\n"
        "<box label=\"face\" xtl=\"60\" ytl=\"0\" xbr=\"99\" ybr=\"45\"/>\n"
        "<points label=\"nose\" points=\"20,20\"/>\n"  // below its box
        "<points label=\"eye\" points=\"20,10\"/>\n"
        "<points label=\"eye\" points=\"70,10\"/>\n";
    write_file(dir / "annotations.xml",
               cvat_text(image_text("a.jpg", grouped) + image_text("b.jpg", boxed)));
    const Dataset dataset = open_dataset(dir.path());
    EXPECT_THAT(dataset.scheme.point_names, ElementsAre("nose", "eye"));
    ASSERT_EQ(dataset.samples.size(), 4U);
    EXPECT_EQ(dataset.samples[0].points_in_image.points[0], Point(70, 20));
    EXPECT_EQ(dataset.samples[0].points_in_image.points[1], Point(70, 10));
    EXPECT_EQ(dataset.samples[0].box, (Box{1, 1, 8, 8}));
    EXPECT_EQ(dataset.samples[1].points_in_image.points[0], Point(20, 20));
    EXPECT_EQ(dataset.samples[2].points_in_image.points[0], Point(20, 20));
    EXPECT_EQ(dataset.samples[2].box, (Box{0, 0, 40, 18}));
    EXPECT_FALSE(dataset.samples[3].points_in_image.is_labelled(0));
    EXPECT_THAT(dataset.problems, IsEmpty()) << test::messages(dataset.problems);
}

TEST(Cvat, WhatIsGuessedOrDroppedIsSaid) {
    const TempDir dir;
    for (const char* name : {"a.jpg", "b.jpg", "c.jpg"})
        write_picture(dir / name);
    const std::string two =
        "<points label=\"eye\" points=\"1,1\"/>\n"
        "<points label=\"nose\" points=\"2,2\"/>\n";
    write_file(dir / "annotations.xml",
               cvat_text(image_text("a.jpg", two + two) +
                         image_text("b.jpg", two + "<points label=\"eye\" points=\"9,9\"/>\n") +
                         image_text("gone.jpg", two) +
                         image_text("c.jpg", two + "<points label=\"chin\" points=\"9,x\"/>\n")));
    const Dataset dataset = open_dataset(dir.path());
    EXPECT_THAT(ids(dataset), ElementsAre("a", "a#2", "b", "c"));
    const std::string said = test::messages(dataset.problems);
    EXPECT_THAT(said, HasSubstr("marked one after the other"));
    EXPECT_THAT(said, HasSubstr("b.jpg has several points 'eye'"));
    EXPECT_THAT(said, HasSubstr("gone.jpg is missing"));
    EXPECT_THAT(said, HasSubstr("'x' is not a number"));
    for (const Problem& problem : dataset.problems)
        if (problem.message.find("is not a number") != std::string::npos) {
            EXPECT_EQ(problem.line, 28);
            EXPECT_EQ(problem.left_out, 1);
            EXPECT_EQ(problem.sample_id, "c");
        }
}

TEST(Cvat, PicturesLieInTheFoldersOfTheirSubsets) {
    const TempDir dir;
    const std::string face = "<points label=\"f\" points=\"1,1;5,5\"/>\n";
    for (const char* name : {"images/Train/a.jpg", "images/Test/a.jpg"})
        write_picture(dir / name);
    write_file(dir / "annotations.xml", cvat_text(image_text("a.jpg", face, " subset=\"Train\"") +
                                                  image_text("a.jpg", face, " subset=\"Test\"")));
    const Dataset dataset = open_dataset(dir.path());
    EXPECT_THAT(ids(dataset), ElementsAre("images/Train/a", "images/Test/a"));
    EXPECT_EQ(part_of(dataset.samples[1]), kTestPart);
    EXPECT_THAT(dataset.problems, IsEmpty()) << test::messages(dataset.problems);
}

TEST(Cvat, AVideosTracksAreNamedAsSuch) {
    const TempDir dir;
    write_picture(dir / "a.jpg");
    write_file(dir / "annotations.xml",
               cvat_text("<track id=\"0\" label=\"face\"><points frame=\"0\" "
                         "points=\"1,1\"/></track>"));
    EXPECT_THAT(test::error_of([&] { open_dataset(dir / "annotations.xml"); }).what(),
                HasSubstr("CVAT for images"));
}

TEST(Cvat, ABrokenFileIsReadUpToTheBreak) {
    const TempDir dir;
    write_picture(dir / "a.jpg");
    std::string text =
        cvat_text(image_text("a.jpg", "<points label=\"eye\" points=\"1,1;5,5\"/>\n") + "<image <");
    write_file(dir / "annotations.xml", text);
    const Dataset dataset = open_dataset(dir.path());
    EXPECT_EQ(dataset.labelled().size(), 1U);
    EXPECT_THAT(test::messages(dataset.problems), HasSubstr("damaged or cut off here"));
}

TEST(Cvat, WhatWasReadIsWrittenInOtherFormats) {
    const TempDir dir;
    write_picture(dir / "a.jpg");
    write_file(dir / "annotations.xml",
               cvat_text(image_text("a.jpg", "<points label=\"f\" points=\"1,1;5,5\"/>\n")));
    const Dataset dataset = open_dataset(dir.path());
    write_dataset(dataset, {DatasetFormat::Coco, dir / "out", PictureHandling::Copy, {}});
    const Dataset again = open_dataset(dir / "out");
    EXPECT_EQ(again.samples[0].points_in_image, dataset.samples[0].points_in_image);
}

TEST(Cvat, PointsCalledAsABuiltInSchemesAreItsPoints) {
    const TempDir dir;
    write_picture(dir / "a.jpg");
    const LandmarkScheme scheme = builtin_scheme("coco-17");
    std::vector<std::string> points;
    for (int i = scheme.size() - 1; i >= 0; --i)
        points.push_back("label=\"" + scheme.point_names[at(i)] + "\" points=\"" +
                         std::to_string(i) + ",5\"");
    write_file(dir / "annotations.xml", cvat_text(image_text("a.jpg", skeleton_text(points))));
    const Dataset dataset = open_dataset(dir.path());
    EXPECT_EQ(dataset.scheme, scheme);
    EXPECT_EQ(dataset.samples[0].points_in_image.points[3].x, 3);
}

}  // namespace
}  // namespace rudolph
