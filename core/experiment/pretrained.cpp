#include "core/experiment/pretrained.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>

#include "core/base/error.h"
#include "core/experiment/shipped_models.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

fs::path stand_in(const PretrainedWeights& weights) {
    std::string name = "RUDOLPH_";
    for (const char each : weights.name)
        name += static_cast<char>(std::toupper(static_cast<unsigned char>(each)));
    const char* const chosen = std::getenv(name.c_str());
    return chosen == nullptr ? "" : chosen;
}

}  // namespace

const std::vector<PretrainedWeights>& pretrained_weights() {
    static const std::vector<PretrainedWeights> all = {
        {"resnet18",
         "ResNet-18, ImageNet",
         {"resnet18-f37072fd.pth", "https://download.pytorch.org/models/resnet18-f37072fd.pth",
          "f37072fd", 46830571, "BSD-3-Clause"}},
        {"resnet34",
         "ResNet-34, ImageNet",
         {"resnet34-b627a593.pth", "https://download.pytorch.org/models/resnet34-b627a593.pth",
          "b627a593", 87319819, "BSD-3-Clause"}}};
    return all;
}

const PretrainedWeights* find_pretrained(const std::string& name) {
    const auto& all = pretrained_weights();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.name == name; });
    return found == all.end() ? nullptr : &*found;
}

fs::path pretrained_path(const PretrainedWeights& weights) {
    const fs::path instead = stand_in(weights);
    return instead.empty() ? downloaded_models_folder() / weights.file.name : instead;
}

std::string pretrained_sha256(const PretrainedWeights& weights) {
    return stand_in(weights).empty() ? known_sha256(pretrained_path(weights), weights.file.sha256)
                                     : std::string();
}

bool is_here(const PretrainedWeights& weights) {
    std::error_code ignored;
    return fs::is_regular_file(pretrained_path(weights), ignored);
}

fs::path network_in_run(const fs::path& run_folder) {
    std::error_code ignored;
    for (const char* name : {"best.safetensors", "last.safetensors"})
        if (fs::exists(run_folder / name, ignored))
            return run_folder / name;
    return {};
}

bool is_name_of_weights(const std::string& weights) {
    return find_pretrained(weights) != nullptr || find_shipped_model(weights) != nullptr;
}

fs::path starting_weights_file(const std::string& weights) {
    if (weights.empty())
        return {};
    if (find_shipped_model(weights) != nullptr)
        return weights;
    if (const PretrainedWeights* known = find_pretrained(weights))
        return is_here(*known) ? pretrained_path(*known) : fs::path();
    std::error_code ignored;
    if (fs::is_directory(weights, ignored)) {
        fs::path file = network_in_run(weights);
        if (file.empty())
            throw Error("the folder '" + weights +
                        "' is no run with a network: choose another, or leave it empty to start "
                        "from random weights");
        return file;
    }
    if (!fs::is_regular_file(weights, ignored))
        throw Error("there is no file '" + weights +
                    "': choose another, or leave it empty to start from random weights");
    return weights;
}

}  // namespace rudolph
