#include "core/predict/photo.h"

#include <array>
#include <cmath>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/geometry/shape.h"
#include "core/predict/look.h"

namespace rudolph {
namespace {

CropSource source_of(const cv::Mat& picture) {
    if (picture.type() == CV_8UC1)
        return CropSource(picture);
    if (picture.type() != CV_8UC3 || picture.empty())
        throw Error("faces are predicted in grey or colour pictures of 8 bits with pixels");
    cv::Mat grey;
    cv::cvtColor(picture, grey, cv::COLOR_BGR2GRAY);
    return CropSource(std::move(grey));
}

PhotoFace photo_face(const ModelInfo& info, const Gaze& gaze) {
    PhotoFace face;
    face.points_in_image = points_in_image(gaze);
    if (info.calibration)
        face.confidence = confidence_of(*info.calibration, signs_of(gaze, info));
    face.angles = head_angles(face.points_in_image, info.predicted_scheme());
    face.looks = gaze.looks;
    return face;
}

std::vector<PhotoFace> look_at_faces(Predictor& predictor, const cv::Mat& picture,
                                     const std::vector<Affine>& crops_from_image) {
    const ModelInfo& info = predictor.info();
    CropSource source = source_of(picture);
    const CutCrop cut = [&](size_t, const Affine& crop_from_image) {
        return source.cut_out(crop_from_image, info.input.size());
    };
    std::vector<PhotoFace> faces;
    for (const Gaze& gaze : look_at(predictor, crops_from_image, cut, photo_rule(info)))
        faces.push_back(photo_face(info, gaze));
    return faces;
}

/// Of a doubtful face as it is and turned by quarters.
PhotoFace surest_turn(Predictor& predictor, const cv::Mat& picture, PhotoFace face) {
    const DetectedFace as_found = face.found;
    const std::array<double, 3> turns = {90, -90, 180};
    std::vector<Affine> crops_from_image;
    for (const double turn : turns)
        crops_from_image.push_back(
            first_crop_from_image(predictor.info(), as_found.box, as_found.roll_deg + turn));
    std::vector<PhotoFace> turned = look_at_faces(predictor, picture, crops_from_image);
    for (size_t i = 0; i < turned.size(); ++i)
        if (turned[i].confidence->face > face.confidence->face) {
            face = std::move(turned[i]);
            face.found = as_found;
            face.found.roll_deg = std::remainder(as_found.roll_deg + turns.at(i), 360);
        }
    return face;
}

}  // namespace

std::vector<PhotoFace> predict_faces_of(Predictor& predictor, const cv::Mat& picture,
                                        const std::vector<DetectedFace>& faces) {
    if (faces.empty())
        return {};
    std::vector<Affine> crops_from_image;
    for (const DetectedFace& face : faces)
        crops_from_image.push_back(
            first_crop_from_image(predictor.info(), face.box, face.roll_deg));
    std::vector<PhotoFace> found = look_at_faces(predictor, picture, crops_from_image);
    for (size_t i = 0; i < faces.size(); ++i) {
        found[i].found = faces[i];
        if (found[i].doubtful() && can_centre(predictor.info()))
            found[i] = surest_turn(predictor, picture, std::move(found[i]));
    }
    return found;
}

std::optional<PhotoFace> follow_face(Predictor& predictor, const cv::Mat& picture,
                                     const Landmarks& points_before) {
    const ModelInfo& info = predictor.info();
    if (!can_centre(info))
        return std::nullopt;
    const std::optional<Affine> crop_from_image = align(points_before, mean_in_crop(info));
    if (!crop_from_image)
        return std::nullopt;
    return look_at_faces(predictor, picture, {*crop_from_image}).front();
}

}  // namespace rudolph
