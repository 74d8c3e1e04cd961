#pragma once

#include <string>
#include <vector>

#include "core/predict/predictor.h"

namespace rudolph {

/// A point is right when it is at most so far off, as a share of the normalising distance
/// (inter-ocular where the scheme has one); a face, when its points are on average.
inline constexpr double kRightWithin = 0.08;
/// Faces and points that are less likely right are shown as doubtful.
inline constexpr double kDoubtful = 0.5;
/// Beyond that a face is far off: nobody would call its points found.
inline constexpr double kFarOff = 0.12;

/// How likely a model is right on one face, from 0 to 1, as calibrated on its validation faces.
struct FaceConfidence {
    double face = 0;             ///< that its NME is at most kRightWithin
    std::vector<double> points;  ///< of each point, that it is off by at most kRightWithin

    bool operator==(const FaceConfidence&) const = default;
};

FaceConfidence confidence_of(const Calibration& calibration, const FaceSigns& signs);

/// A face whose truth is known, to calibrate on.
struct JudgedFace {
    std::string person;  ///< see Sample::person: faces of one are never on both sides of a split
    FaceSigns signs;
    std::vector<double>
        errors;         ///< of each point, shares of the normalising distance; NaN: unknown
    bool hard = false;  ///< made hard, or no face at all
};

/// Whether there is a face with a known error.
bool can_calibrate(const std::vector<JudgedFace>& faces);

/// The weights under which chances fit what was seen: logistic regressions on the logarithms of the
/// signs (by iteratively reweighted least squares), one for points and one for faces, in which
/// plain faces together weigh as much as hard ones. Made-up counts of one right and one wrong keep
/// few faces from claiming certainty. Throws Error unless can_calibrate().
Calibration calibrate(const std::vector<JudgedFace>& faces);

/// Points or faces whose confidence lies in one tenth.
struct ReliabilityBin {
    double claimed = 0;  ///< their mean confidence
    double right = 0;    ///< the share that was right
    long long count = 0;

    bool operator==(const ReliabilityBin&) const = default;
};

/// How many of some faces are called doubtful.
struct DoubtCount {
    long long doubtful = 0;
    long long faces = 0;

    bool operator==(const DoubtCount&) const = default;
};

/// How a calibration does on faces that it was not made from.
struct Reliability {
    std::vector<ReliabilityBin> points;  ///< ten, from 0–0.1 to 0.9–1; a count may be 0
    std::vector<ReliabilityBin> faces;
    /// Mean over points of the difference between what their tenth claims and is: the expected
    /// calibration error (C. Guo et al., On Calibration of Modern Neural Networks, ICML 2017,
    /// equation 5).
    double points_error = 0;
    double faces_error = 0;
    DoubtCount right;    ///< of faces with an NME of at most kRightWithin
    DoubtCount off;      ///< of those between
    DoubtCount far_off;  ///< of those above kFarOff
};

/// Of `calibration` on these faces, plain ones or hard ones.
Reliability reliability(const Calibration& calibration, const std::vector<JudgedFace>& faces,
                        bool hard);
/// The same without a calibration: half of the persons are judged by a calibration made from the
/// other half, and the other way round.
Reliability cross_reliability(const std::vector<JudgedFace>& faces, bool hard);

}  // namespace rudolph
