#include "core/geometry/pose.h"

#include <gtest/gtest.h>

#include <numeric>

#include "core/base/random.h"
#include "tests/support/turning_heads.h"

namespace rudolph {
namespace {

std::vector<Landmarks> heads(const std::vector<double>& yaws) {
    Random random(3);
    std::vector<Landmarks> result;
    for (const double yaw : yaws)
        result.push_back(test::photographed(test::turned_head(yaw), random));
    return result;
}

std::vector<const Landmarks*> pointers(const std::vector<Landmarks>& shapes) {
    std::vector<const Landmarks*> result;
    for (const Landmarks& shape : shapes)
        result.push_back(&shape);
    return result;
}

const std::vector<double> kYaws = {-40, -30, -20, -10, -5, 0, 0, 5, 10, 20, 30, 40};

TEST(PoseAxis, OrdersHeadsByTheWayTheyTurn) {
    const std::vector<Landmarks> shapes = heads(kYaws);
    const auto axis = fit_pose_axis(pointers(shapes), test::head_scheme());
    ASSERT_TRUE(axis.has_value());
    double squares = 0;
    for (size_t i = 0; i < shapes.size(); ++i) {
        const double score = axis->score(shapes[i]);
        squares += score * score;
        if (i > 0 && kYaws[i] > kYaws[i - 1]) {
            EXPECT_GT(score, axis->score(shapes[i - 1])) << i;
        }
    }
    EXPECT_NEAR(squares / static_cast<double>(shapes.size()), 1, 1e-6);
    EXPECT_NEAR(axis->score(test::turned_head(0)), 0, 1e-6);
    EXPECT_GT(axis->score(test::turned_head(30)), 1) << "the nose points to the viewer's right";
    EXPECT_NEAR(axis->score(test::turned_head(-30)), -axis->score(test::turned_head(30)), 1e-6);
}

TEST(PoseAxis, TakesTheSymmetricFaceAsFrontalWhereMostHeadsTurnToOneSide) {
    const std::vector<Landmarks> shapes = heads({0, 10, 20, 25, 30, 35, 40});
    const auto axis = fit_pose_axis(pointers(shapes), test::head_scheme());
    ASSERT_TRUE(axis.has_value());
    EXPECT_NEAR(axis->score(test::turned_head(0)), 0, 1e-6);
    EXPECT_LT(axis->score(test::turned_head(-20)), -0.5);
}

TEST(PoseAxis, IgnoresWhatIsTheSameOnBothSides) {
    const std::vector<Landmarks> shapes = heads(kYaws);
    const auto axis = fit_pose_axis(pointers(shapes), test::head_scheme());
    Landmarks open_mouth = test::turned_head(0);
    open_mouth.points[2].y += 30;
    open_mouth.points[8].y += 15;
    EXPECT_NEAR(axis->score(open_mouth), 0, 1e-6);
}

TEST(PoseAxis, DoesWithoutMirrorPairs) {
    LandmarkScheme scheme = test::head_scheme();
    scheme.has_mirror_pairs = false;
    scheme.mirror_pairs.clear();
    const std::vector<Landmarks> shapes = heads(kYaws);
    const auto axis = fit_pose_axis(pointers(shapes), scheme);
    ASSERT_TRUE(axis.has_value());
    EXPECT_GT(axis->score(test::turned_head(30)), 0.5);
    EXPECT_LT(axis->score(test::turned_head(-30)), -0.5);
    scheme.nose_tip.reset();
    EXPECT_GT(fit_pose_axis(pointers(shapes), scheme)->score(test::turned_head(30)), 0.5);
}

TEST(PoseAxis, IsThereOnlyWhereShapesTurn) {
    const LandmarkScheme scheme = test::head_scheme();
    const std::vector<Landmarks> same = heads({0, 0, 0, 0});
    EXPECT_FALSE(fit_pose_axis(pointers(same), scheme).has_value());
    const std::vector<Landmarks> two = heads({0, 20});
    EXPECT_FALSE(fit_pose_axis(pointers(two), scheme).has_value());
    EXPECT_FALSE(fit_pose_axis({}, scheme).has_value());
    const Landmarks dot({{3, 4}});
    EXPECT_FALSE(fit_pose_axis({&dot, &dot, &dot}, numbered_points(1)).has_value());
}

TEST(PoseAxis, ScoresFacesThatLackPointsAndNotThoseThatAreNoFace) {
    const std::vector<Landmarks> shapes = heads(kYaws);
    const auto axis = fit_pose_axis(pointers(shapes), test::head_scheme());
    Landmarks part = test::turned_head(30);
    part.visibility[2] = part.visibility[0] = Visibility::NotLabelled;
    EXPECT_GT(axis->score(part), 0.3);
    EXPECT_TRUE(std::isnan(axis->score(Landmarks(std::vector<Point>(9, Point(5, 5))))));
    EXPECT_TRUE(std::isnan(axis->score({})));
}

TEST(PoseWeights, TakeRarePosesMoreOftenAndAllOnceOnAverage) {
    Random random(5);
    std::vector<double> scores;
    for (int i = 0; i < 1000; ++i)
        scores.push_back(random.normal());
    scores.push_back(5);
    scores.push_back(std::nan(""));
    const std::vector<double> weights = pose_weights(scores);
    ASSERT_EQ(weights.size(), scores.size());
    EXPECT_EQ(weights.back(), 1);
    EXPECT_NEAR(
        std::accumulate(weights.begin(), weights.end(), 0.0) / static_cast<double>(weights.size()),
        1, 1e-6);
    EXPECT_NEAR(weights[1000], 4, 1e-9);
    for (size_t i = 0; i < 1000; ++i) {
        EXPECT_LE(weights[i], 4);
        if (std::abs(scores[i]) < 0.2) {
            EXPECT_LT(weights[i], 0.8);
        }
        if (std::abs(scores[i]) > 2.3) {
            EXPECT_GT(weights[i], 2);
        }
    }
}

TEST(PoseWeights, AreOneWhereThereIsNothingToBalance) {
    EXPECT_TRUE(pose_weights({}).empty());
    EXPECT_EQ(pose_weights({std::nan("")}), std::vector<double>{1});
    for (const double weight : pose_weights({0.3, 0.3, 0.3, 0.3}))
        EXPECT_NEAR(weight, 1, 1e-9);
}

}  // namespace
}  // namespace rudolph
