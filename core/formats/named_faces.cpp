#include "core/formats/named_faces.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "core/base/encoding.h"
#include "core/base/text.h"
#include "core/dataset/choose_scheme.h"
#include "core/dataset/names.h"
#include "core/formats/tool_json.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

using Points = std::vector<NamedPoint>;

bool holds_point(const Box& box, const Point& point) {
    return point.x >= box.left && point.x <= box.right() && point.y >= box.top &&
           point.y <= box.bottom();
}

/// The square of the distance to the box; 0 inside.
double distance_to(const Box& box, const Point& point) {
    const double x = std::max({box.left - point.x, 0.0, point.x - box.right()});
    const double y = std::max({box.top - point.y, 0.0, point.y - box.bottom()});
    return x * x + y * y;
}

double area_of_box(const Box& box) {
    return box.width * box.height;
}

bool labels_differ(const Points& points) {
    std::unordered_set<std::string> seen;
    return std::all_of(points.begin(), points.end(), [&seen](const NamedPoint& point) {
        return seen.insert(point.label).second;
    });
}

bool labels_are_alike(const Points& points) {
    return std::all_of(points.begin(), points.end(), [&points](const NamedPoint& point) {
        return point.label == points.front().label;
    });
}

/// After how many points the labels begin again, where they are one list over and over; else 0.
size_t repetition(const Points& points) {
    std::unordered_set<std::string> seen;
    size_t length = 0;
    while (length < points.size() && seen.insert(points[length].label).second)
        ++length;
    if (length < 2 || length == points.size() || points.size() % length != 0)
        return 0;
    for (size_t i = length; i < points.size(); ++i)
        if (points[i].label != points[i - length].label)
            return 0;
    return length;
}

/// The boxes of the label whose boxes hold the most of the points: those of faces, not of glasses.
std::vector<Box> boxes_around(const Points& points, const std::vector<NamedBox>& boxes) {
    std::map<std::string, int> held;
    for (const NamedBox& box : boxes) {
        int& count = held[box.label];
        for (const NamedPoint& point : points)
            count += holds_point(box.box, point.place) ? 1 : 0;
    }
    std::vector<Box> around;
    const auto most = std::max_element(
        held.begin(), held.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    for (const NamedBox& box : boxes)
        if (most->second > 0 && box.label == most->first)
            around.push_back(box.box);
    return around;
}

std::vector<Points> by_nearest_box(const Points& points, const std::vector<Box>& boxes) {
    std::vector<Points> groups(boxes.size());
    for (const NamedPoint& point : points) {
        const auto nearest =
            std::min_element(boxes.begin(), boxes.end(), [&point](const Box& a, const Box& b) {
                return std::pair(distance_to(a, point.place), area_of_box(a)) <
                       std::pair(distance_to(b, point.place), area_of_box(b));
            });
        groups[static_cast<size_t>(nearest - boxes.begin())].push_back(point);
    }
    std::erase_if(groups, [](const Points& group) { return group.empty(); });
    return groups;
}

/// The number that a label ends in: 17 of "p017". Empty: none.
std::optional<long long> number_of_label(const std::string& label) {
    size_t begin = label.size();
    while (begin > 0 && label[begin - 1] >= '0' && label[begin - 1] <= '9')
        --begin;
    return parse_integer(std::string_view(label).substr(begin));
}

bool are_numbered(const std::vector<std::string>& labels) {
    std::set<long long> numbers;
    return std::all_of(labels.begin(), labels.end(), [&numbers](const std::string& label) {
        const auto number = number_of_label(label);
        return number && numbers.insert(*number).second;
    });
}

std::string list_of_labels(const std::vector<std::string>& labels) {
    constexpr size_t kMostShown = 3;
    std::string text;
    for (size_t i = 0; i < std::min(labels.size(), kMostShown); ++i)
        text += (i == 0 ? "" : ", ") + shown_text(labels[i]);
    return labels.size() > kMostShown ? text + ", …" : text;
}

}  // namespace

NamedFaces::NamedFaces(fs::path file, fs::path root)
    : file_(std::move(file)), root_(std::move(root)) {}

void NamedFaces::define(const std::string& kind, std::vector<std::string> labels) {
    defined_[kind] = std::move(labels);
}

void NamedFaces::prefer(std::vector<std::string> labels) {
    preferred_ = std::move(labels);
}

void NamedFaces::say(std::string message, int left_out) {
    result_.problems.push_back({file_, 0, std::move(message), "", std::nullopt, left_out});
}

std::string NamedFaces::id_of(const Picture& picture) const {
    return sample_id(root_, picture.picture);
}

NamedFaces::Kind NamedFaces::kind_of(const NamedFace& face) {
    return {face.kind, face.labels.empty()};
}

std::vector<Points> NamedFaces::groups_of_loose(Points loose, const std::vector<NamedBox>& boxes) {
    if (loose.empty())
        return {};
    if (!labels_differ(loose)) {
        if (const std::vector<Box> around = boxes_around(loose, boxes); around.size() > 1)
            return by_nearest_box(loose, around);
        if (const size_t length = repetition(loose); length > 0) {
            ++split_pictures_;
            std::vector<Points> groups;
            for (size_t i = 0; i < loose.size(); i += length)
                groups.emplace_back(loose.begin() + static_cast<std::ptrdiff_t>(i),
                                    loose.begin() + static_cast<std::ptrdiff_t>(i + length));
            return groups;
        }
    }
    std::vector<Points> one;
    one.push_back(std::move(loose));
    return one;
}

std::vector<Points> NamedFaces::groups_of(NamedPicture& picture) {
    std::vector<Points> groups;
    std::unordered_map<std::string, size_t> place;
    Points loose;
    for (NamedPoint& point : picture.points) {
        if (point.group.empty()) {
            loose.push_back(std::move(point));
            continue;
        }
        const auto [entry, is_new] = place.emplace(point.group, groups.size());
        if (is_new)
            groups.emplace_back();
        groups[entry->second].push_back(std::move(point));
    }
    std::vector<NamedBox> free;
    for (const NamedBox& box : picture.boxes)
        if (box.group.empty() || !place.contains(box.group))
            free.push_back(box);
    for (Points& group : groups_of_loose(std::move(loose), free))
        groups.push_back(std::move(group));
    return groups;
}

void NamedFaces::give_boxes(std::vector<NamedFace>& faces, const std::vector<std::string>& groups,
                            std::vector<NamedBox> boxes) {
    const auto give = [&](size_t face, size_t box) {
        faces[face].box = boxes[box].box;
        faces[face].attributes.insert(boxes[box].attributes.begin(), boxes[box].attributes.end());
        face_boxes_.insert(boxes[box].label);
        boxes.erase(boxes.begin() + static_cast<std::ptrdiff_t>(box));
    };
    for (size_t i = 0; i < faces.size(); ++i)
        for (size_t k = 0; k < boxes.size() && !groups[i].empty(); ++k)
            if (boxes[k].group == groups[i]) {
                give(i, k);
                break;
            }
    for (size_t i = 0; i < faces.size(); ++i) {
        const Landmarks& points = faces[i].points;
        int labelled = 0;
        for (int p = 0; p < points.size(); ++p)
            labelled += points.is_labelled(p) ? 1 : 0;
        size_t best = boxes.size();
        int most = 0;
        for (size_t k = 0; k < boxes.size() && !faces[i].box; ++k) {
            int held = 0;
            for (int p = 0; p < points.size(); ++p)
                held += points.is_labelled(p) && holds_point(boxes[k].box, points.points[at(p)])
                            ? 1
                            : 0;
            const bool better =
                held > most || (held == most && best < boxes.size() &&
                                area_of_box(boxes[k].box) < area_of_box(boxes[best].box));
            if (2 * held >= labelled && held > 0 && better) {
                best = k;
                most = held;
            }
        }
        if (best < boxes.size())
            give(i, best);
    }
    for (NamedBox& box : boxes)
        faces.push_back({box.label, {}, {}, box.box, std::move(box.attributes), 0});
}

void NamedFaces::add(NamedPicture picture) {
    // Each point and face is compared with each box; no picture of people has nearly as many.
    constexpr size_t most_pairs = 10'000'000;
    const size_t marks = picture.points.size() + picture.faces.size();
    if (!picture.boxes.empty() && marks > most_pairs / picture.boxes.size()) {
        say(fmt::format("{} has {} points and shapes and {} boxes: too many to tell which belong "
                        "together",
                        picture.picture.filename().string(), marks, picture.boxes.size()),
            static_cast<int>(picture.boxes.size()));
        return;
    }
    std::vector<NamedFace> faces = std::move(picture.faces);
    std::vector<std::string> group_names(faces.size());
    for (const Points& group : groups_of(picture)) {
        NamedFace face;
        const bool alike = group.size() > 1 && labels_are_alike(group);
        alike_faces_ += alike ? 1 : 0;
        face.line = group.front().line;
        for (const NamedPoint& point : group) {
            if (!alike)
                face.labels.push_back(point.label);
            face.points.points.push_back(point.place);
            face.points.visibility.push_back(point.visibility);
        }
        group_names.push_back(group.front().group);
        faces.push_back(std::move(face));
    }
    give_boxes(faces, group_names, std::move(picture.boxes));
    pictures_.push_back({std::move(picture.picture), picture.size, std::move(picture.attributes),
                         std::move(faces)});
}

void NamedFaces::leave_out_other_kinds(const Kind& main) {
    std::map<Kind, int> others;
    for (Picture& picture : pictures_) {
        const size_t before = picture.faces.size();
        std::erase_if(picture.faces, [&](const NamedFace& face) {
            if (face.points.empty() || kind_of(face) == main)
                return false;
            ++others[kind_of(face)];
            return true;
        });
        if (picture.faces.empty() && before > 0)
            picture.picture.clear();  // not one that shows no face
    }
    const auto shown = [](const Kind& kind) {
        return (kind.in_order ? "points in order" : "named points") +
               (kind.name.empty() ? std::string() : " of '" + shown_text(kind.name) + "'");
    };
    for (const auto& [kind, count] : others)
        say(fmt::format("{} left out: most faces have {}, and a data set has points of one kind; "
                        "parts of one face need one group",
                        count == 1 ? "a shape with " + shown(kind) + " is"
                                   : fmt::format("{} shapes with {} are", count, shown(kind)),
                        shown(main)),
            count);
}

void NamedFaces::leave_out_other_boxes() {
    if (face_boxes_.empty())
        return;
    std::map<std::string, int> others;
    for (Picture& picture : pictures_)
        std::erase_if(picture.faces, [&](const NamedFace& face) {
            const bool other = face.points.empty() && !face_boxes_.contains(face.kind);
            if (other)
                ++others[face.kind];
            return other;
        });
    for (const auto& [label, count] : others)
        say(fmt::format("{} '{}' no face's points and no face is made of {}",
                        tool_count(count, "a box holds as", "boxes hold as"), shown_text(label),
                        count == 1 ? "it" : "them"));
}

std::vector<std::string> NamedFaces::ordered_labels(const Kind& kind) const {
    std::vector<std::string> labels;
    std::unordered_set<std::string> seen;
    const auto add = [&](const std::string& label) {
        if (seen.insert(label).second)
            labels.push_back(label);
    };
    if (const auto defined = defined_.find(kind.name); defined != defined_.end())
        for (const std::string& label : defined->second)
            add(label);
    const bool is_defined = !labels.empty();
    size_t named = 0;
    size_t faces = 0;
    for (const Picture& picture : pictures_)
        for (const NamedFace& face : picture.faces)
            if (!face.points.empty()) {
                std::for_each(face.labels.begin(), face.labels.end(), add);
                named += face.labels.size();
                ++faces;
            }
    // Else faces would be nearly all gaps, as long as there are words.
    constexpr size_t kSparsest = 32;
    constexpr size_t kFew = 4096;
    if (faces * labels.size() > kSparsest * named + kFew)
        throw Error(fmt::format("the points have {} different labels, and hardly two faces the "
                                "same ones ({})",
                                labels.size(), list_of_labels(labels)),
                    {file_}, "a point should have the same label on each face");
    if (is_defined)
        return labels;
    if (are_numbered(labels)) {
        std::stable_sort(labels.begin(), labels.end(),
                         [](const std::string& a, const std::string& b) {
                             return number_of_label(a) < number_of_label(b);
                         });
    } else if (!preferred_.empty()) {
        std::unordered_map<std::string, size_t> rank;
        for (const std::string& label : preferred_)
            rank.emplace(label, rank.size());
        const auto rank_of = [&rank](const std::string& label) {
            const auto known = rank.find(label);
            return known == rank.end() ? rank.size() : known->second;
        };
        std::stable_sort(
            labels.begin(), labels.end(),
            [&](const std::string& a, const std::string& b) { return rank_of(a) < rank_of(b); });
    }
    // The names of a built-in scheme, in whatever order.
    for (const LandmarkScheme& scheme : builtin_schemes())
        if (std::is_permutation(labels.begin(), labels.end(), scheme.point_names.begin(),
                                scheme.point_names.end()))
            return scheme.point_names;
    return labels;
}

void NamedFaces::name_points(const Kind& kind, const std::vector<std::string>& labels) {
    std::unordered_map<std::string, size_t> place;
    for (const std::string& label : labels)
        place.emplace(label, place.size());
    std::vector<Problem> doubles;
    for (Picture& picture : pictures_)
        for (NamedFace& face : picture.faces) {
            if (face.points.empty() || kind_of(face) != kind)
                continue;
            Landmarks named;
            named.points.resize(labels.size());
            named.visibility.resize(labels.size(), Visibility::NotLabelled);
            std::set<std::string> twice;
            std::vector<bool> seen(labels.size());
            for (int i = 0; i < face.points.size(); ++i) {
                const size_t k = place.at(face.labels[at(i)]);
                if (seen[k]) {
                    twice.insert(face.labels[at(i)]);
                    continue;
                }
                seen[k] = true;
                named.points[k] = face.points.is_labelled(i) ? face.points.points[at(i)] : Point();
                named.visibility[k] = face.points.visibility[at(i)];
            }
            face.points = std::move(named);
            if (!twice.empty())
                doubles.push_back(
                    {file_, face.line,
                     fmt::format("a face of {} has several points '{}': the first one is taken; "
                                 "where they are of several faces, give each a group or a box",
                                 picture.picture.filename().string(), shown_text(*twice.begin())),
                     id_of(picture)});
        }
    constexpr size_t kMostNamed = 20;
    if (doubles.size() > kMostNamed) {
        doubles.front().message =
            fmt::format("{} faces have points with the same label; the first: {}", doubles.size(),
                        doubles.front().message);
        doubles.resize(1);
    }
    std::move(doubles.begin(), doubles.end(), std::back_inserter(result_.problems));
}

/// `labels` are empty where the order tells the points.
void NamedFaces::settle_scheme(Dataset& dataset, const std::vector<std::string>& labels) {
    const int count =
        labels.empty() ? usual_point_count(result_.samples) : static_cast<int>(labels.size());
    if (count == 0)
        return;
    for (const LandmarkScheme& scheme : builtin_schemes())
        if (scheme.point_names == labels) {
            dataset.scheme = scheme;
            return;
        }
    SchemeChoice choice = choose_scheme(result_.samples, count, dataset.name);
    const bool is_known = !choice.scheme.reference.empty() || choice.scheme.has_mirror_pairs;
    const bool has_words = !labels.empty() && !are_numbered(labels);
    dataset.scheme = std::move(choice.scheme);
    if (!is_known && !labels.empty())
        dataset.scheme.point_names = labels;
    if (is_known && has_words)
        say(
            fmt::format("the points ({}) are taken for those of {}, by their number and by what "
                        "the faces look like",
                        list_of_labels(labels), dataset.scheme.name));
    else if (!choice.remark.empty() && !has_words)
        say(std::move(choice.remark));
}

ReaderResult NamedFaces::finish(Dataset& dataset) {
    leave_out_other_boxes();
    std::map<Kind, int> faces_of;
    for (const Picture& picture : pictures_)
        for (const NamedFace& face : picture.faces)
            if (!face.points.empty())
                ++faces_of[kind_of(face)];
    std::vector<std::string> labels;
    if (!faces_of.empty()) {
        const Kind main =
            std::max_element(faces_of.begin(), faces_of.end(), [](const auto& a, const auto& b) {
                return a.second < b.second;
            })->first;
        leave_out_other_kinds(main);
        if (!main.in_order) {
            labels = ordered_labels(main);
            name_points(main, labels);
        }
    }
    if (alike_faces_ > 0)
        say(
            fmt::format("the points of {} all have the same label: they are taken in the order in "
                        "which they stand in the file",
                        tool_count(alike_faces_, "a face", "faces")));
    if (split_pictures_ > 0)
        say(
            fmt::format("{} points with the same labels, without groups or boxes: they are taken "
                        "for faces that were marked one after the other",
                        tool_count(split_pictures_, "a picture has", "pictures have")));
    for (Picture& picture : pictures_) {
        if (picture.picture.empty())
            continue;
        if (picture.faces.empty())
            picture.faces.emplace_back();
        for (NamedFace& face : picture.faces) {
            Sample sample = face_of_picture(root_, picture.picture);
            sample.image_size = picture.size;
            sample.box = face.box;
            const auto& seen = face.points.visibility;
            if (std::any_of(seen.begin(), seen.end(),
                            [](Visibility one) { return one != Visibility::NotLabelled; }))
                sample.points_in_image = std::move(face.points);
            sample.attributes = std::move(face.attributes);
            sample.attributes.insert(picture.attributes.begin(), picture.attributes.end());
            result_.samples.push_back(std::move(sample));
        }
    }
    join_repeated_pictures(result_.samples, root_);
    settle_scheme(dataset, labels);
    return std::move(result_);
}

}  // namespace rudolph
