#include "ui/parts/download_offer.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

#include "core/engine/engine.h"
#include "ui/base/layouts.h"
#include "ui/base/number_text.h"

namespace rudolph {

DownloadFile engineDownload() {
    return [](const OfferedFile& file, const std::filesystem::path& destination,
              const ProgressCallback& progress, const CancelToken& cancel) {
        open_engine()->download(file.url, file.sha256, destination, progress, cancel);
    };
}

DownloadOffer::DownloadOffer(QWidget* parent)
    : QWidget(parent),
      download_(engineDownload()),
      explanation_(new QLabel(this)),
      progress_(new QProgressBar(this)),
      get_(new QPushButton(this)),
      buttons_(new QHBoxLayout) {
    explanation_->setWordWrap(true);
    explanation_->setTextFormat(Qt::PlainText);
    explanation_->setObjectName(QStringLiteral("download text"));
    explanation_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Progress of the download"));
    get_->setObjectName(QStringLiteral("download"));
    get_->setAutoDefault(false);
    connect(get_, &QPushButton::clicked, this, [this] {
        if (job_.isBusy())
            job_.cancel();
        else
            start();
    });
    connect(&job_, &Job::busyChanged, this, &DownloadOffer::showDownload);
    connect(&job_, &Job::progressed, this, [this](const QString& /*what*/, int done, int total) {
        progress_->setRange(0, total);
        progress_->setValue(done);
    });
    connect(&job_, &Job::cancelled, this, [this] {
        explanation_->setText(tr("Cancelled. The next try goes on where this one ended."));
    });
    connect(&job_, &Job::failed, this,
            [this](const ErrorText& error) { explanation_->setText(errorSentences(error)); });
    buttons_->setSpacing(8);
    buttons_->addWidget(get_);
    buttons_->addStretch();
    auto* column = makeColumn(this, 4);
    column->addWidget(explanation_);
    column->addWidget(progress_);
    column->addLayout(buttons_);
    showDownload();
}

QString DownloadOffer::sizeText(std::uint64_t bytes) {
    return tr("%1 MB").arg(decimalText(static_cast<double>(bytes) / 1e6, 1));
}

void DownloadOffer::addInstead(QPushButton* button) {
    instead_ = button;
    buttons_->insertWidget(1, button);
}

void DownloadOffer::offer(const OfferedFile& file, const QString& explanation) {
    if (job_.isBusy() && file.name == file_.name)
        return;
    file_ = file;
    explanation_->setText(explanation);
    showDownload();
}

void DownloadOffer::start() {
    if (job_.isBusy())
        return;
    progress_->setRange(0, 0);
    job_.start(
        [download = download_, file = file_](JobContext& context) {
            download(file, downloaded_models_folder() / file.name, context.progress(),
                     context.cancel());
        },
        [this] { emit downloaded(); });
}

void DownloadOffer::showDownload() {
    progress_->setVisible(job_.isBusy());
    if (instead_ != nullptr)
        instead_->setVisible(!job_.isBusy());
    get_->setText(job_.isBusy() ? tr("Cancel") : tr("Download (%1)…").arg(sizeText(file_.bytes)));
}

}  // namespace rudolph
