#pragma once

#include <opencv2/core/mat.hpp>
#include <string>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/base/nan.h"
#include "core/geometry/box.h"

namespace rudolph {

enum class DetectorKind {
    Hog,   ///< dlib's detector of upright faces on histograms of gradients: always there
    YuNet  ///< OpenCV Zoo's small network: finds more and is faster; a file of its own
};

std::string to_string(DetectorKind kind);  ///< "hog", "yunet", as the command line spells it
/// Throws Error naming the detectors there are.
DetectorKind detector_kind(const std::string& text);

/// A face in a picture, as a detector or a person says.
struct DetectedFace {
    /// In pixels of the upright picture, of the extent that dlib's detector gives faces, whichever
    /// detector found it: most models were trained on such boxes. May reach beyond the picture.
    Box box;
    /// How sure the detector is, in its own unit: compares only with others of the same detector.
    /// NaN for a box that a person drew.
    double score = kNaN;
    /// How the head is rolled in the picture, in degrees, clockwise as seen on the screen for
    /// positive ones, from -180 to 180; 0 when the detector cannot tell.
    double roll_deg = 0;

    bool operator==(const DetectedFace&) const = default;
};

/// Finds faces in photographs. Not thread-safe: one per thread. Engine::load_detector makes them.
/// What they find are upright faces, as far as the detector tolerates roll, best first. Pictures
/// are CV_8UC3 of any size; large ones are reduced, so that a look takes bounded time. Both
/// functions throw Error for other pictures.
class FaceDetector {
public:
    virtual ~FaceDetector() = default;
    virtual DetectorKind kind() const = 0;
    /// Faces as large as a twentieth of the picture's longer side or larger.
    virtual std::vector<DetectedFace> detect(const cv::Mat& bgr) = 0;
    /// Also faces half as large, in about four times the time.
    virtual std::vector<DetectedFace> detect_closely(const cv::Mat& bgr) { return detect(bgr); }
};

/// What every detector says of a picture that is empty or not CV_8UC3. Throws Error.
void require_colour_picture(const cv::Mat& bgr);

}  // namespace rudolph
