#include "core/dataset/repeated_names.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace rudolph {
namespace {

constexpr size_t kFewestDigits = 3;
constexpr size_t kMostDigitsBehind = 2;

size_t digits_at_end(std::string_view name) {
    size_t count = 0;
    while (count < name.size() && name[name.size() - 1 - count] >= '0' &&
           name[name.size() - 1 - count] <= '9')
        ++count;
    return count;
}

bool is_number(const std::string& name) {
    return !name.empty() && digits_at_end(name) == name.size();
}

/// The folder of the video as ids name it: what they have before "/imgs/000012".
std::string person_of_video(const std::string& person, const std::filesystem::path& video) {
    size_t end = person.rfind('/');
    if (end != std::string::npos && end > 0)
        end = person.rfind('/', end - 1);
    return end == std::string::npos || end == 0 ? video.filename().string() : person.substr(0, end);
}

}  // namespace

std::filesystem::path video_of_frame(const std::filesystem::path& picture) {
    // Nearly all pictures of large sets are told here, without taking their paths apart.
    const std::string_view path = picture.native();
    const std::string_view folders = path.substr(0, std::min(path.rfind('/'), path.size()));
    const std::string_view folder = folders.substr(folders.rfind('/') + 1);
    if (folder != "imgs" && folder != "frames" && folder != "annot")
        return {};
    const std::filesystem::path video = picture.parent_path().parent_path();
    return is_number(video.filename().string()) && is_number(picture.stem().string())
               ? video
               : std::filesystem::path();
}

std::optional<std::string_view> photograph_in(std::string_view name) {
    bool any = false;
    for (;;) {
        const size_t digits = digits_at_end(name);
        if (any && digits >= kFewestDigits)
            return name;
        const bool is_behind = digits > 0 && digits <= kMostDigitsBehind && name.size() > digits &&
                               name[name.size() - digits - 1] == '_';
        if (!is_behind)
            return std::nullopt;
        name.remove_suffix(digits + 1);
        any = true;
    }
}

void join_repetitions(std::vector<Sample>& samples) {
    for (Sample& sample : samples)
        if (const auto video = video_of_frame(sample.image); !video.empty())
            sample.person = person_of_video(sample.person, video);
    std::unordered_map<std::string_view, size_t> faces_of;
    for (const Sample& sample : samples)
        if (const auto photograph = photograph_in(sample.person))
            ++faces_of[*photograph];
    std::vector<std::pair<Sample*, std::string>> joined;
    for (Sample& sample : samples)
        if (const auto photograph = photograph_in(sample.person);
            photograph && 2 * faces_of[*photograph] <= samples.size())
            joined.emplace_back(&sample, *photograph);
    for (auto& [sample, person] : joined)
        sample->person = std::move(person);
}

}  // namespace rudolph
