#include "core/predict/ask_model.h"

#include <algorithm>
#include <array>

namespace rudolph {
namespace {

constexpr std::array<double, 3> kTurns = {90, -90, 180};
/// Few heads are turned where a box or a detector says that one is upright, so that a turned answer
/// must be sure before it counts: those about heads that really were turned said 0.99 and more.
constexpr double kSureOfTurn = 0.95;

std::vector<ModelAnswer> answers_to(Predictor& predictor, const std::vector<AskedFace>& faces,
                                    bool with_signs) {
    const ModelInfo& info = predictor.info();
    std::vector<ModelAnswer> answers;
    for (const Gaze& gaze : look_at(predictor, faces, with_signs)) {
        ModelAnswer& answer = answers.emplace_back();
        answer.points_in_image = points_in_image(gaze);
        if (with_signs)
            answer.signs = signs_of(gaze, info);
        if (info.calibration)
            answer.confidence = confidence_of(*info.calibration, answer.signs);
        answer.looks = gaze.looks;
    }
    return answers;
}

/// Turned about the crop's middle, so that a head rolled clockwise by so much is upright.
AskedFace turned(const AskedFace& face, double degrees, cv::Size crop) {
    const Point middle((crop.width - 1) / 2.0, (crop.height - 1) / 2.0);
    return {face.source, Affine::rotation(degrees, middle) * face.first_crop_from_image};
}

}  // namespace

std::vector<ModelAnswer> ask_model(Predictor& predictor, const std::vector<AskedFace>& faces,
                                   Asking asking) {
    const ModelInfo& info = predictor.info();
    const bool with_signs = asking == Asking::Upright || info.calibration;
    std::vector<ModelAnswer> answers = answers_to(predictor, faces, with_signs);
    if (asking == Asking::Upright || !can_centre(info))
        return answers;
    std::vector<AskedFace> again;
    std::vector<size_t> face_of;
    for (size_t i = 0; i < faces.size(); ++i)
        if (answers[i].doubtful())
            for (const double turn : kTurns) {
                again.push_back(turned(faces[i], turn, info.input.size()));
                face_of.push_back(i);
            }
    std::vector<ModelAnswer> others = answers_to(predictor, again, with_signs);
    for (size_t k = 0; k < others.size(); ++k)
        if (ModelAnswer& surest = answers[face_of[k]];
            others[k].confidence->face > std::max(kSureOfTurn, surest.confidence->face)) {
            surest = std::move(others[k]);
            surest.turned_deg = kTurns.at(k % kTurns.size());
        }
    return answers;
}

}  // namespace rudolph
