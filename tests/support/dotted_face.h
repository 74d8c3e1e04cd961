#pragma once

#include <algorithm>
#include <opencv2/imgproc.hpp>

#include "core/augment/crop.h"
#include "core/predict/predictor.h"

namespace rudolph::test {

inline const cv::Size kPicture(200, 160);
inline const std::vector<int> kGreys = {80, 160, 240};
/// Where the dots lie on average in a crop of 64×64.
inline const std::vector<Point> kMean = {{20, 20}, {44, 22}, {32, 46}};

/// Finds the dots of three greys, as a perfect network would, and keeps the crops it was shown.
class DotPredictor : public Predictor {
public:
    explicit DotPredictor(int looks) {
        info_.scheme = numbered_points(3);
        info_.indices = {0, 1, 2};
        info_.input.crop = CropKind::FaceBox;
        info_.input.width = info_.input.height = 64;
        info_.input.box_scale = 2;
        info_.model.looks = looks;
        info_.mean_shape = normalised_labels(Landmarks(kMean), info_.input.size());
    }

    const ModelInfo& info() const override { return info_; }
    std::string device() const override { return "cpu"; }
    std::vector<Landmarks> predict_crops(const std::vector<cv::Mat>& grey_crops) override {
        std::vector<Landmarks> found;
        for (const cv::Mat& crop : grey_crops) {
            std::vector<Point> points;
            for (const int grey : kGreys) {
                cv::Mat dot;
                cv::inRange(crop, cv::Scalar(grey - 12), cv::Scalar(grey + 12), dot);
                cv::erode(dot, dot, cv::Mat());
                const cv::Moments moments = cv::moments(dot, true);
                points.emplace_back(moments.m10 / moments.m00, moments.m01 / moments.m00);
            }
            if (at_one_place)
                points.assign(3, Point(30, 30));
            for (Point& point : points)
                point.x += wavering_px;
            found.emplace_back(points);
        }
        wavering_px = -wavering_px;
        looked_at.push_back(found);
        return found;
    }

    void set_calibration(const Calibration& calibration) { info_.calibration = calibration; }

    void take_whole_pictures() { info_.input.crop = CropKind::WholeImage; }

    bool at_one_place = false;
    /// That it is wrong in every crop, to the right and to the left by turns: none comes to rest.
    double wavering_px = 0;
    std::vector<std::vector<Landmarks>> looked_at;

private:
    ModelInfo info_;
};

struct DottedFace {
    cv::Mat grey = cv::Mat(kPicture, CV_8UC1, cv::Scalar(0));
    Landmarks points;
};

/// The mean face somewhere in a picture.
inline DottedFace dotted_face(double scale, double roll_deg, const Point& centre) {
    DottedFace face;
    face.points =
        transformed(Affine::translation(centre.x, centre.y) * Affine::rotation(roll_deg, {}) *
                        Affine::scaling(scale, scale) * Affine::translation(-31.5, -31.5),
                    Landmarks(kMean));
    for (size_t i = 0; i < kGreys.size(); ++i)
        cv::circle(face.grey,
                   {cvRound(16 * face.points.points[i].x), cvRound(16 * face.points.points[i].y)},
                   16 * 6, cv::Scalar(kGreys[i]), cv::FILLED, cv::LINE_8, 4);
    return face;
}

inline double farthest(const Landmarks& a, const Landmarks& b) {
    double result = 0;
    for (size_t i = 0; i < a.points.size(); ++i)
        result = std::max(result, cv::norm(a.points[i] - b.points.at(i)));
    return result;
}

}  // namespace rudolph::test
