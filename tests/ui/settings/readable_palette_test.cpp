#include "ui/settings/readable_palette.h"

#include <gtest/gtest.h>

namespace rudolph {
namespace {

QPalette paletteOf(const QColor& text, const QColor& base, const QColor& placeholder) {
    QPalette palette;
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::PlaceholderText, placeholder);
    return palette;
}

TEST(ReadablePalette, MendsBlackPlaceholdersOnDarkGround) {
    const QPalette dark = paletteOf(Qt::white, QColor(0x1b, 0x1e, 0x20), QColor(0, 0, 0, 128));
    const QPalette readable = withReadablePlaceholders(dark);
    const QColor colour = readable.color(QPalette::PlaceholderText);
    EXPECT_EQ(colour.rgb(), QColor(Qt::white).rgb());
    EXPECT_LT(colour.alphaF(), 0.9F) << "still less than text";
    EXPECT_EQ(readable.color(QPalette::Text), dark.color(QPalette::Text));
    EXPECT_EQ(withReadablePlaceholders(readable), readable);
}

TEST(ReadablePalette, LeavesReadableOnesAsTheyAre) {
    const QPalette light = paletteOf(Qt::black, Qt::white, QColor(0, 0, 0, 128));
    EXPECT_EQ(withReadablePlaceholders(light), light);
    const QPalette dark =
        paletteOf(Qt::white, QColor(0x20, 0x20, 0x20), QColor(255, 255, 255, 128));
    EXPECT_EQ(withReadablePlaceholders(dark), dark);
}

}  // namespace
}  // namespace rudolph
