#include "core/formats/recipe.h"

#include <gmock/gmock.h>

#include "core/base/json.h"
#include "core/formats/recipe_store.h"
#include "tests/support/error_of.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using testing::HasSubstr;

std::string recipe_error(const std::string& text) {
    return test::error_of([&] { recipe_from_json(parse_json(text, "r.json"), "r.json"); }).what();
}

TEST(Recipe, ShippedOnesAreTheSameAfterWritingAndReading) {
    EXPECT_GE(shipped_recipes().size(), 20U);
    for (const Recipe& recipe : shipped_recipes()) {
        EXPECT_EQ(recipe_from_json(to_json(recipe)), recipe) << recipe.name;
        // The other points of files that "aflw2000" opens are only read where one asks for them.
        EXPECT_EQ(recipe.recognise.empty(), recipe.name == "aflw2000-21") << recipe.name;
        EXPECT_FALSE(recipe_text(recipe).empty());
    }
}

TEST(Recipe, SaysWhatIsWrongInIt) {
    EXPECT_THAT(recipe_error("[]"), HasSubstr("r.json: not a recipe: should be an object"));
    EXPECT_THAT(recipe_error("{}"), HasSubstr("'recipe' should be 1"));
    EXPECT_THAT(recipe_error(R"({"recipe": 2, "name": "a"})"), HasSubstr("newer version"));
    EXPECT_THAT(recipe_error(R"({"recipe": 1, "name": "a"})"), HasSubstr("'files' should name"));
    EXPECT_THAT(recipe_error(R"({"recipe": 1, "name": "a/b", "files": ["*"]})"),
                HasSubstr("short name"));
    EXPECT_THAT(recipe_error(R"({"recipe": 1, "name": "a", "files": ["*"], "fils": 1})"),
                HasSubstr("unknown key 'fils'"));
    EXPECT_THAT(recipe_error(R"({"recipe": 1, "name": "a", "files": ["*"], "layout": "pile"})"),
                HasSubstr("'layout' should be one of \"file per face\""));
    EXPECT_THAT(
        recipe_error(R"({"recipe": 1, "name": "a", "files": ["*"], "text": {"separator": "#"}})"),
        HasSubstr("in 'text': 'separator' should be one of"));
    EXPECT_THAT(
        recipe_error(R"({"recipe": 1, "name": "a", "files": ["*"], "points": {"order": "xx"}})"),
        HasSubstr("one x and one y"));
    EXPECT_THAT(recipe_error(
                    R"({"recipe": 1, "name": "a", "files": ["*"], "points": {"missing": ["no"]}})"),
                HasSubstr("'missing' should hold"));
    EXPECT_THAT(recipe_error(R"({"recipe": 1, "name": "a", "files": "*"})"),
                HasSubstr("'files' has the wrong kind of value"));
}

TEST(Recipe, PatternsFitNamesAndFolders) {
    EXPECT_TRUE(fits_pattern("*.txt", "a/b/Face.TXT"));
    EXPECT_TRUE(fits_pattern("*_lm?.txt", "1_lm3.txt"));
    EXPECT_FALSE(fits_pattern("*_lm?.txt", "1_lm.txt"));
    EXPECT_TRUE(fits_pattern("points/*.pts", "points/a.pts"));
    EXPECT_FALSE(fits_pattern("points/*.pts", "set/points/a.pts"));
    EXPECT_TRUE(fits_pattern("**/points/*.pts", "set/one/points/a.pts"));
    EXPECT_TRUE(fits_pattern("**/points/*.pts", "points/a.pts"));
    EXPECT_TRUE(fits_pattern("*", ""));
}

TEST(RecipeStore, KeepsRecipesAndNamesThoseThatAreNone) {
    test::TempDir dir;
    Recipe recipe = shipped_recipes().front();
    recipe.name = "mine";
    EXPECT_EQ(remember_recipe(recipe, dir.path()), dir / "mine.json");
    write_json(dir / "other.json", Json{{"recipe", 1}});
    std::vector<Problem> problems;
    const std::vector<Recipe> kept = remembered_recipes(dir.path(), &problems);
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0], recipe);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].file, dir / "other.json");
    EXPECT_EQ(recipe_named(dir / "mine.json"), recipe);
    EXPECT_THAT(test::error_of([] { recipe_named("no such"); }).what(), HasSubstr("there are "));
}

}  // namespace
}  // namespace rudolph
