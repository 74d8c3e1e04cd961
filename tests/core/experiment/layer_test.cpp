#include "core/experiment/layer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/json.h"
#include "core/experiment/fields.h"
#include "tests/support/error_of.h"

namespace rudolph {
namespace {

using testing::AllOf;
using testing::HasSubstr;

std::string layer_error(const std::string& text) {
    return test::error_of([&] { parse_layer(text); }).message();
}

TEST(Layers, AreWrittenAsTheyAreRead) {
    for (const std::string text :
         {"conv 12 7", "conv 24 3 stride 2 pad 1 dilation 3 groups 2", "conv 8 5 pad 2",
          "batch-norm", "relu", "leaky-relu", "tanh", "dropout 0.3", "max-pool 2",
          "max-pool 3 stride 2", "average-pool 2", "residual", "end", "global-pool", "full 168"})
        EXPECT_EQ(layer_text(parse_layer(text)), text);
}

TEST(Layers, HaveANameAndAnExampleForEveryKind) {
    for (int i = 0; i < kLayerKinds; ++i) {
        const auto kind = static_cast<LayerKind>(i);
        const LayerSpec layer = usual_layer(kind);
        EXPECT_EQ(layer.kind, kind);
        EXPECT_TRUE(layer_text(layer).starts_with(layer_name(kind)));
        EXPECT_EQ(parse_layer(layer_text(layer)), layer);
        for (const LayerNumber& number : layer_numbers(kind)) {
            EXPECT_GE(layer.*number.value, number.least);
            EXPECT_LE(layer.*number.value, number.most);
        }
    }
}

TEST(Layers, AreTheSameHoweverTheyAreSpelled) {
    EXPECT_EQ(parse_layer(" conv  24\t3 pad 1 stride 1 "), parse_layer("conv 24 3 pad 1"));
    EXPECT_EQ(parse_layer("conv 8 3 groups 2 stride 2"), parse_layer("conv 8 3 stride 2 groups 2"));
    EXPECT_EQ(parse_layer("max-pool 2 stride 2"), parse_layer("max-pool 2"));
}

TEST(Layers, SayWhatIsWrongAndHowItIsWritten) {
    EXPECT_THAT(layer_error("conv"),
                HasSubstr("'conv' says no channels: write it such as conv 12"));
    EXPECT_THAT(layer_error("conv 12"), HasSubstr("says no kernel"));
    EXPECT_THAT(layer_error("conv 12 x"),
                HasSubstr("has 'x' in the place of a whole number: write it such as"));
    EXPECT_THAT(layer_error("conv 12 3.5"), HasSubstr("'3.5'"));
    EXPECT_THAT(layer_error("conv 12 99999999999"), HasSubstr("'99999999999'"));
    EXPECT_THAT(layer_error("conv 12 7 strides 2"),
                HasSubstr("'strides' too much (it may have stride, pad, dilation, groups)"));
    EXPECT_THAT(layer_error("conv 12 7 stride"), HasSubstr("no number after 'stride'"));
    EXPECT_THAT(layer_error("conv 12 7 pad 1 pad 1"), HasSubstr("says 'pad' twice"));
    EXPECT_THAT(layer_error("relu 3"), HasSubstr("has '3' too much: write it such as relu"));
    EXPECT_THAT(layer_error("dropout"), HasSubstr("says no probability"));
    EXPECT_THAT(layer_error("dropout half"), HasSubstr("'half'"));
    EXPECT_THAT(layer_error("dropout nan"), HasSubstr("'nan'"));
    EXPECT_THAT(layer_error("convolution 12 7"),
                AllOf(HasSubstr("'convolution 12 7' is no layer"), HasSubstr("conv, batch-norm")));
    EXPECT_THAT(layer_error("  "), HasSubstr("a layer is empty"));
}

TEST(LayerField, IsAListInJsonAndInTexts) {
    Experiment experiment;
    set_field_text(experiment, "model.layers", "conv 12 7, relu,max-pool 2 , full 168");
    ASSERT_EQ(experiment.model.layers.size(), 4U);
    EXPECT_EQ(field_text(experiment, "model.layers"), "conv 12 7, relu, max-pool 2, full 168");
    EXPECT_EQ(field_value(experiment, "model.layers"),
              Json::array({"conv 12 7", "relu", "max-pool 2", "full 168"}));
    const auto layers = experiment.model.layers;
    set_field_text(experiment, "model.layers",
                   R"(["conv 12 7", "relu", "max-pool 2", "full 168"])");
    EXPECT_EQ(experiment.model.layers, layers);
    set_field_text(experiment, "model.layers", "");
    EXPECT_TRUE(experiment.model.layers.empty());
    set_field(experiment, "model.layers", Json::array({"conv 12 7", "relu"}));
    EXPECT_EQ(experiment_from_json(to_json(experiment)), experiment);
}

TEST(LayerField, NamesTheLayerThatCannotBeRead) {
    Experiment experiment;
    const auto error = [&](const Json& value) {
        return test::error_of([&] { set_field(experiment, "model.layers", value); }).message();
    };
    EXPECT_THAT(error(Json::array({"conv 12 7", "bend"})),
                HasSubstr("model.layers: layer 2: 'bend' is no layer"));
    EXPECT_THAT(error("conv 12 7"), HasSubstr("model.layers: must be a list of layers"));
    EXPECT_THAT(error(Json::array({12})), HasSubstr("each a text such as \"conv 12 7\", not 12"));
}

TEST(LayerField, TakesTheShortWaysSettingsOutOfPlay) {
    Experiment experiment;
    EXPECT_TRUE(field_applies(experiment, field_of("model.channels")));
    EXPECT_TRUE(field_applies(experiment, field_of("model.layers")));
    set_field_text(experiment, "model.layers", "full 10");
    for (const char* key :
         {"model.channels", "model.kernels", "model.activation", "model.pooling", "model.hidden"})
        EXPECT_FALSE(field_applies(experiment, field_of(key))) << key;
    experiment.model.family = NetworkFamily::Light;
    EXPECT_FALSE(field_applies(experiment, field_of("model.layers")));
}

}  // namespace
}  // namespace rudolph
