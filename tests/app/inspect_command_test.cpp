#include <gmock/gmock.h>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/engine/engine.h"
#include "core/formats/open_dataset.h"
#include "core/formats/pts.h"
#include "core/formats/write_dataset.h"
#include "core/image/decode.h"
#include "tests/app/run_program.h"
#include "tests/support/files_in.h"

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

TEST(InspectCommand, OpensAVideoWithPointsOfItsFrames) {
    TempDir dir;
    ASSERT_EQ(
        run_program({"demo-faces", "d", "--people", "2", "--format", "ibug"}, dir.path()).status,
        0);
    const Dataset faces = open_dataset(dir / "d");
    std::filesystem::create_directories(dir / "set/001");
    const cv::Size size = decode_image(faces.samples[0].image).size();
    const auto writer = open_engine()->write_video(dir / "set/001/vid.avi", size, 25);
    int frame = 0;
    for (const Sample& face : faces.samples) {
        writer->write(decode_image(face.image));
        write_file(dir / ("set/001/annot/00000" + std::to_string(++frame) + ".pts"),
                   print_pts(face.points_in_image.points));
        if (frame == 9)
            break;
    }
    writer->finish();
    const std::vector<std::string> cache = {"XDG_CACHE_HOME=" + (dir / "cache").string()};
    const ProgramResult all = run_program({"inspect", "set", "--json"}, dir.path(), cache);
    ASSERT_EQ(all.status, 0) << all.err;
    const Json said = parse_json(all.out, "standard output");
    EXPECT_EQ(said["samples"], 9);
    EXPECT_EQ(said["persons"], 1);
    EXPECT_EQ(said["scheme"], "ibug-68");
    EXPECT_EQ(said["image_sizes"][0]["width"], size.width);
    EXPECT_THAT(said["findings"], testing::IsEmpty()) << "each frame has its own points";
    EXPECT_EQ(files_in(dir / "cache").size(), 9U);
    const Json fewer =
        parse_json(run_program({"inspect", "set", "--json", "--every", "4"}, dir.path(), cache).out,
                   "standard output");
    EXPECT_EQ(fewer["samples"], 3);
    EXPECT_THAT(fewer["problems"][0]["message"].get<std::string>(),
                HasSubstr("every 4th of 9 annotated frames is taken (3)"));
}

TEST(InspectCommand, OffersToMendWhatConvertThenMends) {
    TempDir dir;
    ASSERT_EQ(run_program({"demo-faces", "d", "--people", "3"}, dir.path()).status, 0);
    const Dataset right = open_dataset(dir / "d");
    Dataset wrong = right;
    const std::vector<int>& eye = wrong.scheme.lines[1].points;
    for (size_t i = 0; i < eye.size(); ++i)
        wrong.samples[2].points_in_image.points[at(eye[i])] =
            right.samples[2].points_in_image.points[at(eye[eye.size() - 1 - i])];
    WriteRequest request;
    request.destination = dir / "wrong.rudolph";
    request.pictures = PictureHandling::Refer;
    write_dataset(wrong, request);
    const ProgramResult said = run_program({"inspect", "wrong.rudolph"}, dir.path());
    EXPECT_THAT(said.out, HasSubstr("run the other way round"));
    EXPECT_THAT(said.out, HasSubstr("--mend order"));
    const Json found = parse_json(
        run_program({"inspect", "wrong.rudolph", "--json"}, dir.path()).out, "standard output");
    ASSERT_EQ(found["findings"].size(), 1U);
    EXPECT_EQ(found["findings"][0]["mend"], "order");
    EXPECT_EQ(found["findings"][0]["points"].get<std::vector<int>>(), eye);
    const ProgramResult mended = run_program({"convert", "wrong.rudolph", "right.rudolph", "--to",
                                              "project", "--pictures", "refer", "--mend", "order"},
                                             dir.path());
    ASSERT_EQ(mended.status, 0) << mended.err;
    EXPECT_THAT(mended.out, HasSubstr("1 face"));
    EXPECT_EQ(open_dataset(dir / "right.rudolph").samples[2].points_in_image,
              right.samples[2].points_in_image);
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
