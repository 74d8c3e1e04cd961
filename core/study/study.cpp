#include "core/study/study.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/runs/run_files.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_places.h"
#include "core/runs/run_reader.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr int kStudyVersion = 1;
constexpr int kMostParts = 100;

std::string kind_name(StudyKind kind) {
    return kind == StudyKind::Seeds ? "seeds" : "folds";
}

bool is_over(const RunRecord& run) {
    return run.summary.state == RunState::Finished;
}

}  // namespace

Experiment experiment_of_part(const Study& study, int part) {
    Experiment experiment = study.experiment;
    if (study.kind == StudyKind::Seeds) {
        experiment.seed += static_cast<std::uint64_t>(part);
    } else {
        experiment.split.method = SplitMethod::Folds;
        experiment.split.folds = study.parts;
        experiment.split.fold = part + 1;
    }
    return experiment;
}

std::string part_name(const Study& study, int part) {
    const Experiment experiment = experiment_of_part(study, part);
    return study.kind == StudyKind::Seeds
               ? fmt::format("seed {}", experiment.seed)
               : fmt::format("fold {} of {}", experiment.split.fold, study.parts);
}

fs::path make_study(const fs::path& runs, const Study& study) {
    if (study.parts < 2 || study.parts > kMostParts)
        throw Error(fmt::format("a study has from 2 to {} runs, not {}", kMostParts, study.parts));
    fs::path folder = make_run_folder(
        runs, fmt::format("{}-{}-{}", study.experiment.name, study.parts, kind_name(study.kind)));
    write_run_experiment(folder, study.experiment);
    write_json(
        folder / kStudyFile,
        {{"version", kStudyVersion}, {"kind", kind_name(study.kind)}, {"parts", study.parts}});
    return folder;
}

Study read_study(const fs::path& folder) {
    const fs::path file = folder / kStudyFile;
    if (!is_study(folder))
        throw Error("there is no study here", {folder}, "rudolph study makes one");
    const Json json = read_json(file);
    Study study;
    try {
        if (whole_number<int>(json.at("version")) > kStudyVersion)
            throw Error("it was made by a newer version of Rudolph", {file}, "update Rudolph");
        const auto kind = json.at("kind").get<std::string>();
        study.parts = whole_number<int>(json.at("parts"));
        if ((kind != "seeds" && kind != "folds") || study.parts < 2 || study.parts > kMostParts)
            throw Error("the study is damaged", {file}, "make it anew");
        study.kind = kind == "seeds" ? StudyKind::Seeds : StudyKind::Folds;
    } catch (const Json::exception&) {
        throw Error("the study is damaged", {file}, "make it anew");
    }
    study.experiment = read_run_experiment(folder);
    return study;
}

bool StudyRuns::is_done(int part) const {
    const auto& run = parts[static_cast<size_t>(part)];
    return run && is_over(*run);
}

int StudyRuns::done() const {
    return static_cast<int>(std::count_if(parts.begin(), parts.end(),
                                          [](const auto& run) { return run && is_over(*run); }));
}

int StudyRuns::failed() const {
    return static_cast<int>(std::count_if(parts.begin(), parts.end(), [](const auto& run) {
        return run && run->summary.state == RunState::Failed;
    }));
}

std::optional<int> part_of(const Study& study, const Experiment& run) {
    for (int part = 0; part < study.parts; ++part) {
        const Experiment wanted = experiment_of_part(study, part);
        if (run.seed == wanted.seed && run.split == wanted.split)
            return part;
    }
    return {};
}

bool got_farther(const RunRecord& first, const RunRecord& second) {
    const auto rank = [](const RunRecord& run) {
        // What has failed is not gone on with, however far it was.
        return std::tuple(is_over(run), run.summary.state != RunState::Failed,
                          run.summary.epochs_done);
    };
    return rank(first) > rank(second);
}

StudyRuns runs_of_study(const fs::path& folder, const Study& study) {
    RunList list = list_runs(folder);
    StudyRuns runs;
    runs.parts.resize(static_cast<size_t>(study.parts));
    runs.problems = std::move(list.problems);
    for (RunRecord& run : list.runs) {
        const auto part = part_of(study, run.experiment);
        if (!part)
            continue;
        auto& place = runs.parts[static_cast<size_t>(*part)];
        if (!place || got_farther(run, *place))
            place = std::move(run);
    }
    return runs;
}

}  // namespace rudolph
