#include "core/formats/yolo_writer.h"
#include "core/base/encoding.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/dataset/choose_scheme.h"
#include "core/dataset/names.h"
#include "core/dataset/set_part.h"
#include "core/formats/yolo.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

/// Through the same arithmetic as a file.
Box through_file(const Box& box, cv::Size picture) {
    const double width = box.width / picture.width * picture.width;
    const double height = box.height / picture.height * picture.height;
    const Point centre = box.centre();
    return {centre.x / picture.width * picture.width - width / 2,
            centre.y / picture.height * picture.height - height / 2, width, height};
}

/// Names of classes as the reader gives them.
bool is_names(const std::string& text) {
    const Json names = Json::parse(text, nullptr, false);
    return names.is_object() && !names.empty() && names != yolo_usual_names() &&
           std::all_of(names.begin(), names.end(),
                       [](const Json& name) { return name.is_string(); });
}

/// The class of each face, and the part of the set that its picture is in.
void keep_known_attributes(std::vector<Sample>& samples) {
    const auto is_class = [](const std::string& text) {
        const auto number = parse_integer(text);
        return number && *number > 0 && std::to_string(*number) == text;
    };
    std::string part;
    for (size_t i = 0; i < samples.size(); ++i) {
        Sample& face = samples[i];
        if (i == 0 || samples[i - 1].image != face.image) {
            const auto found = face.attributes.find(kSetPart);
            part = found == face.attributes.end() ? std::string() : found->second;
        }
        std::erase_if(face.attributes, [&](const auto& attribute) {
            return attribute.first != kYoloClass || !face.box || !is_class(attribute.second);
        });
        if (part == "val" || part == "test")
            face.attributes[kSetPart] = part;
    }
}

Dataset held_by_yolo(Dataset dataset, const FormatOptions& /*options*/) {
    Dataset held = truth_only(std::move(dataset));
    std::erase_if(held.attributes, [](const auto& attribute) {
        return attribute.first != kYoloNames || !is_names(attribute.second);
    });
    for (Sample& face : held.samples) {
        if (face.box && face.box->empty())
            face.box.reset();
        Landmarks& points = face.points_in_image;
        const cv::Size size = face.image_size;
        forget_unlabelled(points);
        if (size.area() > 0)
            for (Point& point : points.points)
                point = {point.x / size.width * size.width, point.y / size.height * size.height};
        if (!face.box && !points.empty()) {
            const Box around = bounding_box(points);
            face.box = Box{around.left, around.top, std::max(around.width, 1.0),
                           std::max(around.height, 1.0)};
        }
        if (face.box && size.area() > 0)
            face.box = through_file(*face.box, size);
    }
    drop_blank_faces(held);
    keep_known_attributes(held.samples);
    std::vector<int> flip;
    if (held.scheme.has_mirror_pairs)
        flip = held.scheme.mirror_permutation();
    held.scheme = yolo_scheme(choose_scheme(held.samples, held.scheme.size()).scheme, flip);
    return held;
}

std::string face_text(const Sample& face, int points) {
    const double width = face.image_size.width;
    const double height = face.image_size.height;
    const Point centre = face.box->centre();
    const auto number = face.attributes.find(kYoloClass);
    std::string text = (number == face.attributes.end() ? "0" : number->second) + ' ' +
                       number_text(centre.x / width) + ' ' + number_text(centre.y / height) + ' ' +
                       number_text(face.box->width / width) + ' ' +
                       number_text(face.box->height / height);
    for (int i = 0; i < points; ++i) {
        const auto k = static_cast<size_t>(i);
        if (face.points_in_image.empty() || !face.points_in_image.is_labelled(i)) {
            text += " 0 0 0";
            continue;
        }
        const Point& point = face.points_in_image.points[k];
        text += ' ' + number_text(point.x / width) + ' ' + number_text(point.y / height) + ' ' +
                std::to_string(static_cast<int>(face.points_in_image.visibility[k]));
    }
    return text + '\n';
}

/// The folders of the pictures; one stands for those in it.
std::set<std::string> folders_of(const Dataset& dataset, const fs::path& base) {
    std::set<std::string> folders;
    for (const Sample& face : dataset.samples) {
        const fs::path folder = face.image.lexically_proximate(base).parent_path();
        folders.insert(folder.empty() ? "." : folder.generic_string());
    }
    std::set<std::string> outer;
    for (const std::string& folder : folders)
        if (std::none_of(folders.begin(), folders.end(), [&folder](const std::string& other) {
                return other != folder && (other == "." || folder.starts_with(other + "/"));
            }))
            outer.insert(folder);
    return outer;
}

/// What the parts of the set hold: folders, where all is "train", else a text file for each part,
/// which is added to `files`.
std::map<std::string, std::set<std::string>> parts_of(const Dataset& dataset, const fs::path& yaml,
                                                      std::vector<OutputFile>& files) {
    std::map<std::string, std::string> lists;
    bool divided = false;
    for (size_t i = 0; i < dataset.samples.size(); ++i) {
        const Sample& face = dataset.samples[i];
        if (i > 0 && dataset.samples[i - 1].image == face.image)
            continue;
        const auto part = face.attributes.find(kSetPart);
        divided = divided || part != face.attributes.end();
        const fs::path name = face.image.lexically_proximate(yaml.parent_path());
        lists[part == face.attributes.end() ? kTrainPart : part->second] +=
            "./" + name.generic_string() + "\n";
    }
    if (!divided) {
        const std::set<std::string> folders = folders_of(dataset, yaml.parent_path());
        return {{kTrainPart, folders}, {"val", folders}};
    }
    std::map<std::string, std::set<std::string>> parts;
    for (auto& [part, text] : lists) {
        const std::string name = yaml.stem().string() + "-" + part + ".txt";
        parts[part].insert(name);
        files.push_back({yaml.parent_path() / name, std::move(text)});
    }
    return parts;
}

std::string yaml_text(const Dataset& dataset,
                      const std::map<std::string, std::set<std::string>>& parts) {
    YAML::Emitter out;
    out << YAML::BeginMap;
    for (const auto& [part, places] : parts) {
        out << YAML::Key << part << YAML::Value << YAML::BeginSeq;
        for (const std::string& place : places)
            out << place;
        out << YAML::EndSeq;
    }
    out << YAML::Key << "kpt_shape" << YAML::Value << YAML::Flow << YAML::BeginSeq
        << dataset.scheme.size() << 3 << YAML::EndSeq;
    if (dataset.scheme.has_mirror_pairs) {
        out << YAML::Key << "flip_idx" << YAML::Value << YAML::Flow << YAML::BeginSeq;
        for (const int i : dataset.scheme.mirror_permutation())
            out << i;
        out << YAML::EndSeq;
    }
    const auto names = dataset.attributes.find(kYoloNames);
    out << YAML::Key << kYoloNames << YAML::Value << YAML::BeginMap;
    const Json classes =
        names == dataset.attributes.end() ? yolo_usual_names() : Json::parse(names->second);
    for (const auto& [number, name] : classes.items())
        out << YAML::Key << number << YAML::Value << name.get<std::string>();
    out << YAML::EndMap << YAML::EndMap;
    return std::string(out.c_str()) + "\n";
}

std::vector<OutputFile> print_yolo(const Dataset& dataset, const fs::path& yaml,
                                   const FormatOptions& /*options*/) {
    if (dataset.scheme.size() == 0)
        throw Error("YOLO pose needs the number of points", {yaml}, "choose a scheme");
    std::vector<OutputFile> files;
    for (size_t i = 0; i < dataset.samples.size(); ++i) {
        const Sample& face = dataset.samples[i];
        if (i == 0 || dataset.samples[i - 1].image != face.image)
            files.push_back({yolo_label_file(face.image), ""});
        if (!face.box)
            continue;
        require_image_size(face);
        files.back().bytes += face_text(face, dataset.scheme.size());
    }
    const auto parts = parts_of(dataset, yaml, files);
    for (const auto& [part, places] : parts)
        for (const std::string& place : places)
            if (!is_utf8(place))
                throw Error("the name of this folder is not UTF-8, and YAML files hold no others",
                            {yaml.parent_path() / place}, "rename it, or choose another format");
    files.push_back({yaml, yaml_text(dataset, parts)});
    return files;
}

}  // namespace

FormatWriter yolo_writer() {
    return {held_by_yolo, print_yolo};
}

}  // namespace rudolph
