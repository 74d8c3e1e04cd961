#pragma once

#include <QWidget>
#include <string>
#include <vector>

#include "core/train/augmentation_preview.h"
#include "ui/parts/face_thumbnails.h"
#include "ui/parts/sample_list_model.h"
#include "ui/session/session.h"

class QLabel;
class QLineEdit;
class QListView;
class QToolButton;

namespace rudolph {

struct AugmentVariant;

/// The right side of the augmentation page: the original, and the faces to choose from. The chosen
/// face stays chosen by its id when faces come or go.
class AugmentFaces : public QWidget {
    Q_OBJECT

public:
    explicit AugmentFaces(Session* session, QWidget* parent = nullptr);

    /// The chosen face, or so many, the chosen one first and the others spread evenly over those
    /// in the list. Faces without points come only when they are the chosen one. Empty: none.
    std::vector<PreviewFace> chosen(int count) const;
    void selectFace(int index);

    /// Null: none yet.
    void showOriginal(const AugmentVariant* original);
    /// Of an original, for a crop so high for its width.
    QSize originalSize(double height_by_width) const;

signals:
    /// Another face, other faces, or the same edited.
    void changed();

private:
    void openDocument();
    void keepChosen();
    void currentChanged();
    void moveBy(int rows);

    Session* session_;
    FaceThumbnails* thumbnails_;
    SampleListModel* faces_;
    QLabel* original_;
    QLabel* name_;
    QToolButton* previous_;
    QToolButton* next_;
    QLineEdit* filter_;
    QListView* list_;
    QLabel* count_;
    std::string chosen_id_;
};

}  // namespace rudolph
