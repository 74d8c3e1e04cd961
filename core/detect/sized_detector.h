#pragma once

#include "core/detect/look.h"

namespace rudolph {

/// A detector that looks at pictures of about one size, whatever the picture's, so that a look
/// takes bounded time; closely, at twice that.
class SizedDetector : public FaceDetector {
public:
    std::vector<DetectedFace> detect(const cv::Mat& bgr) final { return detect_at(bgr, 1); }
    std::vector<DetectedFace> detect_closely(const cv::Mat& bgr) final { return detect_at(bgr, 2); }

protected:
    /// As resized_look() takes them.
    SizedDetector(int longer_side, double most_enlargement)
        : longer_side_(longer_side), most_enlargement_(most_enlargement) {}

    /// The faces of a picture of that size, in the picture that it was made of.
    virtual std::vector<DetectedFace> detect_in(const Look& look) = 0;

private:
    std::vector<DetectedFace> detect_at(const cv::Mat& bgr, int times) {
        require_colour_picture(bgr);
        return without_duplicates(
            detect_in(resized_look(bgr, times * longer_side_, times * most_enlargement_)));
    }

    int longer_side_;
    double most_enlargement_;
};

}  // namespace rudolph
