#pragma once

#include <string>
#include <vector>

#include "core/experiment/experiment.h"

namespace rudolph {

/// The preset with this name, else the experiment in this file.
Experiment preset_or_file(const std::string& name);

/// Applies "key=value" settings. Throws UsageError for what is no setting, for a key that there is
/// not (naming the nearest ones) and for a value of the wrong type.
void apply_settings(Experiment& experiment, const std::vector<std::string>& settings);

/// Throws UsageError when one of the settings makes the experiment impossible, Error when the rest
/// of it does.
void require_valid_settings(const Experiment& experiment, const std::vector<std::string>& settings);

/// Up to three of the keys that `key` may have been meant to be, the nearest first.
std::vector<std::string> near_keys(const std::string& key, const std::vector<std::string>& keys);

}  // namespace rudolph
