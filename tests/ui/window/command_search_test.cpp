#include "ui/window/command_search.h"

#include <gmock/gmock.h>

#include <QAction>
#include <QLabel>
#include <QTreeWidget>

#include "tests/ui/support/studio_fixture.h"
#include "ui/help/guide_window.h"
#include "ui/photos/photo_page.h"
#include "ui/settings/shortcuts.h"
#include "ui/window/help_desk.h"

namespace rudolph {
namespace {

struct CommandSearchTest : test::StudioFixture {
    CommandSearch* ask() {
        QApplication::setActiveWindow(&window);
        QTest::keyClick(&window, Qt::Key_K, Qt::ControlModifier);
        return window.findChild<CommandSearch*>();
    }
    /// Opens the search, types, and presses Enter on what is found first.
    void find(const QString& words) {
        CommandSearch* search = ask();
        ASSERT_NE(search, nullptr);
        QTest::keyClicks(search->line(), words);
        QTest::keyClick(search->line(), Qt::Key_Return);
    }
    static QString first(CommandSearch* search, int column = 0) {
        QTreeWidgetItem* item = search->table()->topLevelItem(0);
        return item == nullptr ? QString() : item->text(column);
    }
};

TEST(CommandRank, PutsWhatBeginsWithTheWordsFirst) {
    const Command save{
        .name = "Save as a project", .where = "Data", .key = {}, .tip = "In one file", .run = {}};
    EXPECT_EQ(commandRank(save, "save"), 0);
    EXPECT_EQ(commandRank(save, "project"), 1);
    EXPECT_EQ(commandRank(save, "project save"), 2);
    EXPECT_EQ(commandRank(save, "data save"), 3);
    EXPECT_EQ(commandRank(save, "file"), 4);
    EXPECT_EQ(commandRank(save, "zebra"), -1);
    EXPECT_EQ(commandRank(save, ""), 0);
}

TEST_F(CommandSearchTest, FindsActionsSettingsAndPagesOfTheGuideWithTheirKeys) {
    CommandSearch* search = ask();
    search->line()->setText("make demo");
    EXPECT_EQ(first(search), "Make demo faces");
    EXPECT_EQ(first(search, 2), "Ctrl+Shift+D");
    search->line()->setText("learning rate");
    EXPECT_EQ(first(search), "Learning rate");
    search->line()->setText("when no face is found");
    EXPECT_EQ(first(search), "When no face is found");
    search->line()->setText("dark");
    EXPECT_EQ(first(search), "Dark");
}

TEST_F(CommandSearchTest, DoesAnActionOfAnotherPageThere) {
    find("read the runs folder");
    ASSERT_TRUE(test::waitFor([&] { return window.page() == StudioPage::Runs; }));
}

TEST_F(CommandSearchTest, LeadsToTheFieldOfASetting) {
    openFaces();
    find("momentum");  // does not apply to Adam
    EXPECT_EQ(window.page(), StudioPage::Data);
    window.findChild<CommandSearch*>()->reject();
    ASSERT_TRUE(test::waitFor([&] { return window.findChild<CommandSearch*>() == nullptr; }));
    find("weight decay");
    ASSERT_TRUE(test::waitFor([&] { return window.page() == StudioPage::Train; }));
    QApplication::setActiveWindow(&window);
    EXPECT_TRUE(window.focusWidget() != nullptr &&
                window.focusWidget()->objectName() == "optimiser.weight_decay");
}

TEST_F(CommandSearchTest, LeadsToAHeadingOfTheGuide) {
    find("glossary");
    ASSERT_TRUE(test::waitFor([&] { return window.help()->guideWindow() != nullptr; }));
    EXPECT_EQ(window.help()->guideWindow()->chapter(), "glossary");
}

TEST_F(CommandSearchTest, StartsATrainingFromAnotherPageAndStopsIt) {
    openFaces();
    type("epochs", "100000");
    ASSERT_TRUE(test::waitFor([&] { return startButton()->isEnabled(); }));
    find("start training");
    ASSERT_TRUE(test::waitFor([&] { return trainings().isTraining(); }));
    EXPECT_EQ(window.page(), StudioPage::Train);
    ASSERT_TRUE(test::waitFor([&] { return trainButton("stop")->isEnabled(); }));
    ASSERT_TRUE(test::waitFor([&] { return window.findChild<CommandSearch*>() == nullptr; }));
    find("stop the training");
    ASSERT_TRUE(test::waitFor([&] { return !trainings().isTraining(); }));
}

TEST_F(CommandSearchTest, SaysWhatIsNotPossibleNowAndDoesNotDoIt) {
    CommandSearch* search = ask();
    search->line()->setText("train further");
    EXPECT_EQ(first(search, 2), "not possible now");
    EXPECT_TRUE(search->hint()->text().startsWith("Not possible now"));
    QTest::keyClick(search->line(), Qt::Key_Return);
    EXPECT_TRUE(search->isVisible());
}

TEST_F(CommandSearchTest, ArrowKeysChooseAndEscLeaves) {
    CommandSearch* search = ask();
    QTreeWidget* table = search->table();
    QTest::keyClick(search->line(), Qt::Key_Down);
    QTest::keyClick(search->line(), Qt::Key_Down);
    EXPECT_EQ(table->indexOfTopLevelItem(table->currentItem()), 2);
    QTest::keyClick(search->line(), Qt::Key_Up);
    EXPECT_EQ(table->indexOfTopLevelItem(table->currentItem()), 1);
    search->line()->setText("zebra crossing");
    EXPECT_EQ(table->topLevelItemCount(), 0);
    EXPECT_FALSE(search->hint()->text().isEmpty());
    QTest::keyClick(search, Qt::Key_Escape);
    EXPECT_FALSE(search->isVisible());
}

}  // namespace
}  // namespace rudolph
