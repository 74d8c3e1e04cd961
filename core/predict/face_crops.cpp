#include "core/predict/face_crops.h"

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

std::vector<FaceCrops> prepare_crops(const Dataset& dataset, const std::vector<int>& samples,
                                     const InputSpec& input, const MakeCrops& make,
                                     std::vector<Problem>& problems, const CancelToken& cancel) {
    std::vector<FaceCrops> faces(samples.size());
    std::vector<std::optional<Problem>> failed(samples.size());
    const auto prepare = [&](int i) {
        const auto place = static_cast<size_t>(i);
        const Sample& sample = dataset.samples.at(static_cast<size_t>(samples[place]));
        if (!sample.has_truth()) {
            failed[place] = {sample.image, 0, "has no points to measure against", sample.id};
            return;
        }
        try {
            const FacePicture picture =
                read_face_picture(sample.image, input, sample.box, sample.points_in_image);
            faces[place] = {&sample, make(sample, picture)};
        } catch (const Error& error) {
            failed[place] = {sample.image, error.place().line, error.message(), sample.id};
        }
    };
    parallel_for(static_cast<int>(samples.size()), prepare, cancel);
    for (auto& problem : failed)
        if (problem)
            problems.push_back(std::move(*problem));
    std::erase_if(faces, [](const FaceCrops& face) { return face.sample == nullptr; });
    return faces;
}

void measure_crops(Predictor& predictor, const LandmarkScheme& scheme,
                   const std::vector<FaceCrops>& faces, size_t begin, size_t end, size_t column,
                   std::vector<FaceResult>& results) {
    std::vector<cv::Mat> crops;
    std::vector<size_t> cropped;
    for (size_t i = begin; i < end; ++i)
        if (const std::optional<Crop>& crop = faces[i].crops.at(column)) {
            crops.push_back(crop->grey);
            cropped.push_back(i);
        }
    if (crops.empty())
        return;
    const std::vector<Landmarks> predicted_in_crops = predictor.predict_crops(crops);
    const ModelInfo& info = predictor.info();
    for (size_t i = 0; i < cropped.size(); ++i) {
        const FaceCrops& face = faces[cropped[i]];
        const Affine& crop_from_image = face.crops[column]->crop_from_image;
        const Landmarks& truth_in_image = face.sample->points_in_image;
        results.push_back(face_result(
            face.sample->id, transformed(crop_from_image.inverse(), predicted_in_crops.at(i)),
            subset(truth_in_image, info.indices), scheme.normalising_distance(truth_in_image),
            crop_from_image, info.input.size()));
    }
}

}  // namespace rudolph
