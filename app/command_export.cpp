#include "app/command_export.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "app/command_add.h"
#include "app/command_model.h"
#include "app/command_output.h"
#include "app/command_output_target.h"
#include "core/base/json.h"
#include "core/experiment/field_record.h"
#include "core/predict/look.h"
#include "core/predict/model_file.h"

namespace rudolph {
namespace {

struct ExportOptions {
    std::string model;
    std::string destination;
    std::string json;
};

Json export_json(const ExportOptions& options, const OnnxExport& written) {
    const ModelInfo& info = written.info;
    const InputSpec& input = info.input;
    const bool fixed = input.normalisation == Normalisation::Fixed;
    return {{"model", options.model},
            {"onnx", std::filesystem::absolute(options.destination).string()},
            {"bytes", written.bytes},
            {"experiment", info.experiment},
            {"epoch", info.epoch},
            {"input",
             {{"name", written.input},
              {"shape", {nullptr, input.channels, input.height, input.width}},
              {"normalisation", kNormalisationNames.at(static_cast<size_t>(input.normalisation))},
              {"mean", fixed ? Json(input.mean) : Json()},
              {"deviation", fixed ? Json(input.deviation) : Json()},
              {"box_scale", input.box_scale}}},
            {"output", {{"name", written.output}, {"shape", {nullptr, 2 * info.indices.size()}}}},
            {"points", info.predicted_scheme().point_names}};
}

/// A model file of Rudolph's own, small enough to be handed on.
int export_compact(const ExportOptions& options) {
    write_compact_model(options.model, options.destination);
    const auto bytes = std::filesystem::file_size(options.destination);
    if (options.json != "-")
        print(fmt::format("written to {}: {:.1f} MB, weights of 8 bits\n", options.destination,
                          static_cast<double>(bytes) / 1e6));
    if (!options.json.empty())
        write_json_to(options.json,
                      {{"model", options.model},
                       {"file", std::filesystem::absolute(options.destination).string()},
                       {"bytes", bytes}});
    return kSuccess;
}

int export_model(const ExportOptions& options) {
    claim_standard_output({options.destination, options.json});
    if (std::filesystem::path(options.destination).extension() == ".safetensors")
        return export_compact(options);
    const auto engine = open_engine_for_person();
    OutputTarget file(options.destination, ".onnx");
    const OnnxExport written = engine->export_onnx(options.model, file.path());
    file.finish();
    if (options.json != "-") {
        const InputSpec& input = written.info.input;
        print(fmt::format("{}\n", model_text(written.info)));
        print(fmt::format("written to {}: '{}' takes faces × {} × {} × {}, '{}' gives faces × {}\n",
                          options.destination, written.input, input.channels, input.height,
                          input.width, written.output, 2 * written.info.indices.size()));
    }
    if (options.json != "-" && most_looks(written.info) > 1)
        print(
            fmt::format("it looks once, where Rudolph looks up to {} times: its metadata say how\n",
                        most_looks(written.info)));
    if (!options.json.empty())
        write_json_to(options.json, export_json(options, written));
    return kSuccess;
}

}  // namespace

void add_export_command(CLI::App& app, Action& action) {
    const auto [command, options] = add_command(
        app, action, "export",
        "Write a model as an ONNX file for other programs, or as a small one of our own",
        export_model);
    command->add_option("MODEL", options->model, "A run folder or a .safetensors file")->required();
    command
        ->add_option("FILE", options->destination,
                     "The file to write: .onnx, or .safetensors for a model with weights of 8 "
                     "bits, a quarter of the size; - writes ONNX to standard output")
        ->required();
    command->add_option("--json", options->json,
                        "Write what went into it into one file; - prints it");
    command->footer(
        "\nThe file's metadata say how to prepare pictures and what the numbers mean.\n\n"
        "Example: rudolph export runs/nose-tip-20250131-101500 nose-tip.onnx");
}

}  // namespace rudolph
