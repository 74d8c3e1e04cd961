#include "core/image/picture_limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <optional>
#include <system_error>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/memory.h"
#include "core/base/system.h"
#include "core/image/announced_size.h"

namespace rudolph {
namespace {

constexpr std::int64_t kMillion = 1'000'000;
/// More than any camera has, and 1.2 GB as it is decoded.
constexpr std::int64_t kMostWithoutChoice = 400 * kMillion;
/// A deep picture with alpha, its copies in 8 bits and upright.
constexpr std::uint64_t kBytesAPixel = 16;
/// From here on pictures are decoded one after the other.
constexpr std::int64_t kLarge = 64 * kMillion;

/// Every scan of a JPEG goes over all of its pixels. Programs write 1 to 20; so many are let pass
/// whatever the size, and more as long as they take about a second.
constexpr std::int64_t kUsualScans = 20;
constexpr std::int64_t kMostPixelsInScans = 2000 * kMillion;

constexpr const char* kSetting = "largest_picture_megapixels";
constexpr int kNotRead = -1;

std::filesystem::path settings_file() {
    return user_data_folder() / "rudolph" / "settings.json";
}

int kept_choice() {
    std::error_code failed;
    if (!std::filesystem::exists(settings_file(), failed))
        return 0;
    try {
        const int kept = whole_number<int>(read_json(settings_file()).at(kSetting));
        return std::max(0, kept);
    } catch (const std::exception&) {
        return 0;  // what is broken must not keep pictures from being read
    }
}

std::atomic<int>& choice() {
    static std::atomic<int> megapixels{kNotRead};
    return megapixels;
}

std::int64_t by_memory() {
    const std::uint64_t memory = memory_there_is();
    if (memory == 0)
        return kMostWithoutChoice;
    return std::clamp(static_cast<std::int64_t>(memory / 2 / kBytesAPixel), kMillion,
                      kMostWithoutChoice);
}

}  // namespace

int largest_picture() {
    if (choice() == kNotRead)
        choice() = kept_choice();
    return choice();
}

void set_largest_picture(int megapixels) {
    choice() = std::max(0, megapixels);
}

void keep_largest_picture(int megapixels) {
    Json json = Json::object();
    std::error_code failed;
    if (std::filesystem::exists(settings_file(), failed))
        try {
            json = read_json(settings_file());
        } catch (const Error&) {
            json = Json::object();
        }
    if (!json.is_object())
        json = Json::object();
    json[kSetting] = std::max(0, megapixels);
    write_json(settings_file(), json);
    set_largest_picture(megapixels);
}

std::int64_t most_pixels() {
    const int chosen = largest_picture();
    return chosen > 0 ? chosen * kMillion : by_memory();
}

void require_pixels(std::int64_t width, std::int64_t height, const std::filesystem::path& file) {
    const std::int64_t most = most_pixels();
    if (width <= 0 || height <= 0 || width <= most / height)
        return;
    const char* why = largest_picture() > 0 ? "" : ", by the memory that there is";
    throw Error(fmt::format("the picture is {}×{} pixels, or says so, and at most {} million are "
                            "decoded{}",
                            width, height, most / kMillion, why),
                {file},
                "reduce it, or allow more: File > Largest picture, or rudolph --largest-picture");
}

void require_affordable(std::string_view bytes, const std::filesystem::path& file) {
    const AnnouncedSize announced = announced_size(bytes);
    if (announced.is_missing)
        throw Error("the picture cannot be decoded: nothing in it gives a size that can be", {file},
                    "it may be damaged: copy it again");
    require_pixels(announced.width, announced.height, file);
    const std::int64_t scans = jpeg_scans(bytes);
    if (scans > kUsualScans && announced.width * announced.height > kMostPixelsInScans / scans)
        throw Error(
            fmt::format(
                "the picture is a JPEG of {}×{} pixels in {} scans, which would take "
                "minutes; at most {} are decoded at this size",
                announced.width, announced.height, scans,
                std::max(kUsualScans, kMostPixelsInScans / (announced.width * announced.height))),
            {file}, "save it again with another program");
}

std::unique_lock<std::mutex> turn_for_large(std::string_view bytes) {
    static std::mutex mutex;
    const AnnouncedSize announced = announced_size(bytes);
    return announced.width * announced.height > kLarge ? std::unique_lock(mutex)
                                                       : std::unique_lock<std::mutex>();
}

}  // namespace rudolph
