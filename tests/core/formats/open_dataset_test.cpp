#include "core/formats/open_dataset.h"
#include "core/dataset/dataset.h"

#include <gmock/gmock.h>

#include "core/base/cancel_scope.h"
#include "core/base/error.h"
#include "core/dataset/check_images.h"
#include "core/formats/csv.h"
#include "core/formats/dlib_xml_cut.h"
#include "tests/core/formats/data_files.h"
#include "tests/support/error_of.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::asf_text;
using test::ids;
using test::pts_text;
using test::TempDir;
using test::write_picture;
using test::xml_text;
using testing::ElementsAre;
using testing::HasSubstr;

void write_asf_face(const std::filesystem::path& stem, const std::vector<Point>& relative) {
    write_picture(stem.string() + ".jpg");
    write_file(stem.string() + ".asf", asf_text(relative));
}

void write_pts_face(const std::filesystem::path& stem, const std::vector<Point>& one_based) {
    write_picture(stem.string() + ".jpg");
    write_file(stem.string() + ".pts", pts_text(one_based));
}

std::string opening_error(const std::filesystem::path& path) {
    return test::error_of([&] { open_dataset(path); }).what();
}

TEST(OpenDataset, FindsAnAsfFolder) {
    const TempDir dir;
    write_asf_face(dir / "05-1m", {{0, 0}, {1, 1}});
    write_asf_face(dir / "04-1m", {{0, 0}, {1, 1}});
    const Dataset dataset = open_dataset(dir.path());
    EXPECT_EQ(dataset.format, DatasetFormat::Imm);
    EXPECT_THAT(ids(dataset), ElementsAre("04-1m", "05-1m"));
    EXPECT_EQ(dataset.root, dir.path());
    EXPECT_EQ(dataset.source, dir.path());
    EXPECT_EQ(dataset.name, dir.path().filename().string());
    EXPECT_EQ(dataset.scheme.name, "points-2");
    ASSERT_EQ(dataset.scheme.lines.size(), 1U);
    EXPECT_THAT(dataset.scheme.lines[0].points, ElementsAre(0, 1));
}

TEST(OpenDataset, ACancelEndsTheParsingOfOneFileAndNothingLater) {
    const TempDir dir;
    write_picture(dir / "a.png");
    const std::string table = "image_name,x_0,y_0\na.png,1,2\n";
    write_file(dir / "list.csv", table);
    const CancelToken token;
    EXPECT_EQ(open_dataset(dir / "list.csv", token).samples.size(), 1U);
    token.cancel();
    EXPECT_THROW(open_dataset(dir / "list.csv", token), Cancelled);
    throw_if_scope_cancelled();
    const CancelScope scope(token);
    EXPECT_THROW(parse_csv(table, "list.csv"), Cancelled);
    EXPECT_THROW(cut_dlib_xml("<dataset><images><image file='a'/></images></dataset>"), Cancelled);
}

TEST(OpenDataset, FindsPtsFilesInSubfolders) {
    const TempDir dir;
    write_pts_face(dir / "helen/b", {{1, 1}});
    write_pts_face(dir / "afw/a", {{1, 1}});
    write_pts_face(dir / ".hidden/c", {{1, 1}});
    write_file(dir / "afw/._a.pts", "resource fork");
    const Dataset dataset = open_dataset(dir.path() / "");
    EXPECT_EQ(dataset.format, DatasetFormat::Pts);
    EXPECT_THAT(ids(dataset), ElementsAre("afw/a", "helen/b"));
    EXPECT_EQ(dataset.name, dir.path().filename().string());
    EXPECT_TRUE(dataset.problems.empty()) << test::messages(dataset.problems);
}

TEST(OpenDataset, OneListWithPtsFilesOpensAsTheList) {
    const TempDir dir;
    write_pts_face(dir / "a", {{1, 1}, {21, 21}});
    write_pts_face(dir / "b", {{1, 1}, {21, 21}});
    write_file(dir / "labels.xml",
               xml_text("<image file='b.jpg'><box top='0' left='0' width='20' height='20'/>"
                        "</image>"));
    write_file(dir / "style.xml", "<svg/>");
    const Dataset dataset = open_dataset(dir.path());
    EXPECT_EQ(dataset.format, DatasetFormat::DlibXml);
    EXPECT_THAT(ids(dataset), ElementsAre("b"));
    EXPECT_TRUE(dataset.samples[0].box);
    EXPECT_EQ(dataset.samples[0].points_in_image.size(), 2);
    EXPECT_EQ(dataset.source, dir.path());
}

TEST(OpenDataset, OpensAListByItsName) {
    const TempDir dir;
    write_picture(dir / "a.jpg");
    write_file(
        dir / "my list.xml",
        xml_text("<image file='a.jpg'><box top='0' left='0' width='9' height='9'/></image>"));
    const Dataset dataset = open_dataset(dir / "my list.xml");
    EXPECT_EQ(dataset.name, "my list");
    EXPECT_EQ(dataset.root, dir.path());
    EXPECT_EQ(dataset.source, dir / "my list.xml");
    EXPECT_EQ(dataset.samples.size(), 1U);
}

TEST(OpenDataset, SeveralListsWithoutPointsAreTooMany) {
    const TempDir dir;
    write_file(dir / "a.xml", xml_text(""));
    write_file(dir / "b.xml", xml_text(""));
    EXPECT_THAT(opening_error(dir.path()), HasSubstr("a.xml, b.xml"));
    write_pts_face(dir / "face", {{1, 1}});
    EXPECT_EQ(open_dataset(dir.path()).format, DatasetFormat::Pts);
}

TEST(OpenDataset, SaysWhatItLookedFor) {
    const TempDir dir;
    EXPECT_THAT(opening_error(dir.path()), HasSubstr(".asf, .pts or .ljson files, a list"));
    write_file(dir / "notes.txt", "hello");
    EXPECT_THAT(opening_error(dir / "notes.txt"), HasSubstr(".asf"));
    EXPECT_THAT(opening_error(dir / "missing"), HasSubstr("no such file or folder"));
    EXPECT_THAT(opening_error(""), HasSubstr("no data set is named"));
    write_pts_face(dir / "face", {{1, 1}});
    EXPECT_THAT(opening_error(dir / "face.pts"), HasSubstr("open the folder"));
}

TEST(OpenDataset, FacesWithAnotherNumberOfPointsAreProblems) {
    const TempDir dir;
    write_pts_face(dir / "a", {{1, 1}, {2, 2}});
    write_pts_face(dir / "b", {{1, 1}});
    write_pts_face(dir / "c", {{1, 1}, {2, 2}});
    const Dataset dataset = open_dataset(dir.path());
    EXPECT_THAT(ids(dataset), ElementsAre("a", "c"));
    ASSERT_EQ(dataset.problems.size(), 1U);
    EXPECT_EQ(dataset.problems[0].sample_id, "b");
    EXPECT_THAT(dataset.problems[0].message, HasSubstr("1 points"));
}

TEST(OpenDataset, JoinsTheFacesOfAPictureThatAListNamesSeveralTimes) {
    const TempDir dir;
    write_picture(dir / "a.jpg");
    write_picture(dir / "b.jpg");
    const auto entry = [](const std::string& name) {
        return "<image file='" + name + "'><box top='0' left='0' width='9' height='9'/></image>\n";
    };
    write_file(dir / "list.xml", xml_text(entry("a.jpg") + entry("b.jpg") + entry("a.jpg")));
    EXPECT_THAT(ids(open_dataset(dir.path())), ElementsAre("a", "a#2", "b"));
}

TEST(OpenDataset, PicturesThatDifferInTheirExtensionAreTwo) {
    const TempDir dir;
    write_picture(dir / "a.jpg");
    write_picture(dir / "a.png");
    const auto entry = [](const std::string& name) {
        return "<image file='" + name + "'><box top='0' left='0' width='9' height='9'/></image>\n";
    };
    write_file(dir / "list.xml", xml_text(entry("a.jpg") + entry("a.png")));
    const Dataset dataset = open_dataset(dir.path());
    EXPECT_THAT(ids(dataset), ElementsAre("a", "a.png"));
    EXPECT_TRUE(dataset.problems.empty()) << test::messages(dataset.problems);
}

TEST(OpenDataset, KeepsItsProblemsWhenNothingCouldBeRead) {
    const TempDir dir;
    write_file(dir / "a.pts", "broken");
    const Dataset dataset = open_dataset(dir.path());
    EXPECT_TRUE(dataset.samples.empty());
    EXPECT_EQ(dataset.problems.size(), 1U);
}

TEST(OpenDataset, IsTheSameEveryTimeAndReportsProgress) {
    const TempDir dir;
    for (int i = 0; i < 30; ++i)
        write_asf_face(dir / std::to_string(1000 + i), {{0.1, 0.2}});
    std::vector<Progress> reports;
    const Dataset once =
        open_dataset(dir.path(), {}, [&](const Progress& now) { reports.push_back(now); });
    EXPECT_EQ(once.samples, open_dataset(dir.path()).samples);
    EXPECT_EQ(reports.back(), (Progress{30, 30}));
    const CancelToken cancel;
    cancel.cancel();
    EXPECT_THROW(open_dataset(dir.path(), cancel), Cancelled);
}

TEST(Dataset, FindsSamplesAndThoseWithPoints) {
    Dataset dataset;
    dataset.samples.resize(3);
    dataset.samples[0].id = "a";
    dataset.samples[2].id = "c";
    dataset.samples[2].points_in_image = Landmarks({{1, 1}});
    EXPECT_EQ(dataset.find("c"), 2);
    EXPECT_FALSE(dataset.find("d"));
    EXPECT_THAT(dataset.labelled(), ElementsAre(2));
    EXPECT_EQ(to_string(DatasetFormat::DlibXml), "dlib XML");
}

TEST(CheckImages, FillsInSizesAndKeepsTheFacesOfBrokenPictures) {
    const TempDir dir;
    write_pts_face(dir / "a", {{1, 1}});
    write_pts_face(dir / "b", {{1, 1}});
    write_pts_face(dir / "c", {{1, 1}});
    write_file(dir / "b.jpg", "no picture");
    Dataset dataset = open_dataset(dir.path());
    EXPECT_EQ(dataset.samples.size(), 3U);
    check_images(dataset);
    EXPECT_THAT(ids(dataset), ElementsAre("a", "b", "c"));
    EXPECT_EQ(dataset.samples[1].image_size, cv::Size());
    EXPECT_EQ(dataset.samples[2].image_size, cv::Size(100, 50));
    ASSERT_EQ(dataset.problems.size(), 1U);
    EXPECT_EQ(dataset.problems[0].file, dir / "b.jpg");
    EXPECT_EQ(dataset.problems[0].sample_id, "b");
}

TEST(CheckImages, ReportsEveryFaceOfABrokenPicture) {
    const TempDir dir;
    write_file(dir / "a.jpg", "");
    write_file(dir / "list.xml",
               xml_text("<image file='a.jpg'><box top='0' left='0' width='9' height='9'/>"
                        "<box top='0' left='0' width='9' height='9'/></image>"));
    Dataset dataset = open_dataset(dir.path());
    check_images(dataset);
    EXPECT_EQ(dataset.samples.size(), 2U);
    ASSERT_EQ(dataset.problems.size(), 2U);
    EXPECT_EQ(dataset.problems[1].sample_id, "a#2");
}

TEST(CheckImages, CancelledLeavesTheDataSetAsItWas) {
    const TempDir dir;
    write_pts_face(dir / "a", {{1, 1}});
    Dataset dataset = open_dataset(dir.path());
    const auto before = dataset.samples;
    const CancelToken cancel;
    cancel.cancel();
    EXPECT_THROW(check_images(dataset, cancel), Cancelled);
    EXPECT_EQ(dataset.samples, before);
}

TEST(CheckImages, FindsTheRealFacesWhole) {
    SKIP_WITHOUT_SHARED_DATA(folder, "ibug300w");
    Dataset dataset = open_dataset(folder);
    check_images(dataset);
    EXPECT_EQ(dataset.samples.size(), 2012U);
    EXPECT_TRUE(dataset.problems.empty()) << test::messages(dataset.problems);
    EXPECT_GT(dataset.samples.front().image_size.width, 100);
}

}  // namespace
}  // namespace rudolph
