#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QListWidget>
#include <QToolButton>
#include <QUndoStack>

#include "core/runs/face_lights.h"
#include "core/runs/run_reader.h"
#include "tests/ui/support/cases_fixture.h"
#include "tests/ui/support/wait.h"
#include "ui/canvas/face_view.h"
#include "ui/cases/case_error_face.h"
#include "ui/cases/case_filter_bar.h"
#include "ui/charts/bar_chart.h"
#include "ui/documents/annotation_document.h"
#include "ui/parts/figure_row.h"

namespace rudolph {
namespace {

using test::waitFor;

struct CasesExploreTest : test::CasesFixture {
    QListWidget& verdict() { return *explorer().findChild<QListWidget*>("verdict"); }
    ScatterChart& brightness() { return *scatter(Attribute::Brightness); }
    ScatterChart& distribution() { return *explorer().findChild<ScatterChart*>("distribution"); }
    BarChart& partBars() { return *explorer().findChild<BarChart*>(); }
    NoticeBar& notice() { return *cases().findChild<NoticeBar*>("truth"); }

    /// Opens a run and its second tab, until the faces are measured.
    void explore(const std::filesystem::path& run) {
        openCases(run);
        ASSERT_TRUE(waitFor([&] { return caseOrder().rowCount() > 0; }));
        QTest::keyClick(&window, Qt::Key_X, Qt::AltModifier);
        ASSERT_EQ(tabs().currentWidget(), &explorer());
        waitForVerdict();
    }
    void waitForVerdict() {
        ASSERT_TRUE(waitFor([&] { return verdict().isVisible() && !brightness().isEmpty(); }));
        QTest::qWait(120);
    }
    void click(ScatterChart& chart, int id, Qt::KeyboardModifiers keys = {}) {
        auto* plot = chart.findChildren<QWidget*>().front();
        const auto place = chart.placeOf(id);
        ASSERT_TRUE(place);
        QTest::mouseClick(plot, Qt::LeftButton, keys, plot->mapFrom(&chart, place->toPoint()));
    }
    QPushButton* button(const QString& text) {
        for (auto* each : window.findChildren<QPushButton*>())
            if (each->text() == text)
                return each;
        ADD_FAILURE() << "no button " << text.toStdString();
        return nullptr;
    }
    bool says(const QString& text) {
        const auto labels = cases().findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text() == text;
        });
    }
    /// Opens a case large and asks for its truth; the face is then edited on the data page.
    void mend(const std::filesystem::path& run) {
        openCases(run);
        ASSERT_TRUE(waitFor([&] { return caseOrder().rowCount() > 0; }));
        clickCase(0);
        ASSERT_TRUE(isViewing());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_M);
        ASSERT_TRUE(waitFor([&] { return window.findChild<DataPage*>()->isAnnotating(); }));
        EXPECT_EQ(window.page(), StudioPage::Data);
    }
    /// Puts the true points of a face where the network has them.
    void agreeWithTheNetwork(const QString& id) {
        AnnotationDocument* document = window.session()->document();
        const int index = document->dataset().find(id.toStdString()).value();
        Sample face = document->face(index);
        const int row = caseModel().rowOf(face.id);
        face.points_in_image.points = caseModel().caseAt(row).result.predicted_in_image.points;
        document->setFace(index, face, "Move points");
    }
};

TEST_F(CasesExploreTest, MeasuresTheFacesAndSaysThatNothingStandsOut) {
    explore(writeRun(12, RunState::Finished, TargetPoints::All));
    EXPECT_EQ(verdict().item(0)->text(), "No weakness stands out.");
    EXPECT_FALSE(distribution().isEmpty());
    EXPECT_EQ(partBars().barCount(), 5);
    EXPECT_FALSE(explorer().grab().isNull());
}

TEST_F(CasesExploreTest, MeasuresOnceARun) {
    const auto run = writeRun(12);
    explore(run);
    EXPECT_TRUE(std::filesystem::exists(run / kLightsFile));
    const auto written = std::filesystem::last_write_time(run / kLightsFile);
    openCases(run);
    QTest::qWait(300);
    waitForVerdict();
    EXPECT_EQ(std::filesystem::last_write_time(run / kLightsFile), written);
}

TEST_F(CasesExploreTest, KnowsTheWholeFaceOfRunsOnTheNoseTip) {
    explore(writeRun(12));
    EXPECT_FALSE(scatter(Attribute::Size)->isEmpty());
    EXPECT_EQ(partBars().barCount(), 1);
}

TEST_F(CasesExploreTest, ShowsChosenFacesEverywhereAndAllAgain) {
    explore(writeRun(12, RunState::Finished, TargetPoints::All));
    explorer().findChild<QComboBox*>()->setCurrentIndex(0);
    QTest::qWait(120);
    click(brightness(), 3);
    click(brightness(), 7, Qt::ShiftModifier);
    EXPECT_EQ(caseOrder().rowCount(), 2);
    EXPECT_EQ(distribution().selection(), QVector<int>({3, 7}));
    EXPECT_EQ(scatter(Attribute::Roll)->selection(), QVector<int>({3, 7}));
    EXPECT_TRUE(says("2 chosen faces"));
    QTest::mouseClick(button("Show in the gallery"), Qt::LeftButton);
    EXPECT_TRUE(gallery().isVisible());
    EXPECT_TRUE(says("2 chosen faces"));
    QTest::mouseClick(button("Show all"), Qt::LeftButton);
    EXPECT_EQ(caseOrder().rowCount(), 12);
    EXPECT_TRUE(brightness().selection().isEmpty());
}

TEST_F(CasesExploreTest, LightsUpTheFaceOfTheGalleryInEveryChart) {
    explore(writeRun(12, RunState::Finished, TargetPoints::All));
    tabs().setCurrentIndex(0);
    clickCase(2);
    const int row = caseOrder().mapToSource(caseOrder().index(2, 0)).row();
    for (int i = 0; i < kAttributes; ++i)
        EXPECT_EQ(scatter(static_cast<Attribute>(i))->current(), row);
    EXPECT_EQ(distribution().current(), row);
}

TEST_F(CasesExploreTest, ChoosesTheFacesWhereAPartIsOffMost) {
    explore(writeRun(12, RunState::Finished, TargetPoints::All));
    BarChart* bars = &partBars();
    auto* plot = bars->findChildren<QWidget*>().front();
    QTest::mouseClick(plot, Qt::LeftButton, {}, plot->mapFrom(bars, bars->placeOf(0).toPoint()));
    EXPECT_EQ(caseOrder().rowCount(), 8);
    EXPECT_EQ(distribution().selection().size(), 8);
}

TEST_F(CasesExploreTest, SaysWhatItKnowsWhereTheFacesAreGone) {
    const auto run = writeRun(12, RunState::Finished, TargetPoints::All);
    std::filesystem::rename(folder / "faces", folder / "elsewhere");
    openCases(run);
    ASSERT_TRUE(waitFor([&] { return caseOrder().rowCount() > 0; }));
    tabs().setCurrentWidget(&explorer());
    ASSERT_TRUE(waitFor([&] { return verdict().count() == 2; }));
    EXPECT_TRUE(brightness().isEmpty());
    EXPECT_FALSE(distribution().isEmpty());
    EXPECT_FALSE(scatter(Attribute::Size)->isEmpty());
}

TEST_F(CasesExploreTest, FiltersByErrorAndClearsIt) {
    openCases((writeRun(12)));
    ASSERT_TRUE(waitFor([&] { return caseOrder().rowCount() == 12; }));
    const auto limits = cases().findChild<CaseFilterBar*>()->findChildren<QDoubleSpinBox*>();
    ASSERT_EQ(limits.size(), 2);
    limits[0]->setFocus();
    limits[0]->selectAll();
    QTest::keyClicks(limits[0], "9");
    QTest::keyClick(limits[0], Qt::Key_Return);
    // 5, 6 and 7 pixels of 50.
    EXPECT_EQ(caseOrder().rowCount(), 5);
    limits[1]->setFocus();
    limits[1]->selectAll();
    QTest::keyClicks(limits[1], "11");
    QTest::keyClick(limits[1], Qt::Key_Return);
    EXPECT_EQ(caseOrder().rowCount(), 1);
    QTest::mouseClick(cases().findChild<CaseFilterBar*>()->findChildren<QToolButton*>().back(),
                      Qt::LeftButton);
    EXPECT_EQ(caseOrder().rowCount(), 12);
}

TEST_F(CasesExploreTest, MendsATruthAndScoresTheRunAgain) {
    const auto run = writeRun(12, RunState::Finished, TargetPoints::All);
    mend(run);
    const QString id = title();
    agreeWithTheNetwork(id);
    EXPECT_FALSE(notice().isVisible());
    QTest::mouseClick(button("Back to the cases"), Qt::LeftButton);
    EXPECT_EQ(window.page(), StudioPage::Cases);
    ASSERT_TRUE(waitFor([&] {
        return notice().isVisibleTo(&cases()) && notice().text().startsWith("The truth of 1 face");
    }));
    const int row = caseModel().rowOf(id.toStdString());
    EXPECT_DOUBLE_EQ(caseModel().caseAt(row).result.error_px, 0);
    EXPECT_EQ(title(), id);
    EXPECT_TRUE(caseModel().index(row).data().toString().endsWith("mended"));
    // Nothing of the run has been written.
    double worst = 0;
    for (const CasePrediction& face : read_predictions(run))
        worst = std::max(worst, face.result.error_px);
    EXPECT_DOUBLE_EQ(worst, 7);
    EXPECT_DOUBLE_EQ(read_run(run).summary.error_px, 2);
}

TEST_F(CasesExploreTest, ATruthThatIsMovedByHandIsScoredAgain) {
    const auto run = writeRun(12, RunState::Finished, TargetPoints::All);
    mend(run);
    const QString id = title();
    const int row = caseModel().rowOf(id.toStdString());
    const double before = caseModel().caseAt(row).result.error_px;
    AnnotationDocument* document = window.session()->document();
    const int index = document->dataset().find(id.toStdString()).value();
    auto* view = window.findChild<FaceView*>("face");
    ASSERT_TRUE(waitFor([&] { return view->hasImage() && view->accessibleDescription() == id; }));
    // The tip of the chin, taken with the mouse and put down ten pixels lower.
    constexpr size_t kChin = 8;
    const Point chin = document->face(index).points_in_image.points[kChin];
    const auto place = [view](const Point& point) {
        return view->viewFromImage({point.x, point.y}).toPoint();
    };
    QTest::mousePress(view->viewport(), Qt::LeftButton, {}, place(chin));
    QTest::mouseMove(view->viewport(), place(chin + Point(0, 5)));
    QTest::mouseMove(view->viewport(), place(chin + Point(0, 10)));
    QTest::mouseRelease(view->viewport(), Qt::LeftButton, {}, place(chin + Point(0, 10)));
    const Point moved = document->face(index).points_in_image.points[kChin];
    EXPECT_NEAR(moved.y, chin.y + 10, 1);
    QTest::mouseClick(button("Back to the cases"), Qt::LeftButton);
    ASSERT_TRUE(waitFor([&] { return notice().text().contains("1 face"); }));
    const FaceResult& after = caseModel().caseAt(row).result;
    EXPECT_EQ(after.truth_in_image.points[kChin], moved);
    EXPECT_GT(after.error_px, before);
    // Undone, it is what the run says again.
    document->undoStack()->undo();
    showPage(Qt::Key_1);
    showPage(Qt::Key_5);
    ASSERT_TRUE(waitFor([&] { return notice().text().isEmpty(); }));
    EXPECT_DOUBLE_EQ(caseModel().caseAt(row).result.error_px, before);
}

TEST_F(CasesExploreTest, KeepsTheNewFiguresInTheRunWhenAsked) {
    const auto run = writeRun(12, RunState::Finished, TargetPoints::All);
    mend(run);
    const std::string id = title().toStdString();
    agreeWithTheNetwork(title());
    QTest::mouseClick(button("Back to the cases"), Qt::LeftButton);
    ASSERT_TRUE(waitFor([&] { return notice().text().contains("1 face"); }));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTest::mouseClick(notice().actionButton(), Qt::LeftButton);
    ASSERT_TRUE(waitFor([&] { return notice().text().isEmpty(); }));
    for (const CasePrediction& face : read_predictions(run)) {
        if (face.result.sample_id != id)
            continue;
        EXPECT_DOUBLE_EQ(face.result.error_px, 0);
    }
    const RunSummary summary = read_run(run).summary;
    EXPECT_NE(summary.error_px, 2);
    EXPECT_EQ(summary.state, RunState::Finished);
}

TEST_F(CasesExploreTest, GoesStraightToTheFaceWhereItsFacesAreOpen) {
    const auto run = writeRun(12, RunState::Finished, TargetPoints::All);
    openFaces();
    const AnnotationDocument* open = window.session()->document();
    mend(run);
    EXPECT_EQ(window.session()->document(), open);
}

}  // namespace
}  // namespace rudolph
