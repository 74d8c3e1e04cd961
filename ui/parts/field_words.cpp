#include "ui/parts/field_words.h"

#include <QRegularExpression>
#include <algorithm>

#include "core/base/json.h"
#include "ui/base/number_text.h"
#include "ui/settings/translation.h"

namespace rudolph {

const Field* findField(const std::string& key) {
    const auto& fields = experiment_fields();
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&key](const Field& field) { return field.key == key; });
    return found == fields.end() ? nullptr : &*found;
}

QString fieldLabel(const std::string& key) {
    const Field* field = findField(key);
    return field == nullptr ? QString::fromStdString(key) : coreText(field->label);
}

QString fieldText(const Experiment& experiment, const Field& field) {
    // Those of the presets are core's.
    if (field.key == "description")
        return coreText(experiment.description);
    return field.type == FieldType::Number
               ? numberText(field_value(experiment, field.key).get<double>())
               : QString::fromStdString(field_text(experiment, field.key));
}

std::string typedText(const Field& field, const QString& text) {
    return (field.type == FieldType::Number ? typedNumber(text) : text).toStdString();
}

QString settingWords(const std::string& message) {
    QString words = QString::fromStdString(message);
    for (const Field& field : experiment_fields()) {
        const QString key = QString::fromStdString(field.key);
        const QString label = coreText(field.label);
        if (words.startsWith(key + QStringLiteral(": ")))
            words.replace(0, key.size(), label);
        // Keys without a section, such as "seed", are words that may mean anything.
        else if (key.contains(QLatin1Char('.')))
            words.replace(
                QRegularExpression(QStringLiteral("\\b%1\\b").arg(QRegularExpression::escape(key))),
                QStringLiteral("“%1”").arg(label));
    }
    return words;
}

QString problemSentence(const FieldProblem& problem) {
    const std::string prefix = problem.key + ": ";
    QString text =
        settingWords(problem.message.starts_with(prefix) ? problem.message.substr(prefix.size())
                                                         : problem.message);
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

}  // namespace rudolph
