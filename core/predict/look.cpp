#include "core/predict/look.h"

#include <algorithm>
#include <cmath>
#include <opencv2/core.hpp>

#include "core/augment/crop.h"
#include "core/base/error.h"
#include "core/geometry/shape.h"

namespace rudolph {
namespace {

/// A face is cut out at most so many times larger or smaller than its box said: what asks for more
/// is no face.
constexpr double kMostZoom = 2.5;

/// A crop is steady when the next one would move points in it by less of the face's size, on
/// average.
constexpr double kSteady = 0.01;
constexpr int kMostLooks = 5;

/// Whether the crop that these points ask for is the one that they were found in.
bool is_steady(const Landmarks& points_in_crop, const Landmarks& mean) {
    const auto next_from_crop = centring(points_in_crop, mean);
    if (!next_from_crop)
        return false;
    const Box box = bounding_box(points_in_crop);
    double sum = 0;
    for (const Point& point : points_in_crop.points)
        sum += cv::norm((*next_from_crop)(point)-point);
    return sum < kSteady * std::sqrt(box.width * box.height) *
                     static_cast<double>(points_in_crop.points.size());
}

/// A crop belongs to the face that was asked for while its middle is at most so far from the first
/// crop's, as a share of the first one's side, and it is at most so many times larger or smaller.
/// Boxes that are a fifth of their size off in each direction lead to 0.3; what lies further is the
/// neighbour or nothing.
constexpr double kFarthestMiddle = 0.4;
constexpr double kMostResized = 2;

bool has_left(const Affine& crop_from_image, const Affine& first_crop_from_image, cv::Size crop) {
    const Affine first_from_crop = first_crop_from_image * crop_from_image.inverse();
    const Point middle((crop.width - 1) / 2.0, (crop.height - 1) / 2.0);
    const double zoom = first_from_crop.scale();
    return cv::norm(first_from_crop(middle) - middle) >
               kFarthestMiddle * std::max(crop.width, crop.height) ||
           zoom > kMostResized || zoom < 1 / kMostResized;
}

/// Lays the first crop again. One look has led the next astray, as those of a network that has
/// learnt little do; how far the last one was from the first is a sign.
void look_back(Gaze& gaze, const AskedFace& face) {
    gaze.before_in_crop = transformed(face.first_crop_from_image * gaze.crop_from_image.inverse(),
                                      gaze.answer.points_in_crop);
    gaze.crop_from_image = face.first_crop_from_image;
}

/// Lays the next crop by the points found, or the first one again, for the last look, where that
/// would leave the face. False when they look like no face.
bool centre(Gaze& gaze, const AskedFace& face, const Landmarks& mean, cv::Size crop) {
    const auto centred_from_crop = centring(gaze.answer.points_in_crop, mean);
    if (!centred_from_crop)
        return false;
    const Affine next = *centred_from_crop * gaze.crop_from_image;
    if (has_left(next, face.first_crop_from_image, crop)) {
        look_back(gaze, face);
        gaze.over = true;
        return true;
    }
    gaze.crop_from_image = next;
    gaze.before_in_crop = transformed(*centred_from_crop, gaze.answer.points_in_crop);
    return true;
}

std::vector<CropAnswer> without_signs(std::vector<Landmarks> found) {
    std::vector<CropAnswer> answers;
    for (Landmarks& points : found)
        answers.push_back({std::move(points), {}, {}});
    return answers;
}

/// Where the faces of IMM lie in its pictures: the mean box about the 58 points of its frontal
/// faces, in shares of the picture. For models that know only where a nose is.
constexpr Box kImmFace{0.359, 0.415, 0.289, 0.421};

/// The box about the faces that a model saw whole pictures of, in pixels of its crop.
Box face_in_crop(const ModelInfo& info) {
    const Landmarks mean = mean_in_crop(info);
    if (mean.size() > 2)
        return bounding_box(mean);
    const cv::Size size = info.input.size();
    return {kImmFace.left * size.width - 0.5, kImmFace.top * size.height - 0.5,
            kImmFace.width * size.width, kImmFace.height * size.height};
}

}  // namespace

Landmarks mean_in_crop(const ModelInfo& info) {
    return points_from_normalised(info.mean_shape.data(),
                                  static_cast<int>(info.mean_shape.size() / 2), info.input.size());
}

bool can_centre(const ModelInfo& info) {
    return info.input.crop == CropKind::FaceBox && info.indices.size() > 2 &&
           info.mean_shape.size() == 2 * info.indices.size();
}

std::optional<Affine> centring(const Landmarks& points_in_crop, const Landmarks& mean_in_crop) {
    const std::optional<Affine> mean_from_points = align(points_in_crop, mean_in_crop);
    if (!mean_from_points)
        return std::nullopt;
    const double zoom = mean_from_points->scale();
    if (!(zoom < kMostZoom && zoom > 1 / kMostZoom))
        return std::nullopt;
    return mean_from_points;
}

int most_looks(const ModelInfo& info) {
    return can_centre(info) ? kMostLooks : info.model.looks;
}

std::vector<Gaze> look_at(Predictor& predictor, const std::vector<AskedFace>& faces,
                          bool with_signs) {
    const ModelInfo& info = predictor.info();
    const Landmarks mean = mean_in_crop(info);
    const int most = most_looks(info);
    std::vector<Gaze> gazes(faces.size());
    for (size_t i = 0; i < gazes.size(); ++i)
        gazes[i].crop_from_image = faces[i].first_crop_from_image;
    // Crops that have not come to rest until then take one look more.
    const int last = can_centre(info) ? most : most - 1;
    for (int look = 0; look <= last; ++look) {
        // What only says where to look next need not be sure of itself.
        const bool glance = look == 0 && most > 1;
        std::vector<cv::Mat> crops;
        std::vector<size_t> open;
        for (size_t i = 0; i < gazes.size(); ++i) {
            if (gazes[i].over)
                continue;
            if (look == most) {
                look_back(gazes[i], faces[i]);
            } else if (look > 0 && !centre(gazes[i], faces[i], mean, info.input.size())) {
                gazes[i].over = true;
                // A glance that led nowhere becomes a look at the same crop.
                if (look > 1)
                    continue;
            }
            crops.push_back(cut_out(*faces[i].source, gazes[i].crop_from_image, info.input.size()));
            open.push_back(i);
        }
        if (crops.empty())
            break;
        std::vector<CropAnswer> answers = glance ? without_signs(predictor.glance_at_crops(crops))
                                          : with_signs
                                              ? predictor.answer_crops(crops)
                                              : without_signs(predictor.predict_crops(crops));
        for (size_t i = 0; i < open.size(); ++i) {
            Gaze& gaze = gazes[open[i]];
            gaze.answer = std::move(answers.at(i));
            ++gaze.looks;
            gaze.over = gaze.over || (look > 0 && is_steady(gaze.answer.points_in_crop, mean));
        }
    }
    return gazes;
}

Landmarks points_in_image(const Gaze& gaze) {
    return transformed(gaze.crop_from_image.inverse(), gaze.answer.points_in_crop);
}

FaceSigns signs_of(const Gaze& gaze, const ModelInfo& info) {
    const Landmarks& points = gaze.answer.points_in_crop;
    const double side = std::max(info.input.width, info.input.height);
    const auto shares = [&](const std::vector<float>& pixels) {
        std::vector<double> result(points.points.size(), 0.0);
        for (size_t i = 0; i < pixels.size(); ++i)
            result.at(i) = pixels[i] / side;
        return result;
    };
    FaceSigns signs;
    signs.spread = shares(gaze.answer.spread_px);
    signs.mirror = shares(gaze.answer.mirror_px);
    signs.change.assign(points.points.size(), 0.0);
    for (size_t i = 0; i < gaze.before_in_crop.points.size(); ++i)
        signs.change.at(i) = cv::norm(points.points[i] - gaze.before_in_crop.points[i]) / side;
    const Landmarks mean = mean_in_crop(info);
    if (const auto points_from_mean = align(mean, points)) {
        const Landmarks laid = transformed(*points_from_mean, mean);
        double sum = 0;
        for (size_t i = 0; i < laid.points.size(); ++i)
            sum += cv::norm(laid.points[i] - points.points.at(i));
        signs.strangeness = sum / static_cast<double>(laid.points.size()) / side;
    }
    return signs;
}

Affine first_crop_from_image(const ModelInfo& info, const Box& box, double roll_deg) {
    if (box.empty() || !std::isfinite(box.left + box.top + box.width + box.height))
        throw Error("the face's box is empty, so no crop can be made from it", {},
                    "give a box with a width and a height");
    // Affine::rotation is counter-clockwise: it undoes a clockwise roll of as many degrees.
    const Affine upright_from_image = Affine::rotation(roll_deg, box.centre());
    if (info.input.crop == CropKind::FaceBox)
        return crop_from_image(info.input, {1, 1}, box) * upright_from_image;
    const Box face = face_in_crop(info);
    const double scale = std::sqrt(face.width * face.height / (box.width * box.height));
    return Affine::translation(face.centre().x, face.centre().y) * Affine::scaling(scale, scale) *
           Affine::translation(-box.centre().x, -box.centre().y) * upright_from_image;
}

Affine first_crop_from_image(const ModelInfo& info, const FacePicture& picture) {
    return crop_from_image(info.input, picture.image_size, picture.box);
}

}  // namespace rudolph
