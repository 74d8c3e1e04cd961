#include "core/detect/yunet_file.h"

#include <cstdlib>

namespace rudolph {
namespace fs = std::filesystem;

const OfferedFile& yunet_file() {
    static const OfferedFile file{
        "face_detection_yunet_2023mar.onnx",
        "https://github.com/opencv/opencv_zoo/raw/main/models/face_detection_yunet/"
        "face_detection_yunet_2023mar.onnx",
        "8f2383e4dd3cfbb4553ea8718107fc0423210dc964f9f4280604804ed2552fa4", 232589, "Apache-2.0"};
    return file;
}

fs::path find_yunet() {
    const char* const chosen = std::getenv("RUDOLPH_YUNET");
    std::error_code ignored;
    for (const fs::path& file : {fs::path(chosen == nullptr ? "" : chosen),
                                 downloaded_models_folder() / yunet_file().name})
        if (!file.empty() && fs::is_regular_file(file, ignored))
            return file;
    return {};
}

}  // namespace rudolph
