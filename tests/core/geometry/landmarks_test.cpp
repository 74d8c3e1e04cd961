#include "core/geometry/landmarks.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace rudolph {
namespace {

Landmarks three() {
    Landmarks landmarks({{1, 2}, {3, 4}, {-5, 60}});
    landmarks.visibility[2] = Visibility::NotLabelled;
    return landmarks;
}

TEST(Landmarks, AreVisibleUnlessSaidOtherwise) {
    const Landmarks landmarks({{1, 2}, {3, 4}});
    EXPECT_EQ(landmarks.size(), 2);
    EXPECT_EQ(landmarks.visibility, std::vector<Visibility>(2, Visibility::Visible));
    EXPECT_TRUE(Landmarks().empty());
}

TEST(Landmarks, TransformMovesPointsAndKeepsVisibility) {
    const Landmarks moved = transformed(Affine::translation(10, 20), three());
    EXPECT_EQ(moved.points[0], Point(11, 22));
    EXPECT_EQ(moved.visibility, three().visibility);
}

TEST(Landmarks, SubsetFollowsTheOrderAsked) {
    const Landmarks part = subset(three(), {2, 0});
    EXPECT_EQ(part.points, (std::vector<Point>{{-5, 60}, {1, 2}}));
    EXPECT_FALSE(part.is_labelled(0));
    EXPECT_TRUE(part.is_labelled(1));
    EXPECT_TRUE(subset(three(), {}).empty());
    EXPECT_THROW(subset(three(), {3}), std::out_of_range);
}

TEST(Landmarks, BoundingBoxLeavesOutUnlabelledPoints) {
    EXPECT_EQ(bounding_box(three()), (Box{1, 2, 2, 2}));
    EXPECT_TRUE(bounding_box(Landmarks()).empty());
    Landmarks none = subset(three(), {2});
    EXPECT_EQ(bounding_box(none), Box{});
}

TEST(Landmarks, HiddenPointsAreLabelled) {
    Landmarks landmarks({{1, 2}});
    landmarks.visibility[0] = Visibility::Hidden;
    EXPECT_TRUE(landmarks.is_labelled(0));
}

}  // namespace
}  // namespace rudolph
