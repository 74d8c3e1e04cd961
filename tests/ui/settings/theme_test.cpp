#include "ui/settings/theme.h"

#include <gtest/gtest.h>

#include <QApplication>

#include "ui/base/palette.h"

namespace rudolph {
namespace {

struct ThemeTest : testing::Test {
    ~ThemeTest() override { chooseTheme(Theme::System); }
};

TEST_F(ThemeTest, IsRememberedAndGivesTheApplicationItsColours) {
    EXPECT_EQ(chosenTheme(), Theme::System);
    chooseTheme(Theme::Dark);
    EXPECT_EQ(chosenTheme(), Theme::Dark);
    EXPECT_TRUE(isDark(QApplication::palette()));
    chooseTheme(Theme::Light);
    EXPECT_FALSE(isDark(QApplication::palette()));
}

TEST_F(ThemeTest, SystemGoesBackToTheDesktopsColours) {
    const QPalette before = QApplication::palette();
    chooseTheme(isDark(before) ? Theme::Light : Theme::Dark);
    EXPECT_NE(QApplication::palette().color(QPalette::Base), before.color(QPalette::Base));
    chooseTheme(Theme::System);
    EXPECT_EQ(QApplication::palette().color(QPalette::Base), before.color(QPalette::Base));
    EXPECT_EQ(QApplication::palette().color(QPalette::Text), before.color(QPalette::Text));
}

TEST_F(ThemeTest, TextsCanBeReadOnTheirGround) {
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        const QPalette palette = paletteOf(theme);
        const auto differ = [&](QPalette::ColorRole text, QPalette::ColorRole ground) {
            return std::abs(palette.color(text).lightnessF() - palette.color(ground).lightnessF());
        };
        EXPECT_GT(differ(QPalette::Text, QPalette::Base), 0.6);
        EXPECT_GT(differ(QPalette::WindowText, QPalette::Window), 0.6);
        EXPECT_GT(differ(QPalette::ButtonText, QPalette::Button), 0.5);
        EXPECT_GT(differ(QPalette::Link, QPalette::Base), 0.3);
        EXPECT_GT(differ(QPalette::HighlightedText, QPalette::Highlight), 0.4);
    }
}

}  // namespace
}  // namespace rudolph
