#pragma once

#include <QWidget>

#include "ui/photos/photo_tools.h"

class QComboBox;
class QLabel;

namespace rudolph {

class DetectorOffer;
class ModelShelf;
class Photographs;

/// Which model predicts the points, which one it is compared with, and what finds the faces; with
/// the download of the detector whose file does not come with the program.
class PhotoChoices : public QWidget {
    Q_OBJECT

public:
    /// Both must outlive the choices.
    PhotoChoices(Photographs* photos, ModelShelf* models, QWidget* parent = nullptr);

    void setTools(const PhotoTools& tools);
    bool isSideBySide() const;
    /// Downloads YuNet, shows how far it is, and takes it from then on.
    void getYuNet();

signals:
    void sideBySideChanged(bool side_by_side);

private:
    void layOut();
    void showChoice();
    void fillBox(QComboBox* box, const QString& chosen, bool with_none);
    void modelActivated(QComboBox* box, bool second);
    void chooseModel(const QString& model, bool second);
    void detectorActivated();
    void useYuNet(const QString& file);

    Photographs* photos_;
    ModelShelf* models_;
    QComboBox* model_;
    QComboBox* second_;
    QLabel* view_label_;
    QComboBox* view_;
    QComboBox* detector_;
    DetectorOffer* offer_;
};

}  // namespace rudolph
