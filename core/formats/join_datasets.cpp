#include "core/formats/join_datasets.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>

#include "core/dataset/reference_shape.h"
#include "core/formats/map_dataset.h"
#include "core/geometry/shape.h"

namespace rudolph {
namespace {

namespace fs = std::filesystem;

fs::path folder_of_both(const fs::path& a, const fs::path& b) {
    fs::path common;
    for (auto i = a.begin(), k = b.begin(); i != a.end() && k != b.end() && *i == *k; ++i, ++k)
        common /= *i;
    return common;
}

/// The name itself, or with a number behind it.
std::string untaken_name(const std::string& name, std::set<std::string>& taken) {
    std::string own = name;
    for (int number = 2; !taken.insert(own).second; ++number)
        own = fmt::format("{}-{}", name, number);
    return own;
}

/// About the whole face, also where a set annotates only some of it: its drawing laid on the points
/// that it has. Empty: too few.
std::optional<Box> box_of_whole_face(const Landmarks& points, const LandmarkScheme& scheme) {
    constexpr double kAsDetectorsSeeIt = 1.2;
    constexpr int kFewestPoints = 3;
    const auto labelled = std::count_if(points.visibility.begin(), points.visibility.end(),
                                        [](Visibility v) { return v != Visibility::NotLabelled; });
    const Landmarks drawing = reference_shape(scheme);
    const auto image_from_drawing = align(drawing, points);
    if (labelled < kFewestPoints || labelled == points.size() || !image_from_drawing)
        return std::nullopt;
    return squared(bounding_box(transformed(*image_from_drawing, drawing)), kAsDetectorsSeeIt);
}

}  // namespace

JoinedDatasets join_datasets(std::vector<Dataset> sets, const LandmarkScheme& target) {
    JoinedDatasets joined;
    Dataset& all = joined.dataset;
    all.format = DatasetFormat::Project;
    all.scheme = target;
    std::set<std::string> names;
    std::unordered_map<std::string, std::string> person_in;
    for (Dataset& set : sets) {
        const std::string name = untaken_name(set.name, names);
        const std::string scheme = set.scheme.name;
        const bool is_first = names.size() == 1;
        MappedDataset part = map_dataset(std::move(set), target);
        joined.remarks.push_back(fmt::format(
            "{} faces of {}, with {} of {} points ({})", part.dataset.labelled().size(), name,
            target.size() - static_cast<int>(part.missing.size()), target.size(), scheme));
        all.root = is_first ? part.dataset.root : folder_of_both(all.root, part.dataset.root);
        all.source = is_first ? part.dataset.source : all.root;
        all.name += (is_first ? "" : "+") + name;
        int guessed_boxes = 0;
        for (Sample& face : part.dataset.samples) {
            // Faces are cut out alike whatever their set annotates.
            if (!face.box && face.has_truth()) {
                face.box = box_of_whole_face(face.points_in_image, target);
                guessed_boxes += face.box ? 1 : 0;
            }
            face.id = name + "/" + face.id;
            if (!face.person.empty())
                face.person = name + "/" + face.person;
            // Two lists of one picture: it must not be on both sides of a split.
            face.person = person_in.emplace(face.image.native(), face.person).first->second;
            face.attributes.clear();
            all.samples.push_back(std::move(face));
        }
        if (guessed_boxes > 0)
            joined.remarks.back() +=
                fmt::format("; {} have no box, which is guessed from the points", guessed_boxes);
        for (Problem& problem : part.dataset.problems) {
            if (!problem.sample_id.empty())
                problem.sample_id = name + "/" + problem.sample_id;
            all.problems.push_back(std::move(problem));
        }
    }
    return joined;
}

}  // namespace rudolph
