#include "core/train/torch_validation.h"

#include <algorithm>
#include <cmath>

#include "core/augment/crop.h"
#include "core/base/error.h"
#include "core/model/torch_autocast.h"
#include "core/predict/torch_predictor.h"

namespace rudolph {
namespace {

constexpr size_t kValidationBatch = 32;

}  // namespace

TargetFrame target_frame(const FaceStore& store, const std::vector<int>& samples) {
    std::vector<double> sums(static_cast<size_t>(store.outputs()));
    std::vector<int> counts(sums.size());
    for (const int sample : samples) {
        const Landmarks in_crop =
            transformed(store.crop_from_image(sample), store.truth_in_image(sample));
        const auto labels = normalised_labels(in_crop, store.input().size());
        for (size_t i = 0; i < sums.size(); ++i) {
            if (!in_crop.is_labelled(static_cast<int>(i / 2)))
                continue;
            sums[i] += labels[i];
            ++counts[i];
        }
    }
    TargetFrame frame;
    Landmarks shape;
    for (size_t i = 0; i < sums.size(); ++i)
        frame.mean_shape.push_back(static_cast<float>(sums[i] / std::max(1, counts[i])));
    for (size_t i = 0; i + 1 < frame.mean_shape.size(); i += 2)
        shape.points.emplace_back(frame.mean_shape[i], frame.mean_shape[i + 1]);
    shape.visibility.resize(shape.points.size(), Visibility::Visible);
    const Box box = bounding_box(shape);
    if (!box.empty())
        frame.face_size = std::sqrt(box.width * box.height);
    return frame;
}

Validation::Validation(const FaceStore& store, const std::vector<int>& samples,
                       const std::vector<int>& target_indices, const Experiment& experiment)
    : store_(store),
      samples_(samples),
      input_(experiment.input),
      predicted_scheme_(subset(store.dataset().scheme, target_indices)) {
    constexpr int kPointsOfAShape = 3;
    if (input_.crop == CropKind::WholeImage && experiment.model.looks > 1 &&
        predicted_scheme_.size() < kPointsOfAShape)
        throw Error("model.looks: a second look needs at least three points", {},
                    "set it to 1, or choose more points");
    if (experiment.model.flip_average == Switch::Off)
        return;
    if (!store.dataset().scheme.has_mirror_pairs)
        throw Error("model.flip_average: the scheme '" + store.dataset().scheme.name +
                        "' does not say which points are mirror images of each other",
                    {}, "switch it off, or give the scheme its mirror pairs");
    mirror_ = predicted_scheme_.mirror_permutation();
}

double Validation::constant_error_px(const std::vector<float>& labels) const {
    const Landmarks everywhere =
        points_from_normalised(labels.data(), static_cast<int>(labels.size() / 2), input_.size());
    std::vector<FaceResult> results;
    for (const int sample : samples_)
        results.push_back(measured(sample, everywhere));
    return evaluation_report(std::move(results), "").error_px;
}

FaceResult Validation::measured(int sample, const Landmarks& predicted_in_crop) const {
    const Dataset& dataset = store_.dataset();
    const Sample& face = dataset.samples[static_cast<size_t>(sample)];
    const Affine crop_from_image = store_.crop_from_image(sample);
    return face_result(face.id, transformed(crop_from_image.inverse(), predicted_in_crop),
                       store_.truth_in_image(sample),
                       dataset.scheme.normalising_distance(face.points_in_image), crop_from_image,
                       input_.size());
}

EvaluationReport Validation::report(Network& network, const torch::Device& device, bool bfloat16,
                                    const Loader::Options& options,
                                    const CancelToken& cancel) const {
    network.eval();
    const Autocast autocast(bfloat16, device);
    const auto make = [&](int index) {
        const size_t begin = static_cast<size_t>(index) * kValidationBatch;
        const size_t end = std::min(samples_.size(), begin + kValidationBatch);
        return make_batch(store_, {samples_.begin() + static_cast<long>(begin),
                                   samples_.begin() + static_cast<long>(end)});
    };
    const auto batches =
        static_cast<int>((samples_.size() + kValidationBatch - 1) / kValidationBatch);
    Loader loader(batches, make, cancel, options);
    std::vector<FaceResult> results;
    while (const auto batch = loader.next()) {
        const auto points = predicted_in_crops(network, batch->inputs, input_, device, mirror_);
        for (size_t i = 0; i < points.size(); ++i)
            results.push_back(measured(batch->samples[i], points[i]));
    }
    return evaluation_report(std::move(results), store_.dataset().scheme.normaliser_name(),
                             predicted_scheme_);
}

}  // namespace rudolph
