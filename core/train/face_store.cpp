#include "core/train/face_store.h"

#include <algorithm>
#include <atomic>
#include <cmath>

#include "core/augment/crop.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/dataset/problems.h"

namespace rudolph {

FaceStore::FaceStore(const Dataset& dataset, const InputSpec& input, std::vector<int> point_indices,
                     std::uint64_t max_bytes)
    : dataset_(dataset),
      input_(input),
      point_indices_(std::move(point_indices)),
      mirror_(mirror_of(dataset.scheme, point_indices_).value_or(std::vector<int>{})),
      max_bytes_(max_bytes),
      faces_(dataset.samples.size()) {}

std::vector<int> FaceStore::prepare(const std::vector<int>& samples,
                                    std::vector<std::string>& notes, const CancelToken& cancel,
                                    const ProgressCallback& progress) {
    std::vector<std::string> failures(samples.size());
    std::atomic<std::uint64_t> kept_bytes = 0;
    const auto decode = [&](int i) {
        const int index = samples[static_cast<size_t>(i)];
        const Sample& sample = dataset_.samples.at(static_cast<size_t>(index));
        Face& face = faces_[static_cast<size_t>(index)];
        try {
            face.picture =
                read_face_picture(sample.image, input_, sample.box, sample.points_in_image);
            face.truth_in_image = subset(sample.points_in_image, point_indices_);
            const std::uint64_t bytes = face.picture.source.finest().total();
            if (kept_bytes.fetch_add(bytes) + bytes > max_bytes_)
                face.picture.source = {};
        } catch (const Error& error) {
            failures[static_cast<size_t>(i)] = error.what();
        }
    };
    parallel_for(static_cast<int>(samples.size()), decode, cancel, progress);

    std::vector<int> usable;
    std::vector<Problem> left_out;
    for (size_t i = 0; i < samples.size(); ++i) {
        if (failures[i].empty())
            usable.push_back(samples[i]);
        else
            left_out.push_back({{}, 0, "left out: " + failures[i], ""});
    }
    for (Problem& problem : shortened(std::move(left_out)))
        notes.push_back(std::move(problem.message));
    return usable;
}

Crop FaceStore::crop(int sample, const AugmentationDraw& draw) const {
    const Face& face = faces_.at(static_cast<size_t>(sample));
    const auto cut = [&](const CropSource& source) {
        return make_crop(source, input_, face.picture.image_size, face.picture.box,
                         face.truth_in_image, draw, mirror_);
    };
    if (!face.picture.source.empty())
        return cut(face.picture.source);
    const Sample& from = dataset_.samples.at(static_cast<size_t>(sample));
    return cut(read_face_picture(from.image, input_, from.box, from.points_in_image).source);
}

Affine FaceStore::crop_from_image(int sample, const AugmentationDraw& draw) const {
    const Face& face = faces_.at(static_cast<size_t>(sample));
    return rudolph::crop_from_image(input_, face.picture.image_size, face.picture.box, draw);
}

const Landmarks& FaceStore::truth_in_image(int sample) const {
    return faces_.at(static_cast<size_t>(sample)).truth_in_image;
}

Batch make_batch(const FaceStore& store, const std::vector<int>& samples,
                 const DrawForSample& draw) {
    const InputSpec& input = store.input();
    const size_t values =
        static_cast<size_t>(input.channels) * static_cast<size_t>(input.size().area());
    const auto outputs = static_cast<size_t>(store.outputs());
    Batch batch;
    batch.samples = samples;
    batch.inputs.resize(samples.size() * values);
    batch.labels.resize(samples.size() * outputs);
    for (size_t i = 0; i < samples.size(); ++i) {
        const Crop crop = store.crop(samples[i], draw ? draw(samples[i]) : AugmentationDraw{});
        write_input(crop.grey, input, batch.inputs.data() + i * values);
        const std::vector<float> labels = normalised_labels(crop.points_in_crop, input.size());
        for (size_t k = 0; k < outputs; ++k)
            batch.labels[i * outputs + k] = crop.points_in_crop.is_labelled(static_cast<int>(k / 2))
                                                ? labels[k]
                                                : std::nanf("");
    }
    return batch;
}

}  // namespace rudolph
