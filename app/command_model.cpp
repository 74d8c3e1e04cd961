#include "app/command_model.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "app/command_interrupt.h"
#include "app/command_output.h"
#include "core/train/common_units.h"

namespace rudolph {

std::unique_ptr<Engine> open_engine_for_person() {
    auto engine = open_engine();
    if (const std::string warning = engine->slow_matrix_warning(); !warning.empty())
        print_to_person("warning: " + warning);
    return engine;
}

void prepare_to_train(const Experiment& experiment) {
    if (experiment.precision == Precision::Exact && experiment.device != DeviceChoice::Cuda)
        use_common_units();
}

std::unique_ptr<Predictor> load_model_for_person(Engine& engine, const std::string& file_or_run,
                                                 const std::string& device) {
    const EndAtOnce end;
    return engine.load_model(file_or_run, device_choice(device));
}

void add_device_option(CLI::App& command, std::string& device) {
    command.add_option("--device", device, "auto, cpu or cuda")
        ->check(CLI::IsMember({"auto", "cpu", "cuda"}));
}

DeviceChoice device_choice(const std::string& text) {
    return text == "cpu"    ? DeviceChoice::Cpu
           : text == "cuda" ? DeviceChoice::Cuda
                            : DeviceChoice::Auto;
}

std::filesystem::path run_folder_of(const std::filesystem::path& file_or_run) {
    const auto folder = std::filesystem::is_directory(file_or_run)
                            ? file_or_run
                            : std::filesystem::absolute(file_or_run).parent_path();
    return std::filesystem::exists(folder / "split.json") &&
                   std::filesystem::exists(folder / "experiment.json")
               ? folder
               : std::filesystem::path();
}

std::string model_text(const ModelInfo& info) {
    return fmt::format("{}, epoch {}: {} from {}×{} pixels", info.experiment, info.epoch,
                       count_text(info.indices.size(), "point"), info.input.width,
                       info.input.height);
}

}  // namespace rudolph
