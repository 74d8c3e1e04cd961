#include "ui/settings/readable_palette.h"

#include <QEvent>
#include <QGuiApplication>
#include <algorithm>
#include <cmath>

namespace rudolph {
namespace {

/// Less is hardly seen; large texts may have as little (WCAG 2.1, success criterion 1.4.3).
constexpr double kLeastContrast = 3;
constexpr float kMuted = 0.6F;

/// WCAG 2.1, "relative luminance".
double luminance(const QColor& colour) {
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

QColor laidOn(const QColor& colour, const QColor& ground) {
    const auto mix = [&](double over, double under) {
        return static_cast<float>(over * colour.alphaF() + under * (1 - colour.alphaF()));
    };
    return QColor::fromRgbF(mix(colour.redF(), ground.redF()),
                            mix(colour.greenF(), ground.greenF()),
                            mix(colour.blueF(), ground.blueF()));
}

double contrast(const QColor& colour, const QColor& ground) {
    const double one = luminance(laidOn(colour, ground));
    const double other = luminance(ground);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

class PaletteKeeper : public QObject {
public:
    using QObject::QObject;

    bool eventFilter(QObject* object, QEvent* event) override {
        if (event->type() == QEvent::ApplicationPaletteChange)
            mend();
        return QObject::eventFilter(object, event);
    }

    static void mend() {
        const QPalette now = QGuiApplication::palette();
        const QPalette readable = withReadablePlaceholders(now);
        // Else it would tell itself of a change for ever.
        if (readable.color(QPalette::PlaceholderText) != now.color(QPalette::PlaceholderText))
            QGuiApplication::setPalette(readable);
    }
};

}  // namespace

QPalette withReadablePlaceholders(const QPalette& palette) {
    const QColor ground = palette.color(QPalette::Active, QPalette::Base);
    if (contrast(palette.color(QPalette::Active, QPalette::PlaceholderText), ground) >=
        kLeastContrast)
        return palette;
    QPalette readable = palette;
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled}) {
        QColor colour = palette.color(group, QPalette::Text);
        colour.setAlphaF(kMuted);
        readable.setColor(group, QPalette::PlaceholderText, colour);
    }
    return readable;
}

void keepPlaceholdersReadable() {
    PaletteKeeper::mend();
    QCoreApplication::instance()->installEventFilter(
        new PaletteKeeper(QCoreApplication::instance()));
}

}  // namespace rudolph
