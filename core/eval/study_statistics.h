#pragma once

#include <vector>

namespace rudolph {

/// Several runs that differ by chance alone (their seeds) or by which faces they were trained on:
/// what their figures say of the next one.
struct RunSpread {
    int runs = 0;
    double mean = 0;
    double deviation = 0;  ///< sample standard deviation; NaN with fewer than two
    double low = 0;        ///< 95 % interval of the mean by Student's t; NaN with fewer than two
    double high = 0;
};
RunSpread spread_of(const std::vector<double>& figures);
/// The same of the folds of a cross-validation, whose training sets overlap: the variance of the
/// mean is (1/k + 1/(k − 1)) s². C. Nadeau, Y. Bengio, Inference for the Generalization Error,
/// Machine Learning 52, 2003.
RunSpread spread_of_folds(const std::vector<double>& figures);

/// What the mean error of one run says of faces of other persons than those that it was measured
/// on.
struct MeanOverPersons {
    int faces = 0;
    int persons = 0;
    double mean = 0;  ///< over faces; NaN without one
    double low = 0;   ///< 95 % interval by Student's t; NaN with fewer than three persons
    double high = 0;

    bool operator==(const MeanOverPersons&) const = default;
};
/// `persons[face]` says whose a face is: those of one person are not independent, so that persons
/// are what was drawn (the ratio estimator of clusters, W. G. Cochran, Sampling Techniques, 1977,
/// section 9A.1). Faces whose error is no number are left out.
MeanOverPersons mean_over_persons(const std::vector<double>& errors,
                                  const std::vector<int>& persons);

/// errors[run][face]; every run has measured every face.
using RunErrors = std::vector<std::vector<double>>;

/// How far the mean error of one study lies from another's, for other persons and other seeds than
/// those that happened to be there.
struct StudyDifference {
    double mean = 0;  ///< second − first: below 0 the second is better
    double low = 0;   ///< 95 % interval; NaN where it cannot be known, with fewer than two persons
    double high = 0;
    int persons = 0;
    int first_runs = 0;
    int second_runs = 0;
    bool paired = false;  ///< run by run, too, as their seeds are the same
    /// Whether the chance of seeds is in the interval: both have three runs at least.
    bool knows_seeds = false;
    /// So many runs each would tell a difference of this size from none; 0: no number would, as
    /// persons differ too much; -1: not known.
    int runs_needed = -1;

    bool is_certain() const { return low > 0 || high < 0; }
};

/// Both have measured the same faces; `persons[face]` says whose. A model of two crossed random
/// effects, persons and seeds, on the differences: their mean squares give two parts of the
/// variance of the mean (e.g. S. R. Searle, G. Casella, C. E. McCulloch, Variance Components, 1992,
/// chapter 4). The interval adds the squares of what Student's t gives for each with its own
/// degrees of freedom, which is on the safe side: it holds the truth in 94 to 98 of 100 cases (the
/// tests draw them). Persons with more faces weigh more, as they do in the mean. `paired`: run i of
/// the one has run i's seed of the other; they then have as many runs.
StudyDifference study_difference(const RunErrors& first, const RunErrors& second,
                                 const std::vector<int>& persons, bool paired);

}  // namespace rudolph
