#pragma once

#include <string>
#include <vector>

#include "core/runs/finding_text.h"
#include "core/study/study_figures.h"

namespace rudolph {

/// In words, from the second study's point of view: "0.10 points better, give or take 0.70: 5 seeds
/// each cannot tell; about 40 would be needed to see a difference of that size."
std::string comparison_text(const StudyComparison& comparison, const FindingWords& words = {});

/// How study_difference() comes to its interval, in a sentence with its source.
std::string comparison_method(const FindingWords& words = {});

/// What there is to say about one study, a sentence each: how many of its runs are finished, their
/// mean with its interval, how much they differ, and which are in no figure.
std::vector<std::string> study_sentences(const Study& study, const StudyRuns& runs,
                                         const FindingWords& words = {});

}  // namespace rudolph
