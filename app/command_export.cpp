#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "app/command.h"
#include "app/command_model.h"
#include "app/command_output.h"
#include "core/experiment/field_record.h"

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

int export_model(const ExportOptions& options) {
    const auto engine = open_engine_for_person();
    const OnnxExport written = engine->export_onnx(options.model, options.destination);
    if (options.json != "-") {
        const InputSpec& input = written.info.input;
        print(fmt::format("{}\n", model_text(written.info)));
        print(fmt::format("written to {}: '{}' takes faces × {} × {} × {}, '{}' gives faces × {}\n",
                          options.destination, written.input, input.channels, input.height,
                          input.width, written.output, 2 * written.info.indices.size()));
    }
    if (options.json != "-" && written.info.model.looks > 1)
        print(fmt::format("it looks once, where Rudolph looks {} times: its metadata say how\n",
                          written.info.model.looks));
    if (!options.json.empty())
        write_json_to(options.json, export_json(options, written));
    return kSuccess;
}

}  // namespace

void add_export_command(CLI::App& app, Action& action) {
    auto options = std::make_shared<ExportOptions>();
    CLI::App* command = app.add_subcommand(
        "export", "Write a model as an ONNX file, for OpenCV and other programs");
    command->add_option("MODEL", options->model, "A run folder or a .safetensors file")->required();
    command->add_option("ONNX", options->destination, "The file to write")->required();
    command->add_option("--json", options->json,
                        "Write what went into it into one file; - prints it");
    command->footer(
        "\nThe file's metadata say how to prepare pictures and what the numbers mean.\n\n"
        "Example: rudolph export runs/nose-tip-20250131-101500 nose-tip.onnx");
    command->callback(
        [options, &action] { action = [options] { return export_model(*options); }; });
}

}  // namespace rudolph
