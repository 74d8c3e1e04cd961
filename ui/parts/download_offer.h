#pragma once

#include <QWidget>
#include <filesystem>
#include <functional>

#include "core/base/offered_file.h"
#include "ui/parts/job.h"

class QHBoxLayout;
class QLabel;
class QProgressBar;
class QPushButton;

namespace rudolph {

/// How a file that is offered is downloaded, on a background thread; throws Error and Cancelled.
using DownloadFile =
    std::function<void(const OfferedFile&, const std::filesystem::path& destination,
                       const ProgressCallback&, const CancelToken&)>;
/// By the engine, which is opened when it is called.
DownloadFile engineDownload();

/// Offers to download a file that does not come with the program, among what was downloaded: what
/// it is, a button, its progress, and what went wrong.
class DownloadOffer : public QWidget {
    Q_OBJECT

public:
    explicit DownloadOffer(QWidget* parent = nullptr);

    /// Another way to download, for tests.
    void setDownload(DownloadFile download) { download_ = std::move(download); }
    void offer(const OfferedFile& file, const QString& explanation);
    /// As if the person had pressed the button, where nothing is being downloaded yet.
    void start();
    /// "0.2 MB"
    static QString sizeText(std::uint64_t bytes);
    /// What downloads, so that it can be shown elsewhere, too.
    Job* job() { return &job_; }

signals:
    /// The file is there.
    void downloaded();

protected:
    /// Another button, for what can be done instead.
    void addInstead(QPushButton* button);

private:
    void showDownload();

    DownloadFile download_;
    OfferedFile file_;
    QLabel* explanation_;
    QProgressBar* progress_;
    QPushButton* get_;
    QPushButton* instead_ = nullptr;
    QHBoxLayout* buttons_;
    Job job_{JobOrder::Latest};
};

}  // namespace rudolph
