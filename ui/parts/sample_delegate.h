#pragma once

#include <QStyledItemDelegate>

#include "ui/parts/face_thumbnails.h"
#include "ui/parts/sample_list_model.h"

namespace rudolph {

/// One face in a list: thumbnail with the mark of its state, id, and a quieter second line; signs
/// for a note, a proposal and problems. Asks for thumbnails as it paints.
class SampleDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// Both must outlive the delegate.
    SampleDelegate(const SampleListModel* faces, FaceThumbnails* thumbnails, QObject* parent);

    /// The square that thumbnails are fitted into, in pixels.
    static constexpr int kThumbnail = 56;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintThumbnail(QPainter* painter, const QRect& square, const Sample& face,
                        const QPalette& palette) const;
    /// Returns how much room the signs took at the right.
    int paintSigns(QPainter* painter, const QRect& line, int face, const QPalette& palette) const;

    const SampleListModel* faces_;
    FaceThumbnails* thumbnails_;
};

}  // namespace rudolph
