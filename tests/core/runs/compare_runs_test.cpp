#include "core/runs/compare_runs.h"

#include <gmock/gmock.h>

#include <cmath>

#include "core/runs/finding_text.h"
#include "core/runs/run_findings.h"
#include "tests/core/runs/example_runs.h"

namespace rudolph::test {
namespace {

using testing::HasSubstr;
using testing::Not;

CasePrediction case_with(const std::string& id, double nme, const std::string& person = "") {
    CasePrediction entry = some_case(id);
    entry.result.nme = nme;
    entry.result.error_px = nme * 50;
    entry.person = person;
    return entry;
}

TEST(CompareFaces, MatchesByNameAndCountsBetterAndWorse) {
    const std::vector<CasePrediction> first = {case_with("a", 0.04), case_with("b", 0.05),
                                               case_with("c", 0.06), case_with("only", 0.9)};
    const std::vector<CasePrediction> second = {case_with("c", 0.06), case_with("new", 0.1),
                                                case_with("a", 0.01), case_with("b", 0.06)};
    const FaceComparison comparison = compare_faces(first, second);
    EXPECT_TRUE(comparison.by_nme);
    EXPECT_EQ(comparison.better, 1);
    EXPECT_EQ(comparison.worse, 1);
    EXPECT_EQ(comparison.equal, 1);
    EXPECT_EQ(comparison.only_first, 1);
    EXPECT_EQ(comparison.only_second, 1);
    ASSERT_EQ(comparison.faces.size(), 3U);
    EXPECT_EQ(comparison.faces[0].sample_id, "a");
    EXPECT_EQ(comparison.faces[0].first, 0);
    EXPECT_EQ(comparison.faces[0].second, 2);
    EXPECT_NEAR(comparison.faces[0].difference, -0.03, 1e-12);
    EXPECT_EQ(comparison.faces[2].sample_id, "b");
    EXPECT_NEAR(comparison.mean_difference, -0.02 / 3, 1e-12);
    EXPECT_NEAR(comparison.first_mean, 0.05, 1e-12);
    EXPECT_EQ(comparison.better, 1);
}

TEST(CompareFaces, TakesPixelsWhereNoNmeIsKnown) {
    CasePrediction before = case_with("a", kNaN);
    CasePrediction after = case_with("a", kNaN);
    before.result.error_px = 5;
    after.result.error_px = 3;
    const FaceComparison comparison = compare_faces({before}, {after});
    EXPECT_FALSE(comparison.by_nme);
    EXPECT_EQ(comparison.mean_difference, -2);
    EXPECT_TRUE(std::isnan(comparison.chance));
}

TEST(CompareFaces, LeavesOutWhatDoesNotCompare) {
    CasePrediction other_points = case_with("b", 0.02);
    other_points.result.truth_in_image = Landmarks({{1, 1}});
    const FaceComparison comparison =
        compare_faces({case_with("a", 0.04), case_with("b", 0.04), case_with("c", kNaN)},
                      {case_with("a", 0.03), other_points, case_with("c", 0.03)});
    EXPECT_EQ(comparison.faces.size(), 1U);
    EXPECT_EQ(comparison.not_comparable, 2);
}

TEST(CompareFaces, OfNothingKnowsNothing) {
    const FaceComparison comparison = compare_faces({}, {case_with("a", 0.1)});
    EXPECT_TRUE(comparison.faces.empty());
    EXPECT_EQ(comparison.only_second, 1);
    EXPECT_TRUE(std::isnan(comparison.mean_difference));
    EXPECT_TRUE(std::isnan(comparison.chance));
}

TEST(SignFlips, CountAllSignsOfAFewGroups) {
    // Only all + and all − reach the sum of four equal differences: 2 of 16.
    EXPECT_DOUBLE_EQ(sign_flip_probability({{-1}, {-1}, {-1}, {-1}}), 2.0 / 16);
    EXPECT_DOUBLE_EQ(sign_flip_probability({{1}, {-1}}), 1);
    EXPECT_DOUBLE_EQ(sign_flip_probability({{0}, {0}, {0}}), 1);
    EXPECT_TRUE(std::isnan(sign_flip_probability({{-1, -1, -1}})));
}

TEST(SignFlips, DrawsAgreeWithTheCountOnManyGroups) {
    std::vector<std::vector<double>> few;
    for (int i = 0; i < 14; ++i)
        few.push_back({i % 4 == 0 ? 0.7 : -0.5 - 0.01 * i});
    std::vector<std::vector<double>> many = few;
    many.push_back({0});
    EXPECT_NEAR(sign_flip_probability(many), sign_flip_probability(few), 0.02);
    many.assign(100, {-1});
    EXPECT_NEAR(sign_flip_probability(many), 1e-4, 1e-9);
}

TEST(SignFlips, FacesOfOnePersonAreNoIndependentWitnesses) {
    std::vector<CasePrediction> first;
    std::vector<CasePrediction> second;
    for (int i = 0; i < 12; ++i) {
        const std::string person = i < 6 ? "01" : "02";
        first.push_back(case_with("f" + std::to_string(i), 0.05, person));
        second.push_back(case_with("f" + std::to_string(i), 0.04, person));
    }
    EXPECT_DOUBLE_EQ(compare_faces(first, second).chance, 0.5);
    for (CasePrediction& entry : first)
        entry.person.clear();
    EXPECT_LT(compare_faces(first, second).chance, 0.001);
}

struct FindingsTest : testing::Test {
    FindingsTest() {
        first.experiment = preset("nose-tip");
        second.experiment = preset("nose-tip-wide");
        first.summary = second.summary = finished_summary();
        first.summary.parameters = 100'000;
        second.summary.parameters = 310'000;
        for (int i = 0; i < 48; ++i) {
            const std::string id = std::to_string(i);
            before.push_back(case_with(id, 0.045));
            after.push_back(case_with(id, i < 31 ? 0.034 : 0.046));
        }
    }
    std::string text() const {
        return findings_text(compare_runs(first, second, compare_faces(before, after)));
    }

    RunRecord first;
    RunRecord second;
    std::vector<CasePrediction> before;
    std::vector<CasePrediction> after;
};

TEST_F(FindingsTest, SayWhatWasChangedAndWhatCameOfIt) {
    EXPECT_EQ(text(),
              "Changed: Channels per layer 12,32,22 instead of 12,12,12; Hidden layers 308 instead "
              "of 168. 3.1 times the weights. 0.67 points better NME: 3.83 against 4.50 %. 31 of "
              "48 faces better, 17 worse. That is more than chance (p < 0.001).");
}

TEST_F(FindingsTest, SayWhenADifferenceMayBeChance) {
    for (size_t i = 0; i < after.size(); ++i)
        after[i].result.nme = i % 2 == 0 ? 0.044 : 0.0458;
    EXPECT_THAT(text(), HasSubstr("may be chance (p = "));
}

TEST_F(FindingsTest, SayWhereTheRunsWereNotComputedAlike) {
    for (RunRecord* const run : {&first, &second}) {
        run->summary.device = "cpu";
        run->summary.precision = "float32";
        run->summary.threads = 2;
    }
    EXPECT_THAT(findings_text(compare_runs(first, second, {})), Not(HasSubstr("Computed")));
    first.summary.split_batch = true;
    second.summary.threads = 1;
    second.summary.precision = "bfloat16";
    EXPECT_THAT(findings_text(compare_runs(first, second, {})),
                HasSubstr("Computed otherwise (bfloat16, one thread instead of float32, 2 threads "
                          "that share each batch)"));
    // Runs of old versions do not say.
    first.summary.precision.clear();
    EXPECT_THAT(findings_text(compare_runs(first, second, {})), Not(HasSubstr("Computed")));
}

TEST_F(FindingsTest, SayWhichRunHasLearntNothing) {
    second.summary.error_px = 29;
    EXPECT_THAT(text(), HasSubstr("The second run has learnt nothing: its error of 29.0 px is no "
                                  "better than always answering the average place (30.0 px)"));
    second.summary.error_px = 3;
    first.summary.shape_variance_ratio = 0.4;
    EXPECT_THAT(text(), HasSubstr("The first run draws nearly the same face everywhere"));
    EXPECT_THAT(text(), Not(HasSubstr("learnt nothing")));
}

TEST_F(FindingsTest, WarnWhereFacesDoNotCompare) {
    second.experiment = first.experiment;
    second.summary.parameters = first.summary.parameters;
    after.resize(40);
    EXPECT_THAT(text(), HasSubstr("The same settings."));
    EXPECT_THAT(text(), HasSubstr("8 are only in the first, 0 only in the second"));
    after.clear();
    EXPECT_THAT(text(), HasSubstr("no faces that both have validated"));
    // As the summaries have it.
    EXPECT_THAT(text(), HasSubstr("The same NME: 30.00 %"));
}

}  // namespace
}  // namespace rudolph::test
