#include <algorithm>

#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/predict/predictor.h"

namespace rudolph {
namespace {

constexpr int kBatch = 32;
/// Faces decoded before the network sees them: keeps the processors busy and the memory small.
constexpr int kChunk = 4 * kBatch;

struct PreparedFace {
    const Sample* sample = nullptr;
    Crop crop;
};

/// The crops of some samples, in their order; without those whose picture does not decode.
std::vector<PreparedFace> prepared(const Dataset& dataset, const std::vector<int>& samples,
                                   const InputSpec& input, std::vector<Problem>& problems,
                                   const CancelToken& cancel) {
    std::vector<PreparedFace> faces(samples.size());
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
            faces[place] = {&sample, make_crop(picture.source, input, picture.image_size,
                                               picture.box, sample.points_in_image)};
        } catch (const Error& error) {
            failed[place] = {sample.image, error.place().line, error.message(), sample.id};
        }
    };
    parallel_for(static_cast<int>(samples.size()), prepare, cancel);
    for (auto& problem : failed)
        if (problem)
            problems.push_back(std::move(*problem));
    std::erase_if(faces, [](const PreparedFace& face) { return face.sample == nullptr; });
    return faces;
}

void require_same_scheme(const ModelInfo& info, const Dataset& dataset) {
    if (info.scheme.name == dataset.scheme.name && info.scheme.size() == dataset.scheme.size())
        return;
    throw Error("the model predicts points of '" + info.scheme.name +
                    "', but the faces are annotated with '" + dataset.scheme.name + "'",
                {dataset.source}, "choose faces of the model's scheme");
}

/// Predicts for faces[begin … end) and appends their results.
void measure(Predictor& predictor, const LandmarkScheme& scheme,
             const std::vector<PreparedFace>& faces, size_t begin, size_t end,
             std::vector<FaceResult>& results) {
    std::vector<cv::Mat> crops;
    for (size_t i = begin; i < end; ++i)
        crops.push_back(faces[i].crop.grey);
    const std::vector<Landmarks> predicted_in_crops = predictor.predict_crops(crops);
    const ModelInfo& info = predictor.info();
    for (size_t i = begin; i < end; ++i) {
        const Sample& sample = *faces[i].sample;
        const Affine& crop_from_image = faces[i].crop.crop_from_image;
        const Landmarks predicted_in_image =
            transformed(crop_from_image.inverse(), predicted_in_crops.at(i - begin));
        results.push_back(face_result(sample.id, predicted_in_image,
                                      subset(sample.points_in_image, info.indices),
                                      scheme.normalising_distance(sample.points_in_image),
                                      crop_from_image, info.input.size()));
    }
}

}  // namespace

EvaluationReport evaluate(Predictor& predictor, const Dataset& dataset,
                          const std::vector<int>& samples, std::vector<Problem>& problems,
                          const CancelToken& cancel, const ProgressCallback& progress) {
    const ModelInfo& info = predictor.info();
    require_same_scheme(info, dataset);
    std::vector<FaceResult> results;
    const auto total = static_cast<std::int64_t>(samples.size());
    for (size_t start = 0; start < samples.size(); start += kChunk) {
        const size_t stop = std::min(samples.size(), start + kChunk);
        const std::vector<int> chunk(samples.begin() + static_cast<long>(start),
                                     samples.begin() + static_cast<long>(stop));
        const auto faces = prepared(dataset, chunk, info.input, problems, cancel);
        for (size_t begin = 0; begin < faces.size(); begin += kBatch) {
            cancel.throw_if_cancelled();
            const size_t end = std::min(faces.size(), begin + kBatch);
            measure(predictor, dataset.scheme, faces, begin, end, results);
            if (progress && end < faces.size())
                progress({static_cast<std::int64_t>(start + end), total});
        }
        // Counts those that could not be prepared too.
        if (progress)
            progress({static_cast<std::int64_t>(stop), total});
    }
    return evaluation_report(std::move(results), dataset.scheme.normaliser_name());
}

}  // namespace rudolph
