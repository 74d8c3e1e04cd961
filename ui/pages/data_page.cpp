#include "ui/pages/data_page.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QProgressBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardPaths>

#include "core/image/decode.h"
#include "ui/canvas/face_view.h"
#include "ui/models/image_convert.h"
#include "ui/models/number_text.h"
#include "ui/models/path_convert.h"
#include "ui/models/sentence.h"
#include "ui/pages/message_panel.h"
#include "ui/pages/sample_details.h"
#include "ui/pages/sample_list_panel.h"
#include "ui/settings/settings.h"
#include "ui/workers/error_text.h"

namespace rudolph {
namespace {

/// How long to watch before saying how long it will take.
constexpr double kSecondsBeforeGuess = 1.0;

/// What open_dataset should open when this was asked for or dropped: the folder of a picture or of
/// its points, else the thing itself.
QString datasetOf(const QString& path) {
    const QFileInfo info(path);
    const bool points = QStringList{"asf", "pts"}.contains(info.suffix(), Qt::CaseInsensitive);
    const bool of_a_face = points || has_image_extension(toPath(path));
    return info.isFile() && of_a_face ? info.absolutePath() : info.absoluteFilePath();
}

QString facesText(qsizetype count) {
    return count == 1 ? DataPage::tr("1 face")
                      : DataPage::tr("%1 faces").arg(QLocale().toString(count));
}

QString droppedPath(const QMimeData* data) {
    for (const QUrl& url : data->urls())
        if (url.isLocalFile())
            return url.toLocalFile();
    return {};
}

}  // namespace

DataPage::DataPage(Session* session, QWidget* parent) : QWidget(parent), session_(session) {
    setAcceptDrops(true);
    makeActions();
    layOut();
    startWorker();
    connect(session_, &Session::datasetChanged, this, &DataPage::sessionChanged);
    sessionChanged();
}

DataPage::~DataPage() {
    list_->disconnect(this);  // it says that its faces go
    request_.cancel.cancel();
    Settings().setLayout("data_page", splitter_->saveState());
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
    connect(worker_, &DatasetWorker::failed, this, &DataPage::openingFailed);
    connect(worker_, &DatasetWorker::cancelled, this, &DataPage::openingCancelled);
    thread_.setObjectName("data sets");
    thread_.start();
}

DatasetRequest DataPage::newRequest(const QString& path) {
    request_.cancel.cancel();
    request_ = {request_.number + 1, path, CancelToken()};
    return request_;
}

void DataPage::openPath(const QString& path) {
    asked_for_ = datasetOf(path);
    const DatasetRequest request = newRequest(asked_for_);
    QMetaObject::invokeMethod(worker_, [worker = worker_, request] { worker->open(request); });
    showBusy(tr("Opening %1").arg(QFileInfo(asked_for_).fileName()));
}

void DataPage::makeDemoFaces() {
    const QDir data(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    asked_for_ = data.filePath("demo faces");
    const DatasetRequest request = newRequest(asked_for_);
    QMetaObject::invokeMethod(worker_,
                              [worker = worker_, request] { worker->openDemoFaces(request); });
    showBusy(tr("Making demo faces"));
}

void DataPage::chooseFolder() {
    auto* dialog = new QFileDialog(this, tr("Open a folder of faces"), Settings().lastFolder());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        Settings().setLastFolder(folder);
        openPath(folder);
    });
    dialog->open();
}

void DataPage::chooseFile() {
    auto* dialog = new QFileDialog(this, tr("Open a list of faces"), Settings().lastFolder(),
                                   tr("dlib lists (*.xml);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        Settings().setLastFolder(QFileInfo(file).absolutePath());
        openPath(file);
    });
    dialog->open();
}

void DataPage::cancelBusy() {
    request_.cancel.cancel();
}

void DataPage::showBusy(const QString& title) {
    busy_ = true;
    opening_ = true;
    busy_state_->setMessage("open", title, QDir::toNativeSeparators(asked_for_));
    showProgressBar(0, 0);
    states_->setCurrentWidget(busy_state_);
    emit busyChanged(title, 0, 0);
}

void DataPage::showProgressBar(int done, int total) {
    if (done == 0 || done < progress_->value())
        since_start_.start();
    progress_->setRange(0, total);
    progress_->setValue(done);
    QString text = tr("%1 of %2").arg(done).arg(total);
    const double seconds = static_cast<double>(since_start_.elapsed()) / 1000;
    if (seconds > kSecondsBeforeGuess && done > 0)
        text += QStringLiteral(" · ") + timeLeftText(seconds / done * (total - done));
    progress_->setFormat(text);
}

void DataPage::setIdle() {
    busy_ = false;
    opening_ = false;
    emit busyChanged({}, 0, 0);
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
    }
    if (opening_) {
        if (busy_state_->title() != what)
            busy_state_->setMessage("open", what, QDir::toNativeSeparators(asked_for_));
        showProgressBar(done, total);
    }
    emit busyChanged(what, done, total);
}

void DataPage::datasetOpened(int number, const std::shared_ptr<const Dataset>& dataset) {
    if (number != request_.number || request_.cancel.is_cancelled())
        return;
    opening_ = false;
    Settings().addRecentDataset(asked_for_);
    session_->setDataset(dataset);
    list_->focusList();
}

void DataPage::datasetChecked(int number, const std::shared_ptr<const Dataset>& dataset) {
    if (number != request_.number)
        return;
    if (opening_) {  // cancelled, and done all the same before the worker noticed
        openingCancelled(number);
        return;
    }
    setIdle();
    session_->setDataset(dataset);
    if (dataset->samples.empty())
        list_->showProblems();
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
    states_->setCurrentWidget(session_->dataset() ? work_ : static_cast<QWidget*>(empty_));
}

void DataPage::sessionChanged() {
    const auto dataset = session_->dataset();
    summary_->setText(summary());
    summary_->setToolTip(dataset ? toQString(dataset->source) : QString());
    const auto before = std::move(document_);
    if (dataset)
        document_ = std::make_unique<AnnotationDocument>(dataset);
    list_->setDocument(document_.get(), session_->split());
    emit statusChanged(summary());
    if (!opening_)
        showWhatIsOpen();
}

QString DataPage::summary() const {
    const auto dataset = session_->dataset();
    if (!dataset)
        return {};
    QStringList parts = {QString::fromStdString(dataset->name),
                         QString::fromStdString(to_string(dataset->format)),
                         facesText(static_cast<qsizetype>(dataset->samples.size()))};
    if (dataset->scheme.size() > 0)
        parts << tr("%1 points").arg(dataset->scheme.size());
    const QLocale locale;
    const Split& split = session_->split();
    if (!split.train.empty())
        parts << tr("%1 for training, %2 for validation")
                     .arg(locale.toString(static_cast<qsizetype>(split.train.size())),
                          locale.toString(static_cast<qsizetype>(split.validation.size())));
    if (!dataset->problems.empty()) {
        const auto count = static_cast<qsizetype>(dataset->problems.size());
        parts << (count == 1 ? tr("1 problem") : tr("%1 problems").arg(locale.toString(count)));
    }
    return parts.join(QStringLiteral(" · "));
}

void DataPage::showSample(int index) {
    const auto dataset = session_->dataset();
    if (!dataset || index < 0) {
        picture_job_.clear();
        details_->clear();
        if (!dataset || !dataset->samples.empty())
            view_->setMessage(tr("No face matches the filters."));
        else
            view_->setMessage(
                tr("None of the faces could be read. The list of problems says why."));
        return;
    }
    details_->setSample(dataset, index, list_->faces().side(index));
    picture_job_.start([this, dataset, index]() -> LatestJob::Outcome {
        const Sample& face = dataset->samples[static_cast<size_t>(index)];
        try {
            const QImage image = toQImage(decode_image(face.image));
            return [this, dataset, &face, image] {
                view_->setImage(image);
                view_->setTruth(
                    face.points_in_image.empty()
                        ? std::nullopt
                        : std::optional(PointLayer{face.points_in_image, dataset->scheme}));
                view_->setBox(box_->isChecked() ? face.box : std::nullopt);
                view_->setAccessibleDescription(QString::fromStdString(face.id));
            };
        } catch (...) {
            const QString reason = sentence(errorText(std::current_exception()).what);
            return [this, reason] { view_->setMessage(reason); };
        }
    });
}

void DataPage::showProblem(const QString& place, const QString& message) {
    picture_job_.clear();
    details_->clear();
    view_->setMessage(place + QStringLiteral("\n\n") + message);
}

void DataPage::dragEnterEvent(QDragEnterEvent* event) {
    if (!droppedPath(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void DataPage::dropEvent(QDropEvent* event) {
    const QString path = droppedPath(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    openPath(path);
}

}  // namespace rudolph
