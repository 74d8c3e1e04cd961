#pragma once

#include <QStyledItemDelegate>

namespace rudolph {

/// One face of the gallery: its picture with truth and prediction, and the error below. The index
/// is of a CaseOrder over a CaseListModel.
class CaseDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace rudolph
