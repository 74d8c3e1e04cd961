#include "ui/cases/cases_page.h"
#include "ui/canvas/face_view.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include "ui/base/number_text.h"
#include "ui/base/path_convert.h"
#include "ui/cases/case_explorer.h"
#include "ui/cases/case_filter_bar.h"
#include "ui/cases/case_viewer.h"
#include "ui/parts/figure_row.h"
#include "ui/parts/message_panel.h"
#include "ui/settings/settings.h"
#include "ui/settings/translation.h"

namespace rudolph {

namespace {

constexpr auto kLayoutName = "cases";

enum Middle { kMessage, kGallery, kViewer };
enum Figure { kEpochs, kError, kNme, kAuc, kFailures, kConstant };

QString stateText(RunState state) {
    switch (state) {
        case RunState::Running:
            return CasesPage::tr("running");
        case RunState::Finished:
            return CasesPage::tr("finished");
        case RunState::Stopped:
            return CasesPage::tr("stopped");
        case RunState::Failed:
            return CasesPage::tr("failed");
        case RunState::Interrupted:
            return CasesPage::tr("interrupted");
    }
    return {};
}

}  // namespace

CasesPage::CasesPage(Session* session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      splitter_(new QSplitter(this)),
      model_(new CaseListModel(this)),
      order_(new CaseOrder(this)),
      loader_(new RunLoader),
      studies_(new CaseWorker) {
    order_->setSourceModel(model_);
    splitter_->addWidget(makeRuns());
    splitter_->addWidget(makeCases());
    splitter_->setStretchFactor(1, 1);
    splitter_->setCollapsible(1, false);
    splitter_->setSizes({280, 900});
    splitter_->restoreState(Settings().get(settings::kLayout / kLayoutName));
    connect(splitter_, &QSplitter::splitterMoved, this,
            [this] { Settings().set(settings::kLayout / kLayoutName, splitter_->saveState()); });
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter_);
    connectLoader();
    connectStudies();
    connect(session_, &Session::runsFolderChanged, this, [this] {
        want_latest_ = true;
        if (isVisible())
            refresh();
    });
    showMessage();
}

CasesPage::~CasesPage() {
    request_.cancel.cancel();
    for (QThread* thread : {&thread_, &study_thread_}) {
        thread->quit();
        thread->wait();
    }
}

void CasesPage::connectLoader() {
    loader_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, loader_, &QObject::deleteLater);
    connect(loader_, &RunLoader::runsListed, this, &CasesPage::showRuns);
    connect(loader_, &RunLoader::casesLoaded, this, &CasesPage::showCases);
    connect(loader_, &RunLoader::failed, this, &CasesPage::showFailure);
    thread_.setObjectName(QStringLiteral("runs"));
    thread_.start();
}

bool CasesPage::isViewing() const {
    return middle_->currentIndex() == kViewer;
}

void CasesPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
    studyAgainIfEdited();
}

void CasesPage::refresh() {
    const QString folder = session_->runsFolder();
    runs_folder_->setToolTip(folder);
    runs_folder_->setText(runs_folder_->fontMetrics().elidedText(QDir::toNativeSeparators(folder),
                                                                 Qt::ElideMiddle, 220));
    QMetaObject::invokeMethod(loader_, [loader = loader_, folder] { loader->listRuns(folder); });
}

void CasesPage::openRun(const QString& run_folder) {
    want_latest_ = false;
    run_folder_ = run_folder;
    request_.cancel.cancel();
    QMetaObject::invokeMethod(loader_, [loader = loader_, run_folder, open = session_->dataset()] {
        loader->loadCases(run_folder, open);
    });
}

void CasesPage::showRuns(const QString& folder, const RunList& list) {
    if (folder != session_->runsFolder())
        return;
    const QSignalBlocker quiet(runs_);
    runs_->clear();
    const int item_height = 2 * runs_->fontMetrics().height() + 14;
    QListWidgetItem* shown = nullptr;
    for (const RunRecord& run : list.runs) {
        const QString error =
            run.summary.epochs_done > 0 ? pixelText(run.summary.error_px) : tr("no epoch yet");
        auto* item = new QListWidgetItem(
            QStringLiteral("%1\n%2 · %3")
                .arg(QString::fromStdString(run.name), stateText(run.summary.state), error),
            runs_);
        item->setSizeHint({0, item_height});
        item->setData(kFolderRole, toQString(run.folder));
        item->setToolTip(QString::fromStdString(run.experiment.description));
        if (toQString(run.folder) == run_folder_)
            shown = item;
    }
    for (const Problem& problem : list.problems) {
        auto* item = new QListWidgetItem(
            QStringLiteral("%1\n%2").arg(toQString(problem.file.filename()), tr("cannot be read")),
            runs_);
        item->setSizeHint({0, item_height});
        item->setFlags(Qt::NoItemFlags);
        item->setToolTip(QString::fromStdString(problem.message));
    }
    runs_->setCurrentItem(shown);
    if (!shown && want_latest_ && !list.runs.empty()) {
        runs_->setCurrentRow(0);
        openRun(toQString(list.runs.front().folder));
    } else if (run_folder_.isEmpty()) {
        showMessage();
    }
}

void CasesPage::showCases(const RunCases& cases) {
    if (toQString(cases.run.folder) != run_folder_ &&
        QDir(toQString(cases.run.folder)) != QDir(run_folder_))
        return;
    run_ = cases.run;
    cases_ = cases;
    setChosen({});
    model_->setCases(cases);
    filters_->setCases(*model_);
    explorer_->clear();
    truth_notice_->setText({});
    showLostPictures();
    showSummary(cases.run);
    const QSignalBlocker quiet(runs_);
    for (int row = 0; row < runs_->count(); ++row)
        if (runs_->item(row)->data(kFolderRole).toString() == run_folder_)
            runs_->setCurrentRow(row);
    if (cases.cases.empty()) {
        message_->setMessage(
            QStringLiteral("cases"), tr("No faces to look at"),
            tr("This run is %1 and has not measured any validation face: that happens at the end "
               "of its first epoch.")
                .arg(stateText(cases.run.summary.state)));
        train_button_->hide();
        middle_->setCurrentIndex(kMessage);
        return;
    }
    middle_->setCurrentIndex(kGallery);
    updateCount();
    // What the run itself says at once, and then what its faces say.
    study_ = cases.study;
    explorer_->setStudy(study_);
    startStudy(tabs_->currentWidget() == explorer_);
    emit statusChanged(
        tr("%1: %2 cases").arg(QString::fromStdString(cases.run.name)).arg(cases.cases.size()));
}

void CasesPage::showSummary(const RunRecord& run) {
    const RunSummary& summary = run.summary;
    title_->setText(QString::fromStdString(run.name));
    QString text = tr("%1 · %2 faces to train, %3 to validate · %4 weights · %5")
                       .arg(stateText(summary.state))
                       .arg(countText(summary.train_faces), countText(summary.validation_faces),
                            countText(summary.parameters), durationText(summary.seconds));
    text[0] = text[0].toUpper();
    if (!summary.message.empty())
        text += QLatin1Char('\n') + QString::fromStdString(summary.message);
    state_->setText(text);
    figures_->setValue(kEpochs, tr("%1 of %2").arg(summary.best_epoch).arg(summary.epochs_done));
    figures_->setValue(kError, pixelText(summary.error_px));
    figures_->setValue(kNme, percentText(summary.nme));
    figures_->setTip(kNme, tr("Normalised mean error: the mean error over the %1")
                               .arg(landmarkText(summary.normaliser)));
    figures_->setValue(kAuc, ratioText(summary.auc_08));
    figures_->setValue(kFailures, percentText(summary.fr_08));
    figures_->setValue(kConstant, advantageText(summary.error_px, summary.constant_error_px));
    figures_->setTip(kConstant,
                     tr("Always answering the average place of the training faces is %1 off")
                         .arg(pixelText(summary.constant_error_px)));
}

void CasesPage::showFailure(const QString& run_folder, const QString& what, const QString& advice) {
    if (run_folder != run_folder_ && run_folder != session_->runsFolder())
        return;
    model_->clear();
    explorer_->clear();
    cases_.lost.clear();
    showLostPictures();
    QString text = what;
    if (!advice.isEmpty())
        text += QStringLiteral("\n\n") + advice;
    message_->setError(tr("The run cannot be read"), text,
                       QStringLiteral("%1\n%2").arg(run_folder, text));
    train_button_->hide();
    middle_->setCurrentIndex(kMessage);
}

void CasesPage::showLostPictures() {
    if (cases_.lost.empty())
        return lost_notice_->setText({});
    const auto count = static_cast<qsizetype>(cases_.lost.size());
    const auto& first = cases_.cases[static_cast<size_t>(cases_.lost.front())].image;
    const QString folder = QDir::toNativeSeparators(toQString(first.parent_path()));
    const QString remedy =
        tr("Open the faces in the folder where they are now, and they are found again.");
    lost_notice_->setText((count == 1
                               ? tr("A picture of this run is not in %1 any more.").arg(folder)
                               : tr("%1 pictures of this run are not in %2 any more.")
                                     .arg(countText(count), folder)) +
                          QLatin1Char(' ') + remedy);
}

void CasesPage::showMessage() {
    message_->setMessage(QStringLiteral("cases"), tr("No runs yet"),
                         tr("Here are the validation faces of a run, the worst first: red where "
                            "the network put its points, green where they belong. Train a network "
                            "to see its cases."));
    train_button_->show();
    middle_->setCurrentIndex(kMessage);
}

void CasesPage::updateCount() {
    const int shown = order_->rowCount();
    show_all_->setVisible(!chosen_.isEmpty());
    const int all = model_->rowCount();
    if (!chosen_.isEmpty()) {
        count_->setText(chosen_.size() == 1 ? tr("1 chosen face")
                                            : tr("%1 chosen faces").arg(countText(chosen_.size())));
        return;
    }
    count_->setText(shown == all ? tr("%1 faces").arg(countText(all))
                    : shown == 0 ? tr("No face matches the filter")
                                 : tr("%1 of %2 faces").arg(countText(shown), countText(all)));
}

void CasesPage::viewCase(int place) {
    const QModelIndex index = order_->index(place, 0);
    if (!index.isValid())
        return;
    viewed_ = place;
    viewed_row_ = order_->mapToSource(index).row();
    gallery_->setCurrentIndex(index);
    viewer_->showCase(model_->caseAt(viewed_row_), model_->scheme(),
                      landmarkText(run_.summary.normaliser), place, order_->rowCount());
    middle_->setCurrentIndex(kViewer);
    viewer_->view()->setFocus();
}

void CasesPage::backToGallery() {
    middle_->setCurrentIndex(kGallery);
    if (tabs_->currentWidget() == explorer_)
        return explorer_->setFocus();
    gallery_->setFocus();
    gallery_->scrollTo(gallery_->currentIndex());
}

void CasesPage::chooseRunsFolder() {
    auto* dialog = new QFileDialog(this, tr("Choose the folder of runs"), session_->runsFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        Settings().set(settings::kRunsFolder, folder);
        run_folder_.clear();
        session_->setRunsFolder(folder);
    });
    dialog->open();
}

}  // namespace rudolph
