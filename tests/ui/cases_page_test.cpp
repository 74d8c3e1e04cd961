#include "ui/pages/cases_page.h"

#include <QLineEdit>
#include <QListWidget>
#include <QToolButton>

#include "core/base/file.h"
#include "core/formats/open_dataset.h"
#include "core/runs/run.h"
#include "tests/ui/studio_fixture.h"
#include "ui/canvas/face_view.h"

namespace rudolph {
namespace {

using test::kWaitMs;

/// A run that was written without training.
struct CasesPageTest : test::StudioFixture {
    std::filesystem::path writeRun(int faces, RunState state = RunState::Finished) {
        const Dataset dataset = open_dataset(folder / "faces");
        const Split split = make_split(dataset, {});
        Experiment experiment = preset("nose-tip");
        experiment.data = (folder / "faces").string();
        const RunWriter writer(folder / "runs", experiment, dataset, split);
        std::vector<CasePrediction> predictions;
        for (int i = 0; i < faces; ++i) {
            const Sample& sample = dataset.samples[static_cast<size_t>(i)];
            const Landmarks truth = subset(sample.points_in_image, {30});
            Landmarks predicted = truth;
            predicted.points[0].x += 1 + (i * 5) % 7;
            predictions.push_back({face_result(sample.id, predicted, truth, 50, {}, {80, 60}),
                                   sample.image, sample.person, sample.view});
        }
        if (faces > 0)
            writer.write_predictions(predictions);
        RunSummary summary;
        summary.state = state;
        summary.epochs_done = summary.best_epoch = faces > 0 ? 1 : 0;
        summary.scheme = dataset.scheme.name;
        summary.normaliser = dataset.scheme.normaliser_name();
        summary.error_px = 2;
        summary.constant_error_px = 8;
        writer.write_summary(summary);
        return writer.folder();
    }
    void showCases() {
        showPage(Qt::Key_4);
        ASSERT_TRUE(QTest::qWaitFor([&] { return cases().order()->rowCount() > 0; }, kWaitMs));
    }
};

TEST_F(CasesPageTest, WithoutRunsSaysWhatWillBeHere) {
    showPage(Qt::Key_4);
    auto* message = cases().findChild<MessagePanel*>();
    EXPECT_TRUE(message->isVisible());
    EXPECT_EQ(message->title(), "No runs yet");
}

TEST_F(CasesPageTest, ShowsTheLatestRunByItself) {
    writeRun(8);
    showCases();
    EXPECT_EQ(cases().runList()->count(), 1);
    EXPECT_EQ(cases().order()->rowCount(), 8);
    EXPECT_FALSE(cases().isViewing());
}

TEST_F(CasesPageTest, ShowsACaseLargeAndGoesThroughThemByKey) {
    writeRun(8);
    showCases();
    QListView* gallery = cases().gallery();
    QTest::mouseClick(gallery->viewport(), Qt::LeftButton, {},
                      gallery->visualRect(cases().order()->index(1, 0)).center());
    EXPECT_TRUE(cases().isViewing());
    const QString second = cases().viewer()->title();
    EXPECT_TRUE(
        cases().order()->index(1, 0).data(CaseListModel::SearchRole).toString().startsWith(second));
    ASSERT_TRUE(QTest::qWaitFor([&] { return cases().viewer()->view()->hasImage(); }, kWaitMs));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    EXPECT_NE(cases().viewer()->title(), second);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
    EXPECT_EQ(cases().viewer()->title(), second);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    EXPECT_FALSE(cases().isViewing());
    EXPECT_TRUE(gallery->hasFocus());
    QTest::keyClick(gallery, Qt::Key_Return);
    EXPECT_TRUE(cases().isViewing());
    EXPECT_EQ(cases().viewer()->title(), second);
}

TEST_F(CasesPageTest, FiltersByWhatIsTyped) {
    writeRun(8);
    showCases();
    auto* search = cases().findChild<QLineEdit*>();
    search->setFocus();
    QTest::keyClicks(search, "face12");
    EXPECT_EQ(cases().order()->rowCount(), 1);
    QTest::keyClicks(search, "zzz");
    EXPECT_EQ(cases().order()->rowCount(), 0);
}

TEST_F(CasesPageTest, ExplainsARunThatHasMeasuredNoFaceYet) {
    const auto run = writeRun(0, RunState::Stopped);
    window.openRun(toQString(run));
    auto* message = cases().findChild<MessagePanel*>();
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return message->title() == "No faces to look at"; }, kWaitMs));
    EXPECT_TRUE(message->isVisible());
}

TEST_F(CasesPageTest, SaysWhatIsWrongWithABrokenRun) {
    const auto run = writeRun(8);
    write_file(run / "predictions.csv", "what is this\n1,2,3\n");
    window.openRun(toQString(run));
    auto* message = cases().findChild<MessagePanel*>();
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return message->title() == "The run cannot be read"; }, kWaitMs));
    EXPECT_TRUE(message->text().contains("predictions.csv")) << message->text().toStdString();
}

TEST_F(CasesPageTest, ShowsAFaceWhosePictureIsGoneAsSuch) {
    writeRun(3);
    std::filesystem::remove(folder / "faces" / "face10.png");
    showCases();
    auto* model = cases().model();
    ASSERT_TRUE(QTest::qWaitFor([&] { return model->thumbnail(0), model->isBroken(0); }, kWaitMs));
    EXPECT_FALSE(cases().gallery()->grab().isNull());
}

}  // namespace
}  // namespace rudolph
