#include "app/command_train.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "app/command_add.h"
#include "app/command_data.h"
#include "app/command_experiment.h"
#include "app/command_interrupt.h"
#include "app/command_model.h"
#include "app/command_output.h"
#include "app/command_train_display.h"
#include "core/base/error.h"
#include "core/base/json.h"
#include "core/train/resume_job.h"

namespace rudolph {
namespace {

struct TrainOptions : ExperimentOptions {
    std::string resume;
    int epochs = 0;
    bool find_rate = false;
    bool json = false;
};

TrainJob new_job(const TrainOptions& options) {
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
        job.experiment.data = data_of(options);
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
    if (curve.suggested > 0 && curve.fall < kClearFall)
        print(row_text("note", "no clear valley: the loss fell by " + percent_text(curve.fall) +
                                   " only, so the rate may be chance"));
}

Json curve_json(const RateCurve& curve) {
    Json steps = Json::array();
    for (const RateCurve::Step& step : curve.steps)
        steps.push_back({{"rate", step.rate},
                         {"loss", json_number(step.loss)},
                         {"smoothed", json_number(step.smoothed)}});
    return {{"suggested", curve.suggested}, {"fall", curve.fall}, {"steps", steps}};
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

int run_training(const TrainOptions& options) {
    TrainJob job = options.resume.empty() ? new_job(options) : resumed_job(options);
    prepare_to_train(job.experiment);
    job.dataset = open_data_of(job.experiment, options, !options.resume.empty());
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
    add_experiment_options(*command, *options);
    command
        ->add_option("--epochs", options->epochs,
                     "How many epochs in all; more than a finished run has extends it")
        ->check(CLI::Range(1, 100000));
    command->add_option("--resume", options->resume,
                        "Go on with a run that was stopped, was cut short or shall be longer");
    command->add_flag("--find-rate", options->find_rate,
                      "Only try rising learning rates and say which suits; keeps nothing");
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
