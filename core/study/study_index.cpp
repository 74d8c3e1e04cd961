#include "core/study/study_index.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "core/base/error.h"
#include "core/base/nan.h"
#include "core/runs/run_files.h"
#include "core/runs/run_folder.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

Problem study_problem(const Error& error, const fs::path& folder) {
    return {error.place().file.empty() ? folder : error.place().file, error.place().line,
            error.message(), ""};
}

RunState state_of(const StudyEntry& study) {
    const auto is = [](RunState state) {
        return [state](const RunEntryPtr& run) { return run && run->run.summary.state == state; };
    };
    if (std::any_of(study.runs.begin(), study.runs.end(), is(RunState::Running)))
        return RunState::Running;
    if (study.lacks_runs())
        return RunState::Stopped;
    return study.done() > 0 ? RunState::Finished : RunState::Failed;
}

/// Means over the finished runs; NaN where one does not know the figure.
void set_figures(RunSummary& summary, const std::vector<RunEntryPtr>& finished) {
    for (double RunSummary::*figure :
         {&RunSummary::mse, &RunSummary::error_px, &RunSummary::nme, &RunSummary::auc_08,
          &RunSummary::fr_08, &RunSummary::shape_variance_ratio, &RunSummary::turn_right_share,
          &RunSummary::constant_error_px}) {
        double sum = 0;
        for (const RunEntryPtr& run : finished)
            sum += run->run.summary.*figure;
        summary.*figure = finished.empty() ? kNaN : sum / static_cast<double>(finished.size());
    }
}

RunEntryPtr as_one_run(const StudyEntry& study, RunMarks marks) {
    auto entry = std::make_shared<RunEntry>();
    entry->run.folder = study.folder;
    entry->run.name = study.folder.filename().string();
    entry->run.experiment = study.study.experiment;
    entry->marks = std::move(marks);
    PresetChanges changes = changes_against_preset(study.study.experiment);
    entry->preset = std::move(changes.preset);
    entry->changes = std::move(changes.changes);
    const std::vector<RunEntryPtr> finished = study.finished();
    RunSummary& summary = entry->run.summary;
    // What all its runs have in common.
    if (!finished.empty() || !study.runs.empty())
        summary = (finished.empty() ? study.runs : finished).front()->run.summary;
    summary.message.clear();
    summary.stress.clear();
    summary.state = state_of(study);
    summary.best_epoch = 0;
    summary.seconds = 0;
    summary.epochs_done = 0;
    if (study.study.kind == StudyKind::Folds)
        summary.validation_faces = 0;
    set_figures(summary, finished);
    for (const RunEntryPtr& run : study.runs) {
        const RunSummary& part = run->run.summary;
        summary.seconds += part.seconds;
        summary.epochs_done = std::max(summary.epochs_done, part.epochs_done);
        if (run->started_seconds &&
            (!entry->started_seconds || *run->started_seconds < *entry->started_seconds)) {
            entry->started_seconds = run->started_seconds;
            summary.started = part.started;
        }
    }
    if (study.study.kind == StudyKind::Folds)
        for (const RunEntryPtr& run : finished)
            summary.validation_faces += run->run.summary.validation_faces;
    return entry;
}

/// Throws Error where it is no study; broken marks are a problem and shown as none.
StudyEntryPtr make_entry(const fs::path& folder, const std::vector<RunEntryPtr>& runs,
                         std::vector<Problem>& problems) {
    auto entry = std::make_shared<StudyEntry>();
    entry->study = read_study(folder);
    RunMarks marks;
    try {
        marks = read_marks(folder);
    } catch (const Error& error) {
        problems.push_back(study_problem(error, folder));
    }
    entry->folder = folder;
    entry->runs = runs;
    entry->parts.resize(static_cast<size_t>(entry->study.parts));
    for (const RunEntryPtr& run : runs)
        if (const auto part = part_of(entry->study, run->run.experiment)) {
            RunEntryPtr& place = entry->parts[static_cast<size_t>(*part)];
            if (!place || got_farther(run->run, place->run))
                place = run;
        }
    entry->figures = study_figures(entry->study, entry->study_runs());
    entry->as_run = as_one_run(*entry, std::move(marks));
    return entry;
}

std::vector<fs::path> study_folders(const fs::path& folder) {
    std::vector<fs::path> folders;
    if (!is_there(folder))
        return folders;
    std::error_code failed;
    fs::directory_iterator entry(folder, failed);
    for (; !failed && entry != fs::directory_iterator(); entry.increment(failed))
        if (is_study(entry->path()))
            folders.push_back(entry->path());
    if (failed)
        throw Error("the studies cannot be listed: " + failed.message(), {folder});
    return folders;
}

}  // namespace

StudyRuns StudyEntry::study_runs() const {
    StudyRuns result;
    for (const RunEntryPtr& part : parts)
        result.parts.push_back(part ? std::optional(part->run) : std::nullopt);
    return result;
}

std::vector<RunEntryPtr> StudyEntry::finished() const {
    std::vector<RunEntryPtr> result;
    for (const int part : figures.parts)
        result.push_back(parts[static_cast<size_t>(part)]);
    return result;
}

int StudyEntry::failed() const {
    return static_cast<int>(std::count_if(parts.begin(), parts.end(), [](const RunEntryPtr& run) {
        return run && run->run.summary.state == RunState::Failed;
    }));
}

bool StudyEntry::lacks_runs() const {
    return std::any_of(parts.begin(), parts.end(), [](const RunEntryPtr& run) {
        return !run || run->run.summary.state == RunState::Stopped ||
               run->run.summary.state == RunState::Interrupted;
    });
}

StudyEntryPtr read_study_entry(const fs::path& folder) {
    std::vector<RunEntryPtr> runs;
    for (const fs::path& run : run_folders(folder))
        try {
            runs.push_back(read_entry(run));
        } catch (const Error&) {
            // Whoever lists the runs says so.
            continue;
        }
    std::vector<Problem> broken_marks;
    return make_entry(folder, runs, broken_marks);
}

StudyEntries StudyIndex::read(const fs::path& folder, const std::vector<RunEntryPtr>& runs) {
    std::map<fs::path, std::vector<RunEntryPtr>> by_folder;
    for (const RunEntryPtr& run : runs)
        by_folder[run->run.folder.parent_path()].push_back(run);
    StudyEntries entries;
    std::map<fs::path, Known> known;
    for (const fs::path& path : study_folders(folder)) {
        Known now{{file_stamp(path / kStudyFile), file_stamp(path / kExperimentFile),
                   file_stamp(path / kMarksFile)},
                  by_folder[path],
                  nullptr,
                  {}};
        const auto before = known_.find(path);
        if (before != known_.end() && before->second.entry && before->second.stamps == now.stamps &&
            before->second.runs == now.runs)
            now = before->second;
        else
            try {
                now.entry = make_entry(path, now.runs, now.problems);
            } catch (const Error& error) {
                now.problems.push_back(study_problem(error, path));
            }
        if (now.entry)
            entries.studies.push_back(now.entry);
        entries.problems.insert(entries.problems.end(), now.problems.begin(), now.problems.end());
        known.emplace(path, std::move(now));
    }
    known_ = std::move(known);
    std::sort(entries.studies.begin(), entries.studies.end(),
              [](const StudyEntryPtr& a, const StudyEntryPtr& b) {
                  return a->as_run->started_seconds != b->as_run->started_seconds
                             ? a->as_run->started_seconds > b->as_run->started_seconds
                             : a->folder > b->folder;
              });
    return entries;
}

}  // namespace rudolph
