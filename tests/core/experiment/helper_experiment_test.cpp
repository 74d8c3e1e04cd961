#include "core/experiment/helper_experiment.h"

#include <gtest/gtest.h>

#include "core/experiment/check_experiment.h"

namespace rudolph {
namespace {

Dataset marked(const LandmarkScheme& scheme, int faces) {
    Dataset dataset;
    dataset.name = "gesichter";
    dataset.source = "/somewhere/gesichter";
    dataset.opening = "{}";
    dataset.scheme = scheme;
    dataset.samples.resize(static_cast<size_t>(faces) + 3);
    for (int i = 0; i < faces; ++i)
        dataset.samples[static_cast<size_t>(i)].points_in_image =
            Landmarks(std::vector<Point>(static_cast<size_t>(scheme.size())));
    dataset.samples.back().points_in_image = dataset.samples.front().points_in_image;
    dataset.samples.back().proposed_by = "a model";  // none of those to learn from
    return dataset;
}

TEST(HelperExperiment, StartsFromRudolphsOwnModelWhereItKnowsThePoints) {
    for (const char* known : {"ibug-68", "ibug-51", "cofw-29", "imm-58", "celeba-5"})
        EXPECT_EQ(helper_experiment(marked(builtin_scheme(known), 40)).model.weights, "face68")
            << known;
    EXPECT_TRUE(helper_experiment(marked(builtin_scheme("cats-9"), 40)).model.weights.empty());
    EXPECT_TRUE(helper_experiment(marked(numbered_points(7), 40)).model.weights.empty());
}

TEST(HelperExperiment, CanBeTrainedWhateverTheSchemeAllows) {
    for (const LandmarkScheme& scheme :
         {builtin_scheme("ibug-68"), builtin_scheme("celeba-5"), numbered_points(2)}) {
        const Experiment experiment = helper_experiment(marked(scheme, 40));
        EXPECT_TRUE(check_experiment(experiment).empty()) << scheme.name;
        EXPECT_EQ(experiment.data, "/somewhere/gesichter");
        EXPECT_EQ(experiment.opening, "{}");
    }
    const Experiment plain = helper_experiment(marked(numbered_points(2), 40));
    EXPECT_EQ(plain.augmentation.flip, 0);
    EXPECT_EQ(plain.model.flip_average, Switch::Off);
    EXPECT_EQ(plain.model.looks, 1);
}

TEST(HelperExperiment, FewFacesAreShownMoreOften) {
    const LandmarkScheme scheme = builtin_scheme("ibug-68");
    const auto epochs = [&](int faces) { return helper_experiment(marked(scheme, faces)).epochs; };
    EXPECT_EQ(epochs(0), 60);
    EXPECT_EQ(epochs(10), 60);
    EXPECT_EQ(epochs(80), 40);
    EXPECT_EQ(epochs(5000), 12);
    EXPECT_LT(helper_experiment(marked(scheme, 40)).batch_size,
              helper_experiment(marked(scheme, 400)).batch_size);
}

}  // namespace
}  // namespace rudolph
