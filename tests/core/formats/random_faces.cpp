#include "tests/core/formats/random_faces.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/base/json.h"
#include "core/formats/project.h"
#include "core/formats/reader.h"
#include "tests/core/formats/data_files.h"

namespace rudolph::test {
namespace fs = std::filesystem;
namespace {

constexpr int kMaxFaces = 3;

/// What may occur in a set.
struct Kinds {
    bool several, boxes, empty_boxes, hidden, unlabelled, bare_pictures, faces_without_points;
    bool sub_pixel, far, states, notes, proposals, attributes, persons, list_attributes;
};

Kinds random_kinds(Random& random) {
    const auto maybe = [&random](double share) { return random.uniform() < share; };
    Kinds kinds{};
    for (bool* kind : {&kinds.several, &kinds.boxes, &kinds.empty_boxes, &kinds.hidden,
                       &kinds.unlabelled, &kinds.bare_pictures, &kinds.faces_without_points,
                       &kinds.sub_pixel, &kinds.far, &kinds.states, &kinds.notes, &kinds.proposals,
                       &kinds.attributes, &kinds.persons, &kinds.list_attributes})
        *kind = maybe(0.35);
    return kinds;
}

LandmarkScheme made_scheme(Random& random) {
    LandmarkScheme scheme;
    scheme.name = "nase";
    scheme.title = "Nase, \"Mund\" & Ohren";
    scheme.point_names = {"links", "rechts ü", "Nase", "Mund", "point, \"4\""};
    if (random.below(2) == 0)
        scheme.lines = {{"Augen", {0, 1}, false}, {"Rest", {2, 3, 4}, random.below(2) == 0}};
    if (random.below(2) == 0) {
        scheme.has_mirror_pairs = true;
        scheme.mirror_pairs = {{1, 0}};
    }
    if (random.below(2) == 0)
        scheme.nose_tip = 2;
    if (random.below(2) == 0)
        scheme.normaliser = NormalisingDistance{"eyes", {0}, {1}};
    return scheme;
}

LandmarkScheme random_scheme(Random& random) {
    switch (random.below(4)) {
        case 0:
            return builtin_scheme("ibug-68");
        case 1:
            return builtin_scheme("imm-58");
        case 2:
            return numbered_points(5);
        default:
            return made_scheme(random);
    }
}

double random_coordinate(const Kinds& kinds, double most, Random& random) {
    const double value = kinds.far ? random.uniform(-300, most + 300) : random.uniform(0, most - 1);
    return kinds.sub_pixel ? value : std::round(value);
}

Landmarks random_points(const Kinds& kinds, int count, cv::Size size, Random& random) {
    Landmarks points;
    for (int i = 0; i < count; ++i) {
        points.points.emplace_back(random_coordinate(kinds, size.width, random),
                                   random_coordinate(kinds, size.height, random));
        points.visibility.push_back(kinds.hidden && random.below(4) == 0 ? Visibility::Hidden
                                                                         : Visibility::Visible);
    }
    if (!kinds.unlabelled || random.below(2) == 0)
        return points;
    const double share = random.below(4) == 0 ? 1.0 : random.uniform();
    for (Visibility& visibility : points.visibility)
        if (random.uniform() < share)
            visibility = Visibility::NotLabelled;
    return points;
}

Box random_box(const Kinds& kinds, cv::Size size, Random& random) {
    const double smallest = kinds.empty_boxes && random.below(3) == 0 ? 0 : 1;
    return {random_coordinate(kinds, size.width, random),
            random_coordinate(kinds, size.height, random),
            smallest * (1 + std::abs(random_coordinate(kinds, size.width, random))),
            smallest * (1 + std::abs(random_coordinate(kinds, size.height, random)))};
}

void add_remarks(const Kinds& kinds, Sample& face, Random& random) {
    if (kinds.states)
        face.state = static_cast<FaceState>(random.below(4));
    if (kinds.notes && random.below(2) == 0)
        face.note = "Zeile 1\n\"Zeile\" 2\t& <mehr> ü";
    if (!kinds.attributes)
        return;
    if (random.below(2) == 0)
        face.attributes["label"] = "Jörg <& 'Co'>\n\"2\" ";
    if (random.below(2) == 0)
        face.attributes["age"] = "44";
    if (random.below(2) == 0)
        face.attributes["class"] = std::to_string(random.below(3));
    if (random.below(2) == 0)
        face.attributes["segmentation"] = R"([[1,2.5,"ü"],{"a":null}])";
}

}  // namespace

std::vector<fs::path> write_awkward_pictures(const fs::path& folder) {
    const std::vector<std::string> names = {
        "04-1m.png",        "04-2m.png",       "07-1f.png",
        "12_03.png",        "p & 'q' <r>.png", "p & 'q' <r>_mirror.png",
        "ü/gesicht 顔.png", "ü/tief/b.c.png",  "ü/x,y;z.jpg",
        "z \"quoted\".png", "leer.PNG"};
    std::vector<fs::path> pictures;
    for (size_t i = 0; i < names.size(); ++i) {
        pictures.push_back(folder / names[i]);
        write_picture(pictures.back(), {40 + 7 * static_cast<int>(i), 61 - static_cast<int>(i)});
    }
    std::sort(pictures.begin(), pictures.end());
    return pictures;
}

Dataset random_faces(const fs::path& folder, const std::vector<fs::path>& pictures,
                     std::uint64_t seed) {
    Random random(seed);
    const Kinds kinds = random_kinds(random);
    Dataset dataset;
    dataset.name = "Gesichter";
    dataset.root = dataset.source = folder;
    dataset.format = DatasetFormat::Pictures;
    dataset.scheme = random_scheme(random);
    if (kinds.list_attributes)
        dataset.attributes = {{"name", "A <list> & ü"}, {"info", R"({"year":2024})"}};
    for (const fs::path& picture : pictures) {
        const Sample blank = face_of_picture(folder, picture);
        const cv::Size size = decode_image(picture).size();
        const int count = kinds.bare_pictures && random.below(3) == 0
                              ? 0
                              : 1 + (kinds.several ? random.below(kMaxFaces) : 0);
        for (int i = 0; i < std::max(1, count); ++i) {
            Sample face = blank;
            if (i > 0)
                face.id += "#" + std::to_string(i + 1);
            face.image_size = size;
            if (count > 0) {
                if (kinds.boxes && random.below(3) > 0)
                    face.box = random_box(kinds, size, random);
                if (!face.box || !kinds.faces_without_points || random.below(2) == 0)
                    face.points_in_image =
                        random_points(kinds, dataset.scheme.size(), size, random);
            }
            add_remarks(kinds, face, random);
            if (kinds.proposals && !face.points_in_image.empty() && random.below(3) == 0)
                face.proposed_by = "netz ü";
            if (kinds.persons && i == 0 && random.below(3) == 0)
                face.person = "someone";
            else if (i > 0)
                face.person = dataset.samples.back().person;
            dataset.samples.push_back(std::move(face));
        }
    }
    return dataset;
}

namespace {

std::string number(double value) {
    const double rounded = std::round(value * 1e6) / 1e6;
    return number_text(rounded == 0 ? 0 : rounded);
}

std::string told_points(const Landmarks& points) {
    std::string text;
    bool any = false;
    for (int i = 0; i < points.size(); ++i) {
        const Point& point = points.points[static_cast<size_t>(i)];
        any = any || points.is_labelled(i);
        text +=
            !points.is_labelled(i)
                ? " -"
                : " " + number(point.x) + "/" + number(point.y) +
                      (points.visibility[static_cast<size_t>(i)] == Visibility::Hidden ? "h" : "");
    }
    return any ? text : "";
}

/// Empty when the face says nothing.
std::string told_face(const Sample& face) {
    std::string text;
    if (face.box)
        text += " box " + number(face.box->left) + " " + number(face.box->top) + " " +
                number(face.box->width) + " " + number(face.box->height);
    if (const std::string points = told_points(face.points_in_image); !points.empty())
        text += " points" + points + (face.is_proposal() ? " by " + face.proposed_by : "");
    if (face.state != FaceState::New)
        text += " " + to_string(face.state);
    if (!face.note.empty())
        text += " note " + face.note;
    for (const auto& [name, value] : face.attributes)
        text.append(" [").append(name).append("=").append(value).append("]");
    return text;
}

}  // namespace

std::string told(const Dataset& dataset, const fs::path& folder) {
    std::map<std::string, std::string> pictures;
    std::map<std::string, std::string> persons;  // a person is called after the first picture
    std::map<std::string, std::string> person_of_picture;
    std::map<std::string, std::string> views;
    for (const Sample& face : dataset.samples) {
        const std::string name = face.image.lexically_relative(folder).string();
        if (const std::string text = told_face(face); !text.empty())
            pictures[name] += "\n  face" + text;
        else
            pictures[name] += "";
        person_of_picture.emplace(name, face.person);
        if (face.view)
            views.emplace(name, " view " + std::to_string(*face.view));
    }
    std::string text;
    for (const auto& [name, faces] : pictures)
        text.append(name)
            .append(" of ")
            .append(persons.emplace(person_of_picture[name], name).first->second)
            .append(views[name])
            .append(faces)
            .append("\n");
    LandmarkScheme scheme = dataset.scheme;
    std::sort(scheme.mirror_pairs.begin(), scheme.mirror_pairs.end());
    for (auto& [a, b] : scheme.mirror_pairs)
        if (a > b)
            std::swap(a, b);
    std::sort(scheme.mirror_pairs.begin(), scheme.mirror_pairs.end());
    text += to_json(scheme).dump() + "\n";
    for (const auto& [name, value] : dataset.attributes)
        text.append(name).append(": ").append(value).append("\n");
    return text;
}

}  // namespace rudolph::test
