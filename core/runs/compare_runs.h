#pragma once

#include <string>
#include <vector>

#include "core/eval/study_statistics.h"
#include "core/runs/run.h"

namespace rudolph {

/// One validation face of two runs.
struct FacePair {
    std::string sample_id;
    int first = 0;            ///< its place in the first run's cases …
    int second = 0;           ///< … and in the second's
    double first_error = 0;   ///< NME, or pixels of the image where that is unknown
    double second_error = 0;  ///< likewise
    double difference = 0;    ///< second − first: below 0 the second run is better

    bool operator==(const FacePair&) const = default;
};

/// Two runs on the faces that both have validated.
struct FaceComparison {
    bool by_nme = true;           ///< whether errors are NMEs, else pixels
    std::vector<FacePair> faces;  ///< the most improved first
    int better = 0;               ///< faces on which the second run is better
    int worse = 0;
    int equal = 0;
    int only_first = 0;  ///< faces that the second run has not validated
    int only_second = 0;
    /// Faces that both have, but with other points to find, or with an error that is no number.
    int not_comparable = 0;
    double first_mean = 0;       ///< of the common faces; NaN when there are none
    double second_mean = 0;      ///< likewise
    double mean_difference = 0;  ///< second − first
    /// Probability of a mean difference at least so large if it were chance which of the two runs
    /// is better on a person; NaN with fewer than two persons. See sign_flip_probability().
    double chance = 0;

    bool operator==(const FaceComparison&) const = default;
};

FaceComparison compare_faces(const std::vector<CasePrediction>& first,
                             const std::vector<CasePrediction>& second);

/// The mean NME of a run's cases, and in which interval it would lie for other persons; faces of
/// nobody in particular count each for itself.
MeanOverPersons mean_nme(const std::vector<CasePrediction>& cases);

/// Below this probability a difference is called more than chance.
inline constexpr double kSignificant = 0.05;

/// The paired randomisation test, two-sided: how often the sum of the differences is at least as
/// far from 0 when their signs are drawn. E. J. G. Pitman, Significance Tests Which May be Applied
/// to Samples from Any Populations, Suppl. J. R. Stat. Soc. 4(1), 1937. The differences in one
/// group (a person's faces, which are not independent) keep their signs to each other. All signs
/// are tried with up to 14 groups, else 9999 draws with a fixed seed, counted as in B. Phipson,
/// G. K. Smyth, Permutation P-values Should Never Be Zero, SAGMB 9(1), 2010. NaN with fewer than
/// two groups.
double sign_flip_probability(const std::vector<std::vector<double>>& groups);

}  // namespace rudolph
