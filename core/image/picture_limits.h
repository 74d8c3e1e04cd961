#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <opencv2/core/types.hpp>
#include <string_view>

namespace rudolph {

/// What a picture may cost: a file of a few kilobytes may claim to be enormous, or be drawn over
/// thousands of times. All that decodes asks here before it takes any memory.

/// The most pixels that a picture, or a frame of a video, may have. By the memory that there is,
/// and no more than 400 million, unless the person has chosen.
std::int64_t most_pixels();

/// What the person has chosen, in million pixels; 0: by the memory. Kept for both programs in
/// "rudolph/settings.json" of user_data_folder(). Safe to call from many threads; keeping throws
/// Error.
int largest_picture();
void keep_largest_picture(int megapixels);
/// For this program's run alone.
void set_largest_picture(int megapixels);

/// Throws Error, naming the limit and how it is changed, for a picture of more pixels.
void require_pixels(std::int64_t width, std::int64_t height, const std::filesystem::path& file);

/// The same of the picture that a file holds, by its header; and for JPEGs of so many scans that
/// decoding takes minutes, and for TIFFs that do not say how large they are. `bytes`: the whole
/// file.
void require_affordable(std::string_view bytes, const std::filesystem::path& file);

/// While this is held no other large picture is decoded; small ones take no turn. `bytes` is a
/// file's.
std::unique_lock<std::mutex> turn_for_large(std::string_view bytes);

}  // namespace rudolph
