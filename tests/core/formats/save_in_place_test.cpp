#include <gmock/gmock.h>

#include "core/formats/file_stamp.h"
#include "core/formats/open_dataset.h"
#include "core/formats/save_in_place.h"
#include "core/formats/write_dataset.h"
#include "tests/core/formats/data_files.h"
#include "tests/core/formats/random_faces.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

namespace fs = std::filesystem;
using test::pts_text;
using test::TempDir;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// An opened data set and the stamps of then.
struct Opened {
    Dataset dataset;
    FileStamps stamps;

    explicit Opened(const fs::path& path)
        : dataset(open_dataset(path)), stamps(annotation_stamps(dataset)) {}

    std::vector<fs::path> save(const std::vector<fs::path>& changed, bool overwrite = false) {
        return save_in_place(dataset, changed, {}, stamps, overwrite);
    }
};

fs::path pts_faces(const fs::path& folder) {
    for (const char* name : {"a", "b", "c"}) {
        test::write_picture(folder / (std::string(name) + ".png"));
        write_file(folder / (std::string(name) + ".pts"), pts_text({{2, 3}, {4, 5}}));
    }
    return folder;
}

TEST(SaveInPlace, WritesOnlyTheFilesOfPicturesThatChanged) {
    const TempDir dir;
    Opened opened(pts_faces(dir / "ü"));
    EXPECT_EQ(opened.stamps.size(), 3U);
    opened.dataset.samples[0].points_in_image.points[0] = {10, 20};
    opened.dataset.samples[1].points_in_image.points[0] = {10, 20};
    EXPECT_THAT(files_in_place(opened.dataset, {dir / "ü/a.png"}), ElementsAre(dir / "ü/a.pts"));
    EXPECT_THAT(opened.save({dir / "ü/a.png"}), IsEmpty());
    EXPECT_THAT(read_file(dir / "ü/a.pts"), HasSubstr("11 21\n"));
    EXPECT_EQ(read_file(dir / "ü/b.pts"), pts_text({{2, 3}, {4, 5}}));
}

TEST(SaveInPlace, APictureThatLostItsPointsLosesItsFile) {
    const TempDir dir;
    Opened opened(pts_faces(dir.path()));
    opened.dataset.samples[1].points_in_image = {};
    EXPECT_THAT(opened.save({dir / "b.png"}), IsEmpty());
    EXPECT_FALSE(fs::exists(dir / "b.pts"));
    EXPECT_TRUE(fs::exists(dir / "b.png"));
    EXPECT_EQ(opened.stamps.at(dir / "b.pts"), std::nullopt);
    // And gets it back, which is no conflict.
    opened.dataset.samples[1].points_in_image = Landmarks({{0, 0}, {1, 1}});
    EXPECT_THAT(opened.save({dir / "b.png"}), IsEmpty());
    EXPECT_TRUE(fs::exists(dir / "b.pts"));
}

TEST(SaveInPlace, WritesNothingWhenSomeoneChangedOneOfTheFiles) {
    const TempDir dir;
    Opened opened(pts_faces(dir.path()));
    for (Sample& face : opened.dataset.samples)
        face.points_in_image.points[0] = {10, 20};
    write_file(dir / "b.pts", pts_text({{7, 7}, {8, 8}, {9, 9}}));
    const std::vector<fs::path> all = {dir / "a.png", dir / "b.png", dir / "c.png"};
    EXPECT_THAT(opened.save(all), ElementsAre(dir / "b.pts"));
    EXPECT_EQ(read_file(dir / "a.pts"), pts_text({{2, 3}, {4, 5}}));
    // Others may be saved, and this one when the person says so.
    EXPECT_THAT(opened.save({dir / "a.png", dir / "c.png"}), IsEmpty());
    EXPECT_THAT(opened.save(all, true), IsEmpty());
    EXPECT_THAT(read_file(dir / "b.pts"), HasSubstr("n_points: 2"));
    EXPECT_THAT(opened.save(all), IsEmpty());
}

TEST(SaveInPlace, AFileThatAppearedOrWentIsAConflict) {
    const TempDir dir;
    pts_faces(dir.path());
    fs::remove(dir / "c.pts");
    Opened opened(dir.path());
    ASSERT_EQ(opened.dataset.samples.size(), 3U);
    write_file(dir / "c.pts", pts_text({{2, 3}, {4, 5}}));
    fs::remove(dir / "a.pts");
    EXPECT_THAT(opened.save({dir / "a.png", dir / "b.png", dir / "c.png"}),
                ElementsAre(dir / "a.pts", dir / "c.pts"));
    EXPECT_FALSE(fs::exists(dir / "a.pts"));
}

TEST(SaveInPlace, WritesIntoTheFileThatWasReadWhateverItsExtension) {
    const TempDir dir;
    pts_faces(dir.path());
    fs::rename(dir / "a.pts", dir / "a.PTS");
    fs::rename(dir / "b.pts", dir / "b.png.pts");
    Opened opened(dir.path());
    EXPECT_THAT(opened.save({dir / "a.png", dir / "b.png"}), IsEmpty());
    EXPECT_FALSE(fs::exists(dir / "a.pts"));
    EXPECT_FALSE(fs::exists(dir / "b.pts"));
    EXPECT_EQ(open_dataset(dir.path()).problems.size(), 0U);
    const Dataset plain = open_dataset(dir.path());
    write_dataset(plain, {DatasetFormat::Ljson, dir / "l", {}, {}});
    fs::rename(dir / "l/b.ljson", dir / "l/b.png.ljson");
    Opened ljson(dir / "l");
    ljson.dataset.samples[1].points_in_image.points[0] = {10, 20};
    EXPECT_THAT(ljson.save({dir / "l/b.png"}), IsEmpty());
    EXPECT_FALSE(fs::exists(dir / "l/b.ljson"));
    EXPECT_EQ(open_dataset(dir / "l").samples[1].points_in_image.points[0], Point(10, 20));
}

TEST(SaveInPlace, EveryFormatReadsBackWhatWasSaved) {
    const TempDir dir;
    const auto pictures = test::write_awkward_pictures(dir / "quelle");
    const Dataset source = test::random_faces(dir / "quelle", pictures, 3);
    for (const FormatInfo& info : writable_formats()) {
        const fs::path folder = dir / info.key;
        const fs::path place =
            write_dataset(source, {info.format, folder, PictureHandling::Link, {}});
        Opened opened(place);
        ASSERT_FALSE(opened.dataset.samples.empty()) << info.key;
        std::vector<fs::path> changed;
        for (Sample& face : opened.dataset.samples)
            if (!face.points_in_image.empty() && changed.size() < 3) {
                face.points_in_image.points[0] += Point(3, 2);
                changed.push_back(face.image);
            }
        EXPECT_THAT(opened.save(changed), IsEmpty()) << info.key;
        EXPECT_EQ(test::told(open_dataset(place), folder), test::told(opened.dataset, folder));
        EXPECT_THAT(opened.save(changed), IsEmpty()) << "its own change is no conflict";
    }
}

TEST(SaveInPlace, FindsTheListOfAFolder) {
    const TempDir dir;
    const auto pictures = test::write_awkward_pictures(dir / "quelle");
    const Dataset source = test::random_faces(dir / "quelle", pictures, 3);
    write_dataset(source, {DatasetFormat::Csv, dir / "ziel/mine.csv", {}, {}});
    Opened opened(dir / "ziel");
    EXPECT_EQ(list_of(opened.dataset), dir / "ziel/mine.csv");
    EXPECT_THAT(opened.save({opened.dataset.samples[0].image}), IsEmpty());
    write_dataset(source, {DatasetFormat::Csv, dir / "ziel/more.csv", PictureHandling::Refer, {}});
    EXPECT_THROW(opened.save({}), Error);
}

TEST(SaveInPlace, KeepsTheYamlOfAYoloSet) {
    const TempDir dir;
    for (const char* name : {"images/train/a.png", "images/val/b.png"})
        test::write_picture(dir / name);
    write_file(dir / "labels/train/a.txt", "2 0.5 0.5 0.4 0.4 0.5 0.5 2\n");
    const std::string yaml =
        "# mine\ntrain: images/train\nval: images/val\nkpt_shape: [1, 3]\n"
        "names: {0: cat, 2: dog}\n";
    write_file(dir / "data.yaml", yaml);
    Opened opened(dir / "data.yaml");
    ASSERT_EQ(test::messages(opened.dataset.problems), "");
    ASSERT_EQ(opened.dataset.samples.size(), 2U);
    opened.dataset.samples[0].points_in_image.points[0] = {10, 10};
    opened.dataset.samples[1].box = Box{10, 10, 20, 20};
    EXPECT_THAT(opened.save({dir / "images/train/a.png", dir / "images/val/b.png"}), IsEmpty());
    EXPECT_EQ(read_file(dir / "data.yaml"), yaml);
    EXPECT_EQ(read_file(dir / "labels/train/a.txt"), "2 0.5 0.5 0.4 0.4 0.1 0.2 2\n");
    EXPECT_EQ(read_file(dir / "labels/val/b.txt"), "0 0.2 0.4 0.2 0.4 0 0 0\n");
    // Written anew, the parts and the classes are still there.
    write_dataset(opened.dataset, {DatasetFormat::Yolo, dir / "neu", {}, {}});
    const Dataset read = open_dataset(dir / "neu");
    ASSERT_EQ(read.samples.size(), 2U) << test::messages(read.problems);
    EXPECT_EQ(read.samples[0].attributes.at("class"), "2");
    EXPECT_EQ(read.samples[1].attributes.at("part"), "val");
    EXPECT_EQ(read.attributes.at("names"), R"({"0":"cat","2":"dog"})");
}

TEST(SaveInPlace, PicturesAloneCannotBeSaved) {
    const TempDir dir;
    test::write_picture(dir / "a.png");
    Opened opened(dir.path());
    EXPECT_THAT(opened.stamps, IsEmpty());
    EXPECT_THROW(opened.save({dir / "a.png"}), Error);
}

TEST(SaveInPlace, ACancelLeavesEverythingAsItWas) {
    const TempDir dir;
    Opened opened(pts_faces(dir.path()));
    opened.dataset.samples[0].points_in_image.points[0] = {10, 20};
    const CancelToken cancel;
    EXPECT_THROW(save_in_place(opened.dataset, {dir / "a.png"}, {}, opened.stamps, false, cancel,
                               [&](const Progress&) { cancel.cancel(); }),
                 Cancelled);
    EXPECT_EQ(read_file(dir / "a.pts"), pts_text({{2, 3}, {4, 5}}));
    EXPECT_THAT(opened.save({dir / "a.png"}), IsEmpty());
}

TEST(FileStamp, TellsSizeAndTime) {
    const TempDir dir;
    EXPECT_EQ(file_stamp(dir / "a"), std::nullopt);
    write_file(dir / "a", "text");
    const auto before = file_stamp(dir / "a");
    ASSERT_TRUE(before);
    EXPECT_EQ(before->size, 4U);
    EXPECT_EQ(file_stamp(dir / "a"), before);
    fs::last_write_time(dir / "a", fs::last_write_time(dir / "a") + std::chrono::nanoseconds(1000));
    EXPECT_NE(file_stamp(dir / "a"), before);
}

}  // namespace
}  // namespace rudolph
