#include "core/geometry/landmark_scheme.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
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

/// What the point, or the person's limb, on the other side is called.
std::string mirrored_name(std::string name) {
    const auto swap = [&name](const std::string& from, const std::string& to) {
        const size_t found = name.find(from);
        if (found != std::string::npos)
            name.replace(found, from.size(), to);
        return found != std::string::npos;
    };
    if (!swap("viewer's left", "viewer's right") && !swap("viewer's right", "viewer's left") &&
        !swap("left_", "right_"))
        swap("right_", "left_");
    return name;
}

std::vector<std::string> builtin_names() {
    std::vector<std::string> names;
    for (const LandmarkScheme& scheme : builtin_schemes())
        names.push_back(scheme.name);
    return names;
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
    EXPECT_EQ(twice, identity);
}

TEST_P(BuiltinScheme, KnowsWhatAMirrorDoesUnlessItIsAHand) {
    // A hand in a mirror is the other hand.
    EXPECT_EQ(scheme.has_mirror_pairs, scheme.name != "hand-21");
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
    for (int i = 0; i < scheme.size(); ++i)
        EXPECT_EQ(mirrored_name(scheme.point_names[static_cast<size_t>(i)]),
                  scheme.point_names[static_cast<size_t>(mirrored[static_cast<size_t>(i)])]);
}

TEST_P(BuiltinScheme, NamesEveryPointDifferently) {
    const std::set<std::string> names(scheme.point_names.begin(), scheme.point_names.end());
    EXPECT_EQ(names.size(), scheme.point_names.size());
}

TEST_P(BuiltinScheme, DrawsLinesOfSeveralDifferentPoints) {
    EXPECT_FALSE(scheme.lines.empty());
    for (const Polyline& line : scheme.lines) {
        const std::set<int> points(line.points.begin(), line.points.end());
        EXPECT_EQ(points.size(), line.points.size()) << line.name;
        EXPECT_GT(points.size(), 1U) << line.name;
    }
}

TEST_P(BuiltinScheme, DrawsAMirroredLineForEachLine) {
    const std::vector<int> mirrored = scheme.mirror_permutation();
    if (!scheme.has_mirror_pairs)
        return;
    std::set<std::set<int>> drawn;
    for (const Polyline& line : scheme.lines)
        drawn.insert(std::set<int>(line.points.begin(), line.points.end()));
    for (const Polyline& line : scheme.lines) {
        std::set<int> twin;
        for (const int point : line.points)
            twin.insert(mirrored[static_cast<size_t>(point)]);
        EXPECT_TRUE(drawn.contains(twin)) << line.name;
    }
}

TEST_P(BuiltinScheme, SurvivesJson) {
    EXPECT_EQ(scheme_from_json(to_json(scheme)), scheme);
}

TEST_P(BuiltinScheme, DividesErrorsByAMirroredDistance) {
    if (!scheme.normaliser)
        return;
    ASSERT_EQ(scheme.normaliser->from.size(), 1U);
    ASSERT_EQ(scheme.normaliser->to.size(), 1U);
    const int from = scheme.normaliser->from[0];
    EXPECT_EQ(scheme.mirror_permutation()[static_cast<size_t>(from)], scheme.normaliser->to[0]);
    EXPECT_THAT(scheme.normaliser_name(), testing::AnyOf(HasSubstr("inter-ocular (outer eye"),
                                                         HasSubstr("inter-pupil (eye centres)")));
    const bool corners = scheme.point_names[static_cast<size_t>(from)].ends_with("outer corner");
    EXPECT_EQ(corners, scheme.normaliser_name().starts_with("inter-ocular"));
}

TEST_P(BuiltinScheme, HasItsNoseTipOnTheAxis) {
    if (scheme.nose_tip) {
        EXPECT_EQ(scheme.mirror_permutation()[static_cast<size_t>(*scheme.nose_tip)],
                  *scheme.nose_tip);
    }
}

INSTANTIATE_TEST_SUITE_P(All, BuiltinScheme, testing::ValuesIn(builtin_names()),
                         [](const auto& suite) {
                             std::string name = suite.param;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

TEST(LandmarkScheme, PublishedMarkUpsComeWithTheProgram) {
    std::map<std::string, int> sizes;
    for (const LandmarkScheme& scheme : builtin_schemes())
        sizes[scheme.name] = scheme.size();
    EXPECT_EQ(sizes, (std::map<std::string, int>{
                         {"aflw-19", 19},   {"aflw-21", 21},   {"bioid-20", 20},
                         {"cats-9", 9},     {"celeba-5", 5},   {"coco-17", 17},
                         {"cofw-29", 29},   {"fgnet-68", 68},  {"facesynthetics-70", 70},
                         {"foot-6", 6},     {"hand-21", 21},   {"helen-194", 194},
                         {"ibug-51", 51},   {"ibug-68", 68},   {"ibug-68-3d", 68},
                         {"imm-58", 58},    {"kaggle-15", 15}, {"imm-frontal-73", 73},
                         {"lapa-106", 106}, {"muct-76", 76},   {"wflw-98", 98}}));
}

TEST(LandmarkScheme, SchemesOfEqualSizeSayWhatTellsThemApart) {
    std::map<int, int> with;
    for (const LandmarkScheme& scheme : builtin_schemes())
        ++with[scheme.size()];
    for (const LandmarkScheme& scheme : builtin_schemes())
        if (with[scheme.size()] > 1 && scheme.name != "ibug-68") {
            EXPECT_FALSE(scheme.about.empty()) << scheme.name;
        }
}

TEST(LandmarkScheme, PairsAreThoseThatArePublishedWithTheSets) {
    const auto partner = [](const std::string& scheme, int point) {
        return builtin_scheme(scheme).mirror_permutation().at(static_cast<size_t>(point));
    };
    EXPECT_EQ(partner("wflw-98", 38), 50);
    EXPECT_EQ(partner("wflw-98", 61), 71);
    EXPECT_EQ(partner("wflw-98", 67), 73);
    EXPECT_EQ(partner("wflw-98", 96), 97);
    EXPECT_EQ(partner("lapa-106", 41), 47);
    EXPECT_EQ(partner("lapa-106", 71), 82);
    EXPECT_EQ(partner("lapa-106", 74), 83);
    EXPECT_EQ(partner("lapa-106", 104), 105);
    EXPECT_EQ(partner("cofw-29", 5), 7);
    EXPECT_EQ(partner("cofw-29", 13), 15);
    EXPECT_EQ(partner("aflw-19", 7), 10);
    EXPECT_EQ(partner("fgnet-68", 16), 22);
    EXPECT_EQ(partner("muct-76", 71), 75);
    EXPECT_EQ(partner("helen-194", 125), 145);
    EXPECT_EQ(partner("helen-194", 101), 113);
    EXPECT_EQ(partner("kaggle-15", 2), 4);
}

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
    EXPECT_EQ(scheme_for_point_count(98).name, "wflw-98");
    const LandmarkScheme numbered = scheme_for_point_count(74);
    EXPECT_EQ(numbered, numbered_points(74));
    EXPECT_EQ(numbered.name, "points-74");
    EXPECT_EQ(numbered.size(), 74);
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
    for (const char* index : {"0.5", "1e300", "18446744073709551615"})
        EXPECT_THAT(scheme_error(R"({"name": "x", "points": ["a"], "nose_tip": )" +
                                 std::string(index) + "}"),
                    HasSubstr("whole number"));
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
    const LandmarkScheme scheme = numbered_points(2);
    EXPECT_DOUBLE_EQ(scheme.normalising_distance(Landmarks({{0, 0}, {4, 9}})), 6);
    EXPECT_THAT(scheme.normaliser_name(), HasSubstr("bounding box"));
}

TEST(LandmarkScheme, KeepsTheFaceThatAPersonDrewForIt) {
    LandmarkScheme scheme = numbered_points(3);
    EXPECT_FALSE(to_json(scheme).contains("reference"));
    scheme.reference = {{1, 2}, {3.25, -4}, {5, 6}};
    scheme.about = "ears";
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
    EXPECT_EQ(mirror_of(numbered_points(5), {0, 1}), std::nullopt);
}

TEST(MirrorOf, KnowsTheNoseTipOfEveryBuiltinScheme) {
    for (const LandmarkScheme& scheme : builtin_schemes())
        if (scheme.nose_tip) {
            EXPECT_EQ(mirror_of(scheme, {*scheme.nose_tip}), (std::vector<int>{0})) << scheme.name;
        }
}

}  // namespace
}  // namespace rudolph
