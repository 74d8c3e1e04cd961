#include "core/runs/finding_text.h"

#include <fmt/format.h>

#include <cmath>

namespace rudolph {
namespace {

using Kind = RunFinding::Kind;

/// Differences that would be written as none.
constexpr double kNoDifference = 0.005;

/// Says one finding.
class Speaker {
public:
    Speaker(const RunFinding& finding, const std::string& first, const std::string& second,
            const FindingWords& words)
        : finding_(finding), which_(finding.run == 0 ? first : second), words_(words) {}

    std::string text() const;

private:
    std::string say(const char* english, const std::vector<std::string>& values = {}) const {
        return words_.say(english, values);
    }
    std::string number(double value, int decimals) const { return words_.number(value, decimals); }
    std::string settings() const;
    std::string weights() const;
    std::string computed(const RunSummary& run) const;
    std::string nme() const;
    std::string error() const;
    std::string faces() const;

    const RunFinding& finding_;
    const std::string& which_;
    const FindingWords& words_;
};

std::string Speaker::settings() const {
    std::string parts;
    for (const SettingRow& row : finding_.settings)
        parts += (parts.empty() ? "" : "; ") +
                 say("%1 %2 instead of %3",
                     {words_.text(row.label), words_.setting(row, row.values.size() - 1),
                      words_.setting(row, 0)});
    return say("Changed: %1.", {parts});
}

std::string Speaker::computed(const RunSummary& run) const {
    const std::vector<std::string> values = {run.precision, words_.count(run.threads)};
    return run.device == "cuda" ? say("%1 on the graphics card", values)
           : run.split_batch    ? say("%1, %2 threads that share each batch", values)
           : run.threads == 1   ? say("%1, one thread", values)
                                : say("%1, %2 threads", values);
}

std::string Speaker::weights() const {
    const double ratio = finding_.second / finding_.first;
    return say("%1 times the weights.", {number(ratio, ratio >= 10 ? 0 : ratio > 1 ? 1 : 2)});
}

std::string Speaker::nme() const {
    const double points = (finding_.second - finding_.first) * 100;
    if (std::abs(points) < kNoDifference)
        return say("The same NME: %1.", {words_.percent(finding_.second)});
    const std::vector<std::string> values = {number(std::abs(points), 2),
                                             number(finding_.second * 100, 2),
                                             number(finding_.first * 100, 2)};
    return points < 0 ? say("%1 points better NME: %2 against %3 %.", values)
                      : say("%1 points worse NME: %2 against %3 %.", values);
}

std::string Speaker::error() const {
    const double difference = finding_.second - finding_.first;
    if (std::abs(difference) < kNoDifference)
        return say("The same mean error: %1.", {words_.pixels(finding_.second)});
    const std::vector<std::string> values = {number(std::abs(difference), 2),
                                             words_.pixels(finding_.second),
                                             words_.pixels(finding_.first)};
    return difference < 0 ? say("%1 px less error: %2 against %3.", values)
                          : say("%1 px more error: %2 against %3.", values);
}

std::string Speaker::faces() const {
    const int all = finding_.better + finding_.worse + finding_.equal;
    std::string text =
        say("%1 of %2 faces better, %3 worse.",
            {words_.count(finding_.better), words_.count(all), words_.count(finding_.worse)});
    if (std::isnan(finding_.chance))
        return text;
    constexpr double kLeastChance = 0.001;
    const std::string odds = finding_.chance < kLeastChance
                                 ? say("p < %1", {number(kLeastChance, 3)})
                                 : say("p = %1", {number(finding_.chance, 3)});
    return text + " " +
           (finding_.chance < kSignificant
                ? say("That is more than chance (%1).", {odds})
                : say("On these faces that may be chance (%1).", {odds}));
}

std::string Speaker::text() const {
    const double first = finding_.first;
    const double second = finding_.second;
    switch (finding_.kind) {
        case Kind::Settings:
            return settings();
        case Kind::SameSettings:
            return say("The same settings.");
        case Kind::Computed:
            return say(
                "Computed otherwise (%1 instead of %2), which alone can change the error as much "
                "as "
                "another seed.",
                {computed(finding_.computed[1]), computed(finding_.computed[0])});
        case Kind::Weights:
            return weights();
        case Kind::Nme:
            return nme();
        case Kind::ErrorPx:
            return error();
        case Kind::Faces:
            return faces();
        case Kind::Failures:
            return say("%1 of the faces fail (NME above 8 %), against %2.",
                       {words_.percent(second), words_.percent(first)});
        case Kind::LearntNothing:
            return say(
                "%1 has learnt nothing: its error of %2 is no better than always answering "
                "the average place (%3).",
                {which_, words_.pixels(first), words_.pixels(second)});
        case Kind::Collapsed:
            return say(
                "%1 draws nearly the same face everywhere: its shapes vary %2 times as much "
                "as the true ones.",
                {which_, number(first, 2)});
        case Kind::SecondsPerEpoch:
            return say("An epoch takes %1 s instead of %2 s.",
                       {number(second, 1), number(first, 1)});
        case Kind::OtherFaces:
            return say(
                "Compared on the faces that both have validated; %1 are only in the first, "
                "%2 only in the second.",
                {number(first, 0), number(second, 0)});
        case Kind::NoCommonFaces:
            return say(
                "There are no faces that both have validated, so the figures may not "
                "compare.");
    }
    return {};
}

}  // namespace

std::string FindingWords::say(const char* english, const std::vector<std::string>& values) const {
    const std::string text = this->text(english);
    std::string filled;
    for (size_t i = 0; i < text.size(); ++i) {
        const size_t place = text[i] == '%' && i + 1 < text.size()
                                 ? static_cast<size_t>(text[i + 1] - '1')
                                 : values.size();
        filled += place < values.size() ? values[place] : std::string(1, text[i]);
        i += place < values.size() ? 1 : 0;
    }
    return filled;
}

std::string FindingWords::number(double value, int decimals) const {
    return std::isfinite(value) ? fmt::format("{:.{}f}", value, decimals) : "–";
}

std::string FindingWords::percent(double fraction) const {
    return number(fraction * 100, 2) + (std::isfinite(fraction) ? " %" : "");
}

std::string FindingWords::pixels(double value) const {
    return number(value, std::abs(value) < 1 ? 2 : 1) + (std::isfinite(value) ? " px" : "");
}

std::string FindingWords::setting(const SettingRow& row, size_t run) const {
    const std::optional<std::string>& value = row.values[run];
    if (!value)
        return "not used";
    if (value->empty())
        return "none";
    return short_value(*value) + (row.unit.empty() ? "" : " " + row.unit);
}

std::string finding_text(const RunFinding& finding, const std::string& first,
                         const std::string& second, const FindingWords& words) {
    return Speaker(finding, first, second, words).text();
}

std::string findings_text(const std::vector<RunFinding>& findings) {
    std::string text;
    for (const RunFinding& finding : findings)
        text += (text.empty() ? "" : " ") + finding_text(finding);
    return text;
}

}  // namespace rudolph
