#include "ui/parts/face_strip.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "ui/base/number_text.h"
#include "ui/base/palette.h"
#include "ui/base/plain_tip.h"
#include "ui/parts/face_tile.h"

namespace rudolph {

namespace {

constexpr int kTiles = 8;
constexpr int kSmallestTile = 72;
constexpr int kUsualTile = 128;
constexpr int kLargestTile = 200;
constexpr int kTileGap = 8;
constexpr int kCaption = 20;

}  // namespace

// The thumbnails are sharp on screens of double density.
FaceStrip::FaceStrip(QWidget* parent) : QWidget(parent), thumbnails_(320) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Validation faces"));
    connect(&thumbnails_, &FaceThumbnails::loaded, this, qOverload<>(&QWidget::update));
}

void FaceStrip::setFaces(const std::vector<StripFace>& faces, const LandmarkScheme& scheme) {
    const bool same = faces.size() == faces_.size() &&
                      std::equal(faces.begin(), faces.end(), faces_.begin(),
                                 [](const StripFace& a, const StripFace& b) {
                                     return a.result.sample_id == b.result.sample_id;
                                 });
    faces_ = faces;
    scheme_ = scheme;
    if (!same)
        shown_.assign(faces_.size(), {});
    setCurrent(current_);
}

void FaceStrip::clear(const QString& message) {
    faces_.clear();
    shown_.clear();
    message_ = message;
    setCurrent(0);
}

int FaceStrip::side() const {
    return std::clamp(height() - kCaption, kSmallestTile, kLargestTile);
}

int FaceStrip::capacity() const {
    return std::max(1, (width() + kTileGap) / (side() + kTileGap));
}

int FaceStrip::tileAt(const QPoint& at) const {
    for (int i = 0; i < count(); ++i)
        if (tile(i).contains(at))
            return i;
    return -1;
}

QString FaceStrip::describe(const StripFace& face) const {
    return tr("%1: mean error %2, NME %3. Truth green, prediction red.")
        .arg(QString::fromStdString(face.result.sample_id), pixelText(face.result.error_px),
             percentText(face.result.nme));
}

void FaceStrip::setCurrent(int index) {
    current_ = std::clamp(index, 0, std::max(0, count() - 1));
    setAccessibleDescription(faces_.empty() ? message_
                                            : describe(faces_[static_cast<size_t>(current_)]));
    update();
}

void FaceStrip::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
        case Qt::Key_Left:
            return setCurrent(current_ - 1);
        case Qt::Key_Right:
            return setCurrent(current_ + 1);
        case Qt::Key_Home:
            return setCurrent(0);
        case Qt::Key_End:
            return setCurrent(count() - 1);
        default:
            QWidget::keyPressEvent(event);
    }
}

void FaceStrip::mousePressEvent(QMouseEvent* event) {
    if (const int pressed = tileAt(event->pos()); pressed >= 0)
        setCurrent(pressed);
}

void FaceStrip::contextMenuEvent(QContextMenuEvent* event) {
    const bool by_key = event->reason() == QContextMenuEvent::Keyboard;
    const int index = by_key ? (faces_.empty() ? -1 : current_) : tileAt(event->pos());
    if (index < 0)
        return;
    const QPoint at = by_key ? mapToGlobal(tile(index).center()) : event->globalPos();
    emit menuRequested(QString::fromStdString(faces_[static_cast<size_t>(index)].result.sample_id),
                       at);
}

QSize FaceStrip::sizeHint() const {
    return {kTiles * (kSmallestTile + kTileGap) - kTileGap, kUsualTile + kCaption};
}

QSize FaceStrip::minimumSizeHint() const {
    return {2 * (kSmallestTile + kTileGap), kSmallestTile + kCaption};
}

QRect FaceStrip::tile(int index) const {
    return {index * (side() + kTileGap), 0, side(), side()};
}

void FaceStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (faces_.empty()) {
        painter.setPen(faintText(palette()));
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, message_);
        return;
    }
    for (int i = 0; i < count(); ++i) {
        const QRect square = tile(i);
        if (square.right() >= width())
            break;
        const StripFace& face = faces_[static_cast<size_t>(i)];
        FaceThumbnail& shown = shown_[static_cast<size_t>(i)];
        const FaceThumbnail now = thumbnails_.thumbnail(wholeStory(face.image, face.result));
        if (!now.image.isNull())
            shown = now;
        paintFaceTile(painter, square, shown, face.result, scheme_, palette(),
                      thumbnails_.isBroken(face.image));
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(QRect(square.left(), square.bottom() + 1, square.width(), kCaption),
                         Qt::AlignCenter, pixelText(face.result.error_px));
        if (hasFocus() && i == current_) {
            painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
            painter.drawRect(square.adjusted(1, 1, -1, -1));
        }
    }
}

bool FaceStrip::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (const int index = tileAt(help->pos()); index >= 0) {
            QToolTip::showText(help->globalPos(),
                               plainTip(describe(faces_[static_cast<size_t>(index)])), this);
            return true;
        }
        QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

}  // namespace rudolph
