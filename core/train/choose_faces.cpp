#include "core/train/choose_faces.h"

#include <algorithm>
#include <unordered_set>

#include "core/base/error.h"

namespace rudolph {
namespace {

constexpr size_t kIdsInNote = 5;

/// Takes the samples out that `keep` refuses and says which they were.
template <class Keep>
void leave_out(std::vector<int>& samples, const Dataset& dataset, const std::string& side,
               std::vector<std::string>& notes, Keep keep) {
    std::string ids;
    size_t count = 0;
    std::erase_if(samples, [&](int index) {
        const Sample& sample = dataset.samples[static_cast<size_t>(index)];
        if (keep(sample.points_in_image))
            return false;
        if (count++ < kIdsInNote)
            ids += (ids.empty() ? "" : ", ") + sample.id;
        return true;
    });
    if (count == 0)
        return;
    notes.push_back(std::to_string(count) + (count == 1 ? " face lacks" : " faces lack") +
                    " points, not used for " + side + ": " + ids +
                    (count > kIdsInNote ? ", …" : ""));
}

void require_both_sides(const Split& split) {
    for (const auto& [side, name] :
         {std::pair(&split.train, "training"), std::pair(&split.validation, "validation")})
        if (side->empty())
            throw Error(std::string("no face is left for ") + name, {},
                        "choose other data or another split");
}

/// Nothing can be learnt of a point that no face has. Says how many faces have only some.
void require_points(const Dataset& dataset, const ChosenFaces& chosen,
                    std::vector<std::string>& notes) {
    const std::vector<int>& wanted = chosen.target_indices;
    std::vector<int> faces_with(wanted.size());
    size_t partly = 0;
    for (const int index : chosen.split.train) {
        const Landmarks& points = dataset.samples[static_cast<size_t>(index)].points_in_image;
        bool all = true;
        for (size_t i = 0; i < wanted.size(); ++i) {
            const bool labelled = points.is_labelled(wanted[i]);
            faces_with[i] += labelled ? 1 : 0;
            all = all && labelled;
        }
        partly += all ? 0 : 1;
    }
    const auto none = std::find(faces_with.begin(), faces_with.end(), 0);
    if (none != faces_with.end())
        throw Error(
            "no training face has the point '" +
                dataset.scheme.point_names.at(
                    static_cast<size_t>(wanted[static_cast<size_t>(none - faces_with.begin())])) +
                "' (" + std::to_string(std::count(faces_with.begin(), faces_with.end(), 0)) +
                " of " + std::to_string(wanted.size()) + " are on no face)",
            {dataset.source}, "map the faces to a scheme whose points they have");
    if (partly > 0)
        notes.push_back(std::to_string(partly) + " of " +
                        std::to_string(chosen.split.train.size()) +
                        " training faces lack some points; they teach those that they have");
}

}  // namespace

void require_mirror(const Experiment& experiment, const LandmarkScheme& scheme,
                    const std::vector<int>& target_indices) {
    if (experiment.augmentation.flip > 0 && !mirror_of(scheme, target_indices))
        throw Error("augmentation.flip: the faces' scheme '" + scheme.name +
                        "' does not say which points mirror each other",
                    {}, "set it to 0, or pair left with right in the scheme's editor");
}

ChosenFaces choose_faces(const Experiment& experiment, const Dataset& dataset,
                         std::vector<std::string>& notes, const std::optional<Split>& split,
                         const TwinPictures& twins) {
    ChosenFaces chosen;
    chosen.target_indices = target_indices(experiment.target, dataset.scheme);
    require_mirror(experiment, dataset.scheme, chosen.target_indices);
    const auto labelled_in = [&](const Landmarks& points) {
        return [&points](int i) { return points.is_labelled(i); };
    };
    const std::vector<int>& wanted = chosen.target_indices;
    chosen.split = split ? *split : make_split(dataset, experiment.split, twins);
    leave_out(chosen.split.train, dataset, "training", notes, [&](const Landmarks& points) {
        return std::any_of(wanted.begin(), wanted.end(), labelled_in(points));
    });
    leave_out(chosen.split.validation, dataset, "validation", notes, [&](const Landmarks& points) {
        return std::any_of(wanted.begin(), wanted.end(), labelled_in(points));
    });
    require_both_sides(chosen.split);
    require_points(dataset, chosen, notes);
    return chosen;
}

void keep_only(Split& split, const std::vector<int>& usable) {
    const std::unordered_set<int> kept(usable.begin(), usable.end());
    for (auto* side : {&split.train, &split.validation})
        std::erase_if(*side, [&](int sample) { return !kept.contains(sample); });
    require_both_sides(split);
}

}  // namespace rudolph
