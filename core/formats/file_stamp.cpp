#include "core/formats/file_stamp.h"

#include <sys/stat.h>

#include "core/formats/open_dataset.h"
#include "core/formats/save_in_place.h"
#include "core/formats/write_dataset.h"

namespace rudolph {
namespace fs = std::filesystem;

std::optional<FileStamp> file_stamp(const fs::path& file) {
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0)
        return std::nullopt;
    constexpr std::int64_t kNanoseconds = 1'000'000'000;
    return FileStamp{static_cast<std::uint64_t>(status.st_size),
                     status.st_mtim.tv_sec * kNanoseconds + status.st_mtim.tv_nsec};
}

FileStamps annotation_stamps(const Dataset& dataset) {
    FileStamps stamps;
    if (can_be_read_only(dataset.format))
        return stamps;
    std::vector<fs::path> pictures;
    for (const Sample& face : dataset.samples)
        if (pictures.empty() || pictures.back() != face.image)
            pictures.push_back(face.image);
    std::vector<fs::path> files = files_in_place(dataset, pictures);
    if (dataset.format == DatasetFormat::Yolo)  // written when the scheme changes
        files.push_back(list_of(dataset));
    for (const fs::path& file : files)
        stamps.emplace(file, file_stamp(file));
    return stamps;
}

}  // namespace rudolph
