#include "core/runs/run_index.h"

#include <algorithm>
#include <utility>

#include "core/base/error.h"
#include "core/base/nan.h"
#include "core/base/parallel.h"
#include "core/formats/file_stamp.h"
#include "core/runs/run_files.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_reader.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

Problem problem_of(const Error& error, const fs::path& fallback) {
    return {error.place().file.empty() ? fallback : error.place().file, error.place().line,
            error.message(), ""};
}

/// Newest first; those without a time last, by name.
bool is_newer_entry(const RunEntryPtr& a, const RunEntryPtr& b) {
    return a->started_seconds != b->started_seconds ? a->started_seconds > b->started_seconds
                                                    : a->run.name > b->run.name;
}

}  // namespace

const EpochMetrics* RunEntry::best_epoch() const {
    const auto found = std::find_if(
        run.epochs.begin(), run.epochs.end(),
        [this](const EpochMetrics& epoch) { return epoch.epoch == run.summary.best_epoch; });
    return found == run.epochs.end() ? nullptr : &*found;
}

RunEntryPtr read_entry(const fs::path& run_folder, std::vector<Problem>* problems) {
    auto entry = std::make_shared<RunEntry>();
    entry->run = read_run(run_folder);
    try {
        entry->marks = read_marks(run_folder);
    } catch (const Error& error) {
        if (problems)
            problems->push_back(problem_of(error, run_folder));
    }
    PresetChanges changes = changes_against_preset(entry->run.experiment);
    entry->preset = std::move(changes.preset);
    entry->changes = std::move(changes.changes);
    RunSummary& summary = entry->run.summary;
    entry->started_seconds = seconds_of(summary.started);
    // Runs that were cut short before their first summary say 0, and 0 would be the best of all.
    if (summary.best_epoch == 0)
        summary.mse = summary.error_px = summary.nme = summary.auc_08 = summary.fr_08 =
            summary.constant_error_px = kNaN;
    return entry;
}

RunIndex::Stamps RunIndex::stamps_of(const fs::path& run_folder) {
    return {file_stamp(run_folder / kExperimentFile), file_stamp(run_folder / kMetricsFile),
            file_stamp(run_folder / kSummaryFile), file_stamp(run_folder / kMarksFile)};
}

RunIndex::Known RunIndex::read_known(const fs::path& run_folder) {
    Known known;
    // Before the files, so that what is written meanwhile is noticed the next time.
    known.stamps = stamps_of(run_folder);
    try {
        known.entry = read_entry(run_folder, &known.problems);
    } catch (const Error& error) {
        known.problems.push_back(problem_of(error, run_folder));
    }
    return known;
}

RunEntries RunIndex::read(const fs::path& folder, const CancelToken& cancel,
                          const ProgressCallback& progress) {
    const std::vector<fs::path> folders = run_folders(folder);
    std::vector<Known> read(folders.size());
    parallel_for(
        static_cast<int>(folders.size()),
        [&](int i) {
            const fs::path& path = folders[static_cast<size_t>(i)];
            const auto found = known_.find(path);
            const Known* before =
                found != known_.end() && found->second.entry ? &found->second : nullptr;
            const auto state_of = [](const Known& run) { return run.entry->run.summary.state; };
            Known& now = read[static_cast<size_t>(i)];
            // Whether a training still runs is told by its process, not by its files.
            if (before && state_of(*before) != RunState::Running &&
                before->stamps == stamps_of(path)) {
                now = *before;
                return;
            }
            now = read_known(path);
            if (before && now.entry && now.stamps == before->stamps &&
                state_of(now) == state_of(*before))
                now = *before;
        },
        cancel, progress);
    RunEntries entries;
    std::map<fs::path, Known> known;
    for (size_t i = 0; i < folders.size(); ++i) {
        if (read[i].entry)
            entries.runs.push_back(read[i].entry);
        entries.problems.insert(entries.problems.end(), read[i].problems.begin(),
                                read[i].problems.end());
        known.emplace(folders[i], std::move(read[i]));
    }
    known_ = std::move(known);
    std::sort(entries.runs.begin(), entries.runs.end(), is_newer_entry);
    std::sort(entries.problems.begin(), entries.problems.end(),
              [](const Problem& a, const Problem& b) { return a.file < b.file; });
    return entries;
}

}  // namespace rudolph
