#include "ui/pages/case_delegate.h"

#include <QAbstractProxyModel>
#include <QApplication>
#include <QPainter>

#include "ui/models/case_list_model.h"
#include "ui/pages/face_strip.h"

namespace rudolph {

namespace {

constexpr int kSide = 176;
constexpr int kMargin = 6;
constexpr int kCaption = 22;

}  // namespace

void CaseDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    const auto* order = qobject_cast<const QAbstractProxyModel*>(index.model());
    const auto* model = order ? qobject_cast<const CaseListModel*>(order->sourceModel())
                              : qobject_cast<const CaseListModel*>(index.model());
    if (!model)
        return;
    const int row = order ? order->mapToSource(index).row() : index.row();
    // The style draws selection, hover and focus; the face and its caption come on top.
    QStyleOptionViewItem panel = option;
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &panel, painter, option.widget);
    const QRect tile(option.rect.left() + (option.rect.width() - kSide) / 2,
                     option.rect.top() + kMargin, kSide, kSide);
    paintFaceTile(*painter, tile, model->thumbnail(row), model->caseAt(row).result, model->scheme(),
                  option.palette, model->isBroken(row));
    const bool selected = option.state & QStyle::State_Selected;
    painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(QRect(option.rect.left(), tile.bottom() + 1, option.rect.width(), kCaption),
                      Qt::AlignCenter, index.data(Qt::DisplayRole).toString());
}

QSize CaseDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {kSide + 2 * kMargin, kSide + kMargin + kCaption + 2};
}

}  // namespace rudolph
