#include "core/formats/recipe_pixels.h"

#include <fmt/format.h>

#include <cmath>
#include <opencv2/core/mat.hpp>
#include <vector>

#include "core/base/sha256.h"
#include "core/base/text.h"
#include "core/image/decode.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr size_t kMostPixelsOfASide = 4096;

size_t count_words(std::string_view text) {
    size_t count = 0;
    bool inside = false;
    for (const char c : text) {
        const bool is_space = c == ' ' || c == '\t';
        count += !is_space && !inside ? 1 : 0;
        inside = !is_space;
    }
    return count;
}

cv::Size square_of(std::string_view numbers, const ErrorPlace& place) {
    const size_t count = count_words(numbers);
    const auto side = static_cast<size_t>(std::lround(std::sqrt(static_cast<double>(count))));
    if (count < 16 || side * side != count || side > kMostPixelsOfASide)
        throw Error(fmt::format("{} pixels are no square picture", count), place);
    return {static_cast<int>(side), static_cast<int>(side)};
}

}  // namespace

cv::Size write_pixels(std::string_view numbers, const fs::path& picture, const ErrorPlace& place) {
    const cv::Size size = square_of(numbers, place);
    std::error_code failed;
    if (fs::exists(picture, failed))
        return size;
    cv::Mat grey(size, CV_8UC1);
    int at = 0;
    for (const std::string_view word : words(numbers)) {
        const auto value = parse_number(word);
        if (!value || *value < 0 || *value > 255)
            throw Error(fmt::format("'{}' is no grey value from 0 to 255", word.substr(0, 20)),
                        place);
        grey.at<uchar>(at / size.width, at % size.width) = static_cast<uchar>(std::lround(*value));
        ++at;
    }
    write_image(picture, grey);
    return size;
}

cv::Size write_cell(const MatlabFile& matlab, std::string_view cell, const fs::path& picture,
                    const ErrorPlace& place) {
    std::error_code failed;
    if (fs::exists(picture, failed))
        return picture_size(picture).upright;
    const size_t mark = cell.rfind('#');
    const auto number =
        mark == std::string_view::npos ? std::nullopt : parse_integer(cell.substr(mark + 1));
    if (!number || *number < 1)
        throw Error(fmt::format("'{}' is no picture of this file", cell.substr(0, 60)), place);
    const cv::Mat image =
        matlab.picture(std::string(cell.substr(0, mark)), static_cast<size_t>(*number - 1));
    write_image(picture, image);
    return image.size();
}

fs::path pixels_folder_of(const fs::path& base, const fs::path& table) {
    std::error_code failed;
    const auto size = fs::file_size(table, failed);
    const auto time = fs::last_write_time(table, failed).time_since_epoch().count();
    const std::string sum = sha256_of(fmt::format("{}|{}|{}", table.string(), size, time));
    return base / (table.stem().string() + "-" + sum.substr(0, 12));
}

}  // namespace rudolph
