#include "ui/parts/sample_delegate.h"

#include <QApplication>
#include <QPainter>

#include "ui/parts/face_marks.h"

namespace rudolph {
namespace {

constexpr int kPadding = 4;
constexpr int kSign = 14;
constexpr int kState = 18;

}  // namespace

SampleDelegate::SampleDelegate(const SampleListModel* faces, FaceThumbnails* thumbnails,
                               QObject* parent)
    : QStyledItemDelegate(parent), faces_(faces), thumbnails_(thumbnails) {}

void SampleDelegate::paintThumbnail(QPainter* painter, const QRect& square, const Sample& face,
                                    const QPalette& palette) const {
    const QImage image = thumbnails_->thumbnail(thumbnailOf(face)).image;
    if (image.isNull()) {
        painter->fillRect(square, palette.color(QPalette::AlternateBase));
    } else {
        QRect place(QPoint(), image.size().scaled(square.size(), Qt::KeepAspectRatio));
        place.moveCenter(square.center());
        painter->setRenderHint(QPainter::SmoothPixmapTransform);
        painter->drawImage(place, image);
    }
    if (face.state == FaceState::New)
        return;
    QRectF place(0, 0, kState, kState);
    place.moveBottomRight(QRectF(square).bottomRight() + QPointF(2, 2));
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(palette.color(QPalette::Base));
    painter->drawEllipse(place);
    paintStateMark(*painter, place.adjusted(1, 1, -1, -1), face.state, palette);
}

int SampleDelegate::paintSigns(QPainter* painter, const QRect& line, int face,
                               const QPalette& palette) const {
    const Sample& sample = faces_->sample(face);
    int right = line.right() + 1;
    const auto nextPlace = [&] {
        right -= kSign;
        const QRectF place(right, line.top() + (line.height() - kSign) / 2.0, kSign, kSign);
        right -= 4;
        return place;
    };
    if (faces_->problemCount(face) > 0)
        paintProblemMark(*painter, nextPlace());
    if (!sample.note.empty())
        paintNoteMark(*painter, nextPlace());
    if (sample.is_proposal())
        paintProposalMark(*painter, nextPlace(), palette);
    return line.right() + 1 - right;
}

void SampleDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    QStyleOptionViewItem item = option;
    item.index = index;
    // The style draws selection, hover and focus; the face comes on top.
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, option.widget);

    const int face = faces_->faceAt(index.row());
    const Sample& sample = faces_->sample(face);
    painter->save();
    const QRect inside = option.rect.adjusted(kPadding, kPadding, -kPadding, -kPadding);
    paintThumbnail(painter, QRect(inside.topLeft(), QSize(kThumbnail, kThumbnail)), sample,
                   option.palette);

    const QRect text = inside.adjusted(kThumbnail + 8, 0, 0, 0);
    const QPalette::ColorGroup group =
        option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
    const bool selected = option.state & QStyle::State_Selected;
    QColor colour =
        option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
    painter->setPen(colour);
    const int middle = text.center().y();
    const QRect upper(text.left(), text.top(), text.width(), middle - text.top());
    painter->drawText(upper, Qt::AlignBottom | Qt::AlignLeft,
                      option.fontMetrics.elidedText(QString::fromStdString(sample.id),
                                                    Qt::ElideMiddle, upper.width()));
    QRect lower(text.left(), middle + 2, text.width(), option.fontMetrics.height());
    lower.adjust(0, 0, -paintSigns(painter, lower, face, option.palette), 0);
    colour.setAlphaF(selected ? 0.85F : 0.65F);
    painter->setPen(colour);
    painter->drawText(
        lower, Qt::AlignVCenter | Qt::AlignLeft,
        option.fontMetrics.elidedText(faces_->summary(face), Qt::ElideRight, lower.width()));
    painter->restore();
}

QSize SampleDelegate::sizeHint(const QStyleOptionViewItem& option,
                               const QModelIndex& /*index*/) const {
    const int height = std::max(kThumbnail, 2 * option.fontMetrics.height() + 4);
    return {kThumbnail + 120, height + 2 * kPadding};
}

}  // namespace rudolph
