#include "ui/augment/augmentation_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <cmath>

#include "ui/base/tr.h"

namespace rudolph {
namespace {

/// At most so many digits after the point, and none that are 0.
QString roundedText(double value, int digits) {
    const double unit = std::pow(10.0, digits);
    return QLocale().toString(std::round(value * unit) / unit, 'g', 6);
}

bool differs(double value, double from, double by) {
    return std::abs(value - from) >= by;
}

void addPlace(QStringList& words, const AugmentationDraw& draw) {
    if (draw.flip)
        words << tr("flipped");
    if (differs(draw.scale, 1, 0.005))
        words << (draw.scale > 1 ? tr("enlarged to %1") : tr("reduced to %1"))
                     .arg(roundedText(draw.scale, 2));
    if (differs(draw.rotation_deg, 0, 0.5))
        words << (draw.rotation_deg > 0 ? tr("turned left by %1°") : tr("turned right by %1°"))
                     .arg(roundedText(std::abs(draw.rotation_deg), 0));
    if (differs(draw.shift_x_px, 0, 0.05))
        words << (draw.shift_x_px > 0 ? tr("%1 px to the right") : tr("%1 px to the left"))
                     .arg(roundedText(std::abs(draw.shift_x_px), 1));
    if (differs(draw.shift_y_px, 0, 0.05))
        words << (draw.shift_y_px > 0 ? tr("%1 px down") : tr("%1 px up"))
                     .arg(roundedText(std::abs(draw.shift_y_px), 1));
}

/// To which side of the picture a shadow lies; 90° is up.
QString sideText(double direction_deg) {
    const double turned = std::remainder(direction_deg, 360);
    if (std::abs(turned) <= 45)
        return tr("right side");
    if (std::abs(turned) >= 135)
        return tr("left side");
    return turned > 0 ? tr("upper side") : tr("lower side");
}

void addLight(QStringList& words, const AugmentationDraw& draw) {
    if (differs(draw.brightness, 1, 0.005))
        words << (draw.brightness > 1 ? tr("brightened to %1") : tr("darkened to %1"))
                     .arg(roundedText(draw.brightness, 2));
    if (differs(draw.contrast, 1, 0.005))
        words << tr("contrast %1").arg(roundedText(draw.contrast, 2));
    if (differs(draw.gamma, 1, 0.005))
        words << (draw.gamma > 1 ? tr("gamma %1 (darker)") : tr("gamma %1 (lighter)"))
                     .arg(roundedText(draw.gamma, 2));
    if (draw.shade.strength >= 0.005)
        words << tr("%1 darkened to %2")
                     .arg(sideText(draw.shade.direction_deg),
                          roundedText(1 - draw.shade.strength, 2));
}

QString shapeText(OccluderShape shape) {
    switch (shape) {
        case OccluderShape::Band:
            break;
        case OccluderShape::Hand:
            return tr("covered by a hand");
        case OccluderShape::Hair:
            return tr("covered by hair");
        case OccluderShape::Glasses:
            return tr("glasses");
        case OccluderShape::Mask:
            return tr("a mask");
        case OccluderShape::Bottle:
            return tr("covered by a bottle");
    }
    return {};
}

QString fillText(OccluderFill fill) {
    switch (fill) {
        case OccluderFill::Grey:
            return tr("covered by grey");
        case OccluderFill::Noise:
            return tr("covered by noise");
        case OccluderFill::Patch:
            return tr("covered by a piece of the picture");
    }
    return {};
}

void addQuality(QStringList& words, const AugmentationDraw& draw) {
    if (draw.occluder && draw.occluder->shape != OccluderShape::Band)
        words << shapeText(draw.occluder->shape);
    else if (draw.occluder)
        words << tr("%1, %2 of its side long")
                     .arg(fillText(draw.occluder->fill),
                          roundedText(std::max(draw.occluder->width, draw.occluder->height), 2));
    if (draw.blur_px >= 0.05)
        words << tr("blurred by %1 px").arg(roundedText(draw.blur_px, 1));
    if (draw.motion_px >= 0.05)
        words << tr("moved by %1 px").arg(roundedText(draw.motion_px, 1));
    if (draw.resolution_px >= 0.5)
        words << tr("%1 px across").arg(roundedText(draw.resolution_px, 0));
    if (draw.noise >= 0.5)
        words << tr("noise of %1 grey levels").arg(roundedText(draw.noise, 0));
    if (draw.jpeg_quality < 100)
        words << tr("JPEG quality %1").arg(draw.jpeg_quality);
}

struct EffectTexts {
    const char* alone;
    const char* off;
};

/// In the context in which they are collected.
QString textOf(const char* text) {
    return QCoreApplication::translate("rudolph::AugmentationWords", text);
}

EffectTexts textsOf(AugmentationEffect effect) {
    switch (effect) {
        case AugmentationEffect::Flip:
            return {QT_TRANSLATE_NOOP("rudolph::AugmentationWords", "Only flip"),
                    QT_TRANSLATE_NOOP("rudolph::AugmentationWords", "Flip is off")};
        case AugmentationEffect::Shift:
            return {QT_TRANSLATE_NOOP("rudolph::AugmentationWords", "Only shift"),
                    QT_TRANSLATE_NOOP("rudolph::AugmentationWords", "Shift is off")};
        case AugmentationEffect::Rotation:
            return {QT_TRANSLATE_NOOP("rudolph::AugmentationWords", "Only rotation"),
                    QT_TRANSLATE_NOOP("rudolph::AugmentationWords", "Rotation is off")};
        case AugmentationEffect::Scale:
            return {QT_TRANSLATE_NOOP("rudolph::AugmentationWords", "Only scale"),
                    QT_TRANSLATE_NOOP("rudolph::AugmentationWords", "Scale is off")};
        case AugmentationEffect::Brightness:
            return {QT_TRANSLATE_NOOP("rudolph::AugmentationWords", "Only brightness"),
                    QT_TRANSLATE_NOOP("rudolph::AugmentationWords", "Brightness is off")};
        case AugmentationEffect::Contrast:
            return {QT_TRANSLATE_NOOP("rudolph::AugmentationWords", "Only contrast"),
                    QT_TRANSLATE_NOOP("rudolph::AugmentationWords", "Contrast is off")};
        case AugmentationEffect::Gamma:
            return {QT_TRANSLATE_NOOP("rudolph::AugmentationWords", "Only gamma"),
                    QT_TRANSLATE_NOOP("rudolph::AugmentationWords", "Gamma is off")};
        case AugmentationEffect::Shade:
            return {QT_TRANSLATE_NOOP("rudolph::AugmentationWords", "Only shade"),
                    QT_TRANSLATE_NOOP("rudolph::AugmentationWords", "Shade is off")};
        case AugmentationEffect::Blur:
            return {QT_TRANSLATE_NOOP("rudolph::AugmentationWords", "Only blur"),
                    QT_TRANSLATE_NOOP("rudolph::AugmentationWords", "Blur is off")};
        case AugmentationEffect::Noise:
            return {QT_TRANSLATE_NOOP("rudolph::AugmentationWords", "Only noise"),
                    QT_TRANSLATE_NOOP("rudolph::AugmentationWords", "Noise is off")};
        case AugmentationEffect::Jpeg:
            return {QT_TRANSLATE_NOOP("rudolph::AugmentationWords", "Only JPEG"),
                    QT_TRANSLATE_NOOP("rudolph::AugmentationWords", "JPEG is off")};
        case AugmentationEffect::Occlusion:
            return {QT_TRANSLATE_NOOP("rudolph::AugmentationWords", "Only occlusion"),
                    QT_TRANSLATE_NOOP("rudolph::AugmentationWords", "Occlusion is off")};
        case AugmentationEffect::Motion:
            return {QT_TRANSLATE_NOOP("rudolph::AugmentationWords", "Only motion"),
                    QT_TRANSLATE_NOOP("rudolph::AugmentationWords", "Motion is off")};
        case AugmentationEffect::Resolution:
            return {QT_TRANSLATE_NOOP("rudolph::AugmentationWords", "Only resolution"),
                    QT_TRANSLATE_NOOP("rudolph::AugmentationWords", "Resolution is off")};
    }
    return {"", ""};
}

}  // namespace

QStringList augmentationWords(const AugmentationDraw& draw) {
    QStringList words;
    addPlace(words, draw);
    addLight(words, draw);
    addQuality(words, draw);
    return words;
}

QString augmentationText(const AugmentationDraw& draw) {
    QString text = augmentationWords(draw).join(QStringLiteral(", "));
    if (text.isEmpty())
        return tr("Unchanged");
    text[0] = text[0].toUpper();
    return text;
}

QString aloneText(AugmentationEffect effect) {
    return textOf(textsOf(effect).alone);
}

QString offText(AugmentationEffect effect) {
    return textOf(textsOf(effect).off);
}

}  // namespace rudolph
