#pragma once

#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "core/runs/run_index.h"
#include "core/study/study_figures.h"

namespace rudolph {

/// A study as a table shows it.
struct StudyEntry {
    std::filesystem::path folder;
    Study study;
    std::vector<RunEntryPtr> parts;  ///< the run of each; null: not trained yet
    std::vector<RunEntryPtr> runs;   ///< all in its folder, also those that others have outrun
    StudyFigures figures;            ///< of the finished ones
    /// As if it were one run: its experiment and marks, means over its finished runs, seconds of
    /// all; running while one of them runs, stopped while some are missing. No epochs.
    RunEntryPtr as_run;

    StudyRuns study_runs() const;
    std::vector<RunEntryPtr> finished() const;
    int done() const { return static_cast<int>(figures.parts.size()); }
    int failed() const;
    /// Whether a part has no run, or one that was broken off.
    bool lacks_runs() const;
};
using StudyEntryPtr = std::shared_ptr<const StudyEntry>;

/// Reads one study with its runs; those that cannot be read are left out. Throws Error.
StudyEntryPtr read_study_entry(const std::filesystem::path& folder);

struct StudyEntries {
    std::vector<StudyEntryPtr> studies;  ///< newest first
    std::vector<Problem> problems;       ///< studies, and marks of studies, that cannot be read
};

/// The studies of a folder of runs; what has not changed since the last time is the same entry as
/// before. Used by one thread at a time.
class StudyIndex {
public:
    /// `runs`: as RunIndex has read them from this folder. Throws Error where the folder cannot be
    /// listed.
    StudyEntries read(const std::filesystem::path& folder, const std::vector<RunEntryPtr>& runs);

private:
    using Stamps = std::array<std::optional<FileStamp>, 3>;
    struct Known {
        Stamps stamps;
        std::vector<RunEntryPtr> runs;
        StudyEntryPtr entry;
        std::vector<Problem> problems;
    };
    std::map<std::filesystem::path, Known> known_;
};

}  // namespace rudolph
