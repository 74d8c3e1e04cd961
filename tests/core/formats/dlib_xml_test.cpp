#include "core/formats/dlib_xml.h"

#include <gmock/gmock.h>

#include <cmath>
#include <fstream>

#include "core/formats/open_dataset.h"
#include "core/formats/pts.h"
#include "tests/core/formats/data_files.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::pts_text;
using test::TempDir;
using test::write_picture;
using test::xml_text;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr auto kTwoParts =
    "<box top='5' left='10' width='40' height='30'>\n"
    "<label>face</label>\n"
    "<part name='01' x='40' y='30'/>\n<part name='00' x='12' y='8'/>\n</box>\n";
constexpr auto kNoParts = "<box top='1' left='2' width='3' height='4'/>\n";

std::string image(const std::string& name, const std::string& boxes) {
    return "<image file='" + name + "'>\n" + boxes + "</image>\n";
}

ReaderResult read_list(const TempDir& dir, const std::string& text) {
    write_file(dir / "list.xml", text);
    Dataset dataset;
    return read_dlib_xml(dir / "list.xml", dataset);
}

TEST(DlibXmlReader, ReadsBoxesAndPartsInTheOrderOfTheirNames) {
    const TempDir dir;
    write_picture(dir / "afw/a_1.jpg");
    const ReaderResult result = read_list(dir, xml_text(image("afw/a_1.jpg", kTwoParts)));
    ASSERT_EQ(result.samples.size(), 1U) << test::messages(result.problems);
    const Sample& sample = result.samples[0];
    EXPECT_EQ(sample.id, "afw/a_1");
    EXPECT_EQ(sample.person, "afw/a_1");
    EXPECT_EQ(sample.image, dir / "afw/a_1.jpg");
    EXPECT_EQ(sample.box, (Box{10, 5, 40, 30}));
    EXPECT_THAT(sample.points_in_image.points, ElementsAre(Point(12, 8), Point(40, 30)));
    EXPECT_EQ(sample.image_size, cv::Size());
}

TEST(DlibXmlReader, EveryBoxIsASampleOfTheSamePhoto) {
    const TempDir dir;
    write_picture(dir / "a_mirror.jpg");
    const ReaderResult result = read_list(
        dir, xml_text(image("a_mirror.jpg", std::string(kTwoParts) + kNoParts + kTwoParts)));
    ASSERT_EQ(result.samples.size(), 3U);
    EXPECT_EQ(result.samples[0].id, "a_mirror");
    EXPECT_EQ(result.samples[1].id, "a_mirror#2");
    EXPECT_EQ(result.samples[2].id, "a_mirror#3");
    EXPECT_TRUE(result.samples[1].points_in_image.empty());
    for (const Sample& sample : result.samples)
        EXPECT_EQ(sample.person, "a");
    EXPECT_TRUE(result.problems.empty());
}

TEST(DlibXmlReader, TakesFinerPointsFromThePtsBeside) {
    const TempDir dir;
    write_picture(dir / "a.jpg");
    write_file(dir / "a.pts", pts_text({{13.4, 9.3}, {40.7, 30.8}}));
    const ReaderResult result = read_list(dir, xml_text(image("a.jpg", kTwoParts)));
    ASSERT_EQ(result.samples.size(), 1U);
    const auto& points = result.samples[0].points_in_image.points;
    EXPECT_NEAR(points[0].x, 12.4, 1e-9);
    EXPECT_NEAR(points[1].y, 29.8, 1e-9);
}

TEST(DlibXmlReader, GivesFinerPointsToTheNearestFaceOnly) {
    const TempDir dir;
    write_picture(dir / "a.jpg");
    const std::string other =
        "<box top='0' left='0' width='9' height='9'>"
        "<part name='00' x='1' y='1'/><part name='01' x='9' y='9'/></box>";
    write_file(dir / "a.pts", pts_text({{13.25, 9.25}, {41.25, 31.25}}));
    const ReaderResult result = read_list(dir, xml_text(image("a.jpg", other + kTwoParts)));
    ASSERT_EQ(result.samples.size(), 2U);
    EXPECT_EQ(result.samples[0].points_in_image.points[0], Point(1, 1));
    EXPECT_EQ(result.samples[1].points_in_image.points[0], Point(12.25, 8.25));
    // The .pts of yet another face changes nothing.
    write_file(dir / "a.pts", pts_text({{70, 40}, {80, 49}}));
    const ReaderResult unchanged = read_list(dir, xml_text(image("a.jpg", other + kTwoParts)));
    EXPECT_EQ(unchanged.samples[0].points_in_image.points[0], Point(1, 1));
    EXPECT_EQ(unchanged.samples[1].points_in_image.points[0], Point(12, 8));
}

TEST(DlibXmlReader, GivesPointsToABoxWithoutParts) {
    const TempDir dir;
    write_picture(dir / "a.jpg");
    write_file(dir / "a.pts", pts_text({{21, 11}, {31, 21}}));
    const std::string around = "<box top='5' left='10' width='40' height='30'/>";
    const ReaderResult result = read_list(dir, xml_text(image("a.jpg", kNoParts + around)));
    ASSERT_EQ(result.samples.size(), 2U);
    EXPECT_TRUE(result.samples[0].points_in_image.empty());
    EXPECT_THAT(result.samples[1].points_in_image.points,
                ElementsAre(Point(20, 10), Point(30, 20)));
}

TEST(DlibXmlReader, BrokenPtsIsAProblemAndThePartsServe) {
    const TempDir dir;
    write_picture(dir / "a.jpg");
    write_file(dir / "a.pts", "n_points: 68\n{\n1 2\n}\n");
    const ReaderResult result = read_list(dir, xml_text(image("a.jpg", kTwoParts)));
    ASSERT_EQ(result.samples.size(), 1U);
    EXPECT_EQ(result.samples[0].points_in_image.size(), 2);
    ASSERT_EQ(result.problems.size(), 1U);
    EXPECT_EQ(result.problems[0].file, dir / "a.pts");
    EXPECT_THAT(result.problems[0].message, HasSubstr("whole-pixel"));
}

TEST(DlibXmlReader, FindsNamesInEitherEncoding) {
    const TempDir dir;
    write_picture(dir / "B\xe4r.jpg");  // Latin-1 on disk
    write_picture(dir / "Füchse.jpg");  // UTF-8 on disk
    write_picture(dir / "Mäuse.jpg");
    write_picture(dir / "sub/Igel.jpg");
    const ReaderResult result =
        read_list(dir, xml_text(image("Bär.jpg", kNoParts) +
                                image("F\xfc"
                                      "chse.jpg",
                                      kNoParts) +
                                image("Mäuse.jpg", kNoParts) + image("B\xe4r.jpg", kNoParts) +
                                image("sub\\Igel.jpg", kNoParts)));
    ASSERT_EQ(result.samples.size(), 5U) << test::messages(result.problems);
    EXPECT_EQ(result.samples[0].id, "Bär");
    EXPECT_EQ(result.samples[0].image, dir / "B\xe4r.jpg");
    EXPECT_EQ(result.samples[1].id, "Bär#2") << "the same picture, named in the other encoding";
    EXPECT_EQ(result.samples[2].id, "Füchse");
    EXPECT_EQ(result.samples[2].image, dir / "Füchse.jpg");
    EXPECT_EQ(result.samples[4].id, "sub/Igel");
}

TEST(DlibXmlReader, ReportsProblemsWithTheirLines) {
    const TempDir dir;
    write_picture(dir / "a.jpg");
    const std::string bad_boxes =
        "<box top='1' left='2' width='0' height='4'/>\n"
        "<box top='1' left='x' width='3' height='4'/>\n"
        "<box top='1' left='2' width='3'/>\n"
        "<box top='1' left='2' width='3' height='nan'/>\n"
        "<box top='1' left='2' width='3' height='4'>\n<part name='0' x='1'/>\n</box>\n"
        "<box top='1' left='2' width='3' height='4'>\n<part name='0' x='1' y='1'/>"
        "<part name='0' x='1' y='1'/></box>\n";
    const ReaderResult result =
        read_list(dir, xml_text(image("gone.jpg", kTwoParts) +
                                image("a.jpg", bad_boxes + kNoParts) + "<image><box/></image>\n"));
    ASSERT_EQ(result.samples.size(), 1U);
    EXPECT_EQ(result.samples[0].id, "a#7");
    std::vector<int> lines;
    for (const Problem& problem : result.problems) {
        EXPECT_EQ(problem.file, dir / "list.xml");
        lines.push_back(problem.line);
    }
    EXPECT_THAT(lines, ElementsAre(5, 13, 14, 15, 16, 18, 20, 24))
        << test::messages(result.problems);
    EXPECT_THAT(result.problems[0].message, HasSubstr("gone.jpg is missing"));
    EXPECT_EQ(result.problems[0].sample_id, "gone");
    EXPECT_THAT(result.problems[2].message, HasSubstr("'left'"));
}

TEST(DlibXmlReader, ReadsAListWithoutItsRootAndSaysSo) {
    const TempDir dir;
    write_picture(dir / "a.jpg");
    const std::string entry = image("a.jpg", kTwoParts);
    for (const std::string& text : {"<images>\n" + entry + "</images>\n", entry}) {
        write_file(dir / "list.xml", text);
        const Dataset dataset = open_dataset(dir.path());
        EXPECT_EQ(dataset.format, DatasetFormat::DlibXml);
        EXPECT_EQ(dataset.labelled().size(), 1U);
        EXPECT_THAT(test::messages(dataset.problems), HasSubstr("no <dataset>"));
    }
}

TEST(DlibXmlReader, ReadsAListWithAByteMarkOrInUtf16) {
    const TempDir dir;
    write_picture(dir / "a.jpg");
    const std::string text = xml_text(image("a.jpg", kTwoParts));
    std::string utf16 = "\xff\xfe";
    for (const char c : text)
        utf16 += std::string{c, '\0'};
    for (const std::string& bytes : {"\xef\xbb\xbf" + text, utf16}) {
        write_file(dir / "list.xml", bytes);
        const Dataset dataset = open_dataset(dir / "list.xml");
        EXPECT_EQ(dataset.labelled().size(), 1U);
        EXPECT_TRUE(dataset.problems.empty()) << test::messages(dataset.problems);
    }
}

TEST(DlibXmlReader, ReadsAListThatBreaksOffUpToThere) {
    const TempDir dir;
    write_picture(dir / "a.jpg");
    write_picture(dir / "b.jpg");
    std::string text = xml_text(image("a.jpg", kTwoParts) + image("b.jpg", kTwoParts));
    text.resize(text.find("b.jpg") + 3);
    const ReaderResult result = read_list(dir, text);
    ASSERT_FALSE(result.samples.empty());
    EXPECT_EQ(result.samples[0].id, "a");
    EXPECT_EQ(result.samples[0].points_in_image.size(), 2);
    ASSERT_FALSE(result.problems.empty());
    EXPECT_THAT(result.problems[0].message, HasSubstr("cut off"));
    EXPECT_EQ(result.problems[0].line, 12);
}

TEST(DlibXmlReader, AnyCutIsAnErrorOrAProblem) {
    const TempDir dir;
    write_picture(dir / "a.jpg");
    const std::string whole = xml_text(image("a.jpg", kTwoParts));
    for (size_t length = 0; length < whole.find("</dataset>"); length += 7) {
        try {
            EXPECT_FALSE(read_list(dir, whole.substr(0, length)).problems.empty()) << length;
        } catch (const Error&) {
            SUCCEED();
        }
    }
}

TEST(DlibXmlReader, RefusesWhatIsNoList) {
    const TempDir dir;
    EXPECT_THROW(read_list(dir, ""), Error);
    EXPECT_THROW(read_list(dir, "<svg/>"), Error);
    EXPECT_THROW(read_list(dir, "not XML at all"), Error);
    EXPECT_THROW(read_list(dir, xml_text("")), Error);
    Dataset dataset;
    EXPECT_THROW(read_dlib_xml(dir / "missing.xml", dataset), Error);
}

TEST(DlibXmlReader, TellsListsFromOtherXml) {
    const TempDir dir;
    write_file(dir / "list.xml", xml_text(""));
    write_file(dir / "other.xml", "<svg/>");
    EXPECT_TRUE(looks_like_dlib_xml(dir / "list.xml"));
    EXPECT_FALSE(looks_like_dlib_xml(dir / "other.xml"));
    EXPECT_FALSE(looks_like_dlib_xml(dir / "missing.xml"));
    EXPECT_FALSE(looks_like_dlib_xml(dir.path()));
}

TEST(DlibXmlReader, StopsWhenCancelled) {
    const TempDir dir;
    write_file(dir / "list.xml", xml_text(image("a.jpg", kNoParts)));
    const CancelToken cancel;
    cancel.cancel();
    Dataset dataset;
    EXPECT_THROW(read_dlib_xml(dir / "list.xml", dataset, cancel), Cancelled);
}

TEST(DlibXmlReader, ReadsDlibsOwnExamples) {
    SKIP_WITHOUT_SHARED_DATA(folder, "formats/dlib_xml");
    const Dataset with = open_dataset(folder / "testing_with_face_landmarks.xml");
    EXPECT_EQ(with.samples.size(), 25U);
    EXPECT_EQ(with.labelled().size(), 25U);
    EXPECT_EQ(with.scheme.name, "ibug-68");
    EXPECT_TRUE(with.problems.empty()) << test::messages(with.problems);
    const Dataset without = open_dataset(folder / "training.xml");
    EXPECT_EQ(without.samples.size(), 18U);
    EXPECT_TRUE(without.labelled().empty());
    EXPECT_TRUE(without.problems.empty());
}

TEST(DlibXmlReader, RealSubPixelPointsRoundToTheListsPoints) {
    SKIP_WITHOUT_SHARED_DATA(folder, "ibug300w");
    const Dataset dataset = open_dataset(folder);
    ASSERT_EQ(dataset.format, DatasetFormat::DlibXml);
    ASSERT_EQ(dataset.samples.size(), 2012U);
    EXPECT_TRUE(dataset.problems.empty()) << test::messages(dataset.problems);
    // Without the .pts beside them the same faces have the list's own, whole-pixel points.
    const TempDir dir;
    std::filesystem::copy_file(folder / "labels_ibug_300W_train.xml", dir / "list.xml");
    for (const char* name : {"afw", "helen/trainset", "lfpw/trainset"}) {
        std::filesystem::create_directories(dir.path() / name);
        for (const auto& file : std::filesystem::directory_iterator(folder / name))
            if (has_image_extension(file.path()))
                std::ofstream(dir.path() / name / file.path().filename());
    }
    const Dataset rounded = open_dataset(dir / "list.xml");
    ASSERT_EQ(rounded.samples.size(), dataset.samples.size());
    int with_fraction = 0;
    double farthest = 0;
    for (size_t i = 0; i < dataset.samples.size(); ++i) {
        const Sample& fine = dataset.samples[i];
        const Sample& coarse = rounded.samples[i];
        ASSERT_EQ(fine.id, coarse.id);
        EXPECT_TRUE(fine.box);
        bool has_fraction = false;
        for (size_t k = 0; k < fine.points_in_image.points.size(); ++k) {
            const Point apart = fine.points_in_image.points[k] - coarse.points_in_image.points[k];
            farthest = std::max({farthest, std::abs(apart.x), std::abs(apart.y)});
            has_fraction = has_fraction || apart != Point(0, 0);
        }
        with_fraction += has_fraction ? 1 : 0;
    }
    EXPECT_EQ(with_fraction, 2012);
    EXPECT_LE(farthest, 0.5 + 1e-6);
}

}  // namespace
}  // namespace rudolph
