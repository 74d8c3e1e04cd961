#include "core/formats/coco_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "core/base/cancel_scope.h"
#include "core/base/encoding.h"
#include "core/base/json.h"
#include "core/dataset/names.h"
#include "core/dataset/picture_attributes.h"
#include "core/formats/coco_fields.h"
#include "core/formats/coco_mend.h"
#include "core/formats/coco_whole_body.h"
#include "core/formats/picture_finder.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

using Attributes = std::map<std::string, std::string>;

struct CocoImage {
    std::string name;
    fs::path picture;  ///< empty: missing
    cv::Size size;
    Attributes attributes;
    const Json* entry = nullptr;
    std::vector<Sample> faces;
    std::vector<const Json*> annotations;  ///< those of the faces
};

struct Coco {
    fs::path file;
    Json json;
    std::map<long long, CocoImage> images;
    std::vector<long long> image_order;
    std::map<long long, LandmarkScheme> categories;  ///< those with keypoints
    std::vector<Problem> problems;
    /// What nothing is made of.
    Json unread_images = Json::array();
    Json unread_annotations = Json::array();
};

double number_of(const Json& value, const char* what) {
    if (!value.is_number() || !std::isfinite(value.get<double>()))
        throw Error(std::string("'") + what + "' holds something that is not a number");
    return value.get<double>();
}

/// Zero where it is no size.
int size_of(const Json& image, const char* key) {
    const auto found = image.find(key);
    return found == image.end() ? 0 : std::max(0, find_whole_number<int>(*found).value_or(0));
}

CocoImage read_image(const Json& entry) {
    CocoImage image;
    image.entry = &entry;
    image.name = entry.value("file_name", std::string());
    if (image.name.empty())
        throw Error("image " + coco_text(entry[kCocoId]) + " has no 'file_name'");
    image.size = {size_of(entry, "width"), size_of(entry, "height")};
    if (image.size.area() <= 0)
        image.size = {};
    for (const auto& [key, value] : entry.items())
        if (key != "file_name" && (image.size.empty() || (key != "width" && key != "height")))
            image.attributes.emplace(kPictureAttribute + key, coco_text(value));
    return image;
}

void read_images(Coco& coco) {
    for (const Json& entry : coco.json["images"]) {
        throw_if_scope_cancelled();
        try {
            const long long id = coco_id(entry, kCocoId);
            CocoImage image = read_image(entry);
            if (coco.images.emplace(id, std::move(image)).second)
                coco.image_order.push_back(id);
            else
                throw Error(fmt::format("two images have the id {}", id));
        } catch (const Error& error) {
            coco.problems.push_back(problem_from(error, coco.file));
            coco.unread_images.push_back(entry);
        } catch (const Json::exception&) {
            coco.problems.push_back({coco.file, 0, "an entry of 'images' makes no sense", ""});
            coco.unread_images.push_back(entry);
        }
    }
}

void read_categories(Coco& coco) {
    std::vector<std::string> problems;
    coco.categories = coco_categories(coco_list(coco.json, kCocoCategories), &problems);
    for (const std::string& problem : problems)
        coco.problems.push_back({coco.file, 0, problem, ""});
}

Landmarks read_keypoints(const Json& annotation, const fs::path& file) {
    Landmarks points;
    const Json& values = coco_list(annotation, "keypoints");
    if (values.size() % 3 != 0)
        throw Error(fmt::format("'keypoints' has {} numbers, which are no triples", values.size()));
    bool any = false;
    for (size_t i = 0; i < values.size(); i += 3) {
        const double visibility = number_of(values[i + 2], "keypoints");
        if (visibility != 0 && visibility != 1 && visibility != 2)
            throw Error("a visibility in 'keypoints' is not 0, 1 or 2");
        points.visibility.push_back(static_cast<Visibility>(static_cast<int>(visibility)));
        any = any || visibility != 0;
        points.points.push_back(visibility == 0
                                    ? Point()
                                    : checked_point(number_of(values[i], "keypoints"),
                                                    number_of(values[i + 1], "keypoints"), {file}));
    }
    return any ? points : Landmarks();
}

std::optional<Box> read_box(const Json& annotation) {
    if (const auto box = annotation.find("bbox");
        box != annotation.end() && !box->is_array() && !box->is_null())
        throw Error("'bbox' should be four numbers");
    const Json& values = coco_list(annotation, "bbox");
    if (values.empty())
        return std::nullopt;
    if (values.size() != 4)
        throw Error("'bbox' should be four numbers");
    const Box box{number_of(values[0], "bbox"), number_of(values[1], "bbox"),
                  number_of(values[2], "bbox"), number_of(values[3], "bbox")};
    return box.empty() ? std::nullopt : std::optional(box);
}

/// What every writer has to write, and says nothing.
bool says_nothing(const std::string& key, const Json& value, const std::optional<Box>& box) {
    return (key == "iscrowd" && value == 0) ||
           (key == "area" && box && value == box->width * box->height);
}

Attributes read_attributes(const Json& annotation, const std::optional<Box>& box) {
    static const std::set<std::string> known = {"image_id", "keypoints", "num_keypoints", "bbox"};
    Attributes attributes;
    for (const auto& [key, value] : annotation.items()) {
        if (key.starts_with(kPictureAttribute))
            throw Error("the field '" + key + "' cannot be kept with a face");
        if (known.count(key) == 0 && !says_nothing(key, value, box))
            attributes.emplace(key, coco_text(value));
    }
    return attributes;
}

/// The face of an annotation, with points as many as its category has. Empty: there is none.
std::optional<Sample> read_face(const Json& annotation, const Coco& coco) {
    const auto category = coco.categories.find(coco_id(annotation, kCocoCategoryId));
    if (category == coco.categories.end())
        return std::nullopt;  // something without keypoints
    Sample face;
    face.points_in_image = read_keypoints(annotation, coco.file);
    if (!face.points_in_image.empty() && face.points_in_image.size() != category->second.size())
        throw Error(fmt::format("it has {} keypoints, but its category {}",
                                face.points_in_image.size(), category->second.size()));
    face.box = read_box(annotation);
    if (!face.box && face.points_in_image.empty())
        return std::nullopt;
    face.attributes = read_attributes(annotation, face.box);
    return face;
}

/// Nothing is left out without a word: what has no keypoints, by its category.
void tell_left_out(Coco& coco, const std::map<std::string, int>& left_out) {
    for (const auto& [category, count] : left_out)
        coco.problems.push_back(
            {coco.file, 0,
             fmt::format("{} of category {} {} no keypoints and no face is made of {}",
                         count == 1 ? "an annotation" : fmt::format("{} annotations", count),
                         category, count == 1 ? "has" : "have", count == 1 ? "it" : "them"),
             ""});
}

void read_annotations(Coco& coco) {
    std::map<std::string, int> left_out;
    for (const Json& annotation : coco_list(coco.json, kCocoAnnotations)) {
        throw_if_scope_cancelled();
        std::string name = "?";
        try {
            name = annotation.contains(kCocoId) ? coco_text(annotation[kCocoId]) : name;
            const long long id = coco_id(annotation, "image_id");
            std::optional<Sample> face = read_face(annotation, coco);
            const auto image = coco.images.find(id);
            if (face && image == coco.images.end())
                throw Error(fmt::format("there is no image {}", id));
            if (face) {
                image->second.faces.push_back(std::move(*face));
                image->second.annotations.push_back(&annotation);
                continue;
            }
            ++left_out[coco_text(annotation.value(kCocoCategoryId, Json()))];
        } catch (const Error& error) {
            coco.problems.push_back(
                {coco.file, 0, "annotation " + name + ": " + error.message(), "", std::nullopt, 1});
        } catch (const Json::exception&) {
            coco.problems.push_back(
                {coco.file, 0, "annotation " + name + " makes no sense", "", std::nullopt, 1});
        }
        coco.unread_annotations.push_back(annotation);
    }
    tell_left_out(coco, left_out);
}

void leave_unread(Coco& coco, const CocoImage& image) {
    coco.unread_images.push_back(*image.entry);
    for (const Json* annotation : image.annotations)
        coco.unread_annotations.push_back(*annotation);
}

void find_pictures(Coco& coco, const CancelToken& cancel, const OpenOptions& options) {
    const fs::path folder = coco.file.parent_path();
    PictureFinder finder(coco.file, options.pictures, cancel);
    for (const long long id : coco.image_order) {
        cancel.throw_if_cancelled();
        CocoImage& image = coco.images.at(id);
        image.picture = finder.find(image.name);
        if (image.picture.empty()) {
            finder.miss(image.name, 0, std::max(1, static_cast<int>(image.faces.size())));
            leave_unread(coco, image);
        } else if (image.picture.lexically_proximate(folder).generic_string() != image.name) {
            image.attributes.emplace(kCocoFileName, coco_text(image.name));
        }
    }
    for (Problem& problem : finder.problems())
        coco.problems.push_back(std::move(problem));
}

/// The category of a face is said only where it is not the one that gives the scheme.
void settle_categories(Coco& coco, std::vector<Sample>& faces, Dataset& dataset) {
    const Json& list = coco_list(coco.json, kCocoCategories);
    if (!are_usual_coco_categories(list))
        dataset.attributes[kCocoCategories] = coco_text(list);
    if (coco.categories.empty())
        return;
    const long long id = main_coco_category(coco.categories, usual_point_count(faces));
    dataset.scheme = coco.categories.at(id);
    for (Sample& face : faces)
        if (const auto own = face.attributes.find(kCocoCategoryId);
            own != face.attributes.end() && own->second == std::to_string(id))
            face.attributes.erase(own);
}

void keep_the_rest(const Coco& coco, Dataset& dataset) {
    for (const auto& [key, value] : coco.json.items())
        if (key != kCocoImages && key != kCocoAnnotations && key != kCocoCategories)
            dataset.attributes[key] = coco_text(value);
    if (!coco.unread_images.empty())
        dataset.attributes[kCocoImages] = coco_text(coco.unread_images);
    if (!coco.unread_annotations.empty())
        dataset.attributes[kCocoAnnotations] = coco_text(coco.unread_annotations);
}

void require_lists(const Json& json, const fs::path& file) {
    if (!json.is_object() || !json.contains(kCocoImages))
        throw Error("this is not a COCO file: it has no list of images", {file},
                    "it should hold 'images', 'annotations' and 'categories'");
    for (const char* key : {kCocoImages, kCocoAnnotations, kCocoCategories})
        if (json.contains(key) && !json[key].is_array())
            throw Error(fmt::format("'{}' is not a list", key), {file},
                        "it should hold lists of 'images', 'annotations' and 'categories'");
}

/// The faces of a picture, or the picture itself.
std::vector<Sample> faces_of(CocoImage& image, const fs::path& folder) {
    if (image.faces.empty())
        image.faces.emplace_back();
    std::vector<Sample> faces;
    for (Sample& face : image.faces) {
        Sample sample = face_of_picture(folder, image.picture);
        sample.image_size = image.size;
        sample.points_in_image = std::move(face.points_in_image);
        sample.box = face.box;
        sample.attributes = std::move(face.attributes);
        sample.attributes.insert(image.attributes.begin(), image.attributes.end());
        faces.push_back(std::move(sample));
    }
    return faces;
}

}  // namespace

bool looks_like_coco(const fs::path& file) {
    // The keys may stand in any order.
    const std::string text = read_text_ends(file);
    return text.find("\"images\"") != std::string::npos ||
           text.find("\"annotations\"") != std::string::npos ||
           text.find("\"keypoints\"") != std::string::npos;
}

ReaderResult read_coco(const fs::path& file, Dataset& dataset, const CancelToken& cancel,
                       const ProgressCallback& progress, const OpenOptions& options) {
    Coco coco;
    coco.file = file;
    coco.json = read_json(file);
    require_lists(coco.json, file);
    const WholeBodyPart part = take_whole_body_part(coco.json, options.body_part);
    for (const std::string& other : part.said)
        coco.problems.push_back({file, 0, other, ""});
    for (const std::string& mended : mend_coco(coco.json, file.stem().string()))
        coco.problems.push_back({file, 0, mended, ""});
    read_images(coco);
    read_categories(coco);
    read_annotations(coco);
    find_pictures(coco, cancel, options);
    std::set<fs::path> with_faces;
    for (const auto& [id, image] : coco.images)
        if (!image.faces.empty())
            with_faces.insert(image.picture);
    ReaderResult result;
    std::int64_t done = 0;
    for (const long long id : coco.image_order) {
        CocoImage& image = coco.images.at(id);
        if (progress)
            progress({++done, static_cast<std::int64_t>(coco.image_order.size())});
        if (image.picture.empty())
            continue;
        if (image.faces.empty() && !with_faces.insert(image.picture).second) {
            leave_unread(coco, image);  // the same picture once more, without a face
            continue;
        }
        for (Sample& face : faces_of(image, file.parent_path()))
            result.samples.push_back(std::move(face));
    }
    join_repeated_pictures(result.samples, file.parent_path());
    settle_categories(coco, result.samples, dataset);
    keep_the_rest(coco, dataset);
    result.problems = std::move(coco.problems);
    if (part.taken != "keypoints") {
        // Written back, the part would take the place of the bodies.
        dataset.format = DatasetFormat::Recipe;
        dataset.recipe = "COCO " + part.taken;
        dataset.attributes.clear();
    }
    return result;
}

}  // namespace rudolph
