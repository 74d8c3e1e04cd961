#include "ui/charts/series_colours.h"

#include <array>

namespace rudolph {

QColor seriesColour(int index, const QPalette& palette) {
    const bool dark = palette.color(QPalette::Base).lightnessF() < 0.5;
    static const std::array<QColor, kSeriesColours> on_light = {
        QColor(0x00, 0x72, 0xb2), QColor(0xd5, 0x5e, 0x00), QColor(0x00, 0x9e, 0x73),
        QColor(0xcc, 0x79, 0xa7), QColor(0xe6, 0x9f, 0x00), QColor(0x56, 0xb4, 0xe9),
        QColor(0x66, 0x66, 0x66)};
    static const std::array<QColor, kSeriesColours> on_dark = {
        QColor(0x56, 0xb4, 0xe9), QColor(0xff, 0x8c, 0x3a), QColor(0x2c, 0xc9, 0x9a),
        QColor(0xe0, 0x9b, 0xc4), QColor(0xf0, 0xc0, 0x4a), QColor(0x3d, 0x8f, 0xd1),
        QColor(0xb0, 0xb0, 0xb0)};
    return (dark ? on_dark : on_light)[static_cast<size_t>(index) % kSeriesColours];
}

}  // namespace rudolph
