// What the page of runs does beside showing them.
#include <QAction>
#include <QDesktopServices>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QProgressBar>
#include <QPushButton>
#include <QTableView>
#include <QUrl>
#include <algorithm>

#include "core/base/file.h"
#include "core/runs/run_files.h"
#include "core/runs/run_report.h"
#include "core/runs/run_table.h"
#include "core/runs/tensorboard.h"
#include "ui/base/dropped_paths.h"
#include "ui/base/error_text.h"
#include "ui/base/path_convert.h"
#include "ui/base/sentence.h"
#include "ui/charts/chart.h"
#include "ui/parts/message_panel.h"
#include "ui/runs/runs_comparison.h"
#include "ui/runs/runs_page.h"
#include "ui/settings/settings.h"

namespace rudolph {

namespace {

bool isRun(const QString& folder) {
    return QFileInfo::exists(QDir(folder).filePath(QString::fromLatin1(kExperimentFile)));
}

/// The folder of runs that a dropped folder is or belongs to; empty: neither.
QString runsFolderOf(const QString& folder) {
    if (isRun(folder))
        return QFileInfo(folder).absolutePath();
    const QDir dir(folder);
    for (const QString& name : dir.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        if (isRun(dir.filePath(name)))
            return dir.absolutePath();
    return {};
}

}  // namespace

void RunsPage::toggleStars() {
    const QStringList folders = chosenFolders();
    // All get one unless all have one.
    const bool all = std::all_of(folders.begin(), folders.end(), [this](const QString& folder) {
        return model_->runAt(model_->rowOf(folder))->marks.starred;
    });
    model_->editMarks(folders, tr("star"), [all](RunMarks& marks) { marks.starred = !all; });
}

void RunsPage::editTags() {
    editColumn(RunColumn::Tags);
}

void RunsPage::editNote() {
    editColumn(RunColumn::Note);
}

void RunsPage::editColumn(RunColumn column) {
    const QModelIndexList rows = table_->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return;
    const int section = static_cast<int>(column);
    table_->setColumnHidden(section, false);
    const QModelIndex cell = rows.front().siblingAtColumn(section);
    table_->scrollTo(cell);
    table_->selectionModel()->setCurrentIndex(cell, QItemSelectionModel::NoUpdate);
    table_->edit(cell);
}

void RunsPage::lookAtCases() {
    const QStringList folders = chosenFolders();
    if (!folders.isEmpty())
        emit casesRequested(folders.front());
}

void RunsPage::trainFurther() {
    const QStringList folders = chosenFolders();
    if (!folders.isEmpty())
        emit trainFurtherRequested(folders.front());
}

void RunsPage::openFolder() {
    const QStringList folders = chosenFolders();
    if (!folders.isEmpty())
        QDesktopServices::openUrl(QUrl::fromLocalFile(folders.front()));
}

void RunsPage::askToRemove() {
    QStringList folders;
    int running = 0;
    for (const QString& folder : chosenFolders()) {
        if (model_->runAt(model_->rowOf(folder))->run.summary.state == RunState::Running)
            ++running;
        else
            folders << folder;
    }
    if (running > 0)
        notice_->setText(tr("A run that goes on cannot be moved: stop its training first."));
    if (folders.isEmpty())
        return;
    auto* box = new QMessageBox(this);
    box->setObjectName(QStringLiteral("remove"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setWindowTitle(tr("Move to the trash"));
    box->setText(folders.size() == 1
                     ? tr("Move %1 to the trash?").arg(QFileInfo(folders.front()).fileName())
                     : tr("Move %1 runs to the trash?").arg(folders.size()));
    box->setInformativeText(
        tr("With all that is in the folder: weights, figures, predictions and marks. It can be "
           "taken out of the trash again in the file manager."));
    QPushButton* move = box->addButton(tr("Move to the trash"), QMessageBox::AcceptRole);
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(move);
    connect(box, &QMessageBox::buttonClicked, this,
            [this, move, folders](QAbstractButton* clicked) {
                if (clicked == move)
                    session_->runs().moveToTrash(folders);
            });
    box->open();
}

void RunsPage::askWhere(const QString& title, const QString& filter, const QString& suffix,
                        const QString& name, const std::function<void(const QString&)>& then) {
    auto* dialog = new QFileDialog(this, title, Settings().get(settings::kLastFolderOfAll), filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, [then](const QString& file) {
        Settings().set(settings::kLastFolderOfAll, QFileInfo(file).absolutePath());
        then(file);
    });
    dialog->open();
}

void RunsPage::askForTable() {
    askWhere(tr("Save the table"), tr("Table (*.csv)"), QStringLiteral("csv"), tr("runs.csv"),
             [this](const QString& file) { exportTable(file); });
}

void RunsPage::askForReport() {
    askWhere(tr("Save the report"), tr("Page (*.html)"), QStringLiteral("html"), tr("report.html"),
             [this](const QString& file) { exportReport(file); });
}

void RunsPage::askForChart() {
    Chart* chart = comparison_->currentChart();
    if (!chart)
        return;
    askWhere(
        tr("Save the chart"), tr("Picture or drawing (*.png *.svg *.pdf)"), QStringLiteral("png"),
        tr("runs.png"), [this, chart](const QString& file) {
            try {
                chart->save(file);
                showExported({file});
            } catch (...) {
                const ErrorText text = errorText(std::current_exception());
                notice_->setText(sentence(text.what) + QLatin1Char(' ') + sentence(text.advice));
            }
        });
}

void RunsPage::exportTable(const QString& file) {
    startExport(tr("Writing the table"),
                [runs = chosenOrShown(), file](const CancelToken&, const ProgressCallback&) {
                    write_file(toPath(file), runs_csv(runs));
                    return QStringList{file};
                });
}

void RunsPage::exportReport(const QString& file) {
    std::vector<RunEntryPtr> runs;
    for (const QString& folder : chosenFolders())
        runs.push_back(model_->runAt(model_->rowOf(folder)));
    if (runs.empty())
        runs = chosenOrShown();
    // As in the pane: the others are compared with the oldest.
    std::stable_sort(runs.begin(), runs.end(), [](const RunEntryPtr& a, const RunEntryPtr& b) {
        return a->started_seconds < b->started_seconds;
    });
    ReportOptions options;
    options.title = tr("Comparison of runs").toStdString();
    options.open = session_->dataset();
    startExport(tr("Writing the report"),
                [runs, options, file](const CancelToken& cancel, const ProgressCallback& progress) {
                    const std::string html = run_report_html(runs, options, cancel, progress);
                    cancel.throw_if_cancelled();
                    write_file(toPath(file), html);
                    return QStringList{file};
                });
}

void RunsPage::exportTensorboard() {
    std::vector<RunRecord> runs;
    for (const QString& folder : chosenFolders())
        runs.push_back(model_->runAt(model_->rowOf(folder))->run);
    startExport(tr("Writing TensorBoard events"),
                [runs](const CancelToken& cancel, const ProgressCallback& progress) {
                    QStringList files;
                    for (const RunRecord& run : runs) {
                        cancel.throw_if_cancelled();
                        files << toQString(export_tensorboard(run));
                        progress({files.size(), static_cast<std::int64_t>(runs.size())});
                    }
                    return files;
                });
}

void RunsPage::startExport(
    const QString& what,
    const std::function<QStringList(const CancelToken&, const ProgressCallback&)>& write) {
    if (export_job_.isBusy()) {
        notice_->setText(tr("Another export is not over yet."));
        return;
    }
    export_cancel_ = {};
    progress_text_->setText(what);
    progress_bar_->setRange(0, 0);
    slow_export_.start();
    const auto progress = [this](const Progress& step) {
        QMetaObject::invokeMethod(progress_bar_, [bar = progress_bar_, step] {
            bar->setRange(0, static_cast<int>(step.total));
            bar->setValue(static_cast<int>(step.done));
        });
    };
    export_job_.start([this, write, progress, cancel = export_cancel_]() -> LatestJob::Outcome {
        const auto ended = [this](const std::function<void()>& then) {
            return [this, then] {
                slow_export_.stop();
                progress_->hide();
                then();
            };
        };
        try {
            const QStringList files = write(cancel, progress);
            return ended([this, files] { showExported(files); });
        } catch (const Cancelled&) {
            return ended([this] { emit statusChanged(tr("Nothing was written")); });
        } catch (...) {
            const ErrorText text = errorText(std::current_exception());
            return ended([this, text] {
                notice_->setText(sentence(text.what) + QLatin1Char(' ') + sentence(text.advice),
                                 text.what);
            });
        }
    });
}

void RunsPage::showExported(const QStringList& files) {
    const QString first = QDir::toNativeSeparators(files.front());
    notice_->setText(files.size() == 1
                         ? tr("Written to %1").arg(first)
                         : tr("Written to %1 and %2 more").arg(first).arg(files.size() - 1),
                     files.size() == 1 ? QString() : files.join(QLatin1Char('\n')));
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

void RunsPage::chooseRunsFolder() {
    auto* dialog = new QFileDialog(this, tr("Choose the folder of runs"), session_->runsFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, &RunsPage::setRunsFolder);
    dialog->open();
}

void RunsPage::setRunsFolder(const QString& folder) {
    Settings().set(settings::kRunsFolder, folder);
    session_->setRunsFolder(folder);
}

void RunsPage::dragEnterEvent(QDragEnterEvent* event) {
    const QString folder = droppedPath(event->mimeData());
    if (!folder.isEmpty() && !runsFolderOf(folder).isEmpty())
        event->acceptProposedAction();
}

void RunsPage::dropEvent(QDropEvent* event) {
    const QString folder = droppedPath(event->mimeData());
    event->acceptProposedAction();
    if (isRun(folder))
        to_choose_ = {folder};
    setRunsFolder(runsFolderOf(folder));
    refresh();
}

}  // namespace rudolph
