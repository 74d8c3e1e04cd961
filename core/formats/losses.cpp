#include "core/formats/losses.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "core/dataset/repeated_names.h"
#include "core/formats/project.h"
#include "core/image/decode.h"

namespace rudolph {
namespace {

/// Smaller shifts come from arithmetic.
constexpr double kNoShift = 1e-6;

std::string counted(size_t count, const std::string& one) {
    return fmt::format("{} {}{}", count, one, count == 1 ? "" : "s");
}

std::string pixels_text(double pixels) {
    if (pixels < 0.01)
        return "less than 0.01 px";
    std::string text = fmt::format("{:.2f}", pixels);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.'))
        text.pop_back();
    return "up to " + text + " px";
}

size_t labelled_points(const Landmarks& points) {
    return static_cast<size_t>(
        std::count_if(points.visibility.begin(), points.visibility.end(),
                      [](Visibility visibility) { return visibility != Visibility::NotLabelled; }));
}

int first_labelled(const Landmarks& points) {
    int first = 0;
    while (first < points.size() && !points.is_labelled(first))
        ++first;
    return first;
}

/// The faces that one kind of loss is about.
struct LossTally {
    std::vector<std::string> ids;
    size_t points = 0;
    double pixels = 0;

    void add(const Sample& face, size_t more_points = 0, double shift = 0) {
        ids.push_back(face.id);
        points += more_points;
        pixels = std::max(pixels, shift);
    }
    std::string faces() const { return counted(ids.size(), "face"); }
    std::string points_of_faces() const { return counted(points, "point") + " of " + faces(); }
};

struct LossTallies {
    LossTally further_faces, incomplete, renumbered, proposals, moved, faces_without_points, hidden;
    LossTally boxes, moved_boxes, made_boxes, pictures, notes, states, attributes, persons, views;
    std::set<std::string> attribute_names;
    std::set<std::string> state_names;
};

void compare_points(const Sample& before, const Sample& after, LossTallies& lost) {
    const size_t labelled = labelled_points(before.points_in_image);
    if (labelled == 0)
        return;
    if (labelled_points(after.points_in_image) == 0) {
        (before.is_proposal() ? lost.proposals : lost.incomplete).add(before, labelled);
        return;
    }
    const Landmarks& a = before.points_in_image;
    const Landmarks& b = after.points_in_image;
    if (first_labelled(a) != first_labelled(b))
        return lost.renumbered.add(before, labelled);
    size_t gone = 0;
    size_t moved = 0;
    size_t hidden = 0;
    double farthest = 0;
    for (int i = 0; i < a.size(); ++i) {
        const auto k = static_cast<size_t>(i);
        if (!a.is_labelled(i))
            continue;
        if (i >= b.size() || !b.is_labelled(i)) {
            ++gone;
            continue;
        }
        const double shift = cv::norm(a.points[k] - b.points[k]);
        moved += shift > kNoShift ? 1 : 0;
        farthest = std::max(farthest, shift);
        hidden += a.visibility[k] != b.visibility[k] ? 1 : 0;
    }
    if (gone > 0)
        lost.incomplete.add(before, gone);
    if (moved > 0)
        lost.moved.add(before, moved, farthest);
    if (hidden > 0)
        lost.hidden.add(before, hidden);
}

void compare_boxes(const Sample& before, const Sample& after, LossTallies& lost) {
    if (!before.box && !after.box)
        return;
    if (!after.box)
        return lost.boxes.add(before);
    if (!before.box)
        return lost.made_boxes.add(before);
    const Box& a = *before.box;
    const Box& b = *after.box;
    const double shift = std::max({std::abs(a.left - b.left), std::abs(a.top - b.top),
                                   std::abs(a.width - b.width), std::abs(a.height - b.height)});
    if (shift > kNoShift)
        lost.moved_boxes.add(before, 0, shift);
}

/// What else is said of a face.
void compare_remarks(const Sample& before, const Sample& after, LossTallies& lost) {
    if (before.note != after.note)
        lost.notes.add(before);
    if (before.state != after.state) {
        lost.states.add(before);
        lost.state_names.insert(to_string(before.state));
    }
    // What is added (ids) is no loss.
    bool any = false;
    for (const auto& [name, value] : before.attributes) {
        const auto kept = after.attributes.find(name);
        if (kept != after.attributes.end() && kept->second == value)
            continue;
        lost.attribute_names.insert(name);
        any = true;
    }
    if (any)
        lost.attributes.add(before);
}

/// A face that is not written at all.
void add_missing(const Sample& face, bool picture_is_held, FormatLayout layout, LossTallies& lost) {
    const size_t labelled = labelled_points(face.points_in_image);
    compare_remarks(face, {}, lost);
    if (labelled > 0 && face.is_proposal())
        lost.proposals.add(face, labelled);
    else if (labelled > 0 && layout == FormatLayout::FilePerPicture)
        lost.further_faces.add(face, labelled);
    else if (labelled > 0)
        lost.incomplete.add(face, labelled);
    else if (face.box && layout == FormatLayout::FilePerPicture)
        lost.boxes.add(face);
    else if (face.box)
        lost.faces_without_points.add(face);
    if (!picture_is_held && labelled == 0 && !face.box)
        lost.pictures.add(face);
}

void compare_faces(const Dataset& before, const Dataset& held, FormatLayout layout,
                   LossTallies& lost, const CancelToken& cancel) {
    std::unordered_set<std::string> held_pictures;
    if (held.samples.size() < before.samples.size())
        for (const Sample& face : held.samples)
            held_pictures.insert(face.image.native());
    // What is held stands in the same order.
    auto after = held.samples.begin();
    for (const Sample& face : before.samples) {
        cancel.throw_if_cancelled();
        if (after == held.samples.end() || after->id != face.id) {
            add_missing(face, held_pictures.contains(face.image.native()), layout, lost);
            continue;
        }
        compare_points(face, *after, lost);
        compare_boxes(face, *after, lost);
        compare_remarks(face, *after, lost);
        ++after;
    }
}

/// Which pictures show the same person is found from their names again.
void compare_persons(const Dataset& before, DatasetFormat format, LossTallies& lost,
                     const CancelToken& cancel) {
    std::unordered_map<std::string, std::string> after_of;
    std::unordered_map<std::string, std::string> before_of;
    std::vector<Sample> read;
    for (size_t i = 0; i < before.samples.size(); ++i) {
        cancel.throw_if_cancelled();
        const std::filesystem::path& image = before.samples[i].image;
        read.push_back(i > 0 && image == before.samples[i - 1].image
                           ? read.back()
                           : face_of_picture(before.root, image, format));
    }
    join_repetitions(read);
    for (size_t i = 0; i < before.samples.size(); ++i) {
        cancel.throw_if_cancelled();
        const Sample& face = before.samples[i];
        const std::string& person = read[i].person;
        const std::optional<int> view = read[i].view;
        const std::string& after = after_of.emplace(face.person, person).first->second;
        const std::string& back = before_of.emplace(person, face.person).first->second;
        if (after != person || back != face.person)
            lost.persons.add(face);
        if (view != face.view)
            lost.views.add(face);
    }
}

std::vector<std::string> lost_of_scheme(const LandmarkScheme& before, const LandmarkScheme& held) {
    std::vector<std::string> parts;
    if (before.size() == 0)
        return parts;
    const auto compare = [&parts](bool kept, const char* what) {
        if (!kept)
            parts.emplace_back(what);
    };
    compare(before.name == held.name && before.title == held.title, "its name");
    compare(before.point_names == held.point_names, "the names of the points");
    compare(before.lines == held.lines, "the lines");
    compare(
        before.has_mirror_pairs == held.has_mirror_pairs &&
            (!before.has_mirror_pairs || before.mirror_permutation() == held.mirror_permutation()),
        "the mirror pairs");
    compare(before.nose_tip == held.nose_tip, "the nose tip");
    compare(before.normaliser == held.normaliser, "the distance that errors are divided by");
    return parts;
}

/// Entries of the list that are no samples, and go when the list is written over.
std::optional<Loss> unread_entries(const Dataset& dataset, const std::string& title) {
    Loss loss;
    int entries = 0;
    // COCO's writer puts back the entries that nothing was made of.
    if (dataset.format == DatasetFormat::Coco)
        return std::nullopt;
    for (const Problem& problem : dataset.problems) {
        entries += problem.left_out;
        if (problem.left_out > 0 && !problem.sample_id.empty())
            loss.sample_ids.push_back(problem.sample_id);
    }
    if (entries == 0)
        return std::nullopt;
    loss.message = fmt::format("{} is written whole: {} that could not be read {} left out", title,
                               entries == 1 ? "1 entry" : fmt::format("{} entries", entries),
                               entries == 1 ? "is" : "are");
    return loss;
}

class LossList {
public:
    explicit LossList(std::string title) : title_(std::move(title)) {}

    /// `message` goes on after the format's name.
    void add(const LossTally& tally, const std::string& message) {
        if (!tally.ids.empty())
            losses_.push_back({title_ + message, tally.ids, tally.pixels});
    }
    void add(Loss loss) { losses_.push_back(std::move(loss)); }
    void add_whole(const std::string& message) { losses_.push_back({title_ + message, {}, 0}); }
    std::vector<Loss> take() { return std::move(losses_); }

private:
    std::string title_;
    std::vector<Loss> losses_;
};

void tell_points(const LossTallies& lost, FormatLayout layout, LossList& list) {
    list.add(lost.further_faces,
             fmt::format(" keeps one face a picture: {} left out",
                         lost.further_faces.ids.size() == 1
                             ? "1 further face is"
                             : fmt::format("{} further faces are", lost.further_faces.ids.size())));
    list.add(lost.incomplete,
             fmt::format(" keeps only faces with {} of their points labelled, and loses {}",
                         layout == FormatLayout::FilePerPicture ? "all" : "more than half",
                         lost.incomplete.points_of_faces()));
    list.add(lost.renumbered,
             fmt::format(" cannot hold a first point that no face has, and numbers anew {}",
                         lost.renumbered.points_of_faces()));
    list.add(lost.proposals,
             fmt::format(" does not keep points that a network has proposed and nobody has "
                         "accepted: {}",
                         lost.proposals.points_of_faces()));
    list.add(lost.moved, fmt::format(" keeps whole pixels: {} lost on {}",
                                     pixels_text(lost.moved.pixels), lost.moved.points_of_faces()));
    list.add(lost.faces_without_points, fmt::format(" does not keep faces without points: {}",
                                                    lost.faces_without_points.faces()));
    list.add(lost.hidden, fmt::format(" does not keep which points are hidden: {}",
                                      lost.hidden.points_of_faces()));
}

/// Pictures on which nothing is annotated, where the format would say that they show no face.
void tell_unannotated(const std::vector<Sample>& faces, const FormatOptions& options,
                      LossList& list) {
    LossTally pictures;
    for (size_t i = 0; i < faces.size(); ++i)
        if (i == 0 || faces[i].image != faces[i - 1].image)
            pictures.add(faces[i]);
    const bool one = pictures.ids.size() == 1;
    list.add(pictures,
             fmt::format(": {} without any annotation {}", counted(pictures.ids.size(), "picture"),
                         options.keep_unannotated ? one ? "becomes a negative" : "become negatives"
                         : one                    ? "is left out"
                                                  : "are left out"));
}

void tell_the_rest(const LossTallies& lost, LossList& list) {
    list.add(lost.boxes, " does not keep boxes: " + lost.boxes.faces());
    list.add(lost.moved_boxes,
             fmt::format(" keeps whole pixels: {} lost on the boxes of {}",
                         pixels_text(lost.moved_boxes.pixels), lost.moved_boxes.faces()));
    list.add(lost.made_boxes, fmt::format(" needs a box, and gets the one around the points for {}",
                                          lost.made_boxes.faces()));
    list.add(lost.pictures, fmt::format(" does not keep pictures without points: {}",
                                        counted(lost.pictures.ids.size(), "picture")));
    list.add(lost.notes, " does not keep notes: " + lost.notes.faces());
    list.add(lost.states, fmt::format(" does not keep how far faces are ({}): {}",
                                      fmt::join(lost.state_names, ", "), lost.states.faces()));
    list.add(lost.attributes,
             fmt::format(" does not keep what else is said of faces ({}): {}",
                         fmt::join(lost.attribute_names, ", "), lost.attributes.faces()));
    list.add(lost.persons, fmt::format(" does not keep which pictures show the same person: {}",
                                       lost.persons.faces()));
    list.add(lost.views, " does not keep the view: " + lost.views.faces());
}

}  // namespace

std::vector<Loss> losses(const Dataset& dataset, DatasetFormat format, const FormatOptions& options,
                         const CancelToken& cancel) {
    cancel.throw_if_cancelled();
    const FormatInfo& info = format_info(format);
    Dataset written = dataset;
    FormatOptions leaving_out = options;
    leaving_out.keep_unannotated = false;
    const std::vector<Sample> unannotated = take_unannotated(written, format, leaving_out);
    if (options.keep_unannotated)
        written = dataset;
    const Dataset held = writer_of(format).held(std::move(written), options);
    LossTallies lost;
    compare_faces(dataset, held, info.layout, lost, cancel);
    if (format != DatasetFormat::Project)
        compare_persons(dataset, format, lost, cancel);
    LossList list(info.title);
    if (format == dataset.format && info.layout == FormatLayout::OneFile) {
        if (std::optional<Loss> unread = unread_entries(dataset, info.title))
            list.add(std::move(*unread));
    }
    tell_points(lost, info.layout, list);
    if (!unannotated.empty()) {
        tell_unannotated(unannotated, options, list);
        lost.pictures = {};
    }
    tell_the_rest(lost, list);
    if (const auto parts = lost_of_scheme(dataset.scheme, held.scheme); !parts.empty())
        list.add_whole(fmt::format(" does not keep of the scheme: {}", fmt::join(parts, ", ")));
    std::vector<std::string> words;
    for (const auto& [name, value] : dataset.attributes) {
        const auto kept = held.attributes.find(name);
        if (kept == held.attributes.end() || kept->second != value)
            words.push_back(name);
    }
    if (!words.empty())
        list.add_whole(
            fmt::format(" does not keep what the list says of itself: {}", fmt::join(words, ", ")));
    return list.take();
}

}  // namespace rudolph
