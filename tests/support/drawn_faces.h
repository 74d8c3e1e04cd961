#pragma once

#include <filesystem>
#include <fstream>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <string>
#include <vector>

#include "core/dataset/reference_shape.h"
#include "core/geometry/shape.h"

namespace rudolph::test {

/// The average face of a built-in scheme in this box.
inline std::vector<Point> average_face(const std::string& scheme, const Box& box) {
    return fitted_to_box(reference_shape(builtin_scheme(scheme)), box).points;
}

/// A picture of a drawn face with its 68 points as "NAME.png" and "NAME.pts" (1-based): the average
/// face, half as wide and two thirds as high as the picture.
inline void write_drawn_face(const std::filesystem::path& folder, const std::string& name,
                             cv::Size size = {160, 120}, int shade = 120) {
    cv::Mat picture(size, CV_8UC3, cv::Scalar(40, 50, 60));
    const cv::Point2d centre(size.width / 2.0, size.height / 2.0);
    const cv::Size2d axes(size.width / 4.0, size.height / 3.0);
    cv::ellipse(picture, cv::Point(centre), cv::Size(axes), 0, 0, 360,
                cv::Scalar(shade, shade + 20, shade + 60), cv::FILLED);
    cv::imwrite((folder / (name + ".png")).string(), picture);

    std::ofstream points(folder / (name + ".pts"));
    points.imbue(std::locale::classic());
    points << "version: 1\nn_points: 68\n{\n";
    const Box box{centre.x - axes.width, centre.y - axes.height, 2 * axes.width, 2 * axes.height};
    for (const Point& point : average_face("ibug-68", box))
        points << point.x + 1 << ' ' << point.y + 1 << '\n';
    points << "}\n";
}

/// The same in IMM's format, 58 points: "PP-Vm.jpg" and "PP-Vm.asf".
inline void write_drawn_imm_face(const std::filesystem::path& folder, int person, int view) {
    const std::string stem =
        (person < 10 ? "0" : "") + std::to_string(person) + "-" + std::to_string(view) + "m";
    const cv::Mat picture(120, 160, CV_8UC3, cv::Scalar(40 + 20 * view, 80, 60 + 3 * person));
    cv::imwrite((folder / (stem + ".jpg")).string(), picture);

    std::ofstream asf(folder / (stem + ".asf"));
    asf.imbue(std::locale::classic());
    asf << "# drawn\n58\n";
    const std::vector<Point> face = average_face("imm-58", Box{0.25, 0.2, 0.5, 0.6});
    for (int i = 0; i < 58; ++i) {
        asf << "0 4 " << face[static_cast<size_t>(i)].x << ' ' << face[static_cast<size_t>(i)].y
            << ' ' << i << ' ' << (i + 57) % 58 << ' ' << (i + 1) % 58 << '\n';
    }
    asf << stem << ".jpg\n";
}

}  // namespace rudolph::test
