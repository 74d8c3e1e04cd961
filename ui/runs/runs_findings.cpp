#include "ui/runs/runs_findings.h"

#include <QEvent>
#include <QLabel>

#include "ui/base/path_convert.h"
#include "ui/runs/run_words.h"

namespace rudolph {

namespace {

QString listOf(const QStringList& lines) {
    QString html = QStringLiteral("<ul>");
    for (const QString& line : lines)
        html += QStringLiteral("<li>%1</li>").arg(line.toHtmlEscaped());
    return html + QStringLiteral("</ul>");
}

}  // namespace

RunFindings::RunFindings(Session* session, QWidget* parent)
    : QScrollArea(parent), session_(session), text_(new QLabel) {
    text_->setObjectName(QStringLiteral("words"));
    text_->setWordWrap(true);
    text_->setTextFormat(Qt::RichText);
    text_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    text_->setMargin(8);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setWidget(text_);
    setWidgetResizable(true);
    setAccessibleName(tr("The chosen runs in words"));
    setFrameShape(QFrame::NoFrame);
    showText();
}

void RunFindings::setRuns(const std::vector<RunEntryPtr>& runs,
                          const std::vector<CasesPtr>& cases) {
    runs_ = runs;
    cases_ = cases;
    showText();
}

void RunFindings::changeEvent(QEvent* event) {
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showText();
}

QString RunFindings::headingOf(const RunEntry& run) const {
    const QString colour =
        session_->runColours().colour(toQString(run.run.folder), palette()).name();
    return QStringLiteral("<span style='color:%1'>■</span> <b>%2</b>")
        .arg(colour, QString::fromStdString(run.run.name).toHtmlEscaped());
}

void RunFindings::showText() {
    if (runs_.empty()) {
        text_->setText(
            tr("Choose a run above to see what it is, or several to see in what they "
               "differ."));
        return;
    }
    const RunEntry& first = *runs_.front();
    if (runs_.size() == 1) {
        text_->setText(headingOf(first) + listOf(runFacts(first)));
        return;
    }
    QString html =
        tr("Compared with the oldest of them, %1").arg(headingOf(first)) + QStringLiteral("<br>");
    for (size_t i = 1; i < runs_.size(); ++i) {
        const RunEntry& second = *runs_[i];
        html += QStringLiteral("<p>%1</p>").arg(headingOf(second));
        if (!cases_[0] || !cases_[i]) {
            html += listOf({tr("Reading the predictions …")});
            continue;
        }
        QStringList lines;
        for (const RunFinding& finding :
             compare_runs(first.run, second.run, compare_faces(*cases_[0], *cases_[i])))
            lines << findingText(finding, QString::fromStdString(first.run.name),
                                 QString::fromStdString(second.run.name));
        html += listOf(lines);
    }
    text_->setText(html);
}

}  // namespace rudolph
