#pragma once

#include <optional>
#include <vector>

#include "core/augment/crop_source.h"
#include "core/predict/predictor.h"

namespace rudolph {

// How one look at a face leads to the next. Only ask_model() and who studies looks need this.

/// The mean shape of a model in its crops; empty where the model file does not hold it.
Landmarks mean_in_crop(const ModelInfo& info);

/// Whether a crop can be laid by points: the model cuts faces out, has several points, and knows
/// where they lie on average.
bool can_centre(const ModelInfo& info);

/// What lays the points of a crop where they are on average; empty when they look like no face:
/// that would take a crop more than two and a half times larger or smaller.
std::optional<Affine> centring(const Landmarks& points_in_crop, const Landmarks& mean_in_crop);

/// One face while it is looked at.
struct Gaze {
    Affine crop_from_image;  ///< of the last look
    CropAnswer answer;
    Landmarks before_in_crop;  ///< what the look before said, in this one's crop; empty after one
    int looks = 0;
    bool over = false;
};

/// A face that a model is asked about.
struct AskedFace {
    const CropSource* source = nullptr;  ///< of its picture; must outlive the asking
    Affine first_crop_from_image;        ///< see first_crop_from_image()
};

/// The most looks at a face.
int most_looks(const ModelInfo& info);

/// Looks at faces, all of them at once: first as they are laid, then with crops in which the points
/// found before lie on the mean shape, until these crops stay where they are, five times at most;
/// where they do not, or where they would leave the face that was asked for (by 0.4 of the first
/// crop's side, or a factor of 2), the first crop is looked at once more, and that counts.
/// Models whose crops cannot be laid so, and those of whole pictures, look as often as they say.
/// The first of several looks is a glance, as it only says where to look next. `with_signs`: see
/// Predictor::answer_crops; the points are the same without.
std::vector<Gaze> look_at(Predictor& predictor, const std::vector<AskedFace>& faces,
                          bool with_signs);

Landmarks points_in_image(const Gaze& gaze);
FaceSigns signs_of(const Gaze& gaze, const ModelInfo& info);

/// The first crop of a face that was found in a photograph, with that box: as crop_from_image lays
/// it for models that cut faces out, turned by the head's roll (clockwise degrees); for models that
/// take whole pictures such that the box lies where faces lay in the pictures that they saw.
Affine first_crop_from_image(const ModelInfo& info, const Box& box, double roll_deg);
/// The first crop of a face of a data set, as training laid it: for models that take whole pictures
/// the whole picture, for others about its box.
Affine first_crop_from_image(const ModelInfo& info, const FacePicture& picture);

}  // namespace rudolph
