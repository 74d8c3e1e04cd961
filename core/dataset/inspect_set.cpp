#include "core/dataset/inspect_set.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

#include "core/dataset/names.h"
#include "core/dataset/reference_shape.h"

namespace rudolph {
namespace {

constexpr size_t kFewestTwins = 3;
/// Mirror twins that fit to less than this (px) are none the worse for rounding.
constexpr double kTwinShift = 0.3;
/// How closely the twins of a set agree on a shift (px, scaled median absolute deviation).
constexpr double kTwinSpread = 0.3;
/// Coordinates this close to an edge were put there by who made the set (px).
constexpr double kAtEdge = 0.01;
constexpr int kFewestAtEdge = 4;
/// By so much more points lie on the shifted edge than beside it.
constexpr int kEdgeContrast = 3;
constexpr size_t kRule = 10;

/// How far all points must have been moved in x for the two to be mirrored about the wrong axis:
/// in right coordinates a point and its twin have x₁ + x₂ = width − 1.
std::optional<double> twin_shift(const Sample& face, const Sample& twin,
                                 const std::vector<int>& permutation) {
    const Landmarks& a = face.points_in_image;
    const Landmarks& b = twin.points_in_image;
    if (face.image_size.width == 0 || a.size() != std::ssize(permutation) || b.size() != a.size())
        return std::nullopt;
    double sum = 0;
    int count = 0;
    for (int i = 0; i < a.size(); ++i) {
        const int other = permutation[at(i)];
        if (!a.is_labelled(i) || !b.is_labelled(other))
            continue;
        sum += (a.points[at(i)].x + b.points[at(other)].x - (face.image_size.width - 1)) / 2;
        ++count;
    }
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

std::optional<std::string> shift_by_twins(const Dataset& dataset, const std::vector<int>& faces) {
    if (!dataset.scheme.has_mirror_pairs)
        return std::nullopt;
    std::unordered_map<std::string_view, const Sample*> by_id;
    for (const int i : faces)
        by_id[dataset.samples[at(i)].id] = &dataset.samples[at(i)];
    const std::vector<int> permutation = dataset.scheme.mirror_permutation();
    std::vector<double> shifts;
    for (const auto& [id, twin] : by_id) {
        if (!id.ends_with(kMirrorEnding))
            continue;
        const auto face = by_id.find(id.substr(0, id.size() - kMirrorEnding.size()));
        if (face == by_id.end() || face->second->image_size != twin->image_size)
            continue;
        if (const auto shift = twin_shift(*face->second, *twin, permutation))
            shifts.push_back(*shift);
    }
    if (shifts.size() < kFewestTwins)
        return std::nullopt;
    const Spread spread = spread_of(shifts, 1);
    if (std::abs(spread.typical) < kTwinShift || spread.limit - spread.typical > kTwinSpread)
        return std::nullopt;
    return fmt::format(
        "suspected 0/1-base shift: the points of {} mirrored pictures and their originals fit each "
        "other only after a shift by {:+.1f} px in x",
        shifts.size(), -spread.typical);
}

/// Sets whose points were kept inside the picture have some exactly on its edge: on the first or
/// last pixel, or beside them when the count of pixels starts elsewhere.
std::optional<std::string> shift_by_edges(const Dataset& dataset, const std::vector<int>& faces) {
    std::array<int, 5> near{};  ///< at the first pixel − 2 … + 2
    std::array<int, 5> far{};   ///< at the last
    const auto count = [](std::array<int, 5>& counts, double offset) {
        const double whole = std::round(offset);
        if (std::abs(whole) <= 2 && std::abs(offset - whole) < kAtEdge)
            ++counts[static_cast<size_t>(whole + 2)];
    };
    for (const int i : faces) {
        const Sample& sample = dataset.samples[at(i)];
        if (sample.image_size.area() == 0)
            continue;
        for (int k = 0; k < sample.points_in_image.size(); ++k) {
            if (!sample.points_in_image.is_labelled(k))
                continue;
            const Point& p = sample.points_in_image.points[at(k)];
            count(near, p.x);
            count(near, p.y);
            count(far, p.x - (sample.image_size.width - 1));
            count(far, p.y - (sample.image_size.height - 1));
        }
    }
    for (const int shift : {-1, 1}) {
        const auto here = shift < 0 ? size_t{1} : size_t{3};
        const int outer = shift < 0 ? near[here] : far[here];
        const int all = near[here] + far[here];
        const int right = near[2] + far[2];
        const int beyond = shift < 0 ? near[0] : far[4];
        if (outer >= kFewestAtEdge && all > kEdgeContrast * std::max(right, beyond))
            return fmt::format(
                "suspected 0/1-base shift: {} points lie exactly one pixel outside the picture's "
                "{} "
                "edge, {} on the edge itself; all points should move by {:+d} px",
                outer, shift < 0 ? "left or upper" : "right or lower", right, -shift);
    }
    return std::nullopt;
}

/// The mean face looks like the built-in one only with left and right exchanged.
bool is_swapped_as_a_whole(const LandmarkScheme& scheme, const Landmarks& mean) {
    if (!scheme.has_mirror_pairs || mean.size() != scheme.size() || !is_builtin(scheme))
        return false;
    const Landmarks reference = reference_shape(scheme);
    const auto plain = aligned_to(reference, mean);
    const auto swapped = aligned_to(reference, subset(mean, scheme.mirror_permutation()));
    return plain && swapped &&
           rms_distance(*swapped, reference) < kBetterSwapped * rms_distance(*plain, reference);
}

std::optional<int> first_unlabelled(const Sample& sample) {
    for (int i = 0; i < sample.points_in_image.size(); ++i)
        if (!sample.points_in_image.is_labelled(i))
            return i;
    return std::nullopt;
}

/// One finding each, or one for all when most of the data set is like that.
void add_findings(const std::vector<const Sample*>& about, size_t of, const std::string& each,
                  const std::string& all, std::vector<Problem>& found) {
    if (about.size() > kRule && 2 * about.size() > of) {
        found.push_back({{}, 0, fmt::format("{} of {} {}", about.size(), of, all), {}});
        return;
    }
    for (const Sample* sample : about)
        found.push_back({sample->image, 0, each, sample->id, first_unlabelled(*sample)});
}

}  // namespace

std::vector<Problem> inspect_set(const Dataset& dataset, const std::vector<int>& faces,
                                 const FaceStatistics& statistics) {
    std::vector<Problem> found;
    const auto add = [&](std::string message) {
        found.push_back({dataset.source, 0, std::move(message), {}});
    };
    if (auto shift = shift_by_twins(dataset, faces))
        add(std::move(*shift));
    if (auto shift = shift_by_edges(dataset, faces))
        add(std::move(*shift));
    if (is_swapped_as_a_whole(dataset.scheme, statistics.mean))
        add("on the wrong side: left and right are swapped in the whole data set");
    return found;
}

std::vector<Problem> missing_annotations(const Dataset& dataset) {
    std::vector<const Sample*> without;
    std::vector<const Sample*> partly;
    size_t with_truth = 0;
    for (const Sample& sample : dataset.samples) {
        if (sample.is_proposal())
            continue;
        if (sample.points_in_image.empty()) {
            without.push_back(&sample);
            continue;
        }
        ++with_truth;
        if (first_unlabelled(sample))
            partly.push_back(&sample);
    }
    std::vector<Problem> found;
    // Photographs that nobody has annotated yet are no mistake.
    if (without.size() < dataset.samples.size())
        add_findings(without, dataset.samples.size(), kNoPointsMarked,
                     "faces and pictures have no points", found);
    add_findings(partly, with_truth, kPointsNotLabelled, "faces have points that are not labelled",
                 found);
    for (Problem& problem : found)
        if (problem.file.empty())
            problem.file = dataset.source;
    return found;
}

}  // namespace rudolph
