#include "core/dataset/inspect_order.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "core/geometry/shape.h"

namespace rudolph {
namespace {

constexpr size_t kFewestInPart = 4;
/// By so much nearer to the mean in another order.
constexpr double kClearlyNearer = 0.4;
/// A face whose other points lie as near to the mean looks straight on (root mean square, of the
/// face's size).
constexpr double kStraight = 0.06;
/// Points that are nearer than that are not out of order, in parts of how far the part's points lie
/// from its middle. One place of eight further is 0.77 of it.
constexpr double kFarForPart = 0.6;
/// And of the face's size: smaller parts may lie any way round, as a closed mouth's inner lip.
constexpr double kFarForFace = 0.04;

/// Points about their middle.
std::vector<Point> centred(const Landmarks& face, const std::vector<int>& part) {
    std::vector<Point> points;
    Point middle;
    for (const int i : part) {
        points.push_back(face.points[at(i)]);
        middle += points.back();
    }
    middle *= 1.0 / static_cast<double>(part.size());
    for (Point& point : points)
        point -= middle;
    return points;
}

/// Root mean square of the distances when place i is taken from place (start ± i).
double distance_in_order(const std::vector<Point>& found, const std::vector<Point>& usual,
                         size_t start, bool reversed) {
    const size_t n = found.size();
    double sum = 0;
    for (size_t i = 0; i < n; ++i) {
        const Point step = found[(reversed ? start + n - i : start + i) % n] - usual[i];
        sum += step.dot(step);
    }
    return std::sqrt(sum / static_cast<double>(n));
}

/// Twice the area within a closed line; positive where it runs clockwise on the screen.
double signed_area(const std::vector<Point>& outline) {
    double area = 0;
    for (size_t i = 0; i < outline.size(); ++i)
        area += outline[i].cross(outline[(i + 1) % outline.size()]);
    return area;
}

/// The outline runs the other way round than usual, and is not nearly closed.
bool runs_back(const std::vector<Point>& outline, const std::vector<Point>& usual) {
    constexpr double kOpen = 0.2;
    return signed_area(outline) * signed_area(usual) < 0 &&
           std::abs(signed_area(outline)) > kOpen * std::abs(signed_area(usual));
}

struct PartOrder {
    size_t start = 0;
    bool reversed = false;
    double distance = 0;
};

/// The best other order; empty when the one there is will do.
std::optional<PartOrder> better_order(const std::vector<Point>& found,
                                      const std::vector<Point>& usual, bool closed) {
    const double now = distance_in_order(found, usual, 0, false);
    double extent = 0;
    for (const Point& point : usual)
        extent += point.dot(point);
    extent = std::sqrt(extent / static_cast<double>(usual.size()));
    if (now < kFarForPart * extent || now < kFarForFace)
        return std::nullopt;
    PartOrder best{0, false, kClearlyNearer * now};
    const size_t last = found.size() - 1;
    const auto consider = [&](size_t start, bool reversed) {
        const double distance = distance_in_order(found, usual, start, reversed);
        if (distance < best.distance)
            best = {start, reversed, distance};
    };
    consider(last, true);
    for (size_t start = 0; closed && start <= last; ++start) {
        if (start > 0)
            consider(start, false);
        consider(start, true);
    }
    const bool found_better = best.reversed || best.start > 0;
    return found_better ? std::optional(best) : std::nullopt;
}

/// "points 13–20", where they follow each other.
std::string numbers_of(const std::vector<int>& part) {
    const auto [least, greatest] = std::minmax_element(part.begin(), part.end());
    if (static_cast<size_t>(*greatest - *least) + 1 == part.size())
        return fmt::format("points {}–{}", *least, *greatest);
    return fmt::format("{} points", part.size());
}

Landmarks without(Landmarks face, const std::vector<int>& part) {
    for (const int i : part)
        face.visibility[at(i)] = Visibility::NotLabelled;
    return face;
}

/// Where the part's points would lie in the mean's frame, by the other points.
std::optional<Landmarks> placed_by_the_rest(const Landmarks& face, const Landmarks& mean,
                                            const std::vector<int>& part) {
    const Landmarks rest = without(face, part);
    int left = 0;
    for (int i = 0; i < rest.size(); ++i)
        left += rest.is_labelled(i) ? 1 : 0;
    const std::optional<Affine> there = left > 2 ? align(rest, mean) : std::nullopt;
    return there ? std::optional(transformed(*there, face)) : std::nullopt;
}

}  // namespace

std::optional<WrongOrder> wrong_order(const Landmarks& face, const LandmarkScheme& scheme,
                                      const FaceStatistics& statistics) {
    const Landmarks& mean = statistics.mean;
    if (face.size() != scheme.size() || mean.size() != scheme.size())
        return std::nullopt;
    WrongOrder found;
    found.order.resize(face.points.size());
    std::iota(found.order.begin(), found.order.end(), 0);
    std::vector<std::string> parts;
    for (const Polyline& line : scheme.lines) {
        const std::vector<int>& part = line.points;
        const std::set<int> distinct(part.begin(), part.end());
        if (part.size() < kFewestInPart || distinct.size() != part.size() ||
            !std::all_of(part.begin(), part.end(),
                         [&](int i) { return face.is_labelled(i) && mean.is_labelled(i); }))
            continue;
        const auto placed = placed_by_the_rest(face, mean, part);
        if (!placed)
            continue;
        const std::vector<Point> points = centred(*placed, part);
        const std::vector<Point> usual = centred(mean, part);
        auto better = better_order(points, usual, line.closed);
        if (!better)
            continue;
        // Seen from the side, a far brow runs the other way, too, but an eye's outline never does.
        const bool straight = rms_distance(without(*placed, part), mean) < kStraight;
        if (!straight && !(line.closed && better->reversed && runs_back(points, usual)))
            better =
                better_order(points, centred(statistics.explained_by(without(*placed, part)), part),
                             line.closed);
        if (!better)
            continue;
        const size_t n = part.size();
        for (size_t i = 0; i < n; ++i)
            found.order[at(part[i])] =
                part[(better->reversed ? better->start + n - i : better->start + i) % n];
        const bool about_face = better->reversed && (better->start == n - 1 || line.closed);
        parts.push_back(
            fmt::format("{} ('{}') {}", numbers_of(part), line.name,
                        about_face ? "run the other way round"
                                   : fmt::format("begin {} places further on", better->start)));
    }
    if (parts.empty())
        return std::nullopt;
    found.message = "wrong order: " + parts.front();
    for (size_t i = 1; i < parts.size(); ++i)
        found.message += (i + 1 == parts.size() ? " and " : ", ") + parts[i];
    found.message += " than on other faces";
    return found;
}

}  // namespace rudolph
