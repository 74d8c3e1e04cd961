#pragma once

#include <filesystem>
#include <memory>

#include "core/detect/face_detector.h"

namespace rudolph {

/// How YuNet looks at a picture; tests/studies/detectors.cpp compares settings.
struct YuNetSettings {
    double least_score = 0.6;  ///< from 0 to 1
    /// Of the picture as it is looked at: YuNet finds faces of some 10 to 500 pixels.
    int longer_side = 640;
    double most_enlargement = 1;
};

/// YuNet (W. Wu, H. Peng, S. Yu, YuNet: a tiny millisecond-level face detector, Machine
/// Intelligence Research 20, 2023) as OpenCV Zoo offers it, run by OpenCV's dnn module. It gives a
/// box, both eyes, the nose tip and the corners of the mouth; the roll is that of the eyes.
/// Throws Error, naming the file, when it is missing or not yunet_file().
std::unique_ptr<FaceDetector> load_yunet(const std::filesystem::path& file,
                                         const YuNetSettings& settings = {});

}  // namespace rudolph
