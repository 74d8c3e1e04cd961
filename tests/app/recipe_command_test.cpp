#include <gmock/gmock.h>

#include "core/base/json.h"
#include "tests/app/run_program.h"
#include "tests/support/made_faces.h"

namespace rudolph::test {
namespace {

using testing::HasSubstr;

/// A layout that nobody has published, and its points as `rudolph convert` gives them back.
void write_unknown_layout(const TempDir& dir) {
    const MadeFaces faces(4);
    const auto name = [](int i) { return "face" + std::to_string(i); };
    faces.write_pictures([&](int i) { return dir / "set" / "img" / (name(i) + ".png"); });
    for (int i = 0; i < faces.size(); ++i)
        write_text(dir / "set" / "lm" / (name(i) + "_marks.dat"),
                   faces.text(i, [](int /*k*/, Point p) {
                       return decimal(p.x, ',') + ";" + decimal(p.y, ',');
                   }));
}

TEST(RecipeCommand, SuggestsARecipeThatOtherCommandsTake) {
    TempDir dir;
    write_unknown_layout(dir);
    const std::vector<std::string> home = {"XDG_DATA_HOME=" + (dir / "home").string()};
    const ProgramResult unknown = run_program({"inspect", "set"}, dir.path(), home);
    EXPECT_EQ(unknown.status, 1);
    EXPECT_THAT(unknown.err, HasSubstr("4 files of numbers (.dat) in lm"));
    EXPECT_THAT(unknown.err, HasSubstr("rudolph recipe suggest"));

    const ProgramResult suggested =
        run_program({"recipe", "suggest", "set", "--json", "--out", "r.json"}, dir.path(), home);
    ASSERT_EQ(suggested.status, 0) << suggested.err;
    const Json found = parse_json(suggested.out, "standard output");
    EXPECT_EQ(found["suggestions"][0]["points"], 68);
    EXPECT_EQ(found["suggestions"][0]["scheme"], "ibug-68");
    EXPECT_EQ(found["suggestions"][0]["recipe"]["files"], Json({"*_marks.dat"}));

    const ProgramResult inspected =
        run_program({"inspect", "set", "--recipe", "r.json", "--json"}, dir.path(), home);
    ASSERT_EQ(inspected.status, 0) << inspected.err;
    const Json set = parse_json(inspected.out, "standard output");
    EXPECT_EQ(set["labelled"], 4);
    EXPECT_EQ(set["scheme"], "ibug-68");
    EXPECT_EQ(set["recipe"], "set");
    EXPECT_EQ(run_program({"convert", "set", "out", "--to", "pts", "--recipe", "r.json"},
                          dir.path(), home)
                  .status,
              0);
}

TEST(RecipeCommand, KeepsASuggestionSoThatTheDataOpenByThemselves) {
    TempDir dir;
    write_unknown_layout(dir);
    const std::vector<std::string> home = {"XDG_DATA_HOME=" + (dir / "home").string()};
    const ProgramResult kept =
        run_program({"recipe", "suggest", "set", "--remember"}, dir.path(), home);
    ASSERT_EQ(kept.status, 0) << kept.err;
    EXPECT_THAT(kept.out, HasSubstr("set.json"));
    EXPECT_EQ(run_program({"inspect", "set"}, dir.path(), home).status, 0);
    EXPECT_THAT(run_program({"recipe", "list"}, dir.path(), home).out, HasSubstr("own"));
    EXPECT_THAT(run_program({"recipe", "show", "set"}, dir.path(), home).out,
                HasSubstr("_marks.dat"));
}

TEST(RecipeCommand, ListsAndShowsThoseThatComeWithTheProgram) {
    TempDir dir;
    const ProgramResult list = run_program({"recipe", "list"}, dir.path());
    EXPECT_EQ(list.status, 0);
    EXPECT_THAT(list.out, HasSubstr("wflw"));
    const ProgramResult shown = run_program({"recipe", "show", "wflw"}, dir.path());
    EXPECT_EQ(parse_json(shown.out, "standard output")["scheme"], "wflw-98");
    const ProgramResult none = run_program({"recipe", "show", "no such"}, dir.path());
    EXPECT_EQ(none.status, 1);
    EXPECT_THAT(none.err, HasSubstr("there are"));
    EXPECT_EQ(run_program({"recipe", "suggest", "missing"}, dir.path()).status, 1);
}

}  // namespace
}  // namespace rudolph::test
