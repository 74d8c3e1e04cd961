#pragma once

#include <vector>

namespace rudolph {

// Tests by ranks: errors are skewed and a few of them huge, so that means and variances say little
// about chance. Both answer with the probability of a difference at least that large where there is
// none, by the normal approximation with a correction for ties and for continuity, which is good
// from eight values on. Values that are no numbers are left out; infinite ones rank highest.

/// One-sided: that values of `a` are larger than those of `b` (the rank-sum test: H. B. Mann,
/// D. R. Whitney, On a test of whether one of two random variables is stochastically larger than
/// the other, Annals of Mathematical Statistics 18(1), 1947). 1 when either has no value.
double rank_sum_p(const std::vector<double>& a, const std::vector<double>& b);

/// One-sided: that differences of pairs are above 0 (the signed-rank test: F. Wilcoxon, Individual
/// comparisons by ranking methods, Biometrics Bulletin 1(6), 1945). 1 when there is none but 0.
double signed_rank_p(const std::vector<double>& differences);

}  // namespace rudolph
