#include "ui/photos/photo_save_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>
#include <QUrl>

#include "ui/base/error_text.h"
#include "ui/base/layouts.h"
#include "ui/base/path_convert.h"
#include "ui/parts/icons.h"
#include "ui/parts/labels.h"
#include "ui/photos/photo_words.h"
#include "ui/settings/ask_for_file.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

const QStringList& usualChoice() {
    static const QStringList choice = {QStringLiteral("pictures"), QStringLiteral("table")};
    return choice;
}

QString usualFolder() {
    QString last = Settings().get(settings::kPhotoSaveFolder);
    if (!last.isEmpty())
        return last;
    const QDir pictures(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
    return pictures.filePath(PhotoSaveDialog::tr("Rudolph results"));
}

}  // namespace

PhotoSaveDialog::PhotoSaveDialog(std::vector<PhotoResult> photos, PhotoModel model, QWidget* parent)
    : QDialog(parent), photos_(std::move(photos)), model_(std::move(model)) {
    setWindowTitle(tr("Save faces and points"));
    layOut();
    const QStringList choice = Settings().get(settings::kPhotoSaveChoice.otherwise(usualChoice()));
    pictures_->setChecked(choice.contains(QStringLiteral("pictures")));
    table_->setChecked(choice.contains(QStringLiteral("table")));
    json_->setChecked(choice.contains(QStringLiteral("json")));
    for (const FormatInfo& info : writable_formats()) {
        const QString key = QString::fromStdString(info.key);
        format_->addItem(QString::fromStdString(info.title), key);
        if (choice.contains(key)) {
            points_->setChecked(true);
            format_->setCurrentIndex(format_->count() - 1);
        }
    }
    folder_->setText(QDir::toNativeSeparators(usualFolder()));
    for (QCheckBox* box : {pictures_, points_, table_, json_})
        connect(box, &QCheckBox::toggled, this, &PhotoSaveDialog::updateButtons);
    connect(folder_, &QLineEdit::textChanged, this, &PhotoSaveDialog::updateButtons);
    connect(save_, &QPushButton::clicked, this, &PhotoSaveDialog::startSaving);
    connect(close_, &QPushButton::clicked, this, &PhotoSaveDialog::reject);
    connect(show_folder_, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(toQString(files_.folder))); });
    connect(&job_, &Job::busyChanged, this, &PhotoSaveDialog::showSaving);
    connect(&job_, &Job::progressed, this, [this](const QString& /*what*/, int done, int total) {
        progress_->setRange(0, total);
        progress_->setValue(done);
    });
    connect(&job_, &Job::cancelled, this, [this] {
        showResult(tr("Cancelled. Files that were complete by then are kept."), false);
    });
    connect(&job_, &Job::failed, this,
            [this](const ErrorText& error) { showResult(errorSentences(error), true); });
    showSaving();
    showResult({}, false);
}

void PhotoSaveDialog::setVideos(std::vector<std::filesystem::path> videos, PhotoChoice choice,
                                PhotoTools tools) {
    videos_ = std::move(videos);
    choice_ = std::move(choice);
    tools_ = std::move(tools);
    if (!videos_.empty())
        showResult(tr("%Ln video(s) are looked at frame by frame while they are saved.", nullptr,
                      static_cast<int>(videos_.size())),
                   false);
}

void PhotoSaveDialog::layOut() {
    pictures_ = new QCheckBox(tr("&Pictures with the points drawn"));
    pictures_->setToolTip(
        tr("Into a folder “drawn”; without what the camera has put into the "
           "files, such as where they were taken"));
    points_ = new QCheckBox(tr("P&oints as"));
    points_->setToolTip(tr("Into a folder “points”; the photographs stay where they are"));
    format_ = new QComboBox;
    format_->setAccessibleName(tr("Format of the points"));
    table_ = new QCheckBox(tr("&Everything as a table (faces.csv)"));
    table_->setToolTip(tr("A row for each face: box, confidence, head pose, points"));
    json_ = new QCheckBox(tr("Everything as &JSON lines (faces.jsonl)"));
    folder_ = new QLineEdit;
    folder_->setAccessibleName(tr("Folder"));
    auto* choose = new QPushButton(tr("&Choose…"));
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &PhotoSaveDialog::chooseFolder);
    overwrite_ = new QCheckBox(tr("&Write over files that are there"));
    pictures_->setObjectName(QStringLiteral("pictures"));
    points_->setObjectName(QStringLiteral("points"));
    format_->setObjectName(QStringLiteral("format"));
    table_->setObjectName(QStringLiteral("table"));
    json_->setObjectName(QStringLiteral("json"));
    overwrite_->setObjectName(QStringLiteral("overwrite"));
    folder_->setObjectName(QStringLiteral("folder"));
    auto* points_row = new QHBoxLayout;
    points_row->addWidget(points_);
    points_row->addWidget(format_, 1);
    auto* folder_row = new QHBoxLayout;
    auto* folder_label = new QLabel(tr("&Into the folder"));
    folder_label->setBuddy(folder_);
    folder_row->addWidget(folder_label);
    folder_row->addWidget(folder_, 1);
    folder_row->addWidget(choose);
    fields_ = new QWidget;
    auto* fields = makeColumn(fields_, 8);
    fields->addWidget(pictures_);
    fields->addLayout(points_row);
    fields->addWidget(table_);
    fields->addWidget(json_);
    fields->addSpacing(8);
    fields->addLayout(folder_row);
    fields->addWidget(overwrite_);
    progress_ = new QProgressBar;
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Progress of saving"));
    result_icon_ = new QLabel;
    result_ = makePlainLabel();
    result_->setObjectName(QStringLiteral("result"));
    result_->setMinimumHeight(3 * result_->fontMetrics().lineSpacing());
    result_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    show_folder_ = new QPushButton(tr("Show folder"));
    show_folder_->setAutoDefault(false);
    auto* result_row = new QHBoxLayout;
    result_row->addWidget(result_icon_, 0, Qt::AlignTop);
    result_row->addWidget(result_, 1);
    result_row->addWidget(show_folder_, 0, Qt::AlignTop);
    auto* buttons = new QDialogButtonBox;
    save_ = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    save_->setObjectName(QStringLiteral("save"));
    close_ = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close_->setAutoDefault(false);
    save_->setDefault(true);
    auto* column = makeColumn(this, 8, {12, 12, 12, 12});
    column->addWidget(fields_);
    column->addSpacing(8);
    column->addWidget(progress_);
    column->addLayout(result_row);
    column->addStretch();
    column->addWidget(buttons);
    resize(560, 400);
}

void PhotoSaveDialog::updateButtons() {
    format_->setEnabled(points_->isChecked());
    const bool something =
        pictures_->isChecked() || points_->isChecked() || table_->isChecked() || json_->isChecked();
    const bool somewhere = QDir::isAbsolutePath(folder_->text().trimmed());
    save_->setEnabled(!job_.isBusy() && something && somewhere);
    save_->setToolTip(!something   ? tr("Choose what to save first")
                      : !somewhere ? tr("Name the whole path, from its start")
                                   : QString());
}

void PhotoSaveDialog::chooseFolder() {
    askForFolder(
        this, {.title = tr("Save into a folder"), .purpose = "photo results"},
        [this](const QString& folder) { folder_->setText(QDir::toNativeSeparators(folder)); });
}

void PhotoSaveDialog::remember() const {
    QStringList choice;
    if (pictures_->isChecked())
        choice << QStringLiteral("pictures");
    if (table_->isChecked())
        choice << QStringLiteral("table");
    if (json_->isChecked())
        choice << QStringLiteral("json");
    if (points_->isChecked())
        choice << format_->currentData().toString();
    Settings settings;
    settings.set(settings::kPhotoSaveChoice, choice);
    settings.set(settings::kPhotoSaveFolder, toQString(files_.folder));
}

void PhotoSaveDialog::startSaving() {
    if (job_.isBusy() || !save_->isEnabled())
        return;
    files_ = {};
    files_.folder = toPath(QDir::fromNativeSeparators(folder_->text().trimmed()));
    files_.drawn_in = pictures_->isChecked() ? "drawn" : "";
    files_.table = table_->isChecked() ? "faces.csv" : "";
    files_.json = json_->isChecked() ? "faces.jsonl" : "";
    files_.formats_in = "points";
    const bool frames =
        !videos_.empty() && (pictures_->isChecked() || table_->isChecked() || json_->isChecked());
    files_.with_frames = frames;
    if (points_->isChecked())
        files_.formats = {format_named(format_->currentData().toString().toStdString()).format};
    files_.overwrite = files_.overwrite_tables = overwrite_->isChecked();
    remember();
    showResult({}, false);
    progress_->setRange(0, 0);
    job_.start(
        [photos = photos_, model = model_, files = files_,
         videos = frames ? videos_ : std::vector<std::filesystem::path>(), choice = choice_,
         tools = tools_](JobContext& context) mutable {
            if (videos.empty())
                return save_photos(photos, model, files, context.cancel(), context.progress());
            ModelCache models(tools);
            const auto predictor = models.predictor(choice.model);
            const auto detector = models.detector(choice.detector, choice.detector_file);
            model.scheme = predictor->info().predicted_scheme();
            return save_photos(
                photos, model, files, context.cancel(), context.progress(),
                {videos, tools.video, tools.create_video, detector.get(), predictor.get()});
        },
        [this](const SavedPhotos& saved_photos) { showSaved(saved_photos); });
}

void PhotoSaveDialog::showSaving() {
    const bool saving = job_.isBusy();
    fields_->setEnabled(!saving);
    progress_->setVisible(saving);
    close_->setText(saving ? tr("Cancel") : tr("Close"));
    close_->setEnabled(true);
    updateButtons();
}

void PhotoSaveDialog::showResult(const QString& text, bool went_wrong) {
    result_->setText(text);
    result_icon_->setVisible(went_wrong);
    if (went_wrong)
        result_icon_->setPixmap(themedIcon(QStringLiteral("warning")).pixmap(20, 20));
    show_folder_->hide();
}

void PhotoSaveDialog::showSaved(const SavedPhotos& saved_photos) {
    QStringList written;
    for (const std::string& name : saved_photos.written)
        written << QString::fromStdString(name);
    QString text = tr("Wrote %1 into %2.")
                       .arg(written.join(QStringLiteral(", ")),
                            QDir::toNativeSeparators(toQString(files_.folder)));
    if (saved_photos.left_out > 0)
        text += ' ' + tr("%Ln photograph(s) without results were left out.", nullptr,
                         saved_photos.left_out);
    for (const std::string& broken : saved_photos.broken_videos)
        text += ' ' + tr("Left out: %1.").arg(QString::fromStdString(broken));
    if (points_->isChecked() && !videos_.empty())
        text += ' ' + tr("Videos are in tables and as drawn videos only.");
    showResult(text, false);
    show_folder_->show();
    emit saved(text);
}

void PhotoSaveDialog::reject() {
    if (!job_.isBusy()) {
        QDialog::reject();
        return;
    }
    job_.cancel();
    close_->setEnabled(false);
}

}  // namespace rudolph
