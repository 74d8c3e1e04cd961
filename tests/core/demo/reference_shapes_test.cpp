#include <gtest/gtest.h>

#include "core/base/json.h"
#include "core/base/resources.h"
#include "core/demo/landmarks.h"
#include "core/geometry/shape.h"

namespace rudolph {
namespace {

/// The mean of neutral demo faces and their mirror images. Lips are parted a little, so that the
/// points of the upper and of the lower one can be told apart.
Landmarks mean_demo_face(const LandmarkScheme& scheme) {
    constexpr int kPeople = 12;
    constexpr std::uint64_t kSeed = 1;
    constexpr int kNeutralView = 1;
    constexpr float kOpen = 0.35F;
    std::vector<Landmarks> shapes;
    for (int person = 1; person <= kPeople; ++person) {
        demo::Scene scene = demo::make_scene(kSeed, person, kNeutralView);
        scene.expression.open = kOpen;
        const demo::Head head(scene.person, scene.expression);
        const demo::Camera camera(scene.pose);
        std::vector<Point> points;
        for (const demo::Pixel& pixel : scheme.name == "imm-58"
                                            ? demo::imm_landmarks(head, camera)
                                            : demo::ibug_landmarks(head, camera))
            points.emplace_back(pixel.x, pixel.y);
        const Landmarks shape(std::move(points));
        shapes.push_back(mirrored(shape, scheme));
        shapes.push_back(shape);
    }
    std::vector<const Landmarks*> pointers;
    for (const Landmarks& shape : shapes)
        pointers.push_back(&shape);
    return mean_shape(pointers);
}

/// How the file is made, when the demo faces have changed: its text is printed by the failing test.
std::string shape_text(const LandmarkScheme& scheme, const Landmarks& shape) {
    std::string text;
    for (size_t i = 0; i < shape.points.size(); ++i)
        text += (text.empty() ? "{\n  " : ",\n  ") + Json(scheme.point_names[i]).dump() + ": " +
                Json({std::round(shape.points[i].x * 1e6) / 1e6,
                      std::round(shape.points[i].y * 1e6) / 1e6})
                    .dump();
    return text + "\n}\n";
}

TEST(ReferenceShapes, AreTheMeanOfNeutralDemoFaces) {
    for (const char* name : {"ibug-68", "imm-58"}) {
        const LandmarkScheme scheme = builtin_scheme(name);
        const Landmarks mean = mean_demo_face(scheme);
        const std::string file = "shapes/" + scheme.name + ".json";
        SCOPED_TRACE("resources/" + file + " should be:\n" + shape_text(scheme, mean));
        const Json known = parse_json(resource(file), file);
        ASSERT_EQ(known.size(), mean.points.size());
        for (size_t i = 0; i < mean.points.size(); ++i) {
            const Json& place = known.at(scheme.point_names[i]);
            EXPECT_NEAR(place.at(0).get<double>(), mean.points[i].x, 1e-5);
            EXPECT_NEAR(place.at(1).get<double>(), mean.points[i].y, 1e-5);
        }
    }
}

}  // namespace
}  // namespace rudolph
