#pragma once

#include <cmath>
#include <filesystem>
#include <fstream>
#include <functional>
#include <opencv2/core/mat.hpp>
#include <string>
#include <vector>

#include "core/base/text.h"
#include "core/dataset/reference_shape.h"
#include "core/geometry/shape.h"
#include "core/image/decode.h"

namespace rudolph::test {

/// Faces for files in layouts of all kinds: grey pictures of 120×100 in which the average face of a
/// scheme lies each time elsewhere.
class MadeFaces {
public:
    explicit MadeFaces(int faces, const std::string& scheme = "ibug-68") {
        const Landmarks shape = reference_shape(builtin_scheme(scheme));
        for (int i = 0; i < faces; ++i)
            points_.push_back(
                fitted_to_box(shape, Box{20.0 + 3 * i, 15.0 + 2 * i, 60.0 + i, 62.0}).points);
    }
    /// `count` points on a ring with two in its middle: no known scheme, but symmetric.
    static MadeFaces of_ring(int faces, int count) {
        MadeFaces made(0);
        for (int i = 0; i < faces; ++i) {
            std::vector<Point> points;
            for (int k = 0; k < count; ++k) {
                const double angle = 2 * CV_PI * (k + 0.5) / count;
                points.emplace_back(58 + i + (24 + k % 2) * std::sin(angle),
                                    48 - i - 30 * std::cos(angle));
            }
            made.points_.push_back(points);
        }
        return made;
    }

    int size() const { return static_cast<int>(points_.size()); }
    const std::vector<Point>& points(int face) const { return points_[static_cast<size_t>(face)]; }
    static cv::Size picture_size() { return {120, 100}; }

    /// Writes a picture where `name` says for each face.
    void write_pictures(const std::function<std::filesystem::path(int face)>& name) const {
        for (int i = 0; i < size(); ++i)
            write_image(name(i), cv::Mat(picture_size(), CV_8UC1, cv::Scalar(60 + 10 * i)));
    }

    /// The points of one face as text: `point` says how each is written.
    std::string text(int face, const std::function<std::string(int k, Point point)>& point,
                     const std::string& between = "\n") const {
        std::string all;
        int k = 0;
        for (const Point& p : points(face))
            all += (k == 0 ? "" : between) + point(k, p), ++k;
        return all;
    }

private:
    std::vector<std::vector<Point>> points_;
};

/// Three digits, and the separator that is wanted.
inline std::string decimal(double value, char point = '.') {
    std::string text = number_text(std::round(value * 1000) / 1000);
    for (char& c : text)
        c = c == '.' ? point : c;
    return text;
}

inline void write_text(const std::filesystem::path& file, const std::string& text) {
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

}  // namespace rudolph::test
