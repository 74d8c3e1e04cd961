#include "core/predict/photo_output.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <opencv2/core.hpp>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/formats/open_dataset.h"
#include "core/formats/write_dataset.h"
#include "core/image/decode.h"
#include "tests/support/comma_locale.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

LandmarkScheme three_points() {
    LandmarkScheme scheme = numbered_points(3);
    scheme.point_names = {"left", "right", "tip"};
    return scheme;
}

PhotoFace face_at(double x, std::optional<double> confidence = std::nullopt) {
    PhotoFace face;
    face.found.box = {x, 10, 30.5, 40};
    face.found.roll_deg = 12;
    face.points_in_image = Landmarks({{x + 1, 11.25}, {x + 20, 12}, {x + 10, 30.123456}});
    face.looks = 3;
    if (confidence)
        face.confidence = FaceConfidence{*confidence, {0.25, 0.5, 1}};
    return face;
}

PhotoModel model() {
    return {"face3", three_points()};
}

std::vector<std::string> rows(const std::string& text) {
    std::vector<std::string> result;
    for (const auto line : lines(text))
        if (!line.empty())
            result.emplace_back(line);
    return result;
}

TEST(PhotoCsv, HasARowAFaceWithTheColumnsOfTheHeader) {
    const test::CommaLocale locale;
    PhotoResult photo{"für,mich.jpg", {200, 100}, {face_at(5, 0.9), face_at(60)}, {}, {}, {}};
    photo.faces[0].angles = HeadAngles{-20, 5.5, 1};
    const auto header = csv_fields(photo_csv_header(three_points(), false));
    const auto found = rows(photo_csv_rows(photo, three_points(), false));
    ASSERT_EQ(found.size(), 2U);
    const auto first = csv_fields(found[0]);
    ASSERT_EQ(first.size(), header.size());
    EXPECT_THAT(
        first, ElementsAre("für,mich.jpg", "1", "5", "10", "30.5", "40", "1", "-20", "5.5", "0.9",
                           "0", "3", "6", "11.25", "25", "12", "15", "30.123", "0.25", "0.5", "1"));
    EXPECT_THAT(found[1], HasSubstr(",12,,,,,3,")) << "what is not known stays empty";
    EXPECT_EQ(csv_fields(found[1]).size(), header.size());
    EXPECT_EQ(csv_fields(found[1])[1], "2");
}

TEST(PhotoCsv, FramesHaveTheirNumberAndTime) {
    const PhotoResult frame{"a.mp4", {200, 100}, {face_at(5)}, {}, VideoFrame{7, 0.28}, {4}};
    const auto header = csv_fields(photo_csv_header(three_points(), true));
    const auto row = csv_fields(rows(photo_csv_rows(frame, three_points(), true)).at(0));
    ASSERT_EQ(row.size(), header.size());
    EXPECT_EQ(std::vector(header.begin(), header.begin() + 4),
              (std::vector<std::string>{"file", "frame", "seconds", "face"}));
    EXPECT_EQ(std::vector(row.begin(), row.begin() + 4),
              (std::vector<std::string>{"a.mp4", "7", "0.28", "4"}));
    const PhotoResult photo{"a.jpg", {200, 100}, {face_at(5)}, {}, {}, {}};
    EXPECT_THAT(photo_csv_rows(photo, three_points(), true), testing::StartsWith("a.jpg,,,1,5,"));
}

TEST(PhotoCsv, PhotosWithoutAFaceHaveNoRow) {
    EXPECT_EQ(photo_csv_rows({"a.jpg", {2, 2}, {}, {}, {}, {}}, three_points(), false), "");
}

TEST(PhotoJson, TellsEverything) {
    PhotoResult photo{"ä.jpg", {200, 100}, {face_at(5, 0.25), face_at(60)}, {}, {}, {}};
    photo.faces[0].angles = HeadAngles{-20, 5.5, 1};
    const Json json = photo_json(photo, model());
    EXPECT_EQ(json["file"], "ä.jpg");
    EXPECT_EQ(json["width"], 200);
    EXPECT_EQ(json["model"], "face3");
    ASSERT_EQ(json["faces"].size(), 2U);
    const Json& first = json["faces"][0];
    EXPECT_EQ(first["box"], Json({5.0, 10.0, 30.5, 40.0}));
    EXPECT_EQ(first["yaw"], -20.0);
    EXPECT_EQ(first["doubtful"], true);
    EXPECT_EQ(first["points"][2]["name"], "tip");
    EXPECT_EQ(first["points"][2]["y"], 30.123);
    EXPECT_EQ(first["points"][0]["confidence"], 0.25);
    EXPECT_TRUE(json["faces"][1]["doubtful"].is_null()) << "the model does not say";
    EXPECT_TRUE(json["faces"][1]["score"].is_null()) << "a person drew the box";
    EXPECT_FALSE(json.contains("frame"));
}

TEST(PhotoJson, NamesWhatWentWrong) {
    PhotoResult photo;
    photo.file = "a.jpg";
    photo.problem = "cut off";
    const Json json = photo_json(photo, model());
    EXPECT_EQ(json["problem"], "cut off");
    EXPECT_FALSE(json.contains("faces"));
}

class PhotoDatasets : public testing::Test {
protected:
    std::filesystem::path picture(const std::string& name) {
        write_image(dir_ / name, cv::Mat(100, 200, CV_8UC3, cv::Scalar(9, 99, 199)));
        return dir_ / name;
    }

    std::vector<PhotoResult> photos() {
        std::vector<PhotoResult> all;
        all.push_back({picture("fotos/ä.jpg"), {200, 100}, {face_at(5, 0.9)}, {}, {}, {}});
        all.push_back(
            {picture("fotos/two.png"), {200, 100}, {face_at(5, 0.2), face_at(60)}, {}, {}, {}});
        all.push_back({picture("fotos/sub/none.png"), {200, 100}, {}, {}, {}, {}});
        all.push_back({dir_ / "fotos/broken.png", {}, {}, "broken", {}, {}});
        all.push_back({dir_ / "clip.mp4", {200, 100}, {face_at(1)}, {}, VideoFrame{0, 0}, {1}});
        return all;
    }

    test::TempDir dir_;
};

TEST_F(PhotoDatasets, ProposalsDoNotCountAsTruth) {
    const Dataset dataset = photo_dataset(photos(), model(), PhotoPoints::AsProposals);
    EXPECT_EQ(dataset.root, dir_ / "fotos");
    ASSERT_EQ(dataset.samples.size(), 4U);
    std::vector<std::string> ids;
    for (const Sample& sample : dataset.samples)
        ids.push_back(sample.id);
    EXPECT_THAT(ids, ElementsAre("ä", "two", "two#2", "sub/none"));
    const Sample& first = dataset.samples[0];
    EXPECT_EQ(first.proposed_by, "face3");
    EXPECT_FALSE(first.has_truth());
    EXPECT_EQ(first.box, (Box{5, 10, 30.5, 40}));
    EXPECT_EQ(first.confidence, 0.9);
    EXPECT_EQ(first.note, "");
    EXPECT_EQ(dataset.samples[1].state, FaceState::New) << "which is a person's to say";
    EXPECT_TRUE(dataset.samples[3].points_in_image.empty());
    EXPECT_FALSE(dataset.samples[3].box);
}

TEST_F(PhotoDatasets, AProjectBringsTheProposalsBack) {
    const Dataset dataset = photo_dataset(photos(), model(), PhotoPoints::AsProposals);
    WriteRequest request;
    request.format = DatasetFormat::Project;
    request.destination = dir_ / "out";
    request.pictures = PictureHandling::Refer;
    const Dataset read = open_dataset(write_dataset(dataset, request));
    EXPECT_EQ(read.samples, dataset.samples);
}

TEST_F(PhotoDatasets, EveryOtherFormatHoldsThePoints) {
    for (const FormatInfo& format : writable_formats()) {
        if (format.format == DatasetFormat::Project || format.format == DatasetFormat::Imm)
            continue;  // IMM's reader wants 58 points or so
        const Dataset dataset = photo_dataset({photos().front()}, model(), PhotoPoints::AsPoints);
        WriteRequest request;
        request.format = format.format;
        request.destination = dir_ / ("out-" + format.key);
        request.pictures = PictureHandling::Copy;
        const Dataset read = open_dataset(write_dataset(dataset, request));
        ASSERT_EQ(read.samples.size(), 1U) << format.key;
        ASSERT_TRUE(read.samples[0].has_truth()) << format.key;
        for (size_t i = 0; i < 3; ++i)
            EXPECT_LE(cv::norm(read.samples[0].points_in_image.points[i] -
                               dataset.samples[0].points_in_image.points[i]),
                      0.75)
                << format.key;
    }
}

TEST_F(PhotoDatasets, NamesThatDifferInTheirExtensionHaveDifferentIds) {
    std::vector<PhotoResult> same;
    same.push_back({picture("a.jpg"), {200, 100}, {face_at(5), face_at(50)}, {}, {}, {}});
    same.push_back({picture("a.png"), {200, 100}, {face_at(5), face_at(50)}, {}, {}, {}});
    same.push_back({dir_ / "a.jpg", {200, 100}, {face_at(5)}, {}, {}, {}});  // named twice
    const Dataset dataset = photo_dataset(same, model(), PhotoPoints::AsProposals);
    std::vector<std::string> ids;
    for (const Sample& sample : dataset.samples)
        ids.push_back(sample.id);
    EXPECT_THAT(ids, ElementsAre("a", "a#2", "a.png", "a.png#2"));
}

TEST_F(PhotoDatasets, NoPhotosAreNoFaces) {
    EXPECT_THAT(photo_dataset({}, model(), PhotoPoints::AsProposals).samples, IsEmpty());
}

}  // namespace
}  // namespace rudolph
