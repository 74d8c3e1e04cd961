#include "ui/data/network_view.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/formats/open_dataset.h"
#include "tests/support/drawn_faces.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

TEST(NetworkView, ShowsWhatTrainingUses) {
    const test::TempDir dir;
    test::write_drawn_face(dir.path(), "a");
    const Dataset dataset = open_dataset(dir.path());
    InputSpec input;
    input.width = 40;
    input.height = 30;
    input.channels = 3;
    const NetworkView view =
        networkView(dataset.samples[0], dataset.scheme, input, TargetPoints::All);
    EXPECT_EQ(view.crop.size(), QSize(40, 30));
    ASSERT_EQ(view.labels.size(), 136U);
    // A resize of the whole picture keeps the normalised place.
    EXPECT_NEAR(view.labels[0], (dataset.samples[0].points_in_image.points[0].x + 0.5) / 160, 1e-5);
    EXPECT_GE(view.lowest, -0.5F);
    EXPECT_LE(view.highest, 0.5F);
    EXPECT_LT(view.lowest, view.average);
    const NetworkView nose =
        networkView(dataset.samples[0], dataset.scheme, input, TargetPoints::NoseTip);
    EXPECT_EQ(nose.labels.size(), 2U);
    EXPECT_EQ(nose.scheme.size(), 1);
}

TEST(NetworkView, ThrowsForABrokenPicture) {
    Sample sample;
    sample.image = "/nowhere/at/all.png";
    EXPECT_THROW(networkView(sample, builtin_scheme("ibug-68"), {}, TargetPoints::All), Error);
}

}  // namespace
}  // namespace rudolph
