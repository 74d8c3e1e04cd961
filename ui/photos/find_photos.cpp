#include "ui/photos/find_photos.h"

#include <algorithm>
#include <system_error>

#include "core/image/decode.h"
#include "core/video/video_reader.h"

namespace rudolph {
namespace {

namespace fs = std::filesystem;

bool isPhoto(const fs::path& file) {
    return has_image_extension(file) || has_video_extension(file);
}

bool isHidden(const fs::path& path) {
    return path.filename().string().starts_with('.');
}

void addFolder(const fs::path& folder, std::vector<fs::path>& files, const CancelToken& cancel) {
    std::error_code failure;
    std::vector<fs::path> here;
    std::vector<fs::path> folders;
    // A folder that cannot be read is passed over, as file managers do.
    for (fs::directory_iterator entry(folder, failure), end; !failure && entry != end;
         entry.increment(failure)) {
        cancel.throw_if_cancelled();
        if (isHidden(entry->path()))
            continue;
        std::error_code ignored;
        if (entry->is_directory(ignored) && !entry->is_symlink(ignored))
            folders.push_back(entry->path());
        else if (isPhoto(entry->path()) && entry->is_regular_file(ignored))
            here.push_back(entry->path());
    }
    std::sort(here.begin(), here.end());
    std::sort(folders.begin(), folders.end());
    files.insert(files.end(), here.begin(), here.end());
    for (const fs::path& inner : folders)
        addFolder(inner, files, cancel);
}

}  // namespace

FoundPhotos findPhotos(const std::vector<fs::path>& paths, const CancelToken& cancel) {
    FoundPhotos found;
    for (const fs::path& path : paths) {
        std::error_code ignored;
        if (fs::is_directory(path, ignored))
            addFolder(path, found.files, cancel);
        else if (isPhoto(path))
            found.files.push_back(path);
        else
            ++found.others;
    }
    return found;
}

}  // namespace rudolph
