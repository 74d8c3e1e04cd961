#include "core/image/eight_bits.h"

#include <gtest/gtest.h>

#include <limits>
#include <opencv2/core.hpp>

namespace rudolph {
namespace {

TEST(EightBits, LeavesEightBitsAsTheyAre) {
    const cv::Mat grey(2, 2, CV_8UC1, cv::Scalar(77));
    EXPECT_EQ(cv::norm(eight_bits(grey), grey, cv::NORM_INF), 0);
    EXPECT_EQ(eight_bits(cv::Mat(2, 2, CV_8UC3, cv::Scalar(1, 2, 3))).at<cv::Vec3b>(1, 1),
              cv::Vec3b(1, 2, 3));
}

TEST(EightBits, DividesSixteenBitsSoThatTheBrightestStaysSo) {
    for (const auto& [stored, expected] : {std::pair(0, 0), {0x8000, 128}, {0xffff, 255}})
        EXPECT_EQ(eight_bits(cv::Mat(1, 1, CV_16UC1, cv::Scalar(stored))).at<uchar>(0, 0),
                  expected);
}

TEST(EightBits, WhatIsTransparentShowsWhite) {
    const cv::Vec3b opaque =
        eight_bits(cv::Mat(1, 1, CV_8UC4, cv::Scalar(10, 20, 30, 255))).at<cv::Vec3b>(0, 0);
    EXPECT_EQ(opaque, cv::Vec3b(10, 20, 30));
    const cv::Vec3b half =
        eight_bits(cv::Mat(1, 1, CV_8UC4, cv::Scalar(0, 100, 255, 51))).at<cv::Vec3b>(0, 0);
    EXPECT_EQ(half, cv::Vec3b(204, 224, 255));  // a fifth of the colour, four of white
    EXPECT_EQ(eight_bits(cv::Mat(1, 1, CV_8UC4, cv::Scalar(1, 2, 3, 0))).at<cv::Vec3b>(0, 0),
              cv::Vec3b(255, 255, 255));
    EXPECT_EQ(eight_bits(cv::Mat(1, 1, CV_16UC4, cv::Scalar(0, 0, 0, 0))).at<cv::Vec3b>(0, 0),
              cv::Vec3b(255, 255, 255));
    const cv::Mat grey = eight_bits(cv::Mat(1, 1, CV_8UC2, cv::Scalar(9, 0)));
    ASSERT_EQ(grey.type(), CV_8UC1);
    EXPECT_EQ(grey.at<uchar>(0, 0), 255);
}

TEST(EightBits, TakesFloatsAsLightOfTheRangeThatTheyLieIn) {
    const auto greatest = [](double low, double high) {
        cv::Mat light = (cv::Mat_<float>(1, 3) << low, (low + high) / 2, high);
        const cv::Mat bytes = eight_bits(light);
        return std::pair(int(bytes.at<uchar>(0, 1)), int(bytes.at<uchar>(0, 2)));
    };
    EXPECT_EQ(greatest(0, 1), std::pair(128, 255));
    EXPECT_EQ(greatest(0, 0.5), std::pair(64, 128)) << "a dark picture stays dark";
    EXPECT_EQ(greatest(0, 200), std::pair(100, 200));
    EXPECT_EQ(greatest(-1000, 3000), std::pair(128, 255));
    EXPECT_EQ(greatest(-5, -5), std::pair(0, 0));
    const float nan = std::numeric_limits<float>::quiet_NaN();
    const cv::Mat holes = (cv::Mat_<float>(1, 2) << nan, 1.F);
    EXPECT_EQ(eight_bits(holes).at<uchar>(0, 0), 0);
    EXPECT_EQ(eight_bits(holes).at<uchar>(0, 1), 255);
}

/// Of a picture of 3 × 2 with the numbers 1 to 6, stored so that EXIF's orientation says what it
/// looks like; EXIF 2.3 tells where row 0 and column 0 lie.
TEST(TurnedUpright, UndoesAllEightWaysOfHoldingACamera) {
    const cv::Mat upright = (cv::Mat_<uchar>(2, 3) << 1, 2, 3, 4, 5, 6);
    const std::vector<cv::Mat> stored = {
        (cv::Mat_<uchar>(2, 3) << 1, 2, 3, 4, 5, 6),  // row 0 top, column 0 left
        (cv::Mat_<uchar>(2, 3) << 3, 2, 1, 6, 5, 4),  // top, right
        (cv::Mat_<uchar>(2, 3) << 6, 5, 4, 3, 2, 1),  // bottom, right
        (cv::Mat_<uchar>(2, 3) << 4, 5, 6, 1, 2, 3),  // bottom, left
        (cv::Mat_<uchar>(3, 2) << 1, 4, 2, 5, 3, 6),  // left, top
        (cv::Mat_<uchar>(3, 2) << 3, 6, 2, 5, 1, 4),  // right, top
        (cv::Mat_<uchar>(3, 2) << 6, 3, 5, 2, 4, 1),  // right, bottom
        (cv::Mat_<uchar>(3, 2) << 4, 1, 5, 2, 6, 3),  // left, bottom
    };
    for (int orientation = 1; orientation <= 8; ++orientation) {
        const cv::Mat turned =
            turned_upright(stored[static_cast<size_t>(orientation - 1)], orientation);
        ASSERT_EQ(turned.size(), upright.size()) << orientation;
        EXPECT_EQ(cv::norm(turned, upright, cv::NORM_INF), 0) << orientation << turned;
    }
}

}  // namespace
}  // namespace rudolph
