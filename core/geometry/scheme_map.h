#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/json_fwd.h"
#include "core/geometry/landmark_scheme.h"

namespace rudolph {

/// Where the points of one scheme are found among those of another.
struct SchemeMap {
    std::string from;  ///< names of the schemes
    std::string to;
    /// For each point of `to` the points of `from` whose mean it is. Empty: `from` has none there.
    std::vector<std::vector<int>> sources;

    /// How many points of `to` are found.
    int found() const;

    bool operator==(const SchemeMap&) const = default;
};

/// {"from", "to", "points": for each point of `to` a number, several, or null}. `from_points`: how
/// many points there are to name. Throws Error naming the file.
SchemeMap scheme_map_from_json(const Json& json, int from_points,
                               const std::filesystem::path& file = {});

/// The maps that come with the program, as its files hold them. Read once; any thread.
const std::vector<SchemeMap>& builtin_scheme_maps();

/// The map from one scheme to another: one that comes with the program, or one of those backwards
/// (its single points), or two of these after each other, whichever finds most points; the more
/// direct of equal ones. Schemes that are not the program's are compared by the names of their
/// points, and equal schemes map point to point. Empty: no point is known to be the same.
std::optional<SchemeMap> find_scheme_map(const LandmarkScheme& from, const LandmarkScheme& to);

/// Whether two schemes are the same: equal points in equal order, whatever lines and titles they
/// have. Schemes of numbered points are only the same under one name.
bool same_points(const LandmarkScheme& a, const LandmarkScheme& b);

/// The face's points in the other scheme; those that the map or the face lacks are not labelled. A
/// mean of points is hidden when one of them is. Empty when no point is left, or the face has none.
Landmarks mapped(const Landmarks& face, const SchemeMap& map);

}  // namespace rudolph
