#include "core/detect/dlib_hog_detector.h"

#include <dlib/image_processing/frontal_face_detector.h>

#include <algorithm>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/detect/look.h"

namespace rudolph {
namespace {

/// dlib's rectangles name the first and the last pixel.
Box box_of(const dlib::rectangle& rectangle) {
    return {static_cast<double>(rectangle.left()) - 0.5, static_cast<double>(rectangle.top()) - 0.5,
            static_cast<double>(rectangle.width()), static_cast<double>(rectangle.height())};
}

class HogDetector final : public FaceDetector {
public:
    explicit HogDetector(const HogSettings& settings) : settings_(settings) {}

    DetectorKind kind() const override { return DetectorKind::Hog; }

    std::vector<DetectedFace> detect(const cv::Mat& bgr) override {
        require_colour_picture(bgr);
        return detect_at(resized_look(bgr, settings_.longer_side, settings_.most_enlargement));
    }

    std::vector<DetectedFace> detect_closely(const cv::Mat& bgr) override {
        require_colour_picture(bgr);
        return detect_at(
            resized_look(bgr, 2 * settings_.longer_side, 2 * settings_.most_enlargement));
    }

private:
    std::vector<DetectedFace> detect_at(const Look& look) {
        cv::Mat grey;
        cv::cvtColor(look.bgr, grey, cv::COLOR_BGR2GRAY);
        dlib::array2d<unsigned char> picture(grey.rows, grey.cols);
        for (int row = 0; row < grey.rows; ++row)
            std::copy_n(grey.ptr<unsigned char>(row), grey.cols, &picture[row][0]);
        std::vector<dlib::rect_detection> found;
        detector_(picture, found, settings_.least_score);
        std::vector<DetectedFace> faces;
        for (const dlib::rect_detection& one : found)
            faces.push_back(in_image(look, {box_of(one.rect), one.detection_confidence, 0}));
        return without_duplicates(std::move(faces));
    }

    HogSettings settings_;
    dlib::frontal_face_detector detector_ = dlib::get_frontal_face_detector();
};

}  // namespace

std::unique_ptr<FaceDetector> make_hog_detector(const HogSettings& settings) {
    return std::make_unique<HogDetector>(settings);
}

}  // namespace rudolph
