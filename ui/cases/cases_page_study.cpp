// How the cases page looks closer: the truth as it is now, what errors go with, and mending.
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QStandardPaths>
#include <QTabWidget>
#include <QUndoStack>

#include "ui/base/number_text.h"
#include "ui/base/path_convert.h"
#include "ui/base/sentence.h"
#include "ui/cases/case_explorer.h"
#include "ui/cases/case_filter_bar.h"
#include "ui/cases/cases_page.h"
#include "ui/documents/annotation_document.h"
#include "ui/parts/message_panel.h"

namespace rudolph {

namespace {

/// Where the light of faces is kept whose run cannot be written.
std::filesystem::path keptElsewhere(const QString& run_folder) {
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    return toPath(QStringLiteral("%1/cases/%2.csv").arg(cache).arg(qHash(run_folder), 0, 16));
}

}  // namespace

void CasesPage::connectStudies() {
    studies_->moveToThread(&study_thread_);
    connect(&study_thread_, &QThread::finished, studies_, &QObject::deleteLater);
    connect(studies_, &CaseWorker::studied, this, &CasesPage::showStudy);
    connect(studies_, &CaseWorker::failed, this, &CasesPage::studyFailed);
    connect(studies_, &CaseWorker::progressed, this, [this](int number, int done, int total) {
        if (number != request_.number || request_.cancel.is_cancelled())
            return;
        explorer_->setProgress(done, total);
        emit busyChanged(tr("Measuring the faces of the run"), done, total);
    });
    connect(studies_, &CaseWorker::cancelled, this, [this](int number) {
        if (number == request_.number)
            studyFailed(number, {}, {});
    });
    connect(studies_, &CaseWorker::kept, this, [this](int number) {
        if (number != request_.number)
            return;
        emit statusChanged(tr("Kept in the run"));
        openRun(run_folder_);
        refresh();
    });
    connect(studies_, &CaseWorker::keepFailed, this,
            [this](int number, const QString& what, const QString& advice) {
                if (number == request_.number)
                    truth_notice_->setText(tr("Nothing was kept: %1").arg(what) + ' ' +
                                           sentence(advice));
            });
    connect(session_, &Session::datasetChanged, this, [this] {
        studied_document_ = nullptr;
        if (!cases_.lost.empty())
            openRun(run_folder_);
    });
    connect(explorer_, &CaseExplorer::cancelRequested, this, &CasesPage::cancelBusy);
    connect(explorer_, &CaseExplorer::measureRequested, this, [this] { startStudy(true); });
    connect(explorer_, &CaseExplorer::chosenChanged, this, &CasesPage::setChosen);
    connect(explorer_, &CaseExplorer::galleryRequested, this, [this] {
        filters_->clear();
        tabs_->setCurrentIndex(0);
        gallery_->setFocus();
    });
    connect(explorer_, &CaseExplorer::caseRequested, this, &CasesPage::viewCase);
    connect(explorer_, &CaseExplorer::failed, this,
            [this](const QString& what, const QString&) { emit statusChanged(sentence(what)); });
    connect(tabs_, &QTabWidget::currentChanged, this, [this] {
        if (tabs_->currentWidget() == explorer_ && !study_->measured && !request_.measure &&
            model_->rowCount() > 0)
            startStudy(true);
    });
    connect(truth_notice_->actionButton(), &QPushButton::clicked, this, &CasesPage::keepTruth);
    study_thread_.setObjectName(QStringLiteral("cases"));
    study_thread_.start();
}

std::shared_ptr<const Dataset> CasesPage::openFaces() const {
    if (session_->document() == nullptr || cases_.cases.empty())
        return nullptr;
    const Dataset& open = session_->document()->dataset();
    const CasePrediction& first = cases_.cases.front();
    const std::optional<int> found = open.find(first.result.sample_id);
    const bool same = found && open.samples[static_cast<size_t>(*found)].image == first.image;
    return same ? session_->dataset() : nullptr;
}

void CasesPage::startStudy(bool measure) {
    request_.cancel.cancel();
    request_ = {request_.number + 1, cases_, openFaces(), measure, keptElsewhere(run_folder_), {}};
    studied_document_ = request_.dataset ? session_->document() : nullptr;
    studied_edit_ = studied_document_ ? session_->document()->undoStack()->index() : 0;
    if (measure)
        explorer_->setProgress(0, 0);
    QMetaObject::invokeMethod(
        studies_, [studies = studies_, request = request_] { studies->study(request); });
    // The worker has its copy: while a snapshot is held, the next edit copies the whole set.
    request_.dataset.reset();
    request_.cases = {};
}

void CasesPage::showStudy(int number, const CaseStudyPtr& study) {
    if (number != request_.number)
        return;
    // Cancelled, and done all the same before the worker noticed.
    if (request_.cancel.is_cancelled())
        return studyFailed(number, {}, {});
    request_.measure = false;
    emit busyChanged({}, 0, 0);
    study_ = study;
    run_.summary = study->truth.summary;
    model_->setTruth(study->truth.cases, study->truth.changed, study->states);
    filters_->setCases(*model_);
    showSummary(run_);
    showTruthNotice();
    explorer_->setStudy(study);
    updateCount();
    if (isViewing()) {
        const QModelIndex again = order_->mapFromSource(model_->index(viewed_row_));
        if (again.isValid())
            viewCase(again.row());
    }
    if (!study->measured && tabs_->currentWidget() == explorer_)
        startStudy(true);
}

void CasesPage::studyFailed(int number, const QString& what, const QString& advice) {
    if (number != request_.number)
        return;
    request_.measure = false;
    emit busyChanged({}, 0, 0);
    const QString text = what.isEmpty() ? QString() : sentence(what) + ' ' + sentence(advice);
    if (!study_->measured)
        explorer_->setFailed(text);
    if (!text.isEmpty())
        emit statusChanged(text);
}

void CasesPage::cancelBusy() {
    request_.cancel.cancel();
}

void CasesPage::studyAgainIfEdited() {
    if (model_->rowCount() == 0 || !openFaces())
        return;
    const bool same = studied_document_ == session_->document() &&
                      studied_edit_ == session_->document()->undoStack()->index();
    if (!same)
        startStudy(study_->measured || tabs_->currentWidget() == explorer_);
}

void CasesPage::showTruthNotice() {
    const auto changed = static_cast<qsizetype>(study_->truth.changed.size());
    truth_notice_->actionButton()->setVisible(changed > 0);
    if (changed == 0)
        return truth_notice_->setText({});
    truth_notice_->setText(
        changed == 1 ? tr("The truth of 1 face has changed since the training. All figures here "
                          "are of the truth as it is now.")
                     : tr("The truth of %1 faces has changed since the training. All figures here "
                          "are of the truth as it is now.")
                           .arg(countText(changed)));
}

void CasesPage::keepTruth() {
    QMetaObject::invokeMethod(studies_,
                              [studies = studies_, number = request_.number, folder = run_folder_,
                               study = study_] { studies->keep(number, folder, study->truth); });
}

void CasesPage::setChosen(const QVector<int>& rows) {
    chosen_ = rows;
    order_->setChosen(rows);
    explorer_->setChosen(rows);
    updateCount();
}

void CasesPage::mend(int row) {
    if (row < 0 || row >= model_->rowCount())
        return;
    const CasePrediction& face = model_->caseAt(row);
    emit mendRequested(QString::fromStdString(run_.experiment.data),
                       QString::fromStdString(face.result.sample_id), toQString(face.image));
}

void CasesPage::showGalleryMenu(const QPoint& at) {
    const QModelIndex index = gallery_->indexAt(at);
    if (!index.isValid())
        return;
    const int row = order_->mapToSource(index).row();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Show large"), this, [this, index] { viewCase(index.row()); });
    menu->addAction(tr("Show in the charts"), this, [this, index] {
        gallery_->setCurrentIndex(index);
        tabs_->setCurrentWidget(explorer_);
    });
    menu->addAction(tr("Mend the truth…"), this, [this, row] { mend(row); });
    session_->watchedFaces().fillMenu(
        menu, QString::fromStdString(run_.experiment.data),
        {QString::fromStdString(model_->caseAt(row).result.sample_id)});
    menu->popup(gallery_->viewport()->mapToGlobal(at));
}

}  // namespace rudolph
