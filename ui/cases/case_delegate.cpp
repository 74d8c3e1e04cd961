#include "ui/cases/case_delegate.h"

#include <QAbstractItemView>
#include <QAbstractProxyModel>
#include <QApplication>
#include <QPainter>
#include <QTimer>
#include <utility>

#include "ui/cases/case_list_model.h"
#include "ui/parts/face_strip.h"

namespace rudolph {

namespace {

constexpr int kSide = 176;
constexpr int kMargin = 6;
constexpr int kCaption = 22;
constexpr int kLongestRepaintMs = 12;
constexpr int kMostDrawnKilobytes = 64 * 1024;

}  // namespace

CaseDelegate::CaseDelegate(QObject* parent)
    : QStyledItemDelegate(parent), drawn_(kMostDrawnKilobytes) {}

QPixmap CaseDelegate::tile(const CaseListModel& model, int row, const QPalette& palette,
                           double pixel_ratio) const {
    const QPair<int, int> key(model.generation(), row);
    const QPixmap* known = drawn_.object(key);
    if (known && known->devicePixelRatio() == pixel_ratio)
        return *known;
    if (!repaint_.isValid()) {
        repaint_.start();
        QTimer::singleShot(0, this, &CaseDelegate::paintRestLater);
    } else if (repaint_.elapsed() > kLongestRepaintMs) {
        left_over_ = true;
        return {};
    }
    const FaceThumbnail thumbnail = model.thumbnail(row);
    QPixmap pixmap(QSize(kSide, kSide) * pixel_ratio);
    pixmap.setDevicePixelRatio(pixel_ratio);
    QPainter painter(&pixmap);
    paintFaceTile(painter, QRect(0, 0, kSide, kSide), thumbnail, model.caseAt(row).result,
                  model.scheme(), palette, model.isBroken(row));
    painter.end();
    if (!thumbnail.image.isNull())
        drawn_.insert(key, new QPixmap(pixmap), pixmap.width() * pixmap.height() * 4 / 1024 + 1);
    return pixmap;
}

void CaseDelegate::paintRestLater() const {
    repaint_.invalidate();
    if (!std::exchange(left_over_, false))
        return;
    if (const auto* view = qobject_cast<QAbstractItemView*>(parent()))
        view->viewport()->update();
}

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
    // Of the whole tile: in grids styles mark only the words otherwise, and these are ours.
    panel.showDecorationSelected = true;
    const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &panel, painter, option.widget);
    const QRect place(option.rect.left() + (option.rect.width() - kSide) / 2,
                      option.rect.top() + kMargin, kSide, kSide);
    const QPixmap face = tile(*model, row, option.palette, painter->device()->devicePixelRatioF());
    if (face.isNull())
        painter->fillRect(place, option.palette.color(QPalette::AlternateBase));
    else
        painter->drawPixmap(place, face);
    const bool selected = option.state & QStyle::State_Selected;
    painter->setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter->drawText(QRect(option.rect.left(), place.bottom() + 1, option.rect.width(), kCaption),
                      Qt::AlignCenter, index.data(Qt::DisplayRole).toString());
}

QSize CaseDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {kSide + 2 * kMargin, kSide + kMargin + kCaption + 2};
}

}  // namespace rudolph
