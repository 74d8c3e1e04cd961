#pragma once

#include <string>
#include <vector>

#include "core/eval/face_attributes.h"
#include "core/eval/point_errors.h"

namespace rudolph {

enum class FindingKind {
    Collapsed,    ///< the network draws nearly the same face at different places
    WrongTurns,   ///< heads are predicted to turn the wrong way
    Turned,       ///< faces with |yaw| above the limit are worse than the others
    Rolled,       ///< |roll| above the limit, degrees
    Dark,         ///< brightness below the limit
    Bright,       ///< brightness above the limit
    LowContrast,  ///< contrast below the limit
    Small,        ///< size below the limit, pixels
    Part,         ///< one part of the face is off more than another
    Outliers      ///< a few faces are far worse than all others
};

/// Something that a network is weak at.
struct Finding {
    FindingKind kind = FindingKind::Outliers;
    double limit = 0;  ///< of the attribute
    /// How many times the mean error of the others (Part: of the `best` part; Outliers: of the
    /// typical face) theirs is. Collapsed: the ratio of variances; WrongTurns: the share of wrong
    /// ones.
    double factor = 0;
    int faces = 0;       ///< that it is about
    int others = 0;      ///< that they were compared with
    double failing = 0;  ///< share of the faces with an NME above 8 %; NaN when unknown
    double others_failing = 0;
    FacePart worst = FacePart::Other;
    FacePart best = FacePart::Other;
    double p = 1;  ///< the chance of such a difference where there is none
    /// How much it matters: the share of all error that would go if these faces (or this part) were
    /// as good as the others. Collapsed counts before everything else.
    double weight = 0;
    std::vector<int> rows;  ///< places of the faces in the results, worst first

    bool operator==(const Finding&) const = default;
};

/// What stands out, what matters most first; empty when nothing does.
///
/// A difference counts when it is large, at least a quarter (for parts one half), and not chance.
/// For every attribute a few limits are tried that were fixed beforehand, each with at least 8
/// faces on both sides, by the rank-sum test; parts are compared face by face, by the signed-rank
/// test. The faces of a person are not independent of each other, and the tests respect that
/// (core/eval/rank_tests.h): eight pictures each of six persons say less than those of 48. All
/// tests together find something in a set without any cause once in a hundred times: each must be
/// below 0.01 over their number (C. E. Bonferroni, 1936, as in O. J. Dunn, Multiple comparisons
/// among means, JASA 56(293), 1961). Dark faces may be turned ones, too: what is least likely
/// chance counts first, and a finding that does not hold among the faces outside those before it is
/// left out.
///
/// Collapsed: the ratio of variances (see CollapseGauge) lies below 0.75 by three of its standard
/// errors (from leaving out a tenth of the persons at a time: B. Efron, C. Stein, The jackknife
/// estimate of variance, Annals of Statistics 9(3), 1981). WrongTurns: the upper end of the share's
/// interval (E. B. Wilson, JASA 22(158), 1927, 99 %, of as many draws as persons have turned their
/// heads) lies below 0.9. Outliers: logarithms of errors
/// more than six robust deviations (spread_of) above the typical one, where they make at least 2 %
/// of all error.
///
/// `attributes`: one for each result. `persons`: likewise, or empty; an empty name is nobody in
/// particular. `scheme`: of the points in the results.
std::vector<Finding> diagnose(const std::vector<FaceResult>& results,
                              const std::vector<FaceAttributes>& attributes,
                              const LandmarkScheme& scheme,
                              const std::vector<std::string>& persons = {});

}  // namespace rudolph
