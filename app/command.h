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

/// What the command line asks for; returns the exit status and throws UsageError or Error. Each
/// command_*.h has a function that adds one subcommand, which sets the action when it was chosen.
using Action = std::function<int()>;

}  // namespace rudolph
