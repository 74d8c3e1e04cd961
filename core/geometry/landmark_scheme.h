#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "core/base/json_fwd.h"
#include "core/geometry/landmarks.h"

namespace rudolph {

/// A line drawn through some points, e.g. the outline of an eye.
struct Polyline {
    std::string name;
    std::vector<int> points;
    bool closed = false;

    bool operator==(const Polyline&) const = default;
};

/// The distance that errors are divided by: from the mean of `from` to the mean of `to`.
struct NormalisingDistance {
    std::string name;  ///< e.g. "inter-ocular (outer eye corners)"
    std::vector<int> from;
    std::vector<int> to;

    bool operator==(const NormalisingDistance&) const = default;
};

/// What the points of a face mean. All indices are 0-based.
struct LandmarkScheme {
    std::string name;   ///< as files and settings refer to it, e.g. "ibug-68"
    std::string title;  ///< for people
    std::string about;  ///< for people: what tells it from schemes that it may be mistaken for
    std::vector<std::string> point_names;
    std::vector<Polyline> lines;
    /// Each pair once; points in no pair lie on the axis of the face and mirror to themselves.
    std::vector<std::pair<int, int>> mirror_pairs;
    bool has_mirror_pairs = false;  ///< false: mirroring this scheme is not known
    std::optional<int> nose_tip;
    /// Empty: errors are divided by the size of the bounding box, √(w·h).
    std::optional<NormalisingDistance> normaliser;
    /// Where the points lie on a drawn face, in any frame, for guides to show; empty: not known.
    std::vector<Point> reference;

    int size() const { return static_cast<int>(point_names.size()); }
    /// For every point the one it becomes in a mirror.
    std::vector<int> mirror_permutation() const;
    /// "inter-ocular …" or "bounding box √(w·h)".
    std::string normaliser_name() const;
    /// The distance in pixels that an error on this face is divided by; points of the whole scheme.
    /// 0 when it cannot be computed (unlabelled or coinciding points).
    double normalising_distance(const Landmarks& truth) const;

    bool operator==(const LandmarkScheme&) const = default;
};

/// Throws Error naming the key that is missing, unknown or out of range.
LandmarkScheme scheme_from_json(const Json& json, const std::filesystem::path& file = {});
Json to_json(const LandmarkScheme& scheme);

/// The schemes that come with the program, by name. Read once; any thread.
const std::vector<LandmarkScheme>& builtin_schemes();
/// Throws Error naming the schemes there are.
LandmarkScheme builtin_scheme(const std::string& name);
/// "points-74": nothing is known of them but their number.
LandmarkScheme numbered_points(int count);
/// The usual built-in scheme with this many points (of 68: iBUG's), else numbered points. Where
/// there are faces to look at, ask choose_scheme() (core/dataset/choose_scheme.h).
LandmarkScheme scheme_for_point_count(int count);
/// The part of a scheme that keeps `indices`, in that order, with the lines and pairs that survive.
/// The normaliser does not: its points may be gone, so take it from the whole scheme.
LandmarkScheme subset(const LandmarkScheme& scheme, const std::vector<int>& indices);

/// For each point of `indices` the place in `indices` of the one that it becomes in a mirror. Empty
/// when that is not known: the scheme has no mirror pairs, or a point's partner is not there.
std::optional<std::vector<int>> mirror_of(const LandmarkScheme& scheme,
                                          const std::vector<int>& indices);

}  // namespace rudolph
