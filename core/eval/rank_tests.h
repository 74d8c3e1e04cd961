#pragma once

#include <string>
#include <vector>

namespace rudolph {

// Tests by ranks: errors are skewed and a few of them huge, so that means and variances say little
// about chance. Both answer with the probability of a difference at least that large where there is
// none, by the normal approximation with a correction for ties and for continuity, which is good
// from eight values on. Values that are no numbers are left out; infinite ones rank highest.

/// So many values the approximation is good from.
inline constexpr int kFewestRanked = 8;

/// One-sided: that values of `a` are larger than those of `b` (the rank-sum test: H. B. Mann,
/// D. R. Whitney, On a test of whether one of two random variables is stochastically larger than
/// the other, Annals of Mathematical Statistics 18(1), 1947). 1 when either has no value.
double rank_sum_p(const std::vector<double>& a, const std::vector<double>& b);

/// One-sided: that differences of pairs are above 0 (the signed-rank test: F. Wilcoxon, Individual
/// comparisons by ranking methods, Biometrics Bulletin 1(6), 1945). 1 when there is none but 0.
double signed_rank_p(const std::vector<double>& differences);

/// A number for each face, equal for those of one person. Faces of nobody in particular (an empty
/// name) have one each; so have all where `persons` is empty.
std::vector<int> person_numbers(const std::vector<std::string>& persons, std::size_t faces);

/// A value of one of two groups, and whose it is.
struct PersonValue {
    double value = 0;
    bool in_a = false;
    int person = 0;
};

/// As rank_sum_p, where the values of a person are not independent. A person with values in both
/// groups is a stratum: only how its own values are ranked against each other counts (P. H. van
/// Elteren, On the combination of independent two-sample tests of Wilcoxon, Bulletin of the
/// International Statistical Institute 37, 1960). A person with values in one group only counts as
/// one value, their mean. Both answers are put together as normal deviates, weighted by the roots
/// of the numbers of persons (S. A. Stouffer et al., The American Soldier, 1949). The same as
/// rank_sum_p where each person has one value.
double rank_sum_by_person_p(std::vector<PersonValue> values);

/// As signed_rank_p, of the mean difference of each person.
double signed_rank_by_person_p(const std::vector<double>& differences,
                               const std::vector<int>& persons);

}  // namespace rudolph
