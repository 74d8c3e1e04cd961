#include "core/geometry/affine.h"

#include <gtest/gtest.h>

#include "core/base/error.h"

namespace rudolph {
namespace {

void expect_near(const Point& actual, const Point& expected, double tolerance = 1e-9) {
    EXPECT_NEAR(actual.x, expected.x, tolerance);
    EXPECT_NEAR(actual.y, expected.y, tolerance);
}

const Affine kSomething{{1.5, 0.25, -7, -0.5, 2, 11}};

TEST(Affine, IsTheIdentityAtFirst) {
    expect_near(Affine{}({3, -4}), {3, -4});
    EXPECT_DOUBLE_EQ(Affine{}.scale(), 1);
}

TEST(Affine, ProductAppliesTheRightOneFirst) {
    const Affine both = Affine::translation(10, 0) * Affine::scaling(2, 3);
    expect_near(both({1, 1}), {12, 3});
    expect_near((Affine::scaling(2, 3) * Affine::translation(10, 0))({1, 1}), {22, 3});
}

TEST(Affine, InverseUndoes) {
    const Affine back = kSomething.inverse();
    expect_near(back(kSomething({12.5, -3})), {12.5, -3});
    expect_near(kSomething(back({12.5, -3})), {12.5, -3});
    expect_near((back * kSomething)({5, 6}), {5, 6});
}

TEST(Affine, FlatteningCannotBeUndone) {
    EXPECT_THROW(Affine::scaling(0, 1).inverse(), Error);
    EXPECT_THROW((Affine{{1, 2, 0, 2, 4, 0}}).inverse(), Error);
}

TEST(Affine, PositiveDegreesTurnCounterClockwiseOnTheScreen) {
    // y points down: what is on the right goes up.
    expect_near(Affine::rotation(90, {0, 0})({1, 0}), {0, -1});
    expect_near(Affine::rotation(90, {10, 20})({11, 20}), {10, 19});
    expect_near(Affine::rotation(30, {10, 20})({10, 20}), {10, 20});
}

TEST(Affine, ScaleIsWhatLengthsGrowBy) {
    EXPECT_DOUBLE_EQ(Affine::scaling(2, 8).scale(), 4);
    EXPECT_DOUBLE_EQ(Affine::scaling(-3, 3).scale(), 3);
    EXPECT_NEAR(Affine::rotation(33, {5, 5}).scale(), 1, 1e-12);
}

TEST(Affine, ResizeMakesTheCornersMeetNotTheCornerPixels) {
    const Affine small_from_large = Affine::resize({640, 480}, {80, 60});
    // The corner of an image is half a pixel outside the centre of its corner pixel.
    expect_near(small_from_large({-0.5, -0.5}), {-0.5, -0.5});
    expect_near(small_from_large({639.5, 479.5}), {79.5, 59.5});
    // The middle of the first 8×8 pixels is the first pixel of the small image.
    expect_near(small_from_large({3.5, 3.5}), {0, 0});
    expect_near(Affine::resize({5, 5}, {5, 5})({1, 2}), {1, 2});
}

TEST(FitSimilarity, RecoversScaleRotationAndShift) {
    const Affine truth =
        Affine::translation(30, -12) * Affine::rotation(25, {3, 4}) * Affine::scaling(1.7, 1.7);
    const std::vector<Point> from = {{0, 0}, {10, 1}, {4, 8}, {-3, 5}};
    std::vector<Point> to;
    for (const Point& point : from)
        to.push_back(truth(point));
    const Affine fitted = fit_similarity(from, to);
    for (const Point& point : from)
        expect_near(fitted(point), truth(point));
    EXPECT_NEAR(fitted.scale(), 1.7, 1e-9);
}

TEST(FitSimilarity, TwoPointsAreEnough) {
    const Affine fitted = fit_similarity({{0, 0}, {1, 0}}, {{5, 5}, {5, 7}});
    expect_near(fitted({0, 0}), {5, 5});
    expect_near(fitted({1, 0}), {5, 7});
}

TEST(FitSimilarity, NeverMirrors) {
    const Affine fitted = fit_similarity({{0, 0}, {2, 0}, {0, 1}}, {{0, 0}, {-2, 0}, {0, 1}});
    const auto& m = fitted.matrix;
    EXPECT_GT(m(0, 0) * m(1, 1) - m(0, 1) * m(1, 0), 0);
}

TEST(FitSimilarity, NeedsTwoDifferentPoints) {
    EXPECT_THROW(fit_similarity({{1, 1}}, {{1, 1}}), Error);
    EXPECT_THROW(fit_similarity({{1, 1}, {2, 2}}, {{1, 1}}), Error);
    EXPECT_THROW(fit_similarity({{3, 3}, {3, 3}}, {{1, 1}, {2, 2}}), Error);
    EXPECT_THROW(fit_similarity({}, {}), Error);
}

}  // namespace
}  // namespace rudolph
