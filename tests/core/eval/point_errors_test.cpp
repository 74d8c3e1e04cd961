#include "core/eval/point_errors.h"
#include "core/base/nan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace rudolph {
namespace {

FaceResult face_off(const std::vector<Point>& off, double distance) {
    Landmarks truth(std::vector<Point>(off.size(), Point(10, 10)));
    Landmarks predicted = truth;
    for (size_t i = 0; i < off.size(); ++i)
        predicted.points[i] += off[i];
    return face_result("", predicted, truth, distance, {}, {80, 60});
}

long points_of(const std::vector<FacePart>& parts, FacePart part) {
    return std::count(parts.begin(), parts.end(), part);
}

TEST(FaceParts, AreThoseOfTheBuiltInSchemes) {
    const auto ibug = face_parts(builtin_scheme("ibug-68"));
    ASSERT_EQ(ibug.size(), 68U);
    EXPECT_EQ(points_of(ibug, FacePart::Jaw), 17);
    EXPECT_EQ(points_of(ibug, FacePart::Brows), 10);
    EXPECT_EQ(points_of(ibug, FacePart::Nose), 9);
    EXPECT_EQ(points_of(ibug, FacePart::Eyes), 12);
    EXPECT_EQ(points_of(ibug, FacePart::Mouth), 20);
    const auto imm = face_parts(builtin_scheme("imm-58"));
    EXPECT_EQ(points_of(imm, FacePart::Jaw), 13);
    EXPECT_EQ(points_of(imm, FacePart::Nose), 11);
    EXPECT_EQ(imm[52], FacePart::Nose);
    EXPECT_EQ(points_of(imm, FacePart::Other), 0);
}

TEST(FaceParts, AreToldByTheNamesOfPointsWhereNoLineHelps) {
    LandmarkScheme scheme;
    scheme.point_names = {"Left eyebrow", "Pupil", "Chin", "Ear", "upper lip"};
    EXPECT_EQ(face_parts(scheme),
              std::vector<FacePart>({FacePart::Brows, FacePart::Eyes, FacePart::Jaw,
                                     FacePart::Other, FacePart::Mouth}));
    EXPECT_EQ(points_of(face_parts(numbered_points(5)), FacePart::Other), 5);
}

TEST(PointErrors, AreMeansOverTheFacesEachOverItsDistance) {
    const std::vector<FaceResult> results = {face_off({{3, 4}, {0, 0}}, 50),
                                             face_off({{0, 1}, {2, 0}}, 20)};
    const auto errors = point_errors(results, 2);
    EXPECT_DOUBLE_EQ(errors[0].error_px, 3);
    EXPECT_DOUBLE_EQ(errors[0].nme, (0.1 + 0.05) / 2);
    EXPECT_DOUBLE_EQ(errors[1].nme, 0.05);
    EXPECT_EQ(errors[0].faces, 2);
    EXPECT_DOUBLE_EQ(point_errors(results, 2, {1})[1].error_px, 2);
}

TEST(PointErrors, LeaveOutWhatIsNotKnown) {
    std::vector<FaceResult> results = {face_off({{3, 4}, {1, 0}}, 0),
                                       face_off({{0, 0}, {0, 0}}, 20)};
    results[0].truth_in_image.visibility[1] = Visibility::NotLabelled;
    results.push_back(face_off({{kNaN, 0}, {6, 8}}, 20));
    const auto errors = point_errors(results, 2);
    EXPECT_DOUBLE_EQ(errors[0].error_px, 2.5);
    EXPECT_DOUBLE_EQ(errors[0].nme, 0);  // only the perfect face has a distance
    EXPECT_EQ(errors[1].faces, 2);
    EXPECT_TRUE(std::isnan(point_errors({}, 1)[0].error_px));
}

TEST(PartErrors, AreMeansOverTheirPoints) {
    const std::vector<MeanError> of_points = {{0.1, 5, 10}, {0.3, 15, 10}, {kNaN, 7, 10}};
    const auto parts = part_errors(of_points, {FacePart::Jaw, FacePart::Jaw, FacePart::Eyes});
    EXPECT_DOUBLE_EQ(parts[static_cast<size_t>(FacePart::Jaw)].nme, 0.2);
    EXPECT_DOUBLE_EQ(parts[static_cast<size_t>(FacePart::Jaw)].error_px, 10);
    EXPECT_TRUE(std::isnan(parts[static_cast<size_t>(FacePart::Eyes)].nme));
    EXPECT_DOUBLE_EQ(parts[static_cast<size_t>(FacePart::Eyes)].error_px, 7);
    EXPECT_EQ(parts[static_cast<size_t>(FacePart::Nose)].faces, 0);
}

}  // namespace
}  // namespace rudolph
