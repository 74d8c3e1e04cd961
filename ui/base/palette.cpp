#include "ui/base/palette.h"

#include <array>

namespace rudolph {
namespace {

struct Pair {
    QColor on_light;
    QColor on_dark;

    const QColor& on(const QPalette& palette) const { return isDark(palette) ? on_dark : on_light; }
};

constexpr Pair pairOf(Hue hue) {
    switch (hue) {
        case Hue::Truth:
            return {{0x1b, 0x9e, 0x4b}, {0x3d, 0xdc, 0x84}};
        case Hue::Prediction:
            return {{0xd6, 0x27, 0x28}, {0xff, 0x6b, 0x6b}};
        case Hue::New:
            return {{0x75, 0x75, 0x75}, {0xa0, 0xa0, 0xa0}};
        case Hue::InWork:
            return {{0x00, 0x72, 0xb2}, {0x56, 0xb4, 0xe9}};
        case Hue::Doubtful:
            return {{0xc2, 0x5a, 0x00}, {0xff, 0xb0, 0x00}};
        case Hue::Good:
            return {{0x13, 0x7a, 0x39}, {0x3d, 0xdc, 0x84}};
        case Hue::Bad:
            return {{0xb0, 0x1e, 0x1e}, {0xff, 0x8a, 0x80}};
        case Hue::Counted:
            return {{0x1b, 0x7f, 0x3f}, {0x3d, 0xdc, 0x84}};
        case Hue::Chosen:
            return {{0xd0, 0x5a, 0x00}, {0xff, 0xa6, 0x2b}};
        case Hue::Drawn:
            return {{0x00, 0x72, 0xb2}, {0x6c, 0xb6, 0xff}};
    }
    return {};
}

constexpr std::array<Pair, kSeriesColours> kSeries = {{
    {{0x00, 0x72, 0xb2}, {0x56, 0xb4, 0xe9}},
    {{0xd5, 0x5e, 0x00}, {0xff, 0x8c, 0x3a}},
    {{0x00, 0x9e, 0x73}, {0x2c, 0xc9, 0x9a}},
    {{0xcc, 0x79, 0xa7}, {0xe0, 0x9b, 0xc4}},
    {{0xe6, 0x9f, 0x00}, {0xf0, 0xc0, 0x4a}},
    {{0x56, 0xb4, 0xe9}, {0x3d, 0x8f, 0xd1}},
    {{0x66, 0x66, 0x66}, {0xb0, 0xb0, 0xb0}},
}};

/// The shades of each, by QColor::darker()'s per cent: below 100 lighter. On light ground lighter
/// ones would vanish.
constexpr std::array kShadesOnLight = {100, 145, 210};
constexpr std::array kShadesOnDark = {100, 145, 75};

}  // namespace

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Base).lightnessF() < 0.5;
}

QColor colourOf(Hue hue, const QPalette& palette) {
    return pairOf(hue).on(palette);
}

QString colourName(Hue hue, const QPalette& palette) {
    return colourOf(hue, palette).name();
}

QColor faint(QColor colour, double opacity) {
    colour.setAlphaF(static_cast<float>(opacity));
    return colour;
}

QColor faintText(const QPalette& palette, double opacity) {
    return faint(palette.color(QPalette::Text), opacity);
}

QColor seriesColour(int index, const QPalette& palette) {
    const auto shade = static_cast<size_t>(index / kSeriesColours % 3);
    return kSeries[static_cast<size_t>(index % kSeriesColours)].on(palette).darker(
        (isDark(palette) ? kShadesOnDark : kShadesOnLight)[shade]);
}

}  // namespace rudolph
