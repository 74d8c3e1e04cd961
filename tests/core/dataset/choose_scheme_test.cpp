#include "core/dataset/choose_scheme.h"

#include <gmock/gmock.h>

#include <cmath>

#include "core/base/random.h"
#include "core/dataset/reference_shape.h"

namespace rudolph {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

/// Faces as a scheme draws them, somewhere in pictures, not quite alike.
std::vector<Sample> faces_of(const std::string& scheme, int count = 12) {
    const Landmarks reference = reference_shape(builtin_scheme(scheme));
    Random random(3);
    std::vector<Sample> faces(static_cast<size_t>(count));
    for (Sample& face : faces) {
        const Affine image_from_shape =
            Affine::translation(random.uniform(90, 110), random.uniform(90, 110)) *
            Affine::rotation(random.uniform(-30, 30), {0, 0}) * Affine::scaling(80, 80);
        face.points_in_image = reference;
        for (Point& point : face.points_in_image.points)
            point = image_from_shape(point + Point(random.normal(), random.normal()) * 0.03);
    }
    return faces;
}

std::vector<Sample> points_at_random(int count, int faces) {
    Random random(4);
    std::vector<Sample> samples(static_cast<size_t>(faces));
    for (Sample& face : samples) {
        std::vector<Point> points;
        for (int i = 0; i < count; ++i)
            points.emplace_back(random.uniform(0, 100), random.uniform(0, 100));
        face.points_in_image = Landmarks(std::move(points));
    }
    return samples;
}

TEST(ChooseScheme, RecognisesFacesOfEveryBuiltinScheme) {
    for (const LandmarkScheme& scheme : builtin_schemes()) {
        const SchemeChoice choice = choose_scheme(faces_of(scheme.name), scheme.size());
        // No drawing tells the jaw of the head from its outline.
        const std::string expected = scheme.name == "ibug-68-3d" ? "ibug-68" : scheme.name;
        EXPECT_EQ(choice.scheme.name, expected);
        if (choice.scheme.name == scheme_for_point_count(scheme.size()).name) {
            EXPECT_THAT(choice.remark, IsEmpty());
        }
    }
}

TEST(ChooseScheme, SaysThatSixtyEightPointsAreNotThoseOfIbug) {
    const SchemeChoice choice = choose_scheme(faces_of("fgnet-68"), 68);
    EXPECT_EQ(choice.scheme, builtin_scheme("fgnet-68"));
    EXPECT_THAT(choice.remark, AllOf(HasSubstr("68 points"), HasSubstr("ibug-68"),
                                     HasSubstr("fgnet-68"), HasSubstr("%")));
}

TEST(ChooseScheme, TellsHandsFromFaces) {
    EXPECT_EQ(choose_scheme(faces_of("hand-21"), 21).scheme.name, "hand-21");
    EXPECT_THAT(choose_scheme(faces_of("hand-21"), 21).remark, HasSubstr("aflw-21"));
    EXPECT_THAT(choose_scheme(faces_of("aflw-21"), 21).remark, IsEmpty());
}

TEST(ChooseScheme, TakesWhatIsLikeNoSchemeForNumberedPointsAndSaysSo) {
    for (const int count : {9, 15, 29, 68, 98}) {
        const SchemeChoice choice = choose_scheme(points_at_random(count, 20), count);
        EXPECT_EQ(choice.scheme, numbered_points(count));
        EXPECT_THAT(choice.remark, AllOf(HasSubstr(std::to_string(count) + " points"),
                                         HasSubstr("choose a scheme")));
    }
}

TEST(ChooseScheme, HasNothingToSayOfNumbersThatNoSchemeHas) {
    EXPECT_EQ(choose_scheme(points_at_random(7, 3), 7).scheme, numbered_points(7));
    EXPECT_THAT(choose_scheme(points_at_random(7, 3), 7).remark, IsEmpty());
    EXPECT_EQ(choose_scheme(std::vector<Sample>(), 68).scheme.name, "ibug-68");
    EXPECT_EQ(choose_scheme(std::vector<Sample>(), 0).scheme.size(), 0);
}

TEST(ChooseScheme, BelievesANameWhereDrawingsAreAlike) {
    const auto faces = faces_of("ibug-68");
    for (const char* hint : {"300W_LP", "test_300wlp", "AFLW2000-3D", "ibug-68-3d"}) {
        const SchemeChoice choice = choose_scheme(faces, 68, hint);
        EXPECT_EQ(choice.scheme.name, "ibug-68-3d") << hint;
        EXPECT_THAT(choice.remark, HasSubstr(hint));
    }
    for (const char* hint : {"", "300W", "faces", "FG-NET", "afw"}) {
        const SchemeChoice choice = choose_scheme(faces, 68, hint);
        EXPECT_EQ(choice.scheme.name, "ibug-68") << hint;
        EXPECT_THAT(choice.remark, IsEmpty());
    }
}

TEST(ChooseScheme, LetsFacesThatMissHalfOfTheirPointsDecideNothing) {
    std::vector<Sample> faces = points_at_random(68, 5);
    for (Sample& face : faces)
        for (size_t i = 0; i < 40; ++i)
            face.points_in_image.visibility[i] = Visibility::NotLabelled;
    EXPECT_EQ(choose_scheme(faces, 68).scheme.name, "ibug-68");
    for (const Sample& face : faces_of("fgnet-68", 1))
        faces.push_back(face);
    EXPECT_EQ(choose_scheme(faces, 68).scheme.name, "fgnet-68");
}

TEST(Misfit, IsInTheSizeOfTheDrawing) {
    const LandmarkScheme scheme = builtin_scheme("ibug-68");
    Landmarks face = reference_shape(scheme);
    for (Point& point : face.points)
        point *= 300;
    EXPECT_NEAR(misfit({&face}, scheme), 0, 1e-9);
    face.points[8].y += 30;  // a tenth of the face
    EXPECT_NEAR(misfit({&face}, scheme), 0.1 / std::sqrt(68), 0.002);
    EXPECT_TRUE(std::isinf(misfit({}, scheme)));
}

}  // namespace
}  // namespace rudolph
