#pragma once

#include <QStyledItemDelegate>

namespace rudolph {

/// One face in a list: thumbnail, id, and a quieter second line; a sign where something is wrong.
class SampleDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// The square that thumbnails are fitted into, in pixels.
    static constexpr int kThumbnail = 56;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace rudolph
