#pragma once

#include <functional>
#include <optional>
#include <vector>

#include "core/predict/predictor.h"

namespace rudolph {

// How one look at a face leads to the next: shared by all that predict.

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

/// How often faces are looked at.
struct LookRule {
    int most = 1;
    bool until_steady = false;  ///< fewer times where the crop stays as it is
    bool signs = false;         ///< in all looks, see Predictor::answer_crops
};
/// As training measures a model.
LookRule measuring_rule(const ModelInfo& info);
/// Until the crop is steady, with signs of certainty: as photographs are looked at.
LookRule photo_rule(const ModelInfo& info);

/// Cuts the crop of face number `face` out.
using CutCrop = std::function<cv::Mat(size_t face, const Affine& crop_from_image)>;

/// Looks at faces, all of them at once, first with these crops, then with crops in which the points
/// found before lie on the mean shape.
std::vector<Gaze> look_at(Predictor& predictor, const std::vector<Affine>& first_crops_from_images,
                          const CutCrop& cut, const LookRule& rule);

Landmarks points_in_image(const Gaze& gaze);
FaceSigns signs_of(const Gaze& gaze, const ModelInfo& info);

/// The first crop of a face of that box: as crop_from_image lays it for models that cut faces out,
/// turned by the head's roll (clockwise degrees); for models that take whole pictures such that the
/// box lies where faces lay in the pictures that they saw.
Affine first_crop_from_image(const ModelInfo& info, const Box& box, double roll_deg);

/// One picture, of which crops at any place and scale are wanted. Keeps what it reduces.
class CropSource {
public:
    /// CV_8UC1.
    explicit CropSource(cv::Mat grey);
    /// Bilinear from a version that is reduced by area averaging to at most about twice the crop's
    /// resolution; borders repeated.
    cv::Mat cut_out(const Affine& crop_from_image, cv::Size crop);
    cv::Size size() const { return versions_.front().size(); }

private:
    std::vector<cv::Mat> versions_;  ///< reduced by 1, 2, 4, …
};

}  // namespace rudolph
