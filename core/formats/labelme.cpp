#include "core/formats/labelme.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "core/base/encoding.h"
#include "core/base/json.h"
#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/dataset/names.h"
#include "core/formats/named_faces.h"
#include "core/formats/picture_finder.h"
#include "core/formats/tool_json.h"
#include "core/image/decode.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

/// What one file says; kept until all are read, so that the result does not depend on threads.
struct LabelmeFile {
    NamedPicture shapes;
    std::string picture;  ///< as the file names it
    bool has_picture_inside = false;
    std::vector<Problem> problems;
    std::map<std::string, int> unread;  ///< kinds of shapes
};

Point labelme_point(const Json& points, size_t i) {
    if (!points.is_array() || points.size() <= i || !points[i].is_array() || points[i].size() < 2 ||
        !points[i][0].is_number() || !points[i][1].is_number())
        throw Error("a shape has no coordinates");
    return checked_point(points[i][0].get<double>(), points[i][1].get<double>(), {});
}

void add_shape(const Json& shape, LabelmeFile& read) {
    const std::string kind = tool_text(shape, "shape_type");
    const std::string written = tool_text(shape, "label");
    const std::string label(trimmed(written));
    const std::string group = tool_text(shape, "group_id");
    const Json& points = tool_member(shape, "points");
    const bool is_point =
        kind == "point" || (kind.empty() && points.is_array() && points.size() == 1);
    if (is_point) {
        read.shapes.points.push_back({label, labelme_point(points, 0), Visibility::Visible, group});
    } else if (kind == "rectangle") {
        const bool has_four = points.is_array() && points.size() == 4;  // as newer versions have it
        const Point a = labelme_point(points, 0);
        const Point b = labelme_point(points, has_four ? 2 : 1);
        const Box box{std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x),
                      std::abs(a.y - b.y)};
        if (box.empty())
            throw Error("a rectangle has no area");
        read.shapes.boxes.push_back({label, box, group, {}});
    } else {
        ++read.unread[kind];
    }
}

LabelmeFile read_labelme_file(const fs::path& file) {
    LabelmeFile read;
    const Json json = read_json(file);
    const Json& shapes = tool_member(json, "shapes");
    if (!shapes.is_array())
        throw Error("this is not a file of labelme: it has no 'shapes'", {file});
    read.picture = tool_text(json, "imagePath");
    const Json& inside = tool_member(json, "imageData");
    read.has_picture_inside = inside.is_string() && !inside.get_ref<const std::string&>().empty();
    read.shapes.size = {tool_size(json, "imageWidth"), tool_size(json, "imageHeight")};
    if (read.shapes.size.area() <= 0)
        read.shapes.size = {};
    for (const Json& shape : shapes) {
        try {
            add_shape(shape, read);
        } catch (const Error& error) {
            read.problems.push_back({file, 0, "a shape is not taken: " + error.message(), ""});
        }
    }
    return read;
}

/// The picture that lies beside the file, else one that has the file's stem, else one anywhere that
/// is called so.
fs::path picture_of_file(const fs::path& file, const LabelmeFile& read, FolderCache& folders,
                         PictureFinder& finder) {
    std::string name = read.picture;
    std::replace(name.begin(), name.end(), '\\', '/');
    const fs::path folder = file.parent_path();
    if (has_image_extension(fs::path(name)))
        if (fs::path found = folders.find((folder / name).lexically_normal()); !found.empty())
            return found;
    if (fs::path found = folders.picture(folder, file.stem().string()); !found.empty())
        return found;
    return finder.find(name);
}

}  // namespace

bool looks_like_labelme(const fs::path& file) {
    if (lower(file.extension().string()) != ".json")
        return false;
    // A picture that stands in the file as text may come first.
    constexpr size_t kLooked = 1 << 13;
    const std::string text = read_text_ends(file, kLooked);
    const auto has = [&text](const char* key) { return text.find(key) != std::string::npos; };
    return (has("\"shapes\"") && has("\"imagePath\"")) ||
           (has("\"shapes\"") && has("\"shape_type\"")) ||
           (has("\"imagePath\"") && has("\"imageData\""));
}

ReaderResult read_labelme(const std::vector<fs::path>& files, Dataset& dataset,
                          const OpenOptions& options, const CancelToken& cancel,
                          const ProgressCallback& progress) {
    std::vector<std::optional<LabelmeFile>> read(files.size());
    std::vector<Problem> problems(files.size());
    parallel_for(
        static_cast<int>(files.size()),
        [&](int i) {
            const auto k = static_cast<size_t>(i);
            try {
                read[k] = read_labelme_file(files[k]);
            } catch (const Error& error) {
                problems[k] = left_out(error, files[k], sample_id(dataset.root, files[k]));
            }
        },
        cancel, progress);
    std::erase_if(problems, [](const Problem& problem) { return problem.message.empty(); });
    NamedFaces faces(dataset.source, dataset.root);
    FolderCache folders;
    PictureFinder finder(dataset.root / "labelme.json", options.pictures, cancel);
    std::map<std::string, int> unread;
    for (size_t i = 0; i < files.size(); ++i) {
        cancel.throw_if_cancelled();
        if (!read[i])
            continue;
        LabelmeFile& file = *read[i];
        const fs::path picture = picture_of_file(files[i], file, folders, finder);
        if (picture.empty()) {
            problems.push_back(left_out(
                Error(file.has_picture_inside
                          ? "the picture " + shown_text(file.picture) +
                                " is missing: it stands in this file alone (imageData); write it "
                                "beside it, with labelme_export_json or by saving again"
                          : "the picture " + shown_text(file.picture) + " is missing",
                      {files[i]}),
                files[i], sample_id(dataset.root, files[i])));
            continue;
        }
        for (Problem& problem : file.problems) {
            problem.sample_id = sample_id(dataset.root, picture);
            problems.push_back(std::move(problem));
        }
        for (const auto& [kind, count] : file.unread)
            unread[kind] += count;
        file.shapes.picture = picture;
        faces.add(std::move(file.shapes));
    }
    ReaderResult result = faces.finish(dataset);
    for (const auto& [kind, count] : unread)
        result.problems.push_back(
            {dataset.source, 0,
             fmt::format("{} '{}' {} not read: faces are made of points and rectangles",
                         tool_count(count, "a shape of the kind", "shapes of the kind"),
                         shown_text(kind), count == 1 ? "is" : "are"),
             ""});
    std::vector<Problem> about_pictures = finder.problems();
    for (Problem& problem : about_pictures)
        problem.file = dataset.source;
    for (const auto& found : {problems, about_pictures})
        result.problems.insert(result.problems.begin(), found.begin(), found.end());
    return result;
}

}  // namespace rudolph
