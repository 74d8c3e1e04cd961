#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "core/geometry/scheme_map.h"
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
    std::optional<double> confidence;  ///< of the model in the face; empty: it is not calibrated

    bool operator==(const FaceFit&) const = default;
};

/// How the points of a model's scheme become those of `scheme` (see find_scheme_map() and
/// is_models_scheme()). Throws Error when the model predicts none of them.
SchemeMap map_of_model(const ModelInfo& model, const LandmarkScheme& scheme);

/// How many points of `scheme` such a model places; 0: it fits no face of that scheme.
int points_placed(const ModelInfo& model, const LandmarkScheme& scheme);

/// Asks a model about faces, one after the other, as ask_model() does, and hands over what it
/// finds. Models that crop about a box take the face's own, or the one about its points, or the
/// picture. `scheme` is that of the answers (the data set's own, or the model's where that has
/// none). Pictures that do not decode become problems. Throws Error, and Cancelled.
void fit_faces(Predictor& predictor, const Dataset& dataset, const LandmarkScheme& scheme,
               const std::vector<int>& samples, const std::function<void(FaceFit)>& found,
               std::vector<Problem>& problems, const CancelToken& cancel = {},
               const ProgressCallback& progress = {});

}  // namespace rudolph
