#include "core/formats/label_studio.h"

#include <gmock/gmock.h>

#include "core/base/json.h"
#include "core/formats/open_dataset.h"
#include "tests/core/formats/data_files.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::ids;
using test::TempDir;
using test::write_picture;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// A point in percents of the picture.
Json studio_point(const std::string& label, double x, double y, const std::string& parent = {}) {
    Json result = {{"id", "p" + label},
                   {"type", "keypointlabels"},
                   {"original_width", 200},
                   {"original_height", 100},
                   {"image_rotation", 0},
                   {"value", {{"x", x}, {"y", y}, {"width", 0.5}, {"keypointlabels", {label}}}}};
    if (!parent.empty())
        result["parentID"] = parent;
    return result;
}

Json studio_box(const std::string& id, double x, double y, double width, double height) {
    return {{"id", id},
            {"type", "rectanglelabels"},
            {"original_width", 200},
            {"original_height", 100},
            {"value",
             {{"x", x},
              {"y", y},
              {"width", width},
              {"height", height},
              {"rotation", 0},
              {"rectanglelabels", {"face"}}}}};
}

Json studio_task(const std::string& picture, std::vector<Json> results) {
    Json annotation = {{"id", 1}, {"was_cancelled", false}, {"result", std::move(results)}};
    return {{"id", 7},
            {"annotations", Json::array({std::move(annotation)})},
            {"data", {{"note", "first"}, {"img", picture}}},
            {"predictions", Json::array()}};
}

TEST(LabelStudio, PercentsAreOfThePicture) {
    const TempDir dir;
    write_picture(dir / "a.jpg");  // half as large as the file says
    write_file(dir / "project.json",
               Json::array({studio_task("a.jpg", {studio_point("nose", 50, 50),
                                                  studio_box("b", 10, 20, 80, 60)})})
                   .dump());
    for (const auto& opened : {dir.path(), dir / "project.json"}) {
        const Dataset dataset = open_dataset(opened);
        EXPECT_EQ(dataset.format, DatasetFormat::LabelStudio);
        ASSERT_THAT(ids(dataset), ElementsAre("a"));
        EXPECT_EQ(dataset.samples[0].points_in_image.points[0], Point(50, 25));
        EXPECT_EQ(dataset.samples[0].box, (Box{10, 10, 80, 30}));
        EXPECT_THAT(dataset.scheme.point_names, ElementsAre("nose"));
        EXPECT_THAT(dataset.problems, IsEmpty()) << test::messages(dataset.problems);
    }
}

TEST(LabelStudio, PicturesAreFoundByTheNamesOfUploadsAndStorages) {
    const TempDir dir;
    for (const char* name : {"images/1f2e3d4c-up.jpg", "images/plain.jpg",
                             "images/sub/local face.jpg", "images/cloud.jpg"})
        write_picture(dir / name);
    Json tasks = Json::array();
    for (const char* name : {"/data/upload/3/1f2e3d4c-up.jpg", "/data/upload/3/00ff00ff-plain.jpg",
                             "/data/local-files/?d=sub/local%20face.jpg", "s3://bucket/cloud.jpg"})
        tasks.push_back(studio_task(name, {studio_point("nose", 50, 50)}));
    write_file(dir / "project.json", tasks.dump());
    const Dataset dataset = open_dataset(dir.path());
    EXPECT_THAT(ids(dataset), ElementsAre("images/1f2e3d4c-up", "images/plain",
                                          "images/sub/local face", "images/cloud"))
        << test::messages(dataset.problems);
    EXPECT_EQ(dataset.labelled().size(), 4U);
}

TEST(LabelStudio, PointsBelongToTheRegionThatTheyAreOrAreRelatedTo) {
    const TempDir dir;
    write_picture(dir / "a.jpg");
    Json related = studio_point("mouth", 61, 40);
    related["id"] = "m";
    write_file(
        dir / "project.json",
        Json::array(
            {studio_task("a.jpg",
                         {studio_point("nose", 50, 50, "one"), studio_point("nose", 60, 50, "two"),
                          related, studio_box("one", 0, 0, 99, 99), studio_box("two", 1, 1, 90, 90),
                          Json{{"type", "relation"}, {"from_id", "m"}, {"to_id", "two"}}})})
            .dump());
    const Dataset dataset = open_dataset(dir.path());
    ASSERT_THAT(ids(dataset), ElementsAre("a", "a#2"));
    EXPECT_FALSE(dataset.samples[0].points_in_image.is_labelled(1));
    EXPECT_EQ(dataset.samples[1].points_in_image.points[1], Point(61, 20));
    EXPECT_EQ(dataset.samples[1].box, (Box{1, 0.5, 90, 45}));
}

TEST(LabelStudio, WhatIsNotTakenIsCounted) {
    const TempDir dir;
    for (const char* name : {"a.jpg", "b.jpg", "c.jpg"})
        write_picture(dir / name);
    Json first = studio_task("a.jpg", {studio_point("nose", 50, 50),
                                       Json{{"type", "polygonlabels"}, {"value", Json::object()}}});
    first["annotations"].insert(
        first["annotations"].begin(),
        Json{{"was_cancelled", true}, {"result", Json::array({studio_point("nose", 1, 1)})}});
    first["annotations"].push_back({{"result", Json::array({studio_point("nose", 2, 2)})}});
    Json second = studio_task("b.jpg", {});
    second["annotations"] = Json::array();
    second["predictions"] = Json::array({Json{{"result", Json::array()}}});
    Json turned = studio_point("nose", 50, 50);
    turned["image_rotation"] = 90;
    Json wrong = studio_point("chin", 50, 50);
    wrong["value"]["x"] = nullptr;
    write_file(dir / "project.json",
               Json::array({first, second, studio_task("c.jpg", {turned, wrong}),
                            studio_task("gone.jpg", {turned})})
                   .dump());
    const Dataset dataset = open_dataset(dir.path());
    EXPECT_THAT(ids(dataset), ElementsAre("a", "b", "c"));
    EXPECT_EQ(dataset.samples[0].points_in_image.points[0], Point(50, 25));
    const std::string said = test::messages(dataset.problems);
    for (const char* part :
         {"an annotation was cancelled", "the first is taken", "predictions are not taken",
          "shown turned", "'polygonlabels' is not read", "'x' is not a number",
          "gone.jpg is missing"})
        EXPECT_THAT(said, HasSubstr(part));
}

TEST(LabelStudio, JsonMinOpensToo) {
    const TempDir dir;
    write_picture(dir / "face.jpg");
    write_file(dir / "min.json", R"([{"image": "/data/upload/1/1f2e3d4c-face.jpg", "id": 1,
 "kp-1": [{"x": 10, "y": 20, "width": 0.2, "keypointlabels": ["p2"], "original_width": 100,
           "original_height": 50},
          {"x": 30, "y": 40, "width": 0.2, "keypointlabels": ["p1"], "original_width": 100,
           "original_height": 50}],
 "label": [{"x": 0, "y": 0, "width": 50, "height": 100, "rotation": 0,
            "rectanglelabels": ["face"], "original_width": 100, "original_height": 50}],
 "annotator": 1, "annotation_id": 1}])");
    const Dataset dataset = open_dataset(dir.path());
    ASSERT_EQ(dataset.samples.size(), 1U) << test::messages(dataset.problems);
    EXPECT_EQ(dataset.samples[0].points_in_image.points[0], Point(30, 20));
    EXPECT_EQ(dataset.samples[0].points_in_image.points[1], Point(10, 10));
    EXPECT_EQ(dataset.samples[0].box, (Box{0, 0, 50, 50}));
}

}  // namespace
}  // namespace rudolph
