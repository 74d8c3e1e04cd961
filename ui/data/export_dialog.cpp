#include "ui/data/export_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>
#include <algorithm>

#include "ui/base/dropped_paths.h"
#include "ui/base/error_text.h"
#include "ui/base/number_text.h"
#include "ui/base/path_convert.h"
#include "ui/base/sentence.h"
#include "ui/parts/icons.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

constexpr double kTellTimeAfterSeconds = 1;
constexpr size_t kMostIdsInTip = 20;

QString idsText(const std::vector<std::string>& ids) {
    QStringList shown;
    for (size_t i = 0; i < std::min(ids.size(), kMostIdsInTip); ++i)
        shown << QString::fromStdString(ids[i]);
    if (ids.size() > kMostIdsInTip)
        shown << ExportDialog::tr("and %1 more")
                     .arg(countText(static_cast<long long>(ids.size() - kMostIdsInTip)));
    return shown.join(QStringLiteral(", "));
}

/// What finding the losses came to.
struct LossAnswer {
    std::vector<Loss> found;
    QString failure;
};

LossAnswer answer(const Dataset& dataset, bool only_done, DatasetFormat format,
                  const FormatOptions& options) {
    try {
        return {losses(only_done ? onlyDone(dataset) : dataset, format, options), {}};
    } catch (...) {
        return {{}, errorText(std::current_exception()).what};
    }
}

}  // namespace

ExportDialog::ExportDialog(std::shared_ptr<const Dataset> dataset, QWidget* parent)
    : QDialog(parent),
      dataset_(std::move(dataset)),
      done_faces_(static_cast<int>(
          std::count_if(dataset_->samples.begin(), dataset_->samples.end(),
                        [](const Sample& face) { return face.state == FaceState::Done; }))) {
    setWindowTitle(tr("Export %1").arg(QString::fromStdString(dataset_->name)));
    setAcceptDrops(true);
    layOut();
    setWriting(false);
    showResult({}, false);
    form_->setRowVisible(
        faces_, done_faces_ > 0 && done_faces_ < static_cast<int>(dataset_->samples.size()));
    startWorker();
    connect(format_, &QComboBox::currentIndexChanged, this, &ExportDialog::formatChanged);
    for (QComboBox* box : {first_pixel_, columns_, faces_})
        connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::fieldsChanged);
    connect(destination_, &QLineEdit::textChanged, this, &ExportDialog::updateExportButton);
    connect(export_, &QPushButton::clicked, this, &ExportDialog::startExport);
    connect(close_, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(show_folder_, &QPushButton::clicked, this, [this] {
        const QFileInfo info(written_);
        QDesktopServices::openUrl(
            QUrl::fromLocalFile(info.isDir() ? written_ : info.absolutePath()));
    });
    const int last = format_->findData(Settings().get(settings::kExportFormat));
    format_->setCurrentIndex(std::max(0, last));
    formatChanged();
    resize(560, 560);
}

ExportDialog::~ExportDialog() {
    running_.cancel.cancel();
    thread_.quit();
    thread_.wait();
}

void ExportDialog::startWorker() {
    worker_ = new ExportWorker;
    worker_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
    connect(worker_, &ExportWorker::progressed, this, [this](int number, int done, int total) {
        if (writing_ && number == running_.number)
            showProgress(done, total);
    });
    connect(worker_, &ExportWorker::written, this,
            [this](int, const QString& path) { showWritten(path); });
    connect(worker_, &ExportWorker::cancelled, this, [this] {
        setWriting(false);
        showResult(tr("Cancelled; nothing was written."), false);
    });
    connect(worker_, &ExportWorker::failed, this,
            [this](int, const QString& what, const QString& advice) {
                setWriting(false);
                QString text = sentence(what);
                if (!advice.isEmpty())
                    text += ' ' + sentence(advice);
                showResult(text, true);
            });
    thread_.setObjectName("export");
    thread_.start();
}

void ExportDialog::setFormat(const QString& key) {
    const int index = format_->findData(key);
    if (index >= 0)
        format_->setCurrentIndex(index);
}

void ExportDialog::setDestination(const QString& path) {
    destination_->setText(QDir::toNativeSeparators(path));
}

const FormatInfo& ExportDialog::format() const {
    return format_named(format_->currentData().toString().toStdString());
}

bool ExportDialog::onlyDone() const {
    return !faces_->isHidden() && faces_->currentData().toBool();
}

WriteRequest ExportDialog::request() const {
    WriteRequest request;
    request.format = format().format;
    request.destination = toPath(QDir::fromNativeSeparators(destination_->text().trimmed()));
    request.pictures = static_cast<PictureHandling>(pictures_->currentData().toInt());
    request.options.pts_first_pixel = first_pixel_->currentData().toInt();
    request.options.csv_columns = static_cast<CsvColumns>(columns_->currentData().toInt());
    request.overwrite = overwrite_->isChecked();
    return request;
}

void ExportDialog::formatChanged() {
    const FormatInfo& info = format();
    const QString list = QString::fromStdString(info.list_name);
    destination_hint_->setText(
        info.layout == FormatLayout::FilePerPicture ? tr("A folder; it is made when it is missing.")
        : list.isEmpty() ? tr("A file, or a folder for it; made when it is missing.")
                         : tr("A file, or a folder in which it is called %1.").arg(list));
    setDestination(Settings().get(settings::kExportDestination / QString::fromStdString(info.key)));
    // A project refers to its pictures; files of points are used together with theirs.
    const auto usual =
        info.format == DatasetFormat::Project ? PictureHandling::Refer : PictureHandling::Copy;
    pictures_->setCurrentIndex(pictures_->findData(static_cast<int>(usual)));
    form_->setRowVisible(first_pixel_, info.format == DatasetFormat::Pts);
    form_->setRowVisible(columns_, info.format == DatasetFormat::Csv);
    fieldsChanged();
}

void ExportDialog::fieldsChanged() {
    showResult({}, false);
    findLosses();
    updateExportButton();
}

void ExportDialog::updateExportButton() {
    const QString path = destination_->text().trimmed();
    export_->setEnabled(!writing_ && QDir::isAbsolutePath(path));
    export_->setToolTip(path.isEmpty()          ? tr("Choose where to write first")
                        : !export_->isEnabled() ? tr("Name the whole path, from its start")
                                                : QString());
}

void ExportDialog::findLosses() {
    losses_known_ = false;
    loss_list_->clear();
    loss_title_->setText(tr("Looking what is lost…"));
    losses_job_.clear();
    losses_job_.start([this, dataset = dataset_, only_done = onlyDone(), asked = request()] {
        const auto found = std::make_shared<const LossAnswer>(
            answer(*dataset, only_done, asked.format, asked.options));
        return [this, found] {
            if (found->failure.isEmpty()) {
                showLosses(found->found);
            } else {
                loss_title_->setText(tr("What is lost cannot be told"));
                loss_list_->addItem(sentence(found->failure));
                loss_list_->show();
            }
        };
    });
}

void ExportDialog::showLosses(const std::vector<Loss>& found) {
    losses_known_ = true;
    loss_list_->clear();
    loss_list_->setVisible(!found.empty());
    loss_title_->setText(found.empty() ? tr("Nothing is lost.") : tr("This is lost:"));
    for (const Loss& loss : found) {
        // They begin with the format's name, whose letters are as they are: "dlib XML", "iBUG".
        auto* item = new QListWidgetItem(QString::fromStdString(loss.message) + '.', loss_list_);
        item->setToolTip(idsText(loss.sample_ids).toHtmlEscaped());
    }
}

void ExportDialog::chooseDestination() {
    const FormatInfo& info = format();
    const QString now = destination_->text().trimmed();
    const QString start = now.isEmpty() ? Settings().get(settings::kLastFolderOfAll) : now;
    auto* dialog = new QFileDialog(this, tr("Export to"), start);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (info.layout == FormatLayout::FilePerPicture) {
        dialog->setFileMode(QFileDialog::Directory);
        dialog->setOption(QFileDialog::ShowDirsOnly);
    } else {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setOption(QFileDialog::DontConfirmOverwrite);  // the dialog's own box says it
        const QString extension = QString::fromStdString(info.extension);
        dialog->setNameFilter(
            QStringLiteral("%1 (*%2)").arg(QString::fromStdString(info.title), extension));
        if (extension.startsWith('.'))
            dialog->setDefaultSuffix(extension.mid(1));
        if (now.isEmpty())
            dialog->selectFile(QString::fromStdString(info.list_name));
    }
    connect(dialog, &QFileDialog::fileSelected, this, &ExportDialog::setDestination);
    dialog->open();
}

void ExportDialog::startExport() {
    if (writing_ || !export_->isEnabled())
        return;
    running_ = {running_.number + 1, dataset_, onlyDone(), request(), CancelToken()};
    const QString key = format_->currentData().toString();
    Settings().set(settings::kExportFormat, key);
    Settings().set(settings::kExportDestination / key, toQString(running_.write.destination));
    showResult({}, false);
    setWriting(true);
    showProgress(0, 0);
    since_start_.start();
    QMetaObject::invokeMethod(worker_,
                              [worker = worker_, request = running_] { worker->write(request); });
}

void ExportDialog::setWriting(bool writing) {
    writing_ = writing;
    fields_->setEnabled(!writing);
    progress_->setVisible(writing);
    progress_text_->setVisible(writing);
    close_->setText(writing ? tr("Cancel") : tr("Close"));
    close_->setEnabled(true);
    updateExportButton();
}

void ExportDialog::showProgress(int done, int total) {
    progress_->setRange(0, total);
    progress_->setValue(done);
    QString text =
        total > 0 ? tr("Writing: %1 of %2").arg(countText(done), countText(total)) : tr("Writing…");
    const double seconds = since_start_.isValid() ? since_start_.elapsed() / 1000.0 : 0;
    if (total > 0 && done > 0 && done < total && seconds > kTellTimeAfterSeconds)
        text += QStringLiteral(" · ") + timeLeftText(seconds / done * (total - done));
    progress_text_->setText(text);
}

void ExportDialog::showResult(const QString& text, bool went_wrong) {
    result_->setText(text);
    result_->setVisible(!text.isEmpty());
    result_icon_->setVisible(went_wrong);
    if (went_wrong)
        result_icon_->setPixmap(themedIcon(QStringLiteral("warning")).pixmap(20, 20));
    show_folder_->hide();
}

void ExportDialog::showWritten(const QString& path) {
    written_ = path;
    setWriting(false);
    showResult(tr("Written to %1").arg(QDir::toNativeSeparators(path)), false);
    show_folder_->show();
    emit exported(path);
}

void ExportDialog::reject() {
    if (!writing_) {
        QDialog::reject();
        return;
    }
    running_.cancel.cancel();
    close_->setEnabled(false);
    progress_text_->setText(tr("Cancelling…"));
}

void ExportDialog::dragEnterEvent(QDragEnterEvent* event) {
    if (!writing_ && !droppedPath(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ExportDialog::dropEvent(QDropEvent* event) {
    const QString path = droppedPath(event->mimeData());
    if (writing_ || path.isEmpty())
        return;
    event->acceptProposedAction();
    setDestination(path);
}

}  // namespace rudolph
