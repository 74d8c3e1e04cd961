#include "core/predict/measure_faces.h"

#include "core/base/error.h"
#include "core/base/parallel.h"

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

void measure_faces(Predictor& predictor, const LandmarkScheme& scheme,
                   const std::vector<FaceViews>& faces, size_t begin, size_t end, size_t column,
                   std::vector<FaceResult>& results) {
    std::vector<const FacePicture*> pictures;
    std::vector<size_t> shown;
    for (size_t i = begin; i < end; ++i)
        if (const std::optional<PresentedFace>& view = faces[i].views.at(column)) {
            pictures.push_back(&view->picture);
            shown.push_back(i);
        }
    if (pictures.empty())
        return;
    const std::vector<Landmarks> predicted_in_pictures = predictor.predict_faces(pictures);
    const ModelInfo& info = predictor.info();
    for (size_t i = 0; i < shown.size(); ++i) {
        const FaceViews& face = faces[shown[i]];
        const PresentedFace& view = *face.views[column];
        const Landmarks& truth_in_image = face.sample->points_in_image;
        const Affine crop_from_picture =
            crop_from_image(info.input, view.picture.image_size, view.picture.box);
        results.push_back(face_result(
            face.sample->id,
            transformed(view.picture_from_image.inverse(), predicted_in_pictures.at(i)),
            subset(truth_in_image, info.indices), scheme.normalising_distance(truth_in_image),
            crop_from_picture * view.picture_from_image, info.input.size()));
    }
}

}  // namespace rudolph
