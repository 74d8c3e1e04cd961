#include "core/dataset/inspect_jaw.h"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <iterator>
#include <memory>
#include <string_view>

#include "core/dataset/mend.h"

namespace rudolph {
namespace {

/// Of the distance between the eyes' and the mouth's middles.
constexpr double kNearNose = 0.15;
/// Of the nose's height.
constexpr double kUpperEnd = 0.2;
/// How points of a jaw are called that are meant to lie on the head, seen or not.
constexpr std::string_view kOnTheHead = "jaw on the head";

/// The points of the lines whose names begin so.
std::vector<int> points_of(const LandmarkScheme& scheme,
                           std::initializer_list<std::string_view> names) {
    std::vector<int> points;
    for (const Polyline& line : scheme.lines)
        if (std::any_of(names.begin(), names.end(),
                        [&line](std::string_view name) { return line.name.starts_with(name); }))
            points.insert(points.end(), line.points.begin(), line.points.end());
    return points;
}

bool knows_all_of(const Landmarks& face, const std::vector<int>& points) {
    return !points.empty() && std::all_of(points.begin(), points.end(), [&face](int i) {
        return i < face.size() && face.is_labelled(i);
    });
}

Point middle_of(const Landmarks& face, const std::vector<int>& points) {
    Point sum;
    for (const int i : points)
        sum += face.points[at(i)];
    return sum / static_cast<double>(points.size());
}

/// The parts of a face that tell whether a point lies across it.
struct FaceParts {
    std::vector<int> jaw;  ///< from the viewer's left to the right
    std::vector<int> eyes;
    std::vector<int> nose;
    std::vector<int> mouth;

    explicit FaceParts(const LandmarkScheme& scheme)
        : jaw(points_of(scheme, {"jaw"})),
          eyes(points_of(scheme, {"eye on"})),
          nose(points_of(scheme, {"nose"})),
          mouth(points_of(scheme, {"outer lip", "mouth"})) {
        if (!jaw.empty() && scheme.point_names[at(jaw.front())].starts_with(kOnTheHead))
            jaw.clear();
    }
};

std::vector<int> across_face(const Landmarks& face, const FaceParts& parts) {
    for (const std::vector<int>& part : {parts.jaw, parts.eyes, parts.nose, parts.mouth})
        if (!knows_all_of(face, part))
            return {};
    const Point eyes = middle_of(face, parts.eyes);
    const Point to_mouth = middle_of(face, parts.mouth) - eyes;
    const double length = cv::norm(to_mouth);
    if (!(length > 0))
        return {};
    const Point down = to_mouth / length;
    const Point right(down.y, -down.x);
    const auto height = [&](int i) { return (face.points[at(i)] - eyes).dot(down); };
    const auto across = [&](int i) { return (face.points[at(i)] - eyes).dot(right); };
    const auto lower = [&](int a, int b) { return height(a) < height(b); };
    const auto [top, tip] = std::minmax_element(parts.nose.begin(), parts.nose.end(), lower);
    const double upper = height(*top) + kUpperEnd * (height(*tip) - height(*top));
    std::vector<int> bridge;  // two points where the nose is outlined
    std::copy_if(parts.nose.begin(), parts.nose.end(), std::back_inserter(bridge),
                 [&](int i) { return height(i) <= upper; });
    const double nose = (middle_of(face, bridge) - eyes).dot(right);
    const double lowest = height(*std::max_element(parts.mouth.begin(), parts.mouth.end(), lower));
    const auto half = std::ssize(parts.jaw) / 2;
    const auto is_hidden = [&](int end, double side) {
        return side * (across(end) - nose) < kNearNose * length;
    };
    const bool left = is_hidden(parts.jaw.front(), -1);
    if (left == is_hidden(parts.jaw.back(), 1))
        return {};  // no head is turned both ways: left and right are exchanged
    std::vector<int> found;
    const auto first = left ? parts.jaw.begin() : parts.jaw.end() - half;
    std::copy_if(first, first + half, std::back_inserter(found),
                 [&](int i) { return height(i) < lowest; });
    return found;
}

}  // namespace

std::vector<int> jaw_points_across_face(const Landmarks& face, const LandmarkScheme& scheme) {
    return across_face(face, FaceParts(scheme));
}

std::optional<Problem> inspect_jaw(const Dataset& dataset, const std::vector<int>& faces) {
    const FaceParts parts(dataset.scheme);
    auto mend = std::make_shared<Mend>();
    mend->kind = MendKind::Jaw;
    size_t points = 0;
    const Sample* first = nullptr;
    for (const int i : faces) {
        const Sample& face = dataset.samples[at(i)];
        std::vector<int> across = across_face(face.points_in_image, parts);
        if (across.empty())
            continue;
        if (first == nullptr)
            first = &face;
        points += across.size();
        mend->faces.push_back({face.id, face.points_in_image, {}, {}, std::move(across)});
    }
    if (first == nullptr)
        return std::nullopt;
    const size_t count = mend->faces.size();
    const int point = mend->faces.front().not_labelled.front();
    return Problem{
        first->image,
        0,
        fmt::format("{} across the face on {}, as the head is turned so far that this side of its "
                    "jaw is hidden: marked where there is nothing to see, they teach a network "
                    "wrong outlines",
                    points == 1 ? "a point of the jaw lies"
                                : fmt::format("{} points of the jaw lie", points),
                    count == 1 ? "one face" : fmt::format("{} faces", count)),
        first->id,
        point,
        0,
        std::move(mend)};
}

}  // namespace rudolph
