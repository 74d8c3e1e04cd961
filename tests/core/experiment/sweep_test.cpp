#include "core/experiment/sweep.h"

#include <gmock/gmock.h>

#include <set>

#include "core/base/error.h"
#include "tests/support/comma_locale.h"
#include "tests/support/error_of.h"

namespace rudolph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

SweepAxis rates(int steps) {
    return {"optimiser.learning_rate", {}, SweepRange{1e-4, 1e-2, steps, true}};
}

std::string sweep_error(const Sweep& sweep) {
    return test::error_of([&] { sweep_experiments({}, sweep); }).what();
}

TEST(Sweep, GridsHaveEqualFactorsOnALogarithmicScale) {
    EXPECT_THAT(grid_values(rates(5)),
                ElementsAre("0.0001", "0.0003162", "0.001", "0.003162", "0.01"));
    EXPECT_THAT(grid_values({"augmentation.rotation_deg", {}, SweepRange{0, 30, 4}}),
                ElementsAre("0", "10", "20", "30"));
    EXPECT_THAT(grid_values(rates(1)), ElementsAre("0.0001"));
}

TEST(Sweep, WholeNumbersStayWholeAndComeOnce) {
    EXPECT_THAT(grid_values({"batch_size", {}, SweepRange{1, 3, 9}}), ElementsAre("1", "2", "3"));
}

TEST(Sweep, AGridIsEveryCombinationNamedAfterWhatChanged) {
    Experiment base;
    base.name = "nose-tip";
    const auto experiments = sweep_experiments(
        base, {SweepKind::Grid, {rates(2), {"model.channels", {"8,8,8", "16,16,16"}}}});
    ASSERT_EQ(experiments.size(), 4U);
    EXPECT_EQ(experiments[0].name, "nose-tip learning_rate=0.0001 channels=8,8,8");
    EXPECT_EQ(experiments[1].model.channels, (std::vector<int>{16, 16, 16}));
    EXPECT_DOUBLE_EQ(experiments[1].optimiser.learning_rate, 1e-4);
    EXPECT_DOUBLE_EQ(experiments[2].optimiser.learning_rate, 1e-2);
    EXPECT_EQ(experiments[3].epochs, base.epochs);
}

TEST(Sweep, RandomDrawsStayInTheirRangeAndCoverItsScale) {
    Sweep sweep{SweepKind::Random, {rates(0)}, 200, 7};
    sweep.axes[0].range->steps = 1;
    int below_the_middle = 0;
    for (const Experiment& experiment : sweep_experiments({}, sweep)) {
        EXPECT_GE(experiment.optimiser.learning_rate, 1e-4);
        EXPECT_LE(experiment.optimiser.learning_rate, 1e-2);
        below_the_middle += experiment.optimiser.learning_rate < 1e-3 ? 1 : 0;
    }
    // On a linear scale one in eleven would be.
    EXPECT_GT(below_the_middle, 70);
    EXPECT_LT(below_the_middle, 130);
}

TEST(Sweep, TheSameSeedDrawsTheSame) {
    const Sweep sweep{SweepKind::Random, {rates(1), {"batch_size", {"2", "4", "8"}}}, 20, 3};
    Sweep other = sweep;
    other.seed = 4;
    EXPECT_EQ(sweep_experiments({}, sweep), sweep_experiments({}, sweep));
    EXPECT_NE(sweep_experiments({}, sweep), sweep_experiments({}, other));
}

TEST(Sweep, GivesNoExperimentTwice) {
    const Sweep sweep{SweepKind::Random, {{"batch_size", {"2", "4"}}}, 50, 1};
    EXPECT_EQ(sweep_experiments({}, sweep).size(), 2U);
}

TEST(Sweep, SaysWhatIsWrongWithAnAxis) {
    EXPECT_THAT(sweep_error({}), HasSubstr("no setting to sweep"));
    EXPECT_THAT(sweep_error({SweepKind::Grid, {{"no.such", {"1"}}}}), HasSubstr("no.such"));
    EXPECT_THAT(sweep_error({SweepKind::Grid, {{"epochs", {}}}}), HasSubstr("no value"));
    EXPECT_THAT(sweep_error({SweepKind::Grid, {{"epochs", {"many"}}}}), HasSubstr("epochs"));
    EXPECT_THAT(sweep_error({SweepKind::Grid, {{"epochs", {}, SweepRange{5, 1}}}}),
                HasSubstr("lower to a higher"));
    EXPECT_THAT(sweep_error({SweepKind::Grid, {{"epochs", {}, SweepRange{0, 10, 3, true}}}}),
                HasSubstr("above 0"));
    EXPECT_THAT(sweep_error({SweepKind::Grid, {{"loss.kind", {}, SweepRange{0, 1}}}}),
                HasSubstr("only numbers"));
    EXPECT_THAT(sweep_error({SweepKind::Grid, {{"epochs", {"1"}}, {"epochs", {"2"}}}}),
                HasSubstr("twice"));
    EXPECT_THAT(sweep_error({SweepKind::Grid,
                             {{"epochs", {}, SweepRange{1, 1e6, 2000}}, {"seed", {"1", "2"}}}}),
                HasSubstr("4000 experiments"));
}

TEST(Sweep, WritesNumbersWithAPointInEveryLocale) {
    const test::CommaLocale comma;
    EXPECT_THAT(grid_values(rates(3)), ElementsAre("0.0001", "0.001", "0.01"));
    EXPECT_DOUBLE_EQ(
        sweep_experiments({}, {SweepKind::Grid, {rates(3)}})[1].optimiser.learning_rate, 0.001);
}

}  // namespace
}  // namespace rudolph
