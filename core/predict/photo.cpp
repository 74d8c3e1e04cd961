#include "core/predict/photo.h"

#include <cmath>

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
