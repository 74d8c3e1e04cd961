#include "core/augment/effects.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>
#include <vector>

#include "core/augment/covers.h"

namespace rudolph {
namespace {

constexpr int kNormals = 1 << 15;      ///< numbers in the table that noise is made from
constexpr double kCoverNoise = 60;     ///< standard deviation of an occluder's noise, grey levels
constexpr double kFaintestBlur = 0.1;  ///< a sigma in pixels below which blurring does nothing
constexpr int kShadeSteps = 1024;      ///< from light to dark

double longer_side(const cv::Mat& crop) {
    return std::max(crop.cols, crop.rows);
}

/// Brightness and contrast as brightness · (mean + contrast · (pixel − mean)), clamped once, then
/// the exponent: one table.
void apply_light(cv::Mat& grey, const AugmentationDraw& draw) {
    if (draw.brightness == 1 && draw.contrast == 1 && draw.gamma == 1)
        return;
    const double mean = draw.contrast == 1 ? 0 : cv::mean(grey)[0];
    cv::Mat table(1, 256, CV_8UC1);
    auto* light = table.ptr<unsigned char>();
    for (int pixel = 0; pixel < 256; ++pixel) {
        double value = draw.brightness * (mean + draw.contrast * (pixel - mean));
        if (draw.gamma != 1)
            value = 255 * std::pow(std::clamp(value / 255, 0.0, 1.0), draw.gamma);
        light[pixel] = cv::saturate_cast<unsigned char>(value);
    }
    cv::LUT(grey, table, grey);
}

/// What the dark side leaves of the light at each step from light to dark, in 1/32768; smooth at
/// both ends, as the edge of a shadow is.
std::array<int, kShadeSteps + 1> shade_factors(double strength) {
    std::array<int, kShadeSteps + 1> factors{};
    for (int i = 0; i <= kShadeSteps; ++i) {
        const double u = static_cast<double>(i) / kShadeSteps;
        factors[static_cast<size_t>(i)] = cvRound(32768 * (1 - strength * u * u * (3 - 2 * u)));
    }
    return factors;
}

void apply_shade(cv::Mat& grey, const Shade& shade) {
    if (shade.strength <= 0)
        return;
    const std::array<int, kShadeSteps + 1> factors = shade_factors(std::min(shade.strength, 1.0));
    const double angle = shade.direction_deg * std::numbers::pi / 180;
    // Steps of the table along x and along y; the picture's y points down.
    const double steps = kShadeSteps / (std::max(shade.softness, 1e-3) * longer_side(grey));
    const double along_x = steps * std::cos(angle);
    const double along_y = -steps * std::sin(angle);
    const double middle = kShadeSteps / 2.0 - steps * shade.position * longer_side(grey) -
                          along_x * (grey.cols - 1) / 2.0 - along_y * (grey.rows - 1) / 2.0;
    for (int y = 0; y < grey.rows; ++y) {
        auto* row = grey.ptr<unsigned char>(y);
        const auto start = static_cast<float>(middle + along_y * y);
        const auto step = static_cast<float>(along_x);
        for (int x = 0; x < grey.cols; ++x) {
            const float place = std::clamp(start + step * static_cast<float>(x), 0.0F,
                                           static_cast<float>(kShadeSteps));
            const int factor = factors[static_cast<size_t>(place)];
            row[x] = static_cast<unsigned char>((row[x] * factor + 16384) >> 15);
        }
    }
}

/// Normal numbers, the same in every program: drawing them afresh for each pixel would take longer
/// than the rest of a crop.
const std::vector<float>& normals() {
    static const std::vector<float> table = [] {
        std::vector<float> numbers(kNormals);
        Random random(0x6e6f697365);
        for (float& number : numbers)
            number = static_cast<float>(random.normal());
        return numbers;
    }();
    return table;
}

/// Every row begins at a place of its own in the table, so that no pattern shows.
void apply_noise(cv::Mat& grey, double deviation, Random random) {
    if (deviation <= 0)
        return;
    const std::vector<float>& table = normals();
    const auto scale = static_cast<float>(deviation);
    for (int y = 0; y < grey.rows; ++y) {
        auto* row = grey.ptr<unsigned char>(y);
        const int start = random.below(kNormals);
        for (int x = 0; x < grey.cols; ++x) {
            const float number = table[static_cast<size_t>((start + x) & (kNormals - 1))];
            row[x] = cv::saturate_cast<unsigned char>(static_cast<float>(row[x]) + scale * number);
        }
    }
}

/// A part of the picture as large as `size`, somewhere.
cv::Mat patch_of(const cv::Mat& picture, cv::Size size, Random& random) {
    const cv::Size cut(std::min(size.width, picture.cols), std::min(size.height, picture.rows));
    const int left = random.below(picture.cols - cut.width + 1);
    const int top = random.below(picture.rows - cut.height + 1);
    cv::Mat patch = picture(cv::Rect(cv::Point(left, top), cut));
    if (cut == size)
        return patch;
    cv::Mat enlarged;
    cv::resize(patch, enlarged, size, 0, 0, cv::INTER_LINEAR);
    return enlarged;
}

cv::Mat filling_of(const Occluder& occluder, cv::Size size, const cv::Mat& picture,
                   Random& random) {
    if (occluder.fill == OccluderFill::Patch)
        return patch_of(picture, size, random);
    cv::Mat filling(size, CV_8UC1, cv::Scalar(occluder.grey));
    if (occluder.fill == OccluderFill::Noise)
        apply_noise(filling, kCoverNoise, random);
    return filling;
}

/// The frame of draw_cover() as the draw has moved the face.
Affine crop_from_face(const AugmentationDraw& draw, cv::Size crop) {
    const Point centre((crop.width - 1) / 2.0, (crop.height - 1) / 2.0);
    const double side = std::max(crop.width, crop.height) * draw.scale;
    return Affine::translation(draw.shift_x_px, draw.shift_y_px) *
           Affine::rotation(draw.rotation_deg, centre) * Affine::translation(centre.x, centre.y) *
           Affine::scaling(side, side);
}

void apply_thing(cv::Mat& grey, const AugmentationDraw& draw, const cv::Mat& picture,
                 Random random) {
    const Occluder& occluder = *draw.occluder;
    const Cover cover =
        draw_cover(occluder, crop_from_face(draw, grey.size()), grey.size(), random);
    cv::Mat filling = filling_of(occluder, grey.size(), picture, random);
    // A surface has no grain of single pixels.
    cv::GaussianBlur(filling, filling, {5, 5}, 0);
    for (int y = 0; y < grey.rows; ++y) {
        auto* row = grey.ptr<unsigned char>(y);
        const auto* opacity = cover.opacity.ptr<unsigned char>(y);
        const auto* light = cover.light.ptr<unsigned char>(y);
        const auto* fill = filling.ptr<unsigned char>(y);
        for (int x = 0; x < grey.cols; ++x) {
            const int thing = std::min(255, fill[x] * light[x] / 128);
            row[x] = static_cast<unsigned char>(
                (row[x] * (255 - opacity[x]) + thing * opacity[x] + 127) / 255);
        }
    }
}

void apply_occluder(cv::Mat& grey, const Occluder& occluder, const cv::Mat& picture,
                    Random random) {
    const cv::RotatedRect rectangle(
        cv::Point2f(static_cast<float>(occluder.centre.x * grey.cols - 0.5),
                    static_cast<float>(occluder.centre.y * grey.rows - 0.5)),
        cv::Size2f(static_cast<float>(occluder.width * longer_side(grey)),
                   static_cast<float>(occluder.height * longer_side(grey))),
        static_cast<float>(-occluder.angle_deg));
    const cv::Rect area = rectangle.boundingRect() & cv::Rect(cv::Point(), grey.size());
    if (area.empty())
        return;
    std::array<cv::Point2f, 4> corners;
    rectangle.points(corners.data());
    std::array<cv::Point, 4> polygon;
    std::transform(corners.begin(), corners.end(), polygon.begin(), [&](const cv::Point2f& corner) {
        return cv::Point(cvRound(corner.x) - area.x, cvRound(corner.y) - area.y);
    });
    cv::Mat covered = grey(area);
    if (occluder.fill == OccluderFill::Grey) {
        cv::fillConvexPoly(covered, polygon.data(), 4, cv::Scalar(occluder.grey));
        return;
    }
    cv::Mat mask = cv::Mat::zeros(area.size(), CV_8UC1);
    cv::fillConvexPoly(mask, polygon.data(), 4, cv::Scalar(255));
    filling_of(occluder, area.size(), picture, random).copyTo(covered, mask);
}

void apply_blur(cv::Mat& grey, double sigma) {
    if (sigma > kFaintestBlur)
        cv::GaussianBlur(grey, grey, cv::Size(), sigma, sigma, cv::BORDER_REPLICATE);
}

/// As if camera or face had moved evenly along a line while the picture was taken.
void apply_motion(cv::Mat& grey, double length, double direction_deg) {
    const int reach = static_cast<int>(std::ceil(length / 2));
    if (length <= 1)
        return;
    constexpr int kSteps = 8;  // of a pixel
    cv::Mat kernel = cv::Mat::zeros(2 * reach + 1, 2 * reach + 1, CV_32FC1);
    const double angle = direction_deg * std::numbers::pi / 180;
    const int steps = std::max(1, cvRound(length * kSteps));
    for (int i = 0; i <= steps; ++i) {
        const double place = length * (static_cast<double>(i) / steps - 0.5);
        kernel.at<float>(reach - cvRound(place * std::sin(angle)),
                         reach + cvRound(place * std::cos(angle))) += 1;
    }
    kernel /= cv::sum(kernel)[0];
    cv::filter2D(grey, grey, CV_8UC1, kernel, {-1, -1}, 0, cv::BORDER_REPLICATE);
}

void apply_resolution(cv::Mat& grey, double side) {
    const double factor = side / longer_side(grey);
    if (side <= 0 || factor >= 1)
        return;
    cv::Mat reduced;
    cv::resize(grey, reduced,
               {std::max(1, cvRound(grey.cols * factor)), std::max(1, cvRound(grey.rows * factor))},
               0, 0, cv::INTER_AREA);
    cv::resize(reduced, grey, grey.size(), 0, 0, cv::INTER_LINEAR);
}

void apply_jpeg(cv::Mat& grey, int quality) {
    if (quality >= 100)
        return;
    std::vector<unsigned char> bytes;
    cv::imencode(".jpg", grey, bytes, {cv::IMWRITE_JPEG_QUALITY, quality});
    grey = cv::imdecode(bytes, cv::IMREAD_GRAYSCALE);
}

}  // namespace

void apply_effects(cv::Mat& grey, const AugmentationDraw& draw, const cv::Mat& picture) {
    apply_light(grey, draw);
    apply_shade(grey, draw.shade);
    if (draw.occluder && draw.occluder->shape != OccluderShape::Band)
        apply_thing(grey, draw, picture, Random(draw.seed, 0));
    else if (draw.occluder)
        apply_occluder(grey, *draw.occluder, picture, Random(draw.seed, 0));
    apply_blur(grey, draw.blur_px);
    apply_motion(grey, draw.motion_px, draw.motion_deg);
    apply_resolution(grey, draw.resolution_px);
    apply_noise(grey, draw.noise, Random(draw.seed, 1));
    apply_jpeg(grey, draw.jpeg_quality);
}

}  // namespace rudolph
