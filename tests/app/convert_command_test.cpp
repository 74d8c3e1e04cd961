#include <gmock/gmock.h>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/formats/open_dataset.h"
#include "tests/app/run_program.h"
#include "tests/support/drawn_faces.h"

namespace rudolph::test {
namespace {

using testing::HasSubstr;
namespace fs = std::filesystem;

/// Six made-up faces with boxes, in "f".
void make_boxed_faces(const TempDir& dir) {
    const ProgramResult made =
        run_program({"demo-faces", "f", "--people", "1", "--format", "ibug"}, dir.path());
    ASSERT_EQ(made.status, 0) << made.err;
}

TEST(ConvertCommand, EveryFormatIsReadBackByInspect) {
    const TempDir dir;
    make_boxed_faces(dir);
    for (const char* format : {"asf", "pts", "dlib", "csv", "coco", "yolo", "ljson", "project"}) {
        const std::string folder = std::string("ziel ü/") + format;
        const ProgramResult made =
            run_program({"convert", "f", folder, "--to", format, "--pictures", "link"}, dir.path());
        ASSERT_EQ(made.status, 0) << made.err;
        EXPECT_THAT(made.out, HasSubstr("next: rudolph inspect"));
        const ProgramResult seen = run_program({"inspect", folder, "--json"}, dir.path());
        ASSERT_EQ(seen.status, 0) << seen.err;
        const Json found = parse_json(seen.out, "standard output");
        EXPECT_EQ(found["labelled"], 6) << format;
        EXPECT_EQ(found["points"], 68) << format;
        // The links lead out of the set, which is said, and nothing else.
        EXPECT_EQ(found["outside"], 6) << format;
        EXPECT_EQ(found["problems"].size(), 1U) << format;
    }
}

TEST(ConvertCommand, WritesThePointsOfAnotherSchemeAndCountsWhatIsMissing) {
    const TempDir dir;
    make_boxed_faces(dir);
    const ProgramResult few = run_program(
        {"convert", "f", "five.json", "--to", "coco", "--map", "celeba-5", "--json"}, dir.path());
    ASSERT_EQ(few.status, 0) << few.err;
    const Json map = parse_json(few.out, "standard output")["map"];
    EXPECT_EQ(map["from"], "ibug-68");
    EXPECT_EQ(map["to"], "celeba-5");
    EXPECT_EQ(map["missing"].size(), 0U);
    EXPECT_EQ(map["faces_without_points"], 0);
    EXPECT_EQ(open_dataset(dir / "five.json").scheme.name, "celeba-5");

    const ProgramResult back = run_program(
        {"convert", "five.json", "back", "--to", "project", "--map", "ibug-68"}, dir.path());
    ASSERT_EQ(back.status, 0) << back.err;
    EXPECT_THAT(back.out, HasSubstr("3 of 68 points of ibug-68, from celeba-5"));
    EXPECT_THAT(back.out, HasSubstr("65 of the 68 points"));

    const ProgramResult both =
        run_program({"convert", "f", "both", "--to", "project", "--with", "five.json"}, dir.path());
    ASSERT_EQ(both.status, 0) << both.err;
    const Dataset joined = open_dataset(dir / "both");
    EXPECT_EQ(joined.samples.size(), 12U);
    EXPECT_EQ(joined.scheme.name, "ibug-68");

    const ProgramResult hands =
        run_program({"convert", "f", "h", "--to", "coco", "--map", "hand-21"}, dir.path());
    EXPECT_NE(hands.status, 0);
    EXPECT_THAT(hands.err, HasSubstr("wflw-98"));
}

TEST(ConvertCommand, SaysWhatIsLostAndWritesNothingWhenDry) {
    const TempDir dir;
    make_boxed_faces(dir);
    const ProgramResult text =
        run_program({"convert", "f", "g", "--to", "csv", "--dry-run"}, dir.path());
    EXPECT_EQ(text.status, 0) << text.err;
    EXPECT_THAT(text.out, HasSubstr("CSV does not keep boxes: 6 faces"));
    const ProgramResult json =
        run_program({"convert", "f", "g", "--to", "dlib", "--dry-run", "--json"}, dir.path());
    EXPECT_EQ(json.status, 0) << json.err;
    const Json result = parse_json(json.out, "standard output");
    EXPECT_EQ(result["written"], nullptr);
    EXPECT_THAT(result["losses"][0]["message"].get<std::string>(),
                testing::MatchesRegex("dlib XML keeps whole pixels: up to 0\\.[67][0-9]* px lost "
                                      "on 408 points of 6 faces"));
    EXPECT_EQ(result["losses"][0]["samples"].size(), 6U);
    EXPECT_FALSE(std::filesystem::exists(dir / "g"));
}

TEST(ConvertCommand, ReadsAndWritesPtsFilesThatCountFromZero) {
    const TempDir dir;
    make_boxed_faces(dir);
    std::filesystem::remove(dir / "f/labels.xml");
    ASSERT_EQ(run_program({"convert", "f", "null", "--to", "pts", "--write-pts-first-pixel", "0"},
                          dir.path())
                  .status,
              0);
    ASSERT_EQ(run_program({"convert", "null", "eins", "--to", "pts", "--pts-first-pixel", "0"},
                          dir.path())
                  .status,
              0);
    const Dataset before = open_dataset(dir / "f");
    const Dataset shifted = open_dataset(dir / "null");
    const Dataset after = open_dataset(dir / "eins");
    ASSERT_EQ(after.samples.size(), 6U);
    EXPECT_EQ(after.samples[0].points_in_image, before.samples[0].points_in_image);
    EXPECT_NEAR(shifted.samples[0].points_in_image.points[0].x,
                before.samples[0].points_in_image.points[0].x - 1, 1e-9);
}

TEST(ConvertCommand, TakesASchemeAndColumns) {
    const TempDir dir;
    make_boxed_faces(dir);
    const ProgramResult made = run_program({"convert", "f", "t.csv", "--to", "csv", "--pictures",
                                            "refer", "--csv-columns", "xy", "--scheme", "ibug-68"},
                                           dir.path());
    ASSERT_EQ(made.status, 0) << made.err;
    EXPECT_THAT(read_file(dir / "t.csv"), testing::StartsWith("image_name,x_0,x_1,"));
    const ProgramResult wrong =
        run_program({"convert", "f", "u.csv", "--to", "csv", "--scheme", "imm-58"}, dir.path());
    EXPECT_EQ(wrong.status, 1);
    EXPECT_THAT(wrong.err, HasSubstr("has 58 points, but the faces have 68"));
}

TEST(ConvertCommand, WritesOverAnnotationsOnlyWhenAsked) {
    const TempDir dir;
    make_boxed_faces(dir);
    const std::vector<std::string> words = {"convert", "f", "g", "--to", "ljson"};
    ASSERT_EQ(run_program(words, dir.path()).status, 0);
    const ProgramResult again = run_program(words, dir.path());
    EXPECT_EQ(again.status, 1);
    EXPECT_EQ(count_lines(again.err), 1) << again.err;
    EXPECT_THAT(again.err, HasSubstr("and 5 more are there already"));
    std::vector<std::string> over = words;
    over.emplace_back("--overwrite");
    EXPECT_EQ(run_program(over, dir.path()).status, 0);
}

TEST(ConvertCommand, WrongUseIsSaidInOneLine) {
    const TempDir dir;
    make_boxed_faces(dir);
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"convert", "f", "g"},
          {"convert", "f", "g", "--to", "jpeg"},
          {"convert", "f", "g", "--to", "pts", "--pts-first-pixel", "2"}}) {
        const ProgramResult result = run_program(words, dir.path());
        EXPECT_EQ(result.status, 2);
        EXPECT_EQ(count_lines(result.err), 1) << result.err;
    }
    const ProgramResult missing = run_program({"convert", "h", "g", "--to", "pts"}, dir.path());
    EXPECT_EQ(missing.status, 1);
    EXPECT_THAT(missing.err, HasSubstr("no such file or folder"));
    EXPECT_FALSE(std::filesystem::exists(dir / "g"));
}

TEST(ConvertCommand, WhatAListNamesElsewhereIsCopiedOnlyOnRequestAndNoOtherFilesEver) {
    const TempDir dir;
    fs::create_directories(dir / "set");
    fs::create_directories(dir / "elsewhere");
    write_drawn_face(dir / "set", "own");
    write_drawn_face(dir / "elsewhere", "other");
    write_file(dir / "elsewhere/secret", "root:x:0:0\n");
    std::string list = "image_name,x_0,y_0\n";
    for (const char* name : {"own.png", "../elsewhere/other.png", "../elsewhere/secret"})
        list += std::string(name) + ",10,20\n";
    write_file(dir / "set/list.csv", list);
    const std::string source = (dir / "set/list.csv").string();
    const std::string copy = (dir / "copy").string();

    const Json inspected = Json::parse(run_program({"inspect", source, "--json"}).out);
    EXPECT_EQ(inspected.at("outside"), 2);
    EXPECT_GE(inspected.at("problem_count"), 2);
    const ProgramResult refused = run_program({"convert", source, copy, "--to", "csv"});
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.err, HasSubstr("--follow-outside"));
    EXPECT_FALSE(fs::exists(copy));
    const ProgramResult copied =
        run_program({"convert", source, copy, "--to", "csv", "--follow-outside", "--json"});
    EXPECT_EQ(copied.status, 0) << copied.err;
    EXPECT_EQ(Json::parse(copied.out).at("no_pictures"), 1);
    EXPECT_TRUE(fs::exists(dir / "copy/elsewhere/other.png"));
    for (const auto& entry : fs::recursive_directory_iterator(copy))
        EXPECT_NE(entry.path().filename(), "secret");
}

TEST(ConvertCommand, APictureLargerThanWasAllowedIsAProblemAndNoEnd) {
    const TempDir dir;
    write_drawn_face(dir.path(), "small");
    write_drawn_face(dir.path(), "large", {1200, 1000});
    const ProgramResult inspected =
        run_program({"--largest-picture", "1", "inspect", dir.path().string(), "--json"});
    EXPECT_EQ(inspected.status, 0);
    EXPECT_THAT(inspected.out, HasSubstr("1200×1000 pixels"));
    EXPECT_THAT(inspected.out, HasSubstr("at most 1 million"));
    EXPECT_EQ(Json::parse(inspected.out).at("problem_count"), 1);
}

}  // namespace
}  // namespace rudolph::test
