#include "app/command_experiment.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <CLI/CLI.hpp>

#include "app/command_data.h"
#include "app/command_interrupt.h"
#include "app/command_model.h"
#include "app/command_output.h"
#include "app/command_settings.h"
#include "core/formats/join_datasets.h"
#include "core/formats/write_dataset.h"

namespace rudolph {
namespace {

/// "--set" takes all words up to the next option, so in "--set epochs=1 nose-tip" it takes the
/// experiment too.
void give_back_experiment(ExperimentOptions& options) {
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

/// Several sets are joined in a project beside the runs, so that all that a run is looked at with
/// later finds its faces.
std::string joined(const ExperimentOptions& options) {
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

/// How the data are opened: as the experiment says, which --data replaces with data that are read
/// in another way; those of a run that goes on are its own, if perhaps elsewhere.
OpenOptions open_options_of(const Experiment& experiment, const ExperimentOptions& options,
                            bool goes_on) {
    // Joined sets are a project, which says how it is read.
    if (options.data.size() > 1)
        return {};
    const bool is_kept = options.data.empty() || goes_on;
    return is_kept ? open_options_from(experiment.opening, options.open) : options.open;
}

}  // namespace

void add_experiment_options(CLI::App& command, ExperimentOptions& options) {
    command.add_option(
        "EXPERIMENT", options.experiment,
        fmt::format("A preset ({}) or an experiment's JSON file", fmt::join(preset_names(), ", ")));
    add_open_options(command, options.open);
    command
        .add_option(
            "--data", options.data,
            "The data set to learn from; several, each after a --data of its own, are joined "
            "in the points of the first or of --scheme, and each point is learnt from the "
            "faces that have it")
        ->allow_extra_args(false);
    command.add_option("--set", options.settings,
                       "key=value: change settings, as experiment.json names them");
    command.add_option("--runs", options.runs, "The folder that the run's folder is made in")
        ->capture_default_str();
    add_device_option(command, options.device);
}

std::string data_of(const ExperimentOptions& options) {
    std::string data = options.data.size() == 1 ? options.data.front() : joined(options);
    return std::filesystem::absolute(data).lexically_normal().string();
}

Experiment experiment_of(ExperimentOptions options) {
    give_back_experiment(options);
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

std::shared_ptr<const Dataset> open_data_of(Experiment& experiment,
                                            const ExperimentOptions& options, bool goes_on) {
    auto dataset = std::make_shared<const Dataset>(
        open_data(experiment.data, open_options_of(experiment, options, goes_on)));
    experiment.opening = dataset->opening;
    if (!dataset->problems.empty())
        print_to_person(fmt::format("{} in the data set; rudolph inspect {} names them",
                                    count_text(dataset->problems.size(), "problem"),
                                    shell_quoted(experiment.data)));
    return dataset;
}

}  // namespace rudolph
