#include "core/runs/finding_text.h"

// The words of RunFinding for files and the command line.
#include <fmt/format.h>

#include <cmath>

namespace rudolph {
namespace {

using Kind = RunFinding::Kind;

std::string value_text(const std::optional<std::string>& value, const std::string& unit) {
    if (!value)
        return "not used";
    if (value->empty())
        return "none";
    return unit.empty() ? short_value(*value) : short_value(*value) + " " + unit;
}

std::string settings_text(const std::vector<SettingRow>& settings) {
    std::string text;
    for (const SettingRow& row : settings)
        text += fmt::format("{}{} {} instead of {}", text.empty() ? "" : "; ", row.label,
                            value_text(row.values.back(), row.unit),
                            value_text(row.values.front(), row.unit));
    return text;
}

/// "3.1 times", "0.32 times".
std::string times_text(double ratio) {
    return ratio >= 10 ? fmt::format("{:.0f} times", ratio)
           : ratio > 1 ? fmt::format("{:.1f} times", ratio)
                       : fmt::format("{:.2f} times", ratio);
}

std::string nme_text(double first, double second) {
    const double points = (second - first) * 100;
    if (std::abs(points) < 0.005)
        return fmt::format("The same NME: {:.2f} %", second * 100);
    return fmt::format("NME {:.2f} points {}: {:.2f} against {:.2f} %", std::abs(points),
                       points < 0 ? "better" : "worse", second * 100, first * 100);
}

std::string error_text(double first, double second) {
    const double pixels = second - first;
    if (std::abs(pixels) < 0.005)
        return fmt::format("The same error: {:.2f} px", second);
    return fmt::format("Error {:.2f} px {}: {:.2f} against {:.2f} px", std::abs(pixels),
                       pixels < 0 ? "less" : "more", second, first);
}

std::string faces_text(const RunFinding& finding) {
    const int all = finding.better + finding.worse + finding.equal;
    std::string text =
        fmt::format("{} of {} faces better, {} worse", finding.better, all, finding.worse);
    if (std::isnan(finding.chance))
        return text;
    const std::string odds =
        finding.chance < 0.001 ? "p < 0.001" : fmt::format("p = {:.3f}", finding.chance);
    return text + (finding.chance < kSignificant ? "; more than chance (" : "; may be chance (") +
           odds + ")";
}

}  // namespace

std::string finding_text(const RunFinding& finding) {
    const char* which = finding.run == 0 ? "first" : "second";
    switch (finding.kind) {
        case Kind::Settings:
            return settings_text(finding.settings);
        case Kind::SameSettings:
            return "The same settings";
        case Kind::Weights:
            return times_text(finding.second / finding.first) + " the weights";
        case Kind::Nme:
            return nme_text(finding.first, finding.second);
        case Kind::ErrorPx:
            return error_text(finding.first, finding.second);
        case Kind::Faces:
            return faces_text(finding);
        case Kind::Failures:
            return fmt::format("{:.1f} % of the faces fail (NME above 8 %), against {:.1f} %",
                               finding.second * 100, finding.first * 100);
        case Kind::LearntNothing:
            return fmt::format(
                "The {} run has learnt nothing: its error of {:.1f} px is no better than always "
                "answering the average place ({:.1f} px)",
                which, finding.first, finding.second);
        case Kind::Collapsed:
            return fmt::format(
                "The {} run draws nearly the same face everywhere: its shapes vary "
                "{:.2f} times as much as the true ones",
                which, finding.first);
        case Kind::SecondsPerEpoch:
            return fmt::format("An epoch takes {:.1f} s instead of {:.1f} s", finding.second,
                               finding.first);
        case Kind::OtherFaces:
            return fmt::format(
                "Compared on the faces that both have validated; {:.0f} are only in "
                "the first run, {:.0f} only in the second",
                finding.first, finding.second);
        case Kind::NoCommonFaces:
            return "There are no faces that both have validated, so the figures may not compare";
    }
    return {};
}

std::string findings_text(const std::vector<RunFinding>& findings) {
    std::string text;
    for (const RunFinding& finding : findings)
        text += (text.empty() ? "" : " ") + finding_text(finding) + ".";
    return text;
}

}  // namespace rudolph
