#include "ui/help/guide_window.h"

#include <gmock/gmock.h>

#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include "tests/ui/support/studio_fixture.h"
#include "ui/help/guide_browser.h"
#include "ui/window/help_desk.h"

namespace rudolph {
namespace {

struct GuideWindowTest : testing::Test {
    GuideWindowTest() {
        window.show();
        QApplication::setActiveWindow(&window);
    }

    QStringList shownContents() {
        QStringList texts;
        for (int i = 0; i < window.contents()->topLevelItemCount(); ++i)
            texts << window.contents()->topLevelItem(i)->text(0);
        return texts;
    }

    GuideWindow window;
};

TEST_F(GuideWindowTest, ListsAllChaptersAndShowsTheFirst) {
    EXPECT_EQ(shownContents().size(), guideChapterNames().size());
    EXPECT_EQ(window.chapter(), "first-steps");
    EXPECT_TRUE(window.browser()->toPlainText().startsWith("First steps"));
}

TEST_F(GuideWindowTest, FollowsLinksToHeadingsAndGoesBack) {
    window.showChapter("train");
    window.showChapter("curves-and-cases", "the-verdict");
    EXPECT_EQ(window.contents()->currentItem()->text(0), "The verdict");
    EXPECT_GT(window.browser()->cursorForPosition({40, 40}).position(), 500) << "scrolled to it";
    // Buttons are seen to be pressed before they act.
    QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
    EXPECT_TRUE(test::waitFor([&] { return window.chapter() == "train"; }));
    QTest::keyClick(&window, Qt::Key_Right, Qt::AltModifier);
    EXPECT_TRUE(test::waitFor([&] { return window.chapter() == "curves-and-cases"; }));
}

TEST_F(GuideWindowTest, ChoosingAHeadingInTheContentsShowsIt) {
    QTreeWidgetItem* chapter = window.contents()->topLevelItem(2);
    window.contents()->setCurrentItem(chapter);
    EXPECT_EQ(window.chapter(), "your-own-data");
    EXPECT_TRUE(chapter->isExpanded());
    window.contents()->setCurrentItem(chapter->child(1));
    EXPECT_FALSE(window.browser()->source().fragment().isEmpty());
}

TEST_F(GuideWindowTest, SearchListsSectionsMarksTheWordsAndSaysWhereThereAreNone) {
    QTest::keyClick(&window, Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(window.search(), "learning rate");
    ASSERT_GT(window.contents()->topLevelItemCount(), 0);
    window.contents()->setCurrentItem(window.contents()->topLevelItem(0));
    EXPECT_FALSE(window.browser()->extraSelections().isEmpty());
    window.search()->setText("zebra crossing");
    EXPECT_EQ(window.contents()->topLevelItemCount(), 0);
    window.search()->clear();
    EXPECT_EQ(shownContents().size(), guideChapterNames().size());
}

TEST_F(GuideWindowTest, PicturesAreNoWiderThanThePage) {
    for (const GuideChapter& chapter : window.guide().chapters()) {
        window.showChapter(chapter.name);
        EXPECT_LE(window.browser()->document()->idealWidth(), 860) << chapter.name.toStdString();
    }
}

struct HelpOfPages : test::StudioFixture {
    QString chapterByF1() {
        QTest::keyClick(&window, Qt::Key_F1);
        return window.help()->guideWindow() ? window.help()->guideWindow()->chapter() : QString();
    }
};

TEST_F(HelpOfPages, F1OpensTheChapterOfEachPage) {
    const QStringList chapters = {"first-steps",      "train", "train", "compare",
                                  "curves-and-cases", "photos"};
    for (int i = 0; i < chapters.size(); ++i) {
        showPage(static_cast<Qt::Key>(Qt::Key_1 + i));
        EXPECT_EQ(chapterByF1(), chapters[i]) << i;
        EXPECT_TRUE(guideChapterNames().contains(chapters[i]));
    }
}

TEST_F(HelpOfPages, F1OnTheDataPageTellsAnnotatingFromLooking) {
    openFaces();
    EXPECT_EQ(chapterByF1(), "your-own-data");
    QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
    QTest::keyClick(window.findChild<DataPage*>(), Qt::Key_E);
    ASSERT_TRUE(window.findChild<DataPage*>()->isAnnotating());
    EXPECT_EQ(chapterByF1(), "annotate");
}

TEST_F(HelpOfPages, TheStartPageLeadsToTheTutorialAndGivesWayToWhatIsOpened) {
    window.showStart();
    ASSERT_TRUE(window.isStartShown());
    EXPECT_EQ(chapterByF1(), "first-steps");
    QTest::mouseClick(window.findChild<QPushButton*>("tutorial"), Qt::LeftButton);
    EXPECT_EQ(window.help()->guideWindow()->chapter(), "tutorial");
    openFaces();
    EXPECT_FALSE(window.isStartShown());
    EXPECT_EQ(window.page(), StudioPage::Data);
}

}  // namespace
}  // namespace rudolph
