#pragma once

#include <QWidget>

#include "ui/photos/photo_list_model.h"

class QFormLayout;
class QLabel;
class QTreeWidget;

namespace rudolph {

/// The faces of a photograph and what is known of the chosen one: how sure the model is, how the
/// head is turned, how the face was found.
class PhotoDetails : public QWidget {
    Q_OBJECT

public:
    explicit PhotoDetails(QWidget* parent = nullptr);

    /// Null: no photograph. `compares`: there is a second model.
    void setEntry(const PhotoEntry* entry, bool compares);
    void setChosen(int face);

signals:
    void faceChosen(int face);

private:
    QLabel* addFact(const char* name, const QString& title, const QString& tip = {});
    void fillFaces();
    void showFacts();
    void setFact(QLabel* label, const QString& text);

    QTreeWidget* faces_;
    QLabel* remark_;
    QFormLayout* form_;
    QLabel* confidence_;
    QLabel* second_;
    QLabel* points_;
    QLabel* pose_;
    QLabel* angles_;
    QLabel* found_;
    QLabel* looks_;
    PhotoEntry entry_;
    bool compares_ = false;
    int chosen_ = -1;
};

}  // namespace rudolph
