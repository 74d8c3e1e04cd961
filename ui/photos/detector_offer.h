#pragma once

#include <QWidget>

#include "ui/parts/job.h"
#include "ui/photos/photo_tools.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace rudolph {

/// Offers the detector whose file does not come with the program: to download it, or to choose the
/// file where the person has it already.
class DetectorOffer : public QWidget {
    Q_OBJECT

public:
    explicit DetectorOffer(QWidget* parent = nullptr);

    /// Another way to download, for tests.
    void setDownload(decltype(PhotoTools::download) download) { download_ = std::move(download); }
    void offer(bool offered);

signals:
    /// The file is there; empty: where it usually is.
    void taken(const QString& file);

private:
    void startDownload();
    void showDownload();

    decltype(PhotoTools::download) download_;
    QLabel* explanation_;
    QProgressBar* progress_;
    QPushButton* get_;
    QPushButton* choose_;
    Job job_{JobOrder::Latest};
};

}  // namespace rudolph
