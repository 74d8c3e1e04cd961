#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/experiment/experiment.h"

namespace rudolph {

enum class FieldType { Text, File, Integer, Number, Choice, IntegerList, LayerList };

/// One setting of an experiment, as forms show it and command lines name it.
struct Field {
    std::string key;      ///< "optimiser.learning_rate"
    std::string section;  ///< "Training", for headings
    std::string label;    ///< "Learning rate"
    std::string unit;     ///< "px", "°", or empty
    std::string tip;      ///< one or two sentences
    FieldType type = FieldType::Text;
    std::optional<double> minimum;  ///< of a number, or of each entry of a list
    std::optional<double> maximum;
    std::vector<std::string> choices;  ///< of a Choice, as JSON spells them
    /// Only shown, and only checked, while another field has this value, or one of several:
    /// {"model.family", "resnet18|light"}. An empty value is that of an empty list.
    std::optional<std::pair<std::string, std::string>> only_if;
};

/// All settings, in the order of the form. The one description that JSON, checks, forms, command
/// lines and (later) sweeps are made from.
const std::vector<Field>& experiment_fields();
/// Throws Error when there is none, with those that it may have meant.
const Field& field_of(const std::string& key);

/// The value of a field as JSON: a string, a number, or a list of numbers or of strings (layers).
Json field_value(const Experiment& experiment, const std::string& key);
/// Throws Error naming the key when there is no such field or the value has the wrong type.
void set_field(Experiment& experiment, const std::string& key, const Json& value);
/// From text as on a command line: numbers with a decimal point, lists as "12,12,12" and
/// "conv 12 7, relu".
void set_field_text(Experiment& experiment, const std::string& key, const std::string& text);
/// The text that set_field_text reads back.
std::string field_text(const Experiment& experiment, const std::string& key);

/// Whether the field matters for this experiment: see Field::only_if; the other field must, too.
bool field_applies(const Experiment& experiment, const Field& field);

}  // namespace rudolph
