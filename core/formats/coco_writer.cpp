#include "core/formats/coco_writer.h"
#include "core/base/encoding.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "core/base/json.h"
#include "core/dataset/names.h"
#include "core/dataset/picture_attributes.h"
#include "core/formats/coco_fields.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

using Attributes = std::map<std::string, std::string>;

/// Ids as the JSON text they are: those that are known stay, if only once, and new ones follow the
/// largest.
class Ids {
public:
    /// One that no new id may be.
    void know(const std::string& id) {
        known_.insert(id);
        if (const auto number = find_whole_number<int>(Json::parse(id)))
            next_ = std::max(next_, *number + 1LL);
    }
    std::string take(const std::string& id) {
        if (!id.empty() && taken_.insert(id).second)
            return id;
        while (known_.contains(std::to_string(next_)) || taken_.contains(std::to_string(next_)))
            ++next_;
        return *taken_.insert(std::to_string(next_++)).first;
    }
    bool has_taken(const std::string& id) const { return taken_.contains(id); }

private:
    std::unordered_set<std::string> known_;
    std::unordered_set<std::string> taken_;
    long long next_ = 1;
};

std::string text_at(const Attributes& attributes, const char* key) {
    const auto found = attributes.find(key);
    return found == attributes.end() ? std::string() : found->second;
}

/// Keeps what is JSON, written as the reader writes it.
void keep_json(Attributes& attributes) {
    for (auto attribute = attributes.begin(); attribute != attributes.end();) {
        const Json value = Json::parse(attribute->second, nullptr, false);
        if (value.is_discarded()) {
            attribute = attributes.erase(attribute);
        } else {
            attribute->second = coco_text(value);
            ++attribute;
        }
    }
}

/// A list among the attributes; an empty one where there is none.
Json list_among(const Attributes& attributes, const char* key) {
    const auto found = attributes.find(key);
    Json list = found == attributes.end() ? Json::array() : Json::parse(found->second);
    return list.is_array() ? list : Json::array();
}

void set_list(Attributes& attributes, const char* key, const Json& list) {
    if (list.empty())
        attributes.erase(key);
    else
        attributes[key] = coco_text(list);
}

std::string id_text(const Json& entry, const char* key) {
    return entry.is_object() && entry.contains(key) ? coco_text(entry[key]) : std::string();
}

/// Puts the scheme into the list: a category that says something else becomes one of this scheme.
void put_scheme(Json& list, const LandmarkScheme& scheme) {
    const auto categories = coco_categories(list);
    if (categories.empty()) {
        Ids ids;
        for (const Json& entry : list)
            if (const std::string id = id_text(entry, kCocoId); !id.empty())
                ids.know(id);
        list.push_back(coco_category(scheme, std::stoll(ids.take({}))));
        return;
    }
    const long long id = main_coco_category(categories, scheme.size());
    if (categories.at(id) == scheme)
        return;
    const Json written = coco_category(scheme, id);
    for (Json& entry : list)
        if (id_text(entry, kCocoId) == std::to_string(id) &&
            !coco_list(entry, "keypoints").empty()) {
            for (const char* key : {"name", "keypoints", "skeleton"})
                entry[key] = written[key];
            return;
        }
}

/// The categories, and what they make of the scheme.
void hold_scheme(Dataset& held) {
    Json list = list_among(held.attributes, kCocoCategories);
    held.scheme =
        coco_scheme(held.scheme.name, held.scheme.point_names, coco_edges(held.scheme.lines));
    if (list.empty()) {
        held.attributes.erase(kCocoCategories);
        return;  // there will be the usual one
    }
    if (held.scheme.size() > 0)
        put_scheme(list, held.scheme);
    const auto categories = coco_categories(list);
    if (!categories.empty())
        held.scheme =
            categories.at(main_coco_category(categories, usual_point_count(held.samples)));
    if (are_usual_coco_categories(list))
        list.clear();
    set_list(held.attributes, kCocoCategories, list);
}

Json categories_of(const Dataset& held) {
    Json list = list_among(held.attributes, kCocoCategories);
    if (list.empty() && held.scheme.size() > 0)
        list.push_back(coco_category(held.scheme, 1));
    return list;
}

/// COCO demands a box of everything that has points.
void hold_points(Sample& face) {
    if (face.box && face.box->empty())
        face.box.reset();
    Landmarks& points = face.points_in_image;
    forget_unlabelled(points);
    if (!face.box && !points.empty()) {
        const Box around = bounding_box(points);
        face.box =
            Box{around.left, around.top, std::max(around.width, 1.0), std::max(around.height, 1.0)};
    }
}

using Pictures = std::unordered_map<std::string, Attributes>;

/// What is known of each picture, by its path: one of its faces is enough to tell.
Pictures picture_fields(const Dataset& dataset) {
    Pictures pictures;
    for (const Sample& face : dataset.samples) {
        Attributes& known = pictures[face.image.native()];
        if (!known.empty())
            continue;
        known = picture_attributes(face);
        keep_json(known);
        if (const auto id = known.find(kCocoImageId);
            id != known.end() && !Json::parse(id->second).is_number_integer())
            known.erase(id);
        if (const auto name = known.find(kCocoFileName);
            name != known.end() && !Json::parse(name->second).is_string())
            known.erase(name);
        if (face.image_size.area() > 0)
            for (const char* key : {kCocoWidth, kCocoHeight})
                known.erase(key);
    }
    return pictures;
}

/// All faces of a picture say the same of it; returns the ids that are given.
Ids hold_pictures(Dataset& held, Pictures pictures, const Json& unread) {
    Ids ids;
    for (const Json& entry : unread)
        if (const std::string id = id_text(entry, kCocoId); !id.empty())
            ids.know(id);
    for (const auto& [picture, fields] : pictures)
        if (const std::string id = text_at(fields, kCocoImageId); !id.empty())
            ids.know(id);
    for (size_t i = 0; i < held.samples.size(); ++i) {
        Sample& face = held.samples[i];
        Attributes& fields = pictures[face.image.native()];
        if (i == 0 || held.samples[i - 1].image != face.image)
            fields[kCocoImageId] = ids.take(text_at(fields, kCocoImageId));
        std::erase_if(face.attributes, [](const auto& attribute) {
            return attribute.first.starts_with(kPictureAttribute);
        });
        face.attributes.insert(fields.begin(), fields.end());
    }
    return ids;
}

/// The fields of an annotation: without a box there is none.
void hold_fields(Sample& face, const std::map<long long, LandmarkScheme>& categories,
                 const LandmarkScheme& scheme) {
    static const std::set<std::string> own = {"image_id", "keypoints", "num_keypoints", "bbox"};
    std::erase_if(face.attributes,
                  [&](const auto& field) { return !face.box || own.count(field.first) > 0; });
    keep_json(face.attributes);
    const auto category = face.attributes.find(kCocoCategoryId);
    if (category == face.attributes.end())
        return;
    const long long main = categories.empty() ? 1 : main_coco_category(categories, scheme.size());
    for (const auto& [id, other] : categories)
        if (id != main && other.size() == scheme.size() && category->second == std::to_string(id))
            return;
    face.attributes.erase(category);
}

void hold_ids(Dataset& held, const Json& unread) {
    Ids ids;
    for (const Json& entry : unread)
        if (const std::string id = id_text(entry, kCocoId); !id.empty())
            ids.know(id);
    for (const Sample& face : held.samples)
        if (const std::string id = text_at(face.attributes, kCocoId); !id.empty())
            ids.know(id);
    for (Sample& face : held.samples)
        if (face.box)
            face.attributes[kCocoId] = ids.take(text_at(face.attributes, kCocoId));
}

Dataset held_by_coco(Dataset dataset, const FormatOptions& /*options*/) {
    Pictures pictures = picture_fields(dataset);
    Dataset held = truth_only(std::move(dataset));
    keep_json(held.attributes);
    for (Sample& face : held.samples)
        hold_points(face);
    drop_blank_faces(held);
    hold_scheme(held);
    const auto categories = coco_categories(list_among(held.attributes, kCocoCategories));
    for (Sample& face : held.samples)
        hold_fields(face, categories, held.scheme);
    const Json images = list_among(held.attributes, kCocoImages);
    const Ids given = hold_pictures(held, std::move(pictures), images);
    std::unordered_set<std::string> missing;
    for (const Json& entry : images)
        missing.insert(id_text(entry, kCocoId));
    // What lies in pictures that are not in the list would point nowhere.
    Json annotations = Json::array();
    for (Json& entry : list_among(held.attributes, kCocoAnnotations))
        if (const std::string id = id_text(entry, "image_id");
            id.empty() || given.has_taken(id) || missing.contains(id))
            annotations.push_back(std::move(entry));
    hold_ids(held, annotations);
    set_list(held.attributes, kCocoImages, images);
    set_list(held.attributes, kCocoAnnotations, annotations);
    return held;
}

/// The name as the file had it, where it still leads to the picture; else the path to it.
std::string name_of_picture(const Sample& face, const Dataset& dataset, const fs::path& list) {
    const fs::path folder = list.parent_path();
    std::string name = face.image.lexically_proximate(folder).generic_string();
    const std::string known = text_at(face.attributes, kCocoFileName);
    if (!known.empty() && (list == dataset.source || folder == dataset.source)) {
        std::string before = Json::parse(known).get<std::string>();
        for (const fs::path& place : {folder / before, folder / "images" / before})
            if (place.lexically_normal() == face.image)
                return before;
    }
    if (!is_utf8(name))
        throw Error("the name of this picture is not UTF-8, and COCO files hold no others",
                    {face.image}, "rename it, or choose another format");
    return name;
}

Json image_json(const Sample& face, const std::string& name) {
    Json entry = {{kCocoId, Json::parse(face.attributes.at(kCocoImageId))}, {"file_name", name}};
    if (face.image_size.area() > 0) {
        entry["width"] = face.image_size.width;
        entry["height"] = face.image_size.height;
    }
    const size_t prefix = std::string(kPictureAttribute).size();
    for (const auto& [key, value] : picture_attributes(face))
        if (key != kCocoImageId && key != kCocoFileName)
            entry[key.substr(prefix)] = Json::parse(value);
    return entry;
}

Json annotation_json(const Sample& face, long long category, int scheme_size) {
    const Box& box = *face.box;
    Json annotation = {{kCocoId, 0},
                       {"image_id", Json::parse(face.attributes.at(kCocoImageId))},
                       {kCocoCategoryId, category}};
    Json keypoints = Json::array();
    int labelled = 0;
    for (int i = 0; i < scheme_size; ++i) {
        const auto k = static_cast<size_t>(i);
        const bool there = !face.points_in_image.empty() && face.points_in_image.is_labelled(i);
        keypoints.push_back(there ? face.points_in_image.points[k].x : 0.0);
        keypoints.push_back(there ? face.points_in_image.points[k].y : 0.0);
        keypoints.push_back(there ? static_cast<int>(face.points_in_image.visibility[k]) : 0);
        labelled += there ? 1 : 0;
    }
    annotation["num_keypoints"] = labelled;
    annotation["keypoints"] = std::move(keypoints);
    annotation["bbox"] = {box.left, box.top, box.width, box.height};
    // Readers of COCO files rely on these two.
    annotation["area"] = box.width * box.height;
    annotation["iscrowd"] = 0;
    for (const auto& [key, value] : face.attributes)
        if (!key.starts_with(kPictureAttribute))
            annotation[key] = Json::parse(value);
    return annotation;
}

/// One entry a line.
void add_entry(std::string& text, const Json& entry) {
    text += (text.empty() ? "" : ",\n") + coco_text(entry);
}

std::vector<OutputFile> print_coco(const Dataset& dataset, const fs::path& list,
                                   const FormatOptions& /*options*/) {
    std::string images;
    std::string annotations;
    const Json category_list = categories_of(dataset);
    const auto categories = coco_categories(category_list);
    const long long category =
        categories.empty() ? 1 : main_coco_category(categories, dataset.scheme.size());
    for (size_t i = 0; i < dataset.samples.size(); ++i) {
        const Sample& face = dataset.samples[i];
        if (i == 0 || dataset.samples[i - 1].image != face.image)
            add_entry(images, image_json(face, name_of_picture(face, dataset, list)));
        if (face.box && dataset.scheme.size() == 0)
            throw Error("COCO keypoints need the number of points", {list}, "choose a scheme");
        if (face.box)
            add_entry(annotations, annotation_json(face, category, dataset.scheme.size()));
    }
    for (const Json& entry : list_among(dataset.attributes, kCocoImages))
        add_entry(images, entry);
    for (const Json& entry : list_among(dataset.attributes, kCocoAnnotations))
        add_entry(annotations, entry);
    std::string text = "{\n";
    for (const auto& [key, value] : dataset.attributes)
        if (key != kCocoImages && key != kCocoAnnotations && key != kCocoCategories)
            text += coco_text(key) + ": " + value + ",\n";
    text +=
        fmt::format("\"categories\": {},\n\"images\": [\n{}\n],\n\"annotations\": [\n{}\n]\n}}\n",
                    coco_text(category_list), images, annotations);
    return one_file(list, std::move(text));
}

}  // namespace

FormatWriter coco_writer() {
    return {held_by_coco, print_coco};
}

}  // namespace rudolph
