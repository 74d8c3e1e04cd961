#include "core/augment/crop.h"

#include <algorithm>
#include <array>
#include <opencv2/imgproc.hpp>

#include "core/augment/effects.h"
#include "core/base/error.h"

namespace rudolph {
namespace {

/// Pixels less the mean about them, over the deviation about them.
cv::Mat locally_normalised(const cv::Mat& grey) {
    constexpr int kWindowsAcross = 8;
    const int side = std::max(grey.cols, grey.rows) / kWindowsAcross | 1;
    cv::Mat pixels;
    grey.convertTo(pixels, CV_32F);
    cv::Scalar mean;
    cv::Scalar deviation;
    cv::meanStdDev(grey, mean, deviation);
    pixels -= mean[0];
    cv::Mat means;
    cv::Mat squares;
    cv::boxFilter(pixels, means, CV_32F, {side, side});
    cv::sqrBoxFilter(pixels, squares, CV_32F, {side, side});
    squares -= means.mul(means);
    const double floor = kLocalFloor * deviation[0] * deviation[0];
    cv::Mat deviations;
    cv::sqrt(cv::max(squares, 0) + std::max(floor, kLeastDeviation * kLeastDeviation), deviations);
    return (pixels - means) / deviations;
}

}  // namespace

Crop make_crop(const CropSource& source, const InputSpec& input, cv::Size image_size,
               const Box& box, const Landmarks& points_in_image, const AugmentationDraw& draw,
               const std::vector<int>& mirror) {
    Crop crop;
    crop.crop_from_image = crop_from_image(input, image_size, box, draw);
    crop.points_in_crop = transformed(crop.crop_from_image, points_in_image);
    if (draw.flip && !points_in_image.empty()) {
        if (mirror.size() != points_in_image.points.size())
            throw Error("a face cannot be flipped without knowing which points mirror each other");
        crop.points_in_crop = subset(crop.points_in_crop, mirror);
    }
    crop.grey = cut_out(source, crop.crop_from_image, input.size());
    try {
        apply_effects(crop.grey, draw, source.finest());
    } catch (const cv::Exception& error) {
        throw Error("the crop cannot be made: " + error.err);
    }
    return crop;
}

void write_input(const cv::Mat& grey_crop, const InputSpec& input, float* destination) {
    if (grey_crop.type() != CV_8UC1 || grey_crop.size() != input.size())
        throw Error("a crop of the wrong size or type was given to the network");
    const auto area = static_cast<std::ptrdiff_t>(input.size().area());
    if (input.normalisation == Normalisation::Local) {
        const cv::Mat values = locally_normalised(grey_crop);
        for (int channel = 0; channel < input.channels; ++channel)
            std::copy_n(values.ptr<float>(), area, destination + channel * area);
        return;
    }
    double mean = input.mean;
    double deviation = input.deviation;
    if (input.normalisation == Normalisation::Crop) {
        cv::Scalar crop_mean;
        cv::Scalar crop_deviation;
        cv::meanStdDev(grey_crop, crop_mean, crop_deviation);
        mean = crop_mean[0] / 255;
        deviation = std::max(crop_deviation[0], kLeastDeviation) / 255;
    }
    std::array<float, 256> value_of;
    for (int pixel = 0; pixel < 256; ++pixel)
        value_of[static_cast<size_t>(pixel)] =
            static_cast<float>((pixel / 255.0 - mean) / deviation);
    float* end = destination;
    for (int row = 0; row < grey_crop.rows; ++row) {
        const auto* pixels = grey_crop.ptr<unsigned char>(row);
        end = std::transform(pixels, pixels + grey_crop.cols, end,
                             [&](unsigned char pixel) { return value_of[pixel]; });
    }
    const float* first_channel_end = end;
    for (int channel = 1; channel < input.channels; ++channel)
        end = std::copy(static_cast<const float*>(destination), first_channel_end, end);
}

std::vector<float> normalised_labels(const Landmarks& points_in_crop, cv::Size crop) {
    std::vector<float> labels;
    labels.reserve(points_in_crop.points.size() * 2);
    for (const Point& point : points_in_crop.points) {
        labels.push_back(static_cast<float>((point.x + 0.5) / crop.width));
        labels.push_back(static_cast<float>((point.y + 0.5) / crop.height));
    }
    return labels;
}

Landmarks points_from_normalised(const float* labels, int points, cv::Size crop) {
    std::vector<Point> found;
    found.reserve(static_cast<size_t>(std::max(0, points)));
    for (int i = 0; i < points; ++i, labels += 2)
        found.emplace_back(labels[0] * static_cast<double>(crop.width) - 0.5,
                           labels[1] * static_cast<double>(crop.height) - 0.5);
    return Landmarks(std::move(found));
}

}  // namespace rudolph
