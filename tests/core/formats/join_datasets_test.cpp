#include "core/formats/join_datasets.h"

#include <gmock/gmock.h>

#include <set>

#include "core/base/error.h"
#include "core/dataset/reference_shape.h"

namespace rudolph {
namespace {

using testing::HasSubstr;
using testing::SizeIs;

Dataset set_of(const std::string& name, const std::string& scheme) {
    Dataset dataset;
    dataset.name = name;
    dataset.root = std::filesystem::path("/data") / name;
    dataset.source = dataset.root;
    dataset.scheme = builtin_scheme(scheme);
    for (const char* id : {"a", "b"}) {
        Sample face;
        face.id = face.person = id;
        face.image = dataset.root / (face.id + ".jpg");
        face.points_in_image = reference_shape(dataset.scheme);
        dataset.samples.push_back(std::move(face));
    }
    dataset.problems.push_back({dataset.source, 0, "the picture is missing", "c"});
    return dataset;
}

TEST(JoinDatasets, KeepsFacesOfEqualNamesApart) {
    const JoinedDatasets joined = join_datasets(
        {set_of("faces", "ibug-68"), set_of("faces", "ibug-68")}, builtin_scheme("ibug-68"));
    std::set<std::string> ids;
    std::set<std::string> persons;
    for (const Sample& face : joined.dataset.samples) {
        ids.insert(face.id);
        persons.insert(face.person);
    }
    EXPECT_THAT(ids, SizeIs(4));
    EXPECT_THAT(persons, SizeIs(2)) << "the same pictures";
    EXPECT_EQ(joined.dataset.name, "faces+faces-2");
    EXPECT_EQ(joined.dataset.problems[1].sample_id, "faces-2/c");
}

TEST(JoinDatasets, LabelsOnEachFaceWhatItsSetHas) {
    const JoinedDatasets joined = join_datasets(
        {set_of("wide", "wflw-98"), set_of("few", "celeba-5")}, builtin_scheme("ibug-68"));
    ASSERT_THAT(joined.dataset.samples, SizeIs(4));
    EXPECT_EQ(joined.dataset.scheme.name, "ibug-68");
    for (const Sample& face : joined.dataset.samples)
        EXPECT_EQ(face.points_in_image.size(), 68);
    EXPECT_TRUE(joined.dataset.samples[0].points_in_image.is_labelled(8));
    EXPECT_FALSE(joined.dataset.samples[2].points_in_image.is_labelled(8));
    EXPECT_TRUE(joined.dataset.samples[2].points_in_image.is_labelled(30));
    EXPECT_EQ(joined.dataset.root, "/data");
    EXPECT_THAT(joined.remarks, SizeIs(2));
    EXPECT_THAT(joined.remarks[1], HasSubstr("2 faces of few, with 3 of 68 points"));
}

TEST(JoinDatasets, KnowsThatOnePictureInTwoListsIsOnePerson) {
    Dataset other = set_of("list", "celeba-5");
    other.samples[0].image = "/data/faces/a.jpg";
    const Dataset joined =
        join_datasets({set_of("faces", "ibug-68"), other}, builtin_scheme("ibug-68")).dataset;
    EXPECT_EQ(joined.samples[0].person, joined.samples[2].person);
    EXPECT_NE(joined.samples[1].person, joined.samples[3].person);
}

TEST(JoinDatasets, GuessesTheWholeFaceWhereASetAnnotatesOnlySomeOfIt) {
    Dataset few = set_of("few", "celeba-5");
    few.samples[0].box = Box{1, 2, 3, 4};
    const JoinedDatasets joined =
        join_datasets({set_of("whole", "ibug-68"), few}, builtin_scheme("ibug-68"));
    EXPECT_FALSE(joined.dataset.samples[0].box) << "all of its points are there";
    EXPECT_EQ(joined.dataset.samples[2].box, (Box{1, 2, 3, 4}));
    ASSERT_TRUE(joined.dataset.samples[3].box);
    const Landmarks& points = joined.dataset.samples[3].points_in_image;
    // The eyes lie in the upper half, and the box holds the chin.
    EXPECT_GT(joined.dataset.samples[3].box->bottom(), points.points[48].y + 0.3);
    EXPECT_THAT(joined.remarks[1], HasSubstr("1 have no box"));
}

TEST(JoinDatasets, RefusesASetWithoutThePoints) {
    EXPECT_THROW(join_datasets({set_of("faces", "ibug-68"), set_of("hands", "hand-21")},
                               builtin_scheme("ibug-68")),
                 Error);
}

}  // namespace
}  // namespace rudolph
