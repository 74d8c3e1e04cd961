#include "core/predict/predictor.h"

#include <opencv2/core.hpp>

#include "core/base/error.h"
#include "core/predict/look.h"

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

std::vector<Landmarks> Predictor::predict_faces(const std::vector<const FacePicture*>& faces) {
    std::vector<Affine> crops_from_images;
    for (const FacePicture* face : faces)
        crops_from_images.push_back(crop_from_image(info().input, face->image_size, face->box));
    const CutCrop cut = [&](size_t face, const Affine& crop_from_image) {
        return cut_out(faces[face]->source, crop_from_image, info().input.size());
    };
    std::vector<Landmarks> found;
    for (const Gaze& gaze : look_at(*this, crops_from_images, cut, measuring_rule(info())))
        found.push_back(points_in_image(gaze));
    return found;
}

Landmarks Predictor::predict(const cv::Mat& grey_image, const std::optional<Box>& box) {
    FacePicture face;
    face.image_size = grey_image.size();
    face.box = crop_box(box, {}, grey_image.size());
    face.source = make_cropping_source(grey_image, info().input, face.box);
    return predict_faces({&face}).front();
}

}  // namespace rudolph
