#include "core/predict/predictor.h"

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

namespace rudolph {
namespace {

const cv::Size kPicture(200, 160);
const std::vector<int> kGreys = {80, 160, 240};
/// In a crop of 64×64.
const std::vector<Point> kMean = {{20, 20}, {44, 22}, {32, 46}};

/// Finds the dots of three greys, as a perfect network would, and keeps the crops it was shown.
class DotPredictor : public Predictor {
public:
    explicit DotPredictor(int looks) {
        info_.scheme = scheme_for_point_count(3);
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
            found.emplace_back(points);
        }
        looked_at.push_back(found);
        return found;
    }

    bool at_one_place = false;
    std::vector<std::vector<Landmarks>> looked_at;

private:
    ModelInfo info_;
};

struct DottedFace {
    cv::Mat grey = cv::Mat(kPicture, CV_8UC1, cv::Scalar(0));
    Landmarks points;
};

/// The mean face somewhere in a picture.
DottedFace dotted_face(double scale, double roll_deg, const Point& centre) {
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

double farthest(const Landmarks& a, const Landmarks& b) {
    double result = 0;
    for (size_t i = 0; i < a.points.size(); ++i)
        result = std::max(result, cv::norm(a.points[i] - b.points.at(i)));
    return result;
}

TEST(Predictor, LooksAgainUprightAndCentred) {
    const DottedFace face = dotted_face(1, 35, {104, 84});
    DotPredictor predictor(2);
    const Landmarks found = predictor.predict(face.grey, Box{80, 60, 36, 36});
    EXPECT_LT(farthest(found, face.points), 1);
    ASSERT_EQ(predictor.looked_at.size(), 2U);
    EXPECT_GT(farthest(predictor.looked_at[0].front(), Landmarks(kMean)), 8);
    EXPECT_LT(farthest(predictor.looked_at[1].front(), Landmarks(kMean)), 1);
}

TEST(Predictor, LooksOnceWhenTheModelSaysSo) {
    const DottedFace face = dotted_face(1, 35, {104, 84});
    DotPredictor predictor(1);
    EXPECT_LT(farthest(predictor.predict(face.grey, Box{80, 60, 36, 36}), face.points), 1);
    EXPECT_EQ(predictor.looked_at.size(), 1U);
}

TEST(Predictor, KeepsItsCropWhereThePointsAreNoFace) {
    const DottedFace face = dotted_face(1, 0, {104, 84});
    DotPredictor predictor(2);
    predictor.at_one_place = true;
    const Landmarks found = predictor.predict(face.grey, Box{86, 66, 36, 36});
    ASSERT_EQ(predictor.looked_at.size(), 2U);
    EXPECT_EQ(predictor.looked_at[0], predictor.looked_at[1]);
    EXPECT_EQ(found.points[0], found.points[2]);
    // Points so far apart ask for a face more than twice and a half as small.
    const DottedFace tiny = dotted_face(0.5, 0, {104, 84});
    DotPredictor zooming(2);
    zooming.predict(tiny.grey, Box{64, 44, 80, 80});
    EXPECT_EQ(zooming.looked_at[0], zooming.looked_at[1]);
}

TEST(Predictor, LooksAtManyFacesEachInItsOwnWay) {
    DotPredictor predictor(3);
    std::vector<FacePicture> pictures;
    std::vector<Landmarks> truth;
    for (const double roll : {0.0, -30.0, 20.0}) {
        const DottedFace face = dotted_face(1.2, roll, {100 + roll / 10, 80});
        const Box box{70, 55, 50, 50};
        pictures.push_back(
            {make_cropping_source(face.grey, predictor.info().input, box), kPicture, box});
        truth.push_back(face.points);
    }
    const auto found = predictor.predict_faces({&pictures[0], &pictures[1], &pictures[2]});
    ASSERT_EQ(found.size(), 3U);
    for (size_t i = 0; i < found.size(); ++i)
        EXPECT_LT(farthest(found[i], truth[i]), 1) << i;
    EXPECT_EQ(predictor.looked_at.size(), 3U);
    EXPECT_TRUE(predictor.predict_faces({}).empty());
}

}  // namespace
}  // namespace rudolph
