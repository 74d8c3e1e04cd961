#pragma once

#include <optional>
#include <vector>

#include "core/predict/confidence.h"
#include "core/predict/look.h"

namespace rudolph {

/// What a model says of a face.
struct ModelAnswer {
    Landmarks points_in_image;                 ///< of the model's predicted_scheme()
    std::optional<FaceConfidence> confidence;  ///< empty: the model is not calibrated
    FaceSigns signs;                           ///< empty where nothing is made of them
    double turned_deg = 0;  ///< the first crop was turned by so much, clockwise: 0, ±90 or 180
    int looks = 0;

    bool doubtful() const { return confidence && confidence->face < kDoubtful; }
};

enum class Asking {
    /// Faces that turn out doubtful are looked at again turned by quarters, and the surest answer
    /// counts where it is very sure: detectors may see a head upright that is not.
    Fully,
    /// Only as the first crops are laid, and always with signs: what calibrations are made of.
    Upright
};

/// The one way to ask a model about faces, wherever they come from: a photograph, a frame, a data
/// set, or a face made hard. The same model and the same first crop of the same picture (see
/// whole_crop_source) give the same points. Throws Error.
std::vector<ModelAnswer> ask_model(Predictor& predictor, const std::vector<AskedFace>& faces,
                                   Asking asking = Asking::Fully);

}  // namespace rudolph
