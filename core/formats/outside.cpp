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

std::vector<fs::path> folders_of(const Dataset& dataset) {
    std::error_code failed;
    std::vector<fs::path> folders = {dataset.root, recipe_pictures_folder()};
    if (fs::is_directory(dataset.source, failed))
        folders.push_back(dataset.source);
    else if (const fs::path folder = dataset.source.parent_path(); is_folder_of_lists(folder))
        folders.push_back(folder.parent_path());
    if (is_folder_of_lists(dataset.root))
        folders.push_back(dataset.root.parent_path());
    try {
        if (const fs::path named = open_options_from(dataset.opening).pictures; !named.empty())
            folders.push_back(named);
    } catch (const Error&) {
        // A text that cannot be read names no folder.
    }
    std::vector<fs::path> real;
    for (const fs::path& folder : folders)
        if (!folder.empty())
            real.push_back(real_place(folder));
    return real;
}

std::vector<fs::path> pictures_outside(const Dataset& dataset, const std::vector<fs::path>& more) {
    std::vector<fs::path> folders = folders_of(dataset);
    for (const fs::path& folder : more)
        folders.push_back(real_place(folder));
    const auto is_inside = [&folders](const fs::path& place) {
        return std::any_of(folders.begin(), folders.end(),
                           [&place](const fs::path& folder) { return is_below(place, folder); });
    };
    std::vector<fs::path> outside;
    std::unordered_set<std::string> seen;
    std::unordered_map<std::string, bool> folder_is_inside;
    for (const Sample& face : dataset.samples) {
        if (!seen.insert(face.image.native()).second)
            continue;
        const fs::path folder = face.image.parent_path();
        const auto [known, is_new] = folder_is_inside.try_emplace(folder.native(), false);
        if (is_new)
            known->second = is_inside(real_place(folder));
        std::error_code failed;
        const bool inside = fs::is_symlink(fs::symlink_status(face.image, failed))
                                ? is_inside(real_place(face.image))
                                : known->second;
        if (!inside)
            outside.push_back(face.image);
    }
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
