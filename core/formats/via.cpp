#include "core/formats/via.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "core/base/encoding.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/dataset/names.h"
#include "core/formats/named_faces.h"
#include "core/formats/picture_finder.h"
#include "core/formats/tool_json.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

struct ViaRegion {
    Json shape;
    Json attributes;
    int line = 0;  ///< of a table
};

struct ViaPicture {
    std::string name;
    std::vector<ViaRegion> regions;
    int line = 0;
};

struct ViaFile {
    std::vector<ViaPicture> pictures;
    std::map<std::string, std::vector<std::string>> options;  ///< of region attributes, in order
    std::vector<Problem> problems;
};

std::string via_text(const Json& attributes, const std::string& key) {
    const std::string text = tool_text(attributes, key.c_str());
    return std::string(trimmed(text));
}

ViaPicture via_picture(const Json& entry) {
    ViaPicture picture;
    picture.name = tool_text(entry, "filename");
    const Json& regions = tool_member(entry, "regions");  // a list; an object in VIA 1
    if (regions.is_array() || regions.is_object())
        for (const Json& region : regions)
            picture.regions.push_back({tool_member(region, "shape_attributes"),
                                       tool_member(region, "region_attributes"), 0});
    return picture;
}

ViaFile via_of_json(const fs::path& file) {
    const Json json = read_json(file);
    ViaFile via;
    if (!tool_member(tool_member(json, "project"), "data_format_version").is_null())
        throw Error("this is a project of VIA 3, whose points are not read", {file},
                    "mark in VIA 2, or export as another format");
    const Json& project = tool_member(json, "_via_img_metadata");
    const Json& pictures = project.is_object() ? project : json;
    if (!pictures.is_object())
        throw Error("this is not a file of the VGG Image Annotator", {file});
    for (const auto& [key, entry] : pictures.items()) {
        if (tool_text(entry, "filename").empty())
            via.problems.push_back(
                {file, 0, "the picture '" + shown_text(key) + "' has no file name", "", {}, 1});
        else
            via.pictures.push_back(via_picture(entry));
    }
    const Json& attributes = tool_member(tool_member(json, "_via_attributes"), "region");
    if (attributes.is_object())
        for (const auto& [name, attribute] : attributes.items())
            if (const Json& options = tool_member(attribute, "options"); options.is_object())
                for (const auto& [option, text] : options.items())
                    via.options[name].push_back(option);
    return via;
}

/// Columns filename, …, region_shape_attributes, region_attributes, the latter two JSON.
ViaFile via_of_table(const fs::path& file) {
    const std::string text = read_text(file);
    ViaFile via;
    std::unordered_map<std::string, size_t> known;
    std::map<std::string, size_t> column;
    for (const auto& [row, line] : csv_rows(text)) {
        if (trimmed(row).empty())
            continue;
        const std::vector<std::string> fields = csv_fields(row);
        if (column.empty()) {
            for (size_t i = 0; i < fields.size(); ++i)
                column.emplace(std::string(trimmed(fields[i])), i);
            for (const char* wanted : {"region_shape_attributes", "region_attributes"})
                if (!column.contains(wanted))
                    throw Error(fmt::format("the table has no column '{}'", wanted), {file, line});
            if (!column.contains("filename") && !column.contains("#filename"))
                throw Error("the table has no column 'filename'", {file, line});
            continue;
        }
        const auto field = [&](const char* name) {
            const auto place = column.find(name);
            return place == column.end() || place->second >= fields.size() ? std::string()
                                                                           : fields[place->second];
        };
        const std::string name =
            column.contains("filename") ? field("filename") : field("#filename");
        const auto [entry, is_new] = known.emplace(name, via.pictures.size());
        if (is_new)
            via.pictures.push_back({name, {}, line});
        try {
            ViaRegion region{parse_json(field("region_shape_attributes"), file),
                             parse_json(field("region_attributes"), file), line};
            if (!region.shape.empty())  // "{}" stands for no region
                via.pictures[entry->second].regions.push_back(std::move(region));
        } catch (const Error&) {
            via.problems.push_back({file, line, "the region is not valid JSON", "", {}, 1});
        }
    }
    return via;
}

/// The attribute that has the most values on points, and one that tells faces apart.
struct ViaKeys {
    std::string label;
    std::string group;
};

bool is_point(const ViaRegion& region) {
    return tool_text(region.shape, "name") == "point";
}

ViaKeys keys_of(const ViaFile& via) {
    static const std::set<std::string> groups = {"group",   "group_id", "groupid", "face",
                                                 "face_id", "faceid",   "person",  "instance"};
    std::map<std::string, std::set<std::string>> values;
    std::vector<std::string> order;
    for (const ViaPicture& picture : via.pictures)
        for (const ViaRegion& region : picture.regions)
            if (is_point(region) && region.attributes.is_object())
                for (const auto& [key, value] : region.attributes.items()) {
                    if (!values.contains(key))
                        order.push_back(key);
                    values[key].insert(via_text(region.attributes, key));
                }
    ViaKeys keys;
    for (const std::string& key : order)
        if (groups.contains(lower(key)) && keys.group.empty() && order.size() > 1)
            keys.group = key;
    for (const std::string& key : order)
        if (key != keys.group &&
            (keys.label.empty() || values[key].size() > values[keys.label].size()))
            keys.label = key;
    return keys;
}

/// The rectangle that a shape is, or the one around it. Empty: a shape without one.
std::optional<Box> box_of_shape(const Json& shape) {
    const std::string name = tool_text(shape, "name");
    Box box;
    if (name == "rect") {
        const Point corner = checked_point(tool_number(shape, "x"), tool_number(shape, "y"), {});
        const Point size =
            checked_point(tool_number(shape, "width"), tool_number(shape, "height"), {});
        box = {corner.x, corner.y, size.x, size.y};
    } else if (name == "circle" || name == "ellipse") {
        const bool round = name == "circle";
        const Point centre = checked_point(tool_number(shape, "cx"), tool_number(shape, "cy"), {});
        const Point radius = checked_point(tool_number(shape, round ? "r" : "rx"),
                                           tool_number(shape, round ? "r" : "ry"), {});
        box = {centre.x - radius.x, centre.y - radius.y, 2 * radius.x, 2 * radius.y};
    } else {
        return std::nullopt;
    }
    if (box.empty())
        throw Error("a box has no area");
    return box;
}

NamedPicture read_regions(const ViaPicture& picture, const ViaKeys& keys, const fs::path& file,
                          const std::string& id, std::map<std::string, int>& unread,
                          std::vector<Problem>& problems) {
    NamedPicture read;
    for (const ViaRegion& region : picture.regions) {
        const auto text = [&region](const std::string& key) {
            return key.empty() ? std::string() : via_text(region.attributes, key);
        };
        try {
            if (is_point(region)) {
                const Point place = checked_point(tool_number(region.shape, "cx"),
                                                  tool_number(region.shape, "cy"), {});
                read.points.push_back(
                    {text(keys.label), place, Visibility::Visible, text(keys.group), region.line});
            } else if (const auto box = box_of_shape(region.shape)) {
                std::string label = text(keys.label);
                read.boxes.push_back({std::move(label), *box, text(keys.group), {}});
            } else {
                ++unread[tool_text(region.shape, "name")];
            }
        } catch (const Error& error) {
            problems.push_back(
                {file, region.line, id + ": a region is not taken: " + error.message(), id});
        }
    }
    return read;
}

}  // namespace

bool looks_like_via(const fs::path& file) {
    const std::string text = read_text_start(file);
    if (lower(file.extension().string()) != ".json")
        return text.substr(0, text.find('\n')).find("region_shape_attributes") != std::string::npos;
    const auto has = [&text](const char* key) { return text.find(key) != std::string::npos; };
    return has("\"shape_attributes\"") || has("\"_via_img_metadata\"") ||
           (has("\"data_format_version\"") && has("\"vid_list\"")) ||
           (has("\"file_attributes\"") && has("\"regions\""));
}

ReaderResult read_via(const fs::path& file, Dataset& dataset, const CancelToken& cancel,
                      const ProgressCallback& progress, const OpenOptions& options) {
    const bool is_json = lower(file.extension().string()) == ".json";
    ViaFile via = is_json ? via_of_json(file) : via_of_table(file);
    const ViaKeys keys = keys_of(via);
    NamedFaces faces(file, file.parent_path());
    faces.prefer(via.options[keys.label]);
    PictureFinder finder(file, options.pictures, cancel);
    std::map<std::string, int> unread;
    std::int64_t done = 0;
    for (const ViaPicture& picture : via.pictures) {
        cancel.throw_if_cancelled();
        if (progress)
            progress({++done, static_cast<std::int64_t>(via.pictures.size())});
        const fs::path found = finder.find(picture.name);
        if (found.empty()) {
            finder.miss(picture.name, picture.line, 1);
            continue;
        }
        NamedPicture read = read_regions(picture, keys, file, sample_id(file.parent_path(), found),
                                         unread, via.problems);
        read.picture = found;
        faces.add(std::move(read));
    }
    ReaderResult result = faces.finish(dataset);
    for (const auto& [name, count] : unread)
        result.problems.push_back(
            {file, 0,
             fmt::format("{} '{}' {} not read: faces are made of points and rectangles",
                         tool_count(count, "a region of the kind", "regions of the kind"),
                         shown_text(name), count == 1 ? "is" : "are"),
             ""});
    for (const auto& found : {via.problems, finder.problems()})
        result.problems.insert(result.problems.begin(), found.begin(), found.end());
    sort_by_line(result.problems);
    return result;
}

}  // namespace rudolph
