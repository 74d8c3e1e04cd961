#include "ui/cases/cases_page.h"

#include <QDir>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QVBoxLayout>

#include "ui/base/layouts.h"
#include "ui/base/path_convert.h"
#include "ui/base/sentence.h"
#include "ui/canvas/face_view.h"
#include "ui/cases/case_explorer.h"
#include "ui/cases/case_gallery.h"
#include "ui/cases/case_list_model.h"
#include "ui/cases/case_run_list.h"
#include "ui/cases/case_studies.h"
#include "ui/cases/case_summary.h"
#include "ui/cases/case_viewer.h"
#include "ui/parts/message_panel.h"
#include "ui/parts/page_actions.h"
#include "ui/parts/run_state_text.h"
#include "ui/settings/remember_sizes.h"
#include "ui/settings/translation.h"

namespace rudolph {
namespace {

constexpr auto kViewedRow = "viewed";

}  // namespace

CasesPage::CasesPage(Session* session, QWidget* parent)
    : Page(parent),
      session_(session),
      studies_(&session->work<CaseStudies>()),
      model_(new CaseListModel(this)),
      order_(new CaseOrder(this)),
      actions_(new PageActions(this)),
      truth_notice_(new NoticeBar),
      lost_notice_(new NoticeBar),
      middle_(new QStackedWidget),
      message_(new MessagePanel),
      train_button_(message_->addButton(tr("Go to training"))),
      summary_(new CaseSummary),
      tabs_(new QTabWidget),
      gallery_(nullptr),
      explorer_(nullptr) {
    order_->setSourceModel(model_);
    makeActions();
    makeNotices();
    runs_ = new CaseRunList(session_, studies_, actions_->at("cases/refresh"));
    auto* splitter = new QSplitter(this);
    splitter->addWidget(runs_);
    splitter->addWidget(makeWork());
    splitter->setStretchFactor(1, 1);
    splitter->setCollapsible(1, false);
    splitter->setSizes({280, 900});
    rememberSizes(splitter, QStringLiteral("cases"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    connectStudies();
    connectParts();
    showNoRuns();
    // Where this page takes the place of another.
    if (!studies_->cases().cases.empty()) {
        showOpened();
        showStudy();
        explorer_->setChosen(studies_->chosen());
    }
}

QVariantMap CasesPage::state() const {
    return {{kViewedRow, isViewing() ? viewed_row_ : -1}};
}

void CasesPage::restore(const QVariantMap& state) {
    const int row = state.value(kViewedRow, -1).toInt();
    const QModelIndex index = order_->mapFromSource(model_->index(row, 0));
    if (row >= 0 && index.isValid())
        viewCase(index.row());
}

void CasesPage::makeActions() {
    actions_->add({{.id = "cases/back",
                    .text = tr("Back to all cases"),
                    .keys = {Qt::Key_Escape},
                    .section = tr("Cases"),
                    .icon = "back",
                    .run = [this] { backToCases(); }},
                   {.id = "cases/previous",
                    .text = tr("Previous case"),
                    .keys = {Qt::Key_Left},
                    .icon = "previous",
                    .run = [this] { viewCase(viewed_ - 1); }},
                   {.id = "cases/next",
                    .text = tr("Next case"),
                    .keys = {Qt::Key_Right},
                    .icon = "next",
                    .run = [this] { viewCase(viewed_ + 1); }},
                   {.id = "cases/mend",
                    .text = tr("Mend the truth…"),
                    .keys = {Qt::Key_M},
                    .tip = tr("Edit the true points of this face on the Data page"),
                    .run = [this] { studies_->mend(viewed_row_); }},
                   {.id = "cases/find",
                    .text = tr("Filter by text"),
                    .keys = {QKeySequence(QKeySequence::Find)},
                    .run =
                        [this] {
                            tabs_->setCurrentIndex(0);
                            gallery_->focusSearch();
                        }},
                   {.id = "cases/refresh",
                    .text = tr("Read the runs folder again"),
                    .icon = "refresh",
                    .run = [this] { session_->runs().refresh(); }}});
    viewer_ = new CaseViewer(*actions_);
    // Their keys mean something else in the list of runs.
    for (const char* id : {"cases/back", "cases/previous", "cases/next", "cases/mend"}) {
        removeAction(actions_->at(id));
        viewer_->addAction(actions_->at(id));
    }
}

void CasesPage::makeNotices() {
    truth_notice_->setObjectName(QStringLiteral("truth"));
    truth_notice_->actionButton()->setText(tr("Keep in the run"));
    truth_notice_->actionButton()->setToolTip(
        tr("Write the cases and figures against the truth as it is now into the run's files"));
    connect(truth_notice_->actionButton(), &QPushButton::clicked, studies_,
            &CaseStudies::keepTruth);
    lost_notice_->setObjectName(QStringLiteral("lost"));
    lost_notice_->actionButton()->setText(tr("Open the faces…"));
    lost_notice_->actionButton()->show();
    connect(lost_notice_->actionButton(), &QPushButton::clicked, &session_->navigation(),
            &Navigation::chooseFaces);
}

QWidget* CasesPage::makeWork() {
    gallery_ = new CaseGallery(session_, studies_, model_, order_);
    explorer_ = new CaseExplorer(model_, order_);
    tabs_->setDocumentMode(true);
    tabs_->addTab(gallery_, tr("&Gallery"));
    tabs_->addTab(explorer_, tr("E&xplore"));
    auto* cases = new QWidget;
    auto* column = makeColumn(cases, 8);
    column->addWidget(summary_);
    column->addWidget(tabs_, 1);
    for (QWidget* widget : {static_cast<QWidget*>(message_), cases, static_cast<QWidget*>(viewer_)})
        middle_->addWidget(widget);
    middle_->setContentsMargins(12, 12, 12, 12);
    // Notices stand above a case that is shown large, too.
    auto* work = new QWidget;
    auto* work_column = makeColumn(work, 0);
    work_column->addWidget(lost_notice_);
    work_column->addWidget(truth_notice_);
    work_column->addWidget(middle_, 1);
    return work;
}

void CasesPage::connectStudies() {
    connect(studies_, &CaseStudies::opened, this, &CasesPage::showOpened);
    connect(studies_, &CaseStudies::failed, this, &CasesPage::showFailure);
    connect(studies_, &CaseStudies::studied, this, &CasesPage::showStudy);
    connect(studies_, &CaseStudies::measuring, explorer_, &CaseExplorer::setProgress);
    connect(studies_, &CaseStudies::notMeasured, explorer_, &CaseExplorer::setFailed);
    connect(studies_, &CaseStudies::notKept, truth_notice_,
            [this](const QString& why) { truth_notice_->setText(why); });
    connect(studies_, &CaseStudies::chosenChanged, explorer_,
            [this] { explorer_->setChosen(studies_->chosen()); });
    connect(&session_->runs(), &RunShelf::changed, this, [this] {
        if (isVisible())
            showRuns();
    });
}

void CasesPage::connectParts() {
    connect(train_button_, &QPushButton::clicked, this,
            [this] { session_->navigation().show(StudioPage::Train); });
    connect(gallery_, &CaseGallery::caseRequested, this, &CasesPage::viewCase);
    connect(gallery_, &CaseGallery::currentChanged, explorer_, &CaseExplorer::setCurrent);
    connect(gallery_, &CaseGallery::chartsRequested, this,
            [this] { tabs_->setCurrentWidget(explorer_); });
    connect(explorer_, &CaseExplorer::cancelRequested, studies_, &CaseStudies::cancel);
    connect(explorer_, &CaseExplorer::measureRequested, studies_, &CaseStudies::measure);
    connect(explorer_, &CaseExplorer::chosenChanged, studies_, &CaseStudies::choose);
    connect(explorer_, &CaseExplorer::caseRequested, this, &CasesPage::viewCase);
    connect(explorer_, &CaseExplorer::galleryRequested, this, [this] {
        gallery_->clearFilters();
        tabs_->setCurrentIndex(0);
        gallery_->focusFaces();
    });
    connect(explorer_, &CaseExplorer::failed, this, [this](const QString& what, const QString&) {
        session_->navigation().report(sentence(what));
    });
    connect(tabs_, &QTabWidget::currentChanged, this,
            [this] { studies_->wantMeasured(tabs_->currentWidget() == explorer_); });
}

bool CasesPage::isViewing() const {
    return middle_->currentIndex() == kViewer;
}

void CasesPage::showEvent(QShowEvent* event) {
    Page::showEvent(event);
    session_->runs().watch(this);
    showRuns();
    studies_->followEdits();
}

void CasesPage::hideEvent(QHideEvent* event) {
    Page::hideEvent(event);
    session_->runs().unwatch(this);
}

void CasesPage::showRuns() {
    const RunShelf& shelf = session_->runs();
    runs_->showRuns();
    if (shelf.error())
        return showFailure(*shelf.error());
    showState();
    studies_->openLatest();
    if (studies_->runFolder().isEmpty())
        showNoRuns();
}

/// The training of the run may have gone on since its cases were read.
void CasesPage::showState() {
    if (const StudyEntryPtr study = session_->runs().findStudy(studies_->runFolder()))
        return summary_->setStudy(*study);
    if (const StudyEntryPtr& study = studies_->cases().repeats)
        return summary_->setStudy(*study);
    if (const RunEntryPtr entry = session_->runs().find(studies_->runFolder()))
        summary_->setState(entry->run.summary);
}

void CasesPage::showOpened() {
    const RunCases& cases = studies_->cases();
    model_->setCases(cases);
    gallery_->updateFilters();
    explorer_->clear();
    truth_notice_->setText({});
    showLostPictures();
    summary_->setRun(cases.run);
    showState();
    runs_->markOpened();
    if (cases.cases.empty()) {
        message_->setMessage(
            QStringLiteral("cases"), tr("No faces to look at"),
            cases.repeats
                ? tr("No run of this study is finished yet. Choose a run to see how far it is.")
                : tr("This run is %1 and has not measured any validation face: that happens at the "
                     "end of its first epoch.")
                      .arg(runStateText(cases.run.summary.state)));
        train_button_->hide();
        middle_->setCurrentIndex(kMessage);
        return;
    }
    middle_->setCurrentIndex(kCases);
    explorer_->setStudy(studies_->study());
    session_->navigation().report(tr("%1: %Ln cases", nullptr, static_cast<int>(cases.cases.size()))
                                      .arg(QString::fromStdString(cases.run.name)));
}

void CasesPage::showStudy() {
    const CaseStudy& study = *studies_->study();
    model_->setTruth(study.truth.cases, study.truth.changed, study.states, study.deviations);
    gallery_->updateFilters();
    summary_->setRun(studies_->run());
    showState();
    showTruthNotice();
    explorer_->setStudy(studies_->study());
    if (isViewing()) {
        const QModelIndex again = order_->mapFromSource(model_->index(viewed_row_));
        if (again.isValid())
            viewCase(again.row());
    }
}

void CasesPage::showFailure(const ErrorText& error) {
    model_->clear();
    explorer_->clear();
    lost_notice_->setText({});
    QString text = error.what;
    if (!error.advice.isEmpty())
        text += QStringLiteral("\n\n") + error.advice;
    message_->setError(tr("The run cannot be read"), text,
                       QStringLiteral("%1\n%2").arg(studies_->runFolder(), text));
    train_button_->hide();
    middle_->setCurrentIndex(kMessage);
}

void CasesPage::showNoRuns() {
    message_->setMessage(QStringLiteral("cases"), tr("No runs yet"),
                         tr("Here are the validation faces of a run, the worst first: red where "
                            "the network put its points, green where they belong. Train a network "
                            "to see its cases."));
    train_button_->show();
    middle_->setCurrentIndex(kMessage);
}

void CasesPage::showLostPictures() {
    const RunCases& cases = studies_->cases();
    if (cases.lost.empty())
        return lost_notice_->setText({});
    const auto& first = cases.cases[static_cast<size_t>(cases.lost.front())].image;
    lost_notice_->setText(
        tr("%Ln pictures of this run are not in %1 any more.", nullptr,
           static_cast<int>(cases.lost.size()))
            .arg(QDir::toNativeSeparators(toQString(first.parent_path()))) +
        QLatin1Char(' ') +
        tr("Open the faces in the folder where they are now, and they are found again."));
}

void CasesPage::showTruthNotice() {
    const auto changed = static_cast<int>(studies_->study()->truth.changed.size());
    // A study has no file of its own to keep it in.
    truth_notice_->actionButton()->setVisible(changed > 0 && !studies_->cases().repeats);
    truth_notice_->setText(changed == 0
                               ? QString()
                               : tr("The truth of %Ln faces has changed since the training. All "
                                    "figures here are of the truth as it is now.",
                                    nullptr, changed));
}

void CasesPage::viewCase(int place) {
    const QModelIndex index = order_->index(place, 0);
    if (!index.isValid())
        return;
    viewed_ = place;
    viewed_row_ = order_->mapToSource(index).row();
    gallery_->setCurrent(place);
    viewer_->showCase(model_->caseAt(viewed_row_), model_->scheme(),
                      landmarkText(studies_->run().summary.normaliser), place, order_->rowCount(),
                      model_->deviationAt(viewed_row_));
    actions_->at("cases/previous")->setEnabled(place > 0);
    actions_->at("cases/next")->setEnabled(place + 1 < order_->rowCount());
    middle_->setCurrentIndex(kViewer);
    viewer_->view()->setFocus();
}

void CasesPage::backToCases() {
    middle_->setCurrentIndex(kCases);
    if (tabs_->currentWidget() == explorer_)
        explorer_->setFocus();
    else
        gallery_->focusFaces();
}

}  // namespace rudolph
