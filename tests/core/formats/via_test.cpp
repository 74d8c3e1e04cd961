#include "core/formats/via.h"

#include <gmock/gmock.h>

#include "core/formats/open_dataset.h"
#include "tests/core/formats/data_files.h"
#include "tests/support/error_of.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::ids;
using test::TempDir;
using test::write_picture;
using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kViaPictures = R"({
 "a.jpg123": {"filename": "a.jpg", "size": 123, "file_attributes": {}, "regions": [
  {"shape_attributes": {"name": "point", "cx": 20, "cy": 10},
   "region_attributes": {"kind": "face", "name": "nose"}},
  {"shape_attributes": {"name": "point", "cx": 30.5, "cy": 5},
   "region_attributes": {"kind": "face", "name": "eye"}},
  {"shape_attributes": {"name": "rect", "x": 10, "y": 1, "width": 40, "height": 30},
   "region_attributes": {"kind": "face"}},
  {"shape_attributes": {"name": "polygon", "all_points_x": [1], "all_points_y": [2]},
   "region_attributes": {}}]},
 "b.jpg5": {"filename": "b.jpg", "size": 5, "file_attributes": {}, "regions": {
  "0": {"shape_attributes": {"name": "point", "cx": 7, "cy": 8},
        "region_attributes": {"kind": "face", "name": "eye"}}}}
})";

void expect_faces(const Dataset& dataset) {
    EXPECT_EQ(dataset.format, DatasetFormat::Via);
    ASSERT_THAT(ids(dataset), ElementsAre("a", "b")) << test::messages(dataset.problems);
    const Landmarks& points = dataset.samples[0].points_in_image;
    ASSERT_EQ(points.size(), 2);
    const int eye = dataset.scheme.point_names[0] == "eye" ? 0 : 1;
    EXPECT_EQ(points.points[at(eye)], Point(30.5, 5));
    EXPECT_EQ(points.points[at(1 - eye)], Point(20, 10));
    EXPECT_EQ(dataset.samples[0].box, (Box{10, 1, 40, 30}));
    EXPECT_TRUE(dataset.samples[1].points_in_image.is_labelled(eye));
    EXPECT_FALSE(dataset.samples[1].points_in_image.is_labelled(1 - eye));
}

TEST(Via, ExportedAnnotationsOpen) {
    const TempDir dir;
    write_picture(dir / "a.jpg");
    write_picture(dir / "b.jpg");
    write_file(dir / "via_export_json.json", kViaPictures);
    const Dataset dataset = open_dataset(dir.path());
    expect_faces(dataset);
    EXPECT_THAT(test::messages(dataset.problems), HasSubstr("'polygon' is not read"));
}

TEST(Via, AProjectGivesTheOrderOfItsOptions) {
    const TempDir dir;
    write_picture(dir / "a.jpg");
    write_picture(dir / "b.jpg");
    write_file(dir / "via_project.json",
               std::string(R"({"_via_settings": {}, "_via_img_metadata": )") + kViaPictures +
                   R"(, "_via_attributes": {"region": {"name": {"type": "dropdown",
                   "options": {"eye": "", "nose": "", "chin": ""}}}, "file": {}}})");
    const Dataset dataset = open_dataset(dir / "via_project.json");
    expect_faces(dataset);
    EXPECT_THAT(dataset.scheme.point_names, ElementsAre("eye", "nose"));
}

TEST(Via, TablesOpen) {
    const TempDir dir;
    write_picture(dir / "a.jpg");
    write_picture(dir / "b.jpg");
    const std::string head =
        "filename,file_size,file_attributes,region_count,region_id,region_shape_attributes,"
        "region_attributes\n";
    write_file(
        dir / "via_export_csv.csv",
        head +
            R"(a.jpg,1,"{}",3,0,"{""name"":""point"",""cx"":20,""cy"":10}","{""name"":""nose""}"
a.jpg,1,"{}",3,1,"{""name"":""point"",""cx"":30.5,""cy"":5}","{""name"":""eye""}"
a.jpg,1,"{}",3,2,"{""name"":""rect"",""x"":10,""y"":1,""width"":40,""height"":30}","{}"
b.jpg,1,"{}",1,0,"{""name"":""point"",""cx"":7,""cy"":8}","{""name"":""eye""}"
b.jpg,1,"{}",1,1,"{""name"":""point"",""cx"":","{""name"":""nose""}"
)");
    const Dataset dataset = open_dataset(dir.path());
    expect_faces(dataset);
    ASSERT_EQ(dataset.problems.size(), 1U) << test::messages(dataset.problems);
    EXPECT_EQ(dataset.problems[0].line, 6);
    EXPECT_EQ(dataset.problems[0].left_out, 1);
}

TEST(Via, PointsWithoutAttributesAreTakenInTheirOrder) {
    const TempDir dir;
    write_picture(dir / "a.jpg");
    write_file(dir / "via.json",
               R"({"a.jpg1": {"filename": "a.jpg", "regions": [
 {"shape_attributes": {"name": "point", "cx": 1, "cy": 10}, "region_attributes": {}},
 {"shape_attributes": {"name": "point", "cx": 2, "cy": 10}, "region_attributes": {}},
 {"shape_attributes": {"name": "point", "cx": 3, "cy": 12}, "region_attributes": {}}]}})");
    const Dataset dataset = open_dataset(dir.path());
    ASSERT_EQ(dataset.scheme.size(), 3) << test::messages(dataset.problems);
    EXPECT_EQ(dataset.samples[0].points_in_image.points[2], Point(3, 12));
    EXPECT_THAT(test::messages(dataset.problems), HasSubstr("in the order in which they stand"));
}

TEST(Via, ProjectsOfItsThirdVersionAreNamedAsSuch) {
    const TempDir dir;
    write_picture(dir / "a.jpg");
    write_file(dir / "via.json", R"({"project": {"data_format_version": "3.1.1",
 "vid_list": ["1"]}, "metadata": {}})");
    EXPECT_THAT(test::error_of([&] { open_dataset(dir / "via.json"); }).what(), HasSubstr("VIA 3"));
}

}  // namespace
}  // namespace rudolph
