#include "app/command_bench.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "app/command_add.h"
#include "app/command_data.h"
#include "app/command_interrupt.h"
#include "app/command_model.h"
#include "app/command_output.h"
#include "app/command_settings.h"
#include "core/base/json.h"

namespace rudolph {
namespace {

struct BenchOptions {
    OpenOptions open;
    std::string experiment;
    std::string data;
    std::vector<std::string> settings;
    int repeats = 5;
    bool json = false;
};

Json way_json(const SpeedReport::Way& way) {
    return {{"precision", way.precision},
            {"threads", way.threads},
            {"split_batch", way.split_batch},
            {"images_per_second", way.images_per_second}};
}

Json speed_json(const SpeedReport& report) {
    Json ways = Json::array();
    for (const SpeedReport::Way& way : report.ways)
        ways.push_back(way_json(way));
    return {{"faces", report.faces},
            {"ways", ways},
            {"chosen", way_json(report.chosen)},
            {"loader_threads", report.loader_threads},
            {"epoch_seconds", report.epoch_seconds},
            {"steps_seconds", report.steps_seconds},
            {"loader_ratio", report.epoch_seconds / report.steps_seconds},
            {"predict_images_per_second", report.predict_images_per_second}};
}

std::string way_text(const SpeedReport::Way& way) {
    return fmt::format("{}, {}{}", way.precision, count_text(way.threads, "thread"),
                       way.split_batch ? ", shared" : "");
}

void print_speed(const SpeedReport& report) {
    const double first = report.ways.front().images_per_second;
    for (const SpeedReport::Way& way : report.ways)
        print(row_text(
            "steps", fmt::format("{:<27} {:>8.1f} images/s  {:.2f} times the first", way_text(way),
                                 way.images_per_second, way.images_per_second / first)));
    print(row_text("chosen", fmt::format("{}; {} load", way_text(report.chosen),
                                         count_text(report.loader_threads, "thread"))));
    print(row_text("epoch", fmt::format("{} with the loader, {} on prepared batches: {:.2f} times",
                                        duration_text(report.epoch_seconds),
                                        duration_text(report.steps_seconds),
                                        report.epoch_seconds / report.steps_seconds)));
    print(row_text("predict",
                   fmt::format("{:.1f} faces/s, one at a time", report.predict_images_per_second)));
}

int bench(const BenchOptions& options) {
    TrainJob job;
    job.experiment = preset_or_file(options.experiment);
    apply_settings(job.experiment, options.settings);
    job.experiment.data = options.data;
    require_valid_settings(job.experiment, options.settings);
    job.dataset = std::make_shared<const Dataset>(open_data(options.data, options.open));
    const auto engine = open_engine_for_person();
    ProgressReport progress("measuring");
    const SpeedReport report =
        engine->measure_training(job, options.repeats, progress.callback(), interrupt_token());
    progress.clear();
    if (options.json)
        print(json_text(speed_json(report)));
    else
        print_speed(report);
    return kSuccess;
}

}  // namespace

void add_bench_command(CLI::App& app, Action& action) {
    const auto [command, options] = add_command(
        app, action, "bench", "Measure how fast an experiment trains on this machine", bench);
    command->add_option("EXPERIMENT", options->experiment, "A preset or an experiment's JSON file")
        ->required();
    command->add_option("--data", options->data, "The data set to train on")->required();
    add_open_options(*command, options->open);
    command->add_option("--set", options->settings, "key=value: change settings");
    command->add_option("--repeats", options->repeats, "Epochs of each kind; medians are shown")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command->add_flag("--json", options->json, "Print the figures as JSON");
    command->footer(
        "\nTrainings of such a network are computed as is found here from now on, so close other "
        "programs first; compare only figures of one run.\n\n"
        "Examples:\n"
        "  rudolph bench full-face --data faces\n"
        "  rudolph bench resnet18-ibug --data ibug --repeats 1 --json");
}

}  // namespace rudolph
