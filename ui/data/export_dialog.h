#pragma once

#include <QDialog>
#include <QElapsedTimer>
#include <QThread>
#include <memory>
#include <vector>

#include "core/formats/losses.h"
#include "core/formats/write_dataset.h"
#include "ui/data/export_worker.h"
#include "ui/parts/latest_job.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace rudolph {

/// Writes a data set in another format, somewhere else, and says beforehand what that format cannot
/// hold. Owns the thread that writes.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    explicit ExportDialog(std::shared_ptr<const Dataset> dataset, QWidget* parent = nullptr);
    /// Cancels what runs and waits for it.
    ~ExportDialog() override;

    /// Chooses a format by its key.
    void setFormat(const QString& key);
    /// A folder, or the file for formats of one file.
    void setDestination(const QString& path);
    /// What the fields say.
    WriteRequest request() const;
    bool isWriting() const { return writing_; }
    /// The losses shown are those of the fields as they stand.
    bool knowsLosses() const { return losses_known_; }

    QComboBox* formatBox() { return format_; }
    QLineEdit* destinationField() { return destination_; }
    QComboBox* picturesBox() { return pictures_; }
    QComboBox* firstPixelBox() { return first_pixel_; }
    QComboBox* columnsBox() { return columns_; }
    QComboBox* facesBox() { return faces_; }
    QCheckBox* overwriteBox() { return overwrite_; }
    QLabel* lossTitle() { return loss_title_; }
    QListWidget* lossList() { return loss_list_; }
    QLabel* result() { return result_; }
    QPushButton* showFolderButton() { return show_folder_; }
    QPushButton* exportButton() { return export_; }
    QPushButton* closeButton() { return close_; }

public slots:
    void startExport();
    /// While it writes: cancels; else closes.
    void reject() override;

signals:
    /// Written; `path` can be opened.
    void exported(const QString& path);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    // export_dialog_layout.cpp
    void layOut();
    void fillChoices();
    QWidget* makeDestination();
    QWidget* makeOutcome();

    const FormatInfo& format() const;
    bool onlyDone() const;
    void formatChanged();
    void fieldsChanged();
    void chooseDestination();
    void updateExportButton();
    void findLosses();
    void showLosses(const std::vector<Loss>& found);
    void startWorker();
    void setWriting(bool writing);
    void showProgress(int done, int total);
    void showResult(const QString& text, bool went_wrong);
    void showWritten(const QString& path);

    std::shared_ptr<const Dataset> dataset_;
    int done_faces_ = 0;
    QThread thread_;
    ExportWorker* worker_ = nullptr;
    LatestJob losses_job_;
    bool losses_known_ = false;
    ExportRequest running_;
    bool writing_ = false;
    QElapsedTimer since_start_;
    QString written_;

    QFormLayout* form_;
    QWidget* fields_;
    QComboBox* format_;
    QLineEdit* destination_;
    QLabel* destination_hint_;
    QComboBox* pictures_;
    QComboBox* first_pixel_;
    QComboBox* columns_;
    QComboBox* faces_;
    QCheckBox* overwrite_;
    QLabel* loss_title_;
    QListWidget* loss_list_;
    QProgressBar* progress_;
    QLabel* progress_text_;
    QLabel* result_icon_;
    QLabel* result_;
    QPushButton* show_folder_;
    QPushButton* export_;
    QPushButton* close_;
};

}  // namespace rudolph
