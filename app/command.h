#pragma once

#include <functional>
#include <stdexcept>

namespace CLI {
class App;
}

namespace rudolph {

/// The statuses that the program ends with.
constexpr int kSuccess = 0;
constexpr int kJobFailed = 1;
constexpr int kWrongUse = 2;
constexpr int kFaceMissed = 3;  ///< of predict: all was read, but a face is missing or doubtful

/// The command line asks for something that makes no sense; main ends with kWrongUse. The message
/// is one line.
class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// What the command line asks for; returns the exit status and throws UsageError or Error.
using Action = std::function<int()>;

/// Each adds one subcommand, which sets `action` when it was chosen.
void add_demo_faces_command(CLI::App& app, Action& action);
void add_inspect_command(CLI::App& app, Action& action);
void add_convert_command(CLI::App& app, Action& action);
void add_train_command(CLI::App& app, Action& action);
void add_evaluate_command(CLI::App& app, Action& action);
void add_bench_command(CLI::App& app, Action& action);
void add_predict_command(CLI::App& app, Action& action);
void add_export_command(CLI::App& app, Action& action);
void add_calibrate_command(CLI::App& app, Action& action);
void add_detectors_command(CLI::App& app, Action& action);
void add_runs_command(CLI::App& app, Action& action);

}  // namespace rudolph
