#pragma once

#include <cmath>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/geometry/affine.h"

namespace rudolph::test {

/// A black picture with one soft bright dot at a place between pixels.
inline cv::Mat soft_dot(cv::Size size, const Point& dot, double radius) {
    cv::Mat picture(size, CV_8UC1);
    for (int y = 0; y < size.height; ++y)
        for (int x = 0; x < size.width; ++x) {
            const Point away = Point(x, y) - dot;
            picture.at<unsigned char>(y, x) = static_cast<unsigned char>(
                std::lround(250 * std::exp(-away.dot(away) / (2 * radius * radius))));
        }
    return picture;
}

/// Where the light of a grey picture lies on average.
inline Point centroid(const cv::Mat& grey) {
    const cv::Moments moments = cv::moments(grey);
    return {moments.m10 / moments.m00, moments.m01 / moments.m00};
}

inline cv::Mat noise(cv::Size size, std::uint64_t seed = 5) {
    cv::Mat picture(size, CV_8UC1);
    cv::RNG random(seed);
    random.fill(picture, cv::RNG::UNIFORM, 0, 256);
    return picture;
}

/// Of the two pixels that differ most.
inline double difference(const cv::Mat& a, const cv::Mat& b) {
    return cv::norm(a, b, cv::NORM_INF);
}

}  // namespace rudolph::test
