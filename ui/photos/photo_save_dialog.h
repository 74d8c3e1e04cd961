#pragma once

#include <QDialog>

#include "core/predict/photo_writer.h"
#include "ui/parts/job.h"
#include "ui/photos/photo_tools.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace rudolph {

/// Saves what was found in photographs: pictures with the points drawn, the points in a format of
/// the annotator, a table of everything. Remembers what and where.
class PhotoSaveDialog : public QDialog {
    Q_OBJECT

public:
    PhotoSaveDialog(std::vector<PhotoResult> photos, PhotoModel model, QWidget* parent = nullptr);

    /// These are saved, too: every frame is looked at with what was chosen.
    void setVideos(std::vector<std::filesystem::path> videos, PhotoChoice choice, PhotoTools tools);
    bool isSaving() const { return job_.isBusy(); }

public slots:
    void startSaving();
    /// While it writes: cancels; else closes.
    void reject() override;

signals:
    /// In one line.
    void saved(const QString& text);

private:
    void layOut();
    void remember() const;
    void updateButtons();
    void chooseFolder();
    void showSaving();
    void showResult(const QString& text, bool went_wrong);
    void showSaved(const SavedPhotos& saved_photos);

    std::vector<PhotoResult> photos_;
    PhotoModel model_;
    std::vector<std::filesystem::path> videos_;
    PhotoChoice choice_;
    PhotoTools tools_;
    PhotoFiles files_;  ///< that are saved, or were last

    QWidget* fields_;
    QCheckBox* pictures_;
    QCheckBox* points_;
    QComboBox* format_;
    QCheckBox* table_;
    QCheckBox* json_;
    QCheckBox* overwrite_;
    QLineEdit* folder_;
    QProgressBar* progress_;
    QLabel* result_icon_;
    QLabel* result_;
    QPushButton* show_folder_;
    QPushButton* save_;
    QPushButton* close_;
    Job job_{JobOrder::Latest};
};

}  // namespace rudolph
