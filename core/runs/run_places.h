#pragma once

#include <filesystem>
#include <string>

#include "core/dataset/dataset.h"
#include "core/experiment/experiment.h"

namespace rudolph {

/// The one file of a run folder that tells where things lie on this machine; the others hold names
/// relative to it. Who hands a run on leaves it out.
inline constexpr const char* kPlacesFile = "private.json";

struct RunPlaces {
    std::string data;                ///< what was opened; absolute
    std::string opening;             ///< how, as Dataset::opening
    std::filesystem::path pictures;  ///< the folder that holds all pictures; absolute
    std::string weights;             ///< `model.weights`, where that is a file or a folder
};

/// What a run was trained on, in a word: the name of its folder or list, without where it lies.
std::string data_name(const Experiment& experiment);

/// The smallest folder from the data set's own upwards in which all pictures lie.
std::filesystem::path folder_of_pictures(const Dataset& dataset);

/// Empty where the file is missing, as in a run of an older version or one that was handed on.
/// Throws Error for a damaged one.
RunPlaces read_places(const std::filesystem::path& run_folder);

/// The files experiment.json, without absolute places, and private.json, for its owner only. A
/// folder of pictures that is known stays known. Throws Error.
void write_run_experiment(const std::filesystem::path& run_folder, const Experiment& experiment,
                          const std::filesystem::path& pictures = {});
/// The experiment of a run folder with the places that are known. Throws Error.
Experiment read_run_experiment(const std::filesystem::path& run_folder);

}  // namespace rudolph
