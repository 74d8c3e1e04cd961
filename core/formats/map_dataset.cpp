#include "core/formats/map_dataset.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "core/base/error.h"
#include "core/formats/coco_fields.h"

namespace rudolph {
namespace {

constexpr size_t kNamesShown = 5;

/// "chin", "nose tip" and 3 more
std::string some_names(const LandmarkScheme& scheme, const std::vector<int>& points) {
    std::string text;
    for (size_t i = 0; i < std::min(points.size(), kNamesShown); ++i)
        text +=
            (i == 0 ? "'" : ", '") + scheme.point_names.at(static_cast<size_t>(points[i])) + "'";
    if (points.size() > kNamesShown)
        text += fmt::format(" and {} more", points.size() - kNamesShown);
    return text;
}

}  // namespace

std::vector<std::string> MappedDataset::remarks() const {
    std::vector<std::string> said;
    if (!missing.empty())
        said.push_back(fmt::format("{} of the {} points of {} {} not annotated in these faces: {}",
                                   missing.size(), dataset.scheme.size(), dataset.scheme.name,
                                   missing.size() == 1 ? "is" : "are",
                                   some_names(dataset.scheme, missing)));
    if (!unused.empty())
        said.push_back(fmt::format("{} {} of these faces {} no place in {}", unused.size(),
                                   unused.size() == 1 ? "point" : "points",
                                   unused.size() == 1 ? "has" : "have", dataset.scheme.name));
    if (faces_without_points > 0)
        said.push_back(fmt::format("{} no point left: what they have labelled is not in {}",
                                   faces_without_points == 1
                                       ? "1 face has"
                                       : fmt::format("{} faces have", faces_without_points),
                                   dataset.scheme.name));
    return said;
}

std::vector<std::string> mappable_schemes(const LandmarkScheme& from) {
    std::vector<std::string> names;
    for (const LandmarkScheme& scheme : builtin_schemes())
        if (!same_points(from, scheme) && find_scheme_map(from, scheme))
            names.push_back(scheme.name);
    return names;
}

MappedDataset map_dataset(Dataset dataset, const LandmarkScheme& target) {
    const auto map = find_scheme_map(dataset.scheme, target);
    if (!map) {
        std::string known;
        for (const std::string& name : mappable_schemes(dataset.scheme))
            known += (known.empty() ? "" : ", ") + name;
        throw Error(fmt::format("no point of '{}' is known to be one of '{}'", target.name,
                                dataset.scheme.name),
                    {dataset.source},
                    known.empty()
                        ? "choose a scheme for these faces that says what their points are"
                        : "these faces can be mapped to " + known);
    }
    MappedDataset result;
    std::set<int> used;
    for (size_t i = 0; i < map->sources.size(); ++i) {
        used.insert(map->sources[i].begin(), map->sources[i].end());
        if (map->sources[i].empty())
            result.missing.push_back(static_cast<int>(i));
    }
    for (int i = 0; i < dataset.scheme.size(); ++i)
        if (!used.contains(i))
            result.unused.push_back(i);
    for (Sample& face : dataset.samples) {
        if (face.points_in_image.empty())
            continue;
        face.points_in_image = mapped(face.points_in_image, *map);
        if (face.points_in_image.empty())
            ++result.faces_without_points;
    }
    if (!same_points(dataset.scheme, target)) {
        // They name the points that the faces had.
        dataset.attributes.erase(kCocoCategories);
        for (Sample& face : dataset.samples)
            face.attributes.erase(kCocoCategoryId);
    }
    dataset.scheme = target;
    result.dataset = std::move(dataset);
    return result;
}

}  // namespace rudolph
