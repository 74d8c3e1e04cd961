#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/experiment/experiment.h"

namespace rudolph {

enum class SweepKind {
    Grid,   ///< every combination of the values, the last axis fastest
    Random  ///< so many draws, each axis by itself
};

/// Numbers from a lower to an upper end, both included.
struct SweepRange {
    double lower = 0;
    double upper = 1;
    int steps = 3;             ///< values of a grid; at least 1
    bool logarithmic = false;  ///< equal factors between values; both ends above 0

    bool operator==(const SweepRange&) const = default;
};

/// One field that a sweep changes: over a range, where that is given, else over the texts, each as
/// set_field_text() reads it.
struct SweepAxis {
    std::string key;
    std::vector<std::string> texts = {};
    std::optional<SweepRange> range = std::nullopt;

    bool operator==(const SweepAxis&) const = default;
};

struct Sweep {
    SweepKind kind = SweepKind::Grid;
    std::vector<SweepAxis> axes;
    int draws = 10;  ///< of Random
    std::uint64_t seed = 1;

    bool operator==(const Sweep&) const = default;
};

/// No more experiments than that come out of one sweep.
inline constexpr int kMostSweepExperiments = 1000;

/// The values of an axis in a grid, as texts; whole numbers where the field takes only those, each
/// once.
std::vector<std::string> grid_values(const SweepAxis& axis);

/// The experiments of a sweep, each named after the base and what was changed ("nose-tip
/// learning_rate=0.001"), none twice. Throws Error naming the field when an axis has no values, two
/// axes have the same field, a text cannot be read, the ends of a range do not fit, or there would
/// be too many. Does not check ranges: see check_experiment().
std::vector<Experiment> sweep_experiments(const Experiment& base, const Sweep& sweep);

/// How many sweep_experiments() gives at most; cheap.
long long sweep_size(const Sweep& sweep);

}  // namespace rudolph
