#include "core/formats/map_dataset.h"

#include <gmock/gmock.h>

#include "core/base/error.h"
#include "core/dataset/reference_shape.h"
#include "core/formats/coco_fields.h"
#include "tests/support/error_of.h"

namespace rudolph {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

Dataset faces_in_scheme(const std::string& scheme, int count) {
    Dataset dataset;
    dataset.scheme = builtin_scheme(scheme);
    for (int i = 0; i < count; ++i) {
        Sample face;
        face.id = "face" + std::to_string(i);
        face.points_in_image = reference_shape(dataset.scheme);
        dataset.samples.push_back(std::move(face));
    }
    return dataset;
}

TEST(MapDataset, GivesFacesThePointsOfAnotherScheme) {
    Dataset wflw = faces_in_scheme("wflw-98", 2);
    wflw.samples[1].points_in_image.visibility[16] = Visibility::Hidden;
    const MappedDataset mapped = map_dataset(wflw, builtin_scheme("ibug-68"));
    EXPECT_EQ(mapped.dataset.scheme.name, "ibug-68");
    EXPECT_THAT(mapped.missing, IsEmpty());
    EXPECT_THAT(mapped.unused, SizeIs(30));
    EXPECT_EQ(mapped.dataset.samples[0].points_in_image.points[30],
              wflw.samples[0].points_in_image.points[54]);
    EXPECT_EQ(mapped.dataset.samples[1].points_in_image.visibility[8], Visibility::Hidden);
    EXPECT_THAT(mapped.remarks(), Contains(HasSubstr("no place in ibug-68")));
}

TEST(MapDataset, CountsWhatFacesLackAndFacesThatKeepNothing) {
    Dataset faces = faces_in_scheme("celeba-5", 3);
    for (const size_t eye : {0, 1, 3, 4, 2})
        faces.samples[2].points_in_image.visibility[eye] = Visibility::NotLabelled;
    faces.samples.emplace_back();
    const MappedDataset mapped = map_dataset(faces, builtin_scheme("ibug-68"));
    EXPECT_THAT(mapped.missing, SizeIs(65));
    EXPECT_EQ(mapped.faces_without_points, 1U);
    EXPECT_TRUE(mapped.dataset.samples[2].points_in_image.empty());
    EXPECT_TRUE(mapped.dataset.samples[0].points_in_image.is_labelled(30));
    EXPECT_FALSE(mapped.dataset.samples[0].points_in_image.is_labelled(8));
    EXPECT_THAT(mapped.remarks(), Contains(AllOf(HasSubstr("65 of the 68"), HasSubstr("more"))));
    EXPECT_THAT(mapped.remarks(), Contains(HasSubstr("1 face has no point left")));
}

TEST(MapDataset, SaysWhichSchemesThereAreMapsTo) {
    EXPECT_THAT(test::error_of([] {
                    map_dataset(faces_in_scheme("hand-21", 1), builtin_scheme("ibug-68"));
                }).what(),
                AllOf(HasSubstr("hand-21"), HasSubstr("ibug-68")));
    EXPECT_THAT(test::error_of([] {
                    map_dataset(faces_in_scheme("wflw-98", 1), builtin_scheme("hand-21"));
                }).what(),
                HasSubstr("lapa-106"));
    EXPECT_THAT(mappable_schemes(builtin_scheme("wflw-98")),
                AllOf(Contains("ibug-68"), Contains("celeba-5"), Not(Contains("wflw-98")),
                      Not(Contains("cats-9"))));
    EXPECT_THAT(mappable_schemes(numbered_points(68)), IsEmpty());
}

TEST(MapDataset, ForgetsCategoriesThatNameTheOldPoints) {
    Dataset faces = faces_in_scheme("wflw-98", 1);
    faces.attributes[kCocoCategories] = "[]";
    faces.attributes["info"] = "{}";
    faces.samples[0].attributes[kCocoCategoryId] = "2";
    const Dataset mapped = map_dataset(faces, builtin_scheme("ibug-68")).dataset;
    EXPECT_THAT(mapped.attributes, SizeIs(1));
    EXPECT_THAT(mapped.samples[0].attributes, IsEmpty());
}

}  // namespace
}  // namespace rudolph
