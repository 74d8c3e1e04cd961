#include "core/formats/coco_reader.h"

#include <gmock/gmock.h>

#include "core/base/json.h"
#include "core/formats/losses.h"
#include "core/formats/open_dataset.h"
#include "core/formats/write_dataset.h"
#include "tests/core/formats/data_files.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::TempDir;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;

constexpr const char* kCategory =
    R"("categories":[{"id":3,"name":"nose","keypoints":["left","right"],"skeleton":[[1,2],[2,9]]}])";

/// A file over a.png (id 7) with these annotations.
Dataset coco(const TempDir& dir, const std::string& annotations) {
    test::write_picture(dir / "images/a.png");
    write_file(
        dir / "list.json",
        std::string("{\"info\":{\"year\":2024},\"images\":[{\"id\":7,\"file_name\":\"a.png\","
                    "\"width\":100,\"height\":50}],") +
            kCategory + ",\"annotations\":[" + annotations + "]}");
    return open_dataset(dir / "list.json");
}

TEST(CocoReader, KeepsVisibilityBoxesNamesAndOtherFields) {
    const TempDir dir;
    const Dataset dataset =
        coco(dir, R"({"id":1,"image_id":7,"category_id":3,"keypoints":[1.5,2,1,0,0,0],)"
                  R"("bbox":[1,2,30,40],"area":1200,"iscrowd":0,"segmentation":[[1,2]]})");
    ASSERT_EQ(dataset.samples.size(), 1U) << test::messages(dataset.problems);
    const Sample& face = dataset.samples[0];
    EXPECT_EQ(face.image, dir / "images/a.png");
    EXPECT_EQ(face.image_size, cv::Size(100, 50));
    EXPECT_EQ(face.box, (Box{1, 2, 30, 40}));
    EXPECT_EQ(face.points_in_image.points[0], Point(1.5, 2));
    EXPECT_THAT(face.points_in_image.visibility,
                ElementsAre(Visibility::Hidden, Visibility::NotLabelled));
    EXPECT_THAT(face.attributes,
                ElementsAre(Pair("id", "1"), Pair("image.file_name", R"("a.png")"),
                            Pair("image.id", "7"), Pair("segmentation", "[[1,2]]")));
    EXPECT_THAT(dataset.scheme.point_names, ElementsAre("left", "right"));
    ASSERT_EQ(dataset.scheme.lines.size(), 1U) << "the other edge names no point";
    EXPECT_THAT(dataset.scheme.lines[0].points, ElementsAre(0, 1));
    EXPECT_EQ(dataset.attributes.at("info"), R"({"year":2024})");
    EXPECT_TRUE(losses(dataset, DatasetFormat::Coco).empty());
}

TEST(CocoReader, SeveralFacesAPictureAndNone) {
    const TempDir dir;
    const std::string face =
        R"({"id":1,"image_id":7,"category_id":3,"keypoints":[1,2,2,3,4,2],"bbox":[1,2,3,4]})";
    EXPECT_THAT(test::ids(coco(dir, face + "," + face)), ElementsAre("images/a", "images/a#2"));
    const Dataset none = coco(dir, "");
    ASSERT_EQ(none.samples.size(), 1U);
    EXPECT_FALSE(none.samples[0].box);
}

TEST(CocoReader, WhatIsWrongWithAnAnnotationIsAProblem) {
    const TempDir dir;
    for (const auto& [annotation, message] : std::vector<std::pair<std::string, std::string>>{
             {R"({"id":1,"image_id":9,"category_id":3,"keypoints":[1,2,2,3,4,2]})", "no image 9"},
             {R"({"id":1,"image_id":7,"category_id":3,"keypoints":[1,2,2]})", "1 keypoints"},
             {R"({"id":1,"image_id":7,"category_id":3,"keypoints":[1,2]})", "no triples"},
             {R"({"id":1,"image_id":7,"category_id":3,"keypoints":[1,2,5,3,4,2]})", "visibility"},
             {R"({"id":1,"image_id":7,"category_id":3,"keypoints":["a",2,2,3,4,2]})", "number"},
             {R"({"id":1,"image_id":7,"category_id":3,"bbox":[1]})", "four numbers"},
             {"5", "annotation"}}) {
        const Dataset dataset = coco(dir, annotation);
        ASSERT_EQ(dataset.problems.size(), 1U) << annotation;
        EXPECT_THAT(dataset.problems[0].message, HasSubstr(message)) << annotation;
    }
}

TEST(CocoReader, RefusesWhatIsNoCocoFile) {
    const TempDir dir;
    write_file(dir / "a.json", R"({"annotations":[]})");
    EXPECT_THROW(open_dataset(dir / "a.json"), Error);
    write_file(dir / "a.json", R"({"images":[)");
    EXPECT_THROW(open_dataset(dir / "a.json"), Error);
    write_file(dir / "a.json", R"({"images":[],"annotations":{"id":1}})");
    EXPECT_THROW(open_dataset(dir / "a.json"), Error);
}

TEST(CocoWriter, WritesWhatOtherToolsRelyOn) {
    const TempDir dir;
    const Dataset dataset =
        coco(dir, R"({"id":1,"image_id":7,"category_id":3,"keypoints":[1.5,2,1,0,0,0]})");
    write_dataset(dataset, {DatasetFormat::Coco, dir / "out", PictureHandling::Copy, {}});
    const Json json = read_json(dir / "out/keypoints.json");
    const Json& annotation = json["annotations"][0];
    EXPECT_EQ(annotation["id"], 1);
    EXPECT_EQ(annotation["image_id"], 7);
    EXPECT_EQ(annotation["category_id"], 3);
    EXPECT_EQ(annotation["num_keypoints"], 1);
    EXPECT_EQ(annotation["keypoints"], Json({1.5, 2.0, 1, 0.0, 0.0, 0}));
    EXPECT_EQ(annotation["bbox"], Json({1.5, 2.0, 1.0, 1.0}));
    EXPECT_EQ(annotation["iscrowd"], 0);
    EXPECT_EQ(json["categories"][0]["skeleton"], Json::parse("[[1,2],[2,9]]")) << "as it was";
    EXPECT_EQ(json["images"][0]["file_name"], "images/a.png");
}

}  // namespace
}  // namespace rudolph
