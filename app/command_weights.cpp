#include "app/command_weights.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "app/command_add.h"
#include "app/command_fetch.h"
#include "app/command_output.h"
#include "core/base/error.h"
#include "core/experiment/pretrained.h"
#include "core/experiment/shipped_models.h"

namespace rudolph {
namespace {

struct WeightsOptions : FetchOptions {
    std::string name;
};

void print_weights(const PretrainedWeights& weights) {
    const OfferedFile& file = weights.file;
    if (!is_here(weights)) {
        print(row_text(weights.name, weights.title + ": not here yet"));
        print(row_text("", fmt::format("rudolph weights fetch {} ({}, {}, from {})", weights.name,
                                       megabytes_text(file.bytes), file.licence, file.url)));
        return;
    }
    const std::filesystem::path place = pretrained_path(weights);
    print(row_text(weights.name, weights.title + ": " + path_text(place)));
    const std::string sha256 = pretrained_sha256(weights);
    if (sha256.empty()) {
        print(row_text("", "stands in for the weights of that name, and is not checked"));
        return;
    }
    const std::string wrong = what_is_wrong_with(place, file);
    print(row_text("", wrong.empty() ? "SHA-256 " + sha256 : wrong));
    if (!wrong.empty())
        print("next: rudolph weights fetch " + weights.name + "\n");
}

int list_weights() {
    for (const ShippedModel& shipped : shipped_models())
        print(row_text(shipped.name,
                       "Rudolph's own model, which comes with the program; it fits "
                       "the network of face68-fast"));
    for (const PretrainedWeights& weights : pretrained_weights())
        print_weights(weights);
    return kSuccess;
}

int fetch_weights(const WeightsOptions& options) {
    const PretrainedWeights* weights = find_pretrained(options.name);
    if (weights == nullptr) {
        std::string names;
        for (const PretrainedWeights& each : pretrained_weights())
            names += (names.empty() ? "" : ", ") + each.name;
        throw UsageError("there are no weights '" + options.name + "'; there are " + names);
    }
    fetch_offered(weights->title, weights->file, options);
    const std::filesystem::path place = downloaded_models_folder() / weights->file.name;
    print(
        fmt::format("its SHA-256 is {}, of which only the first digits, {}, are known in advance\n",
                    known_sha256(place, weights->file.sha256), weights->file.sha256));
    print("next: rudolph train resnet18-ibug --set model.weights=" + weights->name +
          (weights->name == "resnet18" ? "" : " model.family=" + weights->name) +
          " --data FACES\n");
    return kSuccess;
}

}  // namespace

void add_weights_command(CLI::App& app, Action& action) {
    CLI::App* command = add_command(app, action, "weights",
                                    "List pretrained weights to start from, and get them", {});
    command->require_subcommand(1);
    command->footer(
        "\nThey were learnt from ImageNet by torchvision's authors; ImageNet's own terms may "
        "limit\n"
        "what they may be used for. Nothing is downloaded unless asked for.\n\n"
        "Examples:\n"
        "  rudolph weights list\n"
        "  rudolph weights fetch resnet18\n"
        "  rudolph weights fetch resnet18 --from resnet18-f37072fd.pth");
    add_command(*command, action, "list", "Which there are, and which of them are here",
                list_weights);
    const auto [fetch, options] = add_command(
        *command, action, "fetch",
        "Download weights, check that their SHA-256 begins as their name says, and keep them",
        fetch_weights);
    fetch->add_option("NAME", options->name, "resnet18 or resnet34")->required();
    add_fetch_options(*fetch, *options);
    fetch->footer(
        "\nA download that broke off goes on where it did.\n\n"
        "Example: rudolph weights fetch resnet18");
}

}  // namespace rudolph
