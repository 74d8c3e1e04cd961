#include "core/geometry/landmark_scheme.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <numeric>
#include <set>

#include "core/base/error.h"
#include "core/base/json.h"
#include "tests/support/error_of.h"

namespace rudolph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<int> on_axis(const LandmarkScheme& scheme) {
    const std::vector<int> mirrored = scheme.mirror_permutation();
    std::vector<int> fixed;
    for (int i = 0; i < scheme.size(); ++i)
        if (mirrored[static_cast<size_t>(i)] == i)
            fixed.push_back(i);
    return fixed;
}

std::string scheme_error(const std::string& text) {
    return test::error_of([&] { scheme_from_json(parse_json(text, "scheme.json"), "scheme.json"); })
        .what();
}

class BuiltinScheme : public testing::TestWithParam<std::string> {
protected:
    const LandmarkScheme scheme = builtin_scheme(GetParam());
};

TEST_P(BuiltinScheme, MirroringTwiceIsTheIdentity) {
    const std::vector<int> once = scheme.mirror_permutation();
    std::vector<int> twice;
    for (const int i : once)
        twice.push_back(once[static_cast<size_t>(i)]);
    std::vector<int> identity(twice.size());
    std::iota(identity.begin(), identity.end(), 0);
    EXPECT_TRUE(scheme.has_mirror_pairs);
    EXPECT_EQ(twice, identity);
}

TEST_P(BuiltinScheme, MirrorPairsShareNoPoint) {
    std::set<int> seen;
    for (const auto& [a, b] : scheme.mirror_pairs) {
        EXPECT_TRUE(seen.insert(a).second) << a;
        EXPECT_TRUE(seen.insert(b).second) << b;
    }
}

TEST_P(BuiltinScheme, MirroredPointsHaveMirroredNames) {
    const std::vector<int> mirrored = scheme.mirror_permutation();
    for (int i = 0; i < scheme.size(); ++i) {
        std::string name = scheme.point_names[static_cast<size_t>(i)];
        const std::string other = scheme.point_names[static_cast<size_t>(mirrored[i])];
        const size_t left = name.find("viewer's left");
        const size_t right = name.find("viewer's right");
        if (left != std::string::npos)
            name.replace(left, 13, "viewer's right");
        else if (right != std::string::npos)
            name.replace(right, 14, "viewer's left");
        EXPECT_EQ(name, other);
    }
}

TEST_P(BuiltinScheme, NamesEveryPointDifferentlyAndDrawsIt) {
    const std::set<std::string> names(scheme.point_names.begin(), scheme.point_names.end());
    EXPECT_EQ(names.size(), scheme.point_names.size());
    std::set<int> drawn;
    for (const Polyline& line : scheme.lines)
        drawn.insert(line.points.begin(), line.points.end());
    EXPECT_EQ(static_cast<int>(drawn.size()), scheme.size());
}

TEST_P(BuiltinScheme, SurvivesJson) {
    EXPECT_EQ(scheme_from_json(to_json(scheme)), scheme);
}

TEST_P(BuiltinScheme, DividesErrorsByAMirroredDistance) {
    ASSERT_TRUE(scheme.normaliser);
    ASSERT_EQ(scheme.normaliser->from.size(), 1U);
    ASSERT_EQ(scheme.normaliser->to.size(), 1U);
    const int from = scheme.normaliser->from[0];
    EXPECT_EQ(scheme.mirror_permutation()[static_cast<size_t>(from)], scheme.normaliser->to[0]);
    EXPECT_THAT(scheme.normaliser_name(), HasSubstr("inter-ocular"));
}

INSTANTIATE_TEST_SUITE_P(All, BuiltinScheme, testing::Values("imm-58", "ibug-68"),
                         [](const auto& suite) {
                             return suite.param == "imm-58" ? std::string("Imm58")
                                                            : std::string("Ibug68");
                         });

TEST(LandmarkScheme, Ibug68IsTheCustomaryMarkUp) {
    const LandmarkScheme scheme = builtin_scheme("ibug-68");
    EXPECT_EQ(scheme.size(), 68);
    EXPECT_EQ(scheme.mirror_pairs.size(), 29U);
    EXPECT_THAT(on_axis(scheme), ElementsAre(8, 27, 28, 29, 30, 33, 51, 57, 62, 66));
    EXPECT_EQ(scheme.nose_tip, 30);
    EXPECT_EQ(scheme.normaliser->from[0], 36);
    EXPECT_EQ(scheme.normaliser->to[0], 45);
}

TEST(LandmarkScheme, Imm58IsThatOfTheImmFaces) {
    const LandmarkScheme scheme = builtin_scheme("imm-58");
    EXPECT_EQ(scheme.size(), 58);
    EXPECT_EQ(scheme.mirror_pairs.size(), 27U);
    EXPECT_THAT(on_axis(scheme), ElementsAre(6, 41, 45, 52));
    EXPECT_EQ(scheme.nose_tip, 52);
}

TEST(LandmarkScheme, UnknownNameSaysWhichThereAre) {
    EXPECT_THAT(test::error_of([] { builtin_scheme("ibug-69"); }).what(),
                AllOf(HasSubstr("ibug-68"), HasSubstr("imm-58")));
}

TEST(LandmarkScheme, IsFoundByItsNumberOfPoints) {
    EXPECT_EQ(scheme_for_point_count(68).name, "ibug-68");
    EXPECT_EQ(scheme_for_point_count(58).name, "imm-58");
    const LandmarkScheme numbered = scheme_for_point_count(73);
    EXPECT_EQ(numbered.name, "points-73");
    EXPECT_EQ(numbered.size(), 73);
    EXPECT_FALSE(numbered.has_mirror_pairs);
    EXPECT_FALSE(numbered.nose_tip);
    EXPECT_EQ(scheme_from_json(to_json(numbered)), numbered);
    EXPECT_EQ(scheme_for_point_count(0).size(), 0);
}

TEST(LandmarkScheme, ErrorsNameTheKey) {
    EXPECT_THAT(scheme_error(R"({"points": ["a"]})"), HasSubstr("name"));
    EXPECT_THAT(scheme_error(R"({"name": "x"})"), HasSubstr("points"));
    EXPECT_THAT(scheme_error(R"({"name": "x", "points": ["a"], "colour": 1})"),
                HasSubstr("'colour'"));
    EXPECT_THAT(scheme_error(R"({"name": "x", "points": ["a"], "nose_tip": 1})"),
                HasSubstr("'nose_tip'"));
    EXPECT_THAT(scheme_error(R"({"name": "x", "points": ["a", "b"], "mirror_pairs": [[0, 2]]})"),
                HasSubstr("'mirror_pairs'"));
    EXPECT_THAT(scheme_error(R"({"name": "x", "points": ["a", "b"], "mirror_pairs": [[0, 0]]})"),
                HasSubstr("'mirror_pairs'"));
    EXPECT_THAT(
        scheme_error(R"({"name": "x", "points": ["a"], "lines": [{"name": "l", "points": [-1]}]})"),
        HasSubstr("'lines'"));
    EXPECT_THAT(scheme_error(R"({"name": "x", "points": ["a"],
                                "normaliser": {"name": "n", "from": [], "to": [0]}})"),
                HasSubstr("'normaliser'"));
    EXPECT_THAT(scheme_error(R"({"name": "x", "points": ["a", "b"], "reference": [[1, 2]]})"),
                HasSubstr("'reference'"));
    EXPECT_THAT(scheme_error(R"({"name": "x", "points": ["a"], "reference": [[1, 2, 3]]})"),
                HasSubstr("'reference'"));
    EXPECT_THAT(scheme_error("[]"), HasSubstr("scheme.json"));
    EXPECT_THAT(scheme_error(R"({"name": "x", "points": 3})"), HasSubstr("not a landmark scheme"));
}

TEST(LandmarkScheme, NormalisingDistanceIsThatOfTheEyeCorners) {
    const LandmarkScheme scheme = builtin_scheme("ibug-68");
    Landmarks truth(std::vector<Point>(68, Point(0, 0)));
    truth.points[36] = {10, 20};
    truth.points[45] = {13, 24};
    EXPECT_DOUBLE_EQ(scheme.normalising_distance(truth), 5);
    truth.visibility[36] = Visibility::NotLabelled;
    EXPECT_EQ(scheme.normalising_distance(truth), 0);
    EXPECT_EQ(scheme.normalising_distance(Landmarks()), 0);
}

TEST(LandmarkScheme, WithoutNormaliserTheBoundingBoxServes) {
    const LandmarkScheme scheme = scheme_for_point_count(2);
    EXPECT_DOUBLE_EQ(scheme.normalising_distance(Landmarks({{0, 0}, {4, 9}})), 6);
    EXPECT_THAT(scheme.normaliser_name(), HasSubstr("bounding box"));
}

TEST(LandmarkScheme, KeepsTheFaceThatAPersonDrewForIt) {
    LandmarkScheme scheme = scheme_for_point_count(3);
    EXPECT_FALSE(to_json(scheme).contains("reference"));
    scheme.reference = {{1, 2}, {3.25, -4}, {5, 6}};
    EXPECT_EQ(scheme_from_json(to_json(scheme)), scheme);
    EXPECT_EQ(subset(scheme, {2, 0}).reference, std::vector<Point>({{5, 6}, {1, 2}}));
}

TEST(LandmarkScheme, SubsetKeepsWhatSurvives) {
    const LandmarkScheme scheme = builtin_scheme("ibug-68");
    const LandmarkScheme eyes_and_tip = subset(scheme, {30, 45, 36, 31});
    EXPECT_EQ(eyes_and_tip.size(), 4);
    EXPECT_EQ(eyes_and_tip.point_names[0], scheme.point_names[30]);
    EXPECT_EQ(eyes_and_tip.nose_tip, 0);
    EXPECT_TRUE(eyes_and_tip.has_mirror_pairs);
    EXPECT_THAT(eyes_and_tip.mirror_pairs, ElementsAre(std::pair(2, 1)));
    EXPECT_TRUE(eyes_and_tip.lines.empty());
    EXPECT_FALSE(eyes_and_tip.normaliser);
    std::vector<int> all(68);
    std::iota(all.begin(), all.end(), 0);
    EXPECT_EQ(subset(scheme, all).lines, scheme.lines);
}

TEST(MirrorOf, NamesThePlaceOfEachPointsPartner) {
    const LandmarkScheme scheme = builtin_scheme("ibug-68");
    EXPECT_EQ(mirror_of(scheme, {36, 30, 45, 48, 54}), (std::vector<int>{2, 1, 0, 4, 3}));
    // The tip of the nose mirrors to itself.
    EXPECT_EQ(mirror_of(scheme, {*scheme.nose_tip}), (std::vector<int>{0}));
    EXPECT_EQ(mirror_of(scheme, {36, 30}), std::nullopt);
    EXPECT_EQ(mirror_of(scheme_for_point_count(5), {0, 1}), std::nullopt);
}

TEST(MirrorOf, KnowsTheNoseTipOfEveryBuiltinScheme) {
    for (const LandmarkScheme& scheme : builtin_schemes())
        EXPECT_EQ(mirror_of(scheme, {*scheme.nose_tip}), (std::vector<int>{0})) << scheme.name;
}

}  // namespace
}  // namespace rudolph
