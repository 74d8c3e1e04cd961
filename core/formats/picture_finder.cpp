#include "core/formats/picture_finder.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "core/base/encoding.h"
#include "core/base/text.h"
#include "core/base/walk_files.h"
#include "core/dataset/names.h"
#include "core/image/decode.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

/// As many missing pictures are named one by one.
constexpr size_t kMostNamed = 20;

int hex_digit(char c) {
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/// Addresses of files have %20 for a space.
std::string without_percents(std::string_view name) {
    std::string plain;
    for (size_t i = 0; i < name.size(); ++i) {
        if (name[i] == '%' && i + 2 < name.size() && hex_digit(name[i + 1]) >= 0 &&
            hex_digit(name[i + 2]) >= 0) {
            plain += static_cast<char>(hex_digit(name[i + 1]) * 16 + hex_digit(name[i + 2]));
            i += 2;
        } else {
            plain += name[i];
        }
    }
    return plain;
}

/// The name as bytes that the disk may have: as it is, and in the other encoding; each also with
/// Windows' separators as ours.
std::vector<std::string> spellings(const std::string& name) {
    std::vector<std::string> all = {name};
    if (!is_utf8(name))
        all.push_back(utf8_from_latin1(name));
    else if (const auto latin1 = latin1_from_utf8(name); latin1 && *latin1 != name)
        all.push_back(*latin1);
    for (size_t i = 0, count = all.size(); i < count; ++i) {
        if (all[i].find('\\') == std::string::npos)
            continue;
        std::string slashed = all[i];
        std::replace(slashed.begin(), slashed.end(), '\\', '/');
        all.push_back(std::move(slashed));
    }
    return all;
}

std::string shown(const std::string& name) {
    return is_utf8(name) ? name : utf8_from_latin1(name);
}

}  // namespace

bool is_folder_of_lists(const fs::path& folder) {
    static const std::set<std::string> names = {"annotations", "annotation", "anno",  "anns",
                                                "labels",      "label",      "lists", "json",
                                                "gt",          "points",     "splits"};
    return names.contains(lower(folder.filename().string()));
}

PictureFinder::PictureFinder(fs::path list, fs::path pictures, CancelToken cancel)
    : list_(std::move(list)), named_folder_(std::move(pictures)), cancel_(std::move(cancel)) {
    const fs::path folder = list_.parent_path();
    if (!named_folder_.empty()) {
        named_folder_ = fs::absolute(named_folder_).lexically_normal();
        bases_.push_back(named_folder_);
    }
    bases_.push_back(folder);
    bases_.push_back(folder / "images");
    if (is_folder_of_lists(folder)) {
        bases_.push_back(folder.parent_path());
        bases_.push_back(folder.parent_path() / "images");
    }
    searched_ = !named_folder_.empty()       ? named_folder_
                : is_folder_of_lists(folder) ? folder.parent_path()
                                             : folder;
}

fs::path PictureFinder::find(const std::string& name) {
    if (name.empty())
        return {};
    fs::path found = find_as_named(name);
    return found.empty() ? find_by_name(name) : found;
}

fs::path PictureFinder::find_any(const std::vector<std::string>& names) {
    for (const std::string& name : names)
        if (fs::path found = name.empty() ? fs::path() : find_as_named(name); !found.empty())
            return found;
    for (const std::string& name : names)
        if (fs::path found = name.empty() ? fs::path() : find_by_name(name); !found.empty())
            return found;
    return {};
}

fs::path PictureFinder::of_the_list() {
    for (const fs::path& base : bases_)
        if (fs::path found = folders_.picture(base, list_.stem().string()); !found.empty())
            return found.lexically_normal();
    return {};
}

fs::path PictureFinder::find_as_named(const std::string& name) {
    const std::vector<std::string> names = spellings(name);
    for (const fs::path& base : bases_)
        for (const std::string& spelling : names)
            if (fs::path file = (base / spelling).lexically_normal(); folders_.has_file(file))
                return file;
    for (const fs::path& base : bases_)
        for (const std::string& spelling : names)
            if (fs::path file = folders_.find((base / spelling).lexically_normal()); !file.empty())
                return file;
    // Tables often leave the extension out.
    for (const fs::path& base : bases_) {
        const fs::path file = (base / names.back()).lexically_normal();
        if (has_image_extension(file))
            break;
        if (fs::path found = folders_.picture(file.parent_path(), file.filename().string());
            !found.empty())
            return found;
    }
    return {};
}

const NamedPictures& PictureFinder::all_pictures() {
    if (!all_pictures_) {
        std::vector<fs::path> pictures;
        walk_files(
            searched_,
            [&pictures](const fs::path& file) {
                if (has_image_extension(file))
                    pictures.push_back(file);
            },
            cancel_);
        std::sort(pictures.begin(), pictures.end());
        all_pictures_.emplace(std::move(pictures));
    }
    return *all_pictures_;
}

fs::path PictureFinder::find_by_name(const std::string& name) {
    const std::string plain = spellings(name).back();
    NamedPictures::Found found = all_pictures().find(plain, list_);
    if (found.candidates == 0)
        found = all_pictures().find(without_percents(plain), list_);
    if (found.picture == nullptr)
        return {};
    if (!found.other_extension)
        ++found_in_[found.picture->parent_path()];
    else if (++with_other_extension_ == 1)
        first_with_other_extension_ = shown(name) + " is " + found.picture->filename().string();
    return *found.picture;
}

/// COCO's own layout: annotations/LIST beside images/PART.
bool PictureFinder::is_usual_place(const fs::path& folder) const {
    const fs::path lists = list_.parent_path();
    return is_folder_of_lists(lists) && folder.parent_path() == lists.parent_path() / "images";
}

void PictureFinder::miss(const std::string& name, int line, int faces) {
    missing_.push_back({name, line, faces});
}

std::vector<Problem> PictureFinder::problems() const {
    std::vector<Problem> found;
    for (const auto& [folder, count] : found_in_) {
        if (is_usual_place(folder))
            continue;
        found.push_back(
            {list_, 0,
             fmt::format("{} not where the list says and {} by {} in {}",
                         count == 1 ? "a picture is" : fmt::format("{} pictures are", count),
                         count == 1 ? "was found" : "were found",
                         count == 1 ? "its name" : "their names", folder.string()),
             ""});
    }
    if (with_other_extension_ > 0)
        found.push_back({list_, 0,
                         fmt::format("{} found with another extension ({})",
                                     with_other_extension_ == 1
                                         ? "a picture is"
                                         : fmt::format("{} pictures are", with_other_extension_),
                                     first_with_other_extension_),
                         ""});
    const auto sought = [this](const std::string& name) {
        return (bases_.front() / spellings(name).back()).lexically_normal().string();
    };
    const fs::path folder = list_.parent_path();
    if (missing_.size() <= kMostNamed) {
        for (const Missing& missing : missing_)
            found.push_back({list_, missing.line,
                             missing.name.empty()
                                 ? std::string("no picture is named")
                                 : "the picture " + shown(missing.name) + " is missing (sought " +
                                       sought(missing.name) + ", and by its name below " +
                                       searched_.string() + ")",
                             missing.name.empty() ? "" : sample_id(folder, folder / missing.name),
                             std::nullopt, missing.faces});
        return found;
    }
    int faces = 0;
    for (const Missing& missing : missing_)
        faces += missing.faces;
    const Missing& first = missing_.front();
    found.push_back(
        {list_, first.line,
         fmt::format("{} pictures are missing, the first is {} (sought {}, and by its name below "
                     "{}): name the folder they lie in",
                     missing_.size(), shown(first.name), sought(first.name), searched_.string()),
         "", std::nullopt, faces});
    return found;
}

}  // namespace rudolph
