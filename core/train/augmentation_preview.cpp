#include "core/train/augmentation_preview.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <opencv2/core.hpp>

#include "core/base/error.h"
#include "core/train/epoch_batches.h"

namespace rudolph {
namespace {

/// From the middle of a face's points, a share of their width: further out than this a point that
/// has no partner is no point of the middle.
constexpr double kFarOut = 0.3;

Dataset dataset_of(const LandmarkScheme& scheme, const std::vector<PreviewFace>& faces) {
    Dataset dataset;
    dataset.scheme = scheme;
    for (const PreviewFace& face : faces)
        dataset.samples.push_back(face.sample);
    return dataset;
}

std::vector<int> indices_of(const std::vector<PreviewFace>& faces) {
    std::vector<int> indices;
    for (const PreviewFace& face : faces)
        indices.push_back(face.index);
    return indices;
}

/// Where a point lies, from the middle of the face's points, a share of their width.
double side_of(const Landmarks& points, size_t point) {
    const Box around = bounding_box(points);
    return !(around.width > 0) ? 0 : (points.points[point].x - around.centre().x) / around.width;
}

/// Partners must keep their order, and points without a partner must lie in the middle. On a face
/// in profile the middle is at one edge: only where both sides have lonely points are they wrong.
void count_sides(const Landmarks& plain, const Landmarks& flipped, const std::vector<int>& mirror,
                 AugmentationCheck& check) {
    int lonely_left = 0;
    int lonely_right = 0;
    for (size_t point = 0; point < mirror.size(); ++point) {
        const auto partner = static_cast<size_t>(mirror[point]);
        if (partner == point) {
            const double side = side_of(plain, point);
            lonely_left += side < -kFarOut ? 1 : 0;
            lonely_right += side > kFarOut ? 1 : 0;
            continue;
        }
        const double before = plain.points[point].x - plain.points[partner].x;
        const double after = flipped.points[point].x - flipped.points[partner].x;
        if (before == 0)
            continue;
        ++check.sided_points;
        check.changed_sides += before * after <= 0 ? 1 : 0;
    }
    if (lonely_left > 0 && lonely_right > 0) {
        check.sided_points += lonely_left + lonely_right;
        check.changed_sides += lonely_left + lonely_right;
    }
}

int count_outside(const Landmarks& points_in_crop, cv::Size crop) {
    return static_cast<int>(std::count_if(
        points_in_crop.points.begin(), points_in_crop.points.end(), [&](const Point& point) {
            return !(point.x >= -0.5 && point.y >= -0.5 && point.x <= crop.width - 0.5 &&
                     point.y <= crop.height - 0.5);
        }));
}

}  // namespace

AugmentationPreview::AugmentationPreview(const LandmarkScheme& scheme,
                                         const std::vector<PreviewFace>& faces,
                                         const InputSpec& input, TargetPoints target)
    : dataset_(dataset_of(scheme, faces)),
      indices_(indices_of(faces)),
      target_indices_(target_indices(target, scheme)),
      target_scheme_(subset(scheme, target_indices_)),
      problems_(faces.size()),
      store_(dataset_, input, target_indices_) {}

void AugmentationPreview::prepare(const CancelToken& cancel, const ProgressCallback& progress) {
    std::vector<int> wanted;
    for (int face = 0; face < size(); ++face) {
        const Sample& sample = dataset_.samples[static_cast<size_t>(face)];
        const bool complete =
            sample.has_truth() &&
            std::all_of(target_indices_.begin(), target_indices_.end(),
                        [&](int i) { return sample.points_in_image.is_labelled(i); });
        if (complete)
            wanted.push_back(face);
        else
            problems_[static_cast<size_t>(face)] =
                sample.is_proposal() ? "its points are a proposal that nobody has accepted"
                                     : "it lacks points";
    }
    std::vector<std::string> notes;
    const std::vector<int> usable = store_.prepare(wanted, notes, cancel, progress);
    // One note a face that could not be read, in the same order.
    auto note = notes.begin();
    for (const int face : wanted)
        if (std::find(usable.begin(), usable.end(), face) == usable.end() && note != notes.end())
            problems_[static_cast<size_t>(face)] = *note++;
}

AugmentationCheck AugmentationPreview::check(const AugmentationSpec& spec, std::uint64_t seed,
                                             int draws, const CancelToken& cancel) const {
    std::vector<int> faces;
    for (int face = 0; face < size(); ++face)
        if (problem(face).empty())
            faces.push_back(face);
    AugmentationCheck check;
    if (faces.empty())
        return check;
    check.can_flip = mirror_of(dataset_.scheme, target_indices_).has_value();
    AugmentationSpec in_place = spec;
    if (!check.can_flip)
        in_place.flip = 0;
    const cv::Size crop = store_.input().size();
    long long points = 0;
    long long outside = 0;
    long long outside_plain = 0;
    const int epochs = std::max(1, draws / static_cast<int>(faces.size()));
    for (const int face : faces) {
        cancel.throw_if_cancelled();
        if (check.can_flip)
            check_flip(face, check);
        const Landmarks& truth = store_.truth_in_image(face);
        outside_plain +=
            1LL * epochs * count_outside(transformed(store_.crop_from_image(face), truth), crop);
        for (int epoch = 1; epoch <= epochs; ++epoch) {
            const AugmentationDraw draw = draw_in_epoch(in_place, seed, epoch, index(face));
            outside += count_outside(transformed(store_.crop_from_image(face, draw), truth), crop);
            points += truth.size();
        }
    }
    check.draws = epochs * static_cast<int>(faces.size());
    check.outside = static_cast<double>(outside) / static_cast<double>(std::max(1LL, points));
    check.outside_plain =
        static_cast<double>(outside_plain) / static_cast<double>(std::max(1LL, points));
    return check;
}

void AugmentationPreview::check_flip(int face, AugmentationCheck& check) const {
    const std::vector<int> mirror = mirror_of(dataset_.scheme, target_indices_).value();
    const Crop plain = store_.crop(face);
    AugmentationDraw flip;
    flip.flip = true;
    const Crop flipped = store_.crop(face, flip);
    // Back by other means than the crop's own.
    cv::Mat back;
    cv::flip(flipped.grey, back, 1);
    check.flip_pixel_error =
        std::max(check.flip_pixel_error,
                 cv::norm(back, plain.grey, cv::NORM_L1) / static_cast<double>(plain.grey.total()));
    for (size_t i = 0; i < mirror.size(); ++i) {
        Point point = flipped.points_in_crop.points[static_cast<size_t>(mirror[i])];
        point.x = plain.grey.cols - 1 - point.x;
        check.flip_point_error =
            std::max(check.flip_point_error, cv::norm(point - plain.points_in_crop.points[i]));
    }
    count_sides(plain.points_in_crop, flipped.points_in_crop, mirror, check);
}

}  // namespace rudolph
