#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/base/offered_file.h"

namespace rudolph {

/// Weights that were learnt from ImageNet's pictures and that a network may start from. They are
/// not part of the program: `rudolph weights fetch NAME` and the studio download them when asked.
struct PretrainedWeights {
    std::string name;   ///< as `model.weights` has it: "resnet18"
    std::string title;  ///< "ResNet-18, ImageNet"
    OfferedFile file;
};

/// Those of torchvision (torchvision.models.ResNet18_Weights.IMAGENET1K_V1 and its like), whose
/// file names hold the first eight digits of their SHA-256.
const std::vector<PretrainedWeights>& pretrained_weights();
/// Null where there are none of that name.
const PretrainedWeights* find_pretrained(const std::string& name);

/// Where they are once they were downloaded, or the file that stands in for them, of which nothing
/// is known and nothing checked: $RUDOLPH_RESNET18, $RUDOLPH_RESNET34.
std::filesystem::path pretrained_path(const PretrainedWeights& weights);
/// Of the file at that path, which must have this SHA-256; empty for one that stands in.
std::string pretrained_sha256(const PretrainedWeights& weights);
bool is_here(const PretrainedWeights& weights);

/// The network of a run: its best, else its last. Empty where the folder has neither.
std::filesystem::path network_in_run(const std::filesystem::path& run_folder);

/// Whether a `model.weights` is no place but a name: of pretrained weights or a shipped model.
bool is_name_of_weights(const std::string& weights);

/// The file that a `model.weights` means: a file, the folder of a run, or the name of pretrained
/// weights. That of a shipped model stays as it is. Empty for none, and for pretrained ones that
/// are not here. Throws Error where there is no such file.
std::filesystem::path starting_weights_file(const std::string& weights);

}  // namespace rudolph
