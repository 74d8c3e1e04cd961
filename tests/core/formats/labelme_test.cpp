#include "core/formats/labelme.h"

#include <gmock/gmock.h>

#include "core/base/json.h"
#include "core/formats/open_dataset.h"
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

Json shape(const std::string& label, const std::string& kind,
           const std::vector<std::vector<double>>& points, const Json& group = nullptr) {
    return {{"label", label},
            {"points", points},
            {"group_id", group},
            {"shape_type", kind},
            {"flags", Json::object()}};
}

std::string labelme_text(const std::string& picture, const std::vector<Json>& shapes) {
    return Json{{"version", "5.2.1"},   {"flags", Json::object()}, {"shapes", shapes},
                {"imagePath", picture}, {"imageData", nullptr},    {"imageHeight", 50},
                {"imageWidth", 100}}
        .dump(2);
}

TEST(Labelme, AFolderOfItsFilesOpens) {
    const TempDir dir;
    for (const char* name : {"a.jpg", "b.jpg", "c.jpg"})
        write_picture(dir / name);
    write_file(
        dir / "a.json",
        labelme_text("a.jpg", {shape("2", "point", {{20, 10}}), shape("1", "point", {{30.5, 5}}),
                               shape("face", "rectangle", {{50, 30}, {10, 1}})}));
    write_file(dir / "b.json", labelme_text("b.jpg", {shape("1", "point", {{7, 8}})}));
    const Dataset dataset = open_dataset(dir.path());
    EXPECT_EQ(dataset.format, DatasetFormat::Labelme);
    ASSERT_THAT(ids(dataset), ElementsAre("a", "b", "c"));
    EXPECT_EQ(dataset.samples[0].points_in_image.points[0], Point(30.5, 5));
    EXPECT_EQ(dataset.samples[0].points_in_image.points[1], Point(20, 10));
    EXPECT_EQ(dataset.samples[0].box, (Box{10, 1, 40, 29}));
    EXPECT_FALSE(dataset.samples[1].points_in_image.is_labelled(1));
    EXPECT_THAT(dataset.problems, IsEmpty()) << test::messages(dataset.problems);
}

TEST(Labelme, GroupsAreFacesAndPicturesMayLieInAnotherFolder) {
    const TempDir dir;
    write_picture(dir / "images/a.jpg");
    write_file(dir / "labels/a.json",
               labelme_text("..\\images\\a.jpg", {shape("nose", "point", {{20, 10}}, 1),
                                                  shape("nose", "point", {{70, 10}}, 2),
                                                  shape("eye", "point", {{72, 8}}, 2)}));
    const Dataset dataset = open_dataset(dir.path());
    ASSERT_THAT(ids(dataset), ElementsAre("images/a", "images/a#2"))
        << test::messages(dataset.problems);
    EXPECT_EQ(dataset.samples[1].points_in_image.points[1], Point(72, 8));
}

TEST(Labelme, WhatIsMissingOrDroppedIsSaid) {
    const TempDir dir;
    for (const char* name : {"a.jpg", "b.jpg"})
        write_picture(dir / name);
    write_file(dir / "a.json",
               labelme_text("a.jpg", {shape("nose", "point", {{20, 10}}), shape("eye", "point", {}),
                                      shape("face", "polygon", {{1, 1}, {2, 2}, {3, 1}})}));
    write_file(dir / "b.json", R"({"shapes": [], "imagePath": )");
    Json inside = Json::parse(labelme_text("gone.jpg", {shape("nose", "point", {{20, 10}})}));
    inside["imageData"] = "AAAA";
    write_file(dir / "gone.json", inside.dump());
    const Dataset dataset = open_dataset(dir.path());
    EXPECT_THAT(ids(dataset), ElementsAre("a"));
    const std::string said = test::messages(dataset.problems);
    for (const char* part : {"gone.jpg is missing: it stands in this file alone", "not valid JSON",
                             "a shape has no coordinates", "'polygon' is not read"})
        EXPECT_THAT(said, HasSubstr(part));
}

TEST(Labelme, OneFileAsksForItsFolder) {
    const TempDir dir;
    write_picture(dir / "a.jpg");
    write_file(dir / "a.json", labelme_text("a.jpg", {shape("nose", "point", {{20, 10}})}));
    EXPECT_THAT(test::error_of([&] { open_dataset(dir / "a.json"); }).what(),
                HasSubstr("open the folder"));
}

}  // namespace
}  // namespace rudolph
