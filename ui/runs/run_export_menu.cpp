#include "ui/runs/run_export_menu.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QPushButton>
#include <QUrl>

#include "ui/base/sentence.h"
#include "ui/charts/chart.h"
#include "ui/parts/message_panel.h"
#include "ui/parts/page_actions.h"
#include "ui/runs/run_exports.h"
#include "ui/runs/runs_comparison.h"
#include "ui/runs/runs_table.h"
#include "ui/settings/ask_for_file.h"

namespace rudolph {

RunExportMenu::RunExportMenu(Session* session, PageActions* actions, RunsTable* table,
                             RunComparison* comparison, NoticeBar* notice, QWidget* page)
    : QMenu(page),
      actions_(actions),
      table_(table),
      comparison_(comparison),
      notice_(notice),
      exports_(new RunExports(session, this)) {
    setToolTipsVisible(true);
    addActions();
    connect(this, &QMenu::aboutToShow, this, [this] {
        actions_->at("runs/chart")->setEnabled(comparison_->currentChart() != nullptr);
    });
    connect(exports_, &RunExports::written, this, &RunExportMenu::showWritten);
    connect(exports_, &RunExports::failed, this, &RunExportMenu::showError);
    connect(exports_, &RunExports::refused, this,
            [this] { notice_->setText(tr("Another export is not over yet.")); });
}

void RunExportMenu::addActions() {
    actions_->add(
        {{.id = "runs/report",
          .text = tr("&Report as a page (HTML)…"),
          .tip = tr("One file with tables, charts and faces of the chosen runs"),
          .run = [this] { askForReport(); }},
         {.id = "runs/table",
          .text = tr("&Table (CSV)…"),
          .tip = tr("The chosen runs, or all that are shown when fewer than two are chosen"),
          .run = [this] { askForTable(); }},
         {.id = "runs/chart",
          .text = tr("&Chart that is shown (PNG, SVG, PDF)…"),
          .run = [this] { askForChart(); }},
         {.id = "runs/events",
          .text = tr("Tensor&Board events"),
          .tip = tr("Writes an event file into the folder of each chosen run; start TensorBoard "
                    "with the folder of runs"),
          .run = [this] { exports_->writeEvents(table_->chosen()); }}});
    actions_->place(this, {"runs/report", "runs/table", "runs/chart", "runs/events"});
}

void RunExportMenu::askForTable() {
    askWhereToSave(parentWidget(),
                   {.title = tr("Save the table"),
                    .purpose = QStringLiteral("runs-export"),
                    .filter = tr("Table (*.csv)"),
                    .suggested = tr("runs.csv"),
                    .suffix = QStringLiteral("csv")},
                   [this](const QString& file) {
                       const std::vector<RunEntryPtr> runs = table_->chosen();
                       exports_->writeTable(runs.size() >= 2 ? runs : table_->shown(), file);
                   });
}

void RunExportMenu::askForReport() {
    askWhereToSave(parentWidget(),
                   {.title = tr("Save the report"),
                    .purpose = QStringLiteral("runs-export"),
                    .filter = tr("Page (*.html)"),
                    .suggested = tr("report.html"),
                    .suffix = QStringLiteral("html")},
                   [this](const QString& file) {
                       const std::vector<RunEntryPtr> runs = table_->chosen();
                       exports_->writeReport(runs.empty() ? table_->shown() : runs, file);
                   });
}

void RunExportMenu::askForChart() {
    Chart* chart = comparison_->currentChart();
    if (!chart)
        return;
    askWhereToSave(parentWidget(),
                   {.title = tr("Save the chart"),
                    .purpose = QStringLiteral("runs-export"),
                    .filter = tr("Picture or drawing (*.png *.svg *.pdf)"),
                    .suggested = tr("runs.png"),
                    .suffix = QStringLiteral("png")},
                   [this, chart](const QString& file) {
                       try {
                           chart->save(file);
                           showWritten({file});
                       } catch (...) {
                           showError(errorText(std::current_exception()));
                       }
                   });
}

void RunExportMenu::showWritten(const QStringList& files) {
    const QString first = QDir::toNativeSeparators(files.front());
    const auto more = static_cast<int>(files.size()) - 1;
    notice_->setText(more == 0 ? tr("Written to %1").arg(first)
                               : tr("Written to %1 and %Ln more", nullptr, more).arg(first),
                     more == 0 ? QString() : files.join(QLatin1Char('\n')));
    QPushButton* open = notice_->actionButton();
    open->disconnect(this);
    // A folder where there is nothing that a program opens.
    const bool folder = first.contains(QStringLiteral("tfevents"));
    open->setText(folder ? tr("Open its folder") : tr("Open"));
    open->show();
    const QString target = folder ? QFileInfo(files.front()).absolutePath() : files.front();
    connect(open, &QPushButton::clicked, this,
            [target] { QDesktopServices::openUrl(QUrl::fromLocalFile(target)); });
}

void RunExportMenu::showError(const ErrorText& error) {
    notice_->setText(sentence(error.what) + QLatin1Char(' ') + sentence(error.advice), error.what);
}

}  // namespace rudolph
