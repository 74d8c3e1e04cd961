#include "ui/runs/sweep_influence.h"

#include <QLabel>
#include <QStringList>
#include <algorithm>
#include <cmath>

#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/base/tr.h"
#include "ui/charts/bar_chart.h"
#include "ui/parts/labels.h"

namespace rudolph {

namespace {

/// Below that the settings are said to tell nothing.
constexpr double kLittle = 0.1;

}  // namespace

QString influenceText(const SweepData& data) {
    const Influences& found = data.influences;
    QStringList sentences;
    if (data.settings.empty())
        return {};
    if (found.too_few())
        sentences << (data.settings.size() == 1
                          ? tr("Too few runs for one setting: %1 of at least %2.")
                          : tr("Too few runs for %1 settings: %2 of at least %3.")
                                .arg(data.settings.size()))
                         .arg(found.runs)
                         .arg(found.runs_needed);
    if (found.settings.empty())
        return sentences.join(QLatin1Char(' '));
    if (found.explained < kLittle) {
        sentences << tr(
            "The errors cannot be foretold from the settings: do not rely on this order.");
    } else {
        sentences << tr("Together they tell %1 of how the errors differ.")
                         .arg(percentText(found.explained, 0));
        const bool none = std::none_of(found.settings.begin(), found.settings.end(),
                                       [](const auto& each) { return each.is_seen(); });
        if (none)
            sentences << tr("No setting stands out by itself.");
    }
    if (data.compared_epoch > 0)
        sentences << tr("Compared after epoch %1, as runs were stopped early.")
                         .arg(countText(data.compared_epoch));
    return sentences.join(QLatin1Char(' '));
}

QString bestRunText(const SweepData& data, const std::vector<RunEntryPtr>& runs) {
    if (data.best < 0)
        return {};
    const RunEntry& best = *runs[static_cast<size_t>(data.best)];
    const QString name = QString::fromStdString(best.run.name);
    const MeanOverPersons& nme = data.best_nme;
    if (nme.persons > 0 && !std::isfinite(nme.low))
        return tr("★ Best: %1, NME %2; validated on too few persons for an interval.")
            .arg(name, percentText(best.run.summary.nme));
    if (!std::isfinite(nme.low))
        return tr("★ Best: %1, NME %2.").arg(name, percentText(best.run.summary.nme));
    if (data.best_runs > 0)
        return tr("★ Best: %1, NME %2; %3 to %4 for other runs (95 %, from %5 of them).")
            .arg(name, percentText(best.run.summary.nme), percentText(std::max(0.0, nme.low)),
                 percentText(nme.high), countText(data.best_runs));
    return tr("★ Best: %1, NME %2; %3 to %4 for other persons (95 %, from %5 faces of %6).")
        .arg(name, percentText(best.run.summary.nme), percentText(std::max(0.0, nme.low)),
             percentText(nme.high), countText(nme.faces), countText(nme.persons));
}

SweepInfluence::SweepInfluence(QWidget* parent)
    : QWidget(parent), words_(new QLabel(this)), chart_(new BarChart) {
    auto* heading = new QLabel(tr("Influence on the error"), this);
    embolden(heading);
    heading->setToolTip(
        tr("By how much a random forest errs more about runs that it has not seen when the values "
           "of a setting are exchanged among them: permutation importance, together 100 %."));
    words_->setWordWrap(true);
    words_->setObjectName(QStringLiteral("influence"));
    chart_->setFileName(tr("influence"));
    chart_->setAccessibleName(heading->text());
    chart_->setMessage(tr("With %1 runs or more, bars show here which settings matter.")
                           .arg(kFewestRunsForInfluence));
    chart_->setValueText([](double share) { return percentText(share, 0); });
    chart_->setReadoutText([this](int bar) {
        const SettingInfluence& each = shown_[static_cast<size_t>(bar)];
        const QString share = QStringLiteral("%1 ± %2").arg(
            percentText(std::max(0.0, each.share), 0), percentText(each.deviation, 0));
        return each.is_seen() ? share : tr("%1: perhaps chance").arg(share);
    });
    connect(chart_, &BarChart::clicked, this,
            [this](int bar) { emit settingChosen(shown_[static_cast<size_t>(bar)].setting); });
    auto* column = makeColumn(this, 8, {8, 8, 8, 8});
    column->addWidget(heading);
    column->addWidget(words_);
    column->addWidget(chart_, 1);
}

void SweepInfluence::show(const SweepData& data) {
    shown_ = data.influences.settings;
    QStringList labels;
    QVector<double> shares;
    // As shares of all: above 1 they would puzzle.
    double sum = 0;
    for (const SettingInfluence& each : shown_)
        sum += std::max(0.0, each.share);
    for (SettingInfluence& each : shown_) {
        if (sum > 0) {
            each.share /= sum;
            each.deviation /= sum;
        }
        labels << data.settings[static_cast<size_t>(each.setting)].title;
        shares << std::max(0.0, each.share);
    }
    chart_->setBars(labels, shares);
    words_->setText(influenceText(data));
    words_->setVisible(!words_->text().isEmpty());
}

}  // namespace rudolph
