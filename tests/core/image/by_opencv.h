#pragma once

#include <gtest/gtest.h>

#include <opencv2/imgcodecs.hpp>
#include <string>
#include <vector>

namespace rudolph::test {

/// What OpenCV's own reader makes of a picture, not turned.
inline cv::Mat by_opencv(const std::string& bytes, int mode) {
    const int not_turned =
        mode == cv::IMREAD_UNCHANGED ? mode : mode | cv::IMREAD_IGNORE_ORIENTATION;
    return cv::imdecode(std::vector<unsigned char>(bytes.begin(), bytes.end()), not_turned);
}

inline void expect_same_pixels(const cv::Mat& found, const cv::Mat& expected) {
    ASSERT_EQ(found.size(), expected.size());
    ASSERT_EQ(found.type(), expected.type());
    EXPECT_EQ(cv::norm(found, expected, cv::NORM_INF), 0);
}

}  // namespace rudolph::test
