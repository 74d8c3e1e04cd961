#include "core/formats/picture_sizes.h"

#include "core/base/error.h"
#include "core/image/decode.h"

namespace rudolph {

cv::Size PictureSizes::size(const std::filesystem::path& picture) {
    {
        const std::lock_guard lock(mutex_);
        const auto known = sizes_.find(picture.native());
        if (known != sizes_.end())
            return known->second;
    }
    constexpr int reduction = 8;
    cv::Size size;
    try {
        size = decode_reduced(picture, [](cv::Size) { return reduction; }).full_size;
    } catch (const Error&) {
        size = {};
    }
    const std::lock_guard lock(mutex_);
    return sizes_[picture.native()] = size;
}

}  // namespace rudolph
