#pragma once

#include <QWidget>

#include "core/runs/run.h"
#include "ui/parts/latest_job.h"
#include "ui/photos/photo_tools.h"

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace rudolph {

/// Which model predicts the points, which one it is compared with, and what finds the faces; with
/// the download of the detector whose file does not come with the program. Remembers the choice.
class PhotoChoices : public QWidget {
    Q_OBJECT

public:
    explicit PhotoChoices(PhotoTools tools, QWidget* parent = nullptr);
    /// Cancels a download and waits for it.
    ~PhotoChoices() override;

    void setTools(PhotoTools tools) { tools_ = std::move(tools); }
    /// The folder whose runs are offered; read again with refresh().
    void setRunsFolder(const QString& folder);
    void refresh();
    const PhotoChoice& choice() const { return choice_; }
    bool isSideBySide() const;
    bool isDownloading() const { return downloading_; }

    /// Back to no comparison, e.g. when that model cannot be used.
    void clearSecond();
    void setModel(const QString& model);
    void setSecondModel(const QString& model);

    QComboBox* modelBox() { return model_; }
    QComboBox* secondBox() { return second_; }
    QComboBox* viewBox() { return view_; }
    QComboBox* detectorBox() { return detector_; }
    QPushButton* downloadButton() { return download_; }
    QPushButton* detectorFileButton() { return choose_file_; }
    QString downloadText() const;

signals:
    void changed();
    void sideBySideChanged(bool side_by_side);

private:
    void layOut();
    QWidget* makeDownload();
    void fillModels();
    void fillBox(QComboBox* box, const QString& chosen, bool with_none);
    void modelActivated(QComboBox* box, bool second);
    void chooseModelFile(bool second);
    void detectorActivated();
    void chooseDetectorFile();
    void useYuNet(const QString& file);
    void offerYuNet(bool offered);
    void startDownload();
    void downloadEnded(const QString& problem);
    void showDownload();
    void apply(const PhotoChoice& choice);
    bool hasYuNet() const;

    PhotoTools tools_;
    PhotoChoice choice_;
    QString runs_folder_;
    std::vector<RunRecord> runs_;
    bool downloading_ = false;
    CancelToken cancel_;

    QComboBox* model_;
    QComboBox* second_;
    QLabel* view_label_;
    QComboBox* view_;
    QComboBox* detector_;
    QWidget* offer_;
    QLabel* explanation_;
    QProgressBar* progress_;
    QPushButton* download_;
    QPushButton* choose_file_;
    LatestJob list_job_;
    LatestJob download_job_;
};

}  // namespace rudolph
