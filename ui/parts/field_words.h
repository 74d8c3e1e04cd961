#pragma once

#include <QString>
#include <string>

#include "core/experiment/check_experiment.h"
#include "core/experiment/fields.h"

namespace rudolph {

/// The settings of an experiment in the person's words.

/// Null where there is no such setting.
const Field* findField(const std::string& key);
/// "Channels per layer" for "model.channels"; a key that is no setting stays as it is.
QString fieldLabel(const std::string& key);

/// A value as the person reads and types it: numbers have the decimal sign of the locale, presets a
/// description in the person's language.
QString fieldText(const Experiment& experiment, const Field& field);
/// What the person typed, as set_field_text() reads it.
std::string typedText(const Field& field, const QString& text);

/// A message of core's with labels in the place of the keys of settings.
QString settingWords(const std::string& message);
/// What is wrong, as a sentence for a place that names the setting itself.
QString problemSentence(const FieldProblem& problem);

}  // namespace rudolph
