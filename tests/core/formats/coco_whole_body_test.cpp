#include <gmock/gmock.h>

#include "core/base/json.h"
#include "core/formats/open_dataset.h"
#include "tests/core/formats/data_files.h"
#include "tests/support/error_of.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::TempDir;
using testing::HasSubstr;

Json triples(int points, double visibility) {
    Json values = Json::array();
    for (int i = 0; i < points; ++i)
        for (const double value : {10.0 + i % 7, 20.0 + i % 5, visibility})
            values.push_back(value);
    return values;
}

/// Three bodies: one with a face and a hand, one with a hand, one alone.
void write_whole_body(const TempDir& dir) {
    test::write_picture(dir / "a.jpg");
    Json list = Json::array();
    for (int i = 0; i < 3; ++i)
        list.push_back({{"id", i},
                        {"image_id", 1},
                        {"category_id", 1},
                        {"keypoints", triples(17, 2)},
                        {"bbox", {0, 0, 90, 40}},
                        {"face_kpts", triples(68, i == 0 ? 0.75 : 0)},
                        {"face_valid", i == 0},
                        {"face_box", {5, 6, 7, 8}},
                        {"lefthand_kpts", triples(21, 0.5)},
                        {"lefthand_valid", i < 2}});
    const Json names = {"a", "b", "c", "d", "e", "f", "g", "h", "i",
                        "j", "k", "l", "m", "n", "o", "p", "q"};
    write_json(dir / "list.json",
               {{"images", {{{"id", 1}, {"file_name", "a.jpg"}}}},
                {"annotations", list},
                {"categories", {{{"id", 1}, {"name", "person"}, {"keypoints", names}}}}});
}

TEST(WholeBodyCoco, FacesAreReadAndTheOtherPartsAreCounted) {
    const TempDir dir;
    write_whole_body(dir);
    const Dataset dataset = open_dataset(dir / "list.json");
    ASSERT_EQ(dataset.samples.size(), 1U) << test::messages(dataset.problems);
    EXPECT_EQ(dataset.samples[0].points_in_image.size(), 68);
    EXPECT_EQ(dataset.samples[0].box, (Box{5, 6, 7, 8}));
    const std::string said = test::messages(dataset.problems);
    EXPECT_THAT(said, HasSubstr("'face_kpts' is read, and not 3 bodies (keypoints), 2 left hands "
                                "(lefthand_kpts)"));
    EXPECT_THAT(said, HasSubstr("68 visibilities are not 0, 1 or 2"));
}

TEST(WholeBodyCoco, EveryPartOpensByItsName) {
    const TempDir dir;
    write_whole_body(dir);
    OpenOptions options;
    options.body_part = "lefthand_kpts";
    EXPECT_EQ(open_dataset(dir / "list.json", options).labelled().size(), 2U);
    options.body_part = "keypoints";
    const Dataset bodies = open_dataset(dir / "list.json", options);
    EXPECT_EQ(bodies.labelled().size(), 3U);
    EXPECT_EQ(bodies.scheme.size(), 17);
    options.body_part = "foot_kpts";
    EXPECT_THAT(test::error_of([&] { open_dataset(dir / "list.json", options); }).what(),
                HasSubstr("no annotation has 'foot_kpts'"));
}

TEST(WholeBodyCoco, FacesWithMorePointsThanTheCategoryNamesAreNumbered) {
    const TempDir dir;
    test::write_picture(dir / "a.jpg");
    write_json(
        dir / "list.json",
        {{"images", {{{"id", 1}, {"file_name", "a.jpg"}}}},
         {"annotations",
          {{{"id", 1}, {"image_id", 1}, {"category_id", 1}, {"keypoints", triples(133, 2)}},
           {{"id", 2}, {"image_id", 1}, {"category_id", 1}, {"keypoints", triples(133, 2)}}}},
         {"categories", {{{"id", 1}, {"name", "person"}, {"keypoints", {"a", "b"}}}}}});
    const Dataset dataset = open_dataset(dir / "list.json");
    ASSERT_EQ(dataset.labelled().size(), 2U) << test::messages(dataset.problems);
    EXPECT_EQ(dataset.scheme.size(), 133);
    EXPECT_THAT(test::messages(dataset.problems), HasSubstr("names 2 keypoints"));
}

}  // namespace
}  // namespace rudolph
