#include "core/experiment/experiment.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/experiment/check_experiment.h"
#include "tests/support/error_of.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsSupersetOf;

TEST(Presets, AreTheOriginalExperiments) {
    EXPECT_THAT(preset_names(), IsSupersetOf({"full-face", "nose-tip", "nose-tip-fast-lr",
                                              "nose-tip-wide", "resnet18-ibug"}));
    const Experiment nose = preset("nose-tip");
    EXPECT_EQ(nose.target, TargetPoints::NoseTip);
    EXPECT_EQ(nose.input.size(), cv::Size(80, 60));
    EXPECT_THAT(nose.model.hidden, ElementsAre(168));
    EXPECT_EQ(nose.epochs, 20);
    EXPECT_EQ(preset("nose-tip-fast-lr").optimiser.learning_rate, 0.05);
    EXPECT_THAT(preset("nose-tip-wide").model.channels, ElementsAre(12, 32, 22));
    EXPECT_EQ(preset("full-face").augmentation, (AugmentationSpec{0.2, 0.2, 10, 15}));
    const Experiment ibug = preset("resnet18-ibug");
    EXPECT_EQ(ibug.model.family, NetworkFamily::ResNet18);
    EXPECT_EQ(ibug.input.crop, CropKind::FaceBox);
    EXPECT_EQ(ibug.epochs, 10);
}

TEST(Presets, CanAllBeTrained) {
    for (const std::string& name : preset_names()) {
        EXPECT_EQ(preset(name).name, name);
        EXPECT_TRUE(check_experiment(preset(name)).empty()) << name;
    }
}

TEST(Presets, AreNamedWhenOneIsNotThere) {
    EXPECT_THAT(test::error_of([] { preset("nose"); }).what(),
                AllOf(HasSubstr("'nose'"), HasSubstr("nose-tip-wide")));
}

TEST(TargetIndices, AreAllOrTheNoseTip) {
    const LandmarkScheme ibug = builtin_scheme("ibug-68");
    EXPECT_THAT(target_indices(TargetPoints::NoseTip, ibug), ElementsAre(30));
    EXPECT_EQ(target_indices(TargetPoints::All, ibug).size(), 68U);
    EXPECT_EQ(target_indices(TargetPoints::All, ibug)[67], 67);
    EXPECT_THAT(
        test::error_of([] { target_indices(TargetPoints::NoseTip, numbered_points(5)); }).what(),
        AllOf(HasSubstr("target"), HasSubstr("points-5")));
}

TEST(ExperimentJson, RoundTripsThroughAFile) {
    const test::TempDir folder;
    Experiment experiment = preset("resnet18-ibug");
    experiment.name = "Öhrchen \"2\"";
    experiment.description = "über\nzwei Zeilen";
    experiment.data = "/Bilder/ñ";
    experiment.split = {SplitMethod::Share, 0.1, 9007199254740992ULL};
    experiment.target = TargetPoints::NoseTip;
    experiment.model.weights = "w.safetensors";
    experiment.model.activation = Activation::LeakyRelu;
    experiment.model.pooling = Pooling::Average;
    experiment.device = DeviceChoice::Cuda;
    experiment.optimiser.learning_rate = 0.1 + 0.2;
    const auto file = folder / "ex périment.json";
    write_json(file, to_json(experiment));
    EXPECT_EQ(read_experiment(file), experiment);
}

TEST(ExperimentJson, NestsByTheKeys) {
    const Json json = to_json(preset("nose-tip"));
    EXPECT_EQ(json["model"]["channels"], Json::array({12, 12, 12}));
    EXPECT_EQ(json["input"]["crop"], "whole-image");
    EXPECT_EQ(json["target"], "nose-tip");
    EXPECT_EQ(json.begin().key(), "name");
}

TEST(ExperimentJson, KeepsHowItsDataAreOpened) {
    Experiment experiment = preset("nose-tip");
    EXPECT_FALSE(to_json(experiment).contains("opening")) << "as usual";
    experiment.opening = R"({"pts_first_pixel":0,"recipe":{"name":"x"}})";
    const Json json = to_json(experiment);
    EXPECT_EQ(json["opening"]["recipe"]["name"], "x");
    EXPECT_EQ(experiment_from_json(json), experiment);
    EXPECT_THROW(experiment_from_json({{"opening", 3}}), Error);
}

TEST(ExperimentJson, KeepsDefaultsForMissingKeys) {
    EXPECT_EQ(experiment_from_json(Json::object()), Experiment());
    const Experiment experiment = experiment_from_json(parse_json(R"({"model": {}})", "x"));
    EXPECT_EQ(experiment, Experiment());
}

TEST(ExperimentJson, NamesEveryProblemAndTheFile) {
    const Json json = parse_json(
        R"({"epochs": 1.5, "model": {"kernel": [3], "pooling": "sum"}, "input": 5, "junk": {}})",
        "x");
    EXPECT_THAT(test::error_of([&] { experiment_from_json(json, "mine.json"); }).what(),
                AllOf(HasSubstr("mine.json"), HasSubstr("epochs: must be a whole number"),
                      HasSubstr("model.kernel: there is no such setting"),
                      HasSubstr("model.pooling: must be one of max, average"),
                      HasSubstr("input: must be a group"), HasSubstr("junk: there is no such")));
}

TEST(ExperimentJson, RefusesWhatIsNoObject) {
    EXPECT_THROW(experiment_from_json(Json::array()), Error);
    EXPECT_THROW(experiment_from_json(Json(3)), Error);
    EXPECT_THROW(experiment_from_json(Json()), Error);
    const test::TempDir folder;
    write_file(folder / "broken.json", "{\n\"name\": \n");
    EXPECT_THAT(test::error_of([&] { read_experiment(folder / "broken.json"); }).what(),
                HasSubstr("broken.json:"));
    EXPECT_THROW(read_experiment(folder / "missing.json"), Error);
}

}  // namespace
}  // namespace rudolph
