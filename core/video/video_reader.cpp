#include "core/video/video_reader.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "core/base/text.h"

namespace rudolph {

bool has_video_extension(const std::filesystem::path& file) {
    static constexpr std::array<std::string_view, 14> known = {
        ".mp4",  ".m4v", ".mov", ".avi", ".mkv", ".webm", ".mpg",
        ".mpeg", ".ogv", ".wmv", ".flv", ".3gp", ".mts",  ".m2ts"};
    const std::string extension = lower(file.extension().string());
    return std::find(known.begin(), known.end(), extension) != known.end();
}

}  // namespace rudolph
