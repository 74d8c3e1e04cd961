#include "app/command_train.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>

#include "app/command_add.h"
#include "app/command_data.h"
#include "app/command_interrupt.h"
#include "app/command_model.h"
#include "app/command_output.h"
#include "app/command_settings.h"
#include "app/command_train_display.h"
#include "core/base/error.h"
#include "core/base/json.h"
#include "core/formats/join_datasets.h"
#include "core/formats/write_dataset.h"
#include "core/train/resume_job.h"

namespace rudolph {
namespace {

struct TrainOptions {
    OpenOptions open;
    std::string experiment;
    std::vector<std::string> data;
    std::vector<std::string> settings;
    std::string runs = "runs";
    std::string device;
    std::string resume;
    int epochs = 0;
    bool find_rate = false;
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

/// "A+B.rudolph" in the folder of the runs, or with a number where there is one.
std::filesystem::path free_project(const std::filesystem::path& folder, const std::string& name) {
    std::filesystem::path file = folder / (name + ".rudolph");
    for (int number = 2; std::filesystem::exists(file); ++number)
        file = folder / fmt::format("{}-{}.rudolph", name, number);
    return file;
}

/// The one data set; several are joined in a project beside the runs, so that all that a run is
/// looked at with later finds its faces.
std::string data_of(const TrainOptions& options) {
    if (options.data.size() == 1)
        return options.data.front();
    std::vector<Dataset> sets;
    OpenOptions open = options.open;
    open.scheme.reset();  // the one to join the sets in
    for (const std::string& data : options.data)
        sets.push_back(open_data(data, open));
    const LandmarkScheme target = options.open.scheme.value_or(sets.front().scheme);
    const JoinedDatasets joined = join_datasets(std::move(sets), target);
    for (const std::string& remark : joined.remarks)
        print_to_person(remark);
    WriteRequest request;
    request.destination = free_project(options.runs, joined.dataset.name);
    request.pictures = PictureHandling::Refer;
    std::filesystem::create_directories(options.runs);
    std::string file = write_dataset(joined.dataset, request, interrupt_token()).string();
    print_to_person("the sets are joined in " + file);
    return file;
}

Experiment experiment_of(const TrainOptions& options) {
    Experiment experiment = preset_or_file(options.experiment);
    apply_settings(experiment, options.settings);
    if (!options.data.empty())
        experiment.data = data_of(options);
    if (experiment.data.empty())
        throw UsageError("which data set? Name it with --data");
    experiment.data = std::filesystem::absolute(experiment.data).lexically_normal().string();
    if (!options.device.empty())
        experiment.device = device_choice(options.device);
    require_valid_settings(experiment, options.settings);
    return experiment;
}

TrainJob new_job(TrainOptions options) {
    give_back_experiment(options);
    TrainJob job;
    job.experiment = experiment_of(options);
    if (options.epochs > 0)
        job.experiment.epochs = options.epochs;
    job.runs = options.runs;
    return job;
}

TrainJob resumed_job(const TrainOptions& options) {
    if (!options.experiment.empty() || !options.settings.empty())
        throw UsageError(
            "a run is resumed with the experiment it has; only --epochs and --data may be given");
    TrainJob job = resume_job(options.resume, options.epochs);
    if (!options.data.empty())
        job.experiment.data =
            std::filesystem::absolute(data_of(options)).lexically_normal().string();
    return job;
}

/// Learning rates from left to right, each with its loss as a bar.
void print_curve(const RateCurve& curve) {
    constexpr size_t kEvery = 4;
    double highest = 0;
    for (const RateCurve::Step& step : curve.steps)
        highest = std::max(highest, step.smoothed);
    for (size_t i = 0; i < curve.steps.size(); i += kEvery) {
        const RateCurve::Step& step = curve.steps[i];
        print(fmt::format("{:<10} {} {}\n", figure_text(step.rate),
                          bar_text(highest > 0 ? step.smoothed / highest : 0, 40),
                          figure_text(step.smoothed)));
    }
    print(row_text("suggested", curve.suggested > 0
                                    ? "optimiser.learning_rate=" + figure_text(curve.suggested)
                                    : "no rate: the loss never fell"));
}

Json curve_json(const RateCurve& curve) {
    Json steps = Json::array();
    for (const RateCurve::Step& step : curve.steps)
        steps.push_back({{"rate", step.rate},
                         {"loss", json_number(step.loss)},
                         {"smoothed", json_number(step.smoothed)}});
    return {{"suggested", curve.suggested}, {"steps", steps}};
}

int find_rate(const TrainJob& job, bool json) {
    const auto engine = open_engine_for_person();
    ProgressReport progress("trying learning rates");
    const RateCurve curve = engine->find_learning_rate(job, progress.callback(), interrupt_token());
    progress.clear();
    if (json)
        print(json_text(curve_json(curve)));
    else
        print_curve(curve);
    return kSuccess;
}

/// How the data are opened: as the experiment says, which --data replaces with data that are read
/// in another way; those of a run that goes on are its own, if perhaps elsewhere.
OpenOptions open_options_of(const TrainOptions& options, const Experiment& experiment) {
    // Joined sets are a project, which says how it is read.
    if (options.data.size() > 1)
        return {};
    const bool is_kept = options.data.empty() || !options.resume.empty();
    return is_kept ? open_options_from(experiment.opening, options.open) : options.open;
}

int run_training(const TrainOptions& options) {
    TrainJob job = options.resume.empty() ? new_job(options) : resumed_job(options);
    job.dataset = std::make_shared<const Dataset>(
        open_data(job.experiment.data, open_options_of(options, job.experiment)));
    job.experiment.opening = job.dataset->opening;
    if (!job.dataset->problems.empty())
        print_to_person(fmt::format("{} in the data set; rudolph inspect {} names them",
                                    count_text(job.dataset->problems.size(), "problem"),
                                    shell_quoted(job.experiment.data)));
    if (options.find_rate)
        return find_rate(job, options.json);
    const auto engine = open_engine_for_person();
    TrainDisplay display(options.json ? TrainOutput::JsonLines : TrainOutput::Text);
    const TrainResult result = engine->train(job, display.observer(), interrupt_token());
    display.finish(result, options.data.size() == 1 ? options.data.front() : job.experiment.data);
    return result.stopped ? interrupted_status() : kSuccess;
}

}  // namespace

void add_train_command(CLI::App& app, Action& action) {
    const auto [command, options] =
        add_command(app, action, "train", "Train a network on a data set", run_training);
    command->add_option(
        "EXPERIMENT", options->experiment,
        fmt::format("A preset ({}) or an experiment's JSON file", fmt::join(preset_names(), ", ")));
    add_open_options(*command, options->open);
    command
        ->add_option(
            "--data", options->data,
            "The data set to learn from; several, each after a --data of its own, are joined "
            "in the points of the first or of --scheme, and each point is learnt from the "
            "faces that have it")
        ->allow_extra_args(false);
    command->add_option("--set", options->settings,
                        "key=value: change settings, as experiment.json names them");
    command->add_option("--runs", options->runs, "The folder that the run's folder is made in")
        ->capture_default_str();
    command
        ->add_option("--epochs", options->epochs,
                     "How many epochs in all; more than a finished run has extends it")
        ->check(CLI::Range(1, 100000));
    command->add_option("--resume", options->resume,
                        "Go on with a run that was stopped, was cut short or shall be longer");
    command->add_flag("--find-rate", options->find_rate,
                      "Only try rising learning rates and say which suits; keeps nothing");
    add_device_option(*command, options->device);
    command->add_flag("--json", options->json, "Print one JSON object a line");
    command->footer(
        "\nCtrl+C stops the training and keeps the run with what was learnt so far.\n"
        "A resumed run gives the numbers that it would have given without the break.\n\n"
        "Examples:\n"
        "  rudolph train nose-tip --data faces\n"
        "  rudolph train full-face --data faces --set epochs=40 augmentation.shift_px=5\n"
        "  rudolph train face68-fast --data 300w --data wflw.json --scheme ibug-68\n"
        "  rudolph train my-experiment.json --data faces --device cpu\n"
        "  rudolph train --resume runs/full-face-20250131-101500 --epochs 60");
}

}  // namespace rudolph
