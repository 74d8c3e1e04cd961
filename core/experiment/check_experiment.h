#pragma once

#include <string>
#include <vector>

#include "core/experiment/experiment.h"

namespace rudolph {

/// Something wrong with an experiment: the key it is about ("model.kernels") and what to change.
struct FieldProblem {
    std::string key;
    std::string message;

    bool operator==(const FieldProblem&) const = default;
};

/// Everything that is wrong, in the order of the fields; empty when it can be trained.
std::vector<FieldProblem> check_experiment(const Experiment& experiment);

/// Throws one Error that names every problem by its key.
void require_valid(const Experiment& experiment);

}  // namespace rudolph
