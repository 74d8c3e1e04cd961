#include "core/train/torch_start.h"

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/resources.h"
#include "core/base/sha256.h"
#include "core/experiment/pretrained.h"
#include "core/experiment/shipped_models.h"
#include "core/model/torch_weights.h"
#include "core/model/weights_file.h"

namespace rudolph {
namespace {

/// How a report calls a file: of a run, whose files have the same names in all, with the run.
std::string source_name(const std::string& weights, const std::filesystem::path& file) {
    std::error_code ignored;
    const bool is_run = std::filesystem::is_directory(weights, ignored);
    const std::string name = file.filename().string();
    if (find_shipped_model(weights) != nullptr)
        return "Rudolph's own model " + name;
    return is_run ? name + " of the run " +
                        std::filesystem::absolute(file, ignored).parent_path().filename().string()
                  : name;
}

}  // namespace

std::optional<WeightsReport> load_starting_weights(Network& network, const std::string& weights,
                                                   std::string* sha256) {
    const std::filesystem::path file = starting_weights_file(weights);
    if (file.empty())
        return {};
    const PretrainedWeights* known = find_pretrained(weights);
    const std::string wanted = known == nullptr ? std::string() : pretrained_sha256(*known);
    const ShippedModel* shipped = find_shipped_model(weights);
    const std::string bytes = shipped != nullptr ? std::string(resource(shipped->resource))
                              : wanted.empty()   ? read_file(file, kMaxWeightsBytes)
                                                 : read_with_sha256(file, wanted);
    WeightsReport report;
    try {
        report = load_matching_state(network, parse_weights(bytes, file), file);
    } catch (const Error& error) {
        // It is no file of the person's.
        if (shipped != nullptr)
            throw Error("of " + source_name(weights, file) + ": " + error.message(), {},
                        error.advice());
        throw;
    }
    report.source = source_name(weights, file);
    if (sha256 != nullptr)
        *sha256 = sha256_of(bytes);
    return report;
}

std::shared_ptr<Network> starting_network(const Experiment& experiment, int outputs,
                                          const TargetFrame& frame,
                                          std::vector<std::string>& notes) {
    auto network = make_network(experiment.model, experiment.input, outputs, experiment.seed);
    network->start_at(frame);
    const std::string& weights = experiment.model.weights;
    std::string sha256;
    if (const auto report = load_starting_weights(*network, weights, &sha256)) {
        for (std::string& sentence : sentences(*report))
            notes.push_back(std::move(sentence));
        notes.push_back("the SHA-256 of that file is " + sha256);
    } else if (!weights.empty()) {
        notes.push_back("the pretrained weights '" + weights +
                        "' are not here, so all start at random; get them: rudolph weights fetch " +
                        weights);
    }
    return network;
}

}  // namespace rudolph
