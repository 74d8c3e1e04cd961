#include "ui/cases/case_summary.h"

#include <QLabel>

#include "ui/base/glossary.h"
#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/parts/figure_row.h"
#include "ui/parts/labels.h"
#include "ui/parts/run_state_text.h"
#include "ui/parts/study_name.h"
#include "ui/settings/translation.h"

namespace rudolph {
namespace {

enum SummaryFigure { kEpochs, kError, kNme, kAuc, kFailures, kConstant };

}  // namespace

CaseSummary::CaseSummary(QWidget* parent)
    : QWidget(parent),
      title_(makePlainLabel(this)),
      state_(makePlainLabel(this)),
      figures_(new FigureRow(this)) {
    embolden(title_, 1.2);
    state_->setObjectName(QStringLiteral("state"));
    title_->setWordWrap(false);
    figures_->addFigure(
        tr("Best epoch"), QStringLiteral("888 of 888"),
        tr("The epoch with the lowest validation loss, whose predictions these are"));
    figures_->addFigure(
        tr("Mean error"), QStringLiteral("888.8 px"),
        withTerm(tr("Mean over the validation faces, in pixels of the pictures"), Term::MeanError));
    figures_->addFigure(tr("NME"), QStringLiteral("88.88 %"), withTerm({}, Term::Nme));
    figures_->addFigure(termName(Term::Auc), QStringLiteral("0.888"), withTerm({}, Term::Auc));
    figures_->addFigure(termName(Term::FailureRate), QStringLiteral("88.88 %"),
                        withTerm({}, Term::FailureRate));
    figures_->addFigure(tr("Against a constant"), QStringLiteral("88.8× better"));
    auto* column = makeColumn(this, 8);
    column->addWidget(title_);
    column->addWidget(state_);
    column->addWidget(figures_);
}

void CaseSummary::setRun(const RunRecord& run) {
    const RunSummary& summary = run.summary;
    title_->setText(QString::fromStdString(run.name));
    setState(summary);
    figures_->setValue(kEpochs, tr("%1 of %2").arg(summary.best_epoch).arg(summary.epochs_done));
    figures_->setValue(kError, pixelText(summary.error_px));
    figures_->setValue(kNme, percentText(summary.nme));
    figures_->setTip(kNme, withTerm(tr("Normalised mean error: the mean error over the %1")
                                        .arg(landmarkText(summary.normaliser)),
                                    Term::Nme));
    figures_->setValue(kAuc, ratioText(summary.auc_08));
    figures_->setValue(kFailures, percentText(summary.fr_08));
    figures_->setValue(kConstant, advantageText(summary.error_px, summary.constant_error_px));
    figures_->setTip(
        kConstant, withTerm(tr("Always answering the average place of the training faces is %1 off")
                                .arg(pixelText(summary.constant_error_px)),
                            Term::Constant));
}

void CaseSummary::setStudy(const StudyEntry& study) {
    title_->setText(studyName(study));
    figures_->setValue(kEpochs, QStringLiteral("–"));
    QString runs = tr("%1 of %2 runs are finished").arg(study.done()).arg(study.study.parts);
    if (study.failed() > 0)
        runs += tr(", %1 failed and are in no figure").arg(study.failed());
    state_->setText(runs + QLatin1Char('\n') +
                    (study.study.kind == StudyKind::Seeds
                         ? tr("Errors are the means over the runs, ± how much they differ from run "
                              "to run. The points drawn are the mean of the runs’ predictions.")
                         : tr("Each face is shown as the run found it that had not learnt from "
                              "it.")));
}

void CaseSummary::setState(const RunSummary& summary) {
    QStringList parts{runStateText(summary.state),
                      tr("%Ln faces to train", nullptr, summary.train_faces) +
                          QStringLiteral(", ") +
                          tr("%Ln to validate", nullptr, summary.validation_faces)};
    // Nobody knows them before the network is made.
    if (summary.parameters > 0)
        parts << tr("%Ln weights", nullptr, static_cast<int>(summary.parameters));
    parts << durationText(summary.seconds);
    QString text = parts.join(QStringLiteral(" · "));
    text[0] = text[0].toUpper();
    if (!summary.message.empty())
        text += QLatin1Char('\n') + QString::fromStdString(summary.message);
    state_->setText(text);
}

}  // namespace rudolph
