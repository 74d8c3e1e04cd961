#include "core/geometry/scheme_map.h"

#include <gmock/gmock.h>

#include <numeric>
#include <set>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/geometry/shape.h"
#include "tests/support/error_of.h"

namespace rudolph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

SchemeMap map_of(const std::string& from, const std::string& to) {
    const auto map = find_scheme_map(builtin_scheme(from), builtin_scheme(to));
    EXPECT_TRUE(map) << from << " to " << to;
    return map.value_or(SchemeMap());
}

/// Where a scheme draws its points; iBUG's and IMM's drawings are of another resource.
std::vector<Point> drawing(const LandmarkScheme& scheme) {
    return scheme.reference;
}

TEST(SchemeMap, ThoseOfTheProgramNameItsSchemesAndFitTheirSizes) {
    EXPECT_GT(builtin_scheme_maps().size(), 20U);
    std::set<std::pair<std::string, std::string>> seen;
    for (const SchemeMap& map : builtin_scheme_maps()) {
        EXPECT_TRUE(seen.emplace(map.from, map.to).second);
        EXPECT_EQ(static_cast<int>(map.sources.size()), builtin_scheme(map.to).size());
        EXPECT_GT(map.found(), 4) << map.from << " to " << map.to;
    }
}

TEST(SchemeMap, MirrorsAsItsSchemesDo) {
    for (const SchemeMap& map : builtin_scheme_maps()) {
        const auto from = builtin_scheme(map.from).mirror_permutation();
        const auto to = builtin_scheme(map.to).mirror_permutation();
        for (size_t i = 0; i < map.sources.size(); ++i) {
            std::set<int> twins;
            for (const int source : map.sources[i])
                twins.insert(from[static_cast<size_t>(source)]);
            const auto& expected = map.sources[static_cast<size_t>(to[i])];
            EXPECT_EQ(twins, std::set<int>(expected.begin(), expected.end()))
                << map.from << " to " << map.to << ", point " << i;
        }
    }
}

TEST(SchemeMap, TakesDrawingsToDrawings) {
    for (const SchemeMap& map : builtin_scheme_maps()) {
        const std::vector<Point> from = drawing(builtin_scheme(map.from));
        const std::vector<Point> to = drawing(builtin_scheme(map.to));
        if (from.empty() || to.empty())
            continue;
        const Landmarks moved = mapped(Landmarks(from), map);
        for (size_t i = 0; i < to.size(); ++i)
            if (moved.is_labelled(static_cast<int>(i))) {
                EXPECT_LT(cv::norm(moved.points[i] - to[i]), 0.06)
                    << map.from << " to " << map.to << ", point " << i;
            }
    }
}

TEST(SchemeMap, FindsAllOfIbugsPointsInDenserSets) {
    EXPECT_EQ(map_of("wflw-98", "ibug-68").found(), 68);
    EXPECT_EQ(map_of("lapa-106", "ibug-68").found(), 68);
    EXPECT_EQ(map_of("facesynthetics-70", "ibug-68").found(), 68);
    EXPECT_EQ(map_of("ibug-68", "ibug-51").found(), 51);
    EXPECT_EQ(map_of("muct-76", "fgnet-68").found(), 68);
    EXPECT_THAT(map_of("wflw-98", "ibug-68").sources[8], ElementsAre(16));
}

TEST(SchemeMap, GoesBackwardsAndThroughAThirdScheme) {
    const SchemeMap back = map_of("ibug-68", "wflw-98");
    EXPECT_THAT(back.sources[16], ElementsAre(8));
    EXPECT_THAT(back.sources[15], IsEmpty());
    const SchemeMap both = map_of("wflw-98", "celeba-5");
    EXPECT_EQ(both.found(), 5);
    EXPECT_THAT(both.sources[0], ElementsAre(60, 61, 63, 64, 65, 67));
    EXPECT_GE(map_of("ibug-68", "imm-58").found(), 20);
    EXPECT_GT(map_of("imm-58", "wflw-98").found(), 15);
    // Not through the jaw that is another one.
    EXPECT_THAT(map_of("ibug-68-3d", "ibug-68").sources[3], IsEmpty());
}

TEST(SchemeMap, ThereIsNoneBetweenFacesAndHands) {
    EXPECT_FALSE(find_scheme_map(builtin_scheme("ibug-68"), builtin_scheme("hand-21")));
    EXPECT_FALSE(find_scheme_map(builtin_scheme("ibug-68"), numbered_points(68)));
    EXPECT_FALSE(find_scheme_map(numbered_points(5), numbered_points(7)));
}

TEST(SchemeMap, EqualSchemesMapPointToPoint) {
    const LandmarkScheme scheme = builtin_scheme("imm-58");
    const auto map = find_scheme_map(scheme, scheme);
    ASSERT_TRUE(map);
    EXPECT_EQ(map->found(), 58);
    EXPECT_THAT(map->sources[52], ElementsAre(52));
}

TEST(SchemeMap, FindsThePointsOfOnesOwnSchemeByTheirNames) {
    LandmarkScheme own = subset(builtin_scheme("ibug-68"), {45, 36, 30});
    own.name = "mine";
    own.point_names.push_back("ear");
    const auto map = find_scheme_map(builtin_scheme("ibug-68"), own);
    ASSERT_TRUE(map);
    EXPECT_THAT(map->sources,
                ElementsAre(ElementsAre(45), ElementsAre(36), ElementsAre(30), IsEmpty()));
    EXPECT_EQ(map->to, "mine");
    EXPECT_EQ(find_scheme_map(own, builtin_scheme("ibug-68"))->found(), 3);
}

TEST(SamePoints, AreTheSameNamesInTheSameOrder) {
    LandmarkScheme ibug = builtin_scheme("ibug-68");
    ibug.name = "face";
    ibug.lines.clear();
    EXPECT_TRUE(same_points(ibug, builtin_scheme("ibug-68")));
    EXPECT_FALSE(same_points(ibug, builtin_scheme("fgnet-68")));
    EXPECT_FALSE(same_points(ibug, builtin_scheme("ibug-68-3d")));
    LandmarkScheme numbered = numbered_points(68);
    EXPECT_TRUE(same_points(numbered, numbered_points(68)));
    numbered.name = "other";
    EXPECT_FALSE(same_points(numbered, numbered_points(68)));
}

TEST(Mapped, TakesMeansAndLeavesOutWhatIsNotThere) {
    Landmarks face({{0, 0}, {4, 2}, {10, 10}});
    face.visibility[1] = Visibility::Hidden;
    const SchemeMap map{"a", "b", {{0, 1}, {2}, {}}};
    const Landmarks moved = mapped(face, map);
    EXPECT_EQ(moved.points, (std::vector<Point>{{2, 1}, {10, 10}, {0, 0}}));
    EXPECT_THAT(moved.visibility,
                ElementsAre(Visibility::Hidden, Visibility::Visible, Visibility::NotLabelled));
    face.visibility[0] = Visibility::NotLabelled;
    EXPECT_FALSE(mapped(face, map).is_labelled(0));
    face.visibility[2] = Visibility::NotLabelled;
    EXPECT_TRUE(mapped(face, map).empty());
    EXPECT_TRUE(mapped(Landmarks(), map).empty());
}

TEST(SchemeMapFromJson, NamesTheFileAndWhatIsWrong) {
    const auto error = [](const std::string& text) {
        return std::string(test::error_of([&] {
                               scheme_map_from_json(parse_json(text, "m.json"), 3, "m.json");
                           }).what());
    };
    EXPECT_THAT(error(R"({"from": "a", "to": "b", "points": [3]})"),
                AllOf(HasSubstr("m.json"), HasSubstr("point 3")));
    EXPECT_THAT(error(R"({"from": "a", "to": "b"})"), HasSubstr("points"));
    EXPECT_THAT(error(R"({"from": "a", "to": "b", "points": ["x"]})"), HasSubstr("m.json"));
}

}  // namespace
}  // namespace rudolph
