#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "core/predict/predictor.h"

namespace rudolph {

/// What a model says about one face of a data set.
struct FaceFit {
    int sample = 0;  ///< its index
    /// Of the whole scheme; points that the model does not predict are not labelled.
    Landmarks points_in_image;
    /// Mean distance to the face's labelled points over the scheme's normalising distance: a
    /// fraction as NME is. Empty where there is nothing to compare.
    std::optional<double> disagreement;

    bool operator==(const FaceFit&) const = default;
};

/// For each point of the model the one of `scheme` that it is: by name, or by number where the
/// schemes have the same number of points. Throws Error when they have nothing in common.
std::vector<int> points_in_scheme(const ModelInfo& model, const LandmarkScheme& scheme);

/// Asks a model about faces, one after the other, as ask_model() does, and hands over what it
/// finds. Models that crop about a box take the face's own, or the one about its points, or the
/// picture. `scheme` is that of the answers (the data set's own, or the model's where that has
/// none). Pictures that do not decode become problems. Throws Error, and Cancelled.
void fit_faces(Predictor& predictor, const Dataset& dataset, const LandmarkScheme& scheme,
               const std::vector<int>& samples, const std::function<void(FaceFit)>& found,
               std::vector<Problem>& problems, const CancelToken& cancel = {},
               const ProgressCallback& progress = {});

}  // namespace rudolph
