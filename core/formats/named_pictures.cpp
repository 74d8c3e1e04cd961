#include "core/formats/named_pictures.h"

#include <algorithm>
#include <array>
#include <map>

#include "core/base/encoding.h"
#include "core/base/text.h"
#include "core/image/decode.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

std::vector<std::string> keys_of_folders(const fs::path& folder) {
    std::vector<std::string> keys;
    for (const fs::path& part : folder.relative_path())
        if (!part.empty() && part != ".")
            keys.push_back(name_key(part.string()));
    return keys;
}

/// How many of the last entries are the same.
int same_at_end(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    size_t same = 0;
    while (same < a.size() && same < b.size() && a[a.size() - 1 - same] == b[b.size() - 1 - same])
        ++same;
    return static_cast<int>(same);
}

int same_at_start(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    const auto differ = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
    return static_cast<int>(differ.first - a.begin());
}

/// The parts of a path as files write it.
std::vector<std::string> parts_of(std::string_view named) {
    std::string path(trimmed(named));
    std::replace(path.begin(), path.end(), '\\', '/');
    if (const size_t query = path.find('?'); query != std::string::npos && path.find("://") < query)
        path.resize(query);
    std::vector<std::string> parts;
    for (const std::string_view part : split(path, '/')) {
        const std::string_view name = trimmed(part);
        if (!name.empty() && name != "." && name != ".." && !name.ends_with(':'))
            parts.emplace_back(name);
    }
    return parts;
}

fs::path without_extension(const std::string& name) {
    const fs::path path(name);
    return has_image_extension(path) ? path.stem() : path;
}

}  // namespace

NamedPictures::NamedPictures(std::vector<fs::path> pictures) : pictures_(std::move(pictures)) {
    std::map<std::string, int> known;
    by_name_.reserve(pictures_.size());
    by_stem_.reserve(pictures_.size());
    for (size_t i = 0; i < pictures_.size(); ++i) {
        const fs::path folder = pictures_[i].parent_path();
        const auto [place, is_new] =
            known.try_emplace(folder.native(), static_cast<int>(places_.size()));
        if (is_new)
            places_.push_back({keys_of_folders(folder)});
        place_of_.push_back(place->second);
        by_name_[name_key(pictures_[i].filename().string())].push_back(static_cast<int>(i));
        by_stem_[name_key(pictures_[i].stem().string())].push_back(static_cast<int>(i));
    }
}

NamedPictures::Found NamedPictures::find(std::string_view named, const fs::path& file,
                                         const std::string& folder) const {
    std::vector<std::string> parts = parts_of(named);
    Found found;
    if (parts.empty())
        return found;
    const std::string name = parts.back();
    parts.pop_back();
    const std::vector<int>* candidates = nullptr;
    if (const auto exact = by_name_.find(name_key(name)); exact != by_name_.end()) {
        candidates = &exact->second;
    } else {
        const auto stem = by_stem_.find(name_key(without_extension(name).string()));
        if (stem == by_stem_.end())
            return found;
        candidates = &stem->second;
        found.other_extension = has_image_extension(fs::path(name));
    }
    for (std::string& part : parts)
        part = name_key(part);
    found.candidates = static_cast<int>(candidates->size());
    if (candidates->size() == 1) {
        found.picture = &pictures_[static_cast<size_t>(candidates->front())];
        if (!parts.empty())
            found.by_name_alone =
                same_at_end(parts, places_[static_cast<size_t>(
                                               place_of_[static_cast<size_t>(candidates->front())])]
                                       .folders) == 0;
        return found;
    }
    const std::vector<std::string> wanted = parts_of(folder);
    std::vector<std::string> wanted_keys;
    for (const std::string& part : wanted)
        wanted_keys.push_back(name_key(part));
    const std::vector<std::string> here = keys_of_folders(file.parent_path());
    const std::string& exact_name = name;
    using Rank = std::array<int, 6>;
    Rank best{-1, 0, 0, 0, 0, 0};
    bool tied = false;
    for (const int i : *candidates) {
        const auto& folders =
            places_[static_cast<size_t>(place_of_[static_cast<size_t>(i)])].folders;
        bool in_wanted = false;
        if (!wanted_keys.empty())
            in_wanted = std::search(folders.begin(), folders.end(), wanted_keys.begin(),
                                    wanted_keys.end()) != folders.end();
        const fs::path& picture = pictures_[static_cast<size_t>(i)];
        const std::string its_name = picture.filename().string();
        const Rank rank = {same_at_end(parts, folders),
                           in_wanted ? 1 : 0,
                           folders == here ? 1 : 0,
                           same_at_end(here, folders),
                           same_at_start(here, folders),
                           its_name == exact_name || picture.stem().string() == exact_name ? 1 : 0};
        if (found.picture != nullptr && rank == best)
            tied = true;
        if (found.picture == nullptr || rank > best) {
            tied = false;
            best = rank;
            found.picture = &picture;
        }
    }
    if (tied)
        found.picture = nullptr;
    found.by_name_alone = !parts.empty() && best[0] == 0;
    return found;
}

std::string named_stem(std::string_view named) {
    const std::vector<std::string> parts = parts_of(named);
    return parts.empty() ? std::string() : without_extension(parts.back()).string();
}

}  // namespace rudolph
