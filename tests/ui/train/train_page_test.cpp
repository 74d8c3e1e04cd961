#include "ui/train/train_page.h"

#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QProgressBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStatusBar>
#include <QTabWidget>
#include <QTableWidget>
#include <QToolButton>

#include "core/base/file.h"
#include "core/runs/run_reader.h"
#include "tests/ui/support/studio_fixture.h"
#include "tests/ui/support/wait.h"
#include "ui/train/filter_view.h"
#include "ui/train/layer_editor.h"
#include "ui/train/layer_table.h"
#include "ui/train/network_table.h"

namespace rudolph {
namespace {

using test::kTrainKey;
using test::waitFor;
using TrainPageTest = test::StudioFixture;

TEST_F(TrainPageTest, WithoutDataSaysWhatToDoAndDoesNotStart) {
    showPage(kTrainKey);
    for (const QPushButton* button :
         {startButton(), trainButton("enqueue"), trainButton("sweep")}) {
        EXPECT_FALSE(button->isEnabled());
        EXPECT_EQ(button->toolTip(), "Open annotated faces first");
    }
    QSignalSpy status(&window.session()->navigation(), &Navigation::reported);
    trainings().start();
    EXPECT_FALSE(trainings().isTraining());
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
    EXPECT_FALSE(trainings().isTraining());
    EXPECT_TRUE(train().findChild<QLabel*>("batch_size problem")->isVisible());
    EXPECT_TRUE(train().findChild<QLineEdit*>("batch_size")->hasFocus());
    EXPECT_FALSE(std::filesystem::exists(folder / "runs"));
}

TEST_F(TrainPageTest, SaysHowTheFacesAreSplitAndHowLargeTheNetworkIs) {
    openFaces();
    showPage(kTrainKey);
    const auto says = [&](const char* text) {
        const auto labels = train().findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel* label) { return label->text().contains(text); });
    };
    EXPECT_TRUE(says("12 face"));
    ASSERT_TRUE(waitFor([&] { return says("weights to learn"); }));
    EXPECT_TRUE(says("to validate"));
}

TEST_F(TrainPageTest, TrainsANetworkThatWasBuiltByHand) {
    openFaces();
    showPage(kTrainKey);
    QTest::mouseClick(trainButton("model.layers"), Qt::LeftButton);
    auto* editor = train().findChild<LayerEditor*>();
    ASSERT_NE(editor, nullptr);
    ASSERT_TRUE(editor->isVisible());
    auto* table = editor->findChild<LayerTable*>();
    // The nose tip has two numbers.
    EXPECT_EQ(table->model()->index(11, LayerModel::kOutput).data().toString(), "2");
    table->choose({0});
    editor->findChild<QAction*>("batch-norm")->trigger();
    QTest::keyClick(editor, Qt::Key_Escape);
    EXPECT_FALSE(editor->isVisible());
    EXPECT_EQ(window.session()->draft().changedKeys(), QStringList("model.layers"));
    startTraining("1");
    waitForEnd();
    const RunRecord run = read_run(trainings().runFolder().toStdString());
    EXPECT_EQ(layer_text(run.experiment.model.layers.at(1)), "batch-norm");
    EXPECT_EQ(run.summary.epochs_done, 1);
}

TEST_F(TrainPageTest, TrainsFromAClickToCasesThatAreSorted) {
    startTraining("3");
    EXPECT_FALSE(startButton()->isEnabled());
    waitForEnd();
    EXPECT_EQ(chart().trainingLosses().size(), 3);
    EXPECT_EQ(chart().validationLosses().size(), 3);
    EXPECT_GT(epochFaces().strip()->count(), 0);
    EXPECT_TRUE(startButton()->isEnabled());
    EXPECT_EQ(onlyRun().summary.state, RunState::Finished);
    EXPECT_TRUE(trainNotice().text().contains("Finished 3 epoch"))
        << trainNotice().text().toStdString();

    QTest::mouseClick(trainNotice().actionButton(), Qt::LeftButton);
    EXPECT_EQ(window.page(), StudioPage::Cases);
    ASSERT_TRUE(waitFor([&] { return caseOrder().rowCount() > 0; }));
    const auto error = [&](int row) {
        return caseOrder().index(row, 0).data(CaseListModel::ErrorRole).toDouble();
    };
    const int faces = caseOrder().rowCount();
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
    QTest::mouseClick(trainButton("stop"), Qt::LeftButton);
    EXPECT_FALSE(trainButton("stop")->isEnabled());
    waitForEnd();
    EXPECT_TRUE(startButton()->isEnabled());
    const RunRecord run = onlyRun();
    EXPECT_EQ(run.summary.state, RunState::Stopped);
    EXPECT_GE(run.summary.epochs_done, 2);
    EXPECT_TRUE(trainNotice().text().contains("kept")) << trainNotice().text().toStdString();
}

TEST_F(TrainPageTest, PausesAndGoesOn) {
    startTraining("100000");
    waitForEpochs(1);
    QTest::mouseClick(trainButton("pause"), Qt::LeftButton);
    EXPECT_EQ(trainButton("pause")->text(), "Resume");
    EXPECT_EQ(progressText(), "Paused");
    // What was on its way when the button was pressed still comes.
    QTest::qWait(300);
    const auto epochs = chart().trainingLosses().size();
    QTest::qWait(300);
    EXPECT_EQ(chart().trainingLosses().size(), epochs);
    QTest::mouseClick(trainButton("pause"), Qt::LeftButton);
    waitForEpochs(static_cast<int>(epochs) + 2);
    EXPECT_EQ(trainButton("pause")->text(), "Pause");
    trainings().stop();
    waitForEnd();
}

TEST_F(TrainPageTest, StopsWhilePaused) {
    startTraining("100000");
    waitForEpochs(1);
    QTest::mouseClick(trainButton("pause"), Qt::LeftButton);
    QTest::mouseClick(trainButton("stop"), Qt::LeftButton);
    waitForEnd();
    EXPECT_EQ(onlyRun().summary.state, RunState::Stopped);
}

TEST_F(TrainPageTest, FinishesEarlyAndThenTrainsFurther) {
    startTraining("100000");
    waitForEpochs(2);
    QTest::mouseClick(trainButton("finish"), Qt::LeftButton);
    waitForEnd();
    const RunRecord early = onlyRun();
    EXPECT_EQ(early.summary.state, RunState::Finished);
    EXPECT_FALSE(early.summary.stress.empty());

    ASSERT_TRUE(trainButton("extend")->isVisible());
    train().findChild<QSpinBox*>("more epochs")->setValue(3);
    QTest::mouseClick(trainButton("extend"), Qt::LeftButton);
    EXPECT_TRUE(trainings().isTraining());
    waitForEnd();
    EXPECT_EQ(onlyRun().epochs.size(), early.epochs.size() + 3);
    // The curve begins where the run did.
    EXPECT_EQ(chart().trainingLosses().size(), static_cast<qsizetype>(early.epochs.size()) + 3);
    EXPECT_EQ(onlyRun().summary.state, RunState::Finished);
}

TEST_F(TrainPageTest, GoesOnWithARunOfTheRunsPage) {
    startTraining("100000");
    waitForEpochs(1);
    trainings().stop();
    waitForEnd();
    const int done = onlyRun().summary.epochs_done;
    trainings().trainFurther(toQString(onlyRun().folder));
    EXPECT_TRUE(trainings().isTraining());
    ASSERT_TRUE(waitFor([&] { return onlyRun().summary.epochs_done > done; }));
    trainings().stop();
    waitForEnd();
    EXPECT_EQ(onlyRun().experiment.epochs, 100000);

    trainings().trainFurther(toQString(folder / "runs" / "none"));
    EXPECT_FALSE(trainings().isTraining());
    EXPECT_TRUE(trainNotice().text().contains("did not work"));
}

TEST_F(TrainPageTest, GoesOnWithARunWhoseFacesHaveMoved) {
    startTraining("1");
    waitForEnd();
    const auto now = folder / "faces now";
    std::filesystem::rename(folder / "faces", now);
    window.session()->opener().open(toQString(now));
    ASSERT_TRUE(waitFor([&] { return window.session()->dataset()->source == now; }));
    trainings().trainFurther(toQString(onlyRun().folder));
    EXPECT_TRUE(trainings().isTraining());
    ASSERT_TRUE(waitFor([&] { return onlyRun().summary.epochs_done > 1; }))
        << trainNotice().text().toStdString();
    trainings().stop();
    waitForEnd();
    EXPECT_EQ(onlyRun().experiment.data, now.string());
}

TEST_F(TrainPageTest, TrainsTheQueueInItsOrder) {
    openFaces();
    showPage(kTrainKey);
    for (const char* epochs : {"1", "2", "3"}) {
        type("epochs", epochs);
        QTest::mouseClick(trainButton("enqueue"), Qt::LeftButton);
    }
    EXPECT_FALSE(trainings().isTraining());
    ASSERT_EQ(queue().rowCount(), 3);
    // The last comes first now.
    QListView* list = train().findChild<QListView*>("queue");
    list->setFocus();
    list->setCurrentIndex(queue().index(2));
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    QTest::mouseClick(trainButton("start queue"), Qt::LeftButton);
    EXPECT_TRUE(trainings().isTraining());
    EXPECT_FALSE(trainButton("start queue")->isEnabled());
    ASSERT_TRUE(waitFor([&] { return queue().waitingCount() == 0 && !trainings().isTraining(); }));
    std::vector<int> epochs;
    for (const QueuedTraining& each : queue().trainings()) {
        EXPECT_EQ(each.state, QueuedTraining::State::Finished) << each.outcome.toStdString();
        epochs.push_back(static_cast<int>(read_run(each.run).epochs.size()));
    }
    EXPECT_EQ(epochs, (std::vector<int>{3, 1, 2}));
}

TEST_F(TrainPageTest, AFailureDoesNotHoldTheQueueUpAndStoppingDoes) {
    openFaces();
    showPage(kTrainKey);
    QueuedTraining lost{preset("nose-tip")};
    lost.experiment.data = "/no/such/folder";
    QueuedTraining longer{draft().experiment()};
    longer.experiment.epochs = 100000;
    queue().add({lost, longer, longer});
    trainings().startQueue();
    ASSERT_TRUE(waitFor([&] { return queue().runningRow() == 1; }));
    EXPECT_EQ(queue().at(0).state, QueuedTraining::State::Failed);
    EXPECT_TRUE(queue().at(0).outcome.contains("/no/such/folder"));
    waitForEpochs(1);
    QTest::mouseClick(trainButton("stop"), Qt::LeftButton);
    waitForEnd();
    EXPECT_EQ(queue().waitingCount(), 1);
    EXPECT_TRUE(trainButton("start queue")->isEnabled());
}

TEST_F(TrainPageTest, ShowsFacesFiltersAndTheNetwork) {
    startTraining("3");
    waitForEnd();
    EXPECT_GT(epochFaces().strip()->count(), 0);
    EXPECT_EQ(epochFaces().epochCount(), 3);
    auto* tabs = train().findChild<QTabWidget*>();
    auto* filters = train().findChild<FilterView*>();
    tabs->setCurrentWidget(filters);
    ASSERT_TRUE(waitFor([&] { return !filters->pictures().empty(); }));
    EXPECT_EQ(static_cast<int>(filters->pictures().size()),
              preset("nose-tip").model.channels.front());
    auto* network = train().findChild<NetworkTable*>();
    tabs->setCurrentWidget(network);
    EXPECT_GT(network->findChild<QTableWidget*>()->rowCount(), 3);
    auto* estimate = network->findChild<QLabel*>("estimate");
    ASSERT_TRUE(waitFor([&] { return estimate->text().contains("an epoch"); }))
        << estimate->text().toStdString();
}

TEST_F(TrainPageTest, StaysUsableWhileItTrains) {
    startTraining("100000");
    waitForEpochs(1);
    showPage(Qt::Key_1);
    EXPECT_EQ(window.page(), StudioPage::Data);
    EXPECT_TRUE(trainings().isTraining());
    auto* cancel = window.statusBar()->findChild<QToolButton*>();
    ASSERT_TRUE(waitFor([&] { return cancel->isVisible(); }));
    trainings().stop();
    waitForEnd();
}

TEST_F(TrainPageTest, SaysWhyARunCannotBeWrittenAndCanStartAgain) {
    write_file(folder / "runs", "a file where the folder should be");
    startTraining("1");
    waitForEnd();
    EXPECT_TRUE(trainNotice().isVisible());
    EXPECT_TRUE(trainNotice().text().contains("did not work"))
        << trainNotice().text().toStdString();
    std::filesystem::remove(folder / "runs");
    QTest::mouseClick(startButton(), Qt::LeftButton);
    waitForEnd();
    EXPECT_EQ(onlyRun().summary.state, RunState::Finished);
}

TEST_F(TrainPageTest, SavesAndOpensExperimentFiles) {
    openFaces();
    type("epochs", "7");
    const QString file = toQString(folder / "mein versuch ä.json");
    draft().save(file);
    draft().choosePreset("full-face");
    EXPECT_EQ(draft().experiment().epochs, preset("full-face").epochs);
    draft().open(file);
    EXPECT_EQ(draft().experiment().epochs, 7);
    EXPECT_TRUE(draft().changedKeys().isEmpty());
    EXPECT_EQ(train().findChild<QComboBox*>("preset")->currentText(), "mein versuch ä.json");

    write_file(folder / "broken.json", "{ \"epochs\": ");
    draft().open(toQString(folder / "broken.json"));
    EXPECT_EQ(draft().experiment().epochs, 7);
    EXPECT_TRUE(trainNotice().text().contains("broken.json"));
}

}  // namespace
}  // namespace rudolph
