#include "core/dataset/reference_shape.h"

#include <gtest/gtest.h>

#include "core/geometry/shape.h"

namespace rudolph {
namespace {

Point middle_of(const Landmarks& shape, int first, int last) {
    Point sum;
    for (int i = first; i <= last; ++i)
        sum += shape.points[static_cast<size_t>(i)];
    return sum / (last - first + 1.0);
}

/// Whole people are long, feet are not a face.
bool is_of_faces(const LandmarkScheme& scheme) {
    return scheme.name != "coco-17" && scheme.name != "foot-6";
}

TEST(ReferenceShape, IsAFaceForEachBuiltinScheme) {
    for (const LandmarkScheme& scheme : builtin_schemes()) {
        if (!is_of_faces(scheme))
            continue;
        const Landmarks shape = reference_shape(scheme);
        ASSERT_EQ(shape.size(), scheme.size()) << scheme.name;
        const Box box = bounding_box(shape);
        EXPECT_NEAR(box.width * box.height, 1, 1e-9) << scheme.name;
        EXPECT_NEAR(cv::norm(box.centre()), 0, 1e-9) << scheme.name;
        EXPECT_LT(box.width, 1.25 * box.height) << scheme.name;
        EXPECT_LT(box.height, 1.5 * box.width) << scheme.name;
    }
}

TEST(ReferenceShape, HasItsPartsWhereAFaceHasThem) {
    const Landmarks shape = reference_shape(builtin_scheme("ibug-68"));
    const Point left_eye = middle_of(shape, 36, 41);
    const Point right_eye = middle_of(shape, 42, 47);
    const Point mouth = middle_of(shape, 48, 67);
    const Point chin = shape.points[8];
    EXPECT_LT(left_eye.x, right_eye.x - 0.2);
    EXPECT_LT(left_eye.y, shape.points[30].y - 0.1);
    EXPECT_LT(shape.points[30].y, mouth.y);
    EXPECT_LT(mouth.y, chin.y - 0.05);
    EXPECT_LT(middle_of(shape, 17, 21).y, left_eye.y);
}

TEST(ReferenceShape, IsSymmetric) {
    for (const LandmarkScheme& scheme : builtin_schemes()) {
        if (!scheme.has_mirror_pairs)
            continue;
        const Landmarks shape = reference_shape(scheme);
        const Landmarks mirror = mirrored(shape, scheme);
        for (int i = 0; i < shape.size(); ++i)
            EXPECT_LT(cv::norm(shape.points[static_cast<size_t>(i)] -
                               mirror.points[static_cast<size_t>(i)]),
                      1e-3)
                << scheme.name << " point " << i;
    }
}

TEST(ReferenceShape, KeepsAllPointsApart) {
    for (const LandmarkScheme& scheme : builtin_schemes()) {
        const Landmarks shape = reference_shape(scheme);
        for (size_t i = 0; i < shape.points.size(); ++i)
            for (size_t k = 0; k < i; ++k)
                EXPECT_GT(cv::norm(shape.points[i] - shape.points[k]), 0.008)
                    << scheme.name << ' ' << i << ' ' << k;
    }
}

TEST(ReferenceShape, GivesPartsOfABuiltinSchemeTheirPlaces) {
    const LandmarkScheme whole = builtin_scheme("ibug-68");
    const Landmarks part = reference_shape(subset(whole, {45, 36, 8}));
    ASSERT_EQ(part.size(), 3);
    EXPECT_GT(part.points[0].x, part.points[1].x);
    EXPECT_GT(part.points[2].y, part.points[0].y);
}

TEST(ReferenceShape, IsWhatThePersonDrewForTheScheme) {
    LandmarkScheme scheme = numbered_points(2);
    scheme.reference = {{100, 50}, {140, 80}};
    const Landmarks shape = reference_shape(scheme);
    ASSERT_EQ(shape.size(), 2);
    const Point across = shape.points[1] - shape.points[0];
    EXPECT_NEAR(across.x / across.y, 40.0 / 30.0, 1e-9);
}

TEST(ReferenceShape, PutsUnknownPointsOnACircle) {
    const Landmarks shape = reference_shape(numbered_points(8));
    ASSERT_EQ(shape.size(), 8);
    for (const Point& point : shape.points)
        EXPECT_NEAR(cv::norm(point), 0.5, 1e-9);
    EXPECT_NEAR(shape.points[0].y, -0.5, 1e-9);
    EXPECT_GT(shape.points[2].x, 0.4);
    EXPECT_EQ(reference_shape(numbered_points(1)).points, std::vector<Point>(1));
    EXPECT_EQ(reference_shape(numbered_points(2)).size(), 2);
    EXPECT_TRUE(reference_shape({}).empty());
}

}  // namespace
}  // namespace rudolph
