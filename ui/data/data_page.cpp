#include "ui/data/data_page.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardPaths>

#include "core/image/decode.h"
#include "ui/base/dropped_paths.h"
#include "ui/base/error_text.h"
#include "ui/base/number_text.h"
#include "ui/base/path_convert.h"
#include "ui/base/sentence.h"
#include "ui/canvas/face_view.h"
#include "ui/data/annotator.h"
#include "ui/data/network_help.h"
#include "ui/data/sample_details.h"
#include "ui/data/sample_list_panel.h"
#include "ui/parts/message_panel.h"
#include "ui/session/document_saver.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

/// Photographs that nobody has annotated get these points, until another scheme is chosen.
constexpr auto kUsualScheme = "ibug-68";
/// How long to watch before saying how long it will take.
constexpr double kSecondsBeforeGuess = 1.0;

/// What open_dataset should open when this was asked for or dropped: the folder of a picture or of
/// its points, else the thing itself.
QString datasetOf(const QString& path) {
    const QFileInfo info(path);
    const bool points =
        QStringList{"asf", "pts", "ljson"}.contains(info.suffix(), Qt::CaseInsensitive);
    const bool of_a_face = points || has_image_extension(toPath(path));
    return info.isFile() && of_a_face ? info.absolutePath() : info.absoluteFilePath();
}

QString facesText(qsizetype count) {
    return count == 1 ? DataPage::tr("1 face")
                      : DataPage::tr("%1 faces").arg(QLocale().toString(count));
}

}  // namespace

DataPage::DataPage(Session* session, QWidget* parent) : QWidget(parent), session_(session) {
    setAcceptDrops(true);
    makeActions();
    layOut();
    makeEditing();
    startWorker();
    connect(session_, &Session::documentAboutToClose, this, [this] {
        annotator_->setDocument(nullptr);
        list_->setDocument(nullptr, {});
    });
    connect(session_, &Session::datasetChanged, this, &DataPage::sessionChanged);
    connect(session_, &Session::splitChanged, this, &DataPage::tellStatus);
    sessionChanged();
}

DataPage::~DataPage() {
    request_.cancel.cancel();
    Settings().set(settings::kLayout / "data_page", splitter_->saveState());
    session_->disconnect(this);
    list_->disconnect(this);
    annotator_->setDocument(nullptr);
    list_->setDocument(nullptr, {});
    thread_.quit();
    thread_.wait();
}

void DataPage::startWorker() {
    worker_ = new DatasetWorker;
    worker_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
    connect(worker_, &DatasetWorker::progressed, this, &DataPage::showProgress);
    connect(worker_, &DatasetWorker::opened, this, &DataPage::datasetOpened);
    connect(worker_, &DatasetWorker::checked, this, &DataPage::datasetChecked);
    connect(worker_, &DatasetWorker::inspected, this, &DataPage::datasetInspected);
    connect(worker_, &DatasetWorker::failed, this, &DataPage::openingFailed);
    connect(worker_, &DatasetWorker::cancelled, this, &DataPage::openingCancelled);
    connect(worker_, &DatasetWorker::keptFound, this, [this](const QString& path) {
        asked_for_kept_ = path;
        kept_->setText(tr("Restore unsaved edits of “%1”").arg(QFileInfo(path).fileName()));
        kept_->setToolTip(QDir::toNativeSeparators(path));
        kept_->show();
    });
    thread_.setObjectName("data sets");
    thread_.start();
    QMetaObject::invokeMethod(
        worker_,
        [worker = worker_, recent = Settings().get(settings::kRecentDatasets),
         journals = DocumentSaver::journalFolder()] { worker->lookForKept(recent, journals); });
}

DatasetRequest DataPage::newRequest(const QString& path) {
    request_.cancel.cancel();
    request_ = {request_.number + 1, path, CancelToken(), options_, DocumentSaver::journalFolder()};
    return request_;
}

void DataPage::openPath(const QString& path) {
    whenSafe([this, path] {
        options_ = {};
        open(datasetOf(path));
    });
}

void DataPage::open(const QString& path) {
    face_wanted_.clear();
    asked_for_ = path;
    const DatasetRequest request = newRequest(asked_for_);
    QMetaObject::invokeMethod(worker_, [worker = worker_, request] { worker->open(request); });
    showBusy(tr("Opening %1").arg(QFileInfo(asked_for_).fileName()));
}

void DataPage::makeDemoFaces() {
    whenSafe([this] {
        const QDir data(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
        asked_for_ = data.filePath("demo faces");
        options_ = {};
        const DatasetRequest request = newRequest(asked_for_);
        QMetaObject::invokeMethod(worker_,
                                  [worker = worker_, request] { worker->openDemoFaces(request); });
        showBusy(tr("Making demo faces"));
    });
}

void DataPage::chooseFolder() {
    auto* dialog = new QFileDialog(this, tr("Open a folder of faces"),
                                   Settings().get(settings::kLastFolderOfAll));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        Settings().set(settings::kLastFolderOfAll, folder);
        openPath(folder);
    });
    dialog->open();
}

void DataPage::chooseFile() {
    auto* dialog = new QFileDialog(this, tr("Open a list of faces"),
                                   Settings().get(settings::kLastFolderOfAll),
                                   tr("Lists of faces (*.rudolph *.xml *.csv *.json *.yaml);;"
                                      "All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        Settings().set(settings::kLastFolderOfAll, QFileInfo(file).absolutePath());
        openPath(file);
    });
    dialog->open();
}

void DataPage::cancelBusy() {
    if (!saving_busy_.what.isEmpty())
        saver_->cancel();
    else
        request_.cancel.cancel();
}

void DataPage::setBusy(Busy& mine, const QString& what, int done, int total) {
    mine = {what, done, total};
    for (const Busy* busy : {&saving_busy_, &opening_busy_})
        if (!busy->what.isEmpty()) {
            emit busyChanged(busy->what, busy->done, busy->total);
            return;
        }
    emit busyChanged({}, 0, 0);
}

void DataPage::showBusy(const QString& title) {
    busy_ = true;
    opening_ = true;
    busy_state_->setMessage("open", title, QDir::toNativeSeparators(asked_for_));
    showProgressBar(0, 0);
    states_->setCurrentWidget(busy_state_);
    setBusy(opening_busy_, title, 0, 0);
}

void DataPage::showProgressBar(int done, int total) {
    if (done == 0 || done < progress_->value())
        since_start_.start();
    progress_->setRange(0, total);
    progress_->setValue(done);
    QString text = tr("%1 of %2").arg(countText(done), countText(total));
    const double seconds = static_cast<double>(since_start_.elapsed()) / 1000;
    if (seconds > kSecondsBeforeGuess && done > 0)
        text += QStringLiteral(" · ") + timeLeftText(seconds / done * (total - done));
    progress_->setFormat(text);
}

void DataPage::setIdle() {
    busy_ = false;
    opening_ = false;
    list_->setInspecting(false);
    setBusy(opening_busy_, {}, 0, 0);
}

void DataPage::showProgress(int number, DatasetStage stage, int done, int total) {
    if (number != request_.number || !busy_ || request_.cancel.is_cancelled())
        return;
    const QString name = QFileInfo(asked_for_).fileName();
    QString what;
    switch (stage) {
        case DatasetStage::WritingDemoFaces:
            what = tr("Making demo faces");
            break;
        case DatasetStage::Opening:
            what = tr("Opening %1").arg(name);
            break;
        case DatasetStage::Checking:
            what = tr("Checking the pictures of %1").arg(name);
            break;
        case DatasetStage::Inspecting:
            what = tr("Looking for wrong annotations");
            break;
    }
    if (opening_) {
        if (busy_state_->title() != what)
            busy_state_->setMessage("open", what, QDir::toNativeSeparators(asked_for_));
        showProgressBar(done, total);
    }
    setBusy(opening_busy_, what, done, total);
}

void DataPage::datasetOpened(int number, const OpenedDataset& opened) {
    if (number != request_.number || request_.cancel.is_cancelled())
        return;
    opening_ = false;
    Settings().addRecentDataset(asked_for_);
    read_problems_ = opened.dataset->problems;
    std::shared_ptr<const Dataset> dataset = opened.dataset;
    if (dataset->format == DatasetFormat::Pictures && dataset->scheme.size() == 0) {
        auto with_scheme = std::make_shared<Dataset>(*dataset);
        with_scheme->scheme = builtin_scheme(kUsualScheme);
        dataset = with_scheme;
    }
    session_->setDocument(std::make_unique<AnnotationDocument>(std::move(dataset)));
    saver_->begin(opened, {options_.pts_first_pixel, CsvColumns::Part});
    if (opened.dataset->format == DatasetFormat::Pictures)
        setAnnotating(true);
    list_->focusList();
    // As soon as the pictures are checked.
    list_->setInspecting(true);
    editWantedFace();
}

void DataPage::datasetChecked(int number, const CheckedPictures& pictures) {
    if (number != request_.number)
        return;
    if (opening_) {  // cancelled, and done all the same before the worker noticed
        openingCancelled(number);
        return;
    }
    document()->applyCheck(pictures);
    read_problems_ = document()->dataset().problems;
    setIdle();
    if (document()->faceCount() == 0) {
        list_->showProblems();
        return;
    }
    inspect();
}

void DataPage::inspect() {
    if (document() == nullptr || busy_)
        return;
    busy_ = true;
    const DatasetRequest request = newRequest(asked_for_);
    list_->setInspecting(true);
    setBusy(opening_busy_, tr("Looking for wrong annotations"), 0, 0);
    QMetaObject::invokeMethod(worker_, [worker = worker_, request, dataset = session_->dataset()] {
        worker->inspect(request, dataset);
    });
}

void DataPage::datasetInspected(int number, const std::vector<Problem>& findings) {
    if (number != request_.number)
        return;
    std::vector<Problem> problems = read_problems_;
    problems.insert(problems.end(), findings.begin(), findings.end());
    document()->setProblems(std::move(problems));
    setIdle();
    list_->setInspected();
}

void DataPage::openingFailed(int number, const QString& what, const QString& advice) {
    if (number != request_.number)
        return;
    setIdle();
    Settings().forgetRecentDataset(asked_for_);
    const QString title = tr("“%1” cannot be opened").arg(QFileInfo(asked_for_).fileName());
    broken_->setError(title,
                      advice.isEmpty() ? what : what + QStringLiteral("\n\n") + sentence(advice));
    states_->setCurrentWidget(broken_);
}

void DataPage::openingCancelled(int number) {
    if (number != request_.number)
        return;
    setIdle();
    showWhatIsOpen();
}

void DataPage::showWhatIsOpen() {
    states_->setCurrentWidget(document() != nullptr ? work_ : static_cast<QWidget*>(empty_));
}

void DataPage::sessionChanged() {
    shown_ = -1;
    view_->setMessage({});
    notice_->setText({});
    summary_->setToolTip(document() != nullptr ? toQString(document()->dataset().source)
                                               : QString());
    annotator_->setDocument(document());
    list_->setDocument(document(), session_->split());
    connectDocument();
    tellStatus();
    updateEditing();
    if (!opening_)
        showWhatIsOpen();
}

void DataPage::tellStatus() {
    summary_->setText(summary());
    emit statusChanged(summary());
}

QString DataPage::summary() const {
    if (document() == nullptr)
        return {};
    const Dataset& dataset = document()->dataset();
    QStringList parts = {QString::fromStdString(dataset.name),
                         QString::fromStdString(to_string(dataset.format)),
                         facesText(static_cast<qsizetype>(dataset.samples.size()))};
    if (dataset.scheme.size() > 0)
        parts << tr("%1 points").arg(dataset.scheme.size());
    const QLocale locale;
    const Split& split = session_->split();
    if (!split.train.empty())
        parts << tr("%1 for training, %2 for validation")
                     .arg(locale.toString(static_cast<qsizetype>(split.train.size())),
                          locale.toString(static_cast<qsizetype>(split.validation.size())));
    if (!dataset.problems.empty()) {
        const auto count = static_cast<qsizetype>(dataset.problems.size());
        parts << (count == 1 ? tr("1 problem") : tr("%1 problems").arg(locale.toString(count)));
    }
    if (document()->isModified())
        parts << tr("edited");
    return parts.join(QStringLiteral(" · "));
}

void DataPage::dragEnterEvent(QDragEnterEvent* event) {
    if (!droppedPaths(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void DataPage::dropEvent(QDropEvent* event) {
    const QString path = droppedPaths(event->mimeData()).value(0);
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    openPath(path);
}

}  // namespace rudolph
