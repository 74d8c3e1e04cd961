#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/experiment/experiment.h"

namespace rudolph {

/// One setting of several experiments, side by side.
struct SettingRow {
    std::string key;      ///< "optimiser.learning_rate"
    std::string section;  ///< "Training"
    std::string label;    ///< "Learning rate"
    std::string unit;     ///< "px", or empty
    /// One for each experiment, as field_text() has it; none where the setting does not apply.
    std::vector<std::optional<std::string>> values;

    bool differs() const;
    bool operator==(const SettingRow&) const = default;
};

/// The settings that apply to at least one of the experiments, in the order of experiment_fields().
/// Without name and description, which say nothing about how a network learns.
std::vector<SettingRow> settings_side_by_side(const std::vector<Experiment>& experiments);

/// Of those the ones that differ. Of lists of layers that part alone where they do: "… conv 24 5".
/// Where one network is a list and another has the short way, both are compared as lists.
std::vector<SettingRow> differing_settings(const std::vector<Experiment>& experiments);

/// A value as people read it: numbers with at most four figures, as drawn by a sweep.
std::string short_value(const std::string& value);

/// An experiment against the preset that it was made from.
struct PresetChanges {
    /// The preset with the experiment's name, else the one that the fewest settings differ from.
    std::string preset;
    /// Values: the preset's, the experiment's; without the data. See differing_settings().
    std::vector<SettingRow> changes;
};
PresetChanges changes_against_preset(const Experiment& experiment);

}  // namespace rudolph
