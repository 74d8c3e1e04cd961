#include <gmock/gmock.h>

#include "core/base/json.h"
#include "core/dataset/set_part.h"
#include "core/dataset/split.h"
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

/// One face with two points a picture.
std::string coco_text(const std::vector<std::string>& pictures) {
    Json images = Json::array();
    Json annotations = Json::array();
    for (size_t i = 0; i < pictures.size(); ++i) {
        Json image = {{"id", i}, {"file_name", pictures[i]}};
        images.push_back(std::move(image));
        annotations.push_back(
            {{"id", i}, {"image_id", i}, {"category_id", 1}, {"keypoints", {1, 2, 2, 3, 4, 2}}});
    }
    const Json category = {{"id", 1}, {"name", "face"}, {"keypoints", {"a", "b"}}};
    return Json{
        {"images", images}, {"annotations", annotations}, {"categories", Json::array({category})}}
        .dump();
}

TEST(Layouts, AListInAFolderOfItsOwnOpensWithTheWholeFolder) {
    const TempDir dir;
    write_picture(dir / "images/default/p.jpg");
    write_file(dir / "annotations/person_keypoints_default.json", coco_text({"p.jpg"}));
    for (const auto& opened : {dir.path(), dir / "annotations/person_keypoints_default.json"}) {
        const Dataset dataset = open_dataset(opened);
        EXPECT_EQ(dataset.labelled().size(), 1U);
        EXPECT_THAT(ids(dataset), ElementsAre("../images/default/p"));
        EXPECT_TRUE(dataset.problems.empty()) << test::messages(dataset.problems);
    }
}

TEST(Layouts, ListsOfTheSameSetAreItsParts) {
    const TempDir dir;
    for (const char* name : {"images/train2017/a.jpg", "images/val2017/a.jpg"})
        write_picture(dir / name);
    write_file(dir / "annotations/person_keypoints_train2017.json", coco_text({"train2017/a.jpg"}));
    write_file(dir / "annotations/person_keypoints_val2017.json", coco_text({"val2017/a.jpg"}));
    write_file(dir / "annotations/captions_val2017.json", R"({"images": [], "annotations": []})");
    const Dataset dataset = open_dataset(dir.path());
    EXPECT_THAT(ids(dataset), ElementsAre("images/train2017/a", "images/val2017/a"));
    EXPECT_EQ(part_of(dataset.samples[0]), kTrainPart);
    EXPECT_EQ(part_of(dataset.samples[1]), kValidationPart);
    const Split split = make_split(dataset, {});
    EXPECT_THAT(split.train, ElementsAre(0));
    EXPECT_THAT(split.validation, ElementsAre(1));
}

TEST(Layouts, AListBesideThePicturesOfEachPart) {
    const TempDir dir;
    for (const char* part : {"train", "valid", "test"}) {
        write_picture(dir / part / "p_jpg.rf.0a.jpg");
        write_file(dir / part / "_annotations.coco.json", coco_text({"p_jpg.rf.0a.jpg"}));
    }
    const Dataset dataset = open_dataset(dir.path());
    EXPECT_THAT(ids(dataset),
                ElementsAre("train/p_jpg.rf.0a", "valid/p_jpg.rf.0a", "test/p_jpg.rf.0a"));
    const Split split = make_split(dataset, {});
    EXPECT_THAT(split.train, ElementsAre(0));
    EXPECT_THAT(split.validation, ElementsAre(1)) << "test is on neither side";
}

TEST(Layouts, TablesOfPartsInOneFolderAreOneSet) {
    const TempDir dir;
    for (const char* name : {"a.jpg", "b.jpg", "c.jpg"})
        write_picture(dir / name);
    write_file(dir / "test.csv", "image,x_0,y_0\nc.jpg,1,2\n");
    write_file(dir / "train.csv", "image,x_0,y_0\na.jpg,1,2\nb.jpg,1,2\n");
    const Dataset dataset = open_dataset(dir.path());
    EXPECT_THAT(ids(dataset), ElementsAre("a", "b", "c"));
    EXPECT_THAT(make_split(dataset, {}).validation, ElementsAre(2));
}

TEST(Layouts, ListsWhosePartCannotBeToldAreAskedFor) {
    const TempDir dir;
    write_picture(dir / "a.jpg");
    write_file(dir / "eva.csv", "image,x_0,y_0\na.jpg,1,2\n");
    write_file(dir / "max.csv", "image,x_0,y_0\na.jpg,1,2\n");
    try {
        open_dataset(dir.path());
        FAIL() << "it opened";
    } catch (const Error& error) {
        EXPECT_THAT(error.what(), HasSubstr("several lists: eva.csv, max.csv"));
    }
}

TEST(Layouts, OfSeveralListsThoseOfLandmarksAreMeantAndTheOthersNamed) {
    const TempDir dir;
    write_picture(dir / "a.jpg");
    write_picture(dir / "b.jpg");
    write_file(dir / "test.csv", "image,x_0,y_0\na.jpg,1,2\n");
    write_file(dir / "train.csv", "image,x_0,y_0\nb.jpg,1,2\n");
    write_file(dir / "test_with_landmarks.csv", "image,x_0,y_0\na.jpg,1,2\n");
    write_file(dir / "train_with_landmarks.csv", "image,x_0,y_0\nb.jpg,1,2\n");
    const Dataset dataset = open_dataset(dir.path());
    EXPECT_EQ(dataset.samples.size(), 2U);
    EXPECT_EQ(make_split(dataset, {}).validation.size(), 1U);
    EXPECT_THAT(test::messages(dataset.problems),
                HasSubstr("not read, as the names of other lists"));
    EXPECT_THAT(test::messages(dataset.problems), HasSubstr("test.csv, train.csv"));
}

TEST(Layouts, FilesOfPointsOfAnotherKindAreCounted) {
    const TempDir dir;
    const std::string points = "version: 1\nn_points: 2\n{\n1 2\n3 4\n}\n";
    for (const char* name : {"a", "b"}) {
        write_picture(dir / (name + std::string(".jpg")));
        write_file(dir / (name + std::string(".pts")), points);
    }
    write_file(dir / "a.ljson", "{}");
    const Dataset dataset = open_dataset(dir.path());
    EXPECT_EQ(dataset.samples.size(), 2U);
    EXPECT_THAT(test::messages(dataset.problems),
                HasSubstr("1 .ljson file(s) of points are not read, as most are .pts files"));
}

TEST(Layouts, MasksBesidePhotographsArePassedOverAndCounted) {
    const TempDir dir;
    for (const char* name : {"images/a.jpg", "labels/a.png", "images/b_mask.png", "images/b.jpg",
                             "images/c_seg.png", "masks/d.png"})
        write_picture(dir / name);
    const Dataset dataset = open_dataset(dir.path());
    EXPECT_THAT(ids(dataset), ElementsAre("images/a", "images/b", "images/c_seg", "masks/d"))
        << "those without a photograph of their own stay";
    EXPECT_THAT(test::messages(dataset.problems), HasSubstr("2 picture(s) are passed over"));
}

TEST(Layouts, DamagedFilesOfMatlabBesidePicturesAreMissedAloud) {
    const TempDir dir;
    write_picture(dir / "image00050.jpg");
    write_file(dir / "image00050.mat", std::string("MATLAB 5.0 MAT-file\0", 20));
    const Dataset dataset = open_dataset(dir.path());
    EXPECT_EQ(dataset.samples.size(), 1U);
    EXPECT_THAT(test::messages(dataset.problems),
                HasSubstr("this is no MATLAB file that can be read"));
}

TEST(Layouts, RoboflowsPathsLieBesideTheFile) {
    const TempDir dir;
    for (const char* part : {"train", "valid"}) {
        write_picture(dir / part / "images/p.jpg");
        write_file(dir / part / "labels/p.txt", "0 0.5 0.5 0.5 0.5 0.5 0.5 2\n");
    }
    write_file(dir / "data.yaml",
               "train: ../train/images\nval: ..\\valid\\images\ntest: ../test/images\n"
               "kpt_shape: [1, 3]\n");
    const Dataset dataset = open_dataset(dir.path());
    EXPECT_EQ(dataset.labelled().size(), 2U);
    ASSERT_EQ(dataset.problems.size(), 1U) << test::messages(dataset.problems);
    EXPECT_THAT(dataset.problems[0].message, HasSubstr((dir / "test/images").string()));
}

TEST(Layouts, HiddenFilesAndLinksInAYoloSet) {
    const TempDir dir;
    write_picture(dir / "store/p.jpg");
    write_file(dir / "store/._p.jpg", "resource fork");
    write_picture(dir / "store/.ipynb_checkpoints/p-checkpoint.jpg");
    std::filesystem::create_directories(dir / "set/images");
    std::filesystem::create_directory_symlink(dir / "store", dir / "set/images/train");
    write_file(dir / "set/labels/train/p.txt", "0 0.5 0.5 0.5 0.5 0.5 0.5 2\n");
    write_file(dir / "set/data.yaml", "train: images/train\nkpt_shape: [1, 3]\n");
    const Dataset dataset = open_dataset(dir / "set");
    EXPECT_THAT(ids(dataset), ElementsAre("images/train/p"));
    EXPECT_EQ(dataset.labelled().size(), 1U);
    // Nobody has named the folder that the link leads to.
    ASSERT_EQ(dataset.problems.size(), 1U) << test::messages(dataset.problems);
    EXPECT_THAT(dataset.problems[0].message, HasSubstr("outside the data set's folder"));
}

TEST(Layouts, AFlipThatCannotBeUsedIsSaid) {
    const TempDir dir;
    write_picture(dir / "images/p.jpg");
    write_file(dir / "labels/p.txt", "0 0.5 0.5 0.5 0.5 0.5 0.5 2 0.6 0.6 2\n");
    const auto said = [&dir](const std::string& flip) {
        write_file(dir / "data.yaml", "train: images\nkpt_shape: [2, 3]\nflip_idx: " + flip + "\n");
        return test::messages(open_dataset(dir.path()).problems);
    };
    EXPECT_THAT(said("[1]"), HasSubstr("data.yaml:3: 'flip_idx' has 1 entries for 2 points"));
    EXPECT_THAT(said("[1, 7]"), HasSubstr("no number from 0 to 1"));
    EXPECT_THAT(said("[0, 1]"), HasSubstr("leaves every point where it is"));
    EXPECT_EQ(said("[1, 0]"), "");
    EXPECT_EQ(said("[]"), "");
}

}  // namespace
}  // namespace rudolph
