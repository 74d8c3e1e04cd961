#include <gmock/gmock.h>

#include <QAbstractButton>
#include <QRegularExpression>
#include <QToolBar>
#include <QToolButton>

#include "core/experiment/fields.h"
#include "core/geometry/landmark_scheme.h"
#include "tests/ui/support/in_language.h"
#include "tests/ui/support/studio_fixture.h"
#include "ui/settings/translation.h"

namespace rudolph {
namespace {

/// Before the window, whose texts are made with it.
struct GermanFirst {
    test::InLanguage german{"de"};
};

struct LanguageTest : GermanFirst, test::StudioFixture {};

TEST_F(LanguageTest, ThePagesHaveGermanNames) {
    auto* rail = window.findChild<QToolBar*>("rail");
    QStringList words;
    for (const QAction* action : rail->actions())
        words << action->text();
    EXPECT_EQ(words,
              QStringList({"Daten", "Augmentieren", "Trainieren", "Läufe", "Fälle", "Fotos"}));
}

TEST_F(LanguageTest, SettingsOfCoreAreTranslatedToo) {
    int same = 0;
    for (const Field& field : experiment_fields()) {
        EXPECT_NE(coreText(field.tip), QString::fromStdString(field.tip)) << field.key;
        same += coreText(field.label) == QString::fromStdString(field.label) ? 1 : 0;
    }
    // Name, Momentum and the like are the same word in both.
    EXPECT_LT(same, static_cast<int>(experiment_fields().size()) / 4);
    EXPECT_EQ(coreText("no such text"), "no such text");
    EXPECT_EQ(coreText(""), "");
}

TEST_F(LanguageTest, PointsHaveGermanNamesAndOnesOwnStayAsTheyAre) {
    const QRegularExpression english("\\b(viewer|eye|nose|jaw|lip|lid|corner|end|inner|middle)\\b");
    for (const LandmarkScheme& scheme : builtin_schemes())
        for (const std::string& name : scheme.point_names) {
            const QString text = landmarkText(name);
            EXPECT_FALSE(english.match(text).hasMatch()) << text.toStdString();
        }
    EXPECT_EQ(landmarkText("jaw, viewer's left 8"), "Kiefer, im Bild links 8");
    EXPECT_EQ(landmarkText("horn, top"), "horn, top");
    EXPECT_EQ(landmarkText("7"), "7");
    EXPECT_EQ(landmarkText(""), "");
}

TEST_F(LanguageTest, NumbersHaveADecimalComma) {
    EXPECT_EQ(QLocale().toString(0.5), "0,5");
}

TEST_F(LanguageTest, NoButtonIsTooSmallForItsText) {
    openFaces();
    for (const Qt::Key page : {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5}) {
        showPage(page);
        QTest::qWait(50);
        for (const QAbstractButton* button : window.findChildren<QAbstractButton*>()) {
            const auto* tool = qobject_cast<const QToolButton*>(button);
            const bool is_icon =
                tool != nullptr && tool->toolButtonStyle() == Qt::ToolButtonIconOnly;
            if (!button->isVisible() || button->text().isEmpty() || is_icon)
                continue;
            const int needed =
                button->fontMetrics().size(Qt::TextShowMnemonic, button->text()).width();
            EXPECT_GE(button->width(), needed)
                << "page " << page - Qt::Key_0 << ": " << button->text().toStdString();
        }
    }
}

}  // namespace
}  // namespace rudolph
