#include <gmock/gmock.h>

#include <set>

#include "core/base/json.h"
#include "core/formats/open_dataset.h"
#include "core/formats/write_dataset.h"
#include "tests/app/run_program.h"

namespace rudolph::test {
namespace {

using testing::HasSubstr;

/// Demo faces with the program's 68 points, of which every third one has lost them.
std::set<std::string> write_half_marked(const TempDir& dir) {
    EXPECT_EQ(
        run_program({"demo-faces", kFaces, "--people", "3", "--format", "ibug"}, dir.path()).status,
        0);
    Dataset dataset = open_dataset(dir / kFaces);
    std::set<std::string> without;
    for (size_t i = 0; i < dataset.samples.size(); i += 3) {
        dataset.samples[i].points_in_image = {};
        without.insert(dataset.samples[i].id);
    }
    WriteRequest request;
    request.destination = dir / "half.rudolph";
    request.pictures = PictureHandling::Refer;
    write_dataset(dataset, request);
    return without;
}

TEST(SuggestCommand, ChoosesAmongFacesWithoutPointsTheSameEveryTime) {
    TempDir dir;
    const std::set<std::string> without = write_half_marked(dir);
    ASSERT_GE(without.size(), 5U);
    const std::vector<std::string> arguments = {"suggest",    "half.rudolph", "--count", "3",
                                                "--detector", "none",         "--json"};
    const ProgramResult first = run_program(arguments, dir.path());
    ASSERT_EQ(first.status, 0) << first.err;
    const Json said = parse_json(first.out, "standard output");
    EXPECT_EQ(said["model"], "face68");
    EXPECT_EQ(said["candidates"], without.size());
    EXPECT_EQ(said["looked_at"], without.size());
    EXPECT_EQ(said["stopped"], false);
    EXPECT_GT(said["marked"], 5);
    ASSERT_EQ(said["faces"].size(), 3U);
    std::set<std::string> chosen;
    for (const Json& face : said["faces"]) {
        EXPECT_TRUE(without.contains(face["sample"])) << face["sample"];
        EXPECT_GE(face["confidence"], 0);
        EXPECT_LE(face["confidence"], 1);
        EXPECT_GT(face["distance"], 0);
        chosen.insert(face["sample"]);
    }
    EXPECT_EQ(chosen.size(), 3U) << "each once";
    EXPECT_EQ(run_program(arguments, dir.path()).out, first.out);
}

TEST(SuggestCommand, SaysForPeopleWhatItChoseAmong) {
    TempDir dir;
    const std::set<std::string> without = write_half_marked(dir);
    const ProgramResult said =
        run_program({"suggest", "half.rudolph", "--detector", "none", "--count", "2"}, dir.path());
    ASSERT_EQ(said.status, 0) << said.err;
    EXPECT_THAT(said.out, HasSubstr("   1  "));
    EXPECT_THAT(said.out, HasSubstr("   2  "));
    EXPECT_THAT(said.out, HasSubstr(std::to_string(without.size()) + " faces without points"));
    const ProgramResult all = run_program({"suggest", kFaces, "--json"}, dir.path());
    ASSERT_EQ(all.status, 0) << all.err;
    EXPECT_TRUE(parse_json(all.out, "standard output")["faces"].empty()) << "all have points";
}

TEST(SuggestCommand, SaysWhatIsWrong) {
    TempDir dir;
    write_half_marked(dir);
    EXPECT_EQ(run_program({"suggest"}, dir.path()).status, 2);
    EXPECT_EQ(run_program({"suggest", "half.rudolph", "--count", "0"}, dir.path()).status, 2);
    EXPECT_EQ(run_program({"suggest", "half.rudolph", "--detector", "x"}, dir.path()).status, 2);
    EXPECT_EQ(run_program({"suggest", "nothing"}, dir.path()).status, 1);
    const ProgramResult no_model =
        run_program({"suggest", "half.rudolph", "--model", "nothing"}, dir.path());
    EXPECT_EQ(no_model.status, 1);
    EXPECT_THAT(no_model.err, HasSubstr("nothing"));
    const ProgramResult other_points =
        run_program({"suggest", "half.rudolph", "--scheme", "cats-9"}, dir.path());
    EXPECT_NE(other_points.status, 0);
}

}  // namespace
}  // namespace rudolph::test
