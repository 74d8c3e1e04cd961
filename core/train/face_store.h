#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/augment/crop.h"
#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/dataset/dataset.h"
#include "core/train/loader.h"

namespace rudolph {

/// The pictures of a data set decoded and reduced once, to be cropped in every epoch. After
/// prepare() its functions may be called from any thread. The data set must outlive it.
class FaceStore {
public:
    /// Pictures beyond `max_bytes` are not kept but decoded again for every crop.
    FaceStore(const Dataset& dataset, const InputSpec& input, std::vector<int> point_indices,
              std::uint64_t max_bytes = std::uint64_t{2} << 30);

    /// Decodes the pictures of `samples` on all processors. Returns the samples that can be used,
    /// in the same order; for the others a sentence is added to `notes`. Progress comes from the
    /// decoding threads, one at a time. Throws Cancelled.
    std::vector<int> prepare(const std::vector<int>& samples, std::vector<std::string>& notes,
                             const CancelToken& cancel, const ProgressCallback& progress);

    /// The crop of a prepared sample with the wanted points only. Throws Error when a picture that
    /// was not kept can no longer be decoded, and when the draw flips a face of which the scheme
    /// does not say which points mirror each other.
    Crop crop(int sample, const AugmentationDraw& draw = {}) const;
    /// The transform of the crop, by default without augmentation.
    Affine crop_from_image(int sample, const AugmentationDraw& draw = {}) const;
    /// The wanted points of a sample, in its picture.
    const Landmarks& truth_in_image(int sample) const;

    const Dataset& dataset() const { return dataset_; }
    const InputSpec& input() const { return input_; }
    int outputs() const { return 2 * static_cast<int>(point_indices_.size()); }

private:
    struct Face {
        FacePicture picture;  ///< its source is empty when not kept
        Landmarks truth_in_image;
    };

    const Dataset& dataset_;
    const InputSpec input_;
    const std::vector<int> point_indices_;
    const std::vector<int> mirror_;  ///< see mirror_of; empty when not known
    const std::uint64_t max_bytes_;
    std::vector<Face> faces_;  ///< as many as the data set's samples
};

/// Draws the augmentation of one sample, given its index.
using DrawForSample = std::function<AugmentationDraw(int sample)>;

/// Samples cropped, as the network takes them; labels of points that are not labelled are NaN.
/// Without `draw` nothing is augmented.
Batch make_batch(const FaceStore& store, const std::vector<int>& samples,
                 const DrawForSample& draw = {});

}  // namespace rudolph
