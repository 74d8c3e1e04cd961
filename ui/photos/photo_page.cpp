#include "ui/photos/photo_page.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/base/dropped_paths.h"
#include "ui/base/error_text.h"
#include "ui/base/path_convert.h"
#include "ui/base/sentence.h"
#include "ui/canvas/face_view.h"
#include "ui/parts/message_panel.h"
#include "ui/photos/photo_choices.h"
#include "ui/photos/photo_list_panel.h"
#include "ui/photos/photo_live.h"
#include "ui/photos/photo_save.h"
#include "ui/photos/photo_save_dialog.h"
#include "ui/photos/photo_stage.h"
#include "ui/photos/photo_words.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

constexpr auto kLayoutName = "photos";
constexpr int kSummaryMs = 50;

/// The folder that all photographs are in, or the first one's.
QString folderOf(const PhotoListModel& photos) {
    return photos.rowCount() > 0 ? toQString(photos.entry(0).file.parent_path())
                                 : Settings().get(settings::kLastFolderOfAll);
}

}  // namespace

PhotoPage::PhotoPage(Session* session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      photos_(new PhotoListModel(this)),
      tools_(enginePhotoTools()),
      jobs_(new PhotoJobs(tools_, this)),
      finder_(new PhotoFinder(this)),
      frames_folder_(QDir(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation))
                         .filePath(QStringLiteral("Rudolph"))) {
    setAcceptDrops(true);
    makeActions();
    notice_ = new NoticeBar;
    states_ = new QStackedWidget(this);
    states_->addWidget(makeEmptyState());
    work_ = makeWork();
    states_->addWidget(work_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(notice_);
    column->addWidget(states_, 1);
    asked_ = choices_->choice();
    choices_->setRunsFolder(session_->runsFolder());
    summary_timer_.setSingleShot(true);
    summary_timer_.setInterval(kSummaryMs);
    connectParts();
    connectEditing();
    splitter_->restoreState(Settings().get(settings::kLayout / kLayoutName));
    showCurrent();
    showSummary();
}

PhotoPage::~PhotoPage() {
    Settings().set(settings::kLayout / kLayoutName, splitter_->saveState());
    undo_.disconnect(this);
    list_->disconnect(this);
    photos_->disconnect(this);
    // Before what its answers would be shown in.
    delete jobs_;
    undo_.clear();
}

void PhotoPage::setTools(const PhotoTools& tools) {
    tools_ = tools;
    jobs_->setTools(tools);
    choices_->setTools(tools);
    live_->setTools(tools);
}

QString PhotoPage::summary() const {
    return countsText(photos_->counts());
}

const PhotoEntry* PhotoPage::current() const {
    return photos_->find(list_->current());
}

void PhotoPage::addPaths(const QStringList& paths) {
    std::vector<std::filesystem::path> wanted;
    for (const QString& path : paths)
        wanted.push_back(toPath(QFileInfo(path).absoluteFilePath()));
    if (!wanted.empty())
        finder_->find(wanted);
}

void PhotoPage::openPhotographs() {
    auto* dialog = new QFileDialog(this, tr("Open photographs or videos"),
                                   Settings().get(settings::kLastFolderOfAll));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList& files) {
        if (!files.isEmpty())
            Settings().set(settings::kLastFolderOfAll, QFileInfo(files.front()).absolutePath());
        addPaths(files);
    });
    dialog->open();
}

void PhotoPage::openFolder() {
    auto* dialog = new QFileDialog(this, tr("Open a folder of photographs"),
                                   Settings().get(settings::kLastFolderOfAll));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        Settings().set(settings::kLastFolderOfAll, folder);
        addPaths({folder});
    });
    dialog->open();
}

void PhotoPage::save() {
    if (save_dialog_ != nullptr || photos_->rowCount() == 0)
        return;
    save_dialog_ =
        new PhotoSaveDialog(photoResults(*photos_), photoModelOf(*photos_, asked_.model), this);
    save_dialog_->setAttribute(Qt::WA_DeleteOnClose);
    connect(save_dialog_, &QObject::destroyed, this, [this] { save_dialog_ = nullptr; });
    connect(save_dialog_, &PhotoSaveDialog::saved, this, &PhotoPage::reported);
    save_dialog_->open();
}

void PhotoPage::annotate() {
    auto* dialog = new QFileDialog(this, tr("Keep the points in a project"),
                                   QDir(folderOf(*photos_)).filePath(tr("photos.rudolph")),
                                   tr("Projects (*.rudolph)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setDefaultSuffix(QStringLiteral("rudolph"));
    connect(dialog, &QFileDialog::fileSelected, this, &PhotoPage::annotateAs);
    dialog->open();
}

void PhotoPage::annotateAs(const QString& project_file) {
    const Dataset dataset = photo_dataset(
        photoResults(*photos_), photoModelOf(*photos_, asked_.model), PhotoPoints::AsProposals);
    if (dataset.samples.empty()) {
        notice_->setText(tr("There is no photograph yet to annotate."));
        return;
    }
    project_job_.start([this, dataset, project_file]() -> LatestJob::Outcome {
        WriteRequest request;
        request.format = DatasetFormat::Project;
        request.destination = toPath(project_file);
        request.pictures = PictureHandling::Refer;
        request.overwrite = true;  // the file dialog has asked
        try {
            write_dataset(dataset, request);
        } catch (...) {
            const ErrorText text = errorText(std::current_exception());
            return [this, text] {
                notice_->setText(sentence(text.what) + ' ' + sentence(text.advice));
            };
        }
        const Sample& first = dataset.samples.front();
        return
            [this, project_file, id = QString::fromStdString(first.id),
             image = toQString(first.image)] { emit annotateRequested(project_file, id, image); };
    });
}

void PhotoPage::cancelBusy() {
    const auto left = jobs_->cancelAll().size();
    if (left == 0)
        return;
    notice_->setText(tr("Stopped. What has been found stays."));
    notice_->actionButton()->setText(tr("Go on"));
    notice_->actionButton()->show();
}

void PhotoPage::dragEnterEvent(QDragEnterEvent* event) {
    if (!droppedPaths(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void PhotoPage::dropEvent(QDropEvent* event) {
    const QStringList paths = droppedPaths(event->mimeData());
    if (paths.isEmpty())
        return;
    event->acceptProposedAction();
    addPaths(paths);
}

void PhotoPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    choices_->refresh();
    live_->lookForCameras();
}

void PhotoPage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    live_->pause();
}

}  // namespace rudolph
