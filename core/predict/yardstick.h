#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/dataset/dataset.h"
#include "core/geometry/scheme_map.h"
#include "core/predict/predictor.h"

namespace rudolph {

/// What a model is held against: the faces of a data set in the points that the model predicts. If
/// the faces have another scheme than the model, these are the points that both have (see
/// find_scheme_map()). The data set must outlive it.
class Yardstick {
public:
    /// Throws Error when model and data set have no point in common.
    Yardstick(const ModelInfo& info, const Dataset& dataset);

    /// Of the data set's faces.
    const LandmarkScheme& scheme() const { return dataset_scheme_; }
    /// The face's points in the model's order; those that it has not are not labelled.
    Landmarks truth_in_image(const Sample& sample) const;
    /// What errors on this face are divided by, in pixels; 0 when it cannot be computed. By the
    /// model's distance where the faces have its points, else by their own.
    double distance(const Sample& sample) const;
    std::string normaliser_name() const;

    /// The faces have another scheme, and are compared in the points that both have.
    bool is_mapped() const { return map_.has_value(); }
    /// How many of the predicted points there are to measure.
    int points() const;
    /// "35 of 68 points of ibug-68, found in fgnet-68"; empty when there is nothing to say.
    std::string remark() const;

private:
    const LandmarkScheme& dataset_scheme_;
    LandmarkScheme model_scheme_;
    std::vector<int> indices_;
    std::optional<SchemeMap> map_;
    bool has_models_distance_ = true;
    bool is_assumed_ = false;  ///< the model's points have numbers alone
};

/// Whether points of a model of one scheme are those of faces with another as they are: equal
/// points, or one's own scheme under its old name. Models of numbered points fit any scheme of so
/// many: they were trained before the points had a meaning.
bool is_models_scheme(const LandmarkScheme& of_model, const LandmarkScheme& of_faces);

}  // namespace rudolph
