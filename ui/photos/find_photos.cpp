#include "ui/photos/find_photos.h"

#include <algorithm>
#include <system_error>

#include "core/base/error.h"
#include "core/base/walk_files.h"
#include "core/image/decode.h"
#include "core/video/video_reader.h"

namespace rudolph {
namespace {

namespace fs = std::filesystem;

bool isPhoto(const fs::path& file) {
    return has_image_extension(file) || has_video_extension(file);
}

/// The files of a folder, then those of its subfolders.
void addFolder(const fs::path& folder, FoundPhotos& all, const CancelToken& cancel) {
    std::vector<fs::path> found;
    try {
        walk_files(
            folder,
            [&](const fs::path& file) {
                std::error_code ignored;
                if (!isPhoto(file))
                    return;
                if (fs::is_regular_file(file, ignored))
                    found.push_back(file);
                else
                    ++all.others;
            },
            cancel);
    } catch (const Error&) {
        return;  // A folder that cannot be read is passed over, as file managers do.
    }
    std::sort(found.begin(), found.end(), [](const fs::path& a, const fs::path& b) {
        const fs::path folder_a = a.parent_path();
        const fs::path folder_b = b.parent_path();
        return folder_a == folder_b ? a < b : folder_a < folder_b;
    });
    all.files.insert(all.files.end(), found.begin(), found.end());
}

}  // namespace

FoundPhotos findPhotos(const std::vector<fs::path>& paths, const CancelToken& cancel) {
    FoundPhotos found;
    for (const fs::path& path : paths) {
        std::error_code ignored;
        if (fs::is_directory(path, ignored))
            addFolder(path, found, cancel);
        else if (isPhoto(path))
            found.files.push_back(path);
        else
            ++found.others;
    }
    return found;
}

}  // namespace rudolph
