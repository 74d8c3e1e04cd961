#include "ui/data/export_dialog.h"

#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>
#include <algorithm>
#include <set>
#include <utility>

#include "core/formats/map_dataset.h"
#include "core/formats/outside.h"
#include "ui/base/dropped_paths.h"
#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/base/path_convert.h"
#include "ui/base/plain_tip.h"
#include "ui/base/sentence.h"
#include "ui/data/export_fields.h"
#include "ui/parts/icons.h"
#include "ui/parts/labels.h"
#include "ui/parts/question.h"

namespace rudolph {
namespace {

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

/// What is to be written.
struct Contents {
    std::shared_ptr<const Dataset> dataset;
    std::vector<Loss> lost;  ///< by taking the points of another scheme, or no pictures
};

/// Takes out what is no picture and so is not copied.
void leaveOutNoPictures(Dataset& dataset, std::vector<Loss>& lost) {
    Loss loss;
    const std::vector<Sample> before = dataset.samples;
    const auto files = leave_out_no_pictures(dataset);
    if (files.empty())
        return;
    const std::set<std::filesystem::path> out(files.begin(), files.end());
    for (const Sample& face : before)
        if (out.contains(face.image))
            loss.sample_ids.push_back(face.id);
    loss.message = ExportDialog::tr("%Ln file(s) are no pictures and are left out, the first is %1",
                                    nullptr, static_cast<int>(files.size()))
                       .arg(toQString(files.front()))
                       .toStdString();
    lost.push_back(std::move(loss));
}

/// What is to be written of the faces: those that are done, with their pictures, or all; in the
/// points of the scheme called `map`, where it is not empty; a project takes its file's name.
/// Shares what it can.
Contents contents(const std::shared_ptr<const Dataset>& dataset, bool only_done,
                  const std::string& map, const WriteRequest& request) {
    const bool is_named =
        request.format == DatasetFormat::Project && request.destination.has_extension();
    const bool copies = request.pictures == PictureHandling::Copy;
    if (!only_done && !is_named && map.empty() && !copies)
        return {dataset, {}};
    auto written = std::make_shared<Dataset>(*dataset);
    if (is_named)
        written->name = request.destination.stem().string();
    if (only_done)
        std::erase_if(written->samples,
                      [](const Sample& face) { return face.state != FaceState::Done; });
    Contents result;
    if (!map.empty()) {
        MappedDataset mapped = map_dataset(std::move(*written), builtin_scheme(map));
        for (std::string& remark : mapped.remarks())
            result.lost.push_back({std::move(remark), {}});
        *written = std::move(mapped.dataset);
    }
    if (copies)
        leaveOutNoPictures(*written, result.lost);
    result.dataset = std::move(written);
    return result;
}

}  // namespace

ExportDialog::ExportDialog(std::shared_ptr<const Dataset> dataset, QWidget* parent)
    : QDialog(parent),
      dataset_(std::move(dataset)),
      fields_(new ExportFields(*dataset_, this)),
      losses_job_(JobOrder::Latest),
      write_job_(JobOrder::Latest) {
    setWindowTitle(tr("Export %1").arg(QString::fromStdString(dataset_->name)));
    setAcceptDrops(true);
    makeLosses();
    auto* column = makeColumn(this, 8, {12, 12, 12, 12});
    column->addWidget(fields_);
    column->addSpacing(8);
    column->addWidget(loss_title_);
    column->addWidget(loss_list_, 1);
    column->addWidget(makeOutcome());
    column->addWidget(makeButtons());

    connect(fields_, &ExportFields::contentsChanged, this, &ExportDialog::contentsChanged);
    connect(fields_, &ExportFields::destinationChanged, this, &ExportDialog::updateExportButton);
    connect(&losses_job_, &Job::failed, this, [this](const ErrorText& error) {
        loss_title_->setText(tr("What is lost cannot be told"));
        loss_list_->addItem(sentence(error.what));
        loss_list_->show();
    });
    connect(&write_job_, &Job::busyChanged, this, &ExportDialog::setWriting);
    connect(&write_job_, &Job::progressed, this,
            [this](const QString&, int done, int total) { showProgress(done, total); });
    connect(&write_job_, &Job::cancelled, this,
            [this] { showResult(tr("Cancelled; nothing was written."), false); });
    connect(&write_job_, &Job::failed, this, [this](const ErrorText& error) {
        QString text = sentence(error.what);
        if (!error.advice.isEmpty())
            text += ' ' + sentence(error.advice);
        showResult(text, true);
    });
    setWriting(false);
    contentsChanged();
    resize(560, 560);
}

void ExportDialog::makeLosses() {
    loss_title_ = new QLabel;
    loss_title_->setObjectName("loss title");
    embolden(loss_title_);
    loss_list_ = new QListWidget;
    loss_list_->setWordWrap(true);
    loss_list_->setResizeMode(QListView::Adjust);
    loss_list_->setSelectionMode(QAbstractItemView::SingleSelection);
    loss_list_->setAccessibleName(tr("What is lost"));
    loss_list_->setMinimumHeight(96);
    // The dialog keeps its shape where nothing is lost.
    QSizePolicy policy = loss_list_->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    loss_list_->setSizePolicy(policy);
}

QWidget* ExportDialog::makeOutcome() {
    progress_ = new QProgressBar;
    progress_->setTextVisible(false);
    progress_text_ = new QLabel;
    result_icon_ = new QLabel;
    result_ = makePlainLabel();
    result_->setObjectName("result");
    result_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    show_folder_ = new QPushButton(tr("Show folder"));
    show_folder_->setObjectName("show folder");
    show_folder_->setAutoDefault(false);
    connect(show_folder_, &QPushButton::clicked, this, [this] {
        const QFileInfo info(written_);
        QDesktopServices::openUrl(
            QUrl::fromLocalFile(info.isDir() ? written_ : info.absolutePath()));
    });
    auto* result_row = new QHBoxLayout;
    result_row->setSpacing(8);
    result_row->addWidget(result_icon_, 0, Qt::AlignTop);
    result_row->addWidget(result_, 1);
    result_row->addWidget(show_folder_);
    auto* outcome = new QWidget;
    auto* column = makeColumn(outcome, 4);
    column->addWidget(progress_text_);
    column->addWidget(progress_);
    column->addLayout(result_row);
    return outcome;
}

QDialogButtonBox* ExportDialog::makeButtons() {
    auto* buttons = new QDialogButtonBox;
    export_ = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
    export_->setObjectName("export");
    export_->setDefault(true);
    close_ = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close_->setObjectName("close");
    close_->setAutoDefault(false);
    connect(export_, &QPushButton::clicked, this, &ExportDialog::askOrExport);
    connect(close_, &QPushButton::clicked, this, &ExportDialog::reject);
    return buttons;
}

void ExportDialog::contentsChanged() {
    showResult({}, false);
    findLosses();
    updateExportButton();
}

void ExportDialog::updateExportButton() {
    const QString obstacle = fields_->obstacle();
    export_->setEnabled(!write_job_.isBusy() && obstacle.isEmpty());
    export_->setToolTip(obstacle);
}

void ExportDialog::findLosses() {
    loss_list_->clear();
    loss_title_->setText(tr("Looking what is lost…"));
    losses_job_.start(
        [dataset = dataset_, only_done = fields_->onlyDone(), map = fields_->mapTo().toStdString(),
         request = fields_->request()](JobContext& context) {
            Contents written = contents(dataset, only_done, map, request);
            for (Loss& loss :
                 losses(*written.dataset, request.format, request.options, context.cancel()))
                written.lost.push_back(std::move(loss));
            return std::pair(written.lost, pictures_outside(*written.dataset));
        },
        [this](const std::pair<std::vector<Loss>, std::vector<std::filesystem::path>>& found) {
            outside_ = found.second;
            showLosses(found.first);
        });
}

void ExportDialog::showLosses(const std::vector<Loss>& found) {
    loss_list_->clear();
    loss_list_->setVisible(!found.empty());
    loss_title_->setText(found.empty() ? tr("Nothing is lost.") : tr("This is lost:"));
    for (const Loss& loss : found) {
        // They begin with the format's name, whose letters are as they are: "dlib XML", "iBUG".
        auto* item = new QListWidgetItem(QString::fromStdString(loss.message) + '.', loss_list_);
        item->setToolTip(plainTip(idsText(loss.sample_ids)));
    }
}

void ExportDialog::askOrExport() {
    follow_outside_ = false;
    if (outside_.empty() || fields_->request().pictures != PictureHandling::Copy) {
        startExport();
        return;
    }
    QMessageBox* box = makeQuestion(
        this, tr("Copy pictures from elsewhere?"),
        tr("%Ln picture(s) do not lie with the data set. The first is %1. Copy them only if you "
           "know "
           "why its list names them.",
           nullptr, static_cast<int>(outside_.size()))
            .arg(QDir::toNativeSeparators(toQString(outside_.front()))));
    QPushButton* copy = box->addButton(tr("Copy them"), QMessageBox::AcceptRole);
    copy->setObjectName("copy outside");
    box->setDefaultButton(box->addButton(QMessageBox::Cancel));
    connect(copy, &QPushButton::clicked, this, [this] {
        follow_outside_ = true;
        startExport();
    });
    box->open();
}

void ExportDialog::startExport() {
    fields_->remember();
    WriteRequest wanted = fields_->request();
    wanted.follow_outside = follow_outside_;
    showResult({}, false);
    showProgress(0, 0);
    since_start_.start();
    write_job_.start(
        [dataset = dataset_, only_done = fields_->onlyDone(), map = fields_->mapTo().toStdString(),
         request = std::move(wanted)](JobContext& context) {
            CopiedPictures copied;
            WriteRequest counted = request;
            counted.copied = &copied;
            const auto written = write_dataset(*contents(dataset, only_done, map, request).dataset,
                                               counted, context.cancel(), context.progress());
            return std::pair(toQString(written), std::move(copied));
        },
        [this](const std::pair<QString, CopiedPictures>& written) {
            showWritten(written.first, written.second);
        });
}

void ExportDialog::setWriting(bool writing) {
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
    const QString text =
        total > 0 ? tr("Writing: %1 of %2").arg(countText(done), countText(total)) : tr("Writing…");
    const double seconds = since_start_.isValid() ? since_start_.elapsed() / 1000.0 : 0;
    progress_text_->setText(withTimeLeft(text, seconds, done, total));
}

void ExportDialog::showResult(const QString& text, bool went_wrong) {
    result_->setText(text);
    result_->setVisible(!text.isEmpty());
    result_icon_->setVisible(went_wrong);
    if (went_wrong)
        result_icon_->setPixmap(themedIcon(QStringLiteral("warning")).pixmap(20, 20));
    show_folder_->hide();
}

void ExportDialog::showWritten(const QString& path, const CopiedPictures& copied) {
    written_ = path;
    QString text = tr("Written to %1").arg(QDir::toNativeSeparators(path));
    if (copied.cleaned > 0)
        text += '\n' + tr("%Ln pictures told where or with what they were taken, or held remarks "
                          "or previews; the copies do not.",
                          nullptr, copied.cleaned);
    if (!copied.not_cleaned.empty())
        text += '\n' + tr("%Ln copies may still tell where they were taken (TIFF, HEIC, AVIF, "
                          "GIF).",
                          nullptr, static_cast<int>(copied.not_cleaned.size()));
    showResult(text, false);
    show_folder_->show();
    emit exported(path);
}

void ExportDialog::reject() {
    if (!write_job_.isBusy()) {
        QDialog::reject();
        return;
    }
    write_job_.cancel();
    close_->setEnabled(false);
    progress_text_->setText(tr("Cancelling…"));
}

void ExportDialog::dragEnterEvent(QDragEnterEvent* event) {
    if (!write_job_.isBusy() && !droppedPath(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ExportDialog::dropEvent(QDropEvent* event) {
    const QString path = droppedPath(event->mimeData());
    if (write_job_.isBusy() || path.isEmpty())
        return;
    event->acceptProposedAction();
    fields_->setDestination(path);
}

}  // namespace rudolph
