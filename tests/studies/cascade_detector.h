#pragma once

#include <filesystem>
#include <opencv2/imgproc.hpp>
#include <opencv2/objdetect.hpp>

#include "core/base/error.h"
#include "core/detect/look.h"

namespace rudolph::bench {

/// One of OpenCV's cascades, to compare with (P. Viola, M. Jones, Rapid object detection using a
/// boosted cascade of simple features, CVPR 2001). Its boxes are left as they are.
class CascadeDetector final : public FaceDetector {
public:
    explicit CascadeDetector(const std::filesystem::path& file) {
        if (!cascade_.load(file.string()))
            throw Error("not a cascade", {file}, "install opencv-data");
    }

    /// Not true, but nothing here asks.
    DetectorKind kind() const override { return DetectorKind::Hog; }

    std::vector<DetectedFace> detect(const cv::Mat& bgr) override {
        const Look look = resized_look(bgr, kLongerSide, 2);
        cv::Mat grey;
        cv::cvtColor(look.bgr, grey, cv::COLOR_BGR2GRAY);
        cv::equalizeHist(grey, grey);
        std::vector<cv::Rect> found;
        std::vector<int> neighbours;
        cascade_.detectMultiScale(grey, found, neighbours, kStep, kNeighbours, 0,
                                  cv::Size(kLongerSide / 20, kLongerSide / 20));
        std::vector<DetectedFace> faces;
        for (size_t i = 0; i < found.size(); ++i)
            faces.push_back(in_image(
                look, {{found[i].x - 0.5, found[i].y - 0.5, static_cast<double>(found[i].width),
                        static_cast<double>(found[i].height)},
                       static_cast<double>(neighbours[i]),
                       0}));
        return faces;
    }

private:
    static constexpr int kLongerSide = 800;
    static constexpr double kStep = 1.1;
    static constexpr int kNeighbours = 4;

    cv::CascadeClassifier cascade_;
};

}  // namespace rudolph::bench
