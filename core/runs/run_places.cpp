#include "core/runs/run_places.h"

#include <system_error>

#include "core/base/file.h"
#include "core/base/is_below.h"
#include "core/base/json.h"
#include "core/experiment/pretrained.h"
#include "core/runs/run_files.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

/// How data were opened, without places on this machine.
std::string opening_to_hand_on(const std::string& opening) {
    if (opening.empty())
        return opening;
    Json json = parse_json(opening, {});
    json.erase("images");
    return json.empty() ? std::string() : json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Of a file or folder, without where it lies.
std::string last_name(const fs::path& path) {
    return (path.has_filename() ? path : path.parent_path()).filename().string();
}

std::string place_of_weights(const std::string& weights) {
    if (weights.empty() || is_name_of_weights(weights))
        return {};
    std::error_code failed;
    return fs::absolute(weights, failed).string();
}

}  // namespace

std::string data_name(const Experiment& experiment) {
    return last_name(experiment.data);
}

fs::path folder_of_pictures(const Dataset& dataset) {
    std::error_code failed;
    fs::path folder = fs::absolute(dataset.root, failed).lexically_normal();
    for (const Sample& face : dataset.samples) {
        const fs::path picture = fs::absolute(face.image, failed).lexically_normal();
        while (!is_below(picture, folder) && folder.has_relative_path())
            folder = folder.parent_path();
    }
    return folder;
}

RunPlaces read_places(const fs::path& run_folder) {
    const fs::path file = run_folder / kPlacesFile;
    RunPlaces places;
    if (!is_there(file))
        return places;
    const Json json = read_json(file);
    try {
        places.data = json.value("data", "");
        places.opening = json.value("opening", "");
        places.pictures = json.value("pictures", "");
        places.weights = json.value("weights", "");
    } catch (const Json::exception& error) {
        throw Error(std::string("the places of a run cannot be read: ") + error.what(), {file},
                    "remove it; then the data are asked for");
    }
    return places;
}

void write_run_experiment(const fs::path& run_folder, const Experiment& experiment,
                          const fs::path& pictures) {
    RunPlaces places = read_places(run_folder);
    places.data = experiment.data;
    places.opening = experiment.opening;
    places.weights = place_of_weights(experiment.model.weights);
    if (!pictures.empty())
        places.pictures = pictures;
    const fs::path file = run_folder / kPlacesFile;
    Json json = {
        {"data", places.data}, {"opening", places.opening}, {"pictures", places.pictures.string()}};
    if (!places.weights.empty())
        json["weights"] = places.weights;
    write_json(file, json);
    std::error_code not_here;  // some file systems have no such access
    fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write, not_here);
    Experiment handed_on = experiment;
    handed_on.data = data_name(experiment);
    handed_on.opening = opening_to_hand_on(experiment.opening);
    handed_on.model.weights = last_name(experiment.model.weights);
    // Last, because it is what makes the folder a run.
    write_json(run_folder / kExperimentFile, to_json(handed_on));
}

Experiment read_run_experiment(const fs::path& run_folder) {
    Experiment experiment = read_experiment(run_folder / kExperimentFile);
    const RunPlaces places = read_places(run_folder);
    if (!places.data.empty()) {
        experiment.data = places.data;
        experiment.opening = places.opening;
    }
    if (!places.weights.empty())
        experiment.model.weights = places.weights;
    return experiment;
}

}  // namespace rudolph
