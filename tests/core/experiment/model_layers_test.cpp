#include "core/experiment/model_layers.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/experiment/check_experiment.h"
#include "core/experiment/fields.h"

namespace rudolph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using Shape = std::vector<int>;

std::vector<LayerSpec> layers_from_text(const std::string& text) {
    Experiment experiment;
    set_field_text(experiment, "model.layers", text);
    return experiment.model.layers;
}

std::string text_of_layers(const std::vector<LayerSpec>& layers) {
    Experiment experiment;
    experiment.model.layers = layers;
    return field_text(experiment, "model.layers");
}

std::vector<LayerOutline> outlined(const std::string& text, int width = 80, int height = 60) {
    InputSpec input;
    input.width = width;
    input.height = height;
    return outline_of(layers_from_text(text), input);
}

/// The number of the first layer that does not fit, from 1, and its fault; 0: all fit.
std::pair<int, LayerFault> first_fault(const std::string& text, int width = 80, int height = 60) {
    const auto layers = outlined(text, width, height);
    for (size_t i = 0; i < layers.size(); ++i)
        if (layers[i].fault != LayerFault::None)
            return {static_cast<int>(i) + 1, layers[i].fault};
    return {0, LayerFault::None};
}

TEST(ModelLayers, AreThoseOfTheShortWay) {
    EXPECT_EQ(text_of_layers(layers_of(preset("nose-tip").model)),
              "conv 12 7, relu, max-pool 2, conv 12 5, relu, max-pool 2, conv 12 3, relu, "
              "max-pool 2, full 168, relu");
    ModelSpec model;
    model.channels = {4};
    model.kernels = {3};
    model.activation = Activation::Tanh;
    model.pooling = Pooling::Average;
    model.hidden = {};
    EXPECT_EQ(text_of_layers(layers_of(model)), "conv 4 3, tanh, average-pool 2");
    model.layers = layers_from_text("full 7");
    EXPECT_EQ(text_of_layers(layers_of(model)), "full 7");
}

TEST(ModelLayers, GoBackToTheShortWayWhereThatCanSayThem) {
    for (const std::string& name : preset_names()) {
        const ModelSpec model = preset(name).model;
        ModelSpec copy = model;
        copy.channels = {1};
        copy.kernels = {1};
        copy.hidden = {1, 2};
        set_layers(copy, layers_of(model));
        EXPECT_EQ(copy, model) << name;
    }
    ModelSpec model;
    set_layers(model, layers_from_text("conv 4 3, leaky-relu, average-pool 2"));
    EXPECT_TRUE(model.layers.empty());
    EXPECT_EQ(model.activation, Activation::LeakyRelu);
    EXPECT_EQ(model.pooling, Pooling::Average);
    EXPECT_THAT(model.hidden, IsEmpty());
    for (const char* text :
         {"conv 4 3, relu", "conv 4 3, max-pool 2, relu", "conv 4 3 pad 1, relu, max-pool 2",
          "conv 4 3, relu, max-pool 3", "full 8, relu", "conv 4 3, relu, max-pool 2, full 8",
          "conv 4 3, relu, max-pool 2, full 8, tanh", "conv 4 3, relu, max-pool 2 , batch-norm"}) {
        const ModelSpec before = model;
        set_layers(model, layers_from_text(text));
        EXPECT_EQ(text_of_layers(model.layers), text_of_layers(layers_from_text(text)));
        EXPECT_EQ(model.channels, before.channels);
        model.layers.clear();
    }
}

TEST(ModelLayers, AreOutlinedAsTheyAreComputed) {
    const Experiment nose = preset("nose-tip");
    const auto layers = outline_of(layers_of(nose.model), nose.input);
    ASSERT_EQ(layers.size(), 11U);
    EXPECT_EQ(layers[0].in, (Shape{1, 60, 80}));
    EXPECT_EQ(layers[0].out, (Shape{12, 54, 74}));
    EXPECT_EQ(layers[0].weights, 12 * 49 + 12);
    EXPECT_EQ(layers[0].multiplications, 12.0 * 49 * 54 * 74);
    EXPECT_EQ(layers[2].out, (Shape{12, 27, 37}));
    EXPECT_EQ(layers[8].out, (Shape{12, 4, 7}));
    EXPECT_EQ(layers[9].out, (Shape{168}));
    EXPECT_EQ(layers[9].weights, 336 * 168 + 168);
    const LayerOutline last = last_layer_outline(layers, nose.input, 2);
    EXPECT_EQ(last.out, (Shape{2}));
    EXPECT_EQ(last.weights, 168 * 2 + 2);
    const Experiment face = preset("full-face");
    const auto faces = outline_of(layers_of(face.model), face.input);
    EXPECT_EQ(faces[14].out, (Shape{28, 1, 3}));
}

TEST(ModelLayers, KnowStridesPaddingDilationAndGroups) {
    EXPECT_EQ(outlined("conv 8 3 pad 1")[0].out, (Shape{8, 60, 80}));
    EXPECT_EQ(outlined("conv 8 7 stride 2 pad 3")[0].out, (Shape{8, 30, 40}));
    EXPECT_EQ(outlined("conv 8 3 dilation 4")[0].out, (Shape{8, 52, 72}));
    const auto grouped = outlined("conv 8 3, conv 16 3 groups 4");
    EXPECT_EQ(grouped[1].weights, 16 * 2 * 9 + 16);
    EXPECT_EQ(outlined("max-pool 3 stride 2")[0].out, (Shape{1, 29, 39}));
    EXPECT_EQ(outlined("conv 8 3, global-pool")[1].out, (Shape{8, 1, 1}));
    EXPECT_EQ(outlined("conv 8 3, batch-norm")[1].weights, 16);
    EXPECT_EQ(outlined("dropout 0.5")[0].out, (Shape{1, 60, 80}));
}

TEST(ModelLayers, AddShortcutsThatFit) {
    const auto plain = outlined("residual, relu, end");
    EXPECT_EQ(plain[2].shortcut_stride, 0);
    EXPECT_EQ(plain[2].weights, 0);
    const auto wider = outlined("residual, conv 8 3 pad 1, end");
    EXPECT_EQ(wider[2].shortcut_stride, 1);
    EXPECT_EQ(wider[2].weights, 8 + 8);
    EXPECT_EQ(wider[2].out, (Shape{8, 60, 80}));
    EXPECT_EQ(outlined("residual, conv 8 3 stride 2 pad 1, end")[2].shortcut_stride, 2);
    const auto rows = outlined("full 9, residual, full 5, end");
    EXPECT_EQ(rows[3].out, (Shape{5}));
    EXPECT_EQ(rows[3].weights, 9 * 5 + 5);
    const auto nested = outlined("residual, conv 4 3 pad 1, residual, relu, end, end");
    EXPECT_EQ(nested[4].shortcut_stride, 0);
    EXPECT_EQ(nested[5].shortcut_stride, 1);
}

TEST(ModelLayers, MarkTheFirstLayerThatDoesNotFit) {
    using enum LayerFault;
    EXPECT_EQ(first_fault("conv 8 7, relu"), std::pair(0, None));
    EXPECT_EQ(first_fault("relu, conv 8 0"), std::pair(2, OutOfRange));
    EXPECT_EQ(first_fault("conv 8 3 stride 0"), std::pair(1, OutOfRange));
    EXPECT_EQ(first_fault("conv 4096 3"), std::pair(1, OutOfRange));
    EXPECT_EQ(first_fault("dropout 1"), std::pair(1, OutOfRange));
    EXPECT_EQ(first_fault("dropout -0.1"), std::pair(1, OutOfRange));
    EXPECT_EQ(first_fault("full 8, conv 8 3"), std::pair(2, NeedsPicture));
    EXPECT_EQ(first_fault("full 8, global-pool"), std::pair(2, NeedsPicture));
    EXPECT_EQ(first_fault("residual, full 8, end"), std::pair(3, NeedsPicture));
    EXPECT_EQ(first_fault("max-pool 60, max-pool 2"), std::pair(2, WindowTooLarge));
    EXPECT_EQ(first_fault("conv 8 31 dilation 3"), std::pair(1, WindowTooLarge));
    EXPECT_EQ(first_fault("conv 9 3, conv 8 3 groups 2"), std::pair(2, GroupsDoNotDivide));
    EXPECT_EQ(first_fault("full 16384, full 16384"), std::pair(0, None));
    EXPECT_EQ(first_fault("conv 64 3, full 16384"), std::pair(2, TooManyWeights));
    EXPECT_EQ(first_fault("conv 2048 1", 1000, 1000), std::pair(1, PictureTooLarge));
    EXPECT_EQ(first_fault("relu, residual, relu"), std::pair(2, NoEnd));
    EXPECT_EQ(first_fault("relu, end, relu"), std::pair(2, NoBegin));
    EXPECT_EQ(first_fault("residual, conv 8 3, end"), std::pair(3, ShortcutDoesNotFit));
    EXPECT_EQ(first_fault("relu", -5, -5), std::pair(0, None));
    EXPECT_EQ(first_fault("conv 8 3", -5, -5), std::pair(1, WindowTooLarge));
    std::string many = "relu";
    for (int i = 0; i < kMostLayers; ++i)
        many += ", relu";
    EXPECT_EQ(first_fault(many), std::pair(kMostLayers + 1, TooManyLayers));
}

TEST(ModelLayers, KnowNothingBehindAFault) {
    const auto layers = outlined("conv 8 3, full 9, conv 8 3, relu");
    EXPECT_EQ(layers[1].out, (Shape{9}));
    EXPECT_TRUE(layers[2].out.empty());
    EXPECT_TRUE(layers[3].out.empty());
    EXPECT_EQ(layers[3].fault, LayerFault::None);
    EXPECT_TRUE(last_layer_outline(layers, {}, 2).out.empty());
}

TEST(ModelLayers, SayIntoHowManySharesABatchMayFall) {
    ModelSpec model;
    EXPECT_FALSE(has_batch_norm(model));
    EXPECT_EQ(most_shares(model, 5), 5);
    model.layers = layers_from_text("conv 8 3, dropout 0.1");
    EXPECT_FALSE(has_batch_norm(model));
    EXPECT_EQ(most_shares(model, 64), 1);
    model.layers = layers_from_text("conv 8 3, batch-norm");
    EXPECT_TRUE(has_batch_norm(model));
    EXPECT_EQ(most_shares(model, 1), 1);
    EXPECT_EQ(most_shares(model, 7), 1);
    EXPECT_EQ(most_shares(model, 8), 2);
    EXPECT_EQ(most_shares(model, 23), 2);
    EXPECT_EQ(most_shares(model, 64), 8);
    model.layers = {};
    model.family = NetworkFamily::Light;
    EXPECT_TRUE(has_batch_norm(model));
    EXPECT_EQ(most_shares(model, 16), 2);
}

TEST(ModelLayers, CostMoreWhereTheyAreWiderAndBatchesLarger) {
    const auto narrow = outlined("conv 8 3")[0];
    const auto wide = outlined("conv 16 3")[0];
    EXPECT_GT(wide.nanoseconds, narrow.nanoseconds);
    EXPECT_GT(outlined("relu")[0].nanoseconds, 0);
    // Few channels make little of a window that was fetched.
    const auto two = outlined("conv 8 3 pad 1, conv 8 3 pad 1");
    EXPECT_GT(8 * two[0].nanoseconds, 1.5 * two[1].nanoseconds);
    EXPECT_EQ(training_bytes(wide, 2), 4.0 * (2 * 2 * 16 * 58 * 78 + 4 * wide.weights));
    EXPECT_GT(training_bytes(wide, 4), training_bytes(wide, 2));
}

auto problem_of_layers(const std::string& key, const std::string& part) {
    return testing::AllOf(testing::Field(&FieldProblem::key, key),
                          testing::Field(&FieldProblem::message, HasSubstr(part)));
}

TEST(CheckLayers, NamesTheOneThatIsWrong) {
    Experiment experiment;
    experiment.model.layers = layers_from_text("conv 8 3, relu, max-pool 2, full 100, conv 8 3");
    EXPECT_THAT(
        check_experiment(experiment),
        ElementsAre(problem_of_layers("model.layers",
                                      "layer 5 (conv 8 3) gets single numbers and no picture: move "
                                      "it before the full layer")));
    // What the short way says does not matter any more.
    experiment.model.kernels = {-7};
    experiment.model.layers = layers_from_text("conv 8 3");
    EXPECT_THAT(check_experiment(experiment), IsEmpty());
    experiment.input.width = 0;
    EXPECT_THAT(check_experiment(experiment),
                ElementsAre(problem_of_layers("input.width", "it is 0")));
}

TEST(CheckLayers, WantsTwoFacesForTheBatchNormOfSingleNumbers) {
    Experiment experiment;
    experiment.model.layers = layers_from_text("conv 8 3, batch-norm, full 10, batch-norm");
    EXPECT_THAT(check_experiment(experiment), IsEmpty());
    experiment.batch_size = 1;
    EXPECT_THAT(check_experiment(experiment),
                ElementsAre(problem_of_layers("batch_size", "layer 4 (batch-norm)")));
    experiment.model.layers = layers_from_text("conv 8 3, batch-norm, full 10");
    EXPECT_THAT(check_experiment(experiment), IsEmpty());
}

}  // namespace
}  // namespace rudolph
