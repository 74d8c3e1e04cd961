#pragma once

#include "core/eval/metrics.h"
#include "core/model/torch_network.h"
#include "core/train/face_store.h"

namespace rudolph {

/// Where the training faces are on average, in their crops without augmentation.
TargetFrame target_frame(const FaceStore& store, const std::vector<int>& samples);

/// Measures networks on the validation faces of a training. `store` must outlive it.
class Validation {
public:
    /// Throws Error when predictions are to be averaged over mirror images of an unknown scheme.
    Validation(const FaceStore& store, const std::vector<int>& samples,
               const std::vector<int>& target_indices, const Experiment& experiment);

    /// Of always giving the same answer, in normalised labels: in pixels of the images.
    double constant_error_px(const std::vector<float>& labels) const;
    /// In the order of the samples, of one look. `bfloat16`: as training computes. Throws
    /// Cancelled.
    EvaluationReport report(Network& network, const torch::Device& device, bool bfloat16,
                            const Loader::Options& loader, const CancelToken& cancel) const;

private:
    FaceResult measured(int sample, const Landmarks& predicted_in_crop) const;

    const FaceStore& store_;
    const std::vector<int> samples_;
    const InputSpec input_;
    const LandmarkScheme predicted_scheme_;
    std::vector<int> mirror_;  ///< of the points that are predicted; empty: no flip averaging
};

}  // namespace rudolph
