#include "core/eval/stress.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/augment/crop.h"
#include "core/base/random.h"
#include "core/base/text.h"

namespace rudolph {
namespace {

constexpr double kShadeEdge = 0.05;  ///< from light to dark, a share of the crop
constexpr int kWorsenedSide = 2;     ///< side of what is made worse, in crops
constexpr int kBandGrey = 20;
constexpr double kBandHeight = 0.5;  ///< of the distance between the eyes' centres
constexpr double kBandWidth = 2;     ///< likewise, at least: faces are wider than their eyes

bool is_eye(const std::string& name) {
    const std::string lowered = lower(name);
    return lowered.find("eye") != std::string::npos && lowered.find("brow") == std::string::npos;
}

/// Whether a normalising distance is one between the eyes.
bool says_eyes(const std::string& name) {
    return name.find("ocular") != std::string::npos || name.find("pupil") != std::string::npos ||
           name.find("eye") != std::string::npos;
}

/// The points of one eye and of the other; empty when the scheme does not say.
std::optional<std::pair<std::vector<int>, std::vector<int>>> eyes_of(const LandmarkScheme& scheme) {
    std::vector<const Polyline*> lines;
    for (const Polyline& line : scheme.lines)
        if (is_eye(line.name) && !line.points.empty())
            lines.push_back(&line);
    if (lines.size() == 2)
        return std::pair(lines[0]->points, lines[1]->points);
    // A pair of single points with such names, as in schemes of five points.
    for (const auto& [a, b] : scheme.mirror_pairs)
        if (is_eye(scheme.point_names.at(static_cast<size_t>(a))) &&
            is_eye(scheme.point_names.at(static_cast<size_t>(b))))
            return std::pair(std::vector{a}, std::vector{b});
    if (scheme.normaliser && says_eyes(lower(scheme.normaliser->name)))
        return std::pair(scheme.normaliser->from, scheme.normaliser->to);
    return std::nullopt;
}

/// Empty when one of them is not labelled.
std::optional<Point> mean_point(const Landmarks& landmarks, const std::vector<int>& indices) {
    Point sum;
    for (const int i : indices) {
        if (i >= landmarks.size() || !landmarks.is_labelled(i))
            return std::nullopt;
        sum += landmarks.points[static_cast<size_t>(i)];
    }
    return sum / static_cast<double>(indices.size());
}

/// A dark band along the line of the eyes, from one side of the face to the other.
std::optional<Occluder> band_over_eyes(const LandmarkScheme& scheme,
                                       const Landmarks& points_in_crop, cv::Size crop) {
    const auto eyes = eyes_of(scheme);
    if (!eyes)
        return std::nullopt;
    const std::optional<Point> one = mean_point(points_in_crop, eyes->first);
    const std::optional<Point> other = mean_point(points_in_crop, eyes->second);
    if (!one || !other || *one == *other)
        return std::nullopt;
    const double apart = cv::norm(*other - *one);
    // Always towards the right, so that the angle is that of the head.
    const Point along = (other->x < one->x ? *one - *other : *other - *one) / apart;
    const Point middle = (*one + *other) / 2;
    double from = -kBandWidth * apart / 2;
    double to = -from;
    for (int i = 0; i < points_in_crop.size(); ++i)
        if (points_in_crop.is_labelled(i)) {
            const double place =
                (points_in_crop.points[static_cast<size_t>(i)] - middle).dot(along);
            from = std::min(from, place);
            to = std::max(to, place);
        }
    const Point centre = middle + along * ((from + to) / 2);
    const double side = std::max(crop.width, crop.height);
    Occluder band;
    band.centre = Point((centre.x + 0.5) / crop.width, (centre.y + 0.5) / crop.height);
    band.width = (to - from) / side;
    band.height = kBandHeight * apart / side;
    band.angle_deg = -std::atan2(along.y, along.x) * 180 / std::numbers::pi;
    band.grey = kBandGrey;
    return band;
}

/// One side of the face's middle in the dark; `softness` is a share of the crop.
Shade half_shade(double kept, bool right, double softness, const Landmarks& points_in_crop,
                 cv::Size crop) {
    const double middle = bounding_box(points_in_crop).centre().x - (crop.width - 1) / 2.0;
    const double position = middle / std::max(crop.width, crop.height);
    return {1 - kept, right ? 0.0 : 180.0, right ? position : -position, softness};
}

Box shifted(const Box& box, double share, int direction) {
    const double step = share * std::max(box.width, box.height);
    Box result = box;
    (direction < 2 ? result.left : result.top) += direction % 2 == 0 ? step : -step;
    return result;
}

Box scaled(const Box& box, double factor) {
    const Point centre = box.centre();
    return {centre.x - box.width * factor / 2, centre.y - box.height * factor / 2,
            box.width * factor, box.height * factor};
}

bool changes_box(DegradationKind kind) {
    return kind == DegradationKind::ShiftBox || kind == DegradationKind::ScaleBox;
}

/// The crop that holds all that crops of moved boxes and turned heads reach.
InputSpec wide_input(InputSpec input) {
    if (input.crop == CropKind::WholeImage)
        return input;
    input.width *= kWorsenedSide;
    input.height *= kWorsenedSide;
    input.box_scale *= kWorsenedSide;
    return input;
}

/// A face in its wide crop.
struct WideFace {
    cv::Size size;
    double crop_share = 1;  ///< of the input's side
    double box_px = 0;      ///< longer side of the face's box
    Landmarks points;
};

/// What happens to the pixels of the wide crop; empty where that cannot be.
std::optional<AugmentationDraw> pixel_draw(const Degradation& degradation, double sign,
                                           std::uint64_t seed, const LandmarkScheme& scheme,
                                           const WideFace& face) {
    AugmentationDraw draw;
    switch (degradation.kind) {
        case DegradationKind::Darken:
            draw.brightness = degradation.amount;
            break;
        case DegradationKind::ShadeHalf:
            draw.shade = half_shade(degradation.amount, sign > 0, kShadeEdge * face.crop_share,
                                    face.points, face.size);
            break;
        case DegradationKind::CoverEyes:
            draw.occluder = band_over_eyes(scheme, face.points, face.size);
            if (!draw.occluder)
                return std::nullopt;
            break;
        case DegradationKind::Blur:
            draw.blur_px = degradation.amount * face.box_px;
            break;
        case DegradationKind::Noise:
            draw.noise = degradation.amount;
            draw.seed = seed;
            break;
        default:
            break;
    }
    return draw;
}

}  // namespace

const std::vector<Degradation>& stress_degradations() {
    using Kind = DegradationKind;
    static const std::vector<Degradation> all = {
        {"plain", "plain", Kind::None, 0},
        {"dark-20", "darkened to 20 %", Kind::Darken, 0.2},
        {"dark-10", "darkened to 10 %", Kind::Darken, 0.1},
        {"half-shaded", "one half at 25 %", Kind::ShadeHalf, 0.25},
        {"eyes-covered", "eyes covered", Kind::CoverEyes, 0},
        {"rolled-15", "rolled by 15°", Kind::Roll, 15},
        {"rolled-30", "rolled by 30°", Kind::Roll, 30},
        {"rolled-45", "rolled by 45°", Kind::Roll, 45},
        {"box-shifted-10", "box shifted by 10 %", Kind::ShiftBox, 0.1},
        {"box-shifted-20", "box shifted by 20 %", Kind::ShiftBox, 0.2},
        {"box-scaled-10", "box scaled by ±10 %", Kind::ScaleBox, 0.1},
        {"box-scaled-20", "box scaled by ±20 %", Kind::ScaleBox, 0.2},
        {"blurred", "blurred by 2 %", Kind::Blur, 0.02},
        {"noisy", "noise of 20 levels", Kind::Noise, 20}};
    return all;
}

std::optional<PresentedFace> hard_face(const Degradation& degradation, const std::string& sample_id,
                                       const LandmarkScheme& scheme, const InputSpec& input,
                                       const FacePicture& picture,
                                       const Landmarks& points_in_image) {
    if (changes_box(degradation.kind) && input.crop != CropKind::FaceBox)
        return std::nullopt;
    // By the kind alone, so that a head is rolled by 15° and by 45° to the same side.
    Random random(stable_hash(sample_id), static_cast<std::uint64_t>(degradation.kind));
    const int choice = random.below(4);
    const double sign = choice % 2 == 0 ? 1 : -1;
    PresentedFace hard{picture};
    const Box& box = picture.box;
    switch (degradation.kind) {
        case DegradationKind::None:
            return hard;
        case DegradationKind::ShiftBox:
            hard.picture.box = shifted(box, degradation.amount, choice);
            return hard;
        case DegradationKind::ScaleBox:
            hard.picture.box = scaled(box, 1 + sign * degradation.amount);
            return hard;
        case DegradationKind::Roll: {
            const Point centre = input.crop == CropKind::FaceBox
                                     ? box.centre()
                                     : Point((picture.image_size.width - 1) / 2.0,
                                             (picture.image_size.height - 1) / 2.0);
            hard.picture_from_image = Affine::rotation(sign * degradation.amount, centre);
            hard.picture.source.source_from_image =
                picture.source.source_from_image * hard.picture_from_image.inverse();
            return hard;
        }
        default:
            break;
    }
    const InputSpec wide = wide_input(input);
    const Affine wide_from_image = crop_from_image(wide, picture.image_size, box);
    const WideFace face{wide.size(), static_cast<double>(input.width) / wide.width,
                        std::max(box.width, box.height) * wide_from_image.scale(),
                        transformed(wide_from_image, points_in_image)};
    const auto draw = pixel_draw(degradation, sign, random.next(), scheme, face);
    if (!draw)
        return std::nullopt;
    hard.picture.source = {
        {make_crop(picture.source, wide, picture.image_size, box, {}, *draw).grey},
        wide_from_image};
    return hard;
}

}  // namespace rudolph
