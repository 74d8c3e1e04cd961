#include "core/runs/face_lights.h"

#include <gtest/gtest.h>

#include <cmath>
#include <opencv2/imgcodecs.hpp>

#include "core/base/file.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

struct FaceLights : testing::Test {
    void paint(const std::string& name, int shade) const {
        cv::imwrite((folder / name).string(), cv::Mat(40, 40, CV_8UC1, cv::Scalar(shade)));
    }
    std::vector<FaceLight> measure(const CancelToken& cancel = {}) {
        measured = 0;
        return measure_lights(faces, kept, cancel,
                              [this](const Progress& progress) { measured = progress.done; });
    }

    test::TempDir folder;
    std::vector<std::filesystem::path> kept{folder / "run" / kLightsFile, folder / "cache.csv"};
    std::vector<FaceToMeasure> faces{{folder / "a, \"ä\".png", {0, 0, 20, 20}},
                                     {folder / "b.png", {5.25, 5, 10, 10}}};
    std::int64_t measured = 0;
};

TEST_F(FaceLights, AreMeasuredOnceAndKept) {
    paint("a, \"ä\".png", 50);
    paint("b.png", 90);
    const auto first = measure();
    EXPECT_EQ(measured, 2);
    EXPECT_DOUBLE_EQ(first[0].brightness, 50);
    EXPECT_DOUBLE_EQ(first[1].brightness, 90);
    EXPECT_TRUE(std::filesystem::exists(kept[0]));
    EXPECT_FALSE(std::filesystem::exists(kept[1]));
    EXPECT_EQ(measure(), first);
    EXPECT_EQ(measured, 0);
}

TEST_F(FaceLights, AreMeasuredAgainWhenThePictureOrTheBoxHasChanged) {
    paint("a, \"ä\".png", 50);
    paint("b.png", 90);
    measure();
    cv::imwrite((folder / "b.png").string(), cv::Mat(60, 60, CV_8UC1, cv::Scalar(7)));
    EXPECT_DOUBLE_EQ(measure()[1].brightness, 7);
    EXPECT_EQ(measured, 1);
    faces[0].box_in_image.left = 3;
    measure();
    EXPECT_EQ(measured, 1);
    measure();
    EXPECT_EQ(measured, 0);
}

TEST_F(FaceLights, AreKeptElsewhereWhereTheRunCannotBeWritten) {
    paint("a, \"ä\".png", 50);
    paint("b.png", 90);
    write_file(folder / "run", "a file, not a folder");
    const auto first = measure();
    EXPECT_TRUE(std::filesystem::exists(kept[1]));
    EXPECT_EQ(measure(), first);
    EXPECT_EQ(measured, 0);
}

TEST_F(FaceLights, PassOverBrokenFilesAndMissingPictures) {
    paint("a, \"ä\".png", 50);
    write_file(folder / "b.png", "no picture");
    write_file(kept[0], "what is this\n1,2,3\n");
    const auto lights = measure();
    EXPECT_DOUBLE_EQ(lights[0].brightness, 50);
    EXPECT_TRUE(std::isnan(lights[1].brightness));
    faces.push_back({folder / "gone.png", {0, 0, 5, 5}});
    faces.push_back({folder / "a, \"ä\".png", {}});
    EXPECT_TRUE(std::isnan(measure()[2].brightness));
}

TEST_F(FaceLights, KeepWhatIsKnownOfOtherFaces) {
    paint("a, \"ä\".png", 50);
    paint("b.png", 90);
    measure();
    const auto all = faces;
    faces = {{folder / "b.png", {0, 0, 4, 4}}};
    measure();
    faces = {all[0]};
    measure();
    EXPECT_EQ(measured, 0);
}

TEST_F(FaceLights, StopWhenAskedTo) {
    paint("b.png", 90);
    const CancelToken cancel;
    cancel.cancel();
    EXPECT_THROW(measure(cancel), Cancelled);
}

}  // namespace
}  // namespace rudolph
