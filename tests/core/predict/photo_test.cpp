#include "core/predict/photo.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/base/error.h"
#include "tests/support/dotted_face.h"

namespace rudolph {
namespace {

using test::DotPredictor;
using test::dotted_face;
using test::DottedFace;
using test::farthest;

TEST(Photo, PointsHardlyDependOnTheDetectorsBox) {
    const DottedFace face = dotted_face(1, 10, {104, 84});
    DotPredictor predictor(1);
    const Landmarks plain = predict_faces_of(predictor, face.grey, {{Box{84, 64, 40, 40}, 1, 0}})
                                .front()
                                .points_in_image;
    EXPECT_LT(farthest(plain, face.points), 1);
    for (const Box& box :
         {Box{92, 64, 40, 40}, Box{76, 72, 40, 40}, Box{80, 60, 48, 48}, Box{88, 68, 32, 32}}) {
        const PhotoFace found = predict_faces_of(predictor, face.grey, {{box, 1, 0}}).front();
        EXPECT_LT(farthest(found.points_in_image, plain), 0.5) << box.left << " " << box.width;
        EXPECT_GE(found.looks, 2);
        EXPECT_LE(found.looks, 5);
        EXPECT_EQ(found.found.box, box);
    }
}

TEST(Photo, TurnsTheFirstCropByTheRollThatTheDetectorSaw) {
    // Rolled by 90° clockwise: Affine's rotation is counter-clockwise.
    const DottedFace face = dotted_face(1, -90, {104, 84});
    DotPredictor predictor(1);
    const PhotoFace found =
        predict_faces_of(predictor, face.grey, {{Box{84, 64, 40, 40}, 1, 90}}).front();
    EXPECT_LT(farthest(found.points_in_image, face.points), 1);
    // The first look already saw it upright.
    const Landmarks& first = predictor.looked_at.front().front();
    EXPECT_LT(first.points[0].x, first.points[1].x);
    EXPECT_GT(first.points[2].y, first.points[0].y);
}

TEST(Photo, TakesTwoDetectionsWhosePointsLandOnOneFaceForOne) {
    const DottedFace left = dotted_face(0.8, 0, {50, 80});
    const DottedFace right = dotted_face(0.8, 20, {150, 80});
    const cv::Mat grey = left.grey + right.grey;
    DotPredictor predictor(1);
    const std::vector<DetectedFace> found = {{Box{35, 65, 30, 30}, 0.5, 0},
                                             {Box{40, 68, 26, 26}, 0.9, 0},
                                             {Box{135, 65, 30, 30}, 0.7, 0}};
    const auto faces = predict_found_faces(predictor, grey, found);
    ASSERT_EQ(faces.size(), 2U);
    EXPECT_EQ(faces[0].found.score, 0.9) << "of which the detector was surer";
    EXPECT_EQ(faces[1].found.score, 0.7);
    EXPECT_EQ(predict_faces_of(predictor, grey, found).size(), 3U)
        << "boxes of a person are kept, each";
    auto doubted = predict_faces_of(predictor, grey, found);
    doubted[0].confidence = FaceConfidence{0.8, {}};
    doubted[1].confidence = FaceConfidence{0.3, {}};
    EXPECT_EQ(faces_of_their_own(doubted), (std::vector<size_t>{0, 2})) << "the model was";
    EXPECT_TRUE(faces_of_their_own({}).empty());
}

TEST(Photo, FindsSeveralFacesInColour) {
    const DottedFace left = dotted_face(0.8, 0, {50, 80});
    const DottedFace right = dotted_face(0.8, 20, {150, 80});
    const cv::Mat grey = left.grey + right.grey;
    cv::Mat bgr;
    cv::cvtColor(grey, bgr, cv::COLOR_GRAY2BGR);
    DotPredictor predictor(1);
    const auto found = predict_faces_of(
        predictor, bgr, {{Box{35, 65, 30, 30}, 1, 0}, {Box{135, 65, 30, 30}, 0.5, 0}});
    ASSERT_EQ(found.size(), 2U);
    EXPECT_LT(farthest(found[0].points_in_image, left.points), 1);
    EXPECT_LT(farthest(found[1].points_in_image, right.points), 1);
    EXPECT_EQ(found[1].found.score, 0.5);
    EXPECT_FALSE(found[0].confidence.has_value());
    EXPECT_FALSE(found[0].doubtful());
    EXPECT_TRUE(predict_faces_of(predictor, bgr, {}).empty());
}

TEST(Photo, SaysHowSureACalibratedModelIs) {
    const DottedFace face = dotted_face(1, 0, {104, 84});
    DotPredictor predictor(1);
    Calibration calibration{std::vector<double>(kPointWeights, 0.0),
                            std::vector<double>(kFaceWeights, 0.0), 10};
    calibration.point_weights[0] = std::log(0.8 / 0.2);
    calibration.face_weights[0] = std::log(0.3 / 0.7);
    predictor.set_calibration(calibration);
    const PhotoFace found =
        predict_faces_of(predictor, face.grey, {{Box{84, 64, 40, 40}, 1, 0}}).front();
    ASSERT_TRUE(found.confidence.has_value());
    EXPECT_NEAR(found.confidence->face, 0.3, 1e-9);
    ASSERT_EQ(found.confidence->points.size(), 3U);
    EXPECT_NEAR(found.confidence->points[1], 0.8, 1e-9);
    EXPECT_TRUE(found.doubtful());
}

TEST(Photo, FollowsAFaceFromWhereItWas) {
    const DottedFace before = dotted_face(1, 0, {104, 84});
    const DottedFace now = dotted_face(1.05, 5, {110, 82});
    DotPredictor predictor(1);
    const auto found = follow_face(predictor, now.grey, before.points);
    ASSERT_TRUE(found.has_value());
    EXPECT_LT(farthest(found->points_in_image, now.points), 1);
    EXPECT_FALSE(follow_face(predictor, now.grey, Landmarks({{3, 3}, {3, 3}, {3, 3}})));
}

TEST(Photo, RefusesWhatIsNoPictureOrNoBox) {
    DotPredictor predictor(1);
    const std::vector<DetectedFace> face = {{Box{84, 64, 40, 40}, 1, 0}};
    EXPECT_THROW(predict_faces_of(predictor, cv::Mat(), face), Error);
    EXPECT_THROW(predict_faces_of(predictor, cv::Mat(9, 9, CV_32FC3, cv::Scalar()), face), Error);
    EXPECT_THROW(predict_faces_of(predictor, cv::Mat(9, 9, CV_8UC1, cv::Scalar(0)),
                                  {{Box{4, 4, 0, 0}, 1, 0}}),
                 Error);
}

}  // namespace
}  // namespace rudolph
