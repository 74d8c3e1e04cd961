#include "core/demo/demo_faces.h"

#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmath>
#include <map>
#include <opencv2/imgcodecs.hpp>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/formats/asf.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {
namespace fs = std::filesystem;
using test::TempDir;

using Files = std::map<std::string, std::string>;

Files contents_of(const fs::path& folder) {
    Files files;
    for (const auto& entry : fs::directory_iterator(folder))
        files[entry.path().filename().string()] = read_file(entry.path());
    return files;
}

Files made_with(const DemoFacesSpec& spec) {
    TempDir dir;
    write_demo_faces(dir.path(), spec);
    return contents_of(dir.path());
}

/// Names without the gender, the last letter of the stem, which the seed decides.
std::vector<std::string> names_without_gender(const Files& files) {
    std::vector<std::string> names;
    for (const auto& [name, bytes] : files) {
        const fs::path path(name);
        std::string stem = path.stem().string();
        if (stem != "labels")
            stem.pop_back();
        names.push_back(stem + path.extension().string());
    }
    return names;
}

/// Points in pixels of the 640×480 pictures by view, from the .asf of person 1.
std::map<int, std::vector<Point>> imm_points(const Files& files) {
    std::map<int, std::vector<Point>> points;
    for (const auto& [name, bytes] : files) {
        if (!name.starts_with("01-") || !name.ends_with(".asf"))
            continue;
        for (const Point& relative : parse_asf(bytes, name).relative)
            points[name[3] - '0'].push_back({relative.x * 640, relative.y * 480});
    }
    return points;
}

std::vector<Point> pts_points(const std::string& text) {
    std::vector<Point> points;
    for (const std::string_view line : lines(text)) {
        const auto fields = words(line);
        if (fields.size() != 2)
            continue;
        const auto x = parse_number(fields[0]), y = parse_number(fields[1]);
        if (x && y)
            points.push_back({*x - 1, *y - 1});
    }
    return points;
}

double distance(const Point& a, const Point& b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

TEST(DemoFaces, ImmFolderHoldsAPictureAndAShapeForSixViewsOfEachPerson) {
    TempDir dir;
    EXPECT_EQ(write_demo_faces(dir / "new" / "földer", {DemoFormat::Imm, 1, 1}), 6);
    const Files files = contents_of(dir / "new" / "földer");
    EXPECT_THAT(names_without_gender(files),
                testing::ElementsAre("01-1.asf", "01-1.jpg", "01-2.asf", "01-2.jpg", "01-3.asf",
                                     "01-3.jpg", "01-4.asf", "01-4.jpg", "01-5.asf", "01-5.jpg",
                                     "01-6.asf", "01-6.jpg"));
    for (const auto& [name, bytes] : files) {
        const char gender = fs::path(name).stem().string().back();
        EXPECT_TRUE(gender == 'm' || gender == 'f') << name;
    }
}

TEST(DemoFaces, PicturesAre640By480AndInColour) {
    for (const auto& [name, bytes] : made_with({DemoFormat::Imm, 1, 2})) {
        if (!name.ends_with(".jpg"))
            continue;
        const cv::Mat picture =
            cv::imdecode(std::vector<uchar>(bytes.begin(), bytes.end()), cv::IMREAD_UNCHANGED);
        EXPECT_EQ(picture.size(), cv::Size(640, 480)) << name;
        EXPECT_EQ(picture.type(), CV_8UC3) << name;
        cv::Scalar mean, spread;
        cv::meanStdDev(picture, mean, spread);
        EXPECT_GT(spread[1], 10) << name << " is nearly one colour";
    }
}

TEST(DemoFaces, SameSeedGivesTheSameBytesAndAnotherSeedOthers) {
    const Files first = made_with({DemoFormat::Imm, 1, 7});
    EXPECT_TRUE(first == made_with({DemoFormat::Imm, 1, 7}));
    const Files other = made_with({DemoFormat::Imm, 1, 8});
    EXPECT_FALSE(first.begin()->second == other.begin()->second);
}

TEST(DemoFaces, APersonDoesNotDependOnHowManyOthersThereAre) {
    Files two = made_with({DemoFormat::Imm, 2, 3});
    std::erase_if(two, [](const auto& file) { return file.first.starts_with("02"); });
    EXPECT_TRUE(two == made_with({DemoFormat::Imm, 1, 3}));
}

TEST(DemoFaces, ShapesHave58PointsWithinThePictureAndNameTheirOwnPicture) {
    for (const auto& [name, bytes] : made_with({DemoFormat::Imm, 1, 4})) {
        if (!name.ends_with(".asf"))
            continue;
        const AsfShape shape = parse_asf(bytes, name);
        EXPECT_EQ(shape.relative.size(), 58U);
        EXPECT_EQ(shape.lines.size(), 7U);
        EXPECT_THAT(bytes, testing::HasSubstr(fs::path(name).stem().string() + ".jpg"));
        for (const Point& point : shape.relative) {
            EXPECT_TRUE(point.x >= 0 && point.x * 640 <= 639) << name;
            EXPECT_TRUE(point.y >= 0 && point.y * 480 <= 479) << name;
        }
    }
}

TEST(DemoFaces, TurnedHeadsMoveTheNoseAwayFromTheMiddleOfTheEyes) {
    constexpr int kNoseTip = 52, kLeftOuter = 21, kRightOuter = 13;
    for (const std::uint64_t seed : {1, 2}) {
        auto points = imm_points(made_with({DemoFormat::Imm, 1, seed}));
        const auto nose_shift = [&](int view) {
            const auto& p = points.at(view);
            const double width = p[kRightOuter].x - p[kLeftOuter].x;
            return (p[kNoseTip].x - (p[kLeftOuter].x + p[kRightOuter].x) / 2) / width;
        };
        EXPECT_LT(std::abs(nose_shift(1)), 0.06);
        EXPECT_LT(nose_shift(3), -0.12) << "turned to the person's right, the viewer's left";
        EXPECT_GT(nose_shift(4), 0.12) << "turned to the person's left, the viewer's right";
    }
}

TEST(DemoFaces, SmileWidensTheMouthAndLiftsItsCorners) {
    constexpr int kLeftCorner = 39, kRightCorner = 43, kUpperMiddle = 41;
    for (const std::uint64_t seed : {1, 2}) {
        auto points = imm_points(made_with({DemoFormat::Imm, 1, seed}));
        const auto width = [&](int view) {
            const auto& p = points.at(view);
            return distance(p[kLeftCorner], p[kRightCorner]) / distance(p[13], p[21]);
        };
        const auto droop = [&](int view) {
            const auto& p = points.at(view);
            return (p[kLeftCorner].y + p[kRightCorner].y) / 2 - p[kUpperMiddle].y;
        };
        EXPECT_GT(width(2), 1.08 * width(1));
        EXPECT_LT(droop(2), droop(1));
    }
}

TEST(DemoFaces, SpotlightComesFromThePersonsLeft) {
    constexpr int kLeftJaw = 2, kRightJaw = 10;
    const Files files = made_with({DemoFormat::Imm, 1, 5});
    const auto points = imm_points(files).at(5);
    for (const auto& [name, bytes] : files) {
        if (!name.starts_with("01-5") || !name.ends_with(".jpg"))
            continue;
        const cv::Mat grey =
            cv::imdecode(std::vector<uchar>(bytes.begin(), bytes.end()), cv::IMREAD_GRAYSCALE);
        const auto brightness = [&](int jaw) {
            // A patch of cheek, from the jaw towards the nose.
            const Point &a = points[static_cast<std::size_t>(jaw)], &b = points[52];
            const cv::Point at(static_cast<int>(a.x + 0.3 * (b.x - a.x)),
                               static_cast<int>(a.y + 0.3 * (b.y - a.y)));
            return cv::mean(grey(cv::Rect(at.x - 5, at.y - 5, 11, 11)))[0];
        };
        EXPECT_GT(brightness(kRightJaw), 1.5 * brightness(kLeftJaw));
    }
}

TEST(DemoFaces, IbugFolderHoldsPointsAndOneList) {
    const Files files = made_with({DemoFormat::Ibug, 1, 1});
    EXPECT_THAT(names_without_gender(files),
                testing::ElementsAre("01-1.jpg", "01-1.pts", "01-2.jpg", "01-2.pts", "01-3.jpg",
                                     "01-3.pts", "01-4.jpg", "01-4.pts", "01-5.jpg", "01-5.pts",
                                     "01-6.jpg", "01-6.pts", "labels.xml"));
    const std::string& list = files.at("labels.xml");
    for (const auto& [name, bytes] : files) {
        if (name.ends_with(".jpg")) {
            EXPECT_THAT(list, testing::HasSubstr("file='" + name + "'"));
        }
        if (!name.ends_with(".pts"))
            continue;
        const auto points = pts_points(bytes);
        ASSERT_EQ(points.size(), 68U);
        for (const Point& point : points) {
            EXPECT_TRUE(point.x >= 0 && point.x <= 639) << name;
            EXPECT_TRUE(point.y >= 0 && point.y <= 479) << name;
        }
        const std::string first = "<part name='00' x='" + std::to_string(std::lround(points[0].x)) +
                                  "' y='" + std::to_string(std::lround(points[0].y)) + "'/>";
        EXPECT_THAT(list, testing::HasSubstr(first)) << name;
    }
}

TEST(DemoFaces, IbugAndImmShowTheSamePictures) {
    const Files imm = made_with({DemoFormat::Imm, 1, 1});
    const Files ibug = made_with({DemoFormat::Ibug, 1, 1});
    for (const auto& [name, bytes] : ibug)
        if (name.ends_with(".jpg")) {
            EXPECT_TRUE(imm.at(name) == bytes) << name;
        }
}

TEST(DemoFaces, RefusesAFolderThatHoldsOtherFiles) {
    TempDir dir;
    write_file(dir / "thesis.txt", "years of work");
    EXPECT_THROW(write_demo_faces(dir.path(), {DemoFormat::Imm, 1, 1}), Error);
    EXPECT_EQ(contents_of(dir.path()).size(), 1U);
}

TEST(DemoFaces, MakesItsOwnFacesAgainWithoutComplaint) {
    TempDir dir;
    write_demo_faces(dir.path(), {DemoFormat::Imm, 1, 1});
    const Files before = contents_of(dir.path());
    EXPECT_EQ(write_demo_faces(dir.path(), {DemoFormat::Imm, 1, 1}), 6);
    EXPECT_TRUE(before == contents_of(dir.path()));
}

TEST(DemoFaces, CancellingRemovesWhatWasWritten) {
    TempDir dir;
    const CancelToken cancel;
    const auto after_two = [&](const Progress& progress) {
        if (progress.done == 2)
            cancel.cancel();
    };
    EXPECT_THROW(write_demo_faces(dir / "faces", {DemoFormat::Imm, 2, 1}, cancel, after_two),
                 Cancelled);
    EXPECT_FALSE(fs::exists(dir / "faces"));
    fs::create_directory(dir / "there");
    EXPECT_THROW(write_demo_faces(dir / "there", {DemoFormat::Imm, 1, 1}, cancel), Cancelled);
    EXPECT_TRUE(fs::is_empty(dir / "there"));
}

TEST(DemoFaces, ReportsProgressUpToTheLastPicture) {
    TempDir dir;
    std::vector<std::int64_t> done;
    write_demo_faces(dir.path(), {DemoFormat::Imm, 1, 1}, {}, [&](const Progress& progress) {
        EXPECT_EQ(progress.total, 6);
        done.push_back(progress.done);
    });
    EXPECT_THAT(done, testing::ElementsAre(1, 2, 3, 4, 5, 6));
}

TEST(DemoFaces, RefusesNumbersOfPeopleThatNamesCannotHold) {
    TempDir dir;
    for (const int people : {-1, 0, 100}) {
        EXPECT_THROW(write_demo_faces(dir / "faces", {DemoFormat::Imm, people, 1}), Error);
        EXPECT_FALSE(fs::exists(dir / "faces"));
    }
}

TEST(DemoFaces, AFileInPlaceOfTheFolderIsAnError) {
    TempDir dir;
    write_file(dir / "file", "x");
    EXPECT_THROW(write_demo_faces(dir / "file", {DemoFormat::Imm, 1, 1}), Error);
    EXPECT_EQ(read_file(dir / "file"), "x");
}

TEST(DemoFaces, AReadOnlyFolderIsAnError) {
    if (::geteuid() == 0)
        GTEST_SKIP() << "the administrator may write everywhere";
    TempDir dir;
    fs::create_directory(dir / "locked");
    ::chmod((dir / "locked").c_str(), 0555);
    EXPECT_THROW(write_demo_faces(dir / "locked", {DemoFormat::Imm, 1, 1}), Error);
    ::chmod((dir / "locked").c_str(), 0755);
}

}  // namespace
}  // namespace rudolph
