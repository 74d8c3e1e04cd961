#include "ui/train/weights_panel.h"

#include <QLabel>
#include <QUrl>

#include "core/experiment/pretrained.h"
#include "ui/base/layouts.h"
#include "ui/base/palette.h"
#include "ui/base/plain_tip.h"
#include "ui/base/sentence.h"
#include "ui/parts/download_offer.h"
#include "ui/parts/labels.h"

namespace rudolph {
namespace {

constexpr qsizetype kNamesShown = 2;

/// "fc.weight, fc.bias and 3 more"
QString namesText(const std::vector<std::string>& names) {
    QStringList shown;
    for (const std::string& name : names)
        if (shown.size() < kNamesShown)
            shown << QString::fromStdString(name);
    const QString text = shown.join(QStringLiteral(", "));
    const qsizetype more = qsizetype(names.size()) - shown.size();
    return more == 0 ? text : WeightsPanel::tr("%1 and %2 more").arg(text).arg(more);
}

QString reportText(const WeightsReport& report) {
    QStringList lines{WeightsPanel::tr("%1 of %2 tensors come from %3.")
                          .arg(report.taken)
                          .arg(report.wanted)
                          .arg(QString::fromStdString(report.source))};
    const auto add = [&lines](const QString& line, const std::vector<std::string>& names) {
        if (!names.empty())
            lines << line.arg(namesText(names));
    };
    add(WeightsPanel::tr("Made for colour, summed for grey pictures: %1."), report.summed);
    add(WeightsPanel::tr("Of another shape, so they start at random: %1."), report.misfits);
    add(WeightsPanel::tr("Not in that file, so they start at random: %1."), report.missing);
    add(WeightsPanel::tr("Without a place here, so they are left out: %1."), report.left_over);
    return lines.join(QLatin1Char('\n'));
}

/// All names, where the text has room for a few.
QString wholeReport(const WeightsReport& report) {
    QStringList lines;
    for (const auto* names : {&report.summed, &report.misfits, &report.missing, &report.left_over})
        for (const std::string& name : *names)
            lines << QString::fromStdString(name);
    constexpr qsizetype kMostLines = 30;
    if (lines.size() > kMostLines)
        lines = lines.first(kMostLines) << QStringLiteral("…");
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

WeightsPanel::WeightsPanel(Session* session, QWidget* parent)
    : QWidget(parent),
      report_(makeNarrowLabel(this)),
      offer_(new DownloadOffer(this)),
      download_(&session->activities(), StudioPage::Train, this) {
    report_->setObjectName(QStringLiteral("weights report"));
    auto* column = makeColumn(this, 4);
    column->addWidget(report_);
    column->addWidget(offer_);
    download_.follow(offer_->job(), tr("Downloading weights"));
    connect(offer_, &DownloadOffer::downloaded, this, &WeightsPanel::weightsCame);
    report_->hide();
    offer_->hide();
}

void WeightsPanel::showSummary(const SetupSummary& summary) {
    const PretrainedWeights* wanted = find_pretrained(summary.start);
    const bool missing = wanted != nullptr && !is_here(*wanted);
    if (missing)
        offer_->offer(
            wanted->file,
            tr("%1: these weights are not here, so training would start at random. Their file "
               "(licence %2, learnt from ImageNet, whose own terms may limit its use) comes from "
               "%3; of its SHA-256 the first digits, %4, are known and checked.")
                .arg(QString::fromStdString(wanted->title),
                     QString::fromStdString(wanted->file.licence),
                     QUrl(QString::fromStdString(wanted->file.url)).host(),
                     QString::fromStdString(wanted->file.sha256)));
    offer_->setVisible(missing);
    QString text;
    if (!missing && summary.weights)
        text = reportText(*summary.weights);
    else if (!missing)
        text = summary.weights_problem.isEmpty() ? QString() : sentence(summary.weights_problem);
    report_->setText(text);
    report_->setToolTip(summary.weights ? plainTip(wholeReport(*summary.weights)) : QString());
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, summary.weights_problem.isEmpty()
                                               ? faintText(colours)
                                               : colourOf(Hue::Bad, colours));
    report_->setPalette(colours);
    report_->setVisible(!text.isEmpty());
}

}  // namespace rudolph
