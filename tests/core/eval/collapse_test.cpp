#include "core/eval/collapse.h"

#include <gtest/gtest.h>

#include <cmath>

#include "core/base/random.h"
#include "core/eval/metrics.h"
#include "core/formats/open_dataset.h"
#include "core/geometry/shape.h"
#include "tests/support/shared_data.h"
#include "tests/support/turning_heads.h"

namespace rudolph {
namespace {

/// Forty heads turned to both sides, each predicted as `predict` says of its yaw and its truth.
template <class Predict>
std::vector<FaceResult> results_of(Predict predict) {
    Random random(3);
    std::vector<FaceResult> results;
    for (int i = 0; i < 40; ++i) {
        const double yaw = -39 + 2 * i;
        FaceResult result;
        result.sample_id = std::to_string(i);
        result.truth_in_image = test::photographed(test::turned_head(yaw), random);
        result.predicted_in_image = predict(yaw, result.truth_in_image);
        results.push_back(result);
    }
    return results;
}

TEST(CollapseGauge, IsOneForTheTruth) {
    const CollapseGauge gauge = collapse_gauge(
        results_of([](double, const Landmarks& truth) { return truth; }), test::head_scheme());
    EXPECT_NEAR(gauge.shape_variance_ratio, 1, 1e-9);
    EXPECT_EQ(gauge.turn_right_share, 1);
    EXPECT_GT(gauge.turned_faces, 10);
    EXPECT_LT(gauge.turned_faces, 25);
}

TEST(CollapseGauge, IsZeroForTheSameFaceAtDifferentPlaces) {
    Random random(9);
    const CollapseGauge gauge =
        collapse_gauge(results_of([&](double, const Landmarks&) {
                           return test::photographed(test::turned_head(0), random);
                       }),
                       test::head_scheme());
    EXPECT_NEAR(gauge.shape_variance_ratio, 0, 1e-9);
    EXPECT_LT(gauge.turn_right_share, 0.8);
}

TEST(CollapseGauge, SeesHeadsThatTurnTheWrongWay) {
    const CollapseGauge gauge = collapse_gauge(
        results_of([](double yaw, const Landmarks&) { return test::turned_head(-yaw); }),
        test::head_scheme());
    EXPECT_NEAR(gauge.shape_variance_ratio, 1, 1e-9);
    EXPECT_EQ(gauge.turn_right_share, 0);
}

TEST(CollapseGauge, SeesHeadsThatTurnTooLittle) {
    const CollapseGauge gauge = collapse_gauge(
        results_of([](double yaw, const Landmarks&) { return test::turned_head(yaw / 2); }),
        test::head_scheme());
    EXPECT_NEAR(gauge.shape_variance_ratio, 0.25, 0.05);
    EXPECT_EQ(gauge.turn_right_share, 1);
}

TEST(CollapseGauge, TakesPredictionsThatAreNoShapeAsCollapsed) {
    const double nan = std::nan("");
    for (const Point& place : {Point(3, 4), Point(nan, nan)}) {
        const CollapseGauge gauge =
            collapse_gauge(results_of([&](double, const Landmarks&) {
                               return Landmarks(std::vector<Point>(9, place));
                           }),
                           test::head_scheme());
        EXPECT_EQ(gauge.shape_variance_ratio, 0);
        EXPECT_EQ(gauge.turn_right_share, 0);
    }
}

TEST(CollapseGauge, ComparesOnlyThePointsThatTheTruthHas) {
    auto results = results_of([](double, const Landmarks& truth) { return truth; });
    for (size_t i = 0; i < results.size(); i += 3) {
        results[i].truth_in_image.visibility[i % 9] = Visibility::NotLabelled;
        results[i].predicted_in_image.points[i % 9] = {1e6, -1e6};
    }
    EXPECT_NEAR(collapse_gauge(results, test::head_scheme()).shape_variance_ratio, 1, 1e-9);
}

TEST(CollapseGauge, IsNotKnownForFewFacesOrOnePoint) {
    auto results = results_of([](double, const Landmarks& truth) { return truth; });
    const auto few = std::vector<FaceResult>(results.begin(), results.begin() + 9);
    EXPECT_TRUE(std::isnan(collapse_gauge(few, test::head_scheme()).shape_variance_ratio));
    EXPECT_TRUE(std::isnan(collapse_gauge({}, test::head_scheme()).turn_right_share));
    EXPECT_TRUE(std::isnan(collapse_gauge(results, {}).shape_variance_ratio));
    for (FaceResult& result : results)
        for (Landmarks* points : {&result.truth_in_image, &result.predicted_in_image})
            *points = subset(*points, {7});
    const CollapseGauge gauge = collapse_gauge(results, subset(test::head_scheme(), {7}));
    EXPECT_TRUE(std::isnan(gauge.shape_variance_ratio));
    EXPECT_TRUE(std::isnan(gauge.turn_right_share));
}

TEST(CollapseGauge, StandsInTheReport) {
    const auto truth = [](double, const Landmarks& points) { return points; };
    const auto results = results_of(truth);
    EXPECT_EQ(evaluation_report(results, "", test::head_scheme()).collapse.turn_right_share, 1);
    EXPECT_TRUE(std::isnan(evaluation_report(results, "").collapse.shape_variance_ratio));
}

TEST(CollapseGauge, KnowsWhichWayRealHeadsTurn) {
    SKIP_WITHOUT_SHARED_DATA(list, "ibug300w/labels_ibug_300W_train.xml");
    const Dataset dataset = open_dataset(list);
    std::vector<FaceResult> results;
    for (size_t i = 0; i < dataset.samples.size(); i += 4) {
        FaceResult result;
        result.truth_in_image = dataset.samples[i].points_in_image;
        result.predicted_in_image = mirrored(result.truth_in_image, dataset.scheme);
        results.push_back(result);
    }
    const CollapseGauge gauge = collapse_gauge(results, dataset.scheme);
    EXPECT_EQ(gauge.turn_right_share, 0);
    EXPECT_NEAR(gauge.shape_variance_ratio, 1, 0.1);
    EXPECT_GT(gauge.turned_faces, 20);
}

}  // namespace
}  // namespace rudolph
