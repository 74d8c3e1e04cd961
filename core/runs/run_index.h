#pragma once

#include <array>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "core/formats/file_stamp.h"
#include "core/runs/run.h"
#include "core/runs/run_marks.h"
#include "core/runs/run_settings.h"

namespace rudolph {

/// A run as a table shows it: its record, what a person says of it, and what makes it special.
struct RunEntry {
    RunRecord run;
    RunMarks marks;
    std::string preset;                             ///< see PresetChanges
    std::vector<SettingRow> changes;                ///< against it
    std::optional<long long> started_seconds = {};  ///< since 1970

    /// The metrics of the best epoch; null before the first.
    const EpochMetrics* best_epoch() const;
};

using RunEntryPtr = std::shared_ptr<const RunEntry>;

struct RunEntries {
    std::vector<RunEntryPtr> runs;  ///< newest first
    std::vector<Problem> problems;  ///< runs, and marks of runs, that cannot be read
};

/// Reads one run; figures are NaN before its first epoch. Broken marks become a problem, where one
/// is wanted, and are shown as none.
RunEntryPtr read_entry(const std::filesystem::path& run_folder,
                       std::vector<Problem>* problems = nullptr);

/// All runs of a folder, read on all processors; what has not changed since the last time (by the
/// stamps of its files) is the same entry as before. Used by one thread at a time.
class RunIndex {
public:
    /// Throws Error when the folder cannot be listed, Cancelled when cancelled. A folder that is
    /// not there has no runs.
    RunEntries read(const std::filesystem::path& folder, const CancelToken& cancel = {},
                    const ProgressCallback& progress = {});

private:
    using Stamps = std::array<std::optional<FileStamp>, 4>;
    struct Known {
        Stamps stamps;
        RunEntryPtr entry;  ///< null: cannot be read
        std::vector<Problem> problems;
    };
    static Stamps stamps_of(const std::filesystem::path& run_folder);
    static Known read_known(const std::filesystem::path& run_folder);

    std::map<std::filesystem::path, Known> known_;
};

}  // namespace rudolph
