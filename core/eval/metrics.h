#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/eval/collapse.h"
#include "core/geometry/landmark_scheme.h"

namespace rudolph {

/// A prediction for one face beside its truth: the points that the model predicts, in the image.
struct FaceResult {
    std::string sample_id;
    Landmarks predicted_in_image;
    Landmarks truth_in_image;  ///< the same points in the same order
    double squared_error = 0;  ///< mean over coordinates, in normalised labels: the training's MSE
    double error_px = 0;  ///< mean over labelled points of the distance, in pixels of the image
    double nme = 0;       ///< error_px over the normalising distance; NaN when that is unknown

    bool operator==(const FaceResult&) const = default;
};

/// Fills a result. `normalising_distance` in pixels of the image, 0 for unknown.
/// NME: C. Sagonas et al., 300 Faces In-the-Wild Challenge, ICCVW 2013, equation 1.
FaceResult face_result(const std::string& sample_id, const Landmarks& predicted_in_image,
                       const Landmarks& truth_in_image, double normalising_distance,
                       const Affine& crop_from_image, cv::Size crop);

/// What faces are ordered by, best or worst first: the NME, so that large and small faces compare;
/// the error in pixels where that is unknown.
double ranking_error(const FaceResult& result);

/// error_px over √(width · height) of the box around the labelled true points, NaN where that is
/// empty. Fair to turned heads, whose eyes come close to each other in the picture while their box
/// hardly shrinks: X. Zhu et al., Face Alignment Across Large Poses, CVPR 2016, section 5.2.
double box_nme(const FaceResult& result);

/// Averages over faces. NaN where there is no face to average over.
struct EvaluationReport {
    int faces = 0;
    double mse = 0;          ///< mean over faces of squared_error
    double error_px = 0;     ///< mean over faces, pixels of the image
    double nme = 0;          ///< a fraction: 0.04 is 4 %
    double median_nme = 0;   ///< of the faces: what a few far off do not move
    double box_nme = 0;      ///< mean over faces, see box_nme()
    std::string normaliser;  ///< the name of the distance that NME divides by
    double auc_08 = 0;       ///< area under the cumulative error distribution up to 0.08, over 0.08
    double fr_08 = 0;        ///< share of faces with NME above 0.08
    CollapseGauge collapse;
    std::vector<FaceResult> results;
};

/// `predicted_scheme`: of the points in the results; without it there is no collapse gauge.
EvaluationReport evaluation_report(std::vector<FaceResult> results,
                                   const std::string& normaliser_name,
                                   const LandmarkScheme& predicted_scheme = {});

/// Area under the step function "share of faces with NME ≤ x" for x from 0 to `limit`, over
/// `limit`.
double auc(const std::vector<double>& nmes, double limit);
double failure_rate(const std::vector<double>& nmes, double limit);

}  // namespace rudolph
