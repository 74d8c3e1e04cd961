#include "core/runs/run_findings.h"

#include <cmath>
#include <tuple>

namespace rudolph {
namespace {

using Kind = RunFinding::Kind;

constexpr double kNoticeable = 1.05;      ///< times better than a constant answer
constexpr double kCollapsedBelow = 0.5;   ///< of the true variance
constexpr double kOtherSpeed = 1.25;      ///< times as long for an epoch
constexpr double kOtherFailures = 0.005;  ///< share of the faces

double seconds_per_epoch(const RunSummary& summary) {
    return summary.seconds / summary.epochs_done;
}

/// Runs of old versions do not say how; then nothing is told.
bool computed_otherwise(const RunSummary& first, const RunSummary& second) {
    const auto how = [](const RunSummary& run) {
        return std::tie(run.device, run.precision, run.threads, run.split_batch);
    };
    return !first.precision.empty() && !second.precision.empty() && how(first) != how(second);
}

RunFinding about(int run, Kind kind, double first, double second = 0) {
    RunFinding finding{kind, first, second};
    finding.run = run;
    return finding;
}

void add_settings(std::vector<RunFinding>& findings, const RunRecord& first,
                  const RunRecord& second) {
    RunFinding finding{Kind::Settings};
    finding.settings = differing_settings({first.experiment, second.experiment});
    if (finding.settings.empty())
        finding.kind = Kind::SameSettings;
    findings.push_back(finding);
    if (computed_otherwise(first.summary, second.summary)) {
        finding = {Kind::Computed};
        finding.computed = {first.summary, second.summary};
        findings.push_back(finding);
    }
    if (first.summary.parameters != second.summary.parameters && first.summary.parameters > 0 &&
        second.summary.parameters > 0)
        findings.push_back({Kind::Weights, static_cast<double>(first.summary.parameters),
                            static_cast<double>(second.summary.parameters)});
}

void add_errors(std::vector<RunFinding>& findings, const RunSummary& first,
                const RunSummary& second, const FaceComparison& faces) {
    const bool common = !faces.faces.empty();
    if (common) {
        findings.push_back(
            {faces.by_nme ? Kind::Nme : Kind::ErrorPx, faces.first_mean, faces.second_mean});
        RunFinding finding{Kind::Faces};
        finding.better = faces.better;
        finding.worse = faces.worse;
        finding.equal = faces.equal;
        finding.chance = faces.chance;
        findings.push_back(finding);
    } else if (std::isfinite(first.nme) && std::isfinite(second.nme)) {
        findings.push_back({Kind::Nme, first.nme, second.nme});
    } else if (std::isfinite(first.error_px) && std::isfinite(second.error_px)) {
        findings.push_back({Kind::ErrorPx, first.error_px, second.error_px});
    }
    if (std::abs(first.fr_08 - second.fr_08) > kOtherFailures)
        findings.push_back({Kind::Failures, first.fr_08, second.fr_08});
}

void add_speed(std::vector<RunFinding>& findings, const RunSummary& first,
               const RunSummary& second) {
    const double ratio = seconds_per_epoch(second) / seconds_per_epoch(first);
    // Trainings of seconds differ by what else the machine does.
    const bool measurable = seconds_per_epoch(first) > 0.1 && seconds_per_epoch(second) > 0.1;
    if (std::isfinite(ratio) && measurable && (ratio > kOtherSpeed || ratio < 1 / kOtherSpeed))
        findings.push_back(
            {Kind::SecondsPerEpoch, seconds_per_epoch(first), seconds_per_epoch(second)});
}

}  // namespace

bool learnt_nothing(const RunSummary& summary) {
    return summary.best_epoch > 0 && summary.constant_error_px > 0 &&
           summary.error_px * kNoticeable > summary.constant_error_px;
}

bool is_collapsed(const RunSummary& summary) {
    return summary.best_epoch > 0 && summary.shape_variance_ratio < kCollapsedBelow;
}

std::vector<RunFinding> compare_runs(const RunRecord& first, const RunRecord& second,
                                     const FaceComparison& faces) {
    std::vector<RunFinding> findings;
    add_settings(findings, first, second);
    add_errors(findings, first.summary, second.summary, faces);
    for (const int run : {0, 1}) {
        const RunSummary& summary = run == 0 ? first.summary : second.summary;
        if (learnt_nothing(summary))
            findings.push_back(
                about(run, Kind::LearntNothing, summary.error_px, summary.constant_error_px));
        else if (is_collapsed(summary))
            findings.push_back(about(run, Kind::Collapsed, summary.shape_variance_ratio));
    }
    add_speed(findings, first.summary, second.summary);
    const int apart = faces.only_first + faces.only_second + faces.not_comparable;
    if (faces.faces.empty())
        findings.push_back({Kind::NoCommonFaces});
    else if (apart > 0)
        findings.push_back({Kind::OtherFaces, static_cast<double>(faces.only_first),
                            static_cast<double>(faces.only_second)});
    return findings;
}

}  // namespace rudolph
