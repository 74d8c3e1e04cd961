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
using testing::AllOf;
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
             {R"({"id":1,"image_id":18446744073709551615,"category_id":3})", "too large"},
             {"5", "annotation"}}) {
        const Dataset dataset = coco(dir, annotation);
        ASSERT_EQ(dataset.problems.size(), 1U) << annotation;
        EXPECT_THAT(dataset.problems[0].message, HasSubstr(message)) << annotation;
    }
}

/// A file over a.png (id 7) with these further lists, opened.
Dataset coco_of(const TempDir& dir, const std::string& lists,
                const std::string& image = R"("id":7,"file_name":"a.png")") {
    test::write_picture(dir / "images/a.png");
    write_file(dir / "list.json", "{\"images\":[{" + image + "}]," + lists + "}");
    return open_dataset(dir / "list.json");
}

TEST(CocoReader, CategoriesWithoutNamesOfKeypointsAreNumberedAndSaySo) {
    const std::string faces = R"("annotations":[{"id":1,"image_id":7,"category_id":1,)"
                              R"("keypoints":[1,2,2,3,4,2,5,6,1],"bbox":[1,2,30,40]}])";
    for (const std::string categories :
         {R"("categories":[{"id":1,"name":"face","keypoints":[]}],)",
          R"("categories":[{"id":1,"name":"face"}],)", R"("categories":[],)", ""}) {
        const TempDir dir;
        const Dataset dataset = coco_of(dir, categories + faces);
        ASSERT_EQ(dataset.samples.size(), 1U) << categories << test::messages(dataset.problems);
        EXPECT_EQ(dataset.samples[0].points_in_image.size(), 3) << categories;
        EXPECT_EQ(dataset.scheme.size(), 3) << categories;
        ASSERT_EQ(dataset.problems.size(), 1U) << categories;
        EXPECT_THAT(dataset.problems[0].message, HasSubstr("names no keypoints"));
    }
}

TEST(CocoReader, FacesWithoutACategoryAreReadWithTheOneThereIs) {
    const TempDir dir;
    const Dataset dataset = coco(dir, R"({"id":1,"image_id":7,"keypoints":[1,2,2,3,4,2]})");
    ASSERT_EQ(dataset.samples.size(), 1U);
    EXPECT_EQ(dataset.samples[0].points_in_image.size(), 2);
    EXPECT_THAT(dataset.scheme.point_names, ElementsAre("left", "right"));
    ASSERT_EQ(dataset.problems.size(), 1U) << "and it is said";
    EXPECT_THAT(dataset.problems[0].message, HasSubstr("names no category"));
}

TEST(CocoReader, IdsMayBeTextOrHaveAPoint) {
    for (const auto& [image, annotation] : std::vector<std::pair<std::string, std::string>>{
             {R"("id":"000007")", R"("image_id":"7")"}, {R"("id":7.0)", R"("image_id":7.0)"}}) {
        const TempDir dir;
        const Dataset dataset =
            coco_of(dir,
                    std::string(kCategory) + R"(,"annotations":[{"id":"1","category_id":3.0,)" +
                        annotation + R"(,"keypoints":[1,2,2,3,4,2]}])",
                    image + R"(,"file_name":"a.png")");
        ASSERT_EQ(dataset.samples.size(), 1U);
        EXPECT_EQ(dataset.samples[0].points_in_image.size(), 2) << test::messages(dataset.problems);
        ASSERT_EQ(dataset.problems.size(), 1U) << "one line for all";
        EXPECT_THAT(dataset.problems[0].message, HasSubstr("4 ids"));
    }
}

TEST(CocoReader, ACoordinateThatIsNoNumberCostsThatPointOnly) {
    for (const std::string number : {"NaN", "null", "-Infinity"}) {
        const TempDir dir;
        const Dataset dataset =
            coco(dir, R"({"id":1,"image_id":7,"category_id":3,"note":"NaN \"NaN","keypoints":[)" +
                          number + ",2,2,3,4,2]}");
        ASSERT_EQ(dataset.samples.size(), 1U) << number;
        const Sample& face = dataset.samples[0];
        ASSERT_EQ(face.points_in_image.size(), 2) << number;
        EXPECT_FALSE(face.points_in_image.is_labelled(0));
        EXPECT_EQ(face.points_in_image.points[1], Point(3, 4));
        EXPECT_EQ(face.attributes.at("note"), R"("NaN \"NaN")") << "words stay words";
        ASSERT_EQ(dataset.problems.size(), 1U);
        EXPECT_THAT(dataset.problems[0].message, HasSubstr("is no number"));
    }
}

TEST(CocoReader, TakesBoxesThatAreObjects) {
    for (const std::string box :
         {R"({"x":1,"y":2,"width":30,"height":40})", R"({"left":1,"top":2,"right":31,"bottom":42})",
          R"({"h":40,"w":30,"y":2,"x":1})", R"({"xmin":1,"ymin":2,"xmax":31,"ymax":42})"}) {
        const TempDir dir;
        const Dataset dataset =
            coco(dir, R"({"id":1,"image_id":7,"category_id":3,"bbox":)" + box + "}");
        ASSERT_EQ(dataset.samples.size(), 1U);
        EXPECT_EQ(dataset.samples[0].box, (Box{1, 2, 30, 40})) << box;
        ASSERT_EQ(dataset.problems.size(), 1U);
        EXPECT_THAT(dataset.problems[0].message, HasSubstr("box is an object"));
    }
    const TempDir dir;
    const Dataset odd = coco(dir, R"({"id":1,"image_id":7,"category_id":3,"bbox":{"a":1}})");
    ASSERT_EQ(odd.problems.size(), 1U);
    EXPECT_THAT(odd.problems[0].message, HasSubstr("four numbers"));
}

TEST(CocoReader, CountsWhatItMakesNothingOf) {
    const TempDir dir;
    const std::string dog = R"({"id":1,"image_id":7,"category_id":9,"bbox":[1,2,3,4]},)";
    const std::string face = R"({"id":3,"image_id":7,"category_id":3,"keypoints":[1,2,2,3,4,2]})";
    const Dataset dataset = coco(dir, dog + dog + face);
    ASSERT_EQ(dataset.samples.size(), 1U);
    ASSERT_EQ(dataset.problems.size(), 1U);
    EXPECT_THAT(dataset.problems[0].message,
                AllOf(HasSubstr("2 annotations"), HasSubstr("category 9")));
}

TEST(CocoReader, TakesWindowsSeparators) {
    const TempDir dir;
    const Dataset dataset =
        coco_of(dir, R"("annotations":[])", R"("id":7,"file_name":"images\\a.png")");
    ASSERT_EQ(dataset.samples.size(), 1U) << test::messages(dataset.problems);
    EXPECT_EQ(dataset.samples[0].image, dir / "images/a.png");
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
