#include "core/formats/outside.h"

#include <gmock/gmock.h>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/formats/join_datasets.h"
#include "core/formats/open_dataset.h"
#include "core/formats/recipe.h"
#include "core/formats/write_dataset.h"
#include "tests/core/formats/data_files.h"
#include "tests/support/error_of.h"
#include "tests/support/files_in.h"
#include "tests/support/special_files.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::TempDir;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
namespace fs = std::filesystem;

/// The same two faces, one of whose pictures is called `other`, as each format that names pictures
/// has them: the file's name and what is in it.
std::map<std::string, std::string> lists_naming(const std::string& other) {
    const auto json = [](const Json& value) { return value.dump(); };
    const auto each = [&other](const auto& make) {
        Json all = Json::array();
        int id = 1;
        for (const std::string& name : {std::string("own.png"), other})
            all.push_back(make(name, id++));
        return all;
    };
    const Json keypoints = {10, 10, 2, 20, 20, 2};
    std::map<std::string, std::string> lists;
    lists["list.csv"] =
        "image_name,x_0,x_1,y_0,y_1\nown.png,10,20,10,20\n" + other + ",10,20,10,20\n";
    std::string images;
    for (const std::string& name : {std::string("own.png"), other})
        images += "<image file='" + name +
                  "'><box top='5' left='5' width='30' height='30'><part name='0' x='10' y='10'/>"
                  "<part name='1' x='20' y='20'/></box></image>";
    lists["list.xml"] = test::xml_text(images);
    lists["coco.json"] =
        json({{"images", each([](const std::string& name, int id) {
                   return Json{{"id", id}, {"file_name", name}, {"width", 100}, {"height", 50}};
               })},
              {"annotations", each([&](const std::string&, int id) {
                   return Json{{"id", id},
                               {"image_id", id},
                               {"category_id", 1},
                               {"bbox", {5, 5, 30, 30}},
                               {"keypoints", keypoints},
                               {"num_keypoints", 2}};
               })},
              {"categories", {{{"id", 1}, {"name", "face"}, {"keypoints", {"a", "b"}}}}}});
    Json via = Json::object();
    for (const std::string& name : {std::string("own.png"), other}) {
        Json regions = Json::array();
        for (const int at : {10, 20})
            regions.push_back({{"shape_attributes", {{"name", "point"}, {"cx", at}, {"cy", at}}},
                               {"region_attributes", {{"point", std::to_string(at)}}}});
        via[name + "1"] = {{"filename", name},
                           {"size", 1},
                           {"regions", regions},
                           {"file_attributes", Json::object()}};
    }
    lists["via.json"] = json(via);
    std::string cvat;
    for (const std::string& name : {std::string("own.png"), other})
        cvat += "<image id='0' name='" + name +
                "' width='100' height='50'><points label='face' points='10.0,10.0;20.0,20.0'/>"
                "</image>";
    lists["cvat.xml"] =
        "<?xml version='1.0'?><annotations><version>1.1</version>" + cvat + "</annotations>";
    lists["studio.json"] = json(each([](const std::string& name, int id) {
        Json results = Json::array();
        for (const int at : {10, 20})
            results.push_back(
                {{"type", "keypointlabels"},
                 {"original_width", 100},
                 {"original_height", 50},
                 {"value", {{"x", at}, {"y", at}, {"keypointlabels", {std::to_string(at)}}}}});
        return Json{{"id", id},
                    {"data", {{"image", name}}},
                    {"annotations", {{{"id", id}, {"result", results}}}}};
    }));
    return lists;
}

/// A set with one picture of its own, and two files outside.
class Outside : public testing::Test {
protected:
    Outside() {
        test::write_picture(set / "own.png");
        test::write_picture(dir / "elsewhere/other.png");
        write_file(dir / "elsewhere/secret", "root:x:0:0\n");
    }

    fs::path list(const std::string& name, const std::string& text) const {
        write_file(set / name, text);
        return set / name;
    }

    std::string copying_error(const Dataset& dataset, bool follow = false) const {
        WriteRequest request{DatasetFormat::Csv, dir / "copy", {}, {}};
        request.follow_outside = follow;
        return test::error_of([&] { write_dataset(dataset, request); }).what();
    }

    const TempDir dir;
    const fs::path set = dir / "set";
};

TEST_F(Outside, PicturesThatAListNamesElsewhereAreToldAndCopiedOnlyOnRequest) {
    for (const std::string& other :
         {std::string("../elsewhere/other.png"), (dir / "elsewhere/other.png").string()})
        for (const auto& [name, text] : lists_naming(other)) {
            SCOPED_TRACE(testing::Message() << name << " " << other);
            const Dataset dataset = open_dataset(list(name, text));
            ASSERT_EQ(dataset.samples.size(), 2U) << test::messages(dataset.problems);
            EXPECT_THAT(pictures_outside(dataset), ElementsAre(dir / "elsewhere/other.png"));
            EXPECT_THAT(test::messages(dataset.problems),
                        HasSubstr("a picture lies outside the data set's folder: " +
                                  (dir / "elsewhere/other.png").string()));
            EXPECT_THAT(copying_error(dataset), HasSubstr("--follow-outside"));
            EXPECT_FALSE(fs::exists(dir / "copy"));
            EXPECT_EQ(copying_error(dataset, true), "no error");
            EXPECT_THAT(test::files_in(dir / "copy"), Contains("elsewhere/other.png"));
            fs::remove_all(dir / "copy");
            fs::remove(set / name);
        }
}

TEST_F(Outside, WhatIsNoPictureIsNeverCopied) {
    for (const auto& [name, text] : lists_naming("../elsewhere/secret")) {
        SCOPED_TRACE(name);
        Dataset dataset = open_dataset(list(name, text));
        EXPECT_THAT(copying_error(dataset, true), HasSubstr("no picture"));
        EXPECT_FALSE(fs::exists(dir / "copy"));
        EXPECT_THAT(leave_out_no_pictures(dataset), ElementsAre(dir / "elsewhere/secret"));
        EXPECT_EQ(dataset.samples.size(), 1U);
        EXPECT_EQ(copying_error(dataset), "no error");
        EXPECT_THAT(test::files_in(dir / "copy"), Not(Contains(HasSubstr("secret"))));
        fs::remove_all(dir / "copy");
        fs::remove(set / name);
    }
}

TEST_F(Outside, PipesAreNeitherCopiedNorWaitedFor) {
    test::make_pipe(set / "other.png");
    const Dataset dataset = open_dataset(list("list.csv", lists_naming("other.png")["list.csv"]));
    ASSERT_EQ(dataset.samples.size(), 2U);
    EXPECT_THAT(copying_error(dataset), HasSubstr("no picture"));
}

TEST_F(Outside, LinksAreResolved) {
    fs::create_symlink(dir / "elsewhere/other.png", set / "link.png");
    fs::create_directory_symlink(dir / "elsewhere", set / "linked");
    fs::create_symlink(set / "own.png", set / "again.png");
    for (const char* name : {"link.png", "linked/other.png"}) {
        const Dataset dataset = open_dataset(list("list.csv", lists_naming(name)["list.csv"]));
        EXPECT_THAT(pictures_outside(dataset), ElementsAre(set / name));
    }
    const Dataset inside = open_dataset(list("list.csv", lists_naming("again.png")["list.csv"]));
    EXPECT_THAT(pictures_outside(inside), IsEmpty());
}

TEST_F(Outside, WhatThePersonHasNamedIsInside) {
    const fs::path file = list("list.csv", lists_naming("other.png")["list.csv"]);
    OpenOptions options;
    options.pictures = dir / "elsewhere";
    fs::copy_file(set / "own.png", dir / "elsewhere/own.png");
    const Dataset dataset = open_dataset(file, options);
    ASSERT_EQ(dataset.samples.size(), 2U);
    EXPECT_THAT(pictures_outside(dataset), IsEmpty());
    // Lists in "annotations" are about what lies beside it, and a linked set is itself.
    write_file(set / "annotations/list.csv", lists_naming("../own.png")["list.csv"]);
    EXPECT_THAT(pictures_outside(open_dataset(set / "annotations/list.csv")), IsEmpty());
    fs::create_directory_symlink(set, dir / "link to the set");
    write_file(set / "list.csv", "image_name,x_0,y_0\nown.png,1,2\n");
    EXPECT_THAT(pictures_outside(open_dataset(dir / "link to the set/list.csv")), IsEmpty());
}

TEST_F(Outside, ThatAProjectNamesAreTold) {
    Dataset dataset = open_dataset(list("list.csv", lists_naming("own.png")["list.csv"]));
    dataset.samples.resize(1);
    WriteRequest request{DatasetFormat::Project, dir / "elsewhere/faces.rudolph"};
    request.pictures = PictureHandling::Refer;
    // Whichever way it names them: one by one, or as the folder that all of them lie in.
    const Dataset project = open_dataset(write_dataset(dataset, request));
    EXPECT_THAT(pictures_outside(project), ElementsAre(set / "own.png"));
    EXPECT_THAT(test::messages(project.problems), HasSubstr("outside the data set's folder"));
    EXPECT_THAT(copying_error(project), HasSubstr("--follow-outside"));
    EXPECT_EQ(copying_error(project, true), "no error");
    request.destination = set / "faces.rudolph";
    EXPECT_THAT(pictures_outside(open_dataset(write_dataset(dataset, request))), IsEmpty());
}

TEST_F(Outside, ThatAYoloSetNamesAreTold) {
    const fs::path yolo = dir / "yolo";
    write_file(dir / "elsewhere/other.txt", "0 0.5 0.5 0.5 0.5 0.4 0.4 2\n");
    for (const std::string& images : {std::string("../elsewhere"), (dir / "elsewhere").string()}) {
        SCOPED_TRACE(images);
        write_file(yolo / "data.yaml",
                   "path: .\ntrain: " + images + "\nkpt_shape: [1, 3]\nnames: [face]\n");
        const Dataset dataset = open_dataset(yolo / "data.yaml");
        ASSERT_EQ(dataset.samples.size(), 1U) << test::messages(dataset.problems);
        EXPECT_THAT(pictures_outside(dataset), ElementsAre(dir / "elsewhere/other.png"));
        EXPECT_THAT(copying_error(dataset), HasSubstr("--follow-outside"));
        EXPECT_FALSE(fs::exists(dir / "copy"));
        EXPECT_EQ(copying_error(dataset, true), "no error");
        fs::remove_all(dir / "copy");
    }
}

TEST_F(Outside, ThatARecipeFindsAreTold) {
    Recipe recipe;
    recipe.name = recipe.title = "table";
    recipe.layout = RecipeLayout::RowPerFace;
    recipe.files = {"*.txt"};
    recipe.pictures.from = PictureFrom::Column;
    recipe.points.first = 1;
    OpenOptions options;
    options.recipe = recipe;
    // By a recipe only what lies in the folder is found.
    for (const std::string& other :
         {std::string("../elsewhere/other.png"), (dir / "elsewhere/other.png").string()}) {
        write_file(set / "points.txt", "own.png 10 10 20 20\n" + other + " 10 10 20 20\n");
        EXPECT_THAT(open_dataset(set, options).samples, SizeIs(1)) << other;
    }
    fs::create_symlink(dir / "elsewhere/other.png", set / "link.png");
    write_file(set / "points.txt", "own.png 10 10 20 20\nlink.png 10 10 20 20\n");
    const Dataset dataset = open_dataset(set, options);
    ASSERT_EQ(dataset.samples.size(), 2U) << test::messages(dataset.problems);
    EXPECT_THAT(pictures_outside(dataset), ElementsAre(set / "link.png"));
    EXPECT_THAT(test::messages(dataset.problems), HasSubstr("outside the data set's folder"));
    EXPECT_THAT(copying_error(dataset), HasSubstr("--follow-outside"));
    EXPECT_EQ(copying_error(dataset, true), "no error");
}

TEST_F(Outside, OfSetsThatAreJoinedLieWithNeitherOfThem) {
    test::write_picture(dir / "more/own.png");
    write_file(dir / "more/list.csv", "image_name,x_0,x_1,y_0,y_1\nown.png,1,2,1,2\n");
    std::vector<Dataset> sets;
    sets.push_back(
        open_dataset(list("list.csv", lists_naming("../elsewhere/other.png")["list.csv"])));
    sets.push_back(open_dataset(dir / "more/list.csv"));
    std::vector<fs::path> folders;
    for (const Dataset& joined : sets)
        for (const fs::path& folder : folders_of(joined))
            folders.push_back(folder);
    const LandmarkScheme scheme = sets.front().scheme;
    const Dataset joined = join_datasets(std::move(sets), scheme).dataset;
    EXPECT_THAT(pictures_outside(joined, folders), ElementsAre(dir / "elsewhere/other.png"));
}

}  // namespace
}  // namespace rudolph
