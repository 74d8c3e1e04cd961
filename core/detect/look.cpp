#include "core/detect/look.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/geometry/box_overlap.h"

namespace rudolph {
namespace {

/// Pictures darker than this on average are brightened to it.
constexpr double kMiddleGrey = 110;
constexpr double kLeastGamma = 0.25;
constexpr double kClipLimit = 2.0;
constexpr double kSameFace = 0.4;
constexpr double kInside = 0.75;
constexpr double kCornerGrey = 128;

double wrapped_degrees(double degrees) {
    return std::remainder(degrees, 360.0);
}

double area(const Box& box) {
    return box.width * box.height;
}

cv::RotateFlags quarter_turn(double degrees) {
    return degrees > 135 || degrees < -135 ? cv::ROTATE_180
           : degrees > 0                   ? cv::ROTATE_90_COUNTERCLOCKWISE
                                           : cv::ROTATE_90_CLOCKWISE;
}

}  // namespace

Look plain_look(const cv::Mat& bgr) {
    return {bgr, Affine(), 0};
}

Look resized_look(const cv::Mat& bgr, int longer_side, double most_enlargement) {
    const int longer = std::max(bgr.cols, bgr.rows);
    const double scale = std::min(most_enlargement, static_cast<double>(longer_side) / longer);
    const cv::Size size(std::max(1, static_cast<int>(std::lround(bgr.cols * scale))),
                        std::max(1, static_cast<int>(std::lround(bgr.rows * scale))));
    if (size == bgr.size())
        return plain_look(bgr);
    Look look{{}, Affine::resize(bgr.size(), size), 0};
    cv::resize(bgr, look.bgr, size, 0, 0, scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
    return look;
}

Look turned_look(const cv::Mat& bgr, double degrees) {
    degrees = wrapped_degrees(degrees);
    const double radians = degrees * CV_PI / 180;
    const double c = std::abs(std::cos(radians));
    const double s = std::abs(std::sin(radians));
    // Less a grain, so that quarter turns do not gain a pixel by rounding.
    const cv::Size canvas(static_cast<int>(std::ceil(c * bgr.cols + s * bgr.rows - 1e-6)),
                          static_cast<int>(std::ceil(s * bgr.cols + c * bgr.rows - 1e-6)));
    const Point centre((bgr.cols - 1) / 2.0, (bgr.rows - 1) / 2.0);
    const Point canvas_centre((canvas.width - 1) / 2.0, (canvas.height - 1) / 2.0);
    Look look{{},
              Affine::translation(canvas_centre.x - centre.x, canvas_centre.y - centre.y) *
                  Affine::rotation(degrees, centre),
              degrees};
    if (degrees == 0)
        look.bgr = bgr;
    else if (std::remainder(degrees, 90.0) == 0)
        cv::rotate(bgr, look.bgr, quarter_turn(degrees));
    else
        cv::warpAffine(bgr, look.bgr, look.look_from_image.matrix, canvas, cv::INTER_LINEAR,
                       cv::BORDER_CONSTANT, cv::Scalar::all(kCornerGrey));
    return look;
}

Look bordered_look(const cv::Mat& bgr, double share) {
    const int border =
        std::max(1, static_cast<int>(std::lround(share * std::max(bgr.cols, bgr.rows))));
    Look look{{}, Affine::translation(border, border), 0};
    cv::copyMakeBorder(bgr, look.bgr, border, border, border, border, cv::BORDER_REPLICATE);
    return look;
}

Look brightened_look(const cv::Mat& bgr) {
    cv::Mat lab;
    cv::cvtColor(bgr, lab, cv::COLOR_BGR2Lab);
    cv::Mat lightness;
    cv::extractChannel(lab, lightness, 0);
    const double mean = std::max(1.0, cv::mean(lightness)[0]);
    if (mean < kMiddleGrey) {
        const double gamma =
            std::max(kLeastGamma, std::log(kMiddleGrey / 255) / std::log(mean / 255));
        cv::Mat table(1, 256, CV_8UC1);
        for (int i = 0; i < 256; ++i)
            table.at<unsigned char>(i) =
                cv::saturate_cast<unsigned char>(255 * std::pow(i / 255.0, gamma));
        cv::LUT(lightness, table, lightness);
    }
    cv::createCLAHE(kClipLimit)->apply(lightness, lightness);
    cv::insertChannel(lightness, lab, 0);
    Look look = plain_look({});
    cv::cvtColor(lab, look.bgr, cv::COLOR_Lab2BGR);
    return look;
}

DetectedFace in_image(const Look& look, const DetectedFace& in_look) {
    const Affine image_from_look = look.look_from_image.inverse();
    const double scale = image_from_look.scale();
    const Point centre = image_from_look(in_look.box.centre());
    DetectedFace face = in_look;
    face.box.width *= scale;
    face.box.height *= scale;
    face.box.left = centre.x - face.box.width / 2;
    face.box.top = centre.y - face.box.height / 2;
    face.roll_deg = wrapped_degrees(in_look.roll_deg + look.turned_deg);
    return face;
}

std::vector<DetectedFace> without_duplicates(std::vector<DetectedFace> faces) {
    std::stable_sort(faces.begin(), faces.end(), [](const DetectedFace& a, const DetectedFace& b) {
        return a.score > b.score;
    });
    std::vector<DetectedFace> kept;
    for (const DetectedFace& face : faces) {
        const auto same = [&](const DetectedFace& other) {
            const double common = common_area(face.box, other.box);
            const double smaller = std::min(area(face.box), area(other.box));
            return intersection_over_union(face.box, other.box) > kSameFace ||
                   common > kInside * smaller;
        };
        if (std::none_of(kept.begin(), kept.end(), same))
            kept.push_back(face);
    }
    return kept;
}

}  // namespace rudolph
