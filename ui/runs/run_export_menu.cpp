#include "ui/runs/run_export_menu.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QPushButton>
#include <QUrl>

#include "ui/base/path_convert.h"
#include "ui/base/sentence.h"
#include "ui/charts/chart.h"
#include "ui/parts/message_panel.h"
#include "ui/parts/page_actions.h"
#include "ui/parts/question.h"
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
    connect(exports_, &RunExports::askedAboutOutside, this, &RunExportMenu::askAboutOutside);
    connect(exports_, &RunExports::shared, this, &RunExportMenu::showShared);
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
          .run = [this] { exports_->writeEvents(table_->chosenRuns()); }},
         {.id = "runs/share",
          .text = tr("&Share…"),
          .tip = tr("Copies the chosen runs to hand them on: without where your data lie"),
          .run = [this] { askToShare(); }}});
    actions_->place(this,
                    {"runs/report", "runs/table", "runs/chart", "runs/events", "-", "runs/share"});
}

void RunExportMenu::askForTable() {
    askWhereToSave(parentWidget(),
                   {.title = tr("Save the table"),
                    .purpose = QStringLiteral("runs-export"),
                    .filter = tr("Table (*.csv)"),
                    .suggested = tr("runs.csv"),
                    .suffix = QStringLiteral("csv")},
                   [this](const QString& file) {
                       const std::vector<RunEntryPtr> runs = table_->chosenRuns();
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
                       const std::vector<RunEntryPtr> runs = table_->chosenRuns();
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

void RunExportMenu::askAboutOutside(const std::vector<RunEntryPtr>& runs, const QString& file,
                                    const std::vector<std::filesystem::path>& pictures) {
    QMessageBox* box = makeQuestion(
        parentWidget(), tr("Show faces from elsewhere?"),
        tr("%Ln picture(s) of the faces in this report do not lie with the data set. The first is "
           "%1. Show them only if you know why its list names them, as everyone who gets the "
           "report will see them.",
           nullptr, static_cast<int>(pictures.size()))
            .arg(QDir::toNativeSeparators(toQString(pictures.front()))));
    box->setObjectName("faces outside");
    const auto add = [&](const QString& text, const char* name, FacesOutside outside) {
        QPushButton* button = box->addButton(text, QMessageBox::AcceptRole);
        button->setObjectName(name);
        connect(button, &QPushButton::clicked, this,
                [this, runs, file, outside] { exports_->writeReport(runs, file, outside); });
        return button;
    };
    add(tr("Show them"), "show outside", FacesOutside::Show);
    box->setDefaultButton(add(tr("Leave them out"), "leave outside", FacesOutside::LeaveOut));
    box->addButton(QMessageBox::Cancel);
    box->open();
}

void RunExportMenu::askToShare() {
    const std::vector<RunEntryPtr> runs = table_->chosenRuns();
    if (runs.empty())
        return;
    const QString question =
        runs.size() == 1
            ? tr("Copy %1 to hand it on?").arg(toQString(runs.front()->run.name))
            : tr("Copy %Ln runs to hand them on?", nullptr, static_cast<int>(runs.size()));
    QMessageBox* box = makeQuestion(
        parentWidget(), tr("Share"), question,
        tr("Left out are where the data lie on this computer (private.json) and what only going on "
           "with the training needs (checkpoint.safetensors). The names of the pictures and the "
           "points are in it, the pictures are not."));
    box->setObjectName("share");
    QPushButton* choose = box->addButton(tr("Choose a folder…"), QMessageBox::AcceptRole);
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(choose);
    connect(choose, &QPushButton::clicked, this, [this, runs] {
        askForFolder(
            parentWidget(),
            {.title = tr("Choose where the copy goes"), .purpose = QStringLiteral("runs-share")},
            [this, runs](const QString& folder) { exports_->share(runs, folder); });
    });
    box->open();
}

void RunExportMenu::showShared(const QStringList& folders) {
    const QString first = QDir::toNativeSeparators(folders.front());
    const auto more = static_cast<int>(folders.size()) - 1;
    notice_->setText(
        more == 0 ? tr("Copied to %1, without where its data lie").arg(first)
                  : tr("Copied to %1 and %Ln more, without where their data lie", nullptr, more)
                        .arg(first),
        more == 0 ? QString() : folders.join(QLatin1Char('\n')));
    showOpenButton(tr("Open its folder"), folders.front());
}

void RunExportMenu::showWritten(const QStringList& files) {
    const QString first = QDir::toNativeSeparators(files.front());
    const auto more = static_cast<int>(files.size()) - 1;
    notice_->setText(more == 0 ? tr("Written to %1").arg(first)
                               : tr("Written to %1 and %Ln more", nullptr, more).arg(first),
                     more == 0 ? QString() : files.join(QLatin1Char('\n')));
    // A folder where there is nothing that a program opens.
    if (first.contains(QStringLiteral("tfevents")))
        showOpenButton(tr("Open its folder"), QFileInfo(files.front()).absolutePath());
    else
        showOpenButton(tr("Open"), files.front());
}

void RunExportMenu::showOpenButton(const QString& text, const QString& target) {
    QPushButton* open = notice_->actionButton();
    open->disconnect(this);
    open->setText(text);
    open->show();
    connect(open, &QPushButton::clicked, this,
            [target] { QDesktopServices::openUrl(QUrl::fromLocalFile(target)); });
}

void RunExportMenu::showError(const ErrorText& error) {
    notice_->setText(sentence(error.what) + QLatin1Char(' ') + sentence(error.advice), error.what);
}

}  // namespace rudolph
