#pragma once

#include <filesystem>
#include <opencv2/core.hpp>
#include <opencv2/imgcodecs.hpp>
#include <string>
#include <vector>

#include "core/base/file.h"

namespace rudolph::test {

/// A JPEG of stored pixels whose EXIF block says how the camera was held (1 to 8).
inline void write_oriented_jpeg(const std::filesystem::path& file, const cv::Mat& stored,
                                char orientation) {
    std::vector<unsigned char> encoded;
    cv::imencode(".jpg", stored, encoded);
    std::string exif("Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", 24);
    exif += orientation;
    exif += std::string(7, '\0');
    std::string bytes(encoded.begin(), encoded.end());
    bytes.insert(2, std::string("\xff\xe1\0", 3) + static_cast<char>(exif.size() + 2) + exif);
    write_file(file, bytes);
}

}  // namespace rudolph::test
