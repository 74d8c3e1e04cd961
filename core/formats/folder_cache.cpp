#include "core/formats/folder_cache.h"

#include <algorithm>

#include "core/base/encoding.h"
#include "core/base/walk_files.h"
#include "core/image/decode.h"

namespace rudolph {
namespace fs = std::filesystem;

bool FolderCache::has_file(const fs::path& file) {
    return listing(file.parent_path()).names.contains(file.filename().string());
}

fs::path FolderCache::find(const fs::path& sought) {
    fs::path file = sought.has_filename() ? sought : sought.parent_path();
    if (has_file(file))
        return file;
    const std::string name = file.filename().string();
    fs::path folder = file.parent_path();
    if (name.empty() || name == "." || name == "..")
        return {};
    if (!listing(folder).exists) {
        if (folder.empty() || folder == folder.root_path())
            return {};
        folder = find(folder);
        if (folder.empty())
            return {};
        if (has_file(folder / name))
            return folder / name;
    }
    Listing& there = listing(folder);
    if (!there.names_of_key) {
        there.names_of_key.emplace();
        for (const std::string& other : there.names)
            (*there.names_of_key)[name_key(other)].push_back(other);
    }
    const auto found = there.names_of_key->find(name_key(name));
    return found == there.names_of_key->end() || found->second.size() != 1
               ? fs::path()
               : folder / found->second.front();
}

fs::path FolderCache::picture(const fs::path& folder, const std::string& stem) {
    Listing& there = listing(folder);
    if (const auto names = there.pictures_of_stem.find(stem); names != there.pictures_of_stem.end())
        return folder / names->second.front();
    if (!there.pictures_of_key) {
        there.pictures_of_key.emplace();
        for (const auto& [other, names] : there.pictures_of_stem)
            (*there.pictures_of_key)[name_key(other)].push_back(names.front());
    }
    const auto found = there.pictures_of_key->find(name_key(stem));
    return found == there.pictures_of_key->end() || found->second.size() != 1
               ? fs::path()
               : folder / found->second.front();
}

int FolderCache::pictures_of_stem(const fs::path& folder, const std::string& stem) {
    const Listing& there = listing(folder);
    const auto names = there.pictures_of_stem.find(stem);
    return names == there.pictures_of_stem.end() ? 0 : static_cast<int>(names->second.size());
}

FolderCache::Listing& FolderCache::listing(const fs::path& folder) {
    const auto [entry, is_new] = listings_.try_emplace(folder.string());
    Listing& files = entry->second;
    if (!is_new)
        return files;
    std::error_code failed;
    const fs::path there = folder.empty() ? fs::path(".") : folder;
    fs::directory_iterator file(there, failed);
    files.exists = !failed;
    for (const fs::directory_iterator end; !failed && file != end; file.increment(failed)) {
        const fs::path name = file->path().filename();
        files.names.insert(name.string());
        if (has_image_extension(name) && !is_hidden(name))
            files.pictures_of_stem[name.stem().string()].push_back(name.string());
    }
    for (auto& [stem, names] : files.pictures_of_stem)
        std::sort(names.begin(), names.end());
    return files;
}

}  // namespace rudolph
