#include "core/formats/outside.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/is_below.h"
#include "core/base/parallel.h"
#include "core/formats/open_options.h"
#include "core/formats/picture_finder.h"
#include "core/formats/recipe_reader.h"
#include "core/image/announced_size.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

/// Without links and "..", as far as it is there.
fs::path real_place(const fs::path& path) {
    std::error_code failed;
    fs::path real = fs::weakly_canonical(path, failed);
    return failed ? fs::absolute(path).lexically_normal() : real;
}

}  // namespace

std::vector<fs::path> folders_of(const fs::path& source, const std::string& opening) {
    std::error_code failed;
    // What has gone is taken for a folder: beside a list that has gone anything may lie.
    const fs::path own = fs::is_regular_file(source, failed) ? source.parent_path() : source;
    std::vector<fs::path> folders = {own, recipe_pictures_folder()};
    if (is_folder_of_lists(own))
        folders.push_back(own.parent_path());
    try {
        folders.push_back(open_options_from(opening).pictures);
    } catch (const Error&) {
        // A text that cannot be read names no folder.
    }
    std::vector<fs::path> real;
    for (const fs::path& folder : folders)
        if (!folder.empty())
            real.push_back(real_place(folder));
    return real;
}

std::vector<fs::path> folders_of(const Dataset& dataset) {
    if (!dataset.source.empty())
        return folders_of(dataset.source, dataset.opening);
    // Of what was made and not opened, the root is no file's word.
    std::vector<fs::path> folders = folders_of(fs::path(), dataset.opening);
    if (!dataset.root.empty())
        folders.push_back(real_place(dataset.root));
    return folders;
}

PictureFolders::PictureFolders(const std::vector<fs::path>& folders) {
    for (const fs::path& folder : folders)
        if (!folder.empty())
            folders_.push_back(real_place(folder));
}

bool PictureFolders::hold_place(const fs::path& place) const {
    return std::any_of(folders_.begin(), folders_.end(),
                       [&place](const fs::path& folder) { return is_below(place, folder); });
}

bool PictureFolders::hold(const fs::path& picture) {
    std::error_code failed;
    if (fs::is_symlink(fs::symlink_status(picture, failed)))
        return hold_place(real_place(picture));
    const fs::path folder = picture.parent_path();
    const auto [known, is_new] = known_.try_emplace(folder.native(), false);
    if (is_new)
        known->second = hold_place(real_place(folder));
    return known->second;
}

std::vector<fs::path> pictures_outside(const Dataset& dataset,
                                       const std::vector<fs::path>& folders) {
    PictureFolders own(folders.empty() ? folders_of(dataset) : folders);
    std::vector<fs::path> outside;
    std::unordered_set<std::string> seen;
    for (const Sample& face : dataset.samples)
        if (seen.insert(face.image.native()).second && !own.hold(face.image))
            outside.push_back(face.image);
    return outside;
}

std::string outside_text(const std::vector<fs::path>& outside) {
    if (outside.empty())
        return {};
    return fmt::format(
        "{} outside the data set's folder{} {}",
        outside.size() == 1 ? "a picture lies" : fmt::format("{} pictures lie", outside.size()),
        outside.size() == 1 ? ":" : ", the first is", outside.front().string());
}

std::vector<fs::path> leave_out_no_pictures(Dataset& dataset) {
    std::vector<fs::path> pictures;
    std::unordered_map<std::string, int> place;
    for (const Sample& face : dataset.samples)
        if (place.emplace(face.image.native(), static_cast<int>(pictures.size())).second)
            pictures.push_back(face.image);
    constexpr size_t looked_at = 4096;
    std::vector<char> is_none(pictures.size(), 0);
    parallel_for(static_cast<int>(pictures.size()), [&](int i) {
        const auto k = static_cast<size_t>(i);
        std::error_code failed;
        is_none[k] = fs::exists(pictures[k], failed) &&
                     !looks_like_picture(read_part(pictures[k], 0, looked_at));
    });
    std::erase_if(dataset.samples, [&](const Sample& face) {
        return is_none[static_cast<size_t>(place.at(face.image.native()))] != 0;
    });
    std::vector<fs::path> left_out;
    for (size_t i = 0; i < pictures.size(); ++i)
        if (is_none[i] != 0)
            left_out.push_back(pictures[i]);
    return left_out;
}

}  // namespace rudolph
