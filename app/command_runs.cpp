#include "app/command_runs.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "app/command_add.h"
#include "app/command_data.h"
#include "app/command_interrupt.h"
#include "app/command_output.h"
#include "app/command_output_target.h"
#include "app/command_run_json.h"
#include "app/command_runs_compare.h"
#include "app/command_stress.h"
#include "core/base/error.h"
#include "core/base/json.h"
#include "core/experiment/fields.h"
#include "core/runs/run_reader.h"
#include "core/runs/run_table.h"
#include "core/runs/share_run.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

struct RunsOptions {
    std::string folder = "runs";
    std::string run;
    bool json = false;
    bool csv = false;
};

std::string short_figure(double value, const char* unit) {
    return std::isfinite(value) ? fmt::format("{:.2f}{}", value, unit) : "-";
}

/// fmt pads by characters, so the table stays straight with names in any alphabet.
std::string table_row(const std::string& name, const std::string& state, const std::string& epochs,
                      const std::string& error, const std::string& nme, const std::string& started,
                      size_t name_width) {
    return fmt::format("{:<{}}  {:<11}  {:>7}  {:>10}  {:>8}  {}\n", name, name_width, state,
                       epochs, error, nme, started);
}

void print_runs(const RunList& list) {
    size_t width = 3;
    for (const RunRecord& run : list.runs)
        width = std::max(width, run.name.size());
    print(table_row("run", "state", "epochs", "error", "NME", "started", width));
    for (const RunRecord& run : list.runs)
        print(table_row(run.name, to_string(run.summary.state),
                        fmt::format("{}/{}", run.summary.epochs_done, run.experiment.epochs),
                        short_figure(run.summary.error_px, " px"),
                        short_figure(run.summary.nme * 100, " %"), run.summary.started, width));
}

int list(const RunsOptions& options) {
    if (!fs::is_directory(options.folder))
        throw Error("there is no folder of runs here", {options.folder},
                    "rudolph train makes one; name another with rudolph runs list DIR");
    if (options.json && options.csv)
        throw UsageError("--json and --csv exclude each other");
    if (options.csv) {
        const RunEntries found = RunIndex().read(options.folder);
        print(runs_csv(found.runs));
        for (const Problem& problem : found.problems)
            print_to_person("cannot be read: " + problem_text(problem));
        return kSuccess;
    }
    const RunList found = list_runs(options.folder);
    if (options.json) {
        Json runs = Json::array();
        for (const RunRecord& run : found.runs)
            runs.push_back(run_json(run));
        print(json_text({{"runs", runs}, {"problems", problems_json(found.problems)}}));
        return kSuccess;
    }
    if (found.runs.empty())
        print("no runs in " + options.folder + "\n");
    else
        print_runs(found);
    for (const Problem& problem : found.problems)
        print_to_person("cannot be read: " + problem_text(problem));
    return kSuccess;
}

std::string faces_and_network(const RunSummary& summary) {
    return fmt::format("{} train, {} validation; {} parameters", summary.train_faces,
                       summary.validation_faces, grouped_text(summary.parameters));
}

void print_experiment(const Experiment& experiment) {
    std::string section;
    for (const Field& field : experiment_fields()) {
        if (!field_applies(experiment, field))
            continue;
        const std::string value = field_text(experiment, field.key);
        if (value.empty())
            continue;
        if (field.section != section)
            print("\n" + field.section + "\n");
        section = field.section;
        print(fmt::format("  {:<26} {}{}{}\n", field.key, value, field.unit.empty() ? "" : " ",
                          field.unit));
    }
}

void print_epochs(const RunRecord& run) {
    if (run.epochs.empty())
        return;
    print("\nepoch  train      validation  error      NME       time\n");
    for (const EpochMetrics& epoch : run.epochs)
        print(fmt::format("{:>5}  {:<9}  {:<10}  {:<9}  {:<8}  {}{}\n", epoch.epoch,
                          figure_text(epoch.train_loss), figure_text(epoch.validation_loss),
                          pixels_text(epoch.error_px), percent_text(epoch.nme),
                          duration_text(epoch.seconds),
                          epoch.epoch == run.summary.best_epoch ? "  best" : ""));
}

int show(const RunsOptions& options) {
    const RunRecord run = read_run(run_folder(options.run));
    if (options.json) {
        print(json_text(run_json(run, RunDetail::Everything)));
        return kSuccess;
    }
    const RunSummary& summary = run.summary;
    print(row_text("run", path_text(run.folder)));
    print(row_text("state", to_string(summary.state) +
                                (summary.message.empty() ? "" : ": " + summary.message)));
    print(row_text("started", fmt::format("{}, trained for {} on {}", summary.started,
                                          duration_text(summary.seconds), summary.device)));
    print(row_text("faces", faces_and_network(summary)));
    for (const std::string& sentence : summary.weights)
        print(row_text("weights", sentence));
    print(row_text("epochs", fmt::format("{} of {}", summary.epochs_done, run.experiment.epochs)));
    if (summary.best_epoch > 0) {
        print(row_text(
            "best", fmt::format("epoch {}, MSE {}", summary.best_epoch, figure_text(summary.mse))));
        print(row_text("error", better_than_constant_text(summary)));
        print(row_text("NME", percent_text(summary.nme) + " of " + summary.normaliser));
        print(row_text("AUC@0.08", figure_text(summary.auc_08)));
        print(row_text("FR@0.08", percent_text(summary.fr_08)));
        print_shapes(summary.shape_variance_ratio, summary.turn_right_share);
        if (!summary.stress.empty())
            print_stress(summary.stress);
    }
    print_experiment(run.experiment);
    print_epochs(run);
    return kSuccess;
}

struct ShareOptions {
    std::string run;
    std::string destination;
};

int share(const ShareOptions& options) {
    refuse_standard_output(options.destination);
    ProgressReport progress("copying");
    const auto folder = share_run(run_folder(options.run), options.destination, interrupt_token(),
                                  progress.callback());
    progress.clear();
    print("written to " + path_text(folder) + "\n");
    return kSuccess;
}

}  // namespace

fs::path run_folder(const std::string& name) {
    const fs::path in_runs = fs::path("runs") / name;
    return !fs::exists(name) && fs::exists(in_runs) ? in_runs : fs::path(name);
}

void add_runs_command(CLI::App& app, Action& action) {
    CLI::App* command =
        add_command(app, action, "runs", "Look at finished and unfinished trainings", {});
    command->require_subcommand(1);
    command->footer(
        "\nExamples:\n  rudolph runs list\n  rudolph runs show runs/NAME --json\n"
        "  rudolph runs compare runs/A runs/B\n  rudolph runs report runs/A runs/B --out "
        "report.html");
    const auto [list_command, listed] =
        add_command(*command, action, "list", "All runs in a folder, newest first", list);
    list_command->add_option("DIR", listed->folder, "The folder of runs")->capture_default_str();
    list_command->add_flag("--json", listed->json, "Print JSON");
    list_command->add_flag("--csv", listed->csv,
                           "Print a table as CSV, with marks and the settings that differ");
    const auto [show_command, shown] =
        add_command(*command, action, "show", "One run: its figures, settings and epochs", show);
    show_command->add_option("RUN", shown->run, "A run folder, or its name in runs/")->required();
    show_command->add_flag("--json", shown->json, "Print JSON");
    add_run_comparisons(*command, action);
    const auto [share_command, shared] =
        add_command(*command, action, "share",
                    "Copy a run to hand it on: without private.json, which tells where the data "
                    "lie, and without what only going on needs",
                    share);
    share_command->add_option("RUN", shared->run, "A run folder, or its name in runs/")->required();
    share_command->add_option("FOLDER", shared->destination, "Where the copy goes")->required();
}

}  // namespace rudolph
