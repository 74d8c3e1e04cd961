#pragma once

#include <QDialog>
#include <QThread>

#include "ui/photos/photo_save.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace rudolph {

/// Saves what was found in photographs: pictures with the points drawn, the points in a format of
/// the annotator, a table of everything. Remembers what and where. Owns the thread that writes.
class PhotoSaveDialog : public QDialog {
    Q_OBJECT

public:
    PhotoSaveDialog(std::vector<PhotoResult> photos, PhotoModel model, QWidget* parent = nullptr);
    /// Cancels what runs and waits for it.
    ~PhotoSaveDialog() override;

    bool isSaving() const { return saving_; }

public slots:
    void startSaving();
    /// While it writes: cancels; else closes.
    void reject() override;

signals:
    /// In one line.
    void saved(const QString& text);

private:
    void layOut();
    void startWorker();
    void remember() const;
    void updateButtons();
    void chooseFolder();
    void setSaving(bool saving);
    void showResult(const QString& text, bool went_wrong);
    void showSaved(const QStringList& written, int left_out);

    std::vector<PhotoResult> photos_;
    PhotoModel model_;
    PhotoSaveRequest running_;
    bool saving_ = false;
    QThread thread_;
    PhotoSaveWorker* worker_ = nullptr;

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
};

}  // namespace rudolph
