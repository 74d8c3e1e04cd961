#include "ui/schemes/scheme_editor.h"

#include <gtest/gtest.h>

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

#include "core/base/file.h"
#include "tests/support/temp_dir.h"
#include "ui/base/path_convert.h"
#include "ui/schemes/scheme_canvas.h"

namespace rudolph {
namespace {

class SchemeEditorTest : public testing::Test {
protected:
    SchemeEditorTest() {
        editor_.open();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&editor_));
    }
    ~SchemeEditorTest() override { undoStack()->setClean(); }

    template <class Widget>
    Widget* find(const char* name) const {
        auto* found = editor_.findChild<Widget*>(name);
        EXPECT_NE(found, nullptr) << name;
        return found;
    }
    SchemeCanvas* canvas() const { return editor_.findChild<SchemeCanvas*>(); }
    QTabWidget* tabs() const { return editor_.findChild<QTabWidget*>(); }
    QUndoStack* undoStack() { return editor_.document()->undoStack(); }
    const SchemeDraft& draft() const { return editor_.document()->draft(); }

    void clickAt(double x, double y) {
        QTest::mouseClick(canvas(), Qt::LeftButton, {}, canvas()->viewOf({x, y}).toPoint());
    }
    void clickPoint(int point) {
        const Point place = *draft().places[static_cast<size_t>(point)];
        clickAt(place.x, place.y);
    }
    void clickButton(const QString& text) {
        for (QPushButton* button : editor_.findChildren<QPushButton*>())
            if (button->text() == text && button->isVisible())
                QTest::mouseClick(button, Qt::LeftButton);
    }
    void drawThreePoints() {
        clickAt(60, 60);
        clickAt(140, 60);
        clickAt(100, 120);
    }
    const LandmarkScheme& drawn() const { return draft().scheme; }

    test::TempDir dir_;
    SchemeStore store_{toQString(dir_ / "schemes")};
    SchemeEditor editor_{&store_};
};

TEST_F(SchemeEditorTest, DrawsAWholeSchemeAndSavesIt) {
    QTest::keyClicks(find<QLineEdit>("name"), "three");
    drawThreePoints();
    EXPECT_EQ(drawn().point_names, (std::vector<std::string>{"point 0", "point 1", "point 2"}));

    tabs()->setCurrentIndex(1);
    clickButton("New line");
    for (const int point : {0, 2, 1, 1})
        clickPoint(point);
    EXPECT_EQ(drawn().lines.at(0).points, (std::vector<int>{0, 2})) << "the last was taken back";

    tabs()->setCurrentIndex(2);
    clickPoint(1);
    clickPoint(0);
    EXPECT_EQ(drawn().mirror_pairs, (std::vector<std::pair<int, int>>{{0, 1}}));

    tabs()->setCurrentIndex(3);
    auto* distance = editor_.findChild<QCheckBox*>("distance");
    ASSERT_NE(distance, nullptr);
    QTest::mouseClick(distance, Qt::LeftButton, {}, {8, distance->height() / 2});
    EXPECT_FALSE(find<QPushButton>("save")->isEnabled()) << "its ends are not chosen yet";
    clickPoint(0);
    QTest::mouseClick(editor_.findChild<QPushButton*>("pick to"), Qt::LeftButton);
    clickPoint(1);
    EXPECT_EQ(drawn().normaliser->from, std::vector<int>{0});
    EXPECT_EQ(drawn().normaliser->to, std::vector<int>{1});
    auto* tip = editor_.findChild<QComboBox*>("nose tip");
    tip->setFocus();
    QTest::keyClick(tip, Qt::Key_End);
    EXPECT_EQ(drawn().nose_tip, 2);
    EXPECT_TRUE(find<QPushButton>("save")->isEnabled());
    QSignalSpy saved(&editor_, &SchemeEditor::saved);
    QTest::mouseClick(find<QPushButton>("save"), Qt::LeftButton);
    ASSERT_EQ(saved.count(), 1);
    EXPECT_FALSE(editor_.isVisible());
    const SchemeStore again(store_.folder());
    ASSERT_NE(again.find("three"), nullptr);
    EXPECT_EQ(again.find("three")->scheme, editor_.scheme());
    EXPECT_EQ(again.find("three")->scheme.reference.size(), 3U);
    EXPECT_EQ(again.find("three")->scheme.title, "three");
}

TEST_F(SchemeEditorTest, DraggingAPointIsOneStep) {
    drawThreePoints();
    const QPoint from = canvas()->viewOf({100, 120}).toPoint();
    const QPoint to = canvas()->viewOf({110, 150}).toPoint();
    QTest::mousePress(canvas(), Qt::LeftButton, {}, from);
    for (int i = 1; i <= 4; ++i) {
        QMouseEvent move(QEvent::MouseMove, QPointF(from + (to - from) * i / 4),
                         canvas()->mapToGlobal(QPointF(from + (to - from) * i / 4)), Qt::NoButton,
                         Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(canvas(), &move);
    }
    QTest::mouseRelease(canvas(), Qt::LeftButton, {}, to);
    EXPECT_NEAR(draft().places[2]->x, 110, 0.5);
    EXPECT_NEAR(draft().places[2]->y, 150, 0.5);
    EXPECT_EQ(undoStack()->count(), 4);
    EXPECT_EQ(undoStack()->undoText(), "Move point 2");
    QTest::keyClick(&editor_, Qt::Key_Z, Qt::ControlModifier);
    EXPECT_NEAR(draft().places[2]->x, 100, 0.5);
}

TEST_F(SchemeEditorTest, ArrowKeysNudgeAndDeleteRemoves) {
    drawThreePoints();
    clickPoint(1);
    const Point before = *draft().places[1];
    QTest::keyClick(canvas(), Qt::Key_Left);
    QTest::keyClick(canvas(), Qt::Key_Left);
    QTest::keyClick(canvas(), Qt::Key_Down, Qt::ShiftModifier);
    EXPECT_EQ(*draft().places[1], before + Point(-1, 5));
    EXPECT_EQ(undoStack()->count(), 4) << "the presses are one step";
    QTest::keyClick(canvas(), Qt::Key_Delete);
    EXPECT_EQ(drawn().size(), 2);
}

TEST_F(SchemeEditorTest, RenamesInTheListAndPutsDoubleNamesRight) {
    QTest::keyClicks(find<QLineEdit>("name"), "names");
    drawThreePoints();
    find<QListWidget>("points")->item(1)->setText("point 0");
    EXPECT_FALSE(find<QPushButton>("save")->isEnabled());
    ASSERT_EQ(find<QListWidget>("problems")->count(), 1);
    EXPECT_TRUE(find<QListWidget>("problems")->item(0)->text().contains("point 0"));
    tabs()->setCurrentIndex(2);
    QTest::mouseClick(find<QListWidget>("problems")->viewport(), Qt::LeftButton, {},
                      find<QListWidget>("problems")
                          ->visualItemRect(find<QListWidget>("problems")->item(0))
                          .center());
    EXPECT_EQ(tabs()->currentIndex(), 0);
    EXPECT_EQ(find<QListWidget>("points")->currentRow(), 1);
    find<QListWidget>("points")->item(1)->setText("chin");
    EXPECT_EQ(drawn().point_names[1], "chin");
    EXPECT_TRUE(find<QPushButton>("save")->isEnabled());
}

TEST_F(SchemeEditorTest, AddedNamesArePlacedByTheNextClicks) {
    clickButton("Add");
    clickButton("Add");
    EXPECT_EQ(draft().places, std::vector<std::optional<Point>>(2));
    find<QListWidget>("points")->setCurrentRow(0);
    clickAt(50, 50);
    clickAt(150, 50);
    EXPECT_EQ(drawn().size(), 2);
    EXPECT_NEAR(draft().places[0]->x, 50, 0.5);
    EXPECT_NEAR(draft().places[1]->x, 150, 0.5);
}

TEST_F(SchemeEditorTest, ReordersByButtonsAndByDragging) {
    drawThreePoints();
    find<QListWidget>("points")->setCurrentRow(2);
    clickButton("Up");
    EXPECT_EQ(drawn().point_names, (std::vector<std::string>{"point 0", "point 2", "point 1"}));
    EXPECT_EQ(find<QListWidget>("points")->currentRow(), 1);
    // What dropping a row does.
    find<QListWidget>("points")->model()->moveRow({}, 0, {}, 3);
    QTest::qWait(0);
    EXPECT_EQ(drawn().point_names, (std::vector<std::string>{"point 2", "point 1", "point 0"}));
    EXPECT_EQ(find<QListWidget>("points")->item(2)->text(), "point 0");
    undoStack()->undo();
    undoStack()->undo();
    EXPECT_EQ(find<QListWidget>("points")->item(2)->text(), "point 2");
}

TEST_F(SchemeEditorTest, SuggestsPairsOfASchemeOfTheProgramUnderANewName) {
    LandmarkScheme scheme = builtin_scheme("ibug-68");
    scheme.mirror_pairs.clear();
    editor_.edit(scheme);
    EXPECT_EQ(find<QLineEdit>("name")->text(), "ibug-68-2");
    EXPECT_TRUE(undoStack()->isClean());
    tabs()->setCurrentIndex(2);
    clickButton("Suggest");
    EXPECT_EQ(find<QListWidget>("pairs")->count(), 29);
    EXPECT_EQ(drawn().mirror_permutation(), builtin_scheme("ibug-68").mirror_permutation());
}

TEST_F(SchemeEditorTest, UndoAndRedoGoThroughEverything) {
    editor_.edit(builtin_scheme("imm-58"));
    std::vector<SchemeDraft> states{draft()};
    const auto keep = [&] { states.push_back(draft()); };
    clickAt(5, 5);
    keep();
    QTest::keyClicks(find<QLineEdit>("name"), "x");
    keep();
    find<QListWidget>("points")->setCurrentRow(3);
    clickButton("Down");
    keep();
    clickButton("Remove");
    keep();
    tabs()->setCurrentIndex(1);
    clickButton("Remove");
    keep();
    ASSERT_EQ(undoStack()->count(), 5);
    for (size_t i = states.size() - 1; i > 0; --i) {
        EXPECT_EQ(draft(), states[i]) << i;
        undoStack()->undo();
    }
    EXPECT_EQ(draft(), states[0]);
    for (size_t i = 1; i < states.size(); ++i)
        undoStack()->redo();
    EXPECT_EQ(draft(), states.back());
}

TEST_F(SchemeEditorTest, OpensAndSavesFilesAndSaysWhatIsWrongWithThem) {
    QTest::keyClicks(find<QLineEdit>("name"), "file");
    drawThreePoints();
    const LandmarkScheme before = editor_.scheme();
    const QString file = toQString(dir_ / "schöne punkte.json");
    editor_.saveFile(file);
    editor_.edit({});
    editor_.openFile(file);
    EXPECT_EQ(editor_.scheme().point_names, before.point_names);
    EXPECT_EQ(undoStack()->undoText(), "Open schöne punkte.json");
    write_file(dir_ / "broken.json", "{\"points\": 3}");
    const SchemeDraft kept = draft();
    editor_.openFile(toQString(dir_ / "broken.json"));
    auto* box = editor_.findChild<QMessageBox*>();
    ASSERT_NE(box, nullptr);
    EXPECT_TRUE(box->text().contains("broken.json"));
    EXPECT_EQ(draft(), kept);
}

TEST_F(SchemeEditorTest, OffersTheSchemesThereAreAsAStart) {
    LandmarkScheme mine;
    mine.name = "mine";
    mine.title = "Mine & yours";
    mine.point_names = {"a"};
    store_.save(mine);
    write_file(dir_ / "schemes" / "zz.json", "no");
    store_.refresh();
    emit find<QMenu>("start")->aboutToShow();
    QStringList texts;
    for (QAction* action : find<QMenu>("start")->actions()) {
        texts << action->text();
        if (action->text().startsWith("Mine"))
            action->trigger();
    }
    EXPECT_TRUE(texts.contains("zz.json cannot be used"));
    EXPECT_EQ(drawn().name, "mine");
    EXPECT_EQ(undoStack()->count(), 1);
}

TEST_F(SchemeEditorTest, ClosingAsksOnlyWhenSomethingWouldBeLost) {
    drawThreePoints();
    QTest::keyClick(&editor_, Qt::Key_Escape);
    EXPECT_TRUE(editor_.isVisible());
    auto* box = editor_.findChild<QMessageBox*>();
    ASSERT_NE(box, nullptr);
    for (QAbstractButton* button : box->buttons())
        if (button->text() == "Discard")
            QTest::mouseClick(button, Qt::LeftButton);
    EXPECT_FALSE(editor_.isVisible());
    EXPECT_TRUE(store_.find("") == nullptr);
    SchemeEditor untouched(&store_);
    untouched.open();
    QTest::keyClick(&untouched, Qt::Key_Escape);
    EXPECT_FALSE(untouched.isVisible());
}

}  // namespace
}  // namespace rudolph
