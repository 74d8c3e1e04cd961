#pragma once

#include <QDialog>
#include <QElapsedTimer>
#include <filesystem>
#include <memory>
#include <vector>

#include "core/formats/losses.h"
#include "core/formats/write_dataset.h"
#include "ui/parts/job.h"

class QDialogButtonBox;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace rudolph {

class ExportFields;

/// Writes a data set in another format, somewhere else, in the background, and says beforehand what
/// that format cannot hold.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    explicit ExportDialog(std::shared_ptr<const Dataset> dataset, QWidget* parent = nullptr);

public slots:
    /// While it writes: cancels; else closes.
    void reject() override;

signals:
    /// Written; `path` can be opened.
    void exported(const QString& path);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makeLosses();
    QWidget* makeOutcome();
    QDialogButtonBox* makeButtons();
    void contentsChanged();
    void updateExportButton();
    void findLosses();
    void showLosses(const std::vector<Loss>& found);
    /// Asks first where pictures would be copied that do not lie with the data set.
    void askOrExport();
    void startExport();
    void setWriting(bool writing);
    void showProgress(int done, int total);
    void showResult(const QString& text, bool went_wrong);
    void showWritten(const QString& path, const CopiedPictures& copied);

    std::shared_ptr<const Dataset> dataset_;
    ExportFields* fields_;
    /// Pictures that do not lie with the data set; known with the losses.
    std::vector<std::filesystem::path> outside_;
    bool follow_outside_ = false;
    QElapsedTimer since_start_;
    QString written_;
    QLabel* loss_title_;
    QListWidget* loss_list_;
    QProgressBar* progress_;
    QLabel* progress_text_;
    QLabel* result_icon_;
    QLabel* result_;
    QPushButton* show_folder_;
    QPushButton* export_;
    QPushButton* close_;
    Job losses_job_;
    Job write_job_;
};

}  // namespace rudolph
