#include "core/train/epoch_batches.h"

#include "core/base/random.h"

namespace rudolph {

int batch_count(const ModelSpec& model, int faces, int batch_size) {
    const int whole = faces / batch_size;
    const int rest = faces % batch_size;
    const bool joins = rest == 1 && whole > 0 && model.family != NetworkFamily::Cnn;
    return rest == 0 || joins ? whole : whole + 1;
}

EpochBatches::EpochBatches(const FaceStore& store, const Experiment& experiment, int epoch,
                           std::vector<int> order, int first, int batch_size)
    : store_(&store),
      augmentation_(experiment.augmentation),
      seed_(experiment.seed),
      epoch_(static_cast<std::uint64_t>(epoch)),
      order_(std::move(order)),
      first_(first),
      batch_size_(batch_size),
      count_(batch_count(experiment.model, static_cast<int>(order_.size()) - first, batch_size)) {}

Batch EpochBatches::operator()(int index) const {
    const auto begin = order_.begin() + first_ + static_cast<long>(index) * batch_size_;
    const auto end = index + 1 == count_ ? order_.end() : begin + batch_size_;
    return make_batch(*store_, {begin, end}, [this](int sample) {
        Random random(seed_, epoch_, static_cast<std::uint64_t>(sample) + 1);
        return draw_augmentation(augmentation_, random);
    });
}

}  // namespace rudolph
