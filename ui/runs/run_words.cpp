#include "ui/runs/run_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <cmath>

#include "core/base/text.h"
#include "core/experiment/fields.h"
#include "ui/base/number_text.h"
#include "ui/parts/choice_text.h"
#include "ui/runs/run_columns.h"
#include "ui/settings/translation.h"

namespace rudolph {

namespace {

using Kind = RunFinding::Kind;

QString tr(const char* text) {
    return QCoreApplication::translate("rudolph", text);
}

QString number(double value, int decimals) {
    return QLocale().toString(value, 'f', decimals);
}

/// A number of four figures with the person's decimal point; anything else as it is, as are whole
/// numbers: counts and seeds.
QString localNumber(const std::string& value) {
    const auto known = parse_number(value);
    return known && std::isfinite(*known) && !parse_integer(value)
               ? QLocale().toString(*known, 'g', 4)
               : QString::fromStdString(value);
}

QString settingsText(const std::vector<SettingRow>& settings) {
    QStringList parts;
    for (const SettingRow& row : settings)
        parts << tr("%1 %2 instead of %3")
                     .arg(coreText(row.label), settingText(row, 1), settingText(row, 0));
    return tr("Changed: %1.").arg(parts.join(QStringLiteral("; ")));
}

QString weightsText(double ratio) {
    return tr("%1 times the weights.").arg(number(ratio, ratio >= 10 ? 0 : ratio > 1 ? 1 : 2));
}

QString nmeText(double first, double second) {
    const double points = (second - first) * 100;
    if (std::abs(points) < 0.005)
        return tr("The same NME: %1.").arg(percentText(second));
    const QString by = number(std::abs(points), 2);
    const QString now = number(second * 100, 2);
    const QString before = number(first * 100, 2);
    return points < 0 ? tr("%1 points better NME: %2 against %3 %.").arg(by, now, before)
                      : tr("%1 points worse NME: %2 against %3 %.").arg(by, now, before);
}

QString errorText(double first, double second) {
    const double pixels = second - first;
    if (std::abs(pixels) < 0.005)
        return tr("The same mean error: %1.").arg(pixelText(second));
    const QString by = number(std::abs(pixels), 2);
    return pixels < 0
               ? tr("%1 px less error: %2 against %3.").arg(by, pixelText(second), pixelText(first))
               : tr("%1 px more error: %2 against %3.")
                     .arg(by, pixelText(second), pixelText(first));
}

QString facesText(const RunFinding& finding) {
    const int all = finding.better + finding.worse + finding.equal;
    QString text = tr("%1 of %2 faces better, %3 worse.")
                       .arg(countText(finding.better), countText(all), countText(finding.worse));
    if (std::isnan(finding.chance))
        return text;
    const QString odds = finding.chance < 0.001 ? tr("p < %1").arg(number(0.001, 3))
                                                : tr("p = %1").arg(number(finding.chance, 3));
    return text + QLatin1Char(' ') +
           (finding.chance < kSignificant
                ? tr("That is more than chance (%1).").arg(odds)
                : tr("On these faces that may be chance (%1).").arg(odds));
}

}  // namespace

QString settingText(const SettingRow& row, size_t run) {
    const auto& value = row.values[run];
    if (!value)
        return QStringLiteral("–");
    if (value->empty())
        return tr("none");
    const std::vector<Field>& fields = experiment_fields();
    const auto field = std::find_if(fields.begin(), fields.end(),
                                    [&row](const Field& each) { return each.key == row.key; });
    const auto is = [&](FieldType type) { return field != fields.end() && field->type == type; };
    if (is(FieldType::Choice))
        return choiceText(*value);
    // A name or a file may look like a number, and is none.
    const bool words = is(FieldType::Text) || is(FieldType::File);
    const QString text = words ? QString::fromStdString(*value) : localNumber(*value);
    return row.unit.empty() ? text : QStringLiteral("%1 %2").arg(text, coreText(row.unit));
}

QString findingText(const RunFinding& finding, const QString& first, const QString& second) {
    const QString& which = finding.run == 0 ? first : second;
    switch (finding.kind) {
        case Kind::Settings:
            return settingsText(finding.settings);
        case Kind::SameSettings:
            return tr("The same settings.");
        case Kind::Weights:
            return weightsText(finding.second / finding.first);
        case Kind::Nme:
            return nmeText(finding.first, finding.second);
        case Kind::ErrorPx:
            return errorText(finding.first, finding.second);
        case Kind::Faces:
            return facesText(finding);
        case Kind::Failures:
            return tr("%1 of the faces fail (NME above 8 %), against %2.")
                .arg(percentText(finding.second), percentText(finding.first));
        case Kind::LearntNothing:
            return tr("%1 has learnt nothing: its error of %2 is no better than always answering "
                      "the average place (%3).")
                .arg(which, pixelText(finding.first), pixelText(finding.second));
        case Kind::Collapsed:
            return tr("%1 draws nearly the same face everywhere: its shapes vary %2 times as much "
                      "as the true ones.")
                .arg(which, number(finding.first, 2));
        case Kind::SecondsPerEpoch:
            return tr("An epoch takes %1 s instead of %2 s.")
                .arg(number(finding.second, 1), number(finding.first, 1));
        case Kind::OtherFaces:
            return tr("Compared on the faces that both have validated; %1 are only in the first, "
                      "%2 only in the second.")
                .arg(number(finding.first, 0), number(finding.second, 0));
        case Kind::NoCommonFaces:
            return tr(
                "There are no faces that both have validated, so the figures may not "
                "compare.");
    }
    return {};
}

QStringList runFacts(const RunEntry& run) {
    const RunSummary& summary = run.run.summary;
    QStringList facts;
    const QString preset = QString::fromStdString(run.preset);
    facts << (run.changes.empty() ? tr("The preset %1, unchanged.").arg(preset)
                                  : tr("The preset %1 with: %2.").arg(preset, runChangesText(run)));
    facts << tr("%1 faces to train, %2 to validate; %3 weights; %4.")
                 .arg(countText(summary.train_faces), countText(summary.validation_faces),
                      countText(summary.parameters), durationText(summary.seconds));
    if (!summary.message.empty())
        facts << QString::fromStdString(summary.message);
    if (summary.best_epoch == 0) {
        facts << tr("It has not finished an epoch.");
        return facts;
    }
    facts << tr("Best in epoch %1 of %2: NME %3, mean error %4.")
                 .arg(countText(summary.best_epoch), countText(summary.epochs_done),
                      percentText(summary.nme), pixelText(summary.error_px));
    if (learnt_nothing(summary))
        facts << tr("It has learnt nothing: always answering the average place is off by %1.")
                     .arg(pixelText(summary.constant_error_px));
    else if (std::isfinite(summary.constant_error_px))
        facts << tr("Against always answering the average place: %1.")
                     .arg(advantageText(summary.error_px, summary.constant_error_px));
    if (is_collapsed(summary))
        facts << tr("It draws nearly the same face everywhere: its shapes vary %1 times as much as "
                    "the true ones.")
                     .arg(number(summary.shape_variance_ratio, 2));
    return facts;
}

}  // namespace rudolph
