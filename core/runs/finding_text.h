#pragma once

#include <string>
#include <vector>

#include "core/runs/run_findings.h"

namespace rudolph {

/// How a reader writes what stands in findings and reports: this one as files and the command line
/// have it. The studio's puts texts into the person's language (packaging/update_translations.py
/// collects them) and numbers into their form.
class FindingWords {
public:
    virtual ~FindingWords() = default;
    /// A sentence with places %1, %2 … for its values, or the label of a setting.
    virtual std::string text(const std::string& english) const { return english; }
    /// The sentence with its places filled.
    std::string say(const char* english, const std::vector<std::string>& values = {}) const;
    /// "–" for what is not known (NaN).
    virtual std::string number(double value, int decimals) const;
    std::string percent(double fraction) const;
    std::string pixels(double value) const;  ///< "5.2 px", "0.84 px"
    virtual std::string count(long long value) const { return std::to_string(value); }
    /// The value of a setting in one of its runs, with its unit.
    virtual std::string setting(const SettingRow& row, size_t run) const;
};

/// A finding in one sentence or two, from the second run's point of view: "0.62 points better NME:
/// 3.87 against 4.49 %." `first` and `second` are the runs' names, at the beginning of a sentence.
std::string finding_text(const RunFinding& finding, const std::string& first = "The first run",
                         const std::string& second = "The second run",
                         const FindingWords& words = {});
/// The same for all, one after the other.
std::string findings_text(const std::vector<RunFinding>& findings);

}  // namespace rudolph
