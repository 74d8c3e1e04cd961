#include "ui/train/train_page.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QProgressBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStatusBar>
#include <QTableWidget>
#include <QToolButton>

#include "core/base/file.h"
#include "core/runs/run_reader.h"
#include "tests/ui/support/studio_fixture.h"
#include "ui/train/filter_view.h"
#include "ui/train/network_table.h"

namespace rudolph {
namespace {

using test::kTrainKey;
using test::kWaitMs;
using TrainPageTest = test::StudioFixture;

TEST_F(TrainPageTest, WithoutDataSaysWhatToDoAndDoesNotStart) {
    showPage(kTrainKey);
    for (const QPushButton* button :
         {startButton(), train().setup()->enqueueButton(), train().queuePanel()->sweepButton()}) {
        EXPECT_FALSE(button->isEnabled());
        EXPECT_EQ(button->toolTip(), "Open annotated faces first");
    }
    QSignalSpy status(&train(), &TrainPage::statusChanged);
    train().start();
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
    showPage(kTrainKey);
    type("batch_size", "0");
    QTest::mouseClick(startButton(), Qt::LeftButton);
    EXPECT_FALSE(train().isTraining());
    EXPECT_FALSE(train().setup()->form()->problemText("batch_size").isEmpty());
    EXPECT_TRUE(train().setup()->form()->editor("batch_size")->hasFocus());
    EXPECT_FALSE(std::filesystem::exists(folder / "runs"));
}

TEST_F(TrainPageTest, SaysHowTheFacesAreSplitAndHowLargeTheNetworkIs) {
    openFaces();
    showPage(kTrainKey);
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
    EXPECT_FALSE(startButton()->isEnabled());
    waitForEnd();
    EXPECT_EQ(training().chart()->trainingLosses().size(), 3);
    EXPECT_EQ(training().chart()->validationLosses().size(), 3);
    EXPECT_GT(training().faces()->strip()->count(), 0);
    EXPECT_TRUE(startButton()->isEnabled());
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
    QTest::mouseClick(training().stopButton(), Qt::LeftButton);
    EXPECT_FALSE(training().stopButton()->isEnabled());
    waitForEnd();
    EXPECT_TRUE(startButton()->isEnabled());
    const RunRecord run = onlyRun();
    EXPECT_EQ(run.summary.state, RunState::Stopped);
    EXPECT_GE(run.summary.epochs_done, 2);
    EXPECT_TRUE(train().notice()->text().contains("kept"))
        << train().notice()->text().toStdString();
}

TEST_F(TrainPageTest, PausesAndGoesOn) {
    startTraining("100000");
    waitForEpochs(1);
    QTest::mouseClick(training().pauseButton(), Qt::LeftButton);
    EXPECT_EQ(training().pauseButton()->text(), "Resume");
    EXPECT_EQ(training().progressText(), "Paused");
    // What was on its way when the button was pressed still comes.
    QTest::qWait(300);
    const auto epochs = training().chart()->trainingLosses().size();
    QTest::qWait(300);
    EXPECT_EQ(training().chart()->trainingLosses().size(), epochs);
    QTest::mouseClick(training().pauseButton(), Qt::LeftButton);
    waitForEpochs(static_cast<int>(epochs) + 2);
    EXPECT_EQ(training().pauseButton()->text(), "Pause");
    train().stop();
    waitForEnd();
}

TEST_F(TrainPageTest, StopsWhilePaused) {
    startTraining("100000");
    waitForEpochs(1);
    QTest::mouseClick(training().pauseButton(), Qt::LeftButton);
    QTest::mouseClick(training().stopButton(), Qt::LeftButton);
    waitForEnd();
    EXPECT_EQ(onlyRun().summary.state, RunState::Stopped);
}

TEST_F(TrainPageTest, FinishesEarlyAndThenTrainsFurther) {
    startTraining("100000");
    waitForEpochs(2);
    QTest::mouseClick(training().finishButton(), Qt::LeftButton);
    waitForEnd();
    const RunRecord early = onlyRun();
    EXPECT_EQ(early.summary.state, RunState::Finished);
    EXPECT_FALSE(early.summary.stress.empty());

    ASSERT_TRUE(training().extendButton()->isVisible());
    training().moreEpochsBox()->setValue(3);
    QTest::mouseClick(training().extendButton(), Qt::LeftButton);
    EXPECT_TRUE(train().isTraining());
    waitForEnd();
    EXPECT_EQ(onlyRun().epochs.size(), early.epochs.size() + 3);
    // The curve begins where the run did.
    EXPECT_EQ(training().chart()->trainingLosses().size(),
              static_cast<qsizetype>(early.epochs.size()) + 3);
    EXPECT_EQ(onlyRun().summary.state, RunState::Finished);
}

TEST_F(TrainPageTest, GoesOnWithARunOfTheRunsPage) {
    startTraining("100000");
    waitForEpochs(1);
    train().stop();
    waitForEnd();
    const int done = onlyRun().summary.epochs_done;
    train().trainFurther(toQString(onlyRun().folder));
    EXPECT_TRUE(train().isTraining());
    ASSERT_TRUE(QTest::qWaitFor([&] { return onlyRun().summary.epochs_done > done; }, kWaitMs));
    train().stop();
    waitForEnd();
    EXPECT_EQ(onlyRun().experiment.epochs, 100000);

    train().trainFurther(toQString(folder / "runs" / "none"));
    EXPECT_FALSE(train().isTraining());
    EXPECT_TRUE(train().notice()->text().contains("did not work"));
}

TEST_F(TrainPageTest, GoesOnWithARunWhoseFacesHaveMoved) {
    startTraining("1");
    waitForEnd();
    const auto now = folder / "faces now";
    std::filesystem::rename(folder / "faces", now);
    window.openData(toQString(now));
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return window.session()->dataset()->source == now; }, kWaitMs));
    train().trainFurther(toQString(onlyRun().folder));
    EXPECT_TRUE(train().isTraining());
    ASSERT_TRUE(QTest::qWaitFor([&] { return onlyRun().summary.epochs_done > 1; }, kWaitMs))
        << train().notice()->text().toStdString();
    train().stop();
    waitForEnd();
    EXPECT_EQ(onlyRun().experiment.data, now.string());
}

TEST_F(TrainPageTest, TrainsTheQueueInItsOrder) {
    openFaces();
    showPage(kTrainKey);
    for (const char* epochs : {"1", "2", "3"}) {
        type("epochs", epochs);
        QTest::mouseClick(train().setup()->enqueueButton(), Qt::LeftButton);
    }
    EXPECT_FALSE(train().isTraining());
    ASSERT_EQ(train().queue()->rowCount(), 3);
    // The last comes first now.
    QListView* list = train().queuePanel()->list();
    list->setFocus();
    list->setCurrentIndex(train().queue()->index(2));
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    QTest::mouseClick(train().queuePanel()->startButton(), Qt::LeftButton);
    EXPECT_TRUE(train().isTraining());
    EXPECT_FALSE(train().queuePanel()->startButton()->isEnabled());
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return train().queue()->waitingCount() == 0 && !train().isTraining(); }, kWaitMs));
    std::vector<int> epochs;
    for (const QueuedTraining& each : train().queue()->trainings()) {
        EXPECT_EQ(each.state, QueuedTraining::State::Finished);
        epochs.push_back(static_cast<int>(read_run(each.run).epochs.size()));
    }
    EXPECT_EQ(epochs, (std::vector<int>{3, 1, 2}));
}

TEST_F(TrainPageTest, AFailureDoesNotHoldTheQueueUpAndStoppingDoes) {
    openFaces();
    showPage(kTrainKey);
    QueuedTraining lost{preset("nose-tip")};
    lost.experiment.data = "/no/such/folder";
    QueuedTraining longer{train().setup()->experiment()};
    longer.experiment.epochs = 100000;
    train().queue()->add({lost, longer, longer});
    train().startQueue();
    ASSERT_TRUE(QTest::qWaitFor([&] { return train().queue()->runningRow() == 1; }, kWaitMs));
    EXPECT_EQ(train().queue()->at(0).state, QueuedTraining::State::Failed);
    EXPECT_TRUE(train().queue()->at(0).outcome.contains("/no/such/folder"));
    waitForEpochs(1);
    QTest::mouseClick(training().stopButton(), Qt::LeftButton);
    waitForEnd();
    EXPECT_EQ(train().queue()->waitingCount(), 1);
    EXPECT_TRUE(train().queuePanel()->startButton()->isEnabled());
}

TEST_F(TrainPageTest, ShowsFacesFiltersAndTheNetwork) {
    startTraining("3");
    waitForEnd();
    EXPECT_GT(training().faces()->strip()->count(), 0);
    EXPECT_EQ(training().faces()->epochCount(), 3);
    training().tabs()->setCurrentWidget(training().filters());
    ASSERT_TRUE(QTest::qWaitFor([&] { return training().filters()->count() > 0; }, kWaitMs));
    EXPECT_EQ(training().filters()->count(), preset("nose-tip").model.channels.front());
    training().tabs()->setCurrentWidget(training().network());
    EXPECT_GT(training().network()->table()->rowCount(), 3);
    ASSERT_TRUE(QTest::qWaitFor(
        [&] { return training().network()->estimateText().contains("an epoch"); }, kWaitMs))
        << training().network()->estimateText().toStdString();
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
