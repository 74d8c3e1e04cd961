#include "core/geometry/head_angles.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

#include "core/base/json.h"
#include "core/base/resources.h"
#include "core/demo/landmarks.h"
#include "core/formats/open_dataset.h"
#include "tests/support/shared_data.h"

namespace rudolph {
namespace {

constexpr double kDegree = std::numbers::pi / 180;
constexpr const char* kSchemes[] = {"imm-58", "ibug-68"};

/// The demo faces' head at rest, of an average person, seen from the front.
std::vector<demo::Vec3> places_of(const std::string& scheme) {
    const demo::Head head{demo::Person{}, demo::Expression{}};
    const demo::Camera camera{demo::Pose{}};
    return scheme == "imm-58" ? demo::imm_places(head, camera) : demo::ibug_places(head, camera);
}

/// That head turned and seen from far away, somewhere in the picture.
Landmarks seen_at(const std::string& scheme, const HeadAngles& angles, double scale = 0.7) {
    const demo::Rotation turn = demo::rotation(static_cast<float>(angles.yaw * kDegree),
                                               static_cast<float>(angles.pitch * kDegree),
                                               static_cast<float>(-angles.roll * kDegree));
    std::vector<Point> points;
    for (const demo::Vec3& place : places_of(scheme)) {
        const demo::Vec3 turned = turn * place;
        points.emplace_back(300 + scale * turned.x, 200 - scale * turned.y);
    }
    return Landmarks(points);
}

void expect_angles(const std::optional<HeadAngles>& found, const HeadAngles& expected,
                   double tolerance) {
    ASSERT_TRUE(found);
    EXPECT_NEAR(found->yaw, expected.yaw, tolerance);
    EXPECT_NEAR(found->pitch, expected.pitch, tolerance);
    EXPECT_NEAR(found->roll, expected.roll, tolerance);
}

/// How the file is made, when the demo head has changed: its text is printed by the failing test.
std::string head_text(const std::string& scheme) {
    const std::vector<demo::Vec3> places = places_of(scheme);
    const std::vector<std::string> names = builtin_scheme(scheme).point_names;
    std::string text = "{\n  \"scheme\": \"" + scheme + "\",\n  \"points\": {";
    std::string separator = "\n";
    for (size_t i = 0; i < places.size(); ++i) {
        if (names[i].starts_with("jaw"))
            continue;
        text += separator + "    " + Json(names[i]).dump() + ": " +
                Json({std::lround(places[i].x), std::lround(places[i].y), std::lround(places[i].z)})
                    .dump();
        separator = ",\n";
    }
    return text + "\n  }\n}\n";
}

TEST(HeadAngles, TheHeadsAreTheDemoFacesHead) {
    for (const std::string scheme : kSchemes) {
        SCOPED_TRACE("resources/heads/" + scheme + ".json should be:\n" + head_text(scheme));
        const std::string file = "heads/" + scheme + ".json";
        const Json known = parse_json(resource(file), file)["points"];
        const Json expected = parse_json(head_text(scheme), "the demo head")["points"];
        ASSERT_EQ(known.size(), expected.size());
        for (const auto& [name, place] : expected.items()) {
            ASSERT_TRUE(known.contains(name)) << name;
            for (size_t axis = 0; axis < 3; ++axis)
                EXPECT_NEAR(known[name][axis].get<double>(), place[axis].get<double>(), 1) << name;
        }
    }
}

TEST(HeadAngles, GivesBackTheAnglesOfAProjectedHead) {
    for (const std::string scheme : kSchemes)
        for (const double yaw : {-60.0, -25.0, 0.0, 40.0})
            for (const double pitch : {-25.0, 0.0, 20.0})
                for (const double roll : {-100.0, 0.0, 35.0, 170.0}) {
                    SCOPED_TRACE(scheme + " " + std::to_string(yaw) + " " + std::to_string(pitch) +
                                 " " + std::to_string(roll));
                    const HeadAngles angles{yaw, pitch, roll};
                    expect_angles(head_angles(seen_at(scheme, angles), builtin_scheme(scheme)),
                                  angles, 1);
                }
}

TEST(HeadAngles, SizeAndPlaceDoNotMatter) {
    const LandmarkScheme scheme = builtin_scheme("ibug-68");
    const HeadAngles angles{20, -10, 5};
    expect_angles(head_angles(seen_at("ibug-68", angles, 0.02), scheme), angles, 1);
    expect_angles(head_angles(seen_at("ibug-68", angles, 30), scheme), angles, 1);
}

/// The signs as the header gives them, with nothing but the picture.
TEST(HeadAngles, TheNosePointsWhereTheSignsSay) {
    const LandmarkScheme scheme = builtin_scheme("ibug-68");
    Landmarks points = seen_at("ibug-68", {});
    const auto with_nose_moved = [&](double x, double y) {
        Landmarks moved = points;
        for (int i = 29; i <= 33; ++i)
            moved.points[static_cast<size_t>(i)] += Point(x, y);
        return *head_angles(moved, scheme);
    };
    EXPECT_GT(with_nose_moved(12, 0).yaw, 4);
    EXPECT_LT(with_nose_moved(-12, 0).yaw, -4);
    EXPECT_GT(with_nose_moved(0, -8).pitch, 4);
    EXPECT_LT(with_nose_moved(0, 8).pitch, -4);
    // Clockwise: what is right goes down.
    for (Point& point : points.points)
        point = {point.x - 0.17 * (point.y - 300), point.y + 0.17 * (point.x - 300)};
    EXPECT_GT(head_angles(points, scheme)->roll, 8);
}

TEST(HeadAngles, PartsOfSchemesDoAsLongAsTheyHaveSixPoints) {
    const LandmarkScheme whole = builtin_scheme("ibug-68");
    const HeadAngles angles{15, 5, -10};
    const Landmarks points = seen_at("ibug-68", angles);
    const std::vector<int> eyes_and_nose = {27, 30, 33, 36, 39, 42, 45};
    expect_angles(head_angles(subset(points, eyes_and_nose), subset(whole, eyes_and_nose)), angles,
                  2);
    const std::vector<int> nose_tip = {30};
    EXPECT_FALSE(head_angles(subset(points, nose_tip), subset(whole, nose_tip)));
    std::vector<int> jaw(17);
    std::iota(jaw.begin(), jaw.end(), 0);
    EXPECT_FALSE(head_angles(subset(points, jaw), subset(whole, jaw)));
    EXPECT_FALSE(head_angles(Landmarks({{1, 2}, {3, 4}}), numbered_points(2)));
    EXPECT_FALSE(head_angles({}, whole));
}

TEST(HeadAngles, PointsThatAreNotLabelledDoNotCount) {
    const LandmarkScheme scheme = builtin_scheme("imm-58");
    const HeadAngles angles{-20, 0, 10};
    Landmarks points = seen_at("imm-58", angles);
    for (size_t i = 29; i < 47; ++i) {
        points.points[i] = {0, 0};
        points.visibility[i] = Visibility::NotLabelled;
    }
    expect_angles(head_angles(points, scheme), angles, 2);
}

TEST(HeadAngles, NothingIsSaidOfPointsThatAreNoFace) {
    const LandmarkScheme scheme = builtin_scheme("ibug-68");
    EXPECT_FALSE(head_angles(Landmarks(std::vector<Point>(68, {7, 7})), scheme));
    std::vector<Point> broken(68, {1, 1});
    broken[40].x = std::numeric_limits<double>::quiet_NaN();
    EXPECT_FALSE(head_angles(Landmarks(broken), scheme));
}

/// Other people, expressions, and a camera that is near.
TEST(HeadAngles, AreRightOnDemoFacesToSomeDegrees) {
    for (const std::string name : kSchemes) {
        const LandmarkScheme scheme = builtin_scheme(name);
        double yaw_error = 0;
        double pitch_error = 0;
        double roll_error = 0;
        int faces = 0;
        for (int person = 1; person <= 20; ++person)
            for (int view = 1; view <= 6; ++view, ++faces) {
                const demo::Scene scene = demo::make_scene(3, person, view);
                const demo::Head head(scene.person, scene.expression);
                const demo::Camera camera(scene.pose);
                std::vector<Point> points;
                for (const demo::Pixel& pixel : name == "imm-58"
                                                    ? demo::imm_landmarks(head, camera)
                                                    : demo::ibug_landmarks(head, camera))
                    points.emplace_back(pixel.x, pixel.y);
                const auto found = head_angles(Landmarks(points), scheme);
                ASSERT_TRUE(found);
                yaw_error += std::abs(found->yaw - scene.pose.yaw / kDegree);
                pitch_error += std::abs(found->pitch - scene.pose.pitch / kDegree);
                roll_error += std::abs(found->roll + scene.pose.roll / kDegree);
            }
        EXPECT_LT(yaw_error / faces, 4) << name;
        EXPECT_LT(pitch_error / faces, 7) << name;
        EXPECT_LT(roll_error / faces, 2) << name;
    }
}

/// IMM's view 1 looks into the camera.
TEST(HeadAngles, IMMsFirstViewIsFrontal) {
    SKIP_WITHOUT_SHARED_DATA(imm, "imm_face_db");
    const Dataset dataset = open_dataset(imm);
    HeadAngles sum;
    int faces = 0;
    for (const Sample& face : dataset.samples) {
        if (face.view != 1)
            continue;
        const auto found = head_angles(face.points_in_image, dataset.scheme);
        ASSERT_TRUE(found) << face.id;
        EXPECT_LT(std::abs(found->yaw), 15) << face.id;
        EXPECT_LT(std::abs(found->roll), 10) << face.id;
        sum = {sum.yaw + found->yaw, sum.pitch + found->pitch, sum.roll + found->roll};
        ++faces;
    }
    ASSERT_GT(faces, 0);
    EXPECT_LT(std::abs(sum.yaw / faces), 4);
    EXPECT_LT(std::abs(sum.pitch / faces), 6);
    EXPECT_LT(std::abs(sum.roll / faces), 2);
}

}  // namespace
}  // namespace rudolph
