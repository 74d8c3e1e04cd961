#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/experiment/check_experiment.h"
#include "core/experiment/experiment.h"
#include "core/experiment/layer.h"
#include "core/formats/losses.h"
#include "tests/support/error_of.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

auto problem(const std::string& key, const std::string& text) {
    return AllOf(testing::Field(&FieldProblem::key, key),
                 testing::Field(&FieldProblem::message, HasSubstr(text)));
}

Experiment resnet() {
    return preset("resnet18-ibug");
}

TEST(CheckExperiment, AcceptsTheDefaultExperiment) {
    EXPECT_THAT(check_experiment({}), IsEmpty());
    EXPECT_NO_THROW(require_valid({}));
}

TEST(CheckExperiment, NamesEveryProblemInTheOrderOfTheFields) {
    Experiment experiment;
    experiment.epochs = 0;
    experiment.name = "  ";
    experiment.model.kernels = {7, -1, 3};
    experiment.augmentation.rotation_deg = 181;
    EXPECT_THAT(check_experiment(experiment),
                ElementsAre(problem("name", "empty"),
                            problem("augmentation.rotation_deg", "from 0 to 180°; it is 181"),
                            problem("model.kernels", "from 1 to 31 px; it is -1"),
                            problem("epochs", "from 1 to 100000; it is 0")));
    EXPECT_THAT(test::error_of([&] { require_valid(experiment); }).what(),
                AllOf(HasSubstr("name: "), HasSubstr("model.kernels: "), HasSubstr("epochs: ")));
}

TEST(CheckExperiment, RefusesNumbersThatAreNone) {
    Experiment experiment;
    experiment.optimiser.learning_rate = std::nan("");
    experiment.input.deviation = 0;
    EXPECT_THAT(check_experiment(experiment),
                ElementsAre(problem("input.deviation", "it is 0"),
                            problem("optimiser.learning_rate", "it is nan")));
}

TEST(CheckExperiment, WantsAsManyKernelsAsChannels) {
    Experiment experiment;
    experiment.model.kernels = {7, 5};
    EXPECT_THAT(check_experiment(experiment),
                ElementsAre(problem("model.kernels", "it has 2, not 3")));
    experiment.model.channels = {};
    EXPECT_THAT(check_experiment(experiment), ElementsAre(problem("model.channels", "at least")));
}

TEST(CheckExperiment, NamesTheLayerThatDoesNotFit) {
    Experiment experiment;
    experiment.input.width = 28;
    experiment.input.height = 28;
    EXPECT_THAT(check_experiment(experiment),
                ElementsAre(problem("model.kernels",
                                    "layer 3 (kernel 3) gets a picture of only "
                                    "3×3 px")));
    experiment.model.kernels = {29, 5, 3};
    EXPECT_THAT(check_experiment(experiment), ElementsAre(problem("model.kernels", "layer 1")));
}

TEST(CheckExperiment, TakesEmptyHiddenLayersAndRefusesGiants) {
    Experiment experiment;
    experiment.model.hidden = {};
    EXPECT_THAT(check_experiment(experiment), IsEmpty());
    experiment.input.width = 1024;
    experiment.input.height = 1024;
    experiment.model.hidden = {16384};
    EXPECT_THAT(check_experiment(experiment), ElementsAre(problem("model.hidden", "memory")));
}

TEST(CheckExperiment, KnowsOneAndThreeChannels) {
    Experiment experiment;
    experiment.input.channels = 3;
    EXPECT_THAT(check_experiment(experiment), IsEmpty());
    experiment.input.channels = 2;
    EXPECT_THAT(check_experiment(experiment), ElementsAre(problem("input.channels", "1 (grey)")));
    experiment.input.channels = 4;
    EXPECT_THAT(check_experiment(experiment), ElementsAre(problem("input.channels", "it is 4")));
}

TEST(CheckExperiment, ChecksOnlyWhatTheNetworkUses) {
    Experiment experiment = resnet();
    experiment.model.kernels = {-7};
    EXPECT_THAT(check_experiment(experiment), IsEmpty());
    Experiment cnn;
    cnn.model.width = -1;
    cnn.input.box_scale = -1;
    EXPECT_THAT(check_experiment(cnn), IsEmpty());
}

TEST(CheckExperiment, KnowsWhatResNetNeeds) {
    Experiment experiment = resnet();
    experiment.input.width = 31;
    experiment.input.box_scale = 0;
    EXPECT_THAT(check_experiment(experiment), ElementsAre(problem("input.width", "at least 32"),
                                                          problem("input.box_scale", "from 0.5")));
}

TEST(CheckExperiment, KnowsWhatMapsNeed) {
    Experiment experiment = resnet();
    experiment.model.family = NetworkFamily::Light;
    experiment.model.head = HeadKind::Heatmap;
    experiment.loss.kind = LossKind::AdaptiveWing;
    EXPECT_THAT(check_experiment(experiment), IsEmpty());
    experiment.input.height = 100;
    experiment.model.map_stride = 5;
    EXPECT_THAT(check_experiment(experiment),
                ElementsAre(problem("input.height", "multiple of 32"),
                            problem("model.map_stride", "4, 8, 16 or 32")));
    experiment = resnet();
    experiment.loss.kind = LossKind::AdaptiveWing;
    EXPECT_THAT(check_experiment(experiment), ElementsAre(problem("loss.kind", "heatmap")));
}

TEST(CheckExperiment, LooksForTheFileOfWeights) {
    const test::TempDir folder;
    Experiment experiment = resnet();
    experiment.model.weights = (folder / "weights.safetensors").string();
    EXPECT_THAT(check_experiment(experiment),
                ElementsAre(problem("model.weights", "weights.safetensors")));
    write_file(experiment.model.weights, "");
    EXPECT_THAT(check_experiment(experiment), IsEmpty());
    experiment.model.weights = folder.path().string();
    EXPECT_THAT(check_experiment(experiment), ElementsAre(problem("model.weights", "no run")));
    // A run, and the name of weights that may not be here yet; for other networks, too.
    write_file(folder / "last.safetensors", "");
    EXPECT_THAT(check_experiment(experiment), IsEmpty());
    experiment.model.weights = "resnet18";
    EXPECT_THAT(check_experiment(experiment), IsEmpty());
    Experiment cnn;
    cnn.model.weights = "/nowhere";
    EXPECT_THAT(check_experiment(cnn), ElementsAre(problem("model.weights", "no file")));
}

TEST(CheckExperiment, WantsABodyToFreezeIt) {
    Experiment experiment;
    experiment.optimiser.freeze_epochs = 2;
    experiment.optimiser.body_rate = 0.1;
    EXPECT_THAT(check_experiment(experiment), IsEmpty());
    experiment.model.layers = {parse_layer("full 8")};
    EXPECT_THAT(check_experiment(experiment),
                ElementsAre(problem("optimiser.body_rate", "no body"),
                            problem("optimiser.freeze_epochs", "no body")));
}

TEST(CheckExperiment, KnowsTheRangesOfAugmentation) {
    Experiment experiment;
    experiment.augmentation.flip = 1.5;
    experiment.augmentation.rotation_probability = -0.1;
    experiment.augmentation.scale = 1;
    experiment.augmentation.shade = 2;
    experiment.augmentation.jpeg_quality = 0;
    experiment.augmentation.occlusion = -1;
    EXPECT_THAT(check_experiment(experiment),
                ElementsAre(problem("augmentation.flip", "from 0 to 1; it is 1.5"),
                            problem("augmentation.rotation_probability", "it is -0.1"),
                            problem("augmentation.scale", "from 0 to 0.9"),
                            problem("augmentation.shade", "it is 2"),
                            problem("augmentation.jpeg_quality", "from 1 to 100; it is 0"),
                            problem("augmentation.occlusion", "it is -1")));
}

}  // namespace
}  // namespace rudolph
