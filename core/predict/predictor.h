#pragma once

#include <opencv2/core/mat.hpp>
#include <optional>
#include <string>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/dataset/dataset.h"
#include "core/eval/metrics.h"
#include "core/experiment/experiment.h"

namespace rudolph {

/// How the signs of certainty of a model become chances: weights of logistic regressions, see
/// core/predict/confidence.h.
struct Calibration {
    std::vector<double> point_weights;  ///< kPointWeights, the bias first
    std::vector<double> face_weights;   ///< kFaceWeights, likewise
    int faces = 0;                      ///< plain faces that it was made from

    bool operator==(const Calibration&) const = default;
};
inline constexpr size_t kFaceWeights = 6;
inline constexpr size_t kPointWeights = 9;

/// What a model file says about itself.
struct ModelInfo {
    LandmarkScheme scheme;     ///< of the data it was trained on, whole
    std::vector<int> indices;  ///< the points it predicts, in that scheme
    InputSpec input;
    ModelSpec model;
    std::string experiment;  ///< name of the experiment that made it
    int epoch = 0;           ///< after which it was saved, 1-based
    /// Where the points lie in crops on average, as normalised_labels has them; empty in files of
    /// older versions.
    std::vector<float> mean_shape;
    std::optional<Calibration> calibration;  ///< empty: the model cannot say how sure it is

    /// The scheme of the predictions.
    LandmarkScheme predicted_scheme() const { return subset(scheme, indices); }
};

/// What a model says to one crop, with signs of how sure it is.
struct CropAnswer {
    Landmarks points_in_crop;
    /// How widely the map of each point is spread: the root of its mean variance along x and y, in
    /// pixels of the crop. Empty for networks without such maps.
    std::vector<float> spread_px;
    /// How far each point is from where the model sees it in the crop's mirror image, in pixels of
    /// the crop. Empty where the points' mirror pairs are not known.
    std::vector<float> mirror_px;
};

/// Signs of how sure a model is of one face. All are shares of the crop's longer side.
struct FaceSigns {
    std::vector<double> spread;  ///< see CropAnswer; 0 where there are none
    std::vector<double> mirror;  ///< likewise
    std::vector<double> change;  ///< by how much each point moved in the last look; 0 after one
    /// How far the points are on average from the mean shape laid over them.
    double strangeness = 0;
};

/// A trained network, ready for photographs. Not thread-safe: one per thread.
class Predictor {
public:
    virtual ~Predictor() = default;

    virtual const ModelInfo& info() const = 0;
    /// Where it runs: "cpu" or "cuda".
    virtual std::string device() const = 0;
    /// Predictions for crops that are already made (CV_8UC1, the input's size), in the crops.
    virtual std::vector<Landmarks> predict_crops(const std::vector<cv::Mat>& grey_crops) = 0;

    /// The same with signs of certainty, which takes twice as long for models that do not average
    /// over mirror images anyway.
    virtual std::vector<CropAnswer> answer_crops(const std::vector<cv::Mat>& grey_crops);

    /// A first impression, for laying the next crop: predict_crops without the mirror images, in
    /// half the time for models that average over them.
    virtual std::vector<Landmarks> glance_at_crops(const std::vector<cv::Mat>& grey_crops) {
        return predict_crops(grey_crops);
    }

    /// The points of one face, in pixels of the picture (CV_8UC3 or CV_8UC1), asked as ask_model()
    /// does; `box` is the face's (empty: the whole picture is the face). Throws Error.
    Landmarks predict(const cv::Mat& picture, const std::optional<Box>& box);
};

}  // namespace rudolph
