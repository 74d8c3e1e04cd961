#include "ui/runs/run_words.h"

#include <QStringList>
#include <algorithm>
#include <cmath>

#include "core/base/text.h"
#include "core/experiment/fields.h"
#include "core/runs/finding_text.h"
#include "core/study/study_text.h"
#include "ui/base/number_text.h"
#include "ui/base/tr.h"
#include "ui/parts/choice_text.h"
#include "ui/runs/run_columns.h"
#include "ui/settings/translation.h"

namespace rudolph {

namespace {

/// A number of four figures with the person's decimal point; anything else as it is, as are whole
/// numbers: counts and seeds.
QString localNumber(const std::string& value) {
    const auto known = parse_number(value);
    return known && std::isfinite(*known) && !parse_integer(value) ? figureText(*known, 4)
                                                                   : QString::fromStdString(value);
}

/// In the person's language and numbers.
class PersonsWords : public FindingWords {
public:
    std::string text(const std::string& english) const override {
        return coreText(english).toStdString();
    }
    std::string number(double value, int decimals) const override {
        return rudolph::decimalText(value, decimals).toStdString();
    }
    std::string count(long long value) const override { return countText(value).toStdString(); }
    std::string setting(const SettingRow& row, size_t run) const override {
        return settingText(row, run).toStdString();
    }
};

}  // namespace

QString stoppedEarlyText(const RunRecord& run) {
    const QString epoch = countText(run.summary.epochs_done);
    const QString planned = countText(run.experiment.epochs);
    if (run.summary.others_compared == 0)
        return tr("Stopped early at epoch %1 of %2: the budget of the search was used up.")
            .arg(epoch, planned);
    return tr("Stopped early at epoch %1 of %2: %3 of %4 others were better.")
        .arg(epoch, planned, countText(run.summary.others_better),
             countText(run.summary.others_compared));
}

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
    return QString::fromStdString(
        finding_text(finding, first.toStdString(), second.toStdString(), PersonsWords()));
}

QString studyComparisonText(const StudyComparison& comparison) {
    return QString::fromStdString(comparison_text(comparison, PersonsWords()));
}

QString studyMethodText() {
    return QString::fromStdString(comparison_method(PersonsWords()));
}

QStringList studySentences(const StudyEntry& study) {
    QStringList sentences;
    for (const std::string& sentence :
         study_sentences(study.study, study.study_runs(), PersonsWords()))
        sentences << QString::fromStdString(sentence);
    return sentences;
}

QString presetFact(const RunEntry& run) {
    const QString preset = QString::fromStdString(run.preset);
    return run.changes.empty()
               ? tr("The preset %1, unchanged.").arg(preset)
               : tr("The preset %1 with: %2.").arg(preset, runChangesText(run.changes));
}

QStringList runFacts(const RunEntry& run) {
    const RunSummary& summary = run.run.summary;
    QStringList facts;
    facts << presetFact(run);
    // A run that failed at its start knows nothing of these.
    if (summary.parameters > 0)
        facts << tr("%1 faces to train, %2 to validate; %3 weights; %4.")
                     .arg(countText(summary.train_faces), countText(summary.validation_faces),
                          countText(summary.parameters), durationText(summary.seconds));
    QStringList weights;
    for (const std::string& sentence : summary.weights)
        weights << QString::fromStdString(sentence);
    if (!weights.isEmpty())
        facts << tr("Weights that it started from: %1.").arg(weights.join(QStringLiteral("; ")));
    if (summary.state == RunState::StoppedEarly)
        facts << stoppedEarlyText(run.run);
    else if (!summary.message.empty())
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
                     .arg(decimalText(summary.shape_variance_ratio, 2));
    return facts;
}

}  // namespace rudolph
