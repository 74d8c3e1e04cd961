#pragma once

#include <cmath>
#include <filesystem>
#include <fstream>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <string>

namespace rudolph::test {

/// A picture of a drawn face with its 68 points as "NAME.png" and "NAME.pts" (1-based). The points
/// lie on an ellipse, so that a test can tell where each one is.
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
    for (int i = 0; i < 68; ++i) {
        const double angle = 2 * CV_PI * i / 68;
        points << centre.x + axes.width * std::cos(angle) + 1 << ' '
               << centre.y + axes.height * std::sin(angle) + 1 << '\n';
    }
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
    for (int i = 0; i < 58; ++i) {
        const double angle = 2 * CV_PI * i / 58;
        asf << "0 4 " << 0.5 + 0.25 * std::cos(angle) << ' ' << 0.5 + 0.3 * std::sin(angle) << ' '
            << i << ' ' << (i + 57) % 58 << ' ' << (i + 1) % 58 << '\n';
    }
    asf << stem << ".jpg\n";
}

}  // namespace rudolph::test
