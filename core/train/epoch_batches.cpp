#include "core/train/epoch_batches.h"

#include "core/base/random.h"
#include "core/experiment/model_layers.h"
#include "core/geometry/pose.h"

namespace rudolph {

int batch_count(const ModelSpec& model, int faces, int batch_size) {
    const int whole = faces / batch_size;
    const int rest = faces % batch_size;
    const bool joins = rest == 1 && whole > 0 && has_batch_norm(model);
    return rest == 0 || joins ? whole : whole + 1;
}

std::vector<int> epoch_order(const std::vector<int>& samples, const std::vector<double>& weights,
                             std::uint64_t seed, int epoch) {
    Random random(seed, static_cast<std::uint64_t>(epoch));
    if (weights.empty()) {
        std::vector<int> order = samples;
        shuffle(order, random);
        return order;
    }
    // Low-variance resampling: one number decides all rests, so that the sum is kept.
    std::vector<int> order;
    double due = random.uniform();
    for (size_t i = 0; i < samples.size(); ++i)
        for (due += weights[i]; due >= 1; --due)
            order.push_back(samples[i]);
    while (order.size() < samples.size())
        order.push_back(
            samples[static_cast<size_t>(random.below(static_cast<int>(samples.size())))]);
    order.resize(samples.size());
    shuffle(order, random);
    return order;
}

std::vector<double> balanced_weights(const FaceStore& store, const std::vector<int>& samples) {
    const Dataset& dataset = store.dataset();
    std::vector<const Landmarks*> shapes;
    for (const int sample : samples)
        shapes.push_back(&dataset.samples[static_cast<size_t>(sample)].points_in_image);
    const auto axis = fit_pose_axis(shapes, dataset.scheme);
    if (!axis)
        return {};
    std::vector<double> scores;
    for (const Landmarks* shape : shapes)
        scores.push_back(axis->score(*shape));
    return pose_weights(scores);
}

AugmentationDraw draw_in_epoch(const AugmentationSpec& spec, std::uint64_t seed, int epoch,
                               int sample) {
    // Index 0 is the order of the epoch's faces.
    Random random(seed, static_cast<std::uint64_t>(epoch), static_cast<std::uint64_t>(sample) + 1);
    return draw_augmentation(spec, random);
}

EpochBatches::EpochBatches(const FaceStore& store, const Experiment& experiment, int epoch,
                           std::vector<int> order, int first, int batch_size)
    : store_(&store),
      augmentation_(experiment.augmentation),
      seed_(experiment.seed),
      epoch_(epoch),
      order_(std::move(order)),
      first_(first),
      batch_size_(batch_size),
      count_(batch_count(experiment.model, static_cast<int>(order_.size()) - first, batch_size)) {}

Batch EpochBatches::operator()(int index) const {
    const auto begin = order_.begin() + first_ + static_cast<long>(index) * batch_size_;
    const auto end = index + 1 == count_ ? order_.end() : begin + batch_size_;
    return make_batch(*store_, {begin, end}, [this](int sample) {
        return draw_in_epoch(augmentation_, seed_, epoch_, sample);
    });
}

}  // namespace rudolph
