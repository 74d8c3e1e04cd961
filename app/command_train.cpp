#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>

#include "app/command.h"
#include "app/command_data.h"
#include "app/command_interrupt.h"
#include "app/command_model.h"
#include "app/command_output.h"
#include "app/command_settings.h"
#include "app/command_train_display.h"
#include "core/base/error.h"

namespace rudolph {
namespace {

struct TrainOptions {
    std::string experiment;
    std::string data;
    std::vector<std::string> settings;
    std::string runs = "runs";
    std::string device;
    bool json = false;
};

/// "--set" takes all words up to the next option, so in "--set epochs=1 nose-tip" it takes the
/// experiment too.
void give_back_experiment(TrainOptions& options) {
    if (!options.experiment.empty())
        return;
    const auto is_experiment = [](const std::string& word) {
        return word.find('=') == std::string::npos;
    };
    const auto found =
        std::find_if(options.settings.begin(), options.settings.end(), is_experiment);
    if (found == options.settings.end())
        throw UsageError("which experiment? Name a preset (" +
                         fmt::format("{}", fmt::join(preset_names(), ", ")) + ") or a file");
    options.experiment = *found;
    options.settings.erase(found);
}

Experiment experiment_of(const TrainOptions& options) {
    Experiment experiment = preset_or_file(options.experiment);
    apply_settings(experiment, options.settings);
    if (!options.data.empty())
        experiment.data = options.data;
    if (experiment.data.empty())
        throw UsageError("which data set? Name it with --data");
    experiment.data = std::filesystem::absolute(experiment.data).lexically_normal().string();
    if (!options.device.empty())
        experiment.device = device_choice(options.device);
    require_valid_settings(experiment, options.settings);
    return experiment;
}

int run_training(TrainOptions options) {
    give_back_experiment(options);
    TrainJob job;
    job.experiment = experiment_of(options);
    job.runs = options.runs;
    job.dataset = open_data(job.experiment.data);
    if (!job.dataset.problems.empty())
        print_to_person(
            fmt::format("{} in the data set; rudolph inspect {} names them",
                        count_text(static_cast<long long>(job.dataset.problems.size()), "problem"),
                        shell_quoted(job.experiment.data)));
    const auto engine = open_engine_for_person();
    TrainDisplay display(options.json ? TrainOutput::JsonLines : TrainOutput::Text);
    const TrainResult result = engine->train(job, display.observer(), interrupt_token());
    display.finish(result, options.data.empty() ? job.experiment.data : options.data);
    return result.stopped ? interrupted_status() : kSuccess;
}

}  // namespace

void add_train_command(CLI::App& app, Action& action) {
    auto options = std::make_shared<TrainOptions>();
    CLI::App* command = app.add_subcommand("train", "Train a network on a data set");
    command->add_option(
        "EXPERIMENT", options->experiment,
        fmt::format("A preset ({}) or an experiment's JSON file", fmt::join(preset_names(), ", ")));
    command->add_option("--data", options->data, "The data set to learn from");
    command->add_option("--set", options->settings,
                        "key=value: change settings, as experiment.json names them");
    command->add_option("--runs", options->runs, "The folder that the run's folder is made in")
        ->capture_default_str();
    add_device_option(*command, options->device);
    command->add_flag("--json", options->json, "Print one JSON object a line");
    command->footer(
        "\nCtrl+C stops the training and keeps the run with what was learnt so far.\n\n"
        "Examples:\n"
        "  rudolph train nose-tip --data faces\n"
        "  rudolph train full-face --data faces --set epochs=40 augmentation.shift_px=5\n"
        "  rudolph train my-experiment.json --data faces --device cpu");
    command->callback(
        [options, &action] { action = [options] { return run_training(*options); }; });
}

}  // namespace rudolph
