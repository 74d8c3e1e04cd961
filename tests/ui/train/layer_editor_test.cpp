#include "ui/train/layer_editor.h"

#include <gtest/gtest.h>

#include <QAction>
#include <QDropEvent>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QSpinBox>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <memory>

#include "ui/train/layer_table.h"

namespace rudolph {
namespace {

struct LayerEditorTest : testing::Test {
    LayerEditorTest() {
        editor.resize(1000, 620);
        editor.show();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&editor));
    }

    /// What is learnt next, as a list.
    std::string layers() {
        Experiment experiment;
        experiment.model.layers = layers_of(draft.experiment().model);
        return field_text(experiment, "model.layers");
    }
    QString text(int row, int column) {
        return table.model()->index(row, column).data(Qt::DisplayRole).toString();
    }
    QPoint at(int row, int column) {
        table.scrollTo(table.model()->index(row, column));
        return table.visualRect(table.model()->index(row, column)).center();
    }
    void click(int row, int column, Qt::KeyboardModifiers modifiers = {}) {
        QTest::mouseClick(table.viewport(), Qt::LeftButton, modifiers, at(row, column));
    }
    /// Opens the box of a number, types over it and leaves it.
    void type(int row, int column, const QString& number) {
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, at(row, column));
        QTest::mouseDClick(table.viewport(), Qt::LeftButton, {}, at(row, column));
        auto* box = table.viewport()->findChild<QAbstractSpinBox*>();
        ASSERT_NE(box, nullptr);
        box->selectAll();
        QTest::keyClicks(box, number);
        leave(box);
    }
    /// The box goes a moment after the key.
    static void leave(QWidget* box) {
        QTest::keyClick(box, Qt::Key_Return);
        QCoreApplication::processEvents();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    void add(const char* kind) { editor.findChild<QAction*>(kind)->trigger(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        QTest::keyClick(&table, key, modifiers);
    }
    void undo() { key(Qt::Key_Z, Qt::ControlModifier); }
    void redo() { key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier); }
    QString problem() {
        auto* label = editor.findChild<QLabel*>("problem");
        return label->isVisible() ? label->text() : QString();
    }

    ExperimentDraft draft;
    LayerEditor editor{&draft, 2};
    LayerTable& table = *editor.findChild<LayerTable*>();
    const std::string before = layers();
};

TEST_F(LayerEditorTest, ShowsTheShortWayAsItsLayersWithWhatTheyMakeAndCost) {
    EXPECT_EQ(table.model()->rowCount(), 12);
    EXPECT_EQ(text(0, LayerModel::kLayer), "Convolution");
    EXPECT_EQ(text(0, LayerModel::kWidth), "12");
    EXPECT_EQ(text(0, LayerModel::kWindow), "7");
    EXPECT_EQ(text(0, LayerModel::kOutput), "12 × 54 × 74");
    EXPECT_EQ(text(0, LayerModel::kWeights), "600");
    EXPECT_TRUE(text(0, LayerModel::kTime).endsWith("%"));
    EXPECT_FALSE(text(0, LayerModel::kMemory).isEmpty());
    EXPECT_EQ(text(2, LayerModel::kStride), "2");
    EXPECT_EQ(text(11, LayerModel::kLayer), "To the points");
    EXPECT_EQ(text(11, LayerModel::kOutput), "2");
    EXPECT_TRUE(draft.changedKeys().isEmpty());
    EXPECT_TRUE(editor.findChild<QLabel*>("totals")->text().startsWith("11 layers · "));
}

TEST_F(LayerEditorTest, MakesTheWideNetworkInThreeNumbers) {
    type(3, LayerModel::kWidth, "32");
    type(6, LayerModel::kWidth, "22");
    type(9, LayerModel::kWidth, "308");
    EXPECT_EQ(draft.experiment().model, preset("nose-tip-wide").model);
    EXPECT_EQ(draft.changedKeys(), QStringList({"model.channels", "model.hidden"}));
}

TEST_F(LayerEditorTest, ChangesANumberInAllChosenRows) {
    click(0, LayerModel::kLayer);
    click(3, LayerModel::kLayer, Qt::ControlModifier);
    click(6, LayerModel::kLayer, Qt::ControlModifier);
    click(9, LayerModel::kLayer, Qt::ControlModifier);
    type(3, LayerModel::kWidth, "24");
    EXPECT_EQ(draft.experiment().model.channels, (std::vector<int>{24, 24, 24}));
    EXPECT_EQ(draft.experiment().model.hidden, std::vector<int>{24});
    EXPECT_EQ(table.chosenRows(), QList<int>({0, 3, 6, 9}));
    undo();
    EXPECT_EQ(layers(), before);
    redo();
    EXPECT_EQ(draft.experiment().model.channels, (std::vector<int>{24, 24, 24}));
}

TEST_F(LayerEditorTest, ChangesNumbersByTheKeysAlone) {
    table.choose({0, 3, 6});
    key(Qt::Key_Right);
    key(Qt::Key_Right);
    EXPECT_EQ(table.chosenRows(), QList<int>({0, 3, 6}));
    ASSERT_EQ(table.currentIndex().column(), int(LayerModel::kWindow));
    key(Qt::Key_3);
    auto* box = table.viewport()->findChild<QSpinBox*>();
    ASSERT_NE(box, nullptr);
    leave(box);
    EXPECT_EQ(draft.experiment().model.kernels, (std::vector<int>{3, 3, 3}));
}

TEST_F(LayerEditorTest, CountsWhatIsTypedAtOnceAndAsOneGesture) {
    click(0, LayerModel::kWidth);
    QTest::mouseDClick(table.viewport(), Qt::LeftButton, {}, at(0, LayerModel::kWidth));
    auto* box = table.viewport()->findChild<QSpinBox*>();
    ASSERT_NE(box, nullptr);
    box->selectAll();
    QTest::keyClicks(box, "2");
    EXPECT_EQ(draft.experiment().model.channels.front(), 2);
    QTest::keyClicks(box, "4");
    EXPECT_EQ(draft.experiment().model.channels.front(), 24);
    EXPECT_EQ(text(0, LayerModel::kOutput), "24 × 54 × 74");
    // Undo is that of the layers while a box is open, too.
    QTest::keyClick(box, Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(layers(), before);
    EXPECT_EQ(box->value(), 12);
    // The next number is a gesture of its own.
    leave(box);
    type(0, LayerModel::kWidth, "16");
    type(0, LayerModel::kWidth, "20");
    undo();
    EXPECT_EQ(draft.experiment().model.channels.front(), 16);
}

TEST_F(LayerEditorTest, AddsLayersBehindTheChosenRows) {
    table.choose({0});
    add("batch-norm");
    EXPECT_EQ(layers(), "conv 12 7, batch-norm, " + before.substr(11));
    EXPECT_EQ(table.chosenRows(), QList<int>{1});
    EXPECT_EQ(draft.changedKeys(), QStringList("model.layers"));
    EXPECT_EQ(text(1, LayerModel::kWeights), "24");
    undo();
    EXPECT_EQ(layers(), before);
    EXPECT_TRUE(draft.changedKeys().isEmpty());
    redo();
    EXPECT_EQ(draft.changedKeys(), QStringList("model.layers"));
}

TEST_F(LayerEditorTest, OpensItsMenuOfKindsByInsert) {
    auto* menu = editor.findChild<QToolButton*>("add")->menu();
    bool opened = false;
    QTimer::singleShot(0, menu, [&] { QTest::keyClick(&table, Qt::Key_Insert); });
    QObject::connect(menu, &QMenu::aboutToShow, menu, [&] {
        opened = true;
        QTimer::singleShot(0, menu, [menu] { menu->close(); });
    });
    EXPECT_TRUE(QTest::qWaitFor([&] { return opened && !menu->isVisible(); }));
}

TEST_F(LayerEditorTest, PutsAResidualAroundTheChosenRows) {
    table.choose({3, 4});
    add("residual");
    EXPECT_NE(layers().find("max-pool 2, residual, conv 12 5, relu, end, max-pool 2"),
              std::string::npos);
    EXPECT_EQ(text(4, LayerModel::kLayer).trimmed(), "Convolution");
    EXPECT_GT(text(4, LayerModel::kLayer).size(), QString("Convolution").size());
    // Unpadded, the picture shrinks between.
    EXPECT_FALSE(problem().isEmpty());
    type(4, LayerModel::kPadding, "2");
    EXPECT_TRUE(problem().isEmpty());
    // Both ends go together.
    table.choose({6});
    key(Qt::Key_Delete);
    EXPECT_EQ(layers().find("end"), std::string::npos);
    EXPECT_EQ(layers().find("residual"), std::string::npos);
}

TEST_F(LayerEditorTest, RemovesDuplicatesAndMovesByKeys) {
    table.choose({0, 1, 2});
    key(Qt::Key_D, Qt::ControlModifier);
    EXPECT_TRUE(layers().starts_with(
        "conv 12 7, relu, max-pool 2, conv 12 7, relu, max-pool 2, conv 12 5"));
    EXPECT_EQ(table.chosenRows(), QList<int>({3, 4, 5}));
    EXPECT_EQ(draft.experiment().model.channels.size(), 4U);
    key(Qt::Key_Delete);
    EXPECT_EQ(layers(), before);
    table.choose({1});
    key(Qt::Key_Down, Qt::AltModifier);
    EXPECT_TRUE(layers().starts_with("conv 12 7, max-pool 2, relu, conv 12 5"));
    EXPECT_EQ(table.chosenRows(), QList<int>{2});
    key(Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ(layers(), before);
    table.choose({0});
    key(Qt::Key_Up, Qt::AltModifier);
    EXPECT_EQ(layers(), before);
    for (int i = 0; i < 4; ++i)
        undo();
    EXPECT_EQ(layers(), before);
    EXPECT_TRUE(draft.changedKeys().isEmpty());
}

TEST_F(LayerEditorTest, KeepsTheLastLayer) {
    table.selectAll();
    key(Qt::Key_Delete);
    EXPECT_EQ(layers(), before);
    click(1, LayerModel::kLayer);
    click(10, LayerModel::kLayer, Qt::ShiftModifier);
    key(Qt::Key_Delete);
    EXPECT_EQ(layers(), "conv 12 7");
    key(Qt::Key_Delete);
    EXPECT_EQ(layers(), "conv 12 7");
}

TEST_F(LayerEditorTest, TakesRowsThatAreDragged) {
    table.choose({1});
    const std::unique_ptr<QMimeData> rows(
        table.model()->mimeData(table.selectionModel()->selectedIndexes()));
    // Between the third row and the fourth.
    const QPoint place(at(3, 0).x(), table.visualRect(table.model()->index(3, 0)).top() + 1);
    QDragEnterEvent enter(place, Qt::MoveAction, rows.get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(table.viewport(), &enter);
    QDragMoveEvent move(place, Qt::MoveAction, rows.get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(table.viewport(), &move);
    QDropEvent drop(QPointF(place), Qt::MoveAction, rows.get(), Qt::LeftButton, {});
    QCoreApplication::sendEvent(table.viewport(), &drop);
    EXPECT_TRUE(layers().starts_with("conv 12 7, max-pool 2, relu, conv 12 5"));
    EXPECT_EQ(table.model()->rowCount(), 12);
    undo();
    EXPECT_EQ(layers(), before);
}

TEST_F(LayerEditorTest, MarksTheRowThatDoesNotFitAndSaysWhy) {
    type(6, LayerModel::kWindow, "31");
    EXPECT_EQ(problem(),
              "Layer 7: Gets only 16 × 11 px, too small for its window: make the window smaller, "
              "leave layers before it out, or use a larger input.");
    EXPECT_TRUE(text(6, LayerModel::kOutput).startsWith("Gets only 16 × 11 px"));
    EXPECT_EQ(text(7, LayerModel::kOutput), "–");
    EXPECT_GT(table.columnSpan(6, LayerModel::kOutput), 1);
    EXPECT_FALSE(draft.problems().empty());
    undo();
    EXPECT_TRUE(problem().isEmpty());
    EXPECT_TRUE(draft.problems().empty());
    EXPECT_EQ(table.columnSpan(6, LayerModel::kOutput), 1);
}

TEST_F(LayerEditorTest, ResetsToThePresetAndBack) {
    type(0, LayerModel::kWidth, "20");
    const std::string changed = layers();
    for (QAction* action : editor.findChildren<QAction*>())
        if (action->text() == "Reset")
            action->trigger();
    EXPECT_EQ(draft.experiment(), preset("nose-tip"));
    undo();
    EXPECT_EQ(layers(), changed);
}

TEST_F(LayerEditorTest, FollowsWhatIsChangedElsewhereAndForgetsWhatWasBefore) {
    type(0, LayerModel::kWidth, "20");
    Experiment experiment = draft.experiment();
    experiment.input.width = 160;
    draft.change(experiment, nullptr);
    EXPECT_EQ(text(0, LayerModel::kOutput), "20 × 54 × 154");
    undo();
    EXPECT_EQ(layers(), before);
    draft.choosePreset("full-face");
    EXPECT_EQ(table.model()->rowCount(), 18);
    undo();
    EXPECT_EQ(draft.experiment(), preset("full-face"));
}

TEST_F(LayerEditorTest, ShowsTheShareThatADropoutDrops) {
    table.choose({9});
    add("dropout");
    EXPECT_EQ(text(10, LayerModel::kWidth), "30 %");
    type(10, LayerModel::kWidth, "12.5");
    EXPECT_NE(layers().find("dropout 0.125"), std::string::npos);
    EXPECT_EQ(text(10, LayerModel::kWidth), "12.5 %");
}

}  // namespace
}  // namespace rudolph
