#include "core/runs/run_settings.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "core/experiment/fields.h"
#include "core/runs/run_table.h"

namespace rudolph {
namespace {

using testing::ElementsAre;
using testing::Optional;

std::vector<std::string> keys_of(const std::vector<SettingRow>& rows) {
    std::vector<std::string> keys;
    for (const SettingRow& row : rows)
        keys.push_back(row.key);
    return keys;
}

TEST(RunSettings, OfTheThreeNoseTipExperimentsDifferInWhatTheyAreNamedAfter) {
    const auto rows = differing_settings(
        {preset("nose-tip"), preset("nose-tip-wide"), preset("nose-tip-fast-lr")});
    EXPECT_THAT(keys_of(rows),
                ElementsAre("model.channels", "model.hidden", "optimiser.learning_rate"));
    EXPECT_THAT(rows[0].values,
                ElementsAre(Optional(std::string("12,12,12")), Optional(std::string("12,32,22")),
                            Optional(std::string("12,12,12"))));
    EXPECT_TRUE(rows[0].differs());
}

TEST(RunSettings, SideBySideAreThoseThatApply) {
    const auto rows = settings_side_by_side({preset("nose-tip")});
    const auto keys = keys_of(rows);
    EXPECT_EQ(std::count(keys.begin(), keys.end(), "model.channels"), 1);
    EXPECT_EQ(std::count(keys.begin(), keys.end(), "model.width"), 0);
    EXPECT_EQ(std::count(keys.begin(), keys.end(), "name"), 0);
    EXPECT_TRUE(differing_settings({preset("nose-tip")}).empty());
    EXPECT_TRUE(differing_settings({}).empty());
    EXPECT_TRUE(settings_side_by_side({}).empty());
}

TEST(RunSettings, DifferWhereOneAppliesToOnlyOneOfThem) {
    Experiment sgd = preset("nose-tip");
    sgd.optimiser.kind = OptimiserKind::Sgd;
    const auto rows = differing_settings({preset("nose-tip"), sgd});
    ASSERT_THAT(keys_of(rows), ElementsAre("optimiser.kind", "optimiser.momentum"));
    EXPECT_EQ(rows[1].values.front(), std::nullopt);
    EXPECT_THAT(rows[1].values.back(), Optional(std::string("0.9")));
}

TEST(RunSettings, AreToldAgainstThePresetOfTheirName) {
    Experiment experiment = preset("nose-tip-wide");
    experiment.data = "/faces";
    EXPECT_TRUE(changes_against_preset(experiment).changes.empty());
    EXPECT_EQ(changes_against_preset(experiment).preset, "nose-tip-wide");
    experiment.epochs = 40;
    const PresetChanges changes = changes_against_preset(experiment);
    EXPECT_THAT(keys_of(changes.changes), ElementsAre("epochs"));
    EXPECT_EQ(changes_text(changes.changes), "Epochs 40 (20)");
}

TEST(RunSettings, ShowOfListsOfLayersThePartThatDiffers) {
    Experiment normed = preset("nose-tip");
    set_field_text(normed, "model.layers",
                   "conv 12 7, batch-norm, relu, max-pool 2, conv 12 5, relu, max-pool 2, conv 12 "
                   "3, relu, max-pool 2, full 168, relu");
    const auto rows = differing_settings({preset("nose-tip"), normed, preset("nose-tip-wide")});
    ASSERT_THAT(keys_of(rows), ElementsAre("model.layers"));
    EXPECT_THAT(rows[0].values[1], Optional(std::string("… batch-norm, relu, max-pool 2, conv 12 "
                                                        "5, relu, max-pool 2, conv 12 3, relu, "
                                                        "max-pool 2, full 168 …")));
    const PresetChanges changes = changes_against_preset(normed);
    ASSERT_THAT(keys_of(changes.changes), ElementsAre("model.layers"));
    EXPECT_THAT(changes.changes[0].values,
                ElementsAre(Optional(std::string("…")), Optional(std::string("… batch-norm …"))));
    Experiment wider = normed;
    wider.model.layers[0].width = 24;
    EXPECT_THAT(
        differing_settings({normed, wider})[0].values,
        ElementsAre(Optional(std::string("conv 12 7 …")), Optional(std::string("conv 24 7 …"))));
    Experiment light = preset("face68-fast");
    EXPECT_THAT(differing_settings({light, normed})[0].values.size(), 2U);
}

TEST(RunSettings, AreReadWithFourFigures) {
    EXPECT_EQ(short_value("0.08760334855394726"), "0.0876");
    EXPECT_EQ(short_value("5e-04"), "0.0005");
    EXPECT_EQ(short_value("123456789"), "123456789");
    EXPECT_EQ(short_value("12,32,22"), "12,32,22");
    EXPECT_EQ(short_value(""), "");
}

TEST(RunSettings, UnderAnotherNameAreToldAgainstTheNearestPreset) {
    Experiment experiment = preset("nose-tip-fast-lr");
    experiment.name = "überall";
    experiment.optimiser.learning_rate = 0.04;
    const PresetChanges changes = changes_against_preset(experiment);
    EXPECT_EQ(changes.preset.rfind("nose-tip", 0), 0U);
    EXPECT_THAT(keys_of(changes.changes), ElementsAre("optimiser.learning_rate"));
}

}  // namespace
}  // namespace rudolph
