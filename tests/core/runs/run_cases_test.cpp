#include "core/runs/run_cases.h"

#include <gtest/gtest.h>

#include "core/base/file.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

/// Three faces that were in the folder "before" and are in "now".
struct MovedPicturesTest : testing::Test {
    MovedPicturesTest() {
        std::filesystem::create_directory(folder / "now");
        for (const std::string id : {"a", "b", "c"}) {
            CasePrediction face;
            face.result.sample_id = id;
            face.image = folder / "before" / (id + ".png");
            cases.push_back(face);
            Sample sample;
            sample.id = id;
            sample.image = folder / "now" / (id + ".png");
            write_file(sample.image, "a picture");
            dataset.samples.push_back(sample);
        }
    }

    const test::TempDir folder;
    std::vector<CasePrediction> cases;
    Dataset dataset;
};

TEST_F(MovedPicturesTest, AreFoundByTheIdOfTheirFace) {
    std::swap(dataset.samples[0], dataset.samples[2]);
    EXPECT_TRUE(find_moved_pictures(cases, &dataset).empty());
    for (const char* id : {"a", "b", "c"})
        EXPECT_EQ(cases[static_cast<size_t>(*id - 'a')].image,
                  folder / "now" / (std::string(id) + ".png"));
}

TEST_F(MovedPicturesTest, AreMissingWithoutTheirFaces) {
    EXPECT_EQ(find_moved_pictures(cases, nullptr), (std::vector<int>{0, 1, 2}));
    EXPECT_EQ(cases[1].image, folder / "before" / "b.png");
}

TEST_F(MovedPicturesTest, OfOtherFacesAreNotTaken) {
    dataset.samples[0].id = "another";
    dataset.samples[1].image = folder / "now" / "a.png";
    std::filesystem::remove(dataset.samples[2].image);
    EXPECT_EQ(find_moved_pictures(cases, &dataset), (std::vector<int>{0, 1, 2}));
}

TEST_F(MovedPicturesTest, AreNotLookedForWhereTheyAreThereStill) {
    std::filesystem::create_directory(folder / "before");
    write_file(cases[0].image, "a picture");
    write_file(cases[2].image, "a picture");
    EXPECT_TRUE(find_moved_pictures(cases, &dataset).empty());
    EXPECT_EQ(cases[0].image, folder / "before" / "a.png");
    EXPECT_EQ(cases[1].image, folder / "now" / "b.png");
}

}  // namespace
}  // namespace rudolph
