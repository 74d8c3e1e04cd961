// Every page with the keyboard alone: each control is reached by Tab, once, and has a name.
// (In the photograph of the annotator Tab goes from point to point.)
#include <QComboBox>
#include <QStatusBar>
#include <QTabWidget>
#include <QToolButton>

#include "tests/ui/support/cases_fixture.h"
#include "tests/ui/support/photo_fixture.h"
#include "tests/ui/support/tab_walk.h"
#include "tests/ui/support/wait.h"
#include "ui/augment/augment_page.h"
#include "ui/augment/variant_grid.h"
#include "ui/augment/variant_viewer.h"
#include "ui/cases/case_explorer.h"
#include "ui/charts/scatter_chart.h"
#include "ui/runs/runs_comparison.h"
#include "ui/runs/runs_table.h"

namespace rudolph {
namespace {

using test::kTrainKey;
using test::waitFor;

struct KeyboardTest : test::CasesFixture {
    KeyboardTest() { QApplication::setActiveWindow(&window); }

    QToolButton* cancelButton() {
        return window.statusBar()->findChild<QToolButton*>("cancelActivity");
    }

    void expectReachable(const char* where) {
        QTest::qWait(50);
        // A button that comes or goes on the way changes the way.
        ASSERT_TRUE(waitFor([&] { return !cancelButton()->isVisible(); }));
        expectOrder(where);
    }

    void expectOrder(const char* where) {
        const test::TabWalk walk(window);
        EXPECT_GE(walk.visited().size(), 2U) << where;
        for (const QString& problem : walk.problems())
            ADD_FAILURE() << where << ": " << problem.toStdString();
    }
};

TEST_F(KeyboardTest, ReachesAllOfEveryEmptyPage) {
    for (const Qt::Key page : {Qt::Key_1, Qt::Key_2, kTrainKey, Qt::Key_4, Qt::Key_5, Qt::Key_6}) {
        showPage(page);
        expectReachable(qPrintable(QStringLiteral("empty page %1").arg(page - Qt::Key_0)));
    }
}

TEST_F(KeyboardTest, ReachesAllOfTheDataPage) {
    openFaces();
    expectReachable("data");
}

TEST_F(KeyboardTest, ReachesTheButtonThatCancelsLast) {
    openFaces();
    ASSERT_TRUE(waitFor([&] { return !cancelButton()->isVisible(); }));
    for (const Qt::Key page : {Qt::Key_1, Qt::Key_2, kTrainKey, Qt::Key_4, Qt::Key_5, Qt::Key_6}) {
        showPage(page);
        Activity activity(&window.session()->activities(), StudioPage::Cases, nullptr);
        activity.show("Measuring", 1, 2);
        ASSERT_TRUE(cancelButton()->isVisible());
        expectOrder(qPrintable(QStringLiteral("busy page %1").arg(page - Qt::Key_0)));
    }
}

TEST_F(KeyboardTest, ReachesAllOfTheAugmentPage) {
    openFaces();
    draft().choosePreset("face68-fast");
    showPage(Qt::Key_2);
    ASSERT_TRUE(waitFor([&] { return window.findChild<AugmentPage*>()->result() != nullptr; }));
    expectReachable("augment");
    VariantGrid* grid = window.findChild<VariantGrid*>();
    grid->setFocus();
    grid->setCurrentIndex(grid->model()->index(1, 0));
    QTest::keyClick(grid, Qt::Key_Return);
    ASSERT_TRUE(window.findChild<VariantViewer*>()->isVisible());
    expectReachable("augment, one large");
}

TEST_F(KeyboardTest, ReachesAllOfTheTrainPage) {
    openFaces();
    showPage(kTrainKey);
    trainings().enqueue();
    for (int tab = 0; tab < train().findChild<QTabWidget*>()->count(); ++tab) {
        train().findChild<QTabWidget*>()->setCurrentIndex(tab);
        expectReachable(qPrintable(QStringLiteral("train, tab %1").arg(tab)));
    }
    queue().remove(0);
    startTraining("1");
    waitForEnd();
    train().findChild<QTabWidget*>()->setCurrentIndex(0);
    expectReachable("train, after a training");
}

TEST_F(KeyboardTest, ReachesAllOfTheRunsPage) {
    writeRun(12);
    writeRun(10);
    showPage(Qt::Key_4);
    auto* runs = window.findChild<RunsTable*>();
    ASSERT_TRUE(waitFor([&] { return runs->model()->rowCount() == 2; }));
    runs->selectAll();
    auto* tabs = window.findChild<RunComparison*>()->findChild<QTabWidget*>();
    for (int tab = 0; tab < tabs->count(); ++tab) {
        tabs->setCurrentIndex(tab);
        QTest::qWait(100);
        expectReachable(qPrintable(QStringLiteral("runs, tab %1").arg(tab)));
    }
}

TEST_F(KeyboardTest, ReachesAllOfTheCasesPage) {
    openCases(writeRun(12, RunState::Finished, TargetPoints::All));
    ASSERT_TRUE(waitFor([&] { return caseOrder().rowCount() > 0; }));
    expectReachable("cases, gallery");
    tabs().setCurrentWidget(&explorer());
    ASSERT_TRUE(waitFor([&] { return !scatter(Attribute::Brightness)->isEmpty(); }));
    expectReachable("cases, explorer");
    tabs().setCurrentIndex(0);
    gallery().setFocus();
    QTest::keyClick(&gallery(), Qt::Key_Return);
    ASSERT_TRUE(isViewing());
    expectReachable("cases, one large");
}

TEST_F(KeyboardTest, ReachesAllOfThePhotosPage) {
    window.findChild<PhotoPage*>()->setTools(
        test::fakePhotoTools(std::make_shared<test::PhotoCalls>()));
    showPage(Qt::Key_6);
    cv::imwrite((folder / "discs.png").string(), test::discs({{150, 200}}));
    window.findChild<PhotoPage*>()->takeFiles({toQString(folder / "discs.png")});
    ASSERT_TRUE(waitFor([&] {
        return window.findChild<PhotoPage*>()->photos().list().rowCount() == 1 &&
               window.findChild<PhotoPage*>()->isSettled();
    }));
    expectReachable("photos");
}

}  // namespace
}  // namespace rudolph
