#include <gmock/gmock.h>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/formats/open_dataset.h"
#include "core/formats/write_dataset.h"
#include "tests/app/run_program.h"

namespace rudolph::test {
namespace {

using testing::HasSubstr;

/// Twelve demo faces that Rudolph has made into a project: a face with its eye corners swapped, one
/// that a network has placed, one without points.
void write_odd_project(const TempDir& dir) {
    ASSERT_EQ(
        run_program({"demo-faces", "d", "--people", "2", "--format", "ibug"}, dir.path()).status,
        0);
    Dataset dataset = open_dataset(dir / "d");
    std::vector<Point>& points = dataset.samples[1].points_in_image.points;
    std::swap(points[36], points[45]);
    dataset.samples[1].state = FaceState::Done;
    dataset.samples[4].proposed_by = "a model";
    dataset.samples[7].points_in_image = {};
    WriteRequest request;
    request.destination = dir / "odd.rudolph";
    request.pictures = PictureHandling::Refer;
    write_dataset(dataset, request);
}

TEST(InspectCommand, NamesFacesAndPointsThatAreProbablyWrong) {
    TempDir dir;
    write_odd_project(dir);
    const ProgramResult inspected = run_program({"inspect", "odd.rudolph", "--json"}, dir.path());
    ASSERT_EQ(inspected.status, 0) << inspected.err;
    const Json found = parse_json(inspected.out, "standard output");
    EXPECT_EQ(found["samples"], 12);
    EXPECT_EQ(found["labelled"], 10);
    EXPECT_EQ(found["proposals"], 1);
    EXPECT_EQ(found["states"], Json({{"new", 11}, {"done", 1}}));
    ASSERT_EQ(found["findings"].size(), 2U) << found["findings"].dump(2);
    const Json& swapped = found["findings"][0];
    EXPECT_EQ(swapped["sample"], "01-2m");
    EXPECT_EQ(swapped["point"], 36);
    EXPECT_EQ(swapped["point_name"], "eye on the viewer's left, outer corner");
    EXPECT_THAT(swapped["message"].get<std::string>(), HasSubstr("wrong side"));
    EXPECT_EQ(found["findings"][1]["sample"], "02-2m");
    EXPECT_TRUE(found["findings"][1]["point"].is_null());
}

TEST(InspectCommand, TellsPeopleWhatIsOdd) {
    TempDir dir;
    write_odd_project(dir);
    const ProgramResult inspected = run_program({"inspect", "odd.rudolph"}, dir.path());
    ASSERT_EQ(inspected.status, 0) << inspected.err;
    EXPECT_THAT(inspected.out, HasSubstr("states       new (11), done (1)"));
    EXPECT_THAT(inspected.out, HasSubstr("1 face with points that a network placed"));
    EXPECT_THAT(inspected.out, HasSubstr("odd points   2\n  01-2m: on the wrong side"));
    EXPECT_THAT(inspected.out, HasSubstr("02-2m: no points are marked"));
}

TEST(InspectCommand, FindsNothingOddInDemoFaces) {
    TempDir dir;
    ASSERT_EQ(run_program({"demo-faces", "d", "--people", "2"}, dir.path()).status, 0);
    const ProgramResult inspected = run_program({"inspect", "d"}, dir.path());
    EXPECT_THAT(inspected.out, HasSubstr("odd points   none"));
    EXPECT_THAT(inspected.out, testing::Not(HasSubstr("states")));
}

}  // namespace
}  // namespace rudolph::test
