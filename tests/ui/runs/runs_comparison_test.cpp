#include "ui/runs/runs_comparison.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QTabWidget>
#include <QTableWidget>
#include <QTextDocumentFragment>

#include "core/base/file.h"
#include "core/base/json.h"
#include "tests/ui/support/runs_fixture.h"
#include "tests/ui/support/wait.h"
#include "ui/charts/bar_chart.h"
#include "ui/charts/line_chart.h"
#include "ui/charts/parallel_chart.h"
#include "ui/charts/scatter_chart.h"
#include "ui/runs/face_pair_model.h"
#include "ui/runs/pair_view.h"
#include "ui/runs/runs_curves.h"
#include "ui/runs/runs_faces.h"
#include "ui/runs/runs_findings.h"
#include "ui/runs/runs_settings.h"
#include "ui/runs/runs_sweep.h"
#include "ui/runs/sweep_influence.h"

namespace rudolph {
namespace {

using test::waitFor;

/// The three nose-tip experiments, as if they had been trained.
struct RunsComparisonTest : test::RunsFixture {
    void showThree(int chosen = 3) {
        writeRun("nose-tip", 3, 1);
        writeRun("nose-tip-wide", 2, 2);
        writeRun("nose-tip-fast-lr", 40, 3);
        showRuns(3);
        table().sortByColumn(static_cast<int>(RunColumn::Date), Qt::AscendingOrder);
        click(0, RunColumn::Name);
        if (chosen > 1)
            click(chosen - 1, RunColumn::Name, Qt::ShiftModifier);
        ASSERT_EQ(table().chosenFolders().size(), chosen);
    }
    RunComparison& pane() { return *page().findChild<RunComparison*>(); }
    QString words() {
        return QTextDocumentFragment::fromHtml(pane().findChild<QLabel*>("words")->text())
            .toPlainText();
    }
    QString leftOut() { return pane().findChild<QLabel*>("left-out")->text(); }
    QString summary() { return pane().findChild<QLabel*>("summary")->text(); }
    FacePairModel& pairs() { return *pane().findChild<FacePairModel*>(); }
    PairView& pairView() { return *pane().findChild<PairView*>(); }
    /// The last axis but one is the NME: of the three the two good runs.
    void expectDragToChooseTwo(ParallelChart& chart) {
        QTest::qWait(100);
        auto* plot = chart.childAt(chart.rect().center());
        const auto at = [&](double share) {
            return plot->mapFrom(&chart, chart.placeOf(3, share)).toPoint();
        };
        QTest::mousePress(plot, Qt::LeftButton, {}, at(0));
        QTest::mouseMove(plot, at(0.3));
        QTest::mouseRelease(plot, Qt::LeftButton, {}, at(0.3));
        EXPECT_EQ(table().chosenFolders().size(), 2);
        EXPECT_EQ(chart.selection().size(), 2);
    }
    void show(RunComparison::Tab tab) { pane().findChild<QTabWidget*>()->setCurrentIndex(tab); }
};

TEST_F(RunsComparisonTest, SaysInWordsHowTheThreeExperimentsDiffer) {
    showThree();
    ASSERT_TRUE(waitFor([&] { return words().contains("points better NME"); }));
    const QString text = words();
    EXPECT_TRUE(text.contains("Hidden layers 308 instead of 168")) << text.toStdString();
    EXPECT_TRUE(text.contains("8 of 8 faces better, 0 worse.")) << text.toStdString();
    EXPECT_TRUE(text.contains("Learning rate 0.05 instead of 0.001"));
    EXPECT_TRUE(text.contains("has learnt nothing"));
}

TEST_F(RunsComparisonTest, SaysWhatASingleRunIs) {
    showThree(1);
    EXPECT_TRUE(words().contains("The preset nose-tip, unchanged."));
    table().clearSelection();
    EXPECT_TRUE(words().startsWith("Choose a run above"));
}

TEST_F(RunsComparisonTest, OverlaysCurvesInTheRunsColours) {
    showThree();
    show(RunComparison::kCurves);
    LineChart* chart = pane().findChild<RunCurves*>()->chart();
    EXPECT_EQ(chart->lineCount(), 6);
    EXPECT_EQ(chart->valuesOf(0), QVector<double>({0.5, 0.25}));
    // The best epoch is that of the lowest validation loss.
    EXPECT_FALSE(chart->ringOf(0));
    EXPECT_EQ(chart->ringOf(1), 2);
    EXPECT_TRUE(chart->isLogarithmic(Qt::Vertical));
    pane().findChild<RunCurves*>()->findChild<QCheckBox*>()->setChecked(false);
    EXPECT_FALSE(chart->isLogarithmic(Qt::Vertical));
    pane().findChild<QComboBox*>("figure")->setCurrentText("NME, %");
    ASSERT_EQ(chart->lineCount(), 3);
    EXPECT_EQ(chart->valuesOf(1), QVector<double>({8, 4}));
    EXPECT_EQ(pane().currentChart(), chart);
    RunColours& colours = window.session()->runColours();
    const QString first = table().chosenFolders().front();
    const int colour = colours.indexOf(first);
    click(2, RunColumn::Name);
    EXPECT_EQ(colours.indexOf(first), colour);
}

TEST_F(RunsComparisonTest, SaysHowManyOfTheChosenRunsAreDrawn) {
    for (int i = 0; i < 26; ++i)
        writeRun("nose-tip", 3, i);
    showRuns(26);
    show(RunComparison::kCurves);
    table().setFocus();
    QTest::keyClick(&table(), Qt::Key_A, Qt::ControlModifier);
    EXPECT_EQ(pane().findChild<RunCurves*>()->chart()->lineCount(), 48);
    EXPECT_TRUE(leftOut().startsWith("24 of 26 chosen runs are shown")) << leftOut().toStdString();
    // The sweep shows them all.
    show(RunComparison::kSweep);
    EXPECT_TRUE(leftOut().isEmpty());
    show(RunComparison::kDistribution);
    EXPECT_FALSE(leftOut().isEmpty());
    click(0, RunColumn::Name);
    EXPECT_TRUE(leftOut().isEmpty());
}

TEST_F(RunsComparisonTest, MarksTheSettingsThatDiffer) {
    showThree();
    show(RunComparison::kSettings);
    QTableWidget* table = pane().findChild<RunSettings*>()->findChild<QTableWidget*>();
    ASSERT_EQ(table->rowCount(), 3);
    EXPECT_EQ(table->columnCount(), 4);
    EXPECT_EQ(table->item(0, 0)->text(), "≠ Channels per layer");
    EXPECT_TRUE(table->item(0, 2)->font().bold());
    EXPECT_FALSE(table->item(0, 1)->font().bold());
    pane().findChild<RunSettings*>()->findChild<QCheckBox*>()->setChecked(false);
    EXPECT_GT(table->rowCount(), 20);
    pane().findChild<RunSettings*>()->findChild<QCheckBox*>()->setChecked(true);
    // A single one against its preset.
    click(0, RunColumn::Name);
    EXPECT_EQ(table->item(0, 0)->text(), "The preset, unchanged.");
}

TEST_F(RunsComparisonTest, DrawsErrorDistributionsOnceTheyAreRead) {
    showThree();
    show(RunComparison::kDistribution);
    LineChart* chart = pane().findChild<LineChart*>("distribution");
    ASSERT_TRUE(waitFor([&] { return chart->lineCount() == 3; }));
    // Three of eight faces are off by a pixel more.
    EXPECT_EQ(chart->valuesOf(0).back(), 100);
    EXPECT_EQ(chart->valuesOf(2).back(), 0);
}

TEST_F(RunsComparisonTest, PutsTwoRunsFaceByFace) {
    showThree(2);
    show(RunComparison::kFaces);
    auto* faces = pane().findChild<RunFaces*>();
    const QAbstractItemModelTester tester(&pairs(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    ASSERT_TRUE(waitFor([&] { return pairs().rowCount() == 8; }));
    EXPECT_TRUE(summary().startsWith("8 of 8 faces better in the newer run"))
        << summary().toStdString();
    ASSERT_TRUE(waitFor([&] { return pairView().hasImage(); }));
    EXPECT_TRUE(pairView().truth());
    EXPECT_TRUE(pairView().secondPrediction());
    const QTableView* table = faces->findChild<QTableView*>();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {},
                      table->visualRect(table->model()->index(3, 0)).center());
    EXPECT_EQ(table->currentIndex().row(), 3);
    faces->findChild<QComboBox*>("which")->setCurrentIndex(2);
    EXPECT_EQ(table->model()->rowCount(), 0);
    EXPECT_FALSE(faces->grab().isNull());
}

TEST_F(RunsComparisonTest, FaceByFaceSaysThatItNeedsTwo) {
    showThree(3);
    show(RunComparison::kFaces);
    EXPECT_TRUE(summary().startsWith("Choose exactly two runs"));
    EXPECT_EQ(pairs().rowCount(), 0);
}

TEST_F(RunsComparisonTest, AFaceWhosePictureIsGoneSaysSo) {
    showThree(2);
    for (const auto& file : std::filesystem::directory_iterator(folder / "faces"))
        if (file.path().extension() == ".png")
            std::filesystem::remove(file.path());
    show(RunComparison::kFaces);
    ASSERT_TRUE(waitFor([&] { return pairView().message().contains("does not exist"); }));
}

TEST_F(RunsComparisonTest, BrokenPredictionsAreANotice) {
    showThree(2);
    for (const QString& run : table().chosenFolders())
        write_file(toPath(run) / "predictions.csv", "nonsense\n1\n");
    table().clearSelection();
    show(RunComparison::kDistribution);
    shelf().refresh();
    click(0, RunColumn::Name);
    click(2, RunColumn::Name);
    click(0, RunColumn::Name, Qt::ControlModifier);
    ASSERT_TRUE(waitFor([&] { return notice().text().contains("predictions.csv"); }));
}

TEST_F(RunsComparisonTest, ASweepShowsAllRunsAndBrushingChoosesThem) {
    showThree(1);
    show(RunComparison::kSweep);
    auto* sweep = pane().findChild<RunSweep*>();
    auto* across = sweep->findChild<QComboBox*>("across");
    ASSERT_TRUE(waitFor([&] { return !sweep->parallel()->isEmpty(); }));
    EXPECT_EQ(across->itemText(0), "Channels per layer");
    EXPECT_EQ(sweep->findChild<QComboBox*>("upwards")->currentText(), "NME, %");
    across->setCurrentIndex(across->findData("optimiser.learning_rate"));
    EXPECT_TRUE(sweep->scatter()->isLogarithmic(Qt::Horizontal));
    EXPECT_FALSE(sweep->scatter()->isEmpty());
    expectDragToChooseTwo(*sweep->parallel());
}

TEST_F(RunsComparisonTest, ASweepIsOfTheChosenRunsAndMarksTheBestWithItsInterval) {
    showThree(2);
    show(RunComparison::kSweep);
    auto* sweep = pane().findChild<RunSweep*>();
    const auto note = [&] { return sweep->findChild<QLabel*>("note")->text(); };
    const auto best = [&] { return sweep->findChild<QLabel*>("best")->text(); };
    ASSERT_TRUE(waitFor([&] { return note().contains("Of the 2 runs"); }));
    // The learning rate was not swept among these two.
    auto* across = sweep->findChild<QComboBox*>("across");
    EXPECT_LT(across->findData("optimiser.learning_rate"), 0);
    EXPECT_TRUE(best().contains("nose-tip-wide")) << best().toStdString();
    EXPECT_TRUE(best().contains("for other persons (95 %, from 8 faces of 8)"))
        << best().toStdString();
    EXPECT_GE(sweep->parallel()->best(), 0);
    EXPECT_EQ(sweep->scatter()->best(), sweep->parallel()->best());
    // All of them again.
    click(0, RunColumn::Name);
    ASSERT_TRUE(waitFor([&] { return !note().contains("Of the 2 runs"); }));
    EXPECT_GE(across->findData("optimiser.learning_rate"), 0);
}

TEST_F(RunsComparisonTest, ChoosingInASweepOfChosenRunsDoesNotNarrowItDown) {
    showThree(3);
    show(RunComparison::kSweep);
    auto* sweep = pane().findChild<RunSweep*>();
    ASSERT_TRUE(waitFor([&] { return !sweep->parallel()->isEmpty(); }));
    expectDragToChooseTwo(*sweep->parallel());
    // Freed, the three are chosen again.
    QTest::keyClick(sweep->parallel(), Qt::Key_Escape);
    EXPECT_EQ(table().chosenFolders().size(), 3);
    EXPECT_TRUE(sweep->parallel()->selection().isEmpty());
}

TEST_F(RunsComparisonTest, ASweepOfManyShowsWhichSettingMatters) {
    for (int i = 0; i < 12; ++i)
        writeRun(i % 2 == 0 ? "nose-tip" : "nose-tip-fast-lr", i % 2 == 0 ? 2 + 0.1 * i : 30 + i,
                 i);
    showRuns(12);
    show(RunComparison::kSweep);
    auto* sweep = pane().findChild<RunSweep*>();
    auto* bars = sweep->influence()->chart();
    ASSERT_TRUE(waitFor([&] { return !bars->isEmpty(); }));
    EXPECT_EQ(bars->barCount(), 1);
    EXPECT_TRUE(sweep->findChild<QLabel*>("influence")->text().startsWith("Together they tell"));
    auto* across = sweep->findChild<QComboBox*>("across");
    across->setCurrentIndex(across->count() - 1);
    bars->setFocus();
    QTest::keyClick(bars, Qt::Key_Down);
    QTest::keyClick(bars, Qt::Key_Return);
    EXPECT_EQ(across->currentData().toString(), "optimiser.learning_rate");
}

TEST_F(RunsComparisonTest, ARunThatWasStoppedEarlySaysWhy) {
    const auto folder_of_run = writeRun("nose-tip", 3, 1, RunState::StoppedEarly);
    Json summary = read_json(folder_of_run / "summary.json");
    summary["others_better"] = 14;
    summary["others_compared"] = 19;
    write_json(folder_of_run / "summary.json", summary);
    showRuns(1);
    click(0, RunColumn::Name);
    EXPECT_EQ(cell(0, RunColumn::State).data().toString(), "stopped early");
    EXPECT_TRUE(cell(0, RunColumn::State)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains("14 of 19 others were better"));
    EXPECT_TRUE(words().contains("14 of 19 others were better")) << words().toStdString();
}

}  // namespace
}  // namespace rudolph
