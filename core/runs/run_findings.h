#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/runs/compare_runs.h"
#include "core/runs/run_settings.h"

namespace rudolph {

/// One thing to say about how a second run differs from a first, as numbers: who shows it has the
/// words (finding_text() for files and the command line).
struct RunFinding {
    enum class Kind {
        Settings,       ///< `settings` differ
        SameSettings,   ///< none does
        Computed,       ///< not alike: see `computed`; the error may differ by that alone
        Weights,        ///< numbers of weights
        Nme,            ///< fractions, over the faces that both have (else each on its own)
        ErrorPx,        ///< likewise in pixels, where there is no NME
        Faces,          ///< `faces`: better, worse, equal, and whether that may be chance
        Failures,       ///< shares of faces with an NME above 8 %
        LearntNothing,  ///< error in pixels of `run`, and that of a constant answer
        Collapsed,      ///< shape variance ratio of `run`
        SecondsPerEpoch,
        OtherFaces,    ///< counts of faces that only the one and only the other has validated
        NoCommonFaces  ///< nothing can be compared face by face
    };
    Kind kind = Kind::Settings;
    double first = 0;   ///< of the first run (or of `run`), see kind
    double second = 0;  ///< of the second run
    int run = 0;        ///< 0: the first run, 1: the second, where it is about one of them
    std::vector<SettingRow> settings = {};
    int better = 0;     ///< Faces: on which the second is better
    int worse = 0;      ///< likewise
    int equal = 0;      ///< likewise
    double chance = 0;  ///< see FaceComparison::chance; NaN: not known
    /// Computed: of both runs, device, precision, threads, shares.
    std::array<RunSummary, 2> computed = {};
};

/// A network whose error is not at least a twentieth below that of always answering the training
/// mean has learnt nothing.
bool learnt_nothing(const RunSummary& summary);
/// Its shapes vary less than half as much as the true ones.
bool is_collapsed(const RunSummary& summary);

/// How the second run differs from the first, in the order of telling: what was changed, what came
/// of it, and how certain that is. `faces` as compare_faces() gives it.
std::vector<RunFinding> compare_runs(const RunRecord& first, const RunRecord& second,
                                     const FaceComparison& faces);

}  // namespace rudolph
