#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/augment/crop.h"
#include "core/experiment/experiment.h"
#include "core/train/face_store.h"

namespace rudolph {

/// A face to look at as training would see it.
struct PreviewFace {
    int index = 0;  ///< in its data set, which draws are keyed by
    Sample sample;

    bool operator==(const PreviewFace&) const = default;
};

/// Whether an augmentation leaves faces what they are, measured on a few of them.
struct AugmentationCheck {
    bool can_flip = false;  ///< the scheme says which points mirror each other
    /// The crop that the flip makes, mirrored back, against the plain one: grey levels, mean over
    /// the pixels; and the furthest point, in pixels of the crop. Borders of a crop are filled in
    /// another way at each side, and the warp rounds to 1/32 of a pixel, so a level is nothing.
    double flip_pixel_error = 0;
    double flip_point_error = 0;
    int sided_points = 0;      ///< that lie to the left or to the right, over all faces
    int changed_sides = 0;     ///< of them, those that a flip puts on the other side
    double outside = 0;        ///< share of the points that lie outside their crop, over all draws
    double outside_plain = 0;  ///< the same without augmentation
    int draws = 0;

    bool flips_back() const { return flip_pixel_error <= 1 && flip_point_error <= 1e-6; }
};

/// A few faces decoded once, to be shown as training would get them: the crops are those of
/// FaceStore, which training uses. After prepare() its functions may be called from any thread.
class AugmentationPreview {
public:
    /// Throws Error when the scheme lacks what `target` wants.
    AugmentationPreview(const LandmarkScheme& scheme, const std::vector<PreviewFace>& faces,
                        const InputSpec& input, TargetPoints target);
    AugmentationPreview(const AugmentationPreview&) = delete;
    AugmentationPreview& operator=(const AugmentationPreview&) = delete;

    /// Decodes the pictures on all processors; see FaceStore::prepare.
    void prepare(const CancelToken& cancel = {}, const ProgressCallback& progress = {});

    int size() const { return static_cast<int>(indices_.size()); }
    /// The place of a face in its data set.
    int index(int face) const { return indices_[static_cast<size_t>(face)]; }
    /// Why training would leave this face out; empty where it would not.
    const std::string& problem(int face) const { return problems_[static_cast<size_t>(face)]; }
    /// The points that are learnt, as a scheme.
    const LandmarkScheme& target_scheme() const { return target_scheme_; }

    /// Of a face without a problem; see FaceStore::crop.
    Crop crop(int face, const AugmentationDraw& draw = {}) const { return store_.crop(face, draw); }

    /// Over `draws` draws in all, those of the epochs from 1 on. Throws Cancelled.
    AugmentationCheck check(const AugmentationSpec& spec, std::uint64_t seed, int draws,
                            const CancelToken& cancel = {}) const;

private:
    void check_flip(int face, AugmentationCheck& check) const;

    Dataset dataset_;  ///< of these faces alone
    std::vector<int> indices_;
    std::vector<int> target_indices_;
    LandmarkScheme target_scheme_;
    std::vector<std::string> problems_;
    FaceStore store_;
};

}  // namespace rudolph
