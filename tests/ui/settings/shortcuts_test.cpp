#include "ui/settings/shortcuts.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenuBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>
#include <QTreeWidget>

#include "ui/settings/settings.h"
#include "ui/window/shortcuts_dialog.h"

namespace rudolph {
namespace {

/// A window with a menu and two pages, each with actions of its own.
class ShortcutsTest : public testing::Test {
protected:
    ShortcutsTest() {
        auto* pages = new QStackedWidget;
        for (QWidget** page : {&data_page_, &cases_page_}) {
            *page = new QWidget;
            pages->addWidget(*page);
        }
        window_.setCentralWidget(pages);
        save_ = window_.menuBar()->addMenu("File")->addAction("&Save…");
        place_ = makeAction(data_page_, "Place points");
        fit_ = makeAction(data_page_, "&Fit");
        previous_ = makeAction(cases_page_, "Previous case");
        addTo(shortcuts_);
        window_.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&window_));
        window_.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&window_));
    }
    ~ShortcutsTest() override { shortcuts_.resetAll(); }

    static QAction* makeAction(QWidget* page, const QString& text) {
        auto* action = new QAction(text, page);
        page->addAction(action);
        return action;
    }
    void addTo(Shortcuts& shortcuts) const {
        shortcuts.add(save_, "file/save", "File", {QKeySequence("Ctrl+S")});
        shortcuts.add(place_, "annotate/place", "Annotate", {Qt::Key_P});
        shortcuts.add(fit_, "view/fit", "View", {Qt::Key_F, Qt::Key_0});
        shortcuts.add(previous_, "cases/previous", "Cases", {Qt::Key_A});
        shortcuts.addGesture({"View", "Zoom about the cursor", "Wheel", {}});
        shortcuts.addGesture({"View", "Pan", "Middle button, Space", {Qt::Key_Space}});
    }
    QStringList names(const QString& id, const QKeySequence& key) const {
        QStringList found;
        for (const Shortcuts::Conflict& conflict : shortcuts_.conflicts(id, key))
            found << conflict.name;
        return found;
    }

    QMainWindow window_;
    QWidget* data_page_ = nullptr;
    QWidget* cases_page_ = nullptr;
    QAction* save_ = nullptr;
    QAction* place_ = nullptr;
    QAction* fit_ = nullptr;
    QAction* previous_ = nullptr;
    Shortcuts shortcuts_;
};

TEST_F(ShortcutsTest, ANewKeyTriggersAndTheOldOneDoesNot) {
    QSignalSpy placed(place_, &QAction::triggered);
    QTest::keyClick(&window_, Qt::Key_P);
    EXPECT_EQ(placed.count(), 1);
    shortcuts_.setKeys("annotate/place", {Qt::Key_M, QKeySequence("Ctrl+M")});
    QTest::keyClick(&window_, Qt::Key_P);
    EXPECT_EQ(placed.count(), 1);
    QTest::keyClick(&window_, Qt::Key_M);
    QTest::keyClick(&window_, Qt::Key_M, Qt::ControlModifier);
    EXPECT_EQ(placed.count(), 3);
}

TEST_F(ShortcutsTest, TipsNameTheKey) {
    EXPECT_EQ(place_->toolTip(), "Place points (P)");
    EXPECT_EQ(save_->toolTip(),
              "Save (" + QKeySequence("Ctrl+S").toString(QKeySequence::NativeText) + ")");
    shortcuts_.setKeys("annotate/place", {Qt::Key_M});
    EXPECT_EQ(place_->toolTip(), "Place points (M)");
    shortcuts_.setKeys("annotate/place", {});
    EXPECT_EQ(place_->toolTip(), "Place points");
}

TEST_F(ShortcutsTest, TipsFollowTheActionsTextAndItsOwnTip) {
    place_->setText("Place left eye");
    EXPECT_EQ(place_->toolTip(), "Place left eye (P)");
    place_->setToolTip("Nothing can be placed");
    EXPECT_EQ(place_->toolTip(), "Nothing can be placed (P)");
    place_->setEnabled(false);
    EXPECT_EQ(place_->toolTip(), "Nothing can be placed (P)");
}

TEST_F(ShortcutsTest, ChangesOutliveTheProgramAndResetForgetsThem) {
    shortcuts_.setKeys("view/fit", {QKeySequence("Ctrl+;"), QKeySequence("Ctrl+,")});
    shortcuts_.setKeys("annotate/place", {});
    EXPECT_EQ(Settings().find(settings::kShortcut / "view/fit"), "Ctrl+;; Ctrl+,");
    Shortcuts again;  // with actions of its own, as after a start
    QAction save("&Save…");
    QAction place("Place points");
    QAction fit("&Fit");
    again.add(&save, "file/save", "File", {QKeySequence("Ctrl+S")});
    again.add(&place, "annotate/place", "Annotate", {Qt::Key_P});
    again.add(&fit, "view/fit", "View", {Qt::Key_F, Qt::Key_0});
    EXPECT_EQ(again.keys("view/fit"),
              QList<QKeySequence>({QKeySequence("Ctrl+;"), QKeySequence("Ctrl+,")}));
    EXPECT_TRUE(again.keys("annotate/place").isEmpty());
    EXPECT_TRUE(again.isChanged("annotate/place"));
    EXPECT_FALSE(again.isChanged("file/save"));
    again.reset("view/fit");
    EXPECT_EQ(Settings().find(settings::kShortcut / "view/fit"), std::nullopt);
    EXPECT_EQ(again.keys("view/fit"), QList<QKeySequence>({Qt::Key_F, Qt::Key_0}));
    again.resetAll();
    EXPECT_EQ(Settings().find(settings::kShortcut / "annotate/place"), std::nullopt);
}

TEST_F(ShortcutsTest, FindsConflictsOnlyWhereBothCanBePressed) {
    EXPECT_EQ(names("annotate/place", Qt::Key_F), QStringList("Fit"));
    EXPECT_EQ(names("annotate/place", QKeySequence("Ctrl+S")), QStringList("Save"));
    EXPECT_EQ(names("annotate/place", Qt::Key_A), QStringList()) << "is on another page";
    EXPECT_EQ(names("file/save", Qt::Key_A), QStringList("Previous case"))
        << "menus are on every page";
    EXPECT_EQ(names("annotate/place", Qt::Key_P), QStringList()) << "its own";
    EXPECT_EQ(names("annotate/place", QKeySequence("F, G")), QStringList("Fit"));
    EXPECT_EQ(names("annotate/place", Qt::Key_Space), QStringList("Pan"));
}

TEST_F(ShortcutsTest, ConflictsOfTheFocusAreBetweenWidgetsInsideEachOther) {
    auto* inner = new QWidget(data_page_);
    auto* list = new QWidget(data_page_);
    QAction* of_inner = makeAction(inner, "Nudge");
    QAction* of_list = makeAction(list, "Remove from the list");
    of_inner->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    of_list->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    shortcuts_.add(of_inner, "inner", "Annotate", {Qt::Key_Delete});
    shortcuts_.add(of_list, "list", "Annotate", {Qt::Key_Delete});
    EXPECT_EQ(names("inner", Qt::Key_Delete), QStringList());
    EXPECT_EQ(names("inner", Qt::Key_P), QStringList("Place points"));
}

TEST_F(ShortcutsTest, ForgetsActionsThatAreGone) {
    delete fit_;
    EXPECT_EQ(shortcuts_.find("view/fit"), nullptr);
    EXPECT_EQ(names("annotate/place", Qt::Key_F), QStringList());
    shortcuts_.resetAll();
}

class ShortcutsDialogTest : public ShortcutsTest {
protected:
    ShortcutsDialogTest() {
        dialog_.open();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&dialog_));
    }
    QStringList shownRows() {
        QStringList rows;
        for (int i = 0; i < dialog_.table()->topLevelItemCount(); ++i)
            for (int k = 0; k < dialog_.table()->topLevelItem(i)->childCount(); ++k) {
                const QTreeWidgetItem* item = dialog_.table()->topLevelItem(i)->child(k);
                if (!item->isHidden() && !item->parent()->isHidden())
                    rows << item->text(0) + ": " + item->text(1);
            }
        return rows;
    }
    void press(int place, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        dialog_.keyField(place)->setFocus();
        QTest::keyClick(dialog_.keyField(place), key, modifiers);
    }

    ShortcutsDialog dialog_{&shortcuts_, &window_};
};

TEST_F(ShortcutsDialogTest, ListsActionsAndGesturesBySection) {
    EXPECT_EQ(dialog_.table()->topLevelItemCount(), 4);
    EXPECT_EQ(shownRows().size(), 6);
    EXPECT_TRUE(shownRows().contains("Fit: F, 0"));
    EXPECT_TRUE(shownRows().contains("Zoom about the cursor: Wheel"));
}

TEST_F(ShortcutsDialogTest, FindsByWordAndByKey) {
    QTest::keyClicks(dialog_.search(), "points");
    EXPECT_EQ(shownRows(), QStringList("Place points: P"));
    dialog_.search()->clear();
    QTest::keyClicks(dialog_.search(), "wheel");
    EXPECT_EQ(shownRows(), QStringList("Zoom about the cursor: Wheel"));
    QTest::keyClicks(dialog_.search(), "zzz");
    EXPECT_TRUE(shownRows().isEmpty());
    dialog_.search()->clear();
    EXPECT_EQ(shownRows().size(), 6);
}

TEST_F(ShortcutsDialogTest, APressedKeyIsTheNewOneAtOnce) {
    dialog_.choose("annotate/place");
    press(0, Qt::Key_M, Qt::ControlModifier);
    EXPECT_EQ(shortcuts_.keys("annotate/place"), QList<QKeySequence>({QKeySequence("Ctrl+M")}));
    press(1, Qt::Key_K);
    EXPECT_EQ(shortcuts_.keys("annotate/place"),
              QList<QKeySequence>({QKeySequence("Ctrl+M"), Qt::Key_K}));
    EXPECT_TRUE(dialog_.resetButton()->isEnabled());
    QTest::mouseClick(dialog_.resetButton(), Qt::LeftButton);
    EXPECT_EQ(shortcuts_.keys("annotate/place"), QList<QKeySequence>({Qt::Key_P}));
    EXPECT_EQ(dialog_.keyField(0)->keySequence(), QKeySequence(Qt::Key_P));
    EXPECT_TRUE(dialog_.keyField(1)->keySequence().isEmpty());
}

TEST_F(ShortcutsDialogTest, ATakenKeyIsGivenOnlyWhenThePersonSaysSo) {
    dialog_.choose("annotate/place");
    press(0, Qt::Key_F);
    EXPECT_TRUE(dialog_.warning()->isVisible());
    EXPECT_TRUE(dialog_.warning()->text().contains("Fit"));
    EXPECT_EQ(shortcuts_.keys("annotate/place"), QList<QKeySequence>({Qt::Key_P}));
    QTest::mouseClick(dialog_.takeButton(), Qt::LeftButton);
    EXPECT_EQ(shortcuts_.keys("annotate/place"), QList<QKeySequence>({Qt::Key_F}));
    EXPECT_EQ(shortcuts_.keys("view/fit"), QList<QKeySequence>({Qt::Key_0}));
    EXPECT_FALSE(dialog_.warning()->isVisible());
    QTest::mouseClick(dialog_.resetAllButton(), Qt::LeftButton);
    EXPECT_EQ(shortcuts_.keys("view/fit"), QList<QKeySequence>({Qt::Key_F, Qt::Key_0}));
    EXPECT_EQ(shortcuts_.keys("annotate/place"), QList<QKeySequence>({Qt::Key_P}));
}

TEST_F(ShortcutsDialogTest, AGesturesKeyIsNotGivenAway) {
    dialog_.choose("annotate/place");
    press(0, Qt::Key_Space);
    EXPECT_TRUE(dialog_.warning()->isVisible());
    EXPECT_FALSE(dialog_.takeButton()->isVisible());
    EXPECT_EQ(shortcuts_.keys("annotate/place"), QList<QKeySequence>({Qt::Key_P}));
}

TEST_F(ShortcutsDialogTest, TheFieldsClearButtonTakesTheKeyAway) {
    dialog_.choose("annotate/place");
    auto* button = dialog_.keyField(0)->findChild<QAbstractButton*>();
    ASSERT_NE(button, nullptr);
    QTest::mouseClick(button, Qt::LeftButton);
    EXPECT_TRUE(shortcuts_.keys("annotate/place").isEmpty());
}

TEST_F(ShortcutsDialogTest, RowsThatAreNoActionsCannotBeChanged) {
    dialog_.table()->setCurrentItem(dialog_.table()->topLevelItem(2)->child(1));
    EXPECT_EQ(dialog_.chosen(), "");
    EXPECT_FALSE(dialog_.keyField(0)->isEnabled());
    EXPECT_FALSE(dialog_.resetButton()->isEnabled());
}

TEST_F(ShortcutsDialogTest, EscapeInAKeyFieldChangesNoKeyAndCloses) {
    dialog_.choose("annotate/place");
    press(0, Qt::Key_Escape);
    EXPECT_EQ(shortcuts_.keys("annotate/place"), QList<QKeySequence>({Qt::Key_P}));
    EXPECT_FALSE(dialog_.isVisible());
}

TEST_F(ShortcutsDialogTest, EscapeCloses) {
    dialog_.table()->setFocus();
    QTest::keyClick(dialog_.table(), Qt::Key_Escape);
    EXPECT_FALSE(dialog_.isVisible());
}

}  // namespace
}  // namespace rudolph
