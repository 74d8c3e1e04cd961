#include "core/predict/predictor.h"

#include <gtest/gtest.h>

#include "core/predict/ask_model.h"
#include "tests/support/dotted_face.h"

namespace rudolph {
namespace {

using test::DotPredictor;
using test::dotted_face;
using test::DottedFace;
using test::farthest;
using test::kMean;

TEST(Predictor, LooksAgainUprightAndCentred) {
    const DottedFace face = dotted_face(1, 35, {104, 84});
    DotPredictor predictor(2);
    const Landmarks found = predictor.predict(face.grey, Box{80, 60, 36, 36});
    EXPECT_LT(farthest(found, face.points), 1);
    ASSERT_GE(predictor.looked_at.size(), 2U);
    EXPECT_GT(farthest(predictor.looked_at[0].front(), Landmarks(kMean)), 8);
    EXPECT_LT(farthest(predictor.looked_at[1].front(), Landmarks(kMean)), 1);
    EXPECT_LT(farthest(predictor.looked_at.back().front(), Landmarks(kMean)), 1);
}

TEST(Predictor, KeepsItsCropWhereThePointsAreNoFace) {
    const DottedFace face = dotted_face(1, 0, {104, 84});
    DotPredictor predictor(2);
    predictor.at_one_place = true;
    const Landmarks found = predictor.predict(face.grey, Box{86, 66, 36, 36});
    ASSERT_EQ(predictor.looked_at.size(), 2U) << "a glance, and a look at the same crop";
    EXPECT_EQ(predictor.looked_at[0], predictor.looked_at[1]);
    EXPECT_EQ(found.points[0], found.points[2]);
    // Points so far apart ask for a face more than twice and a half as small.
    const DottedFace tiny = dotted_face(0.5, 0, {104, 84});
    DotPredictor zooming(2);
    zooming.predict(tiny.grey, Box{74, 54, 60, 60});
    ASSERT_EQ(zooming.looked_at.size(), 2U);
    EXPECT_EQ(zooming.looked_at[0], zooming.looked_at[1]);
}

TEST(Predictor, LooksAtManyFacesEachInItsOwnWay) {
    DotPredictor predictor(3);
    std::vector<CropSource> sources(3);
    std::vector<AskedFace> asked;
    std::vector<Landmarks> truth;
    for (const double roll : {0.0, -30.0, 20.0}) {
        const DottedFace face = dotted_face(1.2, roll, {100 + roll / 10, 80});
        CropSource& source = sources[asked.size()];
        source = whole_crop_source(face.grey);
        asked.push_back({&source, first_crop_from_image(predictor.info(), {70, 55, 50, 50}, 0)});
        truth.push_back(face.points);
    }
    const auto found = ask_model(predictor, asked);
    ASSERT_EQ(found.size(), 3U);
    for (size_t i = 0; i < found.size(); ++i)
        EXPECT_LT(farthest(found[i].points_in_image, truth[i]), 1) << i;
    EXPECT_EQ(predictor.looked_at[0].size(), 3U) << "all of them at once";
    EXPECT_LE(predictor.looked_at.size(), 5U);
}

}  // namespace
}  // namespace rudolph
