#include "core/experiment/fields.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <set>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "tests/support/error_of.h"

namespace rudolph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::string field_error(const std::string& key, const Json& value) {
    Experiment experiment;
    const Error error = test::error_of([&] { set_field(experiment, key, value); });
    EXPECT_EQ(experiment, Experiment());
    return error.what();
}

std::string field_text_error(const std::string& key, const std::string& text) {
    Experiment experiment;
    return test::error_of([&] { set_field_text(experiment, key, text); }).what();
}

const Field& field(const std::string& key) {
    for (const Field& candidate : experiment_fields())
        if (candidate.key == key)
            return candidate;
    throw Error("no field " + key);
}

TEST(Fields, AreCompleteAndUniqueAndExplainThemselves) {
    std::set<std::string> keys;
    for (const Field& one : experiment_fields()) {
        EXPECT_TRUE(keys.insert(one.key).second) << one.key;
        EXPECT_FALSE(one.section.empty()) << one.key;
        EXPECT_FALSE(one.label.empty()) << one.key;
        EXPECT_TRUE(one.tip.ends_with('.')) << one.key;
        EXPECT_EQ(one.type == FieldType::Choice, !one.choices.empty()) << one.key;
        if (one.only_if && field(one.only_if->first).type == FieldType::Choice) {
            for (const std::string_view value : split(one.only_if->second, '|'))
                EXPECT_THAT(field(one.only_if->first).choices, testing::Contains(value));
        }
    }
    EXPECT_GE(keys.size(), 47U);
}

TEST(Fields, KnowTheirTypesUnitsAndRanges) {
    EXPECT_EQ(field("name").type, FieldType::Text);
    EXPECT_EQ(field("data").type, FieldType::File);
    EXPECT_EQ(field("model.weights").type, FieldType::File);
    EXPECT_EQ(field("model.kernels").type, FieldType::IntegerList);
    EXPECT_EQ(field("seed").type, FieldType::Integer);
    EXPECT_EQ(field("seed").maximum, 9007199254740992.0);
    EXPECT_EQ(field("augmentation.rotation_deg").unit, "°");
    EXPECT_EQ(field("augmentation.shift_px").unit, "px");
    EXPECT_EQ(field("augmentation.rotation_deg").maximum, 180);
    EXPECT_FALSE(field("name").minimum.has_value());
    EXPECT_THAT(field("split.method").choices,
                ElementsAre("automatic", "imm-persons", "share", "folds"));
    EXPECT_THAT(field("model.activation").choices, ElementsAre("relu", "leaky-relu", "tanh"));
    EXPECT_EQ(field("optimiser.learning_rate").section, "Training");
}

TEST(Fields, ComeBackAsTheyWereSet) {
    Experiment experiment;
    set_field(experiment, "name", "Größe");
    set_field(experiment, "input.width", 160);
    set_field(experiment, "input.mean", 0);
    set_field(experiment, "model.family", "resnet18");
    set_field(experiment, "model.channels", Json::array({3, 4}));
    set_field(experiment, "seed", 9007199254740992ULL);
    EXPECT_EQ(experiment.name, "Größe");
    EXPECT_EQ(experiment.input.width, 160);
    EXPECT_EQ(experiment.input.mean, 0);
    EXPECT_EQ(experiment.model.family, NetworkFamily::ResNet18);
    EXPECT_THAT(experiment.model.channels, ElementsAre(3, 4));
    EXPECT_EQ(experiment.seed, 9007199254740992ULL);
    EXPECT_EQ(field_value(experiment, "model.family"), "resnet18");
    EXPECT_EQ(field_value(experiment, "model.channels"), Json::array({3, 4}));
    EXPECT_EQ(field_value(experiment, "input.width"), 160);
}

TEST(Fields, TakeEveryChoiceTheyOffer) {
    for (const Field& one : experiment_fields())
        for (const std::string& choice : one.choices) {
            Experiment experiment;
            set_field_text(experiment, one.key, choice);
            EXPECT_EQ(field_text(experiment, one.key), choice);
        }
}

TEST(Fields, RefuseTheWrongTypeAndNameTheKey) {
    EXPECT_THAT(field_error("epochs", 1.5), HasSubstr("epochs: must be a whole number, not 1.5"));
    EXPECT_THAT(field_error("epochs", "20"), HasSubstr("epochs"));
    EXPECT_THAT(field_error("epochs", true), HasSubstr("epochs"));
    EXPECT_THAT(field_error("epochs", Json()), HasSubstr("epochs"));
    EXPECT_THAT(field_error("epochs", 3000000000LL), HasSubstr("epochs"));
    EXPECT_THAT(field_error("epochs", 1e300), HasSubstr("epochs"));
    EXPECT_THAT(field_error("seed", -1), HasSubstr("seed: must be a whole number that is not neg"));
    EXPECT_THAT(field_error("seed", -1.0), HasSubstr("seed"));
    EXPECT_THAT(field_error("input.mean", "grey"), HasSubstr("input.mean: must be a number"));
    EXPECT_THAT(field_error("input.mean", std::nan("")), HasSubstr("input.mean"));
    EXPECT_THAT(field_error("input.mean", std::numeric_limits<double>::infinity()),
                HasSubstr("input.mean"));
    EXPECT_THAT(field_error("model.kernels", 7), HasSubstr("model.kernels: must be a list"));
    EXPECT_THAT(field_error("model.kernels", Json::array({7, 2.5})), HasSubstr("model.kernels"));
    EXPECT_THAT(field_error("device", "gpu"),
                HasSubstr("must be one of auto, cpu, cuda, not \"gpu\""));
    EXPECT_THAT(field_error("name", 7), HasSubstr("name: must be a text"));
}

TEST(Fields, TakeWholeNumbersWrittenWithAPoint) {
    Experiment experiment;
    set_field(experiment, "epochs", 30.0);
    EXPECT_EQ(experiment.epochs, 30);
}

TEST(Fields, SuggestTheKeyThatWasMeant) {
    EXPECT_THAT(field_error("learning_rate", 0.1),
                HasSubstr("did you mean optimiser.learning_rate?"));
    EXPECT_THAT(field_error("model.nonsense", 1), HasSubstr("the settings are name, "));
    EXPECT_THROW(field_value({}, "nothing"), Error);
    EXPECT_THROW(field_value({}, ""), Error);
    EXPECT_THROW(field_value({}, "model"), Error);
}

TEST(FieldText, ReadsWhatCommandLinesSay) {
    Experiment experiment;
    set_field_text(experiment, "model.channels", "12, 32,22");
    set_field_text(experiment, "model.kernels", "[5,3]");
    set_field_text(experiment, "model.hidden", "");
    set_field_text(experiment, "optimiser.learning_rate", " 1e-4 ");
    set_field_text(experiment, "epochs", "7");
    set_field_text(experiment, "split.seed", "9007199254740993");
    set_field_text(experiment, "input.deviation", "1");
    set_field_text(experiment, "description", "  spaces, and = stay ");
    EXPECT_THAT(experiment.model.channels, ElementsAre(12, 32, 22));
    EXPECT_THAT(experiment.model.kernels, ElementsAre(5, 3));
    EXPECT_TRUE(experiment.model.hidden.empty());
    EXPECT_EQ(experiment.optimiser.learning_rate, 1e-4);
    EXPECT_EQ(experiment.epochs, 7);
    EXPECT_EQ(experiment.split.seed, 9007199254740993ULL);
    EXPECT_EQ(experiment.input.deviation, 1);
    EXPECT_EQ(experiment.description, "  spaces, and = stay ");
}

TEST(FieldText, RefusesWhatIsNoValue) {
    EXPECT_THAT(field_text_error("epochs", "many"), HasSubstr("epochs: must be a whole number"));
    EXPECT_THAT(field_text_error("epochs", "1.5"), HasSubstr("epochs: must be a whole number"));
    EXPECT_THAT(field_text_error("epochs", ""), HasSubstr("epochs"));
    EXPECT_THAT(field_text_error("optimiser.learning_rate", "0,001"),
                HasSubstr("must be a number"));
    EXPECT_THAT(field_text_error("optimiser.learning_rate", "nan"), HasSubstr("must be a number"));
    EXPECT_THAT(field_text_error("model.channels", "12;12"), HasSubstr("separated by commas"));
    EXPECT_THAT(field_text_error("model.channels", "12,,12"), HasSubstr("model.channels"));
    EXPECT_THAT(field_text_error("no.such", "1"), HasSubstr("there is no such setting"));
}

TEST(FieldText, ReadsItsOwnTextBack) {
    Experiment experiment = preset("full-face");
    experiment.data = "/tmp/Gesichter, alle";
    experiment.optimiser.learning_rate = 0.1 + 0.2;
    experiment.seed = 9007199254740992ULL;
    experiment.model.hidden = {};
    Experiment copy;
    for (const Field& one : experiment_fields())
        set_field_text(copy, one.key, field_text(experiment, one.key));
    EXPECT_EQ(copy, experiment);
}

TEST(Fields, ApplyOnlyWhereTheyMatter) {
    Experiment experiment;
    EXPECT_TRUE(field_applies(experiment, field("model.kernels")));
    EXPECT_TRUE(field_applies(experiment, field("model.weights")));
    EXPECT_FALSE(field_applies(experiment, field("model.head")));
    EXPECT_FALSE(field_applies(experiment, field("input.box_scale")));
    EXPECT_TRUE(field_applies(experiment, field("epochs")));
    experiment.model.family = NetworkFamily::ResNet18;
    experiment.input.crop = CropKind::FaceBox;
    EXPECT_FALSE(field_applies(experiment, field("model.kernels")));
    EXPECT_TRUE(field_applies(experiment, field("model.head")));
    EXPECT_TRUE(field_applies(experiment, field("input.box_scale")));
}

}  // namespace
}  // namespace rudolph
