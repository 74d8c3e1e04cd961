#include "core/eval/error_distribution.h"
#include "core/base/nan.h"

#include <gmock/gmock.h>

#include <cmath>

#include "core/eval/metrics.h"

namespace rudolph {
namespace {

using testing::ElementsAre;

TEST(ErrorDistribution, RisesByOneFaceAtEachErrorUpToTheLimit) {
    const ErrorDistribution steps = error_distribution({0.06, 0.02, 0.5, 0.02}, 0.08);
    EXPECT_THAT(steps.errors, ElementsAre(0, 0.02, 0.06, 0.08));
    EXPECT_THAT(steps.shares, ElementsAre(0, 0.5, 0.75, 0.75));
}

TEST(ErrorDistribution, CountsAFaceAtTheVeryLimit) {
    const ErrorDistribution steps = error_distribution({0.02, 0.08, 0.0801}, 0.08);
    EXPECT_THAT(steps.errors, ElementsAre(0, 0.02, 0.08));
    EXPECT_THAT(steps.shares, ElementsAre(0, 1.0 / 3, 2.0 / 3));
}

TEST(ErrorDistribution, HasTheAreaThatAucSays) {
    const std::vector<double> nmes = {0.01, 0.03, 0.031, 0.07, 0.2};
    const ErrorDistribution steps = error_distribution(nmes, 0.08);
    double area = 0;
    for (size_t i = 1; i < steps.errors.size(); ++i)
        area += (steps.errors[i] - steps.errors[i - 1]) * steps.shares[i - 1];
    EXPECT_NEAR(area / 0.08, auc(nmes, 0.08), 1e-12);
}

TEST(ErrorDistribution, LeavesOutWhatIsNoNumber) {
    const ErrorDistribution steps = error_distribution({kNaN, 0.02, INFINITY}, 0.08);
    EXPECT_THAT(steps.shares, ElementsAre(0, 1, 1));
    EXPECT_THAT(error_distribution({}, 0.08).shares, ElementsAre(0, 0));
}

TEST(ErrorDistribution, BeginsWithFacesWithoutError) {
    EXPECT_THAT(error_distribution({0, 0.04}, 0.08).shares, ElementsAre(0.5, 1, 1));
}

}  // namespace
}  // namespace rudolph
