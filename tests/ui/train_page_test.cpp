#include "ui/pages/train_page.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QProgressBar>
#include <QSignalSpy>
#include <QStatusBar>
#include <QToolButton>

#include "core/base/file.h"
#include "tests/ui/studio_fixture.h"

namespace rudolph {
namespace {

using test::kWaitMs;
using TrainPageTest = test::StudioFixture;

TEST_F(TrainPageTest, WithoutDataSaysWhatToDoAndDoesNotStart) {
    showPage(Qt::Key_3);
    QSignalSpy status(&train(), &TrainPage::statusChanged);
    QTest::mouseClick(startButton(), Qt::LeftButton);
    EXPECT_FALSE(train().isTraining());
    ASSERT_FALSE(status.isEmpty());
    EXPECT_TRUE(status.last().first().toString().contains("open annotated faces"));
    auto* empty = train().findChild<MessagePanel*>();
    ASSERT_NE(empty, nullptr);
    EXPECT_TRUE(empty->isVisible());
    EXPECT_FALSE(empty->text().isEmpty());
}

TEST_F(TrainPageTest, RefusesWrongSettingsAndGoesToTheFirst) {
    openFaces();
    showPage(Qt::Key_3);
    type("batch_size", "0");
    QTest::mouseClick(startButton(), Qt::LeftButton);
    EXPECT_FALSE(train().isTraining());
    EXPECT_FALSE(train().setup()->form()->problemText("batch_size").isEmpty());
    EXPECT_TRUE(train().setup()->form()->editor("batch_size")->hasFocus());
    EXPECT_FALSE(std::filesystem::exists(folder / "runs"));
}

TEST_F(TrainPageTest, SaysHowTheFacesAreSplitAndHowLargeTheNetworkIs) {
    openFaces();
    showPage(Qt::Key_3);
    const auto says = [&](const char* text) {
        const auto labels = train().setup()->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel* label) { return label->text().contains(text); });
    };
    EXPECT_TRUE(says("12 faces"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return says("weights to learn"); }, kWaitMs));
    EXPECT_TRUE(says("to validate"));
}

TEST_F(TrainPageTest, TrainsFromAClickToCasesThatAreSorted) {
    startTraining("3");
    EXPECT_EQ(startButton()->text(), "Stop training");
    waitForEnd();
    EXPECT_EQ(train().chart()->trainingLosses().size(), 3);
    EXPECT_EQ(train().chart()->validationLosses().size(), 3);
    EXPECT_GT(train().strip()->count(), 0);
    EXPECT_EQ(startButton()->text(), "Start training");
    EXPECT_EQ(onlyRun().summary.state, RunState::Finished);
    EXPECT_TRUE(train().notice()->text().contains("Finished 3 epochs"))
        << train().notice()->text().toStdString();

    QTest::mouseClick(train().notice()->actionButton(), Qt::LeftButton);
    EXPECT_EQ(window.page(), StudioPage::Cases);
    ASSERT_TRUE(QTest::qWaitFor([&] { return cases().order()->rowCount() > 0; }, kWaitMs));
    const auto error = [&](int row) {
        return cases().order()->index(row, 0).data(CaseListModel::ErrorRole).toDouble();
    };
    const int faces = cases().order()->rowCount();
    EXPECT_EQ(faces, onlyRun().summary.validation_faces);
    for (int row = 1; row < faces; ++row)
        EXPECT_GE(error(row - 1), error(row));
    auto* sort = cases().findChild<QComboBox*>("sort");
    QTest::keyClick(sort, Qt::Key_Down);
    for (int row = 1; row < faces; ++row)
        EXPECT_LE(error(row - 1), error(row));
}

TEST_F(TrainPageTest, StoppingKeepsTheRun) {
    startTraining("100000");
    waitForEpochs(2);
    QTest::mouseClick(startButton(), Qt::LeftButton);
    EXPECT_FALSE(startButton()->isEnabled());
    waitForEnd();
    EXPECT_TRUE(startButton()->isEnabled());
    const RunRecord run = onlyRun();
    EXPECT_EQ(run.summary.state, RunState::Stopped);
    EXPECT_GE(run.summary.epochs_done, 2);
    EXPECT_TRUE(train().notice()->text().contains("kept"))
        << train().notice()->text().toStdString();
}

TEST_F(TrainPageTest, StaysUsableWhileItTrains) {
    startTraining("100000");
    waitForEpochs(1);
    showPage(Qt::Key_1);
    EXPECT_EQ(window.page(), StudioPage::Data);
    EXPECT_TRUE(train().isTraining());
    auto* cancel = window.statusBar()->findChild<QToolButton*>();
    ASSERT_TRUE(QTest::qWaitFor([&] { return cancel->isVisible(); }, kWaitMs));
    train().stop();
    waitForEnd();
}

TEST_F(TrainPageTest, SaysWhyARunCannotBeWrittenAndCanStartAgain) {
    write_file(folder / "runs", "a file where the folder should be");
    startTraining("1");
    waitForEnd();
    EXPECT_TRUE(train().notice()->isVisible());
    EXPECT_TRUE(train().notice()->text().contains("did not work"))
        << train().notice()->text().toStdString();
    std::filesystem::remove(folder / "runs");
    QTest::mouseClick(startButton(), Qt::LeftButton);
    waitForEnd();
    EXPECT_EQ(onlyRun().summary.state, RunState::Finished);
}

TEST_F(TrainPageTest, SavesAndOpensExperimentFiles) {
    TrainSetup* setup = train().setup();
    openFaces();
    type("epochs", "7");
    const QString file = toQString(folder / "mein versuch ä.json");
    setup->saveExperiment(file);
    setup->choosePreset("full-face");
    EXPECT_EQ(setup->form()->experiment().epochs, preset("full-face").epochs);
    setup->openExperiment(file);
    EXPECT_EQ(setup->form()->experiment().epochs, 7);
    EXPECT_TRUE(setup->form()->changedKeys().isEmpty());
    EXPECT_EQ(setup->presetBox()->currentText(), "mein versuch ä.json");

    write_file(folder / "broken.json", "{ \"epochs\": ");
    setup->openExperiment(toQString(folder / "broken.json"));
    EXPECT_EQ(setup->form()->experiment().epochs, 7);
    EXPECT_TRUE(train().notice()->text().contains("broken.json"));
}

}  // namespace
}  // namespace rudolph
