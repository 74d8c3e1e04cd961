#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "core/augment/crop_source.h"
#include "core/detect/face_detector.h"
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
    std::optional<Box> box;            ///< where a detector has found it; empty: none was asked
    /// False: a detector was asked and found no face, so that the whole picture was taken for one.
    bool is_found = true;
    int others = 0;  ///< further faces that a detector has found in the picture

    bool operator==(const FaceFit&) const = default;
};

/// How the points of a model's scheme become those of `scheme` (see find_scheme_map() and
/// is_models_scheme()). Throws Error when the model predicts none of them.
SchemeMap map_of_model(const ModelInfo& model, const LandmarkScheme& scheme);

/// How many points of `scheme` such a model places; 0: it fits no face of that scheme.
int points_placed(const ModelInfo& model, const LandmarkScheme& scheme);

/// Asks a model about faces of data sets, as ask_model() does. Models that crop about a box take
/// the face's own, or the one about its points, or, of a picture with neither, that of the surest
/// face that the detector finds, or, where it finds none or there is none, the whole picture.
class FaceFitter {
public:
    /// `scheme` is that of the answers; `detector` may be null. Both, and the predictor, must
    /// outlive this. Throws Error when the model knows none of the scheme's points.
    FaceFitter(Predictor& predictor, const LandmarkScheme& scheme,
               FaceDetector* detector = nullptr);

    /// `picture`, where wanted: what was read for it. Throws Error when the picture does not
    /// decode, and Cancelled.
    FaceFit fit(const Sample& face, int index, const CancelToken& cancel = {},
                FacePicture* picture = nullptr);

private:
    FacePicture read(const Sample& face, FaceFit& fit, double& roll_deg,
                     const CancelToken& cancel) const;

    Predictor& predictor_;
    const LandmarkScheme& scheme_;
    FaceDetector* detector_;
    SchemeMap map_;
};

/// Asks about faces one after the other, and hands over what is found. `scheme` is the data set's
/// own, or the model's where that has none; `detector` as for FaceFitter. Pictures that do not
/// decode become problems. Throws Error, and Cancelled.
void fit_faces(Predictor& predictor, const Dataset& dataset, const LandmarkScheme& scheme,
               const std::vector<int>& samples, const std::function<void(FaceFit)>& found,
               std::vector<Problem>& problems, const CancelToken& cancel = {},
               const ProgressCallback& progress = {}, FaceDetector* detector = nullptr);

}  // namespace rudolph
