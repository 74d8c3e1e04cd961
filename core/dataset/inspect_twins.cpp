#include "core/dataset/inspect_twins.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <string>

#include "core/base/error.h"
#include "core/dataset/split.h"
#include "core/dataset/twin_pictures.h"

namespace rudolph {
namespace {

/// Two faces are the same when their points lie nearer than this part of the face's size.
constexpr double kTwinWithin = 0.1;
constexpr int kFewestShared = 2;
/// More groups of pictures are told in one line.
constexpr size_t kTwinGroupsTold = 10;
/// A crowd's faces are each compared with so many that stand beside them.
constexpr size_t kNeighbours = 64;

/// How two faces of a picture are alike, if they are.
struct Alike {
    bool is_same = false;  ///< all points are near; else some are shared
    int shared = 0;
};

std::optional<Alike> alike(const Sample& a, const Sample& b) {
    const Landmarks& p = a.points_in_image;
    const Landmarks& q = b.points_in_image;
    int both = 0;
    int shared = 0;
    double sum = 0;
    for (int i = 0; i < std::min(p.size(), q.size()); ++i) {
        if (!p.is_labelled(i) || !q.is_labelled(i))
            continue;
        ++both;
        sum += cv::norm(p.points[at(i)] - q.points[at(i)]);
        shared += p.points[at(i)] == q.points[at(i)] ? 1 : 0;
    }
    if (both == 0)
        return std::nullopt;
    const Box box = bounding_box(p);
    if (sum / both <= kTwinWithin * std::sqrt(box.width * box.height))
        return Alike{true, shared};
    return shared >= kFewestShared ? std::optional(Alike{false, shared}) : std::nullopt;
}

/// What a face is told once, however many are like it.
struct Twins {
    const Sample* first = nullptr;
    Alike alike;
    int others = 0;
};

std::string twins_text(const Twins& twins) {
    const std::string of =
        twins.first->id + (twins.others == 0 ? "" : fmt::format(" and {} more", twins.others));
    return twins.alike.is_same ? fmt::format("nearly the same face as {}: is it marked twice?", of)
                               : fmt::format("shares {} points with {}", twins.alike.shared, of);
}

void find_twins(const std::vector<const Sample*>& of_picture, std::vector<Problem>& found) {
    std::vector<std::pair<double, const Sample*>> order;
    for (const Sample* face : of_picture)
        order.emplace_back(bounding_box(face->points_in_image).centre().x, face);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::map<const Sample*, Twins> twins;
    for (size_t i = 0; i < order.size(); ++i)
        for (size_t k = i + 1; k < std::min(order.size(), i + kNeighbours); ++k) {
            const bool in_turn = order[i].second < order[k].second;
            const Sample* a = order[in_turn ? i : k].second;
            const Sample* b = order[in_turn ? k : i].second;
            const std::optional<Alike> how = alike(*a, *b);
            if (!how)
                continue;
            if (const auto [place, is_new] = twins.try_emplace(b, Twins{a, *how, 0}); !is_new)
                ++place->second.others;
        }
    for (const auto& [face, told] : twins)
        found.push_back({face->image, 0, twins_text(told), face->id});
}

bool is_parted(const std::vector<int>& group, const Split& split) {
    const auto has_any = [&group](const std::vector<int>& side) {
        return std::any_of(group.begin(), group.end(), [&side](int face) {
            return std::binary_search(side.begin(), side.end(), face);
        });
    };
    return has_any(split.train) && has_any(split.validation);
}

}  // namespace

std::vector<Problem> inspect_twin_faces(const Dataset& dataset, const std::vector<int>& faces) {
    std::vector<Problem> found;
    std::vector<const Sample*> of_picture;
    for (const int i : faces) {
        const Sample& face = dataset.samples[at(i)];
        if (!of_picture.empty() && of_picture.front()->image != face.image) {
            find_twins(std::exchange(of_picture, {}), found);
        }
        of_picture.push_back(&face);
    }
    find_twins(of_picture, found);
    return found;
}

std::vector<Problem> inspect_twin_pictures(const Dataset& dataset, const std::vector<int>& faces,
                                           const CheckedPictures& pictures) {
    const auto person = [&dataset](int face) -> const std::string& {
        return dataset.samples[at(face)].person;
    };
    TwinPictures twins = twin_pictures(dataset, faces, pictures);
    Split split;
    try {
        split = make_split(dataset, {}, twins);
    } catch (const Error&) {
        split = {};  // there is none that could part them
    }
    std::erase_if(twins, [&](const std::vector<int>& group) {
        return !is_parted(group, split) && std::all_of(group.begin(), group.end(), [&](int face) {
            return person(face) == person(group.front());
        });
    });
    std::stable_partition(twins.begin(), twins.end(), [&split](const std::vector<int>& group) {
        return is_parted(group, split);
    });
    size_t count = 0;
    for (const std::vector<int>& group : twins)
        count += group.size();
    std::vector<Problem> found;
    for (const std::vector<int>& group : twins) {
        const Sample& first = dataset.samples[at(group.front())];
        const std::string one =
            fmt::format("looks nearly the same as {}{}", dataset.samples[at(group[1])].id,
                        group.size() > 2 ? fmt::format(" and {} more", group.size() - 2) : "");
        const bool many = twins.size() > kTwinGroupsTold;
        found.push_back(
            {first.image, 0,
             one +
                 (many ? fmt::format(", as {} pictures in {} groups do", count, twins.size())
                       : "") +
                 (is_parted(group, split) ? ": the split trains on one and validates on another"
                                          : ": they count as different people's, but a split by "
                                            "shares keeps them on one "
                                            "side"),
             first.id});
        if (many)
            break;
    }
    return found;
}

}  // namespace rudolph
