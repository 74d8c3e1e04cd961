#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/runs/run.h"

namespace rudolph {

enum class StudyKind {
    Seeds,  ///< the same experiment with other seeds
    Folds   ///< the same experiment with each group of persons validating once
};

/// One question, many runs: an experiment that is repeated, so that its answer is more than one
/// throw of the dice.
struct Study {
    StudyKind kind = StudyKind::Seeds;
    int parts = 5;  ///< runs; 2 to 100
    Experiment experiment;
};

/// Of part 0 to parts − 1. Seeds count up from the experiment's own.
Experiment experiment_of_part(const Study& study, int part);
/// "seed 3", "fold 3 of 8".
std::string part_name(const Study& study, int part);

/// Makes NAME-5-seeds-YYYYMMDD-HHMMSS or NAME-8-folds-… in the folder of runs, with study.json and
/// the experiment. Its runs are folders in it. Throws Error.
std::filesystem::path make_study(const std::filesystem::path& runs, const Study& study);
/// Throws Error where the folder holds no study, or a broken one.
Study read_study(const std::filesystem::path& folder);

/// Which part a run of the study is; none where it is no part of it.
std::optional<int> part_of(const Study& study, const Experiment& run);
/// Of two runs of one part: whether the first got farther, and so counts.
bool got_farther(const RunRecord& first, const RunRecord& second);

/// What there is of each part: its run, of several the one that got farthest.
struct StudyRuns {
    std::vector<std::optional<RunRecord>> parts;  ///< as many as the study has
    std::vector<Problem> problems;                ///< runs that cannot be read

    /// Whether a part needs no more training.
    bool is_done(int part) const;
    int done() const;
    /// Parts whose training failed, as when it diverged: they are in no figure.
    int failed() const;
};
StudyRuns runs_of_study(const std::filesystem::path& folder, const Study& study);

}  // namespace rudolph
