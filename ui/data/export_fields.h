#pragma once

#include <QWidget>

#include "core/formats/write_dataset.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace rudolph {

/// How and where a data set is to be written: the format, the place, and what each format lets one
/// choose. The format is the one that was written last, and each remembers its place.
class ExportFields : public QWidget {
    Q_OBJECT

public:
    explicit ExportFields(const Dataset& dataset, QWidget* parent = nullptr);

    /// Chooses a format by its key.
    void setFormat(const QString& key);
    /// A folder, or the file for formats of one file.
    void setDestination(const QString& path);
    /// What the fields say.
    WriteRequest request() const;
    /// The name of the scheme whose points are written instead; empty: as they are.
    QString mapTo() const;
    /// Faces that the annotator says are done, and no others.
    bool onlyDone() const;
    /// Why nothing can be written yet; empty: it can.
    QString obstacle() const;
    void remember() const;

signals:
    /// What is written, and so what is lost.
    void contentsChanged();
    void destinationChanged();

private:
    void makeBoxes(int done_faces);
    void makePoints(const LandmarkScheme& scheme);
    QWidget* makeDestination();
    const FormatInfo& format() const;
    void formatChanged();
    void chooseDestination();

    QFormLayout* form_;
    QComboBox* format_;
    QLineEdit* destination_;
    QLabel* destination_hint_;
    QComboBox* pictures_;
    QComboBox* first_pixel_;
    QComboBox* columns_;
    QComboBox* faces_;
    QComboBox* points_;
    QCheckBox* keep_unannotated_;
    QCheckBox* overwrite_;
};

}  // namespace rudolph
