#pragma once

#include <QCache>
#include <QElapsedTimer>
#include <QPixmap>
#include <QStyledItemDelegate>

namespace rudolph {

class CaseListModel;

/// One face of the gallery: its picture with truth and prediction, and the error below. The index
/// is of a CaseOrder over a CaseListModel, the parent the view that it draws for.
class CaseDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit CaseDelegate(QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintRestLater() const;
    /// Null when this repaint has taken long enough.
    QPixmap tile(const CaseListModel& model, int row, const QPalette& palette,
                 double pixel_ratio) const;

    /// Faces with their points as they were drawn: a hundred points antialiased take a millisecond.
    mutable QCache<QPair<int, int>, QPixmap> drawn_;
    /// Since the first face of this repaint was drawn. When a screen full of them takes too long,
    /// the rest follows in the next repaints, so that the window goes on answering.
    mutable QElapsedTimer repaint_;
    mutable bool left_over_ = false;
};

}  // namespace rudolph
