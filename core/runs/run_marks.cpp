#include "core/runs/run_marks.h"

#include <algorithm>
#include <system_error>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/text.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr const char* kStarred = "starred";
constexpr const char* kTags = "tags";
constexpr const char* kNote = "note";
constexpr const char* kBaseline = "baseline";

/// The whole file, so that nothing in it is lost; an empty object where there is none.
Json read_whole(const fs::path& file) {
    std::error_code ignored;
    if (fs::status(file, ignored).type() == fs::file_type::not_found)
        return Json::object();
    Json json = read_json(file);
    if (!json.is_object())
        throw Error("does not hold the marks of a run", {file}, "remove it to mark the run anew");
    return json;
}

RunMarks marks_from(const Json& json, const fs::path& file) {
    try {
        RunMarks marks;
        marks.starred = json.value(kStarred, false);
        marks.tags = json.value(kTags, std::vector<std::string>());
        marks.note = json.value(kNote, "");
        marks.baseline = json.value(kBaseline, false);
        return marks;
    } catch (const Json::exception& error) {
        throw Error(std::string("does not hold the marks of a run: ") + error.what(), {file},
                    "mend or remove it to mark the run");
    }
}

}  // namespace

RunMarks read_marks(const fs::path& run_folder) {
    const fs::path file = run_folder / kMarksFile;
    return marks_from(read_whole(file), file);
}

void write_marks(const fs::path& run_folder, const RunMarks& marks) {
    const fs::path file = run_folder / kMarksFile;
    std::error_code ignored;
    // Writing would make the folder of a run that has been removed meanwhile.
    if (!fs::is_directory(run_folder, ignored))
        throw Error("the run is not there any more", {run_folder}, "read the folder of runs again");
    Json json = read_whole(file);
    if (marks == marks_from(json, file))
        return;
    json[kStarred] = marks.starred;
    json[kTags] = marks.tags;
    json[kNote] = marks.note;
    json[kBaseline] = marks.baseline;
    write_json(file, json);
}

std::vector<std::string> tags_from(std::string_view text) {
    std::vector<std::string> tags;
    for (const std::string_view part : split(text, ',')) {
        std::string tag(trimmed(part));
        if (!tag.empty() && std::find(tags.begin(), tags.end(), tag) == tags.end())
            tags.push_back(std::move(tag));
    }
    return tags;
}

std::string tags_text(const std::vector<std::string>& tags) {
    std::string text;
    for (const std::string& tag : tags)
        text += (text.empty() ? "" : ", ") + tag;
    return text;
}

}  // namespace rudolph
