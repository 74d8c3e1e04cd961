#include "core/detect/dlib_hog_detector.h"

#include <dlib/image_processing/frontal_face_detector.h>

#include <algorithm>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/detect/sized_detector.h"

namespace rudolph {
namespace {

/// dlib's rectangles name the first and the last pixel.
Box box_of(const dlib::rectangle& rectangle) {
    return {static_cast<double>(rectangle.left()) - 0.5, static_cast<double>(rectangle.top()) - 0.5,
            static_cast<double>(rectangle.width()), static_cast<double>(rectangle.height())};
}

class HogDetector final : public SizedDetector {
public:
    explicit HogDetector(const HogSettings& settings)
        : SizedDetector(settings.longer_side, settings.most_enlargement),
          least_score_(settings.least_score) {}

    DetectorKind kind() const override { return DetectorKind::Hog; }

private:
    std::vector<DetectedFace> detect_in(const Look& look) override {
        cv::Mat grey;
        cv::cvtColor(look.bgr, grey, cv::COLOR_BGR2GRAY);
        dlib::array2d<unsigned char> picture(grey.rows, grey.cols);
        for (int row = 0; row < grey.rows; ++row)
            std::copy_n(grey.ptr<unsigned char>(row), grey.cols, &picture[row][0]);
        std::vector<dlib::rect_detection> found;
        detector_(picture, found, least_score_);
        std::vector<DetectedFace> faces;
        for (const dlib::rect_detection& one : found)
            faces.push_back(in_image(look, {box_of(one.rect), one.detection_confidence, 0}));
        return faces;
    }

    double least_score_;
    dlib::frontal_face_detector detector_ = dlib::get_frontal_face_detector();
};

}  // namespace

std::unique_ptr<FaceDetector> make_hog_detector(const HogSettings& settings) {
    return std::make_unique<HogDetector>(settings);
}

}  // namespace rudolph
