#include "core/eval/diagnosis_shapes.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "core/eval/collapse.h"
#include "core/eval/rank_tests.h"
#include "core/geometry/pose.h"

namespace rudolph {
namespace {

constexpr double kVarianceLimit = 0.75;
constexpr double kStandardErrors = 3;
constexpr int kJackknifeGroups = 10;
constexpr double kTurnsLimit = 0.9;
constexpr double kWilson = 2.576;  ///< of 99 %

int count_of(const std::vector<int>& persons) {
    return persons.empty() ? 0 : 1 + *std::max_element(persons.begin(), persons.end());
}

}  // namespace

std::optional<Finding> collapsed(const std::vector<FaceResult>& results,
                                 const std::vector<int>& persons, const LandmarkScheme& scheme,
                                 const CollapseGauge& gauge) {
    if (!(gauge.shape_variance_ratio < kVarianceLimit))
        return std::nullopt;
    const int groups = std::min(kJackknifeGroups, count_of(persons));
    if (groups < 2)
        return std::nullopt;
    std::vector<double> ratios;
    for (int group = 0; group < groups; ++group) {
        std::vector<FaceResult> rest;
        for (size_t i = 0; i < results.size(); ++i)
            if (persons[i] % groups != group)
                rest.push_back(results[i]);
        const double ratio = collapse_gauge(rest, scheme).shape_variance_ratio;
        if (!std::isfinite(ratio))
            return std::nullopt;
        ratios.push_back(ratio);
    }
    const double middle = std::accumulate(ratios.begin(), ratios.end(), 0.0) / groups;
    double squares = 0;
    for (const double ratio : ratios)
        squares += (ratio - middle) * (ratio - middle);
    const double error = std::sqrt(squares * (groups - 1) / groups);
    if (gauge.shape_variance_ratio + kStandardErrors * error >= kVarianceLimit)
        return std::nullopt;
    Finding finding;
    finding.kind = FindingKind::Collapsed;
    finding.factor = gauge.shape_variance_ratio;
    finding.faces = static_cast<int>(results.size());
    finding.weight = 1 + (1 - gauge.shape_variance_ratio);
    return finding;
}

std::optional<Finding> wrong_turns(const std::vector<FaceResult>& results,
                                   const std::vector<int>& persons, const LandmarkScheme& scheme,
                                   const CollapseGauge& gauge) {
    if (gauge.turned_faces < kFewestRanked || !std::isfinite(gauge.turn_right_share))
        return std::nullopt;
    std::vector<const Landmarks*> truths;
    for (const FaceResult& result : results)
        truths.push_back(&result.truth_in_image);
    const auto axis = fit_pose_axis(truths, scheme);
    if (!axis)
        return std::nullopt;
    Finding finding;
    std::set<int> turned_persons;
    for (size_t i = 0; i < results.size(); ++i) {
        Landmarks predicted = results[i].predicted_in_image;
        predicted.visibility = results[i].truth_in_image.visibility;
        const double truth = axis->score(results[i].truth_in_image);
        if (!(std::abs(truth) > kTurnedPose))
            continue;
        turned_persons.insert(persons[i]);
        if (!(truth * axis->score(predicted) > 0))
            finding.rows.push_back(static_cast<int>(i));
    }
    const auto n = static_cast<double>(turned_persons.size());
    if (n < kFewestRanked)
        return std::nullopt;
    const double share = gauge.turn_right_share;
    const double z2 = kWilson * kWilson;
    const double upper =
        (share + z2 / (2 * n) + kWilson * std::sqrt(share * (1 - share) / n + z2 / (4 * n * n))) /
        (1 + z2 / n);
    if (upper >= kTurnsLimit)
        return std::nullopt;
    finding.kind = FindingKind::WrongTurns;
    finding.factor = 1 - share;
    finding.others = gauge.turned_faces;
    finding.weight = 1 - share;
    finding.faces = static_cast<int>(finding.rows.size());
    return finding;
}

}  // namespace rudolph
