#include "ui/cases/case_verdict.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>

#include "ui/base/number_text.h"
#include "ui/cases/finding_text.h"
#include "ui/parts/labels.h"

namespace rudolph {
CaseVerdict::CaseVerdict(QWidget* parent)
    : QStackedWidget(parent),
      sentences_(new QListWidget),
      busy_(new QWidget),
      idle_(new QWidget),
      progress_text_(new QLabel),
      progress_(new QProgressBar),
      measure_(new QPushButton(tr("Measure the faces"))),
      failure_(makePlainLabel()) {
    fillBusy();
    fillIdle();
    sentences_->setObjectName(QStringLiteral("verdict"));
    sentences_->setAccessibleName(tr("Verdict"));
    sentences_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    sentences_->setTextElideMode(Qt::ElideRight);
    sentences_->viewport()->setCursor(Qt::PointingHandCursor);
    connect(sentences_, &QListWidget::itemClicked, this, &CaseVerdict::choose);
    connect(sentences_, &QListWidget::itemActivated, this, &CaseVerdict::choose);
    for (QWidget* widget : {static_cast<QWidget*>(sentences_), busy_, idle_})
        addWidget(widget);
    setFixedHeight(4 * (fontMetrics().height() + 3) + 6);  // four sentences
}

void CaseVerdict::fillBusy() {
    progress_->setTextVisible(false);
    progress_->setMaximumWidth(320);
    auto* cancel = new QPushButton(tr("Cancel"));
    connect(cancel, &QPushButton::clicked, this, &CaseVerdict::cancelRequested);
    auto* row = new QHBoxLayout(busy_);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(progress_text_);
    row->addWidget(progress_, 1);
    row->addWidget(cancel);
    row->addStretch();
}

void CaseVerdict::fillIdle() {
    measure_->setToolTip(tr("Brightness, contrast, head turn, roll and size of every face"));
    connect(measure_, &QPushButton::clicked, this, &CaseVerdict::measureRequested);
    auto* row = new QHBoxLayout(idle_);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(measure_);
    row->addWidget(failure_, 1);
}

void CaseVerdict::add(const QString& text, const QString& tip, bool chooses_faces) {
    auto* item = new QListWidgetItem(text, sentences_);
    item->setToolTip(tip);
    if (!chooses_faces)
        item->setFlags(Qt::ItemIsEnabled);
}

void CaseVerdict::setStudy(const CaseStudy& study) {
    const QString paragraph = QStringLiteral("<p>%1</p>");
    sentences_->clear();
    for (const Finding& finding : study.findings)
        add(QStringLiteral("• ") + findingText(finding),
            paragraph.arg(findingDetails(finding).toHtmlEscaped()), true);
    if (study.findings.empty())
        add(tr("No weakness stands out."),
            tr("<p>No group of faces and no part of the face is off by so much more than the "
               "others that it cannot be chance.</p>"),
            false);
    if (!study.unread.isEmpty())
        add(tr("The faces of the run cannot be read, so this is of what the run itself holds."),
            paragraph.arg(study.unread.toHtmlEscaped()), false);
    setCurrentWidget(sentences_);
}

void CaseVerdict::clear() {
    sentences_->clear();
    setCurrentWidget(idle_);
}

void CaseVerdict::setProgress(int done, int total) {
    progress_->setRange(0, total);
    progress_->setValue(done);
    progress_text_->setText(
        total > 0 ? tr("Measuring the faces: %1 of %2").arg(countText(done), countText(total))
                  : tr("Measuring the faces"));
    setCurrentWidget(busy_);
}

void CaseVerdict::setFailed(const QString& what) {
    failure_->setText(what);
    measure_->setText(what.isEmpty() ? tr("Measure the faces") : tr("Try again"));
    setCurrentWidget(idle_);
}

void CaseVerdict::markNone() {
    sentences_->setCurrentRow(-1);
    sentences_->clearSelection();
}

void CaseVerdict::choose(QListWidgetItem* item) {
    if (!(item->flags() & Qt::ItemIsSelectable))
        return;
    emit findingChosen(sentences_->row(item));
    sentences_->setCurrentItem(item);
}

}  // namespace rudolph
