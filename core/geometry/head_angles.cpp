#include "core/geometry/head_angles.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <opencv2/core.hpp>

#include "core/base/json.h"
#include "core/base/resources.h"

namespace rudolph {
namespace {

constexpr int kFewestPoints = 6;
constexpr int kRefinements = 30;

/// Where a scheme's points lie on a generic head, by their names: x to the viewer's right, y up, z
/// towards the viewer. resources/heads, which are the demo faces' head at rest; a test keeps them
/// the same.
struct GenericHead {
    std::string scheme;
    std::map<std::string, cv::Vec3d, std::less<>> places;
};

std::vector<GenericHead> read_heads() {
    std::vector<GenericHead> heads;
    for (const std::string& name : resource_names("heads/")) {
        const Json json = parse_json(resource(name), name);
        GenericHead head;
        head.scheme = json.at("scheme");
        for (const auto& [point, place] : json.at("points").items())
            head.places[point] = {place.at(0), place.at(1), place.at(2)};
        heads.push_back(std::move(head));
    }
    return heads;
}

/// The same points on the head and in the picture, a row each, about their means; y of the picture
/// is turned to go up.
struct Pairs {
    cv::Mat1d on_head;     ///< n × 3
    cv::Mat1d in_picture;  ///< n × 2

    int size() const { return on_head.rows; }
};

void centre(cv::Mat1d& rows) {
    for (int column = 0; column < rows.cols; ++column)
        rows.col(column) -= cv::mean(rows.col(column))[0];
}

Pairs pairs_of(const Landmarks& points, const LandmarkScheme& scheme, const GenericHead& head) {
    Pairs pairs;
    const int count = std::min(points.size(), scheme.size());
    for (int i = 0; i < count; ++i) {
        const auto found = head.places.find(scheme.point_names[static_cast<size_t>(i)]);
        if (found == head.places.end() || !points.is_labelled(i))
            continue;
        const Point& point = points.points[static_cast<size_t>(i)];
        pairs.on_head.push_back(cv::Mat1d(cv::Mat(found->second).t()));
        pairs.in_picture.push_back(cv::Mat1d({1, 2}, {point.x, -point.y}));
    }
    return pairs;
}

/// With the head that knows the most of the points; the scheme's own where several do.
Pairs best_pairs(const Landmarks& points, const LandmarkScheme& scheme) {
    static const std::vector<GenericHead> heads = read_heads();
    Pairs best;
    bool own = false;
    for (const GenericHead& head : heads) {
        Pairs pairs = pairs_of(points, scheme, head);
        const bool is_own = head.scheme == scheme.name;
        if (pairs.size() > best.size() || (pairs.size() == best.size() && is_own && !own)) {
            best = std::move(pairs);
            own = is_own;
        }
    }
    return best;
}

/// POS: the first two rows of the rotation from the affine map, the third across them.
std::optional<cv::Matx33d> first_rotation(const Pairs& pairs) {
    cv::Mat1d affine;  // 3 × 2
    if (!cv::solve(pairs.on_head, pairs.in_picture, affine, cv::DECOMP_SVD))
        return std::nullopt;
    const cv::SVD svd(affine.t());  // 2 × 3 = u · w · vt
    if (!(svd.w.at<double>(1) > 1e-6 * svd.w.at<double>(0)))
        return std::nullopt;  // all on a line or in one place
    const cv::Mat1d rows = svd.u * svd.vt;
    const cv::Vec3d right(rows(0, 0), rows(0, 1), rows(0, 2));
    const cv::Vec3d up(rows(1, 0), rows(1, 1), rows(1, 2));
    const cv::Vec3d towards = right.cross(up);
    return cv::Matx33d(right[0], right[1], right[2], up[0], up[1], up[2], towards[0], towards[1],
                       towards[2]);
}

/// The rotation and scale that lay the head onto the points best, when these have the depths that
/// the head now has.
cv::Matx33d refined(const Pairs& pairs, const cv::Matx33d& rotation, double& scale) {
    const cv::Mat1d turned = pairs.on_head * cv::Mat(rotation.t());
    cv::Mat1d in_space(pairs.size(), 3);
    pairs.in_picture.copyTo(in_space.colRange(0, 2));
    in_space.col(2) = turned.col(2) * scale;
    const cv::SVD svd(in_space.t() * pairs.on_head);
    const double handedness = cv::determinant(svd.u) * cv::determinant(svd.vt) < 0 ? -1 : 1;
    const cv::Matx33d sign(1, 0, 0, 0, 1, 0, 0, 0, handedness);
    const cv::Mat1d result = svd.u * cv::Mat(sign) * svd.vt;
    scale = (svd.w.at<double>(0) + svd.w.at<double>(1) + handedness * svd.w.at<double>(2)) /
            pairs.on_head.dot(pairs.on_head);
    return cv::Matx33d(result.ptr<double>());
}

/// Of roll · pitch · yaw.
HeadAngles angles_of(const cv::Matx33d& rotation) {
    constexpr double kDegrees = 180 / std::numbers::pi;
    HeadAngles angles;
    angles.pitch = kDegrees * std::asin(std::clamp(-rotation(2, 1), -1.0, 1.0));
    angles.yaw = kDegrees * std::atan2(-rotation(2, 0), rotation(2, 2));
    angles.roll = kDegrees * std::atan2(rotation(0, 1), rotation(1, 1));
    return angles;
}

}  // namespace

std::optional<HeadAngles> head_angles(const Landmarks& points_in_image,
                                      const LandmarkScheme& scheme) {
    Pairs pairs = best_pairs(points_in_image, scheme);
    if (pairs.size() < kFewestPoints || !cv::checkRange(pairs.in_picture))
        return std::nullopt;
    centre(pairs.on_head);
    centre(pairs.in_picture);
    const std::optional<cv::Matx33d> start = first_rotation(pairs);
    if (!start)
        return std::nullopt;
    cv::Matx33d rotation = *start;
    double scale = cv::norm(pairs.in_picture) /
                   cv::norm(cv::Mat1d(pairs.on_head * cv::Mat(rotation.t())).colRange(0, 2));
    for (int i = 0; i < kRefinements; ++i)
        rotation = refined(pairs, rotation, scale);
    return angles_of(rotation);
}

}  // namespace rudolph
