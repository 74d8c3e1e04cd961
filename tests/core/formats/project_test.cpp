#include "core/formats/project.h"

#include <gmock/gmock.h>

#include "core/formats/file_stamp.h"
#include "core/formats/open_dataset.h"
#include "core/formats/save_in_place.h"
#include "core/formats/write_dataset.h"
#include "tests/core/formats/data_files.h"
#include "tests/support/error_of.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

namespace fs = std::filesystem;
using test::TempDir;
using testing::HasSubstr;

Dataset one_face(const fs::path& folder, const std::string& picture) {
    test::write_picture(folder / picture);
    Dataset dataset;
    dataset.name = "eins";
    dataset.root = dataset.source = folder;
    dataset.scheme = numbered_points(2);
    Sample face = face_of_picture(folder, folder / picture);
    face.points_in_image = Landmarks({{0.1, 1 / 3.0}, {-2, 1e5}});
    face.note = "schräg";
    face.proposed_by = "netz";
    face.confidence = 1 / 3.0;
    dataset.samples = {face};
    return dataset;
}

std::string project_error(const fs::path& file, const std::string& text) {
    write_file(file, text);
    return test::error_of([&] { open_dataset(file); }).what();
}

TEST(ProjectFile, KeepsEverythingExactly) {
    const TempDir dir;
    const Dataset dataset = one_face(dir / "bilder", "ü.png");
    const fs::path file = write_dataset(
        dataset, {DatasetFormat::Project, dir / "p.rudolph", PictureHandling::Refer, {}});
    const Dataset read = open_dataset(file);
    EXPECT_EQ(read.samples, dataset.samples);
    EXPECT_EQ(read.scheme, dataset.scheme);
    EXPECT_EQ(read.name, "eins");
    EXPECT_EQ(read.root, dir / "bilder");
}

TEST(ProjectFile, KeepsNamesThatAreNotUtf8) {
    const TempDir dir;
    const Dataset dataset = one_face(dir.path(), "gr\xfc\xdf.png");
    const fs::path file = write_dataset(
        dataset, {DatasetFormat::Project, dir / "p.rudolph", PictureHandling::Refer, {}});
    const Dataset read = open_dataset(file);
    EXPECT_EQ(test::messages(read.problems), "");
    ASSERT_EQ(read.samples.size(), 1U);
    EXPECT_EQ(read.samples[0].image, dataset.samples[0].image);
}

TEST(ProjectFile, KeepsFacesWhosePictureIsMissing) {
    const TempDir dir;
    const Dataset dataset = one_face(dir / "bilder", "a.png");
    const fs::path file = write_dataset(
        dataset, {DatasetFormat::Project, dir / "p.rudolph", PictureHandling::Refer, {}});
    fs::remove(dir / "bilder/a.png");
    Dataset read = open_dataset(file);
    EXPECT_EQ(read.samples, dataset.samples);
    ASSERT_EQ(read.problems.size(), 1U);
    FileStamps stamps = annotation_stamps(read);
    EXPECT_TRUE(save_in_place(read, {}, {}, stamps, false).empty());
    EXPECT_EQ(open_dataset(file).samples, dataset.samples);
}

TEST(ProjectFile, SaysWhatIsWrong) {
    const TempDir dir;
    const fs::path file = dir / "p.rudolph";
    EXPECT_THAT(project_error(file, R"({"rudolph_project":2,"images":".","pictures":[]})"),
                HasSubstr("version 2"));
    EXPECT_THAT(project_error(file, R"({"rudolph_project":1,"images":".","pictures":[],"new":1})"),
                HasSubstr("newer version"));
    EXPECT_THAT(project_error(file, R"({"rudolph_project":1,"images":5,"pictures":[]})"),
                HasSubstr("p.rudolph"));
    EXPECT_THAT(project_error(file, R"({"rudolph_project":1,"images":".","pictures":[)"),
                HasSubstr("not valid JSON"));
    EXPECT_THAT(project_error(file, "rudolph"), HasSubstr("p.rudolph"));
}

TEST(ProjectFile, AConfidenceIsAShareAndOfProposalsAlone) {
    const TempDir dir;
    test::write_picture(dir / "a.png");
    const auto with = [](const std::string& face) {
        return R"({"rudolph_project":1,"images":".","pictures":[{"image":"a.png","faces":[)" +
               face + "]}]}";
    };
    const fs::path file = dir / "p.rudolph";
    write_file(file, with(R"({"proposed_by":"netz","confidence":1.5})"));
    ASSERT_EQ(open_dataset(file).problems.size(), 1U);
    EXPECT_THAT(open_dataset(file).problems[0].message, HasSubstr("'confidence'"));
    write_file(file, with(R"({"confidence":0.5})"));
    EXPECT_EQ(open_dataset(file).samples.at(0).confidence, std::nullopt);
}

TEST(ProjectFile, APictureThatMakesNoSenseLeavesTheOthers) {
    const TempDir dir;
    test::write_picture(dir / "a.png");
    write_file(dir / "p.rudolph",
               R"({"rudolph_project":1,"images":".","pictures":[)"
               R"({"image":"a.png","person":"a","faces":[{"points":[1]}]},)"
               R"({"image":"a.png","person":"a","faces":[{"points":[1,2],"visibility":"9"}]},)"
               R"({"image":"a.png","person":"a","faces":[{"points":[1,2],"state":"odd"}]},)"
               R"({"image":"a.png","person":"a","faces":[{"points":[1,2],"note":5}]},)"
               R"({"image":"a.png","person":"a","view":1e300,"faces":[{"points":[1,2]}]},)"
               R"({"image":"a.png","person":"a","size":[8.5,8],"faces":[{"points":[1,2]}]},)"
               R"({"image":"a.png","person":"a","faces":[{"points":[1,2]}]}]})");
    const Dataset dataset = open_dataset(dir / "p.rudolph");
    EXPECT_EQ(dataset.samples.size(), 1U);
    EXPECT_EQ(dataset.problems.size(), 6U) << test::messages(dataset.problems);
}

}  // namespace
}  // namespace rudolph
