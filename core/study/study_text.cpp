#include "core/study/study_text.h"

#include <algorithm>
#include <cmath>

namespace rudolph {
namespace {

std::string error_text(bool by_nme, double error, const FindingWords& words) {
    return by_nme ? words.percent(error) : words.pixels(error);
}

std::string head_of(const StudyComparison& comparison, const FindingWords& words) {
    const double mean = comparison.difference.mean;
    const std::string size = words.number(std::abs(mean) * (comparison.by_nme ? 100 : 1), 2);
    if (comparison.by_nme)
        return mean <= 0 ? words.say("%1 points better", {size})
                         : words.say("%1 points worse", {size});
    return mean <= 0 ? words.say("%1 px better", {size}) : words.say("%1 px worse", {size});
}

/// What seeds have to say to it.
std::string verdict_of(const StudyDifference& difference, const FindingWords& words) {
    const int runs = std::min(difference.first_runs, difference.second_runs);
    const std::vector<std::string> seeds = {words.count(runs)};
    if (!difference.knows_seeds)
        return runs == 1 ? words.say(
                               ". That is for other persons alone: of other seeds one seed each "
                               "says too little; train three at least.")
                         : words.say(
                               ". That is for other persons alone: of other seeds %1 seeds each "
                               "say too little; train three at least.",
                               seeds);
    if (difference.is_certain())
        return words.say(": more than chance, with %1 seeds each.", seeds);
    if (difference.runs_needed == 0)
        return words.say(
            ": %1 seeds each cannot tell; no number of seeds would, as persons differ too much: it "
            "takes more faces.",
            seeds);
    return words.say(
        ": %1 seeds each cannot tell; about %2 would be needed to see a difference of that size.",
        {seeds.front(), words.count(difference.runs_needed)});
}

std::string difference_text(const StudyComparison& comparison, const FindingWords& words) {
    const StudyDifference& difference = comparison.difference;
    const std::string text = head_of(comparison, words);
    if (std::isnan(difference.low))
        return text + words.say(": one person cannot tell whether that is more than chance.");
    const double unit = comparison.by_nme ? 100 : 1;
    const std::string interval =
        words.say(", give or take %1 (%2 faces of %3 persons)",
                  {words.number((difference.high - difference.mean) * unit, 2),
                   words.count(comparison.faces), words.count(difference.persons)});
    if (!comparison.by_folds)
        return text + interval + verdict_of(difference, words);
    return text + interval +
           (difference.is_certain()
                ? words.say(": more than chance. Of other seeds folds say nothing.")
                : words.say(": these persons cannot tell. Of other seeds folds say nothing."));
}

}  // namespace

std::string comparison_text(const StudyComparison& comparison, const FindingWords& words) {
    std::string text = difference_text(comparison, words);
    if (comparison.first_failed + comparison.second_failed > 0)
        text += " " +
                words.say(
                    "Left out are runs that failed: %1 of the first study, %2 of the second.",
                    {words.count(comparison.first_failed), words.count(comparison.second_failed)});
    return text;
}

std::string comparison_method(const FindingWords& words) {
    return words.say(
        "The interval takes persons and seeds as two sources of chance that cross: S. R. Searle, "
        "G. Casella, C. E. McCulloch, Variance Components, 1992.");
}

std::vector<std::string> study_sentences(const Study& study, const StudyRuns& runs,
                                         const FindingWords& words) {
    const StudyFigures figures = study_figures(study, runs);
    const auto error = [&](double value) { return error_text(figures.by_nme, value, words); };
    std::vector<std::string> sentences;
    sentences.push_back(study.kind == StudyKind::Seeds
                            ? words.say("One experiment with %1 seeds, of which %2 are finished.",
                                        {words.count(study.parts), words.count(runs.done())})
                            : words.say("One experiment over %1 folds, of which %2 are finished.",
                                        {words.count(study.parts), words.count(runs.done())}));
    const RunSpread& spread = figures.spread;
    if (spread.runs > 0)
        sentences.push_back(figures.by_nme
                                ? words.say("On average the NME is %1.", {error(spread.mean)})
                                : words.say("On average the error is %1.", {error(spread.mean)}));
    if (std::isfinite(spread.low)) {
        sentences.push_back(words.say("The mean of many such runs lies from %1 to %2 (95 %).",
                                      {error(spread.low), error(spread.high)}));
        sentences.push_back(words.say("From run to run it varies by %1 (standard deviation).",
                                      {error(spread.deviation)}));
    }
    if (runs.failed() > 0)
        sentences.push_back(words.say("Runs whose training failed, and that are in no figure: %1.",
                                      {words.count(runs.failed())}));
    return sentences;
}

}  // namespace rudolph
