#include "core/predict/predictor.h"

#include <opencv2/core.hpp>

#include "core/predict/ask_model.h"

namespace rudolph {
namespace {

/// How far points are from those that the model sees in the mirror image.
std::vector<float> mirror_distances(const Landmarks& points, const Landmarks& in_mirror,
                                    const std::vector<int>& mirror, int width) {
    std::vector<float> distances;
    for (size_t i = 0; i < points.points.size(); ++i) {
        Point other = in_mirror.points.at(static_cast<size_t>(mirror[i]));
        other.x = width - 1 - other.x;
        distances.push_back(static_cast<float>(cv::norm(points.points[i] - other)));
    }
    return distances;
}

}  // namespace

std::vector<CropAnswer> Predictor::answer_crops(const std::vector<cv::Mat>& grey_crops) {
    std::vector<CropAnswer> answers;
    for (Landmarks& points : predict_crops(grey_crops))
        answers.push_back({std::move(points), {}, {}});
    const auto mirror = mirror_of(info().scheme, info().indices);
    if (!mirror)
        return answers;
    std::vector<cv::Mat> mirrored;
    for (const cv::Mat& crop : grey_crops) {
        cv::flip(crop, mirrored.emplace_back(), 1);
    }
    const std::vector<Landmarks> in_mirror = predict_crops(mirrored);
    for (size_t i = 0; i < answers.size(); ++i)
        answers[i].mirror_px = mirror_distances(answers[i].points_in_crop, in_mirror.at(i), *mirror,
                                                info().input.width);
    return answers;
}

Landmarks Predictor::predict(const cv::Mat& picture, const std::optional<Box>& box) {
    const FacePicture face{whole_crop_source(picture), picture.size(),
                           crop_box(box, {}, picture.size())};
    return ask_model(*this, {{&face.source, first_crop_from_image(info(), face)}})
        .front()
        .points_in_image;
}

}  // namespace rudolph
