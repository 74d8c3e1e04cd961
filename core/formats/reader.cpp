#include "core/formats/reader.h"

#include <cmath>
#include <iterator>

#include "core/image/decode.h"

namespace rudolph {
namespace fs = std::filesystem;

ReaderResult joined(std::vector<FileResult> files) {
    ReaderResult result;
    for (FileResult& file : files) {
        if (!file.lines.empty() && !file.samples.empty())
            result.lines.emplace(file.samples.front().points_in_image.size(), file.lines);
        std::move(file.samples.begin(), file.samples.end(), std::back_inserter(result.samples));
        std::move(file.problems.begin(), file.problems.end(), std::back_inserter(result.problems));
    }
    return result;
}

Point checked_point(double x, double y, const ErrorPlace& place) {
    constexpr double farthest = 1e6;
    if (!std::isfinite(x) || !std::isfinite(y))
        throw Error("a coordinate is not a finite number", place);
    if (std::abs(x) > farthest || std::abs(y) > farthest)
        throw Error("a point lies more than a million pixels away", place);
    return {x, y};
}

bool FolderCache::has_file(const fs::path& file) {
    return listing(file.parent_path()).files.contains(file.filename().string());
}

fs::path FolderCache::picture(const fs::path& folder, const std::string& stem) {
    const Listing& found = listing(folder);
    const auto name = found.picture_of_stem.find(stem);
    return name == found.picture_of_stem.end() ? fs::path() : folder / name->second;
}

const FolderCache::Listing& FolderCache::listing(const fs::path& folder) {
    const auto [entry, is_new] = listings_.try_emplace(folder.string());
    if (!is_new)
        return entry->second;
    Listing& files = entry->second;
    std::error_code failed;
    const fs::path there = folder.empty() ? fs::path(".") : folder;
    for (fs::directory_iterator file(there, failed), end; !failed && file != end;
         file.increment(failed)) {
        const fs::path name = file->path().filename();
        files.files.insert(name.string());
        if (!has_image_extension(name))
            continue;
        std::string& picture = files.picture_of_stem[name.stem().string()];
        if (picture.empty() || name.string() < picture)
            picture = name.string();
    }
    return files;
}

}  // namespace rudolph
