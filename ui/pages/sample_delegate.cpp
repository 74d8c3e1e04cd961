#include "ui/pages/sample_delegate.h"

#include <QApplication>
#include <QImage>
#include <QPainter>

#include "ui/models/sample_list_model.h"
#include "ui/pages/icons.h"

namespace rudolph {
namespace {

constexpr int kPadding = 4;
constexpr int kSign = 16;

void paintThumbnail(QPainter* painter, const QRect& square, const QImage& image,
                    const QStyleOptionViewItem& option) {
    if (image.isNull()) {
        painter->fillRect(square, option.palette.color(QPalette::AlternateBase));
        return;
    }
    const QSize size = image.size().scaled(square.size(), Qt::KeepAspectRatio);
    QRect place(QPoint(), size);
    place.moveCenter(square.center());
    painter->setRenderHint(QPainter::SmoothPixmapTransform);
    painter->drawImage(place, image);
}

}  // namespace

void SampleDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QImage thumbnail = index.data(Qt::DecorationRole).value<QImage>();
    const QString id = item.text;
    item.text.clear();
    item.icon = {};
    item.features &= ~QStyleOptionViewItem::HasDecoration;
    const QStyle* style = item.widget != nullptr ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    painter->save();
    const QRect inside = option.rect.adjusted(kPadding, kPadding, -kPadding, -kPadding);
    const QRect square(inside.topLeft(), QSize(kThumbnail, kThumbnail));
    paintThumbnail(painter, square, thumbnail, option);

    QRect text = inside.adjusted(kThumbnail + 8, 0, 0, 0);
    if (index.data(SampleListModel::HasProblemRole).toBool()) {
        const QRect place(text.right() - kSign, text.center().y() - kSign / 2, kSign, kSign);
        const bool chosen = option.state & QStyle::State_Selected;
        themedIcon("warning").paint(painter, place, Qt::AlignCenter,
                                    chosen ? QIcon::Selected : QIcon::Normal);
        text.setRight(place.left() - 4);
    }
    const QPalette::ColorGroup group =
        option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const bool selected = option.state & QStyle::State_Selected;
    QColor colour =
        option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    painter->setPen(colour);
    const int middle = text.center().y();
    const QRect upper(text.left(), text.top(), text.width(), middle - text.top());
    painter->drawText(upper, Qt::AlignBottom | Qt::AlignLeft,
                      option.fontMetrics.elidedText(id, Qt::ElideMiddle, upper.width()));
    colour.setAlphaF(selected ? 0.85F : 0.65F);
    painter->setPen(colour);
    const QRect lower(text.left(), middle + 2, text.width(), text.bottom() - middle - 2);
    const QString summary = index.data(SampleListModel::SummaryRole).toString();
    painter->drawText(lower, Qt::AlignTop | Qt::AlignLeft,
                      option.fontMetrics.elidedText(summary, Qt::ElideRight, lower.width()));
    painter->restore();
}

QSize SampleDelegate::sizeHint(const QStyleOptionViewItem& option,
                               const QModelIndex& /*index*/) const {
    const int height = std::max(kThumbnail, 2 * option.fontMetrics.height() + 4);
    return {kThumbnail + 120, height + 2 * kPadding};
}

}  // namespace rudolph
