#pragma once

#include <memory>
#include <string>

#include "core/engine/engine.h"

namespace CLI {
class App;
}

namespace rudolph {

/// Opens the engine and warns on standard error where LibTorch is slow on this machine.
std::unique_ptr<Engine> open_engine_for_person();
/// To be called before anything is written or printed: a program that trains exactly may be started
/// anew, see use_common_units().
void prepare_to_train(const Experiment& experiment);

/// Engine::load_model with this device; an end signal meanwhile ends the program at once.
std::unique_ptr<Predictor> load_model_for_person(Engine& engine, const std::string& file_or_run,
                                                 const std::string& device);

/// Adds "--device auto|cpu|cuda", which writes into `device`.
void add_device_option(CLI::App& command, std::string& device);
/// "auto", "cpu" or "cuda".
DeviceChoice device_choice(const std::string& text);

/// The run folder that a model file lies in, or the folder itself; empty where it is not a run's.
std::filesystem::path run_folder_of(const std::filesystem::path& file_or_run);

/// "nose-tip, epoch 17: 1 point from 80×60 pixels"
std::string model_text(const ModelInfo& info);

}  // namespace rudolph
