#include "core/detect/face_detector.h"

#include "core/base/error.h"

namespace rudolph {

std::string to_string(DetectorKind kind) {
    return kind == DetectorKind::Hog ? "hog" : "yunet";
}

DetectorKind detector_kind(const std::string& text) {
    for (const DetectorKind kind : {DetectorKind::Hog, DetectorKind::YuNet})
        if (text == to_string(kind))
            return kind;
    throw Error("there is no detector '" + text + "'", {}, "choose hog or yunet");
}

void require_colour_picture(const cv::Mat& bgr) {
    if (bgr.empty())
        throw Error("there are no faces to be found in an empty picture");
    if (bgr.type() != CV_8UC3)
        throw Error(
            "faces are looked for in pictures of three colours with 8 bits each, not in one "
            "of another kind");
}

}  // namespace rudolph
