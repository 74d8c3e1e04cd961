#include "core/dataset/inspect_twins.h"

#include <gmock/gmock.h>

#include "core/dataset/inspect_faces.h"
#include "core/dataset/set_part.h"
#include "core/geometry/landmark_scheme.h"

namespace rudolph::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Sample face_at(const std::string& id, const std::string& picture, Point at) {
    Sample face;
    face.id = face.person = id;
    face.image = "/set/" + picture;
    face.points_in_image = Landmarks(
        {at, at + Point(40, 0), at + Point(20, 20), at + Point(5, 40), at + Point(35, 40)});
    return face;
}

Dataset dataset_of(std::vector<Sample> samples) {
    Dataset dataset;
    dataset.source = dataset.root = "/set";
    dataset.scheme = scheme_for_point_count(5);
    dataset.samples = std::move(samples);
    return dataset;
}

TEST(InspectTwins, FacesOfOnePictureThatAreNearlyTheSameOrSharePoints) {
    Sample sharing = face_at("a#4", "a.jpg", {200, 100});
    for (const size_t i : {0U, 2U, 3U})
        sharing.points_in_image.points[i] = Point(10, 10) + Point(0, 0);
    sharing.points_in_image.points[0] = {10, 10};
    sharing.points_in_image.points[2] = {30, 30};
    Dataset dataset =
        dataset_of({face_at("a", "a.jpg", {10, 10}), face_at("a#2", "a.jpg", {11, 12}),
                    face_at("a#3", "a.jpg", {90, 10}), sharing, face_at("b", "b.jpg", {10, 10})});
    const auto found = inspect_twin_faces(dataset, dataset.labelled());
    ASSERT_THAT(found, SizeIs(2));
    EXPECT_EQ(found[0].sample_id, "a#2");
    EXPECT_THAT(found[0].message, HasSubstr("nearly the same face as a:"));
    EXPECT_EQ(found[1].sample_id, "a#4");
    EXPECT_THAT(found[1].message, HasSubstr("shares 2 points with a"));
}

TEST(InspectTwins, PicturesThatLookTheSameOfDifferentPeople) {
    CheckedPictures pictures;
    const PictureHash one{{1, 2, 3, 4}};
    const PictureHash near{{1, 2, 3, 7}};
    const PictureHash other{{~0ULL, 0x123456789abcULL, 99, 0xffff0000ffffULL}};
    for (const auto& [name, hash] : std::map<std::string, PictureHash>{
             {"a", one}, {"b", near}, {"c", other}, {"d", other}, {"e", {{9, ~9ULL, 5, ~5ULL}}}})
        pictures["/set/" + name + ".jpg"].hash = hash;
    Dataset dataset = dataset_of({face_at("a", "a.jpg", {1, 1}), face_at("b", "b.jpg", {2, 2}),
                                  face_at("c", "c.jpg", {3, 3}), face_at("d", "d.jpg", {4, 4}),
                                  face_at("e", "e.jpg", {5, 5})});
    dataset.samples[2].person = dataset.samples[3].person = "somebody";
    const auto found = inspect_twin_pictures(dataset, dataset.labelled(), pictures);
    ASSERT_THAT(found, SizeIs(1)) << "one person's pictures are never parted";
    EXPECT_EQ(found[0].sample_id, "a");
    EXPECT_THAT(found[0].message, HasSubstr("nearly the same as b: they count as different"));
    // The set's own parts have them on both sides.
    for (int i : {0, 2, 3})
        dataset.samples[static_cast<size_t>(i)].attributes[kSetPart] = kValidationPart;
    const auto parted = inspect_twin_pictures(dataset, dataset.labelled(), pictures);
    ASSERT_THAT(parted, SizeIs(1));
    EXPECT_THAT(parted[0].message,
                HasSubstr("b: the split trains on one and validates on another"));
    EXPECT_THAT(inspect_twin_pictures(dataset, dataset.labelled(), {}), IsEmpty());
}

TEST(InspectTwins, ManyGroupsAreOneLine) {
    CheckedPictures pictures;
    std::vector<Sample> samples;
    for (int group = 0; group < 12; ++group)
        for (const char* part : {"a", "b"}) {
            const std::string name = std::to_string(100 + group) + part;
            const std::uint64_t bits =
                0x0101010101010101ULL * static_cast<unsigned>(17 * group + 3);
            pictures["/set/" + name + ".jpg"].hash =
                PictureHash{{bits, ~bits, bits * 31, bits * 77}};
            samples.push_back(face_at(name, name + ".jpg", {1, 1}));
        }
    const Dataset dataset = dataset_of(std::move(samples));
    const auto found = inspect_twin_pictures(dataset, dataset.labelled(), pictures);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_THAT(found[0].message, HasSubstr("24 pictures in 12 groups"));
}

}  // namespace
}  // namespace rudolph::test
