#pragma once

#include <opencv2/imgcodecs.hpp>
#include <string>
#include <vector>

namespace rudolph::test {

/// 40×20: red on the left, blue on the right, so that a turn shows.
inline cv::Mat red_and_blue() {
    cv::Mat picture(20, 40, CV_8UC3, cv::Scalar(255, 0, 0));
    picture.colRange(0, 20).setTo(cv::Scalar(0, 0, 255));
    return picture;
}

inline bool is_red(const cv::Mat& picture, int x, int y) {
    const auto& pixel = picture.at<cv::Vec3b>(y, x);
    return pixel[2] > 180 && pixel[0] < 70;
}

/// The bytes of the picture's file.
inline std::string encoded(const std::string& extension, const cv::Mat& picture) {
    std::vector<unsigned char> bytes;
    cv::imencode(extension, picture, bytes);
    return {bytes.begin(), bytes.end()};
}

}  // namespace rudolph::test
