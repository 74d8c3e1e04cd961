#include "app/command_selection.h"

#include <filesystem>

#include "app/command.h"
#include "app/command_data.h"
#include "app/command_model.h"
#include "core/base/error.h"
#include "core/base/json.h"
#include "core/dataset/split.h"
#include "core/experiment/experiment.h"
#include "core/runs/run_places.h"

namespace rudolph {
namespace {

FaceSelection made_split(const Dataset& dataset, const SplitSpec& spec, const std::string& rule) {
    try {
        return {make_split(dataset, spec).validation, "validation", rule};
    } catch (const Error& error) {
        throw Error(error.message(), error.place(), "add --all to measure every face with points");
    }
}

/// Whether nearly all validation faces of a split are here: some may be lost since, and other data
/// may have a few of the same names (IMM's "33-1m").
bool is_split_of(const Json& split, const Dataset& dataset) {
    const Json ids = split.is_object() ? split.value("validation", Json::array()) : Json::array();
    size_t found = 0;
    for (const Json& id : ids)
        found += id.is_string() && dataset.find(id.get<std::string>()) ? 1 : 0;
    return !ids.empty() && found * 10 >= ids.size() * 8;
}

FaceSelection unchecked(const std::string& model, const Dataset& dataset, bool all) {
    if (all)
        return {dataset.labelled(), "all", ""};
    const auto run = run_folder_of(model);
    if (run.empty())
        return made_split(dataset, {}, "a new split by the default rule");
    const Json split = read_json(run / "split.json");
    if (is_split_of(split, dataset))
        return {split_from_json(split, dataset).validation, "validation", "the split of the run"};
    return made_split(dataset, read_run_experiment(run).split,
                      "a new split by the rule of the experiment");
}

bool is_same_place(const std::string& a, const std::string& b) {
    std::error_code failed;
    return std::filesystem::equivalent(a, b, failed) && !failed;
}

}  // namespace

Dataset open_measured(const std::string& model, const std::string& data,
                      const OpenOptions& by_hand) {
    const auto run = run_folder_of(model);
    const Experiment experiment = run.empty() ? Experiment() : read_run_experiment(run);
    if (data.empty() && experiment.data.empty())
        throw UsageError("which data set? Name it with --data");
    const std::string& path = data.empty() ? experiment.data : data;
    const bool is_of_the_run = data.empty() || is_same_place(data, experiment.data);
    return open_data(path,
                     is_of_the_run ? open_options_from(experiment.opening, by_hand) : by_hand);
}

FaceSelection select_faces(const std::string& model, const Dataset& dataset, bool all) {
    FaceSelection selection = unchecked(model, dataset, all);
    if (selection.samples.empty())
        throw Error("no face has points to measure against", {dataset.source});
    return selection;
}

}  // namespace rudolph
