#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/augment/crop.h"
#include "core/base/nan.h"
#include "core/eval/collapse.h"
#include "core/geometry/landmark_scheme.h"

namespace rudolph {

enum class DegradationKind {
    None,
    Darken,     ///< amount: factor on the light
    ShadeHalf,  ///< amount: what the dark half keeps of its light
    CoverEyes,  ///< a dark band over both eyes, as wide as the face
    Roll,       ///< amount: degrees, one way or the other
    ShiftBox,   ///< amount: a share of the box's longer side: left, right, up or down
    ScaleBox,   ///< amount: the box is this share larger or smaller
    Blur,       ///< amount: sigma of a gaussian as a share of the box's longer side
    Noise       ///< amount: standard deviation in grey levels of 255
};

/// One way to make a hard face of an ordinary one.
struct Degradation {
    std::string name;   ///< "dark-20", as JSON spells it
    std::string label;  ///< "darkened to 20 %"
    DegradationKind kind = DegradationKind::None;
    double amount = 0;

    bool operator==(const Degradation&) const = default;
};

/// The ways that every model is measured in, in the order of the table; the first leaves the face
/// as it is.
const std::vector<Degradation>& stress_degradations();

/// A face as a model is shown it.
struct PresentedFace {
    FacePicture picture;
    Affine picture_from_image = {};  ///< of the picture that the truth belongs to
};

/// The same for a sample whenever and wherever it is asked: which half is dark, which way the head
/// is rolled and the box moved follows from the sample's id. Pixels are made worse at the
/// resolution of the input, as far as crops reach. `points_in_image` are the true points of the
/// whole scheme: the middle of the face and the eyes are where they say. Empty where the
/// degradation does not apply: boxes when the whole picture is the input, eyes that the scheme does
/// not know or that are not labelled on this face.
std::optional<PresentedFace> hard_face(const Degradation& degradation, const std::string& sample_id,
                                       const LandmarkScheme& scheme, const InputSpec& input,
                                       const FacePicture& picture,
                                       const Landmarks& points_in_image);

/// How a model does on faces that were made hard in one way. NaN where there is no face.
struct StressRow {
    Degradation degradation;
    int faces = 0;
    double nme = 0;         ///< a fraction, mean over faces
    double error_px = 0;    ///< pixels of the image
    double fr_08 = 0;       ///< share of faces with NME above 0.08
    double over_plain = 0;  ///< NME (else error) over that of the same faces left as they are
    CollapseGauge collapse;
    /// Mean over faces of how likely the model says its NME is at most 0.08, to be compared with
    /// 1 − fr_08. NaN where the model was not calibrated.
    double confidence = kNaN;

    bool operator==(const StressRow&) const = default;
};

}  // namespace rudolph
