#include "core/dataset/inspect_twins.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>

#include "core/image/picture_hash.h"

namespace rudolph {
namespace {

/// Two faces are the same when their points lie nearer than this part of the face's size.
constexpr double kSameFace = 0.1;
constexpr int kFewestShared = 2;
/// More groups of pictures are told in one line.
constexpr size_t kTwinGroupsTold = 10;
/// A crowd's faces are each compared with so many that stand beside them.
constexpr size_t kNeighbours = 64;

std::optional<std::string> twins_text(const Sample& a, const Sample& b) {
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
    if (sum / both <= kSameFace * std::sqrt(box.width * box.height))
        return fmt::format("nearly the same face as {}: is it marked twice?", a.id);
    if (shared >= kFewestShared)
        return fmt::format("shares {} points with {}", shared, a.id);
    return std::nullopt;
}

void find_twins(const std::vector<const Sample*>& of_picture, std::vector<Problem>& found) {
    std::vector<std::pair<double, const Sample*>> order;
    for (const Sample* face : of_picture)
        order.emplace_back(bounding_box(face->points_in_image).centre().x, face);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (size_t i = 0; i < order.size(); ++i)
        for (size_t k = i + 1; k < std::min(order.size(), i + kNeighbours); ++k) {
            const bool in_turn = order[i].second < order[k].second;
            const Sample& a = *order[in_turn ? i : k].second;
            const Sample& b = *order[in_turn ? k : i].second;
            if (auto text = twins_text(a, b))
                found.push_back({b.image, 0, std::move(*text), b.id});
        }
}

/// Which are joined with which, directly or through others.
class Groups {
public:
    explicit Groups(size_t count) : parent_(count) {
        std::iota(parent_.begin(), parent_.end(), size_t{0});
    }
    size_t of(size_t i) {
        while (parent_[i] != i)
            i = parent_[i] = parent_[parent_[i]];
        return i;
    }
    void join(size_t a, size_t b) {
        a = of(a);
        b = of(b);
        parent_[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<size_t> parent_;
};

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
    std::vector<const Sample*> first_faces;
    std::vector<std::optional<PictureHash>> hashes;
    for (const int i : faces) {
        const Sample& face = dataset.samples[at(i)];
        if (!first_faces.empty() && first_faces.back()->image == face.image)
            continue;
        const auto picture = pictures.find(face.image.native());
        if (picture == pictures.end() || !picture->second.hash)
            continue;
        first_faces.push_back(&face);
        hashes.push_back(picture->second.hash);
    }
    Groups groups(hashes.size());
    std::set<size_t> in_danger;
    const auto pairs = nearly_the_same(hashes);
    for (const auto& [a, b] : pairs)
        groups.join(at(a), at(b));
    for (const auto& [a, b] : pairs)
        if (first_faces[at(a)]->person != first_faces[at(b)]->person)
            in_danger.insert(groups.of(at(a)));
    if (in_danger.empty())
        return {};
    std::map<size_t, std::vector<const Sample*>> members;
    for (size_t i = 0; i < hashes.size(); ++i)
        if (in_danger.contains(groups.of(i)))
            members[groups.of(i)].push_back(first_faces[i]);
    size_t count = 0;
    for (const auto& [group, of_group] : members)
        count += of_group.size();
    std::vector<Problem> found;
    for (const auto& [group, of_group] : members) {
        const std::string one = fmt::format(
            "looks nearly the same as {}{}", of_group[1]->id,
            of_group.size() > 2 ? fmt::format(" and {} more", of_group.size() - 2) : "");
        const bool many = members.size() > kTwinGroupsTold;
        found.push_back(
            {of_group.front()->image, 0,
             one +
                 (many ? fmt::format(", as {} pictures in {} groups do", count, members.size())
                       : "") +
                 ": they count as different people's, so a split may train on one and validate on "
                 "another",
             of_group.front()->id});
        if (many)
            break;
    }
    return found;
}

}  // namespace rudolph
