#include <gtest/gtest.h>

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QTextDocumentFragment>

#include "core/runs/run_marks.h"
#include "core/runs/run_table.h"
#include "tests/ui/support/runs_fixture.h"
#include "tests/ui/support/wait.h"
#include "ui/base/path_convert.h"
#include "ui/charts/line_chart.h"
#include "ui/parts/page_actions.h"
#include "ui/runs/face_pair_model.h"
#include "ui/runs/runs_comparison.h"
#include "ui/runs/runs_curves.h"
#include "ui/session/trainings.h"

namespace rudolph {
namespace {

using test::waitFor;

struct RunsStudyTest : test::RunsFixture {
    /// Two studies, of which the second is better, and a single run.
    void showStudies() {
        first = writeStudy("nose-tip", {3, 4, 3.5}, 1);
        second = writeStudy("nose-tip-wide", {2, 3, 2.5}, 5);
        single = writeRun("nose-tip-fast-lr", 10, 9);
        showRuns(9);
        table().sortByColumn(static_cast<int>(RunColumn::Date), Qt::AscendingOrder);
    }
    QStringList names() {
        QStringList names;
        for (int row = 0; row < filter().rowCount(); ++row)
            names << cell(row, RunColumn::Name).data().toString();
        return names;
    }
    QString text(int row, RunColumn column) { return cell(row, column).data().toString(); }
    RunComparison& pane() { return *page().findChild<RunComparison*>(); }
    QString words() {
        return QTextDocumentFragment::fromHtml(pane().findChild<QLabel*>("words")->text())
            .toPlainText();
    }
    QPushButton* offer() { return pane().findChild<QPushButton*>("offer"); }
    void show(RunComparison::Tab tab) { pane().findChild<QTabWidget*>()->setCurrentIndex(tab); }
    void chooseBothStudies() {
        click(0, RunColumn::Name);
        click(1, RunColumn::Name, Qt::ControlModifier);
    }

    std::filesystem::path first;
    std::filesystem::path second;
    std::filesystem::path single;
};

TEST_F(RunsStudyTest, AStudyIsOneRowThatUnfolds) {
    showStudies();
    EXPECT_EQ(names(),
              QStringList({"▸ nose-tip, 3 seeds", "▸ nose-tip-wide, 3 seeds", "nose-tip-fast-lr"}));
    EXPECT_EQ(text(0, RunColumn::State), "3 of 3 runs");
    EXPECT_EQ(text(0, RunColumn::Nme), "7.00 ± 1.00 %");
    EXPECT_EQ(text(0, RunColumn::Interval), "4.52 – 9.48 %");
    EXPECT_EQ(text(2, RunColumn::Interval), "");
    QTest::mouseClick(table().viewport(), Qt::LeftButton, {},
                      table().visualRect(cell(0, RunColumn::Name)).topLeft() + QPoint(10, 8));
    ASSERT_EQ(filter().rowCount(), 6);
    EXPECT_EQ(names()[1], "      seed 1");
    EXPECT_EQ(names()[3], "      seed 3");
    // By keys, as in a tree: from one of its runs, too.
    click(2, RunColumn::Name);
    QTest::keyClick(&table(), Qt::Key_Left);
    EXPECT_EQ(filter().rowCount(), 3);
    EXPECT_EQ(table().chosenFolders(), QStringList(toQString(first)));
    click(1, RunColumn::Name);
    QTest::keyClick(&table(), Qt::Key_Right);
    EXPECT_EQ(filter().rowCount(), 6);
}

TEST_F(RunsStudyTest, RunsStayBelowTheirStudyHoweverTheTableIsSorted) {
    showStudies();
    model().setUnfolded(toQString(first), true);
    for (const Qt::SortOrder order : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        table().sortByColumn(static_cast<int>(RunColumn::Nme), order);
        const QStringList shown = names();
        const qsizetype study = shown.indexOf("▾ nose-tip, 3 seeds");
        ASSERT_GE(study, 0);
        const bool rising = order == Qt::AscendingOrder;
        EXPECT_EQ(shown[study + 1], rising ? "      seed 1" : "      seed 2");
        EXPECT_EQ(shown[study + 2], "      seed 3");
        EXPECT_EQ(shown.first(), rising ? "▸ nose-tip-wide, 3 seeds" : "nose-tip-fast-lr");
    }
}

TEST_F(RunsStudyTest, FiltersFindAStudyByItsRunsAndCountRuns) {
    showStudies();
    const auto count = [this] {
        QStringList texts;
        for (const QLabel* label : page().findChildren<QLabel*>())
            texts << label->text();
        return texts.join('|');
    };
    EXPECT_TRUE(count().contains("7 runs")) << count().toStdString();
    filter().setSearch("nose-tip-wide");
    EXPECT_EQ(names(), QStringList({"▸ nose-tip-wide, 3 seeds"}));
    EXPECT_EQ(table().shown().size(), 3U);
    filter().setSearch({});
    const StudyEntryPtr study = shelf().findStudy(toQString(first));
    model().editMarks({toQString(study->parts[1]->run.folder)}, "tags",
                      [](RunMarks& marks) { marks.tags = {"odd"}; });
    filter().setTag("odd");
    EXPECT_EQ(names(), QStringList({"▸ nose-tip, 3 seeds"}));
    model().setUnfolded(toQString(first), true);
    EXPECT_EQ(names(), QStringList({"▾ nose-tip, 3 seeds", "      seed 2"}));
    EXPECT_EQ(table().shown().size(), 1U);
}

TEST_F(RunsStudyTest, OfAStudyItsRunsAreExportedNotItsMean) {
    showStudies();
    click(0, RunColumn::Name);
    EXPECT_EQ(table().chosenRuns().size(), 3U);
    const std::string csv = runs_csv(table().shown());
    EXPECT_EQ(std::count(csv.begin(), csv.end(), '\n'), 8);
    EXPECT_NE(csv.find("," + first.filename().string() + ","), std::string::npos);
}

TEST_F(RunsStudyTest, IsDrawnAsOneLineInABand) {
    showStudies();
    click(0, RunColumn::Name);
    show(RunComparison::kCurves);
    LineChart* chart = pane().findChild<RunCurves*>()->chart();
    pane().findChild<QComboBox*>("figure")->setCurrentText("NME, %");
    ASSERT_EQ(chart->lineCount(), 1);
    ASSERT_EQ(chart->valuesOf(0).size(), 2);
    EXPECT_NEAR(chart->valuesOf(0)[0], 14, 1e-9);
    EXPECT_NEAR(chart->valuesOf(0)[1], 7, 1e-9);
    EXPECT_TRUE(chart->hasBand(0));
    click(2, RunColumn::Name);
    ASSERT_EQ(chart->lineCount(), 1);
    EXPECT_FALSE(chart->hasBand(0));
}

TEST_F(RunsStudyTest, OfASweepAFoldedStudyIsOnePointAndAnUnfoldedOneItsRuns) {
    showStudies();
    show(RunComparison::kSweep);
    const auto best = [this] { return pane().findChild<QLabel*>("best")->text(); };
    EXPECT_TRUE(waitFor([&] { return best().contains("nose-tip-wide-3-seeds"); }));
    EXPECT_TRUE(best().endsWith("for other runs (95 %, from 3 of them).")) << best().toStdString();
    chooseBothStudies();
    const auto note = [this] { return pane().findChild<QLabel*>("note")->text(); };
    EXPECT_TRUE(waitFor([&] { return note().startsWith("Of the 2 runs that are chosen"); }))
        << note().toStdString();
    page().findChild<PageActions*>()->at("runs/unfold")->trigger();
    EXPECT_TRUE(waitFor([&] { return note().startsWith("Of the 6 runs that are chosen"); }))
        << note().toStdString();
    EXPECT_FALSE(best().contains("for other runs"));
}

TEST_F(RunsStudyTest, TwoAreComparedInWordsAndFaceByFace) {
    showStudies();
    chooseBothStudies();
    ASSERT_TRUE(waitFor([&] { return words().contains("points better"); }))
        << words().toStdString();
    EXPECT_TRUE(words().contains("Compared with the oldest of them, ■ nose-tip, 3 seeds"));
    EXPECT_TRUE(words().contains("2.00 points better, give or take")) << words().toStdString();
    EXPECT_TRUE(words().contains("3 seeds each")) << words().toStdString();
    EXPECT_TRUE(words().contains("Hidden layers 308 instead of 168")) << words().toStdString();
    EXPECT_FALSE(offer()->isVisible());
    show(RunComparison::kFaces);
    auto* pairs = pane().findChild<FacePairModel*>();
    ASSERT_TRUE(waitFor([&] { return pairs->rowCount() == 8; }));
    EXPECT_NEAR(pairs->comparison().mean_difference, -0.02, 1e-9);
    // A study and a run are not.
    show(RunComparison::kFindings);
    click(0, RunColumn::Name);
    click(2, RunColumn::Name, Qt::ControlModifier);
    EXPECT_TRUE(words().contains("One is a study and the other a single run"));
}

TEST_F(RunsStudyTest, SaysWhatOneFoundAndOffersToTrainWhatItLacks) {
    writeStudy("nose-tip", {3, 4}, 1);
    showRuns(3);
    click(0, RunColumn::Name);
    EXPECT_TRUE(words().contains("One experiment with 3 seeds, of which 2 are finished."));
    EXPECT_TRUE(words().contains("On average the NME is 7.00 %.")) << words().toStdString();
    ASSERT_TRUE(offer()->isVisible());
    EXPECT_EQ(offer()->text(), "Train what is missing");
    EXPECT_TRUE(page().actions()->at("runs/study")->isEnabled());
    EXPECT_FALSE(page().actions()->at("runs/further")->isEnabled());
}

TEST_F(RunsStudyTest, TwoSingleRunsLackSeedsAndAreOfferedThem) {
    const auto one = writeRun("nose-tip", 3, 1);
    const auto two = writeRun("nose-tip-wide", 2, 2);
    showRuns(2);
    chooseBothStudies();
    ASSERT_TRUE(waitFor([&] { return words().contains("A second seed is missing"); }))
        << words().toStdString();
    ASSERT_TRUE(offer()->isVisible());
    QTest::mouseClick(offer(), Qt::LeftButton);
    EXPECT_FALSE(std::filesystem::exists(one));
    EXPECT_FALSE(std::filesystem::exists(two));
    EXPECT_EQ(window.page(), StudioPage::Train);
    Trainings& trainings = window.session()->trainings();
    int studies = 0;
    for (const QueuedTraining& training : trainings.queue()->trainings())
        studies += training.repeats == Repeats{StudyKind::Seeds, 3} ? 1 : 0;
    EXPECT_EQ(studies, 2);
    trainings.stop();
    ASSERT_TRUE(waitFor([&] { return !trainings.isTraining(); }));
    while (trainings.queue()->rowCount() > 0)
        trainings.queue()->remove(0);
}

TEST_F(RunsStudyTest, ABaselineIsWhatOthersAreComparedWith) {
    writeRun("nose-tip", 3, 1);
    const auto wide = writeRun("nose-tip-wide", 2, 2);
    writeRun("nose-tip-fast-lr", 10, 3);
    showRuns(3);
    table().sortByColumn(static_cast<int>(RunColumn::Date), Qt::AscendingOrder);
    EXPECT_EQ(text(0, RunColumn::Changed), "");
    click(1, RunColumn::Name);
    QAction* baseline = page().actions()->at("runs/baseline");
    EXPECT_EQ(baseline->text(), "Set as &baseline");
    baseline->trigger();
    EXPECT_EQ(text(1, RunColumn::Name), "⚑ nose-tip-wide");
    EXPECT_TRUE(text(0, RunColumn::Changed).contains("168"))
        << text(0, RunColumn::Changed).toStdString();
    EXPECT_EQ(text(1, RunColumn::Changed), "");
    ASSERT_TRUE(waitFor([&] { return read_marks(wide).baseline; }));
    // It comes first, though it is not the oldest.
    chooseBothStudies();
    ASSERT_TRUE(waitFor([&] { return words().contains("points worse NME"); }));
    EXPECT_TRUE(words().startsWith("Compared with the baseline, ■ nose-tip-wide"));
    // Another takes its place, in one step.
    click(2, RunColumn::Name);
    baseline->trigger();
    EXPECT_EQ(text(1, RunColumn::Name), "nose-tip-wide");
    EXPECT_EQ(text(2, RunColumn::Name), "⚑ nose-tip-fast-lr");
    model().undoStack()->undo();
    EXPECT_EQ(text(1, RunColumn::Name), "⚑ nose-tip-wide");
    click(1, RunColumn::Name);
    EXPECT_EQ(baseline->text(), "No &baseline any more");
    baseline->trigger();
    EXPECT_EQ(text(0, RunColumn::Changed), "");
}

TEST_F(RunsStudyTest, AMarkOfAStudyIsKeptInItsFolder) {
    showStudies();
    click(0, RunColumn::Star);
    ASSERT_TRUE(waitFor([&] { return read_marks(first).starred; }));
    EXPECT_EQ(text(0, RunColumn::Star), "★");
    shelf().refresh();
    ASSERT_TRUE(waitFor([&] { return !shelf().isReading(); }));
    EXPECT_EQ(text(0, RunColumn::Star), "★");
    EXPECT_TRUE(shelf().findStudy(toQString(first))->as_run->marks.starred);
}

}  // namespace
}  // namespace rudolph
