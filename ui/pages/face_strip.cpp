#include "ui/pages/face_strip.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

#include "ui/canvas/paint_landmarks.h"
#include "ui/models/number_text.h"
#include "ui/models/path_convert.h"

namespace rudolph {

namespace {

constexpr int kTiles = 8;
constexpr int kSmallest = 72;
constexpr int kUsual = 128;
constexpr int kLargest = 200;
constexpr int kGap = 8;
constexpr int kCaption = 20;
constexpr int kThumbnailPixels = 320;  // sharp on screens of double density

}  // namespace

void paintFaceTile(QPainter& painter, const QRect& tile, const FaceThumbnail& thumbnail,
                   const FaceResult& result, const LandmarkScheme& scheme, const QPalette& palette,
                   bool broken) {
    if (thumbnail.image.isNull()) {
        painter.fillRect(tile, palette.color(QPalette::AlternateBase));
        if (broken) {
            painter.setPen(palette.color(QPalette::Text));
            painter.drawText(tile.adjusted(4, 4, -4, -4), Qt::AlignCenter | Qt::TextWordWrap,
                             QObject::tr("The picture cannot be read"));
        }
        return;
    }
    painter.save();
    painter.setClipRect(tile);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.drawImage(tile, thumbnail.image);
    const QRectF crop = thumbnail.crop_in_image;
    const double scale = tile.width() / crop.width();
    const auto to_tile = [&](const Point& point) {
        return QPointF(tile.left() + (point.x + 0.5 - crop.left()) * scale,
                       tile.top() + (point.y + 0.5 - crop.top()) * scale);
    };
    const double radius = result.truth_in_image.size() <= 4 ? 3.5 : 1.2;
    const bool lines = result.truth_in_image.size() > 4;
    if (scheme.size() == result.truth_in_image.size())
        paintLandmarks(painter, result.truth_in_image, scheme, PointRole::Truth, to_tile, radius,
                       lines);
    if (scheme.size() == result.predicted_in_image.size())
        paintLandmarks(painter, result.predicted_in_image, scheme, PointRole::Prediction, to_tile,
                       radius, lines);
    painter.restore();
}

FaceStrip::FaceStrip(QWidget* parent) : QWidget(parent), thumbnails_(kThumbnailPixels) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
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
    if (!same) {
        focus_.clear();
        for (const StripFace& face : faces_)
            focus_.push_back(bounding_box(face.result.truth_in_image));
    }
    update();
}

void FaceStrip::clear(const QString& message) {
    faces_.clear();
    focus_.clear();
    message_ = message;
    update();
}

int FaceStrip::side() const {
    return std::clamp(height() - kCaption, kSmallest, kLargest);
}

int FaceStrip::capacity() const {
    return std::max(1, (width() + kGap) / (side() + kGap));
}

QSize FaceStrip::sizeHint() const {
    return {kTiles * (kSmallest + kGap) - kGap, kUsual + kCaption};
}

QSize FaceStrip::minimumSizeHint() const {
    return {2 * (kSmallest + kGap), kSmallest + kCaption};
}

QRect FaceStrip::tile(int index) const {
    return {index * (side() + kGap), 0, side(), side()};
}

void FaceStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (faces_.empty()) {
        QColor faint = palette().color(QPalette::Text);
        faint.setAlphaF(0.65F);
        painter.setPen(faint);
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, message_);
        return;
    }
    for (int i = 0; i < count(); ++i) {
        const QRect square = tile(i);
        if (square.right() >= width())
            break;
        const StripFace& face = faces_[static_cast<size_t>(i)];
        const FaceThumbnail thumbnail =
            thumbnails_.thumbnail(face.image, focus_[static_cast<size_t>(i)]);
        paintFaceTile(painter, square, thumbnail, face.result, scheme_, palette(),
                      thumbnails_.isBroken(face.image));
        painter.setPen(palette().color(QPalette::Text));
        painter.drawText(QRect(square.left(), square.bottom() + 1, square.width(), kCaption),
                         Qt::AlignCenter, pixelText(face.result.error_px));
    }
}

bool FaceStrip::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        for (int i = 0; i < count(); ++i) {
            if (!tile(i).contains(help->pos()))
                continue;
            const FaceResult& result = faces_[static_cast<size_t>(i)].result;
            QToolTip::showText(help->globalPos(),
                               tr("%1: mean error %2, NME %3. Truth green, prediction red.")
                                   .arg(QString::fromStdString(result.sample_id),
                                        pixelText(result.error_px), percentText(result.nme)),
                               this);
            return true;
        }
        QToolTip::hideText();
        return true;
    }
    return QWidget::event(event);
}

}  // namespace rudolph
