#include "ui/settings/theme.h"

#include <QApplication>

#include "ui/settings/readable_palette.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

constexpr QLatin1String kLight("light");
constexpr QLatin1String kDark("dark");

struct Shades {
    QColor window;
    QColor base;
    QColor alternate;
    QColor button;
    QColor text;
    QColor faint;  ///< text of what cannot be used
    QColor highlight;
    QColor link;
    QColor tip;
};

constexpr Shades kLightShades{{0xef, 0xef, 0xef}, {0xff, 0xff, 0xff}, {0xf6, 0xf6, 0xf6},
                              {0xef, 0xef, 0xef}, {0x1a, 0x1a, 0x1a}, {0x96, 0x96, 0x96},
                              {0x30, 0x6f, 0xb8}, {0x00, 0x5a, 0x9c}, {0xff, 0xff, 0xe6}};
constexpr Shades kDarkShades{{0x2b, 0x2c, 0x2e}, {0x1f, 0x20, 0x22}, {0x28, 0x29, 0x2b},
                             {0x38, 0x39, 0x3c}, {0xe8, 0xe8, 0xe8}, {0x86, 0x86, 0x86},
                             {0x2f, 0x6d, 0xb5}, {0x6c, 0xb6, 0xff}, {0x3a, 0x3b, 0x3e}};

QPalette paletteWith(const Shades& shades) {
    // Fusion's bevels are made from the two.
    QPalette palette(shades.button, shades.window);
    for (const auto role :
         {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        palette.setColor(role, shades.text);
        palette.setColor(QPalette::Disabled, role, shades.faint);
    }
    palette.setColor(QPalette::Base, shades.base);
    palette.setColor(QPalette::AlternateBase, shades.alternate);
    palette.setColor(QPalette::ToolTipBase, shades.tip);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::Highlight, shades.highlight);
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, shades.link);
    palette.setColor(QPalette::LinkVisited, shades.link);
    QColor placeholder = shades.text;
    placeholder.setAlphaF(0.6F);
    palette.setColor(QPalette::PlaceholderText, placeholder);
    return palette;
}

}  // namespace

Theme chosenTheme() {
    const QString name = Settings().get(settings::kTheme);
    return name == kLight ? Theme::Light : name == kDark ? Theme::Dark : Theme::System;
}

void chooseTheme(Theme theme) {
    Settings().set(settings::kTheme, theme == Theme::Light  ? QString(kLight)
                                     : theme == Theme::Dark ? QString(kDark)
                                                            : QString());
    applyTheme();
}

void applyTheme() {
    const Theme theme = chosenTheme();
    // A palette in which nothing is set stands for the desktop's.
    QApplication::setPalette(theme == Theme::System ? QPalette() : paletteOf(theme));
    if (theme == Theme::System)
        QApplication::setPalette(withReadablePlaceholders(QApplication::palette()));
}

QPalette paletteOf(Theme theme) {
    return paletteWith(theme == Theme::Dark ? kDarkShades : kLightShades);
}

}  // namespace rudolph
