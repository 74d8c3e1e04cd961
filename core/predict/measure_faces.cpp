#include "core/predict/measure_faces.h"

#include "core/base/error.h"
#include "core/base/parallel.h"

namespace rudolph {

std::vector<FaceViews> prepare_faces(const Dataset& dataset, const std::vector<int>& samples,
                                     const MakeViews& make, std::vector<Problem>& problems,
                                     const CancelToken& cancel) {
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
            faces[place] = {&sample, make(sample, read_whole_face_picture(sample.image, sample.box,
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

std::vector<ModelAnswer> measure_faces(Predictor& predictor, const Yardstick& yardstick,
                                       const std::vector<FaceViews>& faces, size_t column,
                                       std::vector<FaceResult>& results, Asking asking) {
    const ModelInfo& info = predictor.info();
    std::vector<const FaceViews*> shown;
    std::vector<AskedFace> asked;
    for (const FaceViews& face : faces)
        if (const std::optional<PresentedFace>& view = face.views.at(column)) {
            shown.push_back(&face);
            asked.push_back({&view->picture.source, first_crop_from_image(info, view->picture)});
        }
    std::vector<ModelAnswer> answers = ask_model(predictor, asked, asking);
    for (size_t i = 0; i < shown.size(); ++i) {
        const Sample& sample = *shown[i]->sample;
        const Affine& picture_from_image = shown[i]->views[column]->picture_from_image;
        // Points are found in the picture as it was presented.
        answers[i].points_in_image =
            transformed(picture_from_image.inverse(), answers[i].points_in_image);
        results.push_back(face_result(sample.id, answers[i].points_in_image,
                                      yardstick.truth_in_image(sample), yardstick.distance(sample),
                                      asked[i].first_crop_from_image * picture_from_image,
                                      info.input.size()));
    }
    return answers;
}

}  // namespace rudolph
