#include <gmock/gmock.h>

#include <algorithm>

#include "core/base/json.h"
#include "core/dataset/picture_attributes.h"
#include "core/formats/coco_reader.h"
#include "core/formats/file_stamp.h"
#include "core/formats/losses.h"
#include "core/formats/open_dataset.h"
#include "core/formats/save_in_place.h"
#include "core/formats/write_dataset.h"
#include "tests/core/formats/data_files.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

namespace fs = std::filesystem;
using test::TempDir;
using testing::ElementsAre;
using testing::IsEmpty;

/// As a tool writes it that knows more than this program: two pictures and a missing one, faces,
/// a crowd, a car, licences and a part of the tool's own.
constexpr const char* kList = R"({
"info": {"year": 2024, "url": "https://example.org/ü"},
"licenses": [{"id": 4, "name": "CC BY"}],
"tool": ["x", 1.5],
"categories": [
  {"id": 1, "name": "car", "supercategory": "thing"},
  {"id": 3, "name": "nose", "supercategory": "part", "colour": "red",
   "keypoints": ["left", "right"], "skeleton": [[1, 2], [2, 9]]},
  {"id": 5, "name": "ear", "keypoints": ["top", "end"], "skeleton": []}],
"images": [
  {"id": 70, "file_name": "a.png", "width": 100, "height": 50, "license": 4, "coco_url": null},
  {"id": 12, "file_name": "gone.png", "width": 9, "height": 9, "license": 4},
  {"id": 9, "file_name": "./images/ü.png", "width": 100, "height": 50, "tags": ["x", {"y": 1}]},
  {"id": 11, "file_name": "c.png", "date_captured": "2013"}],
"annotations": [
  {"id": 900, "image_id": 70, "category_id": 3, "keypoints": [1.5, 2, 1, 0, 0, 0],
   "num_keypoints": 1, "bbox": [1, 2, 30, 40], "area": 77.5, "iscrowd": 0,
   "segmentation": [[1, 2, 3, 4]], "score": 0.25},
  {"id": 901, "image_id": 70, "category_id": 1, "bbox": [1, 1, 5, 5], "area": 25, "iscrowd": 0},
  {"id": 17, "image_id": 70, "category_id": 5, "keypoints": [1, 2, 2, 3, 4, 2],
   "num_keypoints": 2, "bbox": [0, 0, 9, 9], "area": 81, "iscrowd": 0},
  {"id": 902, "image_id": 12, "category_id": 3, "keypoints": [1, 2, 2, 3, 4, 2],
   "num_keypoints": 2, "bbox": [0, 0, 9, 9], "area": 81, "iscrowd": 0},
  {"id": 3, "image_id": 9, "category_id": 3, "keypoints": [5, 6, 2, 7, 8, 2],
   "num_keypoints": 2, "bbox": [2, 2, 9, 9], "area": 81, "iscrowd": 1},
  {"id": 4, "image_id": 9, "category_id": 3, "keypoints": [0, 0, 0, 0, 0, 0],
   "num_keypoints": 0, "bbox": [0, 0, 0, 0], "area": 0, "iscrowd": 0},
  {"id": 5, "image_id": 9, "category_id": 3, "keypoints": [1, 2]}]
})";

/// The order of keys and entries says nothing.
nlohmann::json told(const Json& list) {
    nlohmann::json json = nlohmann::json::parse(list.dump());
    for (const char* key : {"images", "annotations"})
        std::sort(json[key].begin(), json[key].end());
    return json;
}

struct OpenList {
    Dataset dataset;
    FileStamps stamps;
    nlohmann::json before;

    explicit OpenList(const TempDir& dir, const std::string& text = kList) {
        for (const char* name : {"images/a.png", "images/ü.png", "c.png"})
            test::write_picture(dir / name);
        write_file(dir / "list.json", text);
        dataset = open_dataset(dir / "list.json");
        stamps = annotation_stamps(dataset);
        before = told(read_json(dir / "list.json"));
    }

    Json save() {
        EXPECT_THAT(save_in_place(dataset, {dataset.samples[0].image}, {}, stamps, false),
                    IsEmpty());
        return read_json(dataset.source);
    }
};

nlohmann::json* entry_of(nlohmann::json& list, const char* key, int id) {
    for (nlohmann::json& entry : list[key])
        if (entry["id"] == id)
            return &entry;
    return nullptr;
}

std::vector<std::string> lost(const Dataset& dataset) {
    return test::messages(losses(dataset, DatasetFormat::Coco));
}

TEST(CocoInPlace, AListThatNobodyEditedStaysTheSame) {
    const TempDir dir;
    OpenList list(dir);
    EXPECT_THAT(test::ids(list.dataset), ElementsAre("images/a", "images/a#2", "images/ü", "c"));
    EXPECT_THAT(lost(list.dataset), IsEmpty());
    EXPECT_EQ(told(list.save()), list.before);
    EXPECT_EQ(told(list.save()), list.before) << "and once more";
}

TEST(CocoInPlace, OnlyWhatWasEditedChanges) {
    const TempDir dir;
    OpenList list(dir);
    list.dataset.samples[0].points_in_image.points[0] = {2.5, 3};
    list.dataset.samples[2].box = Box{4, 4, 10, 10};
    Sample face = list.dataset.samples[3];
    face.attributes.clear();
    face.box = Box{1, 1, 2, 2};
    list.dataset.samples[3] = face;
    // Its picture has no other face that knows the entry's id.
    EXPECT_THAT(lost(list.dataset), IsEmpty());
    const nlohmann::json after = told(list.save());
    nlohmann::json expected = list.before;
    (*entry_of(expected, "annotations", 900))["keypoints"] = {2.5, 3, 1, 0, 0, 0};
    (*entry_of(expected, "annotations", 3))["bbox"] = {4, 4, 10, 10};
    (*entry_of(expected, "annotations", 3))["area"] = 100;
    EXPECT_EQ(after["categories"], expected["categories"]);
    for (const nlohmann::json& entry : expected["annotations"])
        EXPECT_THAT(after["annotations"], testing::Contains(entry));
    ASSERT_EQ(after["annotations"].size(), expected["annotations"].size() + 1);
    nlohmann::json changed = after;
    const nlohmann::json* added = entry_of(changed, "annotations", 903);
    ASSERT_NE(added, nullptr) << "a new id follows the largest";
    EXPECT_EQ((*added)["category_id"], 3);
    EXPECT_EQ((*added)["image_id"], 71);
}

TEST(CocoInPlace, FacesThatGoLeaveTheOthersTheirIds) {
    const TempDir dir;
    OpenList list(dir);
    list.dataset.samples.erase(list.dataset.samples.begin());
    Sample& blank = list.dataset.samples[1];
    blank.box.reset();
    blank.points_in_image = {};
    blank.attributes = picture_attributes(blank);
    nlohmann::json expected = list.before;
    for (const int id : {900, 3}) {
        auto& faces = expected["annotations"];
        faces.erase(std::find_if(faces.begin(), faces.end(),
                                 [id](const auto& entry) { return entry["id"] == id; }));
    }
    EXPECT_EQ(told(list.save()), expected);
}

TEST(CocoInPlace, ANewFaceOfAPictureSharesItsEntry) {
    const TempDir dir;
    OpenList list(dir);
    Sample face = list.dataset.samples[2];
    face.id += "#2";
    face.attributes.clear();
    // The first face of the picture is the one that knows nothing of it.
    list.dataset.samples.insert(list.dataset.samples.begin() + 2, face);
    EXPECT_THAT(lost(list.dataset), IsEmpty());
    nlohmann::json after = told(list.save());
    EXPECT_EQ(after["images"], list.before["images"]);
    EXPECT_EQ((*entry_of(after, "annotations", 903))["image_id"], 9);
}

TEST(CocoInPlace, TellsOfIdsThatCannotStay) {
    const TempDir dir;
    OpenList list(dir);
    list.dataset.samples[2].attributes["id"] = "900";
    EXPECT_THAT(
        lost(list.dataset),
        ElementsAre("COCO keypoints does not keep what else is said of faces (id): 1 face"));
    list.dataset.samples.erase(list.dataset.samples.begin(), list.dataset.samples.begin() + 2);
    EXPECT_THAT(
        lost(list.dataset),
        ElementsAre("COCO keypoints does not keep what the list says of itself: annotations"))
        << "the car lies in a picture that is not in the list";
}

TEST(CocoInPlace, AnotherSchemeChangesItsCategoryOnly) {
    const TempDir dir;
    OpenList list(dir);
    list.dataset.scheme.point_names = {"L", "R"};
    EXPECT_THAT(
        lost(list.dataset),
        ElementsAre("COCO keypoints does not keep what the list says of itself: categories"));
    nlohmann::json expected = list.before;
    (*entry_of(expected, "categories", 3))["keypoints"] = {"L", "R"};
    (*entry_of(expected, "categories", 3))["skeleton"] = {{1, 2}};
    EXPECT_EQ(told(list.save()), expected);
    EXPECT_THAT(open_dataset(dir / "list.json").scheme.point_names, ElementsAre("L", "R"));
}

TEST(CocoInPlace, TheCategoryOfMostFacesGivesTheScheme) {
    const TempDir dir;
    OpenList list(dir, R"({"categories":[{"id":1,"name":"a","keypoints":["x"]},
        {"id":2,"name":"b","keypoints":["x","y"]}],"images":[{"id":1,"file_name":"c.png"}],
        "annotations":[{"id":1,"image_id":1,"category_id":2,"keypoints":[1,2,2,3,4,2],
        "num_keypoints":2,"bbox":[1,2,2,2],"area":4,"iscrowd":0}]})");
    EXPECT_EQ(list.dataset.scheme.name, "b");
    EXPECT_THAT(lost(list.dataset), IsEmpty());
    EXPECT_EQ(told(list.save()), list.before);
}

TEST(CocoInPlace, AProjectCarriesEverythingAlong) {
    const TempDir dir;
    const OpenList list(dir);
    const fs::path project = write_dataset(
        list.dataset, {DatasetFormat::Project, dir / "p.rudolph", PictureHandling::Refer, {}});
    write_dataset(open_dataset(project),
                  {DatasetFormat::Coco, dir / "back.json", PictureHandling::Refer, {}});
    nlohmann::json expected = list.before;
    (*entry_of(expected, "images", 70))["file_name"] = "images/a.png";
    (*entry_of(expected, "images", 9))["file_name"] = "images/ü.png";
    EXPECT_EQ(told(read_json(dir / "back.json"))["annotations"], expected["annotations"]);
    EXPECT_EQ(told(read_json(dir / "back.json"))["categories"], expected["categories"]);
}

TEST(CocoWriter, RefusesNamesThatAreNotUtf8) {
    const TempDir dir;
    const fs::path picture = dir / "faces" / "\xfc.png";
    test::write_picture(picture);
    const Dataset dataset = open_dataset(dir / "faces");
    ASSERT_EQ(dataset.samples.size(), 1U);
    EXPECT_THROW(write_dataset(dataset, {DatasetFormat::Coco, dir / "out", {}, {}}), Error);
    EXPECT_FALSE(fs::exists(dir / "out/keypoints.json"));
}

}  // namespace
}  // namespace rudolph
