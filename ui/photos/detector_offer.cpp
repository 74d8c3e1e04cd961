#include "ui/photos/detector_offer.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QUrl>

#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/photos/photo_words.h"
#include "ui/settings/ask_for_file.h"

namespace rudolph {
namespace {

QString sizeText(std::uint64_t bytes) {
    return DetectorOffer::tr("%1 MB").arg(decimalText(static_cast<double>(bytes) / 1e6, 1));
}

}  // namespace

DetectorOffer::DetectorOffer(QWidget* parent)
    : QWidget(parent),
      download_(enginePhotoTools().download),
      explanation_(new QLabel(this)),
      progress_(new QProgressBar(this)),
      get_(new QPushButton(this)),
      choose_(new QPushButton(tr("Choose file…"), this)) {
    explanation_->setWordWrap(true);
    explanation_->setTextFormat(Qt::PlainText);
    explanation_->setObjectName(QStringLiteral("download text"));
    explanation_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Progress of the download"));
    get_->setObjectName(QStringLiteral("download"));
    choose_->setToolTip(tr("The file of YuNet’s weights (.onnx), where you have it already"));
    connect(get_, &QPushButton::clicked, this, [this] {
        if (job_.isBusy())
            job_.cancel();
        else
            startDownload();
    });
    connect(choose_, &QPushButton::clicked, this, [this] {
        askForFile(window(),
                   {.title = tr("Choose YuNet’s weights"),
                    .purpose = "detectors",
                    .filter = tr("ONNX files (*.onnx);;All files (*)")},
                   [this](const QString& file) { emit taken(file); });
    });
    connect(&job_, &Job::busyChanged, this, &DetectorOffer::showDownload);
    connect(&job_, &Job::progressed, this, [this](const QString& /*what*/, int done, int total) {
        progress_->setRange(0, total);
        progress_->setValue(done);
    });
    connect(&job_, &Job::cancelled, this,
            [this] { explanation_->setText(tr("Cancelled; nothing was kept.")); });
    connect(&job_, &Job::failed, this,
            [this](const ErrorText& error) { explanation_->setText(errorSentences(error)); });
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(get_);
    row->addWidget(choose_);
    row->addStretch();
    auto* column = makeColumn(this, 4);
    column->addWidget(explanation_);
    column->addWidget(progress_);
    column->addLayout(row);
    showDownload();
}

void DetectorOffer::offer(bool offered) {
    const DetectorFile& file = yunet_file();
    explanation_->setText(
        tr("YuNet is a small network that finds more faces. Its file (%1, licence %2) comes from "
           "%3 and is checked. Your photographs stay on this machine.")
            .arg(sizeText(file.bytes), QString::fromStdString(file.licence),
                 QUrl(QString::fromStdString(file.url)).host()));
    setVisible(offered);
}

void DetectorOffer::startDownload() {
    progress_->setRange(0, 0);
    job_.start(
        [download = download_](JobContext& context) {
            const DetectorFile& file = yunet_file();
            download(file, downloaded_models_folder() / file.name, context.progress(),
                     context.cancel());
        },
        [this] { emit taken({}); });
}

void DetectorOffer::showDownload() {
    progress_->setVisible(job_.isBusy());
    choose_->setVisible(!job_.isBusy());
    get_->setText(job_.isBusy() ? tr("Cancel")
                                : tr("Download (%1)…").arg(sizeText(yunet_file().bytes)));
}

}  // namespace rudolph
