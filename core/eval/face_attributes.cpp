#include "core/eval/face_attributes.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/nan.h"
#include "core/geometry/pose.h"
#include "core/geometry/shape.h"
#include "core/image/decode.h"

namespace rudolph {
namespace {

constexpr int kAcross = 64;  ///< pixels of a face's longer side for its contrast

/// Upright where the scheme says what is left and right, else as the faces are on average.
std::optional<Landmarks> standing_face(const std::vector<const Landmarks*>& shapes,
                                       const LandmarkScheme& scheme) {
    if (const auto axis = fit_pose_axis(shapes, scheme))
        return axis->mean;
    if (scheme.size() < 2 || shapes.size() < 2)
        return std::nullopt;
    return mean_shape(shapes);
}

double roll_of(const Landmarks& face, const Landmarks& standing) {
    const std::optional<Affine> standing_from_image = align(face, standing);
    if (!standing_from_image)
        return kNaN;
    const cv::Matx23d& m = standing_from_image->matrix;
    return -std::atan2(m(1, 0), m(0, 0)) * 180 / std::numbers::pi;
}

}  // namespace

FaceLight measure_light(const std::filesystem::path& image, const Box& box_in_image) {
    if (box_in_image.empty())
        return {};
    const double longer = std::max(box_in_image.width, box_in_image.height);
    const ReducedImage picture = decode_reduced(
        image, [longer](cv::Size) { return std::max(1, static_cast<int>(longer / kAcross)); });
    const double k = picture.reduction;
    const auto left = static_cast<int>(std::floor(box_in_image.left / k));
    const auto top = static_cast<int>(std::floor(box_in_image.top / k));
    const auto right = static_cast<int>(std::ceil(box_in_image.right() / k));
    const auto bottom = static_cast<int>(std::ceil(box_in_image.bottom() / k));
    const cv::Rect inside = cv::Rect(cv::Point(left, top), cv::Point(right, bottom)) &
                            cv::Rect(cv::Point(), picture.grey.size());
    if (inside.empty())
        return {};
    cv::Mat face = picture.grey(inside);
    const double mean = cv::mean(face)[0];
    const double scale = kAcross * k / longer;
    if (scale < 1)
        cv::resize(face, face, cv::Size(), scale, scale, cv::INTER_AREA);
    cv::Scalar ignored;
    cv::Scalar deviation;
    cv::meanStdDev(face, ignored, deviation);
    return {mean, deviation[0]};
}

std::vector<FacePose> measure_poses(const std::vector<Landmarks>& faces,
                                    const LandmarkScheme& scheme) {
    std::vector<const Landmarks*> shapes;
    for (const Landmarks& face : faces)
        if (face.size() == scheme.size() && !face.empty())
            shapes.push_back(&face);
    const std::optional<PoseAxis> axis = fit_pose_axis(shapes, scheme);
    const std::optional<Landmarks> standing = standing_face(shapes, scheme);
    std::vector<FacePose> poses;
    for (const Landmarks& face : faces) {
        FacePose pose;
        if (face.size() == scheme.size() && !face.empty()) {
            const Box box = bounding_box(face);
            pose.yaw = axis ? axis->score(face) : kNaN;
            pose.roll = standing ? roll_of(face, *standing) : kNaN;
            pose.size = box.empty() ? kNaN : std::sqrt(box.width * box.height);
        }
        poses.push_back(pose);
    }
    return poses;
}

double value_of(const FaceAttributes& face, Attribute attribute) {
    switch (attribute) {
        case Attribute::Brightness:
            return face.light.brightness;
        case Attribute::Contrast:
            return face.light.contrast;
        case Attribute::Yaw:
            return face.pose.yaw;
        case Attribute::Roll:
            return face.pose.roll;
        case Attribute::Size:
            return face.pose.size;
    }
    return kNaN;
}

}  // namespace rudolph
