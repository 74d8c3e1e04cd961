#include "core/formats/label_studio.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <unordered_map>
#include <utility>

#include "core/base/encoding.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/dataset/names.h"
#include "core/formats/named_faces.h"
#include "core/formats/picture_finder.h"
#include "core/formats/tool_json.h"
#include "core/image/decode.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

/// What is said of all tasks at once.
struct StudioCounts {
    int cancelled = 0;    ///< annotations
    int further = 0;      ///< annotations of a task that has another one
    int predictions = 0;  ///< tasks that have only these
    int turned = 0;       ///< pictures that were shown turned
    std::map<std::string, int> unread_kinds;
};

/// One result of an annotation, in either form of the file.
struct StudioRegion {
    const Json* value = nullptr;  ///< with x, y and the label
    std::string kind;             ///< "keypointlabels", …
    std::string id;
    std::string parent;
    int width = 0;  ///< of the picture, as the file says
    int height = 0;
    bool turned = false;
};

struct StudioTask {
    std::string picture;
    std::vector<StudioRegion> regions;
};

bool is_turned(const Json& region) {
    const Json& turn = tool_member(region, "image_rotation");
    return turn.is_number() && turn.get<double>() != 0;
}

/// The folder and name in "/data/local-files/?d=folder/a.jpg"; other names as they are.
std::string plain_name(std::string name) {
    if (const size_t query = name.find("?d="); query != std::string::npos)
        return name.substr(query + 3);
    return name;
}

bool names_picture(const std::string& text) {
    const std::string name = plain_name(text);
    return has_image_extension(fs::path(name)) ||
           has_image_extension(fs::path(name.substr(0, name.find('?'))));
}

/// Projects call it as they like.
std::string picture_of(const Json& data) {
    if (!data.is_object())
        return {};
    for (const auto& [key, value] : data.items())
        if (value.is_string() && names_picture(value.get_ref<const std::string&>()))
            return value.get<std::string>();
    for (const char* key : {"image", "img", "picture", "photo", "url"})
        if (std::string name = tool_text(data, key); !name.empty())
            return name;
    return {};
}

/// Uploads get eight hexadecimal digits before their name.
std::string without_upload_prefix(const std::string& name) {
    constexpr size_t kDigits = 8;
    const size_t begin = name.rfind('/') == std::string::npos ? 0 : name.rfind('/') + 1;
    const std::string_view last = std::string_view(name).substr(begin);
    if (last.size() <= kDigits + 1 || last[kDigits] != '-' ||
        last.find_first_not_of("0123456789abcdef") != kDigits)
        return {};
    return std::string(last.substr(kDigits + 1));
}

std::string label_of_region(const Json& value) {
    for (const char* key : {"keypointlabels", "rectanglelabels", "labels"})
        if (const Json& labels = tool_member(value, key);
            labels.is_array() && !labels.empty() && labels[0].is_string())
            return std::string(trimmed(labels[0].get_ref<const std::string&>()));
    return {};
}

/// One region of JSON-MIN, where a region is its value.
StudioRegion region_of_value(const Json& value) {
    StudioRegion region;
    region.value = &value;
    region.kind = value.contains("rectanglelabels")                     ? "rectanglelabels"
                  : value.contains("keypointlabels")                    ? "keypointlabels"
                  : value.contains("width") && value.contains("height") ? "rectangle"
                  : value.contains("x") && !value.contains("points")    ? "keypoint"
                                                                        : "other shape";
    region.width = tool_size(value, "original_width");
    region.height = tool_size(value, "original_height");
    region.turned = is_turned(value);
    region.id = tool_text(value, "id");
    region.parent = tool_text(value, "parentID");
    return region;
}

StudioTask task_of_min(const Json& task) {
    StudioTask found;
    found.picture = picture_of(task);
    for (const auto& [key, value] : task.items())
        if (value.is_array())
            for (const Json& entry : value)
                if (entry.is_object() && entry.contains("original_width"))
                    found.regions.push_back(region_of_value(entry));
    return found;
}

const Json* counted_annotation(const Json& task, StudioCounts& counts) {
    const Json* taken = nullptr;
    for (const char* key : {"annotations", "completions"})
        if (const Json& annotations = tool_member(task, key); annotations.is_array())
            for (const Json& annotation : annotations) {
                if (tool_member(annotation, "was_cancelled") == true)
                    ++counts.cancelled;
                else if (taken == nullptr)
                    taken = &annotation;
                else
                    ++counts.further;
            }
    if (const Json& predictions = tool_member(task, "predictions");
        taken == nullptr && predictions.is_array() && !predictions.empty())
        ++counts.predictions;
    return taken;
}

StudioTask task_of_json(const Json& task, StudioCounts& counts) {
    StudioTask found;
    found.picture = picture_of(tool_member(task, "data"));
    if (found.picture.empty())
        found.picture = tool_text(task, "file_upload");
    const Json* annotation = counted_annotation(task, counts);
    std::vector<std::pair<std::string, std::string>> relations;
    if (annotation == nullptr || !tool_member(*annotation, "result").is_array())
        return found;
    for (const Json& result : tool_member(*annotation, "result")) {
        const std::string kind = tool_text(result, "type");
        if (kind == "relation") {
            relations.emplace_back(tool_text(result, "from_id"), tool_text(result, "to_id"));
            continue;
        }
        StudioRegion region;
        region.value = &tool_member(result, "value");
        region.kind = kind;
        region.id = tool_text(result, "id");
        region.parent = tool_text(result, "parentID");
        region.width = tool_size(result, "original_width");
        region.height = tool_size(result, "original_height");
        region.turned = is_turned(result);
        found.regions.push_back(std::move(region));
    }
    std::unordered_map<std::string, StudioRegion*> by_id;
    for (StudioRegion& region : found.regions)
        by_id.emplace(region.id, &region);
    for (const auto& [from, to] : relations) {
        const auto a = by_id.find(from);
        const auto b = by_id.find(to);
        if (a == by_id.end() || b == by_id.end())
            continue;
        const bool to_box = b->second->kind.starts_with("rectangle");
        StudioRegion& part = to_box ? *a->second : *b->second;
        if (part.parent.empty())
            part.parent = to_box ? to : from;
    }
    return found;
}

/// The upright box around a rectangle that is turned about its first corner.
Box box_of_region(const Json& value, cv::Size size) {
    const double left = tool_number(value, "x") / 100 * size.width;
    const double top = tool_number(value, "y") / 100 * size.height;
    const double width = tool_number(value, "width") / 100 * size.width;
    const double height = tool_number(value, "height") / 100 * size.height;
    const Json& turned = tool_member(value, "rotation");
    const double angle = (turned.is_number() ? turned.get<double>() : 0.0) * CV_PI / 180;
    const double c = std::cos(angle);
    const double s = std::sin(angle);
    const std::array<Point, 4> corners = {Point(0, 0), Point(width * c, width * s),
                                          Point(-height * s, height * c),
                                          Point(width * c - height * s, width * s + height * c)};
    const auto [x0, x1] = std::minmax({corners[0].x, corners[1].x, corners[2].x, corners[3].x});
    const auto [y0, y1] = std::minmax({corners[0].y, corners[1].y, corners[2].y, corners[3].y});
    const Point first = checked_point(left + x0, top + y0, {});
    const Point last = checked_point(left + x1, top + y1, {});
    const Box box{first.x, first.y, last.x - first.x, last.y - first.y};
    if (box.empty())
        throw Error("a rectangle has no area");
    return box;
}

/// The picture's own size; what the file says of it where it cannot be read.
cv::Size size_of_picture(const fs::path& picture, const StudioTask& task) {
    try {
        return picture_size(picture).upright;
    } catch (const Error&) {
        for (const StudioRegion& region : task.regions)
            if (region.width > 0 && region.height > 0)
                return {region.width, region.height};
        throw;
    }
}

void add_region(const StudioRegion& region, const std::string& label, StudioCounts& counts,
                NamedPicture& picture) {
    const Json& value = *region.value;
    if (region.kind.starts_with("keypoint")) {
        const Point place = checked_point(tool_number(value, "x") / 100 * picture.size.width,
                                          tool_number(value, "y") / 100 * picture.size.height, {});
        picture.points.push_back({label, place, Visibility::Visible, region.parent});
    } else if (region.kind.starts_with("rectangle")) {
        picture.boxes.push_back({label, box_of_region(value, picture.size), region.id, {}});
    } else if (region.kind != "labels" && region.kind != "choices") {
        ++counts.unread_kinds[region.kind];
    }
}

/// A region that makes no sense is left out alone, and `wrong` says why.
NamedPicture picture_of_task(const StudioTask& task, const fs::path& found, StudioCounts& counts,
                             std::vector<std::string>& wrong) {
    NamedPicture picture;
    picture.picture = found;
    if (task.regions.empty())
        return picture;
    picture.size = size_of_picture(found, task);
    // A point and its label may be two results with one id.
    std::unordered_map<std::string, std::string> label_of;
    for (const StudioRegion& region : task.regions)
        if (const std::string label = label_of_region(*region.value); !label.empty())
            label_of.emplace(region.id, label);
    const auto label_for = [&](const StudioRegion& region) {
        const std::string own = label_of_region(*region.value);
        const auto other = label_of.find(region.id);
        return !own.empty() || region.id.empty() || other == label_of.end() ? own : other->second;
    };
    bool turned = false;
    for (const StudioRegion& region : task.regions) {
        turned = turned || region.turned;
        const std::string label = label_for(region);
        try {
            add_region(region, label, counts, picture);
        } catch (const Error& error) {
            wrong.push_back(error.message());
        }
    }
    counts.turned += turned ? 1 : 0;
    return picture;
}

std::vector<std::string> sentences(const StudioCounts& counts) {
    std::vector<std::string> said;
    if (counts.cancelled > 0)
        said.push_back(tool_count(counts.cancelled, "an annotation was", "annotations were") +
                       " cancelled by the annotator, and not taken");
    if (counts.further > 0)
        said.push_back(tool_count(counts.further, "an annotation is", "annotations are") +
                       " of a picture that has another one before: the first is taken");
    if (counts.predictions > 0)
        said.push_back(tool_count(counts.predictions, "a picture has", "pictures have") +
                       " predictions and no annotation: predictions are not taken");
    if (counts.turned > 0)
        said.push_back(tool_count(counts.turned, "a picture was", "pictures were") +
                       " shown turned to the annotator: check that the points lie on the face");
    for (const auto& [kind, count] : counts.unread_kinds)
        said.push_back(fmt::format(
            "{} of the type '{}' {} not read: faces are made of keypoints and rectangles",
            tool_count(count, "a result", "results"), shown_text(kind), count == 1 ? "is" : "are"));
    return said;
}

}  // namespace

bool looks_like_label_studio(const fs::path& file) {
    const std::string text = read_text_start(file);
    const size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string::npos || text[first] != '[')
        return false;
    const auto has = [&text](const char* key) { return text.find(key) != std::string::npos; };
    return has("\"keypointlabels\"") || has("\"rectanglelabels\"") || has("\"original_width\"") ||
           (has("\"data\"") && (has("\"annotations\"") || has("\"completions\"")));
}

ReaderResult read_label_studio(const fs::path& file, Dataset& dataset, const CancelToken& cancel,
                               const ProgressCallback& progress, const OpenOptions& options) {
    const Json json = read_json(file);
    if (!json.is_array())
        throw Error("this is not an export of Label Studio: it is no list of tasks", {file});
    StudioCounts counts;
    NamedFaces faces(file, file.parent_path());
    PictureFinder finder(file, options.pictures, cancel);
    std::vector<Problem> problems;
    std::int64_t done = 0;
    for (const Json& entry : json) {
        cancel.throw_if_cancelled();
        if (progress)
            progress({++done, static_cast<std::int64_t>(json.size())});
        if (!entry.is_object()) {
            problems.push_back({file, 0, "a task makes no sense", "", std::nullopt, 1});
            continue;
        }
        const StudioTask task =
            entry.contains("data") ? task_of_json(entry, counts) : task_of_min(entry);
        const std::string name = plain_name(task.picture);
        const fs::path found = finder.find_any({name, without_upload_prefix(name)});
        if (found.empty()) {
            finder.miss(name, 0, 1);
            continue;
        }
        const std::string id = sample_id(file.parent_path(), found);
        try {
            std::vector<std::string> wrong;
            faces.add(picture_of_task(task, found, counts, wrong));
            if (!wrong.empty())
                problems.push_back(
                    {file, 0,
                     fmt::format("{}: {} not taken: {}", id,
                                 tool_count(static_cast<int>(wrong.size()), "a point or box is",
                                            "points or boxes are"),
                                 wrong.front()),
                     id});
        } catch (const Error& error) {
            Error named(id + ": " + error.message(), error.place(), error.advice());
            problems.push_back(left_out(named, file, id));
        }
    }
    ReaderResult result = faces.finish(dataset);
    for (std::string& sentence : sentences(counts))
        result.problems.push_back({file, 0, std::move(sentence), ""});
    for (const auto& found : {problems, finder.problems()})
        result.problems.insert(result.problems.begin(), found.begin(), found.end());
    return result;
}

}  // namespace rudolph
