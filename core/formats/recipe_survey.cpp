#include "core/formats/recipe_survey.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>
#include <tuple>
#include <unordered_set>

#include "core/base/encoding.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/base/walk_files.h"
#include "core/formats/mask_pictures.h"
#include "core/formats/matlab_file.h"
#include "core/formats/recipe_rows.h"
#include "core/formats/recipe_source.h"
#include "core/image/decode.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr size_t kLookedAtEach = 40;  ///< in a group with more files a few speak for all
constexpr size_t kBytesLookedAt = 1 << 13;

/// Kinds of files that hold no points in text of numbers, whatever digits are in them.
bool is_other_text(const std::string& extension) {
    static constexpr std::array<std::string_view, 22> known = {
        ".md",  ".py", ".json", ".xml", ".yaml", ".yml", ".html", ".htm", ".sh",  ".m",     ".c",
        ".cpp", ".h",  ".js",   ".css", ".rst",  ".xsl", ".bat",  ".log", ".bib", ".ljson", ".asf"};
    return std::find(known.begin(), known.end(), extension) != known.end();
}

SurveyKind kind_of_text(const fs::path& file) {
    if (has_matlab_extension(file))
        return variables_like_points(file).empty() && variables_like_tables(file).empty()
                   ? SurveyKind::Other
                   : SurveyKind::Numbers;
    const std::string start = read_text_start(file, kBytesLookedAt);
    if (start.empty() || start.find('\0') != std::string::npos)
        return SurveyKind::Other;
    return holds_numbers(start) ? SurveyKind::Numbers : SurveyKind::Text;
}

/// The kinds of a group's files; those that are not looked at are as most of the others.
std::vector<SurveyKind> kinds_of(const std::string& extension, const std::vector<fs::path>& files,
                                 const CancelToken& cancel) {
    if (has_image_extension(files.front()))
        return std::vector(files.size(), SurveyKind::Pictures);
    if (is_other_text(extension))
        return std::vector(files.size(), SurveyKind::Text);
    if (extension == ".pdf")
        return std::vector(files.size(), SurveyKind::Other);
    std::vector<SurveyKind> kinds(files.size(), SurveyKind::Other);
    std::map<SurveyKind, int> counts;
    const size_t step = files.size() <= kLookedAtEach ? 1 : files.size() / 8;
    for (size_t i = 0; i < files.size(); i += step) {
        cancel.throw_if_cancelled();
        kinds[i] = kind_of_text(files[i]);
        ++counts[kinds[i]];
    }
    if (step > 1) {
        const auto most = std::max_element(counts.begin(), counts.end(),
                                           [](auto a, auto b) { return a.second < b.second; });
        std::fill(kinds.begin(), kinds.end(), most->first);
    }
    return kinds;
}

const char* plural_of(SurveyKind kind, size_t count) {
    switch (kind) {
        case SurveyKind::Pictures:
            return count == 1 ? "picture" : "pictures";
        case SurveyKind::Numbers:
            return count == 1 ? "file of numbers" : "files of numbers";
        case SurveyKind::Text:
            return count == 1 ? "text" : "texts";
        case SurveyKind::Other:
            return count == 1 ? "other file" : "other files";
    }
    return "";
}

std::vector<fs::path> files_of(const Survey& survey, SurveyKind kind) {
    std::vector<fs::path> files;
    for (const SurveyGroup& group : survey.groups)
        if (group.kind == kind)
            files.insert(files.end(), group.files.begin(), group.files.end());
    return files;
}

}  // namespace

std::vector<fs::path> Survey::pictures() const {
    return files_of(*this, SurveyKind::Pictures);
}

std::vector<fs::path> Survey::numbers() const {
    return is_file ? std::vector{source} : files_of(*this, SurveyKind::Numbers);
}

bool holds_numbers(std::string_view text) {
    int rows = 0;
    int single = 0;
    int words = 0;
    for (const std::string_view line : lines(text)) {
        int numbers = 0;
        for (const std::string_view field : RowSplitter('*', '.').fields(line))
            numbers += parse_number(field) ? 1 : 0;
        if (numbers >= 8)
            return true;
        rows += numbers >= 2 ? 1 : 0;
        single += numbers == 1 ? 1 : 0;
        words += numbers == 0 && !trimmed(line).empty() ? 1 : 0;
        if (rows >= 2)
            return true;
    }
    // A coordinate a line.
    return single >= 4 && single > 2 * words;
}

Survey survey_data(const fs::path& source, const CancelToken& cancel) {
    Survey survey;
    std::error_code failed;
    survey.source = fs::absolute(source).lexically_normal();
    if (!survey.source.has_filename())
        survey.source = survey.source.parent_path();
    const auto status = fs::status(survey.source, failed);
    if (!fs::exists(status))
        throw Error("there is no such file or folder", {source}, "check the name");
    survey.is_file = !fs::is_directory(status);
    if (survey.is_file)
        require_regular_file(survey.source);
    survey.root = survey.is_file ? survey.source.parent_path() : survey.source;
    std::map<std::pair<std::string, std::string>, std::vector<fs::path>> found;
    survey.unreadable = walk_files(
        survey.root,
        [&](const fs::path& file) {
            found[{path_in(survey, file.parent_path()), lower(file.extension().string())}]
                .push_back(file);
        },
        cancel);
    std::vector<fs::path> pictures;
    for (auto& [key, files] : found) {
        std::sort(files.begin(), files.end());
        if (has_image_extension(files.front()))
            pictures.insert(pictures.end(), files.begin(), files.end());
    }
    const std::vector<fs::path> masks = take_masks(pictures);
    std::unordered_set<std::string> is_mask;
    for (const fs::path& mask : masks)
        is_mask.insert(mask.native());
    for (auto& [key, files] : found) {
        std::vector<SurveyKind> kinds = kinds_of(key.second, files, cancel);
        for (size_t i = 0; i < files.size(); ++i)
            if (is_mask.contains(files[i].native()))
                kinds[i] = SurveyKind::Other;
        std::map<SurveyKind, SurveyGroup> groups;
        for (size_t i = 0; i < files.size(); ++i) {
            SurveyGroup& group = groups[kinds[i]];
            group.folder = key.first;
            group.extension = key.second;
            group.kind = kinds[i];
            group.files.push_back(std::move(files[i]));
        }
        for (auto& [kind, group] : groups)
            survey.groups.push_back(std::move(group));
    }
    return survey;
}

std::string survey_text(const Survey& survey, int most) {
    std::vector<const SurveyGroup*> groups;
    for (const SurveyGroup& group : survey.groups)
        groups.push_back(&group);
    std::stable_sort(groups.begin(), groups.end(), [](const auto* a, const auto* b) {
        return std::tuple(a->kind, -static_cast<long>(a->files.size())) <
               std::tuple(b->kind, -static_cast<long>(b->files.size()));
    });
    std::string text;
    for (size_t i = 0; i < std::min(groups.size(), static_cast<size_t>(most)); ++i) {
        const SurveyGroup& group = *groups[i];
        text += fmt::format("{}{} {}{}{}", text.empty() ? "" : ", ", group.files.size(),
                            plural_of(group.kind, group.files.size()),
                            group.extension.empty() ? "" : " (" + group.extension + ")",
                            group.folder.empty() ? "" : " in " + group.folder);
    }
    if (groups.size() > static_cast<size_t>(most))
        text += fmt::format(", and {} more groups", groups.size() - static_cast<size_t>(most));
    return text.empty() ? "no files" : text;
}

std::string path_in(const Survey& survey, const fs::path& file) {
    const std::string& whole = file.native();
    const std::string& root = survey.root.native();
    if (whole.size() > root.size() + 1 && whole.starts_with(root) && whole[root.size()] == '/')
        return whole.substr(root.size() + 1);
    std::string path = file.lexically_proximate(survey.root).generic_string();
    return path == "." ? std::string() : path;
}

}  // namespace rudolph
