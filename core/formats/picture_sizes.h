#pragma once

#include <filesystem>
#include <mutex>
#include <opencv2/core/types.hpp>
#include <string>
#include <unordered_map>

namespace rudolph {

/// The sizes of pictures, each decoded once. Any thread.
class PictureSizes {
public:
    /// 0×0 for a picture that cannot be decoded.
    cv::Size size(const std::filesystem::path& picture);

private:
    std::mutex mutex_;
    std::unordered_map<std::string, cv::Size> sizes_;
};

}  // namespace rudolph
