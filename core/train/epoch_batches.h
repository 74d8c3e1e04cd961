#pragma once

#include <cstdint>
#include <vector>

#include "core/experiment/experiment.h"
#include "core/train/face_store.h"
#include "core/train/loader.h"

namespace rudolph {

/// How many batches of this size so many faces make. The last may be smaller; where one face alone
/// would leave batch norm nothing to average over, it joins the batch before.
int batch_count(const ModelSpec& model, int faces, int batch_size);

/// The order in which an epoch shows the faces in `samples`, drawn by seed and epoch. With
/// `weights` (one a face, 1 on average; empty: all alike) a face comes as often as its weight says:
/// the whole part for certain, the rest by chance. As many as there are faces come in all.
std::vector<int> epoch_order(const std::vector<int>& samples, const std::vector<double>& weights,
                             std::uint64_t seed, int epoch);

/// What balance_poses asks for: how often to show each of these faces. Empty where the points say
/// nothing of turning.
std::vector<double> balanced_weights(const FaceStore& store, const std::vector<int>& samples);

/// What training draws in epoch 1, 2, … of a run with this seed for the sample with this index in
/// its data set.
AugmentationDraw draw_in_epoch(const AugmentationSpec& spec, std::uint64_t seed, int epoch,
                               int sample);

/// The batches of one epoch, augmented. Copies share the store, which must outlive them.
class EpochBatches {
public:
    /// From face `first` of `order` on.
    EpochBatches(const FaceStore& store, const Experiment& experiment, int epoch,
                 std::vector<int> order, int first, int batch_size);

    int count() const { return count_; }
    /// Batch `index`, the same whenever and on whichever thread it is made.
    Batch operator()(int index) const;

private:
    const FaceStore* store_;
    AugmentationSpec augmentation_;
    std::uint64_t seed_;
    int epoch_;
    std::vector<int> order_;
    int first_;
    int batch_size_;
    int count_;
};

}  // namespace rudolph
