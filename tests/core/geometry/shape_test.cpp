#include "core/geometry/shape.h"

#include <gtest/gtest.h>

#include <cmath>
#include <stdexcept>

#include "core/base/error.h"
#include "core/base/random.h"

namespace rudolph {
namespace {

/// Not symmetric, w·h = 8·2 = 16.
Landmarks kite() {
    return Landmarks({{0, 0}, {8, 0.5}, {5, 2}, {2, 1.5}, {4, 1}});
}

Affine similarity(double scale, double degrees, double x, double y) {
    return Affine::translation(x, y) * Affine::rotation(degrees, {0, 0}) *
           Affine::scaling(scale, scale);
}

Landmarks mean_of(const std::vector<Landmarks>& shapes) {
    std::vector<const Landmarks*> pointers;
    for (const Landmarks& shape : shapes)
        pointers.push_back(&shape);
    return mean_shape(pointers);
}

void expect_same_shape(const Landmarks& a, const Landmarks& b, double tolerance = 1e-6) {
    ASSERT_EQ(a.size(), b.size());
    EXPECT_EQ(a.visibility, b.visibility);
    for (int i = 0; i < a.size(); ++i)
        if (a.is_labelled(i)) {
            EXPECT_LT(cv::norm(a.points[static_cast<size_t>(i)] - b.points[static_cast<size_t>(i)]),
                      tolerance)
                << "point " << i;
        }
}

LandmarkScheme two_eyes_and_a_nose() {
    LandmarkScheme scheme;
    scheme.name = "three";
    scheme.point_names = {"eye 1", "eye 2", "nose"};
    scheme.mirror_pairs = {{0, 1}};
    scheme.has_mirror_pairs = true;
    return scheme;
}

TEST(MeanShape, OfOneShapeIsThatShapeAtUnitSize) {
    const Landmarks mean = mean_of({kite()});
    const Box box = bounding_box(mean);
    EXPECT_NEAR(box.width * box.height, 1, 1e-12);
    EXPECT_NEAR(cv::norm(box.centre()), 0, 1e-12);
    expect_same_shape(
        mean, transformed(Affine::scaling(0.25, 0.25) * Affine::translation(-4, -1), kite()));
}

TEST(MeanShape, ForgetsPlaceAndSize) {
    std::vector<Landmarks> shapes;
    for (int i = 1; i <= 5; ++i)
        shapes.push_back(transformed(similarity(i * 7.0, 0, i * 100.0, -50.0 * i), kite()));
    expect_same_shape(mean_of(shapes), mean_of({kite()}));
}

TEST(MeanShape, StandsUprightAsTheShapesDoOnAverage) {
    const std::vector<Landmarks> shapes = {transformed(similarity(3, 40, 10, 10), kite()),
                                           transformed(similarity(2, -10, 0, 90), kite()),
                                           transformed(similarity(5, 30, 5, 5), kite())};
    // Unit vectors at 40, −10 and 30 degrees add up to one at just under 21.
    const double degrees =
        std::atan2(
            std::sin(40 * M_PI / 180) - std::sin(10 * M_PI / 180) + std::sin(30 * M_PI / 180),
            std::cos(40 * M_PI / 180) + std::cos(10 * M_PI / 180) + std::cos(30 * M_PI / 180)) *
        180 / M_PI;
    expect_same_shape(mean_of(shapes),
                      mean_of({transformed(similarity(1, degrees, 0, 0), kite())}));
}

TEST(MeanShape, AveragesNoiseAway) {
    Random random(3);
    std::vector<Landmarks> shapes;
    for (int i = 0; i < 400; ++i) {
        Landmarks shape = kite();
        for (Point& point : shape.points)
            point += Point(random.normal(), random.normal()) * 0.05;
        shapes.push_back(transformed(similarity(random.uniform(1, 50), random.normal() * 3,
                                                random.uniform(0, 999), random.uniform(0, 999)),
                                     shape));
    }
    expect_same_shape(mean_of(shapes), mean_of({kite()}), 0.01);
}

TEST(MeanShape, CountsShapesForThePointsTheyHave) {
    Landmarks without_first = transformed(similarity(4, 0, 3, 3), kite());
    without_first.visibility[0] = Visibility::NotLabelled;
    without_first.points[0] = {-1e6, 1e6};
    Landmarks without_last = transformed(similarity(2, 0, -3, 9), kite());
    without_last.visibility[4] = Visibility::NotLabelled;
    without_last.points[4] = {1e6, 1e6};
    expect_same_shape(mean_of({without_first, without_last}), mean_of({kite()}));
}

TEST(MeanShape, LeavesPointsThatNoShapeHasUnlabelled) {
    Landmarks shape = kite();
    shape.visibility[1] = Visibility::NotLabelled;
    const Landmarks mean = mean_of({shape, shape});
    EXPECT_FALSE(mean.is_labelled(1));
    EXPECT_TRUE(mean.is_labelled(0));
    EXPECT_NEAR(bounding_box(mean).width * bounding_box(mean).height, 1, 1e-9);
}

TEST(MeanShape, OfNothingIsEmptyAndOfAPointAPoint) {
    EXPECT_TRUE(mean_shape({}).empty());
    EXPECT_TRUE(mean_of({Landmarks(), Landmarks()}).empty());
    EXPECT_EQ(mean_of({Landmarks({{7, 9}}), Landmarks({{1, 2}})}), Landmarks({{0, 0}}));
    EXPECT_EQ(mean_of({Landmarks({{7, 9}, {7, 9}})}), Landmarks({{0, 0}, {0, 0}}));
    expect_same_shape(mean_of({Landmarks({{1, 5}, {3, 5}}), Landmarks({{10, 5}, {30, 5}})}),
                      Landmarks({{-0.5, 0}, {0.5, 0}}));
}

TEST(FittedToBox, FillsTheBoxEvenly) {
    const Box box{100, 50, 40, 40};
    const Box own = bounding_box(fitted_to_box(kite(), box));
    EXPECT_NEAR(own.left, 100, 1e-9);
    EXPECT_NEAR(own.width, 40, 1e-9);
    EXPECT_NEAR(own.height, 10, 1e-9);
    EXPECT_NEAR(own.centre().y, 70, 1e-9);
}

TEST(FittedToBox, PutsPointsAndLinesInTheMiddle) {
    const Box box{10, 20, 30, 40};
    EXPECT_EQ(fitted_to_box(Landmarks({{5, 5}}), box).points[0], Point(25, 40));
    const Landmarks line = fitted_to_box(Landmarks({{0, 0}, {0, 2}}), box);
    EXPECT_NEAR(cv::norm(line.points[0] - Point(25, 20)), 0, 1e-9);
    EXPECT_NEAR(cv::norm(line.points[1] - Point(25, 60)), 0, 1e-9);
    EXPECT_TRUE(fitted_to_box({}, box).empty());
}

TEST(Align, FindsTheSimilarityOverPointsThatBothHave) {
    Landmarks from = kite();
    const Affine expected = similarity(2.5, 33, 12, -7);
    Landmarks to = transformed(expected, from);
    from.visibility[0] = Visibility::NotLabelled;
    from.points[0] = {1e5, 1e5};
    to.visibility[3] = Visibility::NotLabelled;
    to.points[3] = {-1e5, 1e5};
    const std::optional<Affine> found = align(from, to);
    ASSERT_TRUE(found);
    for (int row = 0; row < 2; ++row)
        for (int column = 0; column < 3; ++column)
            EXPECT_NEAR(found->matrix(row, column), expected.matrix(row, column), 1e-9);
}

TEST(Align, NeedsTwoPointsThatDoNotCoincide) {
    EXPECT_FALSE(align(Landmarks({{1, 1}}), Landmarks({{2, 2}})));
    EXPECT_FALSE(align({}, kite()));
    EXPECT_FALSE(align(Landmarks({{1, 1}, {1, 1}}), Landmarks({{2, 2}, {3, 3}})));
    EXPECT_FALSE(align(Landmarks({{2, 2}, {3, 3}}), Landmarks({{1, 1}, {1, 1}})));
    Landmarks hidden = Landmarks({{0, 0}, {4, 0}});
    hidden.visibility[0] = Visibility::Hidden;
    EXPECT_TRUE(align(hidden, Landmarks({{0, 0}, {8, 0}})));
    hidden.visibility[0] = Visibility::NotLabelled;
    EXPECT_FALSE(align(hidden, Landmarks({{0, 0}, {8, 0}})));
}

TEST(Mirrored, SwapsPairsSoThatPointsKeepTheirMeaning) {
    Landmarks face({{0, 0}, {10, 1}, {4, 5}});
    face.visibility[1] = Visibility::Hidden;
    const Landmarks mirror = mirrored(face, two_eyes_and_a_nose());
    EXPECT_EQ(mirror.points, (std::vector<Point>{{0, 1}, {10, 0}, {6, 5}}));
    EXPECT_EQ(mirror.visibility[0], Visibility::Hidden);
    EXPECT_EQ(mirror.visibility[1], Visibility::Visible);
}

TEST(Mirrored, TwiceIsTheIdentity) {
    Random random(5);
    for (const LandmarkScheme& scheme : builtin_schemes()) {
        if (!scheme.has_mirror_pairs)
            continue;
        Landmarks face;
        for (int i = 0; i < scheme.size(); ++i) {
            face.points.emplace_back(random.below(1000), random.below(1000));
            face.visibility.push_back(static_cast<Visibility>(random.below(3)));
        }
        const Landmarks twice = mirrored(mirrored(face, scheme), scheme);
        EXPECT_EQ(twice, face) << scheme.name;
        EXPECT_EQ(bounding_box(mirrored(face, scheme)), bounding_box(face)) << scheme.name;
    }
}

TEST(Mirrored, NeedsKnownPairsOfAllPoints) {
    LandmarkScheme scheme = two_eyes_and_a_nose();
    EXPECT_THROW(mirrored(kite(), scheme), Error);
    scheme.has_mirror_pairs = false;
    EXPECT_THROW(mirrored(Landmarks({{0, 0}, {1, 1}, {2, 2}}), scheme), Error);
}

TEST(Moved, TakesOnlyThePointsAskedFor) {
    const Landmarks result = moved(kite(), {1, 4}, Affine::translation(10, 20));
    EXPECT_EQ(result.points[1], Point(18, 20.5));
    EXPECT_EQ(result.points[4], Point(14, 21));
    EXPECT_EQ(result.points[0], kite().points[0]);
    EXPECT_EQ(result.visibility, kite().visibility);
    EXPECT_EQ(moved(kite(), {}, Affine::translation(1, 1)), kite());
    EXPECT_THROW(moved(kite(), {5}, {}), std::out_of_range);
}

}  // namespace
}  // namespace rudolph
