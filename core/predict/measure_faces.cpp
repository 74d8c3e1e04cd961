#include "core/predict/measure_faces.h"

#include <limits>
#include <opencv2/core.hpp>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/predict/look.h"

namespace rudolph {

void require_same_scheme(const ModelInfo& info, const Dataset& dataset) {
    if (info.scheme.name == dataset.scheme.name && info.scheme.size() == dataset.scheme.size())
        return;
    throw Error("the model predicts points of '" + info.scheme.name +
                    "', but the faces are annotated with '" + dataset.scheme.name + "'",
                {dataset.source}, "choose faces of the model's scheme");
}

std::vector<FaceViews> prepare_faces(const Dataset& dataset, const std::vector<int>& samples,
                                     const InputSpec& input, const MakeViews& make,
                                     std::vector<Problem>& problems, const CancelToken& cancel) {
    std::vector<FaceViews> faces(samples.size());
    std::vector<std::optional<Problem>> failed(samples.size());
    const auto prepare = [&](int i) {
        const auto place = static_cast<size_t>(i);
        const Sample& sample = dataset.samples.at(static_cast<size_t>(samples[place]));
        if (!sample.has_truth()) {
            failed[place] = {sample.image, 0, "has no points to measure against", sample.id};
            return;
        }
        try {
            faces[place] = {&sample, make(sample, read_face_picture(sample.image, input, sample.box,
                                                                    sample.points_in_image))};
        } catch (const Error& error) {
            failed[place] = {sample.image, error.place().line, error.message(), sample.id};
        }
    };
    parallel_for(static_cast<int>(samples.size()), prepare, cancel);
    for (auto& problem : failed)
        if (problem)
            problems.push_back(std::move(*problem));
    std::erase_if(faces, [](const FaceViews& face) { return face.sample == nullptr; });
    return faces;
}

namespace {

/// The faces of some that have a view of that number.
struct ShownFaces {
    ShownFaces(const std::vector<FaceViews>& faces, size_t begin, size_t end, size_t column) {
        for (size_t i = begin; i < end; ++i)
            if (const std::optional<PresentedFace>& view = faces[i].views.at(column)) {
                pictures.push_back(&view->picture);
                views.push_back(&*view);
                samples.push_back(faces[i].sample);
            }
    }

    std::vector<const FacePicture*> pictures;
    std::vector<const PresentedFace*> views;
    std::vector<const Sample*> samples;
};

FaceResult result_of(const Sample& sample, const PresentedFace& view,
                     const Landmarks& predicted_in_picture, const ModelInfo& info,
                     const LandmarkScheme& scheme) {
    const Landmarks& truth_in_image = sample.points_in_image;
    const Affine crop_from_picture =
        crop_from_image(info.input, view.picture.image_size, view.picture.box);
    return face_result(
        sample.id, transformed(view.picture_from_image.inverse(), predicted_in_picture),
        subset(truth_in_image, info.indices), scheme.normalising_distance(truth_in_image),
        crop_from_picture * view.picture_from_image, info.input.size());
}

std::vector<double> point_errors(const FaceResult& result, double normalising_distance) {
    std::vector<double> errors;
    for (int i = 0; i < result.truth_in_image.size(); ++i) {
        const auto place = static_cast<size_t>(i);
        errors.push_back(normalising_distance > 0 && result.truth_in_image.is_labelled(i)
                             ? cv::norm(result.predicted_in_image.points[place] -
                                        result.truth_in_image.points[place]) /
                                   normalising_distance
                             : std::numeric_limits<double>::quiet_NaN());
    }
    return errors;
}

}  // namespace

void measure_faces(Predictor& predictor, const LandmarkScheme& scheme,
                   const std::vector<FaceViews>& faces, size_t begin, size_t end, size_t column,
                   std::vector<FaceResult>& results) {
    const ShownFaces shown(faces, begin, end, column);
    if (shown.pictures.empty())
        return;
    const std::vector<Landmarks> predicted = predictor.predict_faces(shown.pictures);
    for (size_t i = 0; i < shown.views.size(); ++i)
        results.push_back(result_of(*shown.samples[i], *shown.views[i], predicted.at(i),
                                    predictor.info(), scheme));
}

void judge_faces(Predictor& predictor, const LandmarkScheme& scheme,
                 const std::vector<FaceViews>& faces, size_t begin, size_t end, size_t column,
                 std::vector<FaceResult>& results, std::vector<JudgedFace>& judged) {
    const ShownFaces shown(faces, begin, end, column);
    if (shown.pictures.empty())
        return;
    const ModelInfo& info = predictor.info();
    std::vector<Affine> crops_from_pictures;
    for (const FacePicture* picture : shown.pictures)
        crops_from_pictures.push_back(
            crop_from_image(info.input, picture->image_size, picture->box));
    const CutCrop cut = [&](size_t face, const Affine& crop_from_picture) {
        return cut_out(shown.pictures[face]->source, crop_from_picture, info.input.size());
    };
    const std::vector<Gaze> gazes = look_at(predictor, crops_from_pictures, cut, photo_rule(info));
    for (size_t i = 0; i < gazes.size(); ++i) {
        const Sample& sample = *shown.samples[i];
        const FaceResult& result = results.emplace_back(
            result_of(sample, *shown.views[i], points_in_image(gazes[i]), info, scheme));
        judged.push_back({sample.person, signs_of(gazes[i], info),
                          point_errors(result, scheme.normalising_distance(sample.points_in_image)),
                          column > 0});
    }
}

}  // namespace rudolph
