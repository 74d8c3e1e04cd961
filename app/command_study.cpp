#include "app/command_study.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cmath>

#include "app/command_add.h"
#include "app/command_data.h"
#include "app/command_experiment.h"
#include "app/command_interrupt.h"
#include "app/command_model.h"
#include "app/command_output.h"
#include "app/command_study_training.h"
#include "core/base/error.h"
#include "core/base/json.h"
#include "core/study/study_figures.h"
#include "core/study/study_text.h"
#include "core/study/study_training.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

struct StudyOptions : ExperimentOptions {
    int seeds = 0;
    int folds = 0;
    std::string resume;
    std::string show;
    std::vector<std::string> compare;
    StudyTrainingOptions training;
    bool json = false;
};

std::string error_text(const StudyFigures& figures, double error) {
    return figures.by_nme ? percent_text(error) : pixels_text(error);
}

std::string spread_text(const StudyFigures& figures) {
    const RunSpread& spread = figures.spread;
    std::string text = error_text(figures, spread.mean);
    if (std::isfinite(spread.low))
        text += fmt::format(", from {} to {} (95 %); from run to run ± {}",
                            error_text(figures, spread.low), error_text(figures, spread.high),
                            error_text(figures, spread.deviation));
    return text;
}

Json study_json(const fs::path& folder, const Study& study, const StudyRuns& runs) {
    const StudyFigures figures = study_figures(study, runs);
    Json parts = Json::array();
    size_t next = 0;
    for (int part = 0; part < study.parts; ++part) {
        const auto& run = runs.parts[static_cast<size_t>(part)];
        Json entry = {{"part", part_name(study, part)}};
        if (run)
            entry.update(
                {{"run", path_text(run->folder)}, {"state", to_string(run->summary.state)}});
        if (runs.is_done(part))
            entry["error"] = json_number(figures.runs[next++]);
        parts.push_back(entry);
    }
    return {{"study", path_text(folder)},
            {"kind", study.kind == StudyKind::Seeds ? "seeds" : "folds"},
            {"measure", figures.by_nme ? "nme" : "error_px"},
            {"parts", parts},
            {"failed", runs.failed()},
            {"mean", json_number(figures.spread.mean)},
            {"deviation", json_number(figures.spread.deviation)},
            {"low", json_number(figures.spread.low)},
            {"high", json_number(figures.spread.high)}};
}

void print_study(const fs::path& folder, const Study& study, const StudyRuns& runs) {
    const StudyFigures figures = study_figures(study, runs);
    size_t next = 0;
    for (int part = 0; part < study.parts; ++part) {
        const auto& run = runs.parts[static_cast<size_t>(part)];
        std::string text = !run                 ? "not trained yet"
                           : runs.is_done(part) ? error_text(figures, figures.runs[next++])
                                                : to_string(run->summary.state) + " after " +
                                                      count_text(run->summary.epochs_done, "epoch");
        print(row_text(part_name(study, part), text));
    }
    if (!figures.runs.empty())
        print(row_text(figures.by_nme ? "NME" : "error", spread_text(figures)));
    if (runs.failed() > 0)
        print(row_text("left out",
                       count_text(runs.failed(), "run") +
                           " that failed; once more: rudolph study --failed-again --resume " +
                           shell_quoted(path_text(folder))));
    if (next_training(folder, study, runs))
        print(fmt::format("{} of {} are finished; go on: rudolph study --resume {}\n", runs.done(),
                          count_text(study.parts, "run"), shell_quoted(path_text(folder))));
}

int show(const StudyOptions& options, const fs::path& folder) {
    const Study study = read_study(folder);
    const StudyRuns runs = runs_of_study(folder, study);
    for (const Problem& problem : runs.problems)
        print_to_person("cannot be read: " + problem_text(problem));
    if (options.json)
        print(json_text(study_json(folder, study, runs)));
    else
        print_study(folder, study, runs);
    return kSuccess;
}

int compare(const StudyOptions& options) {
    const fs::path first = options.compare[0];
    const fs::path second = options.compare[1];
    const Study one = read_study(first);
    const Study two = read_study(second);
    const StudyComparison comparison =
        compare_studies(one, runs_of_study(first, one), two, runs_of_study(second, two));
    if (options.json) {
        const StudyDifference& difference = comparison.difference;
        print(json_text({{"measure", comparison.by_nme ? "nme" : "error_px"},
                         {"faces", comparison.faces},
                         {"persons", difference.persons},
                         {"difference", json_number(difference.mean)},
                         {"low", json_number(difference.low)},
                         {"high", json_number(difference.high)},
                         {"paired", difference.paired},
                         {"knows_seeds", difference.knows_seeds},
                         {"runs_needed", difference.runs_needed},
                         {"first_failed", comparison.first_failed},
                         {"second_failed", comparison.second_failed},
                         {"text", comparison_text(comparison)},
                         {"method", comparison_method()}}));
    } else {
        print(path_text(second) + " against " + path_text(first) + ":\n");
        print(comparison_text(comparison) + "\n" + comparison_method() + "\n");
    }
    return kSuccess;
}

/// Trains what is missing. Returns the status of the command.
int train_rest(const StudyOptions& options, const fs::path& folder, const Study& study,
               const std::shared_ptr<const Dataset>& dataset) {
    if (!train_study_for_person(folder, study, dataset, options.training, options.json)) {
        print_to_person("the study is kept; go on: rudolph study --resume " +
                        shell_quoted(path_text(folder)));
        return interrupted_status();
    }
    if (!options.json)
        print("\n");
    return show(options, folder);
}

int run_study(const StudyOptions& options) {
    const int ways = (options.seeds > 0 ? 1 : 0) + (options.folds > 0 ? 1 : 0) +
                     (options.resume.empty() ? 0 : 1) + (options.show.empty() ? 0 : 1) +
                     (options.compare.empty() ? 0 : 1);
    if (ways != 1)
        throw UsageError(
            "say one of --seeds K, --folds K, --resume STUDY, --show STUDY, --compare STUDY STUDY");
    if (options.training.failed_again && options.resume.empty())
        throw UsageError("--failed-again goes with --resume STUDY");
    if (!options.show.empty())
        return show(options, options.show);
    if (!options.compare.empty())
        return compare(options);
    if (!options.resume.empty()) {
        if (!options.experiment.empty() || !options.settings.empty())
            throw UsageError(
                "a study goes on with the experiment it has; only --data may be given");
        Study study = read_study(options.resume);
        if (!options.data.empty())
            study.experiment.data = data_of(options);
        prepare_to_train(study.experiment);
        const auto dataset = open_data_of(study.experiment, options, true);
        return train_rest(options, options.resume, study, dataset);
    }
    Study study;
    study.kind = options.seeds > 0 ? StudyKind::Seeds : StudyKind::Folds;
    study.parts = std::max(options.seeds, options.folds);
    study.experiment = experiment_of(options);
    prepare_to_train(study.experiment);
    const auto dataset = open_data_of(study.experiment, options, false);
    const fs::path folder = begin_study(options.runs, study, *dataset);
    if (!options.json)
        print(row_text("study", path_text(folder)));
    return train_rest(options, folder, study, dataset);
}

}  // namespace

void add_study_command(CLI::App& app, Action& action) {
    const auto [command, options] =
        add_command(app, action, "study",
                    "Repeat an experiment, so that its answer is more than chance", run_study);
    add_experiment_options(*command, *options);
    command->add_option("--seeds", options->seeds, "Train it so often, with one seed after another")
        ->check(CLI::Range(2, 100));
    command
        ->add_option(
            "--folds", options->folds,
            "Train it so often, each time with another group of persons to validate on, so "
            "that every face validates once")
        ->check(CLI::Range(2, 100));
    command->add_option("--resume", options->resume,
                        "Train what a study lacks: the folder that it was made in");
    command->add_flag(
        "--failed-again", options->training.failed_again,
        "With --resume: train the runs that have failed anew, too, as when a disk was "
        "full; one that diverged will do so again");
    command
        ->add_option(
            "--at-once", options->training.at_once,
            "Train at most so many runs beside each other, each on one processor, where the "
            "first run shows that such a training needs no more than one; else as many as "
            "there are processors. The figures are the same")
        ->check(CLI::Range(1, 64));
    command->add_option("--show", options->show, "Tell what a study has found so far");
    command
        ->add_option("--compare", options->compare,
                     "Two studies: by how much the second is better, and whether that is chance")
        ->expected(2);
    command->add_flag("--json", options->json, "Print one JSON object a line");
    command->footer(
        "\nA study is a folder in the folder of runs; each of its runs is an ordinary one. Ctrl+C "
        "stops the run that goes on and keeps it.\n"
        "The intervals are for other persons and other seeds than those that were there.\n\n"
        "Examples:\n"
        "  rudolph study nose-tip --data faces --seeds 5\n"
        "  rudolph study full-face --data faces --folds 8\n"
        "  rudolph study --resume runs/nose-tip-5-seeds-20250131-101500\n"
        "  rudolph study --compare runs/nose-tip-5-seeds-… runs/nose-tip-wide-5-seeds-…");
}

}  // namespace rudolph
