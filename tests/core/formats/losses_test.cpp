#include <gmock/gmock.h>

#include "core/formats/losses.h"
#include "core/formats/open_dataset.h"
#include "core/formats/write_dataset.h"
#include "tests/core/formats/data_files.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::TempDir;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

Sample face_with(const std::string& id, std::vector<Point> points, const std::string& picture) {
    Sample sample;
    sample.id = id;
    sample.person = picture;
    sample.image = "/faces/" + picture + ".png";
    sample.image_size = {100, 80};
    sample.points_in_image = Landmarks(std::move(points));
    return sample;
}

/// Two faces with three whole points each.
Dataset two_faces() {
    Dataset dataset;
    dataset.root = dataset.source = "/faces";
    dataset.format = DatasetFormat::Pts;
    dataset.scheme = numbered_points(3);
    dataset.samples = {face_with("a", {{1, 2}, {3, 4}, {5, 6}}, "a"),
                       face_with("b", {{1, 2}, {3, 4}, {5, 6}}, "b")};
    return dataset;
}

TEST(Losses, PlainFacesGoIntoEveryFormatWithoutBoxes) {
    const Dataset dataset = two_faces();
    for (const DatasetFormat format :
         {DatasetFormat::Pts, DatasetFormat::Csv, DatasetFormat::Ljson, DatasetFormat::Project})
        EXPECT_THAT(test::messages(losses(dataset, format)), IsEmpty()) << to_string(format);
}

TEST(Losses, TellHowFarDlibMovesPoints) {
    Dataset dataset = two_faces();
    dataset.samples[1].points_in_image.points[0] = {1.5, 2};
    dataset.samples[1].points_in_image.points[2] = {5.25, 6.25};
    for (Sample& sample : dataset.samples)
        sample.box = Box{0, 0, 50.25, 50};
    const auto lost = losses(dataset, DatasetFormat::DlibXml);
    EXPECT_THAT(
        test::messages(lost),
        ElementsAre("dlib XML keeps whole pixels: up to 0.5 px lost on 2 points of 1 face",
                    "dlib XML keeps whole pixels: up to 0.25 px lost on the boxes of 2 faces"));
    EXPECT_THAT(lost[0].sample_ids, ElementsAre("b"));
    EXPECT_DOUBLE_EQ(lost[0].pixels, 0.5);
}

TEST(Losses, AMillionthOfAPixelIsNone) {
    Dataset dataset = two_faces();
    dataset.samples[0].points_in_image.points[0].x += 9e-7;
    dataset.samples[0].box = dataset.samples[1].box = Box{0, 0, 9, 9};
    EXPECT_THAT(test::messages(losses(dataset, DatasetFormat::DlibXml)), IsEmpty());
}

TEST(Losses, TellWhatOneBareFaceAPictureLeavesOut) {
    Dataset dataset = two_faces();
    Sample second = face_with("a#2", {{7, 7}, {8, 8}, {9, 9}}, "a");
    second.box = Box{0, 0, 9, 9};
    dataset.samples.insert(dataset.samples.begin() + 1, second);
    dataset.samples[0].points_in_image.visibility[1] = Visibility::Hidden;
    dataset.samples[2].points_in_image.visibility[1] = Visibility::NotLabelled;
    dataset.samples[2].note = "unsure";
    const auto lost = losses(dataset, DatasetFormat::Pts);
    EXPECT_THAT(
        test::messages(lost),
        ElementsAre("iBUG .pts keeps one face a picture: 1 further face is left out",
                    "iBUG .pts keeps only faces with all of their points labelled, and loses 2 "
                    "points of 1 face",
                    "iBUG .pts does not keep which points are hidden: 1 point of 1 face",
                    "iBUG .pts does not keep notes: 1 face"));
    EXPECT_THAT(lost[0].sample_ids, ElementsAre("a#2"));
    EXPECT_THAT(lost[1].sample_ids, ElementsAre("b"));
}

TEST(Losses, TellOfStatesProposalsAttributesAndPersons) {
    Dataset dataset = two_faces();
    dataset.samples[0].state = FaceState::Doubtful;
    dataset.samples[1].state = FaceState::Done;
    dataset.samples[1].proposed_by = "full-face";
    dataset.samples[0].attributes = {{"age", "30"}, {"pose", "left"}};
    dataset.samples[0].person = dataset.samples[1].person = "Ada";
    dataset.attributes["info"] = "{}";
    EXPECT_THAT(test::messages(losses(dataset, DatasetFormat::Ljson)),
                ElementsAre("LJSON does not keep points that a network has proposed and nobody has "
                            "accepted: 3 points of 1 face",
                            "LJSON does not keep how far faces are (done, doubtful): 2 faces",
                            "LJSON does not keep what else is said of faces (age, pose): 1 face",
                            "LJSON does not keep which pictures show the same person: 1 face",
                            "LJSON does not keep what the list says of itself: info"));
    EXPECT_THAT(test::messages(losses(dataset, DatasetFormat::Project)), IsEmpty());
}

TEST(Losses, TellOfFacesWithoutPointsAndOfBoxesThatAreMade) {
    Dataset dataset = two_faces();
    dataset.samples.push_back(face_with("c", {}, "c"));
    dataset.samples.push_back(face_with("d", {}, "d"));
    dataset.samples[2].box = Box{0, 0, 9, 9};
    EXPECT_THAT(test::messages(losses(dataset, DatasetFormat::Csv)),
                ElementsAre("CSV does not keep faces without points: 1 face",
                            "CSV does not keep pictures without points: 1 picture"));
    EXPECT_THAT(
        test::messages(losses(dataset, DatasetFormat::Coco)),
        ElementsAre("COCO keypoints: 1 picture without any annotation is left out",
                    "COCO keypoints needs a box, and gets the one around the points for 2 faces"));
}

TEST(Losses, TellOfPicturesThatBecomeNegativesOrAreLeftOut) {
    Dataset dataset = two_faces();
    dataset.samples.push_back(face_with("c", {}, "c"));
    dataset.samples.push_back(face_with("d", dataset.samples[0].points_in_image.points, "d"));
    dataset.samples.back().proposed_by = "full-face";
    FormatOptions keep;
    keep.keep_unannotated = true;
    for (const FormatInfo& info : writable_formats()) {
        SCOPED_TRACE(info.key);
        const auto left_out = losses(dataset, info.format);
        const auto kept = losses(dataset, info.format, keep);
        const auto tells = [](const std::vector<Loss>& lost, const std::string& what) {
            return std::any_of(lost.begin(), lost.end(), [&](const Loss& loss) {
                return loss.message.find(what) != std::string::npos &&
                       loss.sample_ids == std::vector<std::string>{"c", "d"};
            });
        };
        EXPECT_EQ(tells(left_out, ": 2 pictures without any annotation are left out"),
                  info.lists_negatives);
        EXPECT_EQ(tells(kept, ": 2 pictures without any annotation become negatives"),
                  info.lists_negatives);
    }
    // What a list of the format itself has is meant so.
    dataset.format = DatasetFormat::Yolo;
    EXPECT_THAT(test::messages(losses(dataset, DatasetFormat::Yolo)),
                Not(Contains(HasSubstr("left out"))));
}

TEST(Losses, TellOfTheScheme) {
    Dataset dataset = two_faces();
    dataset.scheme.name = dataset.scheme.title = "three";
    dataset.scheme.point_names = {"left", "right", "nose"};
    dataset.scheme.lines = {{"eyes", {0, 1}, false}};
    dataset.scheme.has_mirror_pairs = true;
    dataset.scheme.mirror_pairs = {{0, 1}};
    dataset.scheme.nose_tip = 2;
    dataset.scheme.normaliser = NormalisingDistance{"eyes", {0}, {1}};
    EXPECT_THAT(test::messages(losses(dataset, DatasetFormat::Pts)),
                ElementsAre("iBUG .pts does not keep of the scheme: its name, the names of the "
                            "points, the lines, the mirror pairs, the nose tip, the distance that "
                            "errors are divided by"));
}

TEST(Losses, TellOfEntriesThatVanishWhenAListIsWrittenOver) {
    const TempDir dir;
    test::write_picture(dir / "a.png");
    write_file(dir / "list.xml",
               test::xml_text("<image file='a.png'><box top='0' left='0' width='9' height='9'/>"
                              "<box top='x' left='0' width='9' height='9'/></image>\n"
                              "<image file='missing.png'/>\n"));
    const Dataset dataset = open_dataset(dir / "list.xml");
    ASSERT_EQ(dataset.samples.size(), 1U);
    ASSERT_EQ(dataset.problems.size(), 2U);
    EXPECT_THAT(test::messages(losses(dataset, DatasetFormat::DlibXml)),
                testing::Contains(
                    "dlib XML is written whole: 2 entries that could not be read are left out"));
    EXPECT_THAT(test::messages(losses(dataset, DatasetFormat::Project)), IsEmpty());
}

TEST(Losses, CanBeCancelled) {
    const CancelToken cancel;
    EXPECT_NO_THROW(losses(two_faces(), DatasetFormat::Csv, {}, cancel));
    cancel.cancel();
    EXPECT_THROW(losses(two_faces(), DatasetFormat::Csv, {}, cancel), Cancelled);
}

TEST(Losses, AListWrittenOverItselfKeepsPicturesThatDifferInTheirExtension) {
    const TempDir dir;
    for (const char* name : {"a.png", "a.jpg"})
        test::write_picture(dir / name);
    write_file(dir / "list.csv", "image,x_0,y_0,age\na.png,1,2,30\na.jpg,3,4,\n");
    const Dataset dataset = open_dataset(dir / "list.csv");
    ASSERT_EQ(dataset.samples.size(), 2U);
    EXPECT_THAT(test::messages(losses(dataset, DatasetFormat::Csv)), IsEmpty());
}

TEST(Losses, OfThreeHundredWAreHalfPixelsInDlibsFormat) {
    SKIP_WITHOUT_SHARED_DATA(folder, "photos");
    const auto lost = losses(open_dataset(folder), DatasetFormat::DlibXml);
    ASSERT_FALSE(lost.empty());
    EXPECT_THAT(lost[0].message,
                testing::MatchesRegex("dlib XML keeps whole pixels: up to 0\\.[67][0-9]* px lost "
                                      "on 16[0-9][0-9] points of 24 faces"));
}

}  // namespace
}  // namespace rudolph
