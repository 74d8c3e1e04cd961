#include "core/formats/write_dataset.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include "core/formats/open_dataset.h"
#include "tests/core/formats/data_files.h"
#include "tests/core/formats/random_faces.h"
#include "tests/support/comma_locale.h"
#include "tests/support/error_of.h"
#include "tests/support/files_in.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

namespace fs = std::filesystem;
using test::TempDir;
using testing::Contains;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;

/// Three pictures with two points each, one of them in a folder below.
Dataset three_faces(const fs::path& folder) {
    Dataset dataset;
    dataset.root = dataset.source = folder;
    dataset.format = DatasetFormat::Pictures;
    dataset.scheme = numbered_points(2);
    for (const char* name : {"a.png", "b.png", "ü/c.png"}) {
        test::write_picture(folder / name);
        Sample face = face_of_picture(folder, folder / name);
        face.points_in_image = Landmarks({{1.25, 2.5}, {3, 4}});
        dataset.samples.push_back(std::move(face));
    }
    return dataset;
}

std::string writing_error(const Dataset& dataset, const WriteRequest& request) {
    return test::error_of([&] { write_dataset(dataset, request); }).what();
}

TEST(WriteDataset, CopiesThePicturesBesideTheFilesOfPoints) {
    const TempDir dir;
    const Dataset dataset = three_faces(dir / "quelle");
    const fs::path written = write_dataset(dataset, {DatasetFormat::Pts, dir / "ziel/", {}, {}});
    EXPECT_EQ(written, dir / "ziel");
    EXPECT_THAT(test::files_in(dir / "ziel"),
                ElementsAre("a.png", "a.pts", "b.png", "b.pts", "ü/c.png", "ü/c.pts"));
    EXPECT_EQ(read_file(dir / "ziel/a.pts"), "version: 1\nn_points: 2\n{\n2.25 3.5\n4 5\n}\n");
    EXPECT_EQ(read_file(dir / "ziel/a.png"), read_file(dir / "quelle/a.png"));
}

TEST(WriteDataset, CopiesTellNoMoreThanThePicturesShowUnlessAsked) {
    const TempDir dir;
    Dataset dataset = three_faces(dir / "source");
    const fs::path picture = dataset.samples[0].image;
    const std::string plain = read_file(picture);
    write_file(picture, plain + "a video that a phone has appended");
    // It only says of what kind it is: nobody looks further, as its size is known.
    const fs::path tiff = dir / "source/d.tif";
    write_file(tiff, std::string("II*\0 taken at home", 18));
    dataset.samples.push_back(dataset.samples[1]);
    dataset.samples.back().image = tiff;
    dataset.samples.back().id = "d";
    CopiedPictures copied;
    WriteRequest request{DatasetFormat::Pts, dir / "clean/", {}, {}};
    request.copied = &copied;
    write_dataset(dataset, request);
    EXPECT_EQ(read_file(dir / "clean/a.png"), plain);
    EXPECT_EQ(copied.cleaned, 1);
    EXPECT_THAT(copied.not_cleaned, ElementsAre(tiff));
    EXPECT_EQ(read_file(dir / "clean/d.tif"), read_file(tiff));
    // Again, onto the copies.
    request.overwrite = true;
    write_dataset(dataset, request);
    EXPECT_EQ(read_file(dir / "clean/a.png"), plain);

    request.keep_private_data = true;
    request.destination = dir / "as it is/";
    write_dataset(dataset, request);
    EXPECT_EQ(read_file(dir / "as it is/a.png"), read_file(picture));
}

TEST(WriteDataset, LeavesOutPicturesWithoutAnnotationsUnlessTheyAreToBeNegatives) {
    for (const FormatInfo& info : writable_formats()) {
        if (!info.lists_negatives)
            continue;
        SCOPED_TRACE(info.key);
        const TempDir dir;
        Dataset dataset = three_faces(dir / "quelle");
        dataset.samples[1].points_in_image = {};
        write_dataset(dataset, {info.format, dir / "ohne/", {}, {}});
        EXPECT_EQ(open_dataset(dir / "ohne").samples.size(), 2U);
        EXPECT_THAT(test::files_in(dir / "ohne"), Not(Contains(EndsWith("b.png"))));
        FormatOptions keep;
        keep.keep_unannotated = true;
        write_dataset(dataset, {info.format, dir / "mit/", {}, keep});
        const Dataset kept = open_dataset(dir / "mit");
        EXPECT_EQ(kept.samples.size(), 3U);
        EXPECT_EQ(kept.labelled().size(), 2U);
        // What is a negative already stays one.
        write_dataset(kept, {info.format, dir / "wieder/", {}, {}});
        EXPECT_EQ(open_dataset(dir / "wieder").samples.size(), 3U);
        for (Sample& face : dataset.samples)
            face.points_in_image = {};
        EXPECT_THAT(writing_error(dataset, {info.format, dir / "nichts/", {}, {}}),
                    HasSubstr("nothing is annotated"));
    }
}

TEST(WriteDataset, LinksThePictures) {
    const TempDir dir;
    const Dataset dataset = three_faces(dir / "quelle");
    write_dataset(dataset, {DatasetFormat::Csv, dir / "ziel", PictureHandling::Link, {}});
    EXPECT_EQ(fs::read_symlink(dir / "ziel/ü/c.png"), dir / "quelle/ü/c.png");
    EXPECT_EQ(open_dataset(dir / "ziel").samples.size(), 3U);
}

TEST(WriteDataset, RefersToPicturesWhereTheyAre) {
    const TempDir dir;
    const Dataset dataset = three_faces(dir / "quelle");
    for (const DatasetFormat format : {DatasetFormat::DlibXml, DatasetFormat::Csv,
                                       DatasetFormat::Coco, DatasetFormat::Project}) {
        const fs::path list =
            write_dataset(dataset, {format, dir / to_string(format), PictureHandling::Refer, {}});
        EXPECT_EQ(test::files_in(dir / to_string(format)).size(), 1U);
        const Dataset read = open_dataset(list);
        ASSERT_EQ(read.samples.size(), 3U) << to_string(format);
        EXPECT_EQ(read.samples[2].image, dir / "quelle/ü/c.png");
        EXPECT_EQ(read.samples[2].points_in_image.size(), 2);
    }
    write_dataset(dataset, {DatasetFormat::Ljson, dir / "ljson", PictureHandling::Refer, {}});
    EXPECT_THAT(test::files_in(dir / "ljson"), ElementsAre("a.ljson", "b.ljson", "ü/c.ljson"));
    EXPECT_THAT(
        writing_error(dataset, {DatasetFormat::Yolo, dir / "y", PictureHandling::Refer, {}}),
        HasSubstr("copy or link"));
}

TEST(WriteDataset, WritesBesideThePicturesThatAreThere) {
    const TempDir dir;
    const Dataset dataset = three_faces(dir / "quelle");
    for (const PictureHandling pictures :
         {PictureHandling::Copy, PictureHandling::Link, PictureHandling::Refer})
        write_dataset(dataset, {DatasetFormat::Pts, dir / "quelle", pictures, {}, true});
    EXPECT_THAT(test::files_in(dir / "quelle"),
                ElementsAre("a.png", "a.pts", "b.png", "b.pts", "ü/c.png", "ü/c.pts"));
    EXPECT_FALSE(fs::is_symlink(dir / "quelle/a.png"));
}

TEST(WriteDataset, NamesAListAsOneSays) {
    const TempDir dir;
    const Dataset dataset = three_faces(dir / "q");
    EXPECT_EQ(write_dataset(dataset, {DatasetFormat::DlibXml, dir / "a", {}, {}}),
              dir / "a/labels.xml");
    EXPECT_EQ(write_dataset(dataset, {DatasetFormat::DlibXml, dir / "b/mine.XML", {}, {}}),
              dir / "b/mine.XML");
    EXPECT_EQ(write_dataset(dataset, {DatasetFormat::Yolo, dir / "c/set.yml", {}, {}}),
              dir / "c/set.yml");
    EXPECT_THAT(writing_error(dataset, {DatasetFormat::DlibXml, dir / "d.csv", {}, {}}),
                HasSubstr("ends in .xml"));
    EXPECT_THAT(writing_error(dataset, {DatasetFormat::Pts, dir / "q/a.png", {}, {}}),
                HasSubstr("a folder"));
    EXPECT_THAT(writing_error(dataset, {DatasetFormat::Pictures, dir / "d", {}, {}}),
                HasSubstr("cannot be written"));
    EXPECT_THAT(writing_error(dataset, {DatasetFormat::Pts, "", {}, {}}),
                HasSubstr("no destination"));
    EXPECT_THAT(writing_error({}, {DatasetFormat::Pts, dir / "d", {}, {}}),
                HasSubstr("no pictures"));
    EXPECT_FALSE(fs::exists(dir / "d"));
}

TEST(WriteDataset, WritesOverAnnotationsOnlyWhenAsked) {
    const TempDir dir;
    Dataset dataset = three_faces(dir / "quelle");
    WriteRequest request{DatasetFormat::Pts, dir / "ziel", {}, {}};
    write_dataset(dataset, request);
    dataset.samples[0].points_in_image.points[0] = {9, 9};
    dataset.samples[1].points_in_image = {};
    EXPECT_THAT(writing_error(dataset, request),
                HasSubstr("this file and 2 more are there already"));
    EXPECT_THAT(read_file(dir / "ziel/a.pts"), HasSubstr("2.25 3.5"));
    request.overwrite = true;
    write_dataset(dataset, request);
    EXPECT_THAT(read_file(dir / "ziel/a.pts"), HasSubstr("10 10"));
    EXPECT_FALSE(fs::exists(dir / "ziel/b.pts")) << "the old points would be read again";
}

TEST(WriteDataset, NeverReplacesAnotherPicture) {
    const TempDir dir;
    const Dataset dataset = three_faces(dir / "quelle");
    test::write_picture(dir / "ziel/ü/c.png", {33, 22});
    const std::string theirs = read_file(dir / "ziel/ü/c.png");
    EXPECT_THAT(writing_error(dataset, {DatasetFormat::Pts, dir / "ziel", {}, {}, true}),
                HasSubstr("another picture has this name"));
    EXPECT_THAT(test::files_in(dir / "ziel"), ElementsAre("ü/c.png"));
    EXPECT_EQ(read_file(dir / "ziel/ü/c.png"), theirs);
}

TEST(WriteDataset, AFailureInTheMiddleChangesNothing) {
    const TempDir dir;
    const Dataset dataset = three_faces(dir / "quelle");
    write_file(dir / "ziel/a.pts", "theirs");
    fs::create_directories(dir / "ziel/b.pts");
    EXPECT_THAT(writing_error(dataset, {DatasetFormat::Pts, dir / "ziel", {}, {}, true}),
                HasSubstr("a folder has this name"));
    EXPECT_THAT(test::files_in(dir / "ziel"), ElementsAre("a.pts"));
    EXPECT_EQ(read_file(dir / "ziel/a.pts"), "theirs");
    fs::remove(dir / "quelle/b.png");
    EXPECT_THAT(writing_error(dataset, {DatasetFormat::Csv, dir / "neu", {}, {}}),
                HasSubstr("this picture is missing"));
    EXPECT_FALSE(fs::exists(dir / "neu"));
}

TEST(WriteDataset, ACancelAtAnyStepChangesNothing) {
    const TempDir dir;
    Dataset dataset = three_faces(dir / "quelle");
    const WriteRequest request{DatasetFormat::Pts, dir / "ziel", {}, {}, true};
    write_dataset(dataset, request);
    dataset.samples[0].points_in_image.points[0] = {9, 9};
    test::write_picture(dir / "quelle/neu.png");
    dataset.samples.push_back(face_of_picture(dir / "quelle", dir / "quelle/neu.png"));
    for (int steps = 1;; ++steps) {
        const CancelToken cancel;
        int seen = 0;
        try {
            write_dataset(dataset, request, cancel, [&](const Progress&) {
                if (++seen == steps)
                    cancel.cancel();
            });
            EXPECT_EQ(seen, steps - 1);
            break;
        } catch (const Cancelled&) {
            EXPECT_EQ(test::files_in(dir / "ziel").size(), 6U);
            EXPECT_THAT(read_file(dir / "ziel/a.pts"), HasSubstr("2.25 3.5"));
        }
        ASSERT_LT(steps, 20);
    }
    EXPECT_EQ(test::files_in(dir / "ziel").size(), 7U);
    EXPECT_THAT(read_file(dir / "ziel/a.pts"), HasSubstr("10 10"));
}

TEST(WriteDataset, RefusesPointsThatNoReaderTakes) {
    const TempDir dir;
    Dataset dataset = three_faces(dir / "quelle");
    dataset.samples[1].points_in_image.points[1].y = std::nan("");
    EXPECT_THAT(writing_error(dataset, {DatasetFormat::Project, dir / "ziel", {}, {}}),
                HasSubstr("face b: a coordinate is not a finite number"));
}

TEST(WriteDataset, PicturesThatDifferInTheirExtensionHaveFilesOfTheirOwn) {
    for (const DatasetFormat format :
         {DatasetFormat::Pts, DatasetFormat::Imm, DatasetFormat::Ljson}) {
        const TempDir dir;
        Dataset dataset = three_faces(dir / "quelle");
        test::write_picture(dir / "quelle/a.jpg");
        Sample other = dataset.samples[0];
        other.image = dir / "quelle/a.jpg";
        other.id = "a.jpg";
        other.points_in_image.points[0] = {30, 31};
        dataset.samples.push_back(other);
        write_dataset(dataset, {format, dir / "ziel", {}, {}});
        const Dataset back = open_dataset(dir / "ziel");
        EXPECT_TRUE(back.problems.empty()) << test::messages(back.problems);
        const auto face_of = [&](const char* name) {
            const auto face =
                std::find_if(back.samples.begin(), back.samples.end(),
                             [&](const Sample& sample) { return sample.image.filename() == name; });
            return face == back.samples.end() ? Landmarks() : face->points_in_image;
        };
        ASSERT_EQ(back.samples.size(), dataset.samples.size());
        EXPECT_NEAR(face_of("a.jpg").points.at(0).x, 30, 1e-9) << to_string(format);
        EXPECT_NEAR(face_of(dataset.samples[0].image.filename().c_str()).points.at(0).x,
                    dataset.samples[0].points_in_image.points[0].x, 1e-9)
            << to_string(format);
    }
}

TEST(WriteDataset, YoloRefusesPicturesThatWouldShareTheirLabels) {
    const TempDir dir;
    Dataset dataset = three_faces(dir / "quelle");
    test::write_picture(dir / "quelle/a.jpg");
    dataset.samples.push_back(dataset.samples[0]);
    dataset.samples.back().image = dir / "quelle/a.jpg";
    EXPECT_THAT(writing_error(dataset, {DatasetFormat::Yolo, dir / "ziel", {}, {}}),
                HasSubstr("would share"));
}

TEST(WriteDataset, FindsTheSizesThatAFormatNeeds) {
    const TempDir dir;
    const Dataset dataset = three_faces(dir / "quelle");
    write_dataset(dataset, {DatasetFormat::Imm, dir / "ziel", {}, {}});
    const Dataset read = open_dataset(dir / "ziel");
    EXPECT_EQ(read.samples[0].points_in_image, dataset.samples[0].points_in_image);
    write_file(dir / "quelle/b.png", "broken");
    EXPECT_THAT(writing_error(dataset, {DatasetFormat::Imm, dir / "neu", {}, {}}),
                HasSubstr("b.png"));
}

TEST(WriteDataset, PutsPicturesFromElsewhereUnderTheirCommonFolder) {
    const TempDir dir;
    Dataset dataset = three_faces(dir / "alle/eins");
    test::write_picture(dir / "alle/zwei/d.png");
    dataset.samples.push_back(face_of_picture(dir / "alle/eins", dir / "alle/zwei/d.png"));
    WriteRequest request{DatasetFormat::Pts, dir / "ziel", {}, {}};
    request.follow_outside = true;
    write_dataset(dataset, request);
    EXPECT_THAT(test::files_in(dir / "ziel"),
                ElementsAre("eins/a.png", "eins/a.pts", "eins/b.png", "eins/b.pts", "eins/ü/c.png",
                            "eins/ü/c.pts", "zwei/d.png"));
}

TEST(WriteDataset, WritesTheSameInALocaleWithCommas) {
    const TempDir dir;
    const auto pictures = test::write_awkward_pictures(dir / "quelle");
    Dataset dataset = test::random_faces(dir / "quelle", pictures, 5);
    for (Sample& face : dataset.samples)
        face.points_in_image = Landmarks(std::vector<Point>(
            static_cast<size_t>(dataset.scheme.size()), Point(12345.678, 1 / 3.0)));
    for (const FormatInfo& info : writable_formats()) {
        WriteRequest request{info.format, dir / info.key, PictureHandling::Link, {}};
        write_dataset(dataset, request);
        request.destination = dir / (info.key + "-comma");
        const test::CommaLocale locale;
        write_dataset(dataset, request);
        for (const std::string& name : test::files_in(dir / info.key)) {
            if (has_image_extension(name))
                continue;
            EXPECT_EQ(read_file(dir / info.key / name), read_file(request.destination / name))
                << name;
        }
    }
}

TEST(WriteDataset, SaysThatAFolderIsReadOnly) {
    if (::geteuid() == 0)
        GTEST_SKIP() << "root may write anywhere, nothing was tested";
    const TempDir dir;
    const Dataset dataset = three_faces(dir / "quelle");
    fs::permissions(dir / "quelle", fs::perms::owner_read | fs::perms::owner_exec);
    EXPECT_THAT(
        writing_error(dataset, {DatasetFormat::Pts, dir / "quelle", PictureHandling::Refer, {}}),
        HasSubstr("cannot write into this folder"));
    fs::permissions(dir / "quelle", fs::perms::owner_all);
}

}  // namespace
}  // namespace rudolph
