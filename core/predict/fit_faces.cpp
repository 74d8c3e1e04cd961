#include "core/predict/fit_faces.h"

#include <algorithm>
#include <cmath>

#include "core/base/error.h"
#include "core/detect/find_faces.h"
#include "core/image/decode.h"
#include "core/predict/ask_model.h"
#include "core/predict/yardstick.h"

namespace rudolph {
namespace {

std::optional<SchemeMap> map_to(const LandmarkScheme& scheme, const ModelInfo& model) {
    return find_scheme_map(model.scheme,
                           is_models_scheme(model.scheme, scheme) ? model.scheme : scheme);
}

/// The model's points as those of the scheme.
Landmarks in_scheme(const Landmarks& predicted, const ModelInfo& model, const SchemeMap& map) {
    Landmarks whole;
    whole.points.resize(static_cast<size_t>(model.scheme.size()));
    whole.visibility.resize(whole.points.size(), Visibility::NotLabelled);
    for (size_t i = 0; i < model.indices.size(); ++i) {
        const auto place = static_cast<size_t>(model.indices[i]);
        whole.points.at(place) = predicted.points.at(i);
        whole.visibility.at(place) = predicted.visibility.at(i);
    }
    return mapped(whole, map);
}

std::optional<double> disagreement(const Landmarks& fitted, const Landmarks& annotated,
                                   const LandmarkScheme& scheme) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < std::min(fitted.size(), annotated.size()); ++i) {
        if (!fitted.is_labelled(i) || !annotated.is_labelled(i))
            continue;
        const auto k = static_cast<size_t>(i);
        sum += cv::norm(fitted.points[k] - annotated.points[k]);
        ++count;
    }
    if (count == 0 || annotated.size() != scheme.size())
        return std::nullopt;
    double distance = scheme.normalising_distance(annotated);
    if (distance <= 0) {  // eye corners that are not labelled yet
        const Box box = bounding_box(annotated);
        distance = std::sqrt(box.width * box.height);
    }
    if (distance <= 0)
        return std::nullopt;
    return sum / count / distance;
}

}  // namespace

SchemeMap map_of_model(const ModelInfo& model, const LandmarkScheme& scheme) {
    if (points_placed(model, scheme) > 0)
        return *map_to(scheme, model);
    throw Error("the model finds points of '" + model.scheme.name + "', and the faces have '" +
                    scheme.name + "': no point of one is known to be one of the other",
                {}, "choose a model that was trained on faces with this scheme");
}

int points_placed(const ModelInfo& model, const LandmarkScheme& scheme) {
    const std::optional<SchemeMap> map = map_to(scheme, model);
    if (!map)
        return 0;
    const auto is_predicted = [&model](int point) {
        return std::find(model.indices.begin(), model.indices.end(), point) != model.indices.end();
    };
    return static_cast<int>(std::count_if(
        map->sources.begin(), map->sources.end(), [&](const std::vector<int>& points) {
            return !points.empty() && std::all_of(points.begin(), points.end(), is_predicted);
        }));
}

FaceFitter::FaceFitter(Predictor& predictor, const LandmarkScheme& scheme, FaceDetector* detector)
    : predictor_(predictor),
      scheme_(scheme),
      detector_(detector),
      map_(map_of_model(predictor.info(), scheme)) {}

FacePicture FaceFitter::read(const Sample& face, FaceFit& fit, double& roll_deg,
                             const CancelToken& cancel) const {
    const bool wants_box = predictor_.info().input.crop == CropKind::FaceBox;
    if (!wants_box || face.box || !face.points_in_image.empty() || detector_ == nullptr)
        return read_whole_face_picture(face.image, face.box, face.points_in_image);
    return with_memory_for(face.image, [&] {
        const cv::Mat bgr = decode_image(face.image);
        const auto found = find_faces(*detector_, bgr, Effort::Quick, cancel);
        const auto surest = std::max_element(
            found.begin(), found.end(),
            [](const DetectedFace& a, const DetectedFace& b) { return a.score < b.score; });
        fit.is_found = surest != found.end();
        if (fit.is_found) {
            fit.box = surest->box;
            fit.others = static_cast<int>(found.size()) - 1;
            roll_deg = surest->roll_deg;
        }
        return FacePicture{whole_crop_source(bgr), bgr.size(), crop_box(fit.box, {}, bgr.size())};
    });
}

FaceFit FaceFitter::fit(const Sample& face, int index, const CancelToken& cancel,
                        FacePicture* picture) {
    FaceFit fit;
    fit.sample = index;
    double roll_deg = 0;
    FacePicture read_picture = read(face, fit, roll_deg, cancel);
    const ModelInfo& info = predictor_.info();
    const Affine first = fit.box ? first_crop_from_image(info, *fit.box, roll_deg)
                                 : first_crop_from_image(info, read_picture);
    const ModelAnswer answer = ask_model(predictor_, {{&read_picture.source, first}}).front();
    fit.points_in_image = in_scheme(answer.points_in_image, info, map_);
    fit.disagreement = disagreement(fit.points_in_image, face.points_in_image, scheme_);
    if (answer.confidence)
        fit.confidence = answer.confidence->face;
    if (picture != nullptr)
        *picture = std::move(read_picture);
    return fit;
}

void fit_faces(Predictor& predictor, const Dataset& dataset, const LandmarkScheme& scheme,
               const std::vector<int>& samples, const std::function<void(FaceFit)>& found,
               std::vector<Problem>& problems, const CancelToken& cancel,
               const ProgressCallback& progress, FaceDetector* detector) {
    FaceFitter fitter(predictor, scheme, detector);
    std::int64_t done = 0;
    for (const int i : samples) {
        cancel.throw_if_cancelled();
        const Sample& face = dataset.samples.at(static_cast<size_t>(i));
        try {
            found(fitter.fit(face, i, cancel));
        } catch (const Error& error) {
            problems.push_back(problem_from(error, face.image, face.id));
        }
        if (progress)
            progress({++done, static_cast<std::int64_t>(samples.size())});
    }
}

}  // namespace rudolph
