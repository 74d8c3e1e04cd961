#pragma once

#include <QTimer>
#include <QWidget>
#include <vector>

#include "ui/parts/face_gallery.h"
#include "ui/photos/photo_order.h"

class QComboBox;
class QLabel;
class QMenu;
class QToolButton;

namespace rudolph {

/// The photographs as a list or a grid of thumbnails, filtered and sorted.
class PhotoListPanel : public QWidget {
    Q_OBJECT

public:
    /// `photos` must outlive the panel.
    explicit PhotoListPanel(PhotoListModel* photos, QWidget* parent = nullptr);

    int current() const;  ///< id; −1: none
    /// Of all that are selected, in the order shown.
    std::vector<int> selected() const;
    /// Of those that one sees, from above.
    std::vector<int> inView() const;
    /// Chooses a photograph; takes the filter away where it hides it.
    void choose(int id);
    void chooseNext(int step);
    void focusList();

    FaceGallery* list() { return list_; }
    PhotoOrder* order() { return order_; }

signals:
    void currentChanged(int id);
    /// Fill the menu with what can be done with what is selected.
    void menuRequested(QMenu* menu);

private:
    QWidget* makeBar();
    void setGrid(bool grid);
    void makeList();
    void tell();
    void updateFooter();
    void showMenu(const QPoint& at);

    PhotoListModel* photos_;
    PhotoOrder* order_;
    FaceThumbnails* thumbnails_;
    FaceGallery* list_;
    QComboBox* which_;
    QComboBox* by_;
    QToolButton* grid_;
    QLabel* footer_;
    QTimer footer_timer_;
    int told_ = -1;
    int row_ = 0;  ///< of the current one, for when it goes
    bool remaking_ = false;
};

}  // namespace rudolph
