#include "core/predict/photo.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <opencv2/core.hpp>

#include "core/geometry/shape.h"
#include "core/predict/ask_model.h"

namespace rudolph {
namespace {

PhotoFace photo_face(const ModelInfo& info, ModelAnswer answer) {
    PhotoFace face;
    face.points_in_image = std::move(answer.points_in_image);
    face.confidence = std::move(answer.confidence);
    face.angles = head_angles(face.points_in_image, info.predicted_scheme());
    face.looks = answer.looks;
    return face;
}

/// A share of the smaller box; the points of neighbours are about one box apart.
constexpr double kSamePlaces = 0.3;

bool is_same_face(const PhotoFace& a, const PhotoFace& b) {
    const std::vector<Point>& points = a.points_in_image.points;
    if (points.empty() || points.size() != b.points_in_image.points.size())
        return false;
    double apart = 0;
    for (size_t i = 0; i < points.size(); ++i)
        apart +=
            cv::norm(points[i] - b.points_in_image.points[i]) / static_cast<double>(points.size());
    const Box& box = a.found.box;
    const Box& other = b.found.box;
    const double size = std::sqrt(std::min(box.width * box.height, other.width * other.height));
    return apart < kSamePlaces * size;
}

bool is_surer(const PhotoFace& a, const PhotoFace& b) {
    if (a.confidence && b.confidence && a.confidence->face != b.confidence->face)
        return a.confidence->face > b.confidence->face;
    return b.found.score < a.found.score ||
           (std::isnan(b.found.score) && !std::isnan(a.found.score));
}

}  // namespace

std::vector<PhotoFace> predict_faces_of(Predictor& predictor, const cv::Mat& picture,
                                        const std::vector<DetectedFace>& faces) {
    if (faces.empty())
        return {};
    const ModelInfo& info = predictor.info();
    const CropSource source = whole_crop_source(picture);
    std::vector<AskedFace> asked;
    for (const DetectedFace& face : faces)
        asked.push_back({&source, first_crop_from_image(info, face.box, face.roll_deg)});
    std::vector<PhotoFace> found;
    for (ModelAnswer& answer : ask_model(predictor, asked)) {
        DetectedFace face = faces[found.size()];
        if (answer.turned_deg != 0)
            face.roll_deg = std::remainder(face.roll_deg + answer.turned_deg, 360);
        found.push_back(photo_face(info, std::move(answer)));
        found.back().found = face;
    }
    return found;
}

std::vector<size_t> faces_of_their_own(const std::vector<PhotoFace>& faces) {
    std::vector<size_t> surest_first(faces.size());
    std::iota(surest_first.begin(), surest_first.end(), size_t{0});
    std::stable_sort(surest_first.begin(), surest_first.end(),
                     [&](size_t a, size_t b) { return is_surer(faces[a], faces[b]); });
    std::vector<size_t> kept;
    for (const size_t face : surest_first)
        if (std::none_of(kept.begin(), kept.end(),
                         [&](size_t other) { return is_same_face(faces[face], faces[other]); }))
            kept.push_back(face);
    std::sort(kept.begin(), kept.end());
    return kept;
}

std::vector<PhotoFace> predict_found_faces(Predictor& predictor, const cv::Mat& picture,
                                           const std::vector<DetectedFace>& faces) {
    std::vector<PhotoFace> all = predict_faces_of(predictor, picture, faces);
    std::vector<PhotoFace> found;
    for (const size_t face : faces_of_their_own(all))
        found.push_back(std::move(all[face]));
    return found;
}

PhotoFace predict_whole_picture(Predictor& predictor, const cv::Mat& picture) {
    const FacePicture whole{whole_crop_source(picture), picture.size(),
                            crop_box({}, {}, picture.size())};
    const Affine crop_from_image = first_crop_from_image(predictor.info(), whole);
    PhotoFace face = photo_face(predictor.info(),
                                ask_model(predictor, {{&whole.source, crop_from_image}}).front());
    face.found.box = whole.box;
    face.confidence.reset();
    return face;
}

std::optional<PhotoFace> follow_face(Predictor& predictor, const cv::Mat& picture,
                                     const Landmarks& points_before) {
    const ModelInfo& info = predictor.info();
    if (!can_centre(info))
        return std::nullopt;
    const std::optional<Affine> crop_from_image = align(points_before, mean_in_crop(info));
    if (!crop_from_image)
        return std::nullopt;
    const CropSource source = whole_crop_source(picture);
    return photo_face(info,
                      ask_model(predictor, {{&source, *crop_from_image}}, Asking::Upright).front());
}

}  // namespace rudolph
