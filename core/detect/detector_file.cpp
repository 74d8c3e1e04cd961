#include "core/detect/detector_file.h"

#include <cstdlib>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/sha256.h"
#include "core/base/user_folders.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

/// Empty for a variable that is not set.
fs::path path_in(const char* variable) {
    const char* const text = std::getenv(variable);
    return text == nullptr ? fs::path() : fs::path(text);
}

}  // namespace

const DetectorFile& yunet_file() {
    static const DetectorFile file{
        "face_detection_yunet_2023mar.onnx",
        "https://github.com/opencv/opencv_zoo/raw/main/models/face_detection_yunet/"
        "face_detection_yunet_2023mar.onnx",
        "8f2383e4dd3cfbb4553ea8718107fc0423210dc964f9f4280604804ed2552fa4", 232589, "Apache-2.0"};
    return file;
}

fs::path downloaded_models_folder() {
    return user_data_folder() / "models";
}

fs::path find_yunet() {
    std::error_code ignored;
    for (const fs::path& file :
         {path_in("RUDOLPH_YUNET"), downloaded_models_folder() / yunet_file().name})
        if (!file.empty() && fs::is_regular_file(file, ignored))
            return file;
    return {};
}

std::string read_with_sha256(const fs::path& file, const std::string& sha256) {
    std::string bytes = read_file(file);
    if (const std::string sum = sha256_of(bytes); sum != sha256)
        throw Error("the file is damaged or another one: its SHA-256 is " + sum +
                        " and should be " + sha256,
                    {file}, "get it again");
    return bytes;
}

}  // namespace rudolph
