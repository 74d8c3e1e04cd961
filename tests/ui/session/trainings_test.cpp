#include "ui/session/trainings.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <thread>

#include "core/formats/open_dataset.h"
#include "core/runs/run_reader.h"
#include "core/study/study_index.h"
#include "tests/support/drawn_faces.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/support/fake_engine.h"
#include "tests/ui/support/wait.h"
#include "ui/base/path_convert.h"
#include "ui/documents/annotation_document.h"
#include "ui/runs/sweep_influence.h"
#include "ui/session/experiment_draft.h"
#include "ui/session/session.h"

namespace rudolph {
namespace {

using test::waitFor;

/// Trainings without a window, of an engine without a network.
struct TrainingsTest : testing::Test {
    TrainingsTest() {
        std::filesystem::create_directories(folder / "faces");
        for (int i = 0; i < 8; ++i)
            test::write_drawn_face(folder / "faces", "face" + std::to_string(i));
        session.setRunsFolder(toQString(folder / "runs"));
        QObject::connect(&trainings, &Trainings::stateChanged, &trainings,
                         [this](Trainings::State state) { states.push_back(state); });
        QObject::connect(&trainings, &Trainings::ended, &trainings,
                         [this](const TrainingEnd& end) { last_end = end; });
    }

    void openFaces() {
        session.setDocument(std::make_unique<AnnotationDocument>(
            std::make_shared<const Dataset>(open_dataset(folder / "faces"))));
    }
    void draftEpochs(int epochs) {
        session.draft().setText("epochs", QString::number(epochs), nullptr);
    }
    /// The draft; the form is then again as it was.
    void startStudy(const Repeats& repeats) {
        trainings.setRepeats(repeats);
        trainings.start();
        trainings.setRepeats({});
    }
    bool waitForEpoch(int epoch) {
        return waitFor([&] { return epochs.size() >= epoch; });
    }
    bool waitForEnd() {
        return waitFor([&] { return !trainings.isTraining(); });
    }
    RunRecord run() { return read_run(toPath(trainings.runFolder())); }
    QString lastReport() { return reports.isEmpty() ? QString() : reports.back()[0].toString(); }
    Activity* activity() {
        const auto& active = session.activities().active();
        return active.empty() ? nullptr : active.front();
    }

    test::TempDir folder;
    Session session;
    std::shared_ptr<test::FakeTraining> engine = std::make_shared<test::FakeTraining>();
    Trainings trainings{
        &session, {}, [engine = engine] { return std::make_unique<test::FakeEngine>(engine); }};
    std::vector<Trainings::State> states;
    TrainingEnd last_end;
    QSignalSpy epochs{&trainings, &Trainings::epochDone};
    QSignalSpy notes{&trainings, &Trainings::noted};
    QSignalSpy failures{&trainings, &Trainings::failed};
    QSignalSpy all_ended{&trainings, &Trainings::allEnded};
    QSignalSpy reports{&session.navigation(), &Navigation::reported};
};

TEST_F(TrainingsTest, WithoutFacesOrWithWrongSettingsSaysWhyItDoesNotStart) {
    trainings.start();
    EXPECT_FALSE(trainings.isTraining());
    EXPECT_TRUE(lastReport().contains("open annotated faces")) << lastReport().toStdString();
    openFaces();
    QSignalSpy refused(&trainings, &Trainings::settingsRefused);
    session.draft().setText("batch_size", "0", nullptr);
    trainings.start();
    trainings.enqueue();
    EXPECT_EQ(refused.size(), 2);
    EXPECT_EQ(trainings.queue()->rowCount(), 0);
    EXPECT_TRUE(lastReport().contains("settings that are marked"));
}

TEST_F(TrainingsTest, TrainsTheDraftAndSaysHowItGetsOn) {
    openFaces();
    draftEpochs(3);
    trainings.start();
    EXPECT_TRUE(trainings.isTraining());
    ASSERT_NE(activity(), nullptr);
    EXPECT_EQ(activity()->what(), "Preparing to train");
    EXPECT_EQ(activity()->page(), StudioPage::Train);
    ASSERT_TRUE(waitForEnd());
    EXPECT_EQ(states, (std::vector{Trainings::State::Preparing, Trainings::State::Training,
                                   Trainings::State::Measuring, Trainings::State::Idle}));
    EXPECT_EQ(epochs.size(), 3);
    EXPECT_EQ(notes.front()[0].toString(), "made up");
    EXPECT_EQ(activity(), nullptr);
    EXPECT_EQ(all_ended.size(), 1);
    EXPECT_EQ(run().epochs.size(), 3U);
    EXPECT_EQ(trainings.queue()->at(0).state, QueuedTraining::State::Finished);
    EXPECT_TRUE(trainings.queue()->at(0).outcome.startsWith("NME"));
    EXPECT_EQ(lastReport(), "Training finished");
    EXPECT_EQ(trainings.moreEpochs(), 1);
}

TEST_F(TrainingsTest, ARunKeepsHowItsFacesWereOpened) {
    OpenOptions options;
    options.pts_first_pixel = 0;
    session.setDocument(std::make_unique<AnnotationDocument>(
        std::make_shared<const Dataset>(open_dataset(folder / "faces", options))));
    draftEpochs(1);
    trainings.start();
    ASSERT_TRUE(waitForEnd());
    EXPECT_EQ(run().experiment.opening, opening_text(options));
    // Whatever is open by then.
    session.setDocument(nullptr);
    trainings.extendRun(trainings.runFolder(), 2);
    ASSERT_TRUE(waitForEnd());
    EXPECT_EQ(run().experiment.opening, opening_text(options));
    EXPECT_EQ(run().epochs.size(), 2U);
}

TEST_F(TrainingsTest, StopsAtOnceAndKeepsTheRunAndWhatWaits) {
    openFaces();
    draftEpochs(100000);
    trainings.enqueue();
    trainings.enqueue();
    trainings.startQueue();
    ASSERT_TRUE(waitForEpoch(2));
    activity()->cancel();
    EXPECT_EQ(trainings.state(), Trainings::State::Stopping);
    ASSERT_TRUE(waitForEnd());
    EXPECT_EQ(run().summary.state, RunState::Stopped);
    EXPECT_TRUE(last_end.stopped);
    EXPECT_EQ(trainings.queue()->waitingCount(), 1);
    EXPECT_EQ(engine->trainings, 1);
    EXPECT_EQ(trainings.moreEpochs(), 100000 - run().summary.epochs_done);
}

TEST_F(TrainingsTest, PausesAndGoesOn) {
    openFaces();
    draftEpochs(100000);
    trainings.start();
    ASSERT_TRUE(waitForEpoch(1));
    trainings.pause(true);
    EXPECT_EQ(trainings.state(), Trainings::State::Paused);
    EXPECT_EQ(activity()->what(), "Training is paused");
    // What was on its way still comes, on a busy machine late; a training that went on would never
    // be quiet, as its epochs take two milliseconds.
    const auto isQuiet = [this] {
        const auto before = epochs.size();
        QTest::qWait(60);
        return epochs.size() == before;
    };
    bool quiet = false;
    for (int tries = 0; tries < 50 && !quiet; ++tries)
        quiet = isQuiet();
    ASSERT_TRUE(quiet);
    const auto done = epochs.size();
    trainings.pause(false);
    ASSERT_TRUE(waitForEpoch(static_cast<int>(done) + 2));
    trainings.pause(true);
    trainings.stop();
    EXPECT_TRUE(waitForEnd());
}

TEST_F(TrainingsTest, FinishesEarlyAndTrainsFurther) {
    openFaces();
    draftEpochs(100000);
    trainings.start();
    ASSERT_TRUE(waitForEpoch(2));
    EXPECT_FALSE(trainings.isFinishing());
    trainings.finishEarly();
    EXPECT_TRUE(trainings.isFinishing());
    EXPECT_TRUE(notes.back()[0].toString().startsWith("This epoch is the last"));
    ASSERT_TRUE(waitForEnd());
    const RunRecord early = run();
    EXPECT_EQ(early.summary.state, RunState::Finished);
    trainings.extendLast(3);
    EXPECT_FALSE(trainings.isFinishing());
    ASSERT_TRUE(waitForEnd());
    EXPECT_EQ(run().folder, early.folder);
    EXPECT_EQ(run().epochs.size(), early.epochs.size() + 3);
}

TEST_F(TrainingsTest, AFailureIsSaidAndDoesNotHoldTheQueueUp) {
    openFaces();
    draftEpochs(1);
    QueuedTraining lost{preset("nose-tip")};
    lost.experiment.data = "/no/such/folder";
    trainings.queue()->add({lost});
    trainings.enqueue();
    trainings.startQueue();
    ASSERT_TRUE(waitForEnd());
    EXPECT_EQ(trainings.queue()->at(0).state, QueuedTraining::State::Failed);
    EXPECT_TRUE(trainings.queue()->at(0).outcome.contains("/no/such/folder"));
    EXPECT_EQ(trainings.queue()->at(1).state, QueuedTraining::State::Finished);
    EXPECT_EQ(failures.size(), 1);
    EXPECT_EQ(all_ended.size(), 1);
    engine->fails = true;
    trainings.start();
    ASSERT_TRUE(waitForEnd());
    EXPECT_EQ(failures.back()[0].toString(), "the loss is no number");
    EXPECT_EQ(lastReport(), "Training failed");
}

TEST_F(TrainingsTest, ARunThatEndedBeforeItsFirstEpochCannotGoOnAndSaysWhy) {
    openFaces();
    engine->reads_on = true;
    trainings.start();
    QTest::qWait(20);
    trainings.stop();
    ASSERT_TRUE(waitForEnd());
    EXPECT_TRUE(run().epochs.empty());
    EXPECT_EQ(trainings.moreEpochs(), 0);
    EXPECT_TRUE(Trainings::whyNotFurther(run()).contains("before its first epoch"));
    trainings.trainFurther(trainings.runFolder());
    EXPECT_FALSE(trainings.isTraining());
    ASSERT_EQ(failures.size(), 1);
    EXPECT_EQ(failures.front()[0].toString(), Trainings::whyNotFurther(run()));
}

TEST_F(TrainingsTest, WhatWasLearntInTheMiddleOfTheFirstEpochCanGoOn) {
    RunRecord record;
    record.folder = folder.path();
    record.summary.state = RunState::Stopped;
    EXPECT_FALSE(Trainings::whyNotFurther(record).isEmpty());
    write_file(folder / kCheckpointFile, "what was learnt");
    EXPECT_TRUE(Trainings::whyNotFurther(record).isEmpty());
    record.summary.state = RunState::Interrupted;
    EXPECT_FALSE(Trainings::whyNotFurther(record).isEmpty());
    record.epochs.resize(1);
    EXPECT_TRUE(Trainings::whyNotFurther(record).isEmpty());
    record.summary.state = RunState::Running;
    EXPECT_FALSE(Trainings::whyNotFurther(record).isEmpty());
}

TEST_F(TrainingsTest, TrainsPresetsOneAfterTheOtherOnTheOpenFaces) {
    trainings.trainPresets({"nose-tip"});
    EXPECT_EQ(trainings.queue()->rowCount(), 0);
    openFaces();
    trainings.trainPresets({"nose-tip", "nose-tip-wide"});
    ASSERT_TRUE(waitForEnd());
    ASSERT_EQ(trainings.queue()->rowCount(), 2);
    for (const QueuedTraining& each : trainings.queue()->trainings()) {
        EXPECT_EQ(each.state, QueuedTraining::State::Finished);
        EXPECT_EQ(each.experiment.data, (folder / "faces").string());
    }
    EXPECT_EQ(all_ended.size(), 1);
}

TEST_F(TrainingsTest, TrainsPresetsAsOftenAsWanted) {
    openFaces();
    trainings.trainPresets({"nose-tip", "nose-tip-wide"}, {StudyKind::Seeds, 2});
    ASSERT_TRUE(waitForEnd());
    ASSERT_EQ(trainings.queue()->rowCount(), 2);
    for (const QueuedTraining& each : trainings.queue()->trainings()) {
        EXPECT_EQ(each.state, QueuedTraining::State::Finished);
        ASSERT_FALSE(each.study.empty());
        EXPECT_EQ(runs_of_study(each.study, read_study(each.study)).done(), 2);
    }
}

TEST_F(TrainingsTest, AStudyIsOneEntryWhoseRunsFollowEachOther) {
    openFaces();
    draftEpochs(2);
    trainings.setRepeats({StudyKind::Seeds, 3});
    QStringList places;
    QObject::connect(&trainings, &Trainings::started, &trainings,
                     [&] { places << trainings.studyText(); });
    trainings.start();
    ASSERT_TRUE(waitForEnd());
    EXPECT_EQ(places, QStringList({"Run 1 of 3", "Run 2 of 3", "Run 3 of 3"}));
    EXPECT_EQ(all_ended.size(), 1);
    ASSERT_EQ(trainings.queue()->rowCount(), 1);
    const QueuedTraining& entry = trainings.queue()->at(0);
    EXPECT_EQ(entry.state, QueuedTraining::State::Finished);
    EXPECT_TRUE(entry.outcome.startsWith("NME 5.00")) << entry.outcome.toStdString();
    EXPECT_EQ(runs_of_study(entry.study, read_study(entry.study)).done(), 3);
    // Of it no run goes on for itself.
    EXPECT_EQ(trainings.moreEpochs(), 0);
    EXPECT_EQ(trainings.repeats(), (Repeats{StudyKind::Seeds, 3}));
    trainings.setRepeats({});
}

TEST_F(TrainingsTest, AStudyThatIsStoppedGoesOnWhereItWas) {
    openFaces();
    draftEpochs(100000);
    startStudy({StudyKind::Folds, 2});
    ASSERT_TRUE(waitForEpoch(2));
    trainings.stop();
    ASSERT_TRUE(waitForEnd());
    const QueuedTraining stopped = trainings.queue()->at(0);
    EXPECT_EQ(stopped.state, QueuedTraining::State::Stopped);
    EXPECT_EQ(engine->trainings, 1);
    const Study study = read_study(stopped.study);
    const int epochs_before = runs_of_study(stopped.study, study).parts[0]->summary.epochs_done;
    trainings.trainStudy(toQString(stopped.study));
    ASSERT_TRUE(waitForEpoch(static_cast<int>(epochs.size()) + 1));
    // Asked for twice it is trained once.
    trainings.trainStudy(toQString(stopped.study));
    EXPECT_EQ(trainings.queue()->rowCount(), 2);
    trainings.finishEarly();
    ASSERT_TRUE(waitFor([&] { return engine->trainings == 3; }));
    EXPECT_EQ(trainings.studyText(), "Run 2 of 2");
    trainings.stop();
    ASSERT_TRUE(waitForEnd());
    const StudyRuns runs = runs_of_study(stopped.study, study);
    EXPECT_TRUE(runs.is_done(0));
    EXPECT_GT(runs.parts[0]->summary.epochs_done, epochs_before);
    EXPECT_FALSE(runs.is_done(1));
}

TEST_F(TrainingsTest, ARunThatDivergesDoesNotEndItsStudyButNoFacesDo) {
    openFaces();
    draftEpochs(1);
    trainings.setRepeats({StudyKind::Seeds, 3});
    engine->diverges = 2;
    trainings.start();
    ASSERT_TRUE(waitForEnd());
    EXPECT_EQ(engine->trainings, 3);
    EXPECT_EQ(failures.size(), 1);
    const QueuedTraining& entry = trainings.queue()->at(0);
    EXPECT_EQ(entry.state, QueuedTraining::State::Finished);
    const StudyRuns runs = runs_of_study(entry.study, read_study(entry.study));
    EXPECT_EQ(runs.done(), 2);
    EXPECT_EQ(runs.failed(), 1);
    engine->fails = true;
    trainings.start();
    ASSERT_TRUE(waitForEnd());
    EXPECT_EQ(engine->trainings, 4);
    EXPECT_EQ(trainings.queue()->at(1).state, QueuedTraining::State::Failed);
    trainings.setRepeats({StudyKind::Folds, 9});
    trainings.start();
    ASSERT_TRUE(waitForEnd());
    EXPECT_TRUE(failures.back()[0].toString().contains("9 folds"));
    EXPECT_TRUE(trainings.queue()->at(2).study.empty());
    trainings.setRepeats({});
}

TEST_F(TrainingsTest, RunsOfAStudyThatNeedOneProcessorEachTrainBesideEachOther) {
    if (std::thread::hardware_concurrency() < 2)
        GTEST_SKIP() << "there is one processor alone";
    openFaces();
    draftEpochs(30);
    engine->threads = 1;
    std::vector<int> begun_at;
    QObject::connect(&trainings, &Trainings::started, &trainings, [&](const TrainingPlan& plan) {
        begun_at.push_back(static_cast<int>(plan.epochs_before.size()));
    });
    QStringList places;
    QObject::connect(&trainings, &Trainings::epochDone, &trainings,
                     [&] { places << trainings.studyText(); });
    QSignalSpy ends(&trainings, &Trainings::ended);
    startStudy({StudyKind::Seeds, 4});
    ASSERT_TRUE(waitForEnd());
    EXPECT_GT(engine->most_at_once, 1);
    EXPECT_FALSE(places.filter("Runs 2, 3").isEmpty()) << places.join("; ").toStdString();
    EXPECT_EQ(all_ended.size(), 1);
    EXPECT_EQ(failures.size(), 0);
    // Each that is told of begins and ends, those too that others outran.
    EXPECT_EQ(static_cast<int>(begun_at.size()), ends.size());
    const QueuedTraining& entry = trainings.queue()->at(0);
    EXPECT_EQ(entry.state, QueuedTraining::State::Finished);
    EXPECT_EQ(runs_of_study(entry.study, read_study(entry.study)).done(), 4);
}

TEST_F(TrainingsTest, StopsAllRunsOfAStudyThatTrainBesideEachOther) {
    if (std::thread::hardware_concurrency() < 2)
        GTEST_SKIP() << "there is one processor alone";
    openFaces();
    draftEpochs(100000);
    engine->threads = 1;
    startStudy({StudyKind::Seeds, 3});
    ASSERT_TRUE(waitForEpoch(2));
    // Only once one is over others go on beside each other.
    trainings.finishEarly();
    ASSERT_TRUE(waitFor([&] { return engine->trainings == 3; }));
    ASSERT_TRUE(waitForEpoch(static_cast<int>(epochs.size()) + 2));
    EXPECT_FALSE(trainings.isFinishing());
    trainings.pause(true);
    EXPECT_EQ(trainings.state(), Trainings::State::Paused);
    trainings.stop();
    ASSERT_TRUE(waitForEnd());
    EXPECT_TRUE(last_end.stopped);
    const QueuedTraining& entry = trainings.queue()->at(0);
    EXPECT_EQ(entry.state, QueuedTraining::State::Stopped);
    const StudyRuns runs = runs_of_study(entry.study, read_study(entry.study));
    EXPECT_EQ(runs.done(), 1);
    for (const int part : {1, 2}) {
        ASSERT_TRUE(runs.parts[static_cast<size_t>(part)]);
        EXPECT_EQ(runs.parts[static_cast<size_t>(part)]->summary.state, RunState::Stopped);
    }
}

TEST_F(TrainingsTest, ExperimentsOfASweepAreTrainedAsOftenAsTheFormSays) {
    openFaces();
    std::vector<Experiment> experiments{preset("nose-tip"), preset("nose-tip")};
    experiments[1].optimiser.learning_rate = 0.002;
    for (Experiment& experiment : experiments) {
        experiment.epochs = 1;
        experiment.data = (folder / "faces").string();
    }
    trainings.setRepeats({StudyKind::Seeds, 2});
    trainings.enqueue(experiments);
    trainings.setRepeats({});
    trainings.startQueue();
    ASSERT_TRUE(waitForEnd());
    EXPECT_EQ(engine->trainings, 4);
    std::vector<RunEntryPtr> studies;
    for (const QueuedTraining& each : trainings.queue()->trainings())
        studies.push_back(read_study_entry(each.study)->as_run);
    const SweepData data = sweepData(studies);
    ASSERT_EQ(data.settings.size(), 1U);
    EXPECT_EQ(data.settings.front().key, "optimiser.learning_rate");
    EXPECT_EQ(data.best_runs, 2);
    EXPECT_TRUE(bestRunText(data, studies).endsWith("for other runs (95 %, from 2 of them)."));
}

TEST_F(TrainingsTest, FailedRunsOfAStudyAreTrainedAgainWhenAsked) {
    openFaces();
    draftEpochs(1);
    engine->diverges = 2;
    startStudy({StudyKind::Seeds, 3});
    ASSERT_TRUE(waitForEnd());
    const QString study = toQString(trainings.queue()->at(0).study);
    trainings.trainStudy(study, true);
    ASSERT_TRUE(waitForEnd());
    EXPECT_EQ(engine->trainings, 4);
    EXPECT_EQ(trainings.queue()->at(1).state, QueuedTraining::State::Finished);
    const StudyRuns runs = runs_of_study(toPath(study), read_study(toPath(study)));
    EXPECT_EQ(runs.done(), 3);
    EXPECT_EQ(runs.failed(), 0);
}

TEST_F(TrainingsTest, RunsBecomeTheFirstOfTheirStudies) {
    openFaces();
    draftEpochs(1);
    trainings.enqueue();
    trainings.enqueue();
    trainings.startQueue();
    ASSERT_TRUE(waitForEnd());
    trainings.repeatRuns(
        {toQString(trainings.queue()->at(0).run), toQString(trainings.queue()->at(1).run)});
    ASSERT_TRUE(waitForEnd());
    EXPECT_EQ(engine->trainings, 6);
    for (const int row : {2, 3}) {
        const QueuedTraining& entry = trainings.queue()->at(row);
        EXPECT_EQ(entry.state, QueuedTraining::State::Finished);
        EXPECT_EQ(runs_of_study(entry.study, read_study(entry.study)).done(), 3);
    }
    // Not again: they are in studies now.
    trainings.repeatRuns({toQString(trainings.queue()->at(3).run)});
    EXPECT_EQ(failures.size(), 1);
}

TEST_F(TrainingsTest, WatchedFacesComeFirstFromTheNextEpochOn) {
    openFaces();
    draftEpochs(100000);
    QString watched;
    QObject::connect(&trainings, &Trainings::epochDone, &trainings, [&](const EpochUpdate& update) {
        watched = QString::fromStdString(update.faces.front().result.sample_id);
    });
    trainings.start();
    ASSERT_TRUE(waitForEpoch(1));
    const Dataset& faces = session.document()->dataset();
    const int last = session.split().validation.back();
    const auto id = QString::fromStdString(faces.samples[static_cast<size_t>(last)].id);
    session.watchedFaces().watch(trainings.data(), {id}, true);
    EXPECT_TRUE(waitFor([&] { return watched == id; }));
    session.watchedFaces().watch(trainings.data(), {id}, false);
    trainings.stop();
    EXPECT_TRUE(waitForEnd());
}

TEST_F(TrainingsTest, SaysWhetherThereIsAnEngine) {
    QSignalSpy ready(&trainings, &Trainings::engineReady);
    QSignalSpy missing(&trainings, &Trainings::engineMissing);
    engine->is_missing = true;
    trainings.probeEngine();
    ASSERT_TRUE(waitFor([&] { return !missing.isEmpty(); }));
    EXPECT_EQ(missing.front()[0].toString(), "LibTorch is missing");
    engine->is_missing = false;
    trainings.probeEngine();
    EXPECT_TRUE(waitFor([&] { return !ready.isEmpty(); }));
}

TEST(TrainingsEndTest, GoingAwayStopsTheTrainingAndKeepsItsRun) {
    const test::TempDir folder;
    std::filesystem::create_directories(folder / "faces");
    for (int i = 0; i < 8; ++i)
        test::write_drawn_face(folder / "faces", "face" + std::to_string(i));
    QString run;
    {
        Session session;
        session.setRunsFolder(toQString(folder / "runs"));
        session.setDocument(std::make_unique<AnnotationDocument>(
            std::make_shared<const Dataset>(open_dataset(folder / "faces"))));
        session.draft().setText("epochs", "100000", nullptr);
        Trainings trainings(&session, {}, [] {
            return std::make_unique<test::FakeEngine>(std::make_shared<test::FakeTraining>());
        });
        QSignalSpy epochs(&trainings, &Trainings::epochDone);
        trainings.start();
        ASSERT_TRUE(waitFor([&] { return epochs.size() > 1; }));
        run = trainings.runFolder();
    }
    EXPECT_EQ(read_run(toPath(run)).summary.state, RunState::Stopped);
}

/// A search among experiments whose learning rates tell how good they are.
struct TrainingsSearchTest : TrainingsTest {
    TrainingsSearchTest() { engine->is_told_apart = true; }

    HalvingSearch search(int experiments, HalvingPlan plan = {.first = 1, .factor = 3}) {
        openFaces();
        std::vector<Experiment> all;
        for (int i = 0; i < experiments; ++i) {
            all.push_back(preset("nose-tip"));
            all.back().name = "try " + std::to_string(i);
            all.back().epochs = 9;
            all.back().data = session.document()->dataset().source.string();
            all.back().optimiser.learning_rate = 0.01 * (i + 1);
        }
        return make_search("nose-tip", plan, all);
    }
    const QueuedTraining& entry(int row = 0) { return trainings.queue()->at(row); }
    RunSummary summaryOf(int trial) {
        return read_run(entry().search->trials[static_cast<size_t>(trial)].run).summary;
    }
    QString tipOf(int row) {
        return trainings.queue()->index(row).data(Qt::ToolTipRole).toString();
    }
    int epochsOf(int trial) { return summaryOf(trial).epochs_done; }
    bool isToldWhy(int trial) {
        return waitFor([&] { return summaryOf(trial).state == RunState::StoppedEarly; });
    }
};

TEST_F(TrainingsSearchTest, StopsPoorOnesTrainsTheBestToItsEndAndGoesOnWithWhatWaits) {
    trainings.enqueue(search(9));
    EXPECT_TRUE(lastReport().contains("a search among 9 experiments"));
    EXPECT_TRUE(tipOf(0).contains("0 of 9 tried"));
    draftEpochs(2);
    trainings.enqueue();
    trainings.startQueue();
    ASSERT_TRUE(waitFor([&] { return all_ended.size() == 1; }));
    EXPECT_EQ(entry().state, QueuedTraining::State::Finished);
    EXPECT_TRUE(entry().outcome.startsWith("NME")) << entry().outcome.toStdString();
    EXPECT_EQ(entry().run, entry().search->trials[0].run);
    EXPECT_EQ(epochsOf(0), 9);
    EXPECT_EQ(summaryOf(0).state, RunState::Finished);
    EXPECT_EQ(epochsOf(1), 3);
    EXPECT_EQ(epochsOf(8), 1);
    ASSERT_TRUE(isToldWhy(8));
    EXPECT_EQ(summaryOf(8).message, "stopped early at epoch 1 of 9: 8 of 8 others were better");
    ASSERT_TRUE(isToldWhy(1));
    EXPECT_TRUE(tipOf(0).contains("9 of 9 tried, 8 stopped early")) << tipOf(0).toStdString();
    EXPECT_TRUE(trainings.queue()->index(0).data().toString().contains("search finished · NME"));
    const bool is_told = std::any_of(notes.begin(), notes.end(), [](const QList<QVariant>& note) {
        return note[0].toString().startsWith("Search finished: 9 of 9 tried");
    });
    EXPECT_TRUE(is_told);
    // The one behind it.
    EXPECT_EQ(entry(1).state, QueuedTraining::State::Finished);
    EXPECT_EQ(failures.size(), 0);
}

TEST_F(TrainingsSearchTest, CostsNoMoreThanItsBudgetAndSaysSo) {
    trainings.enqueue(search(9, {.first = 1, .factor = 3, .most_epochs = 4}));
    trainings.startQueue();
    ASSERT_TRUE(waitFor([&] { return all_ended.size() == 1; }));
    EXPECT_EQ(halving_epochs_done(entry().search->progress()), 4);
    ASSERT_TRUE(isToldWhy(0));
    EXPECT_TRUE(tipOf(0).contains("4 of 4 epochs"));
}

TEST_F(TrainingsSearchTest, ATimeThatIsOverEndsTheTrainingThatGoesOn) {
    HalvingSearch endless = search(2, {.first = 1, .factor = 3, .most_seconds = 0.05});
    endless.plan.first = 1000;
    for (SearchTrial& trial : endless.trials)
        trial.experiment.epochs = 100000;
    endless.plan.epochs = 100000;
    trainings.enqueue(endless);
    trainings.startQueue();
    ASSERT_TRUE(waitFor([&] { return all_ended.size() == 1; }));
    EXPECT_EQ(engine->trainings, 1);
    EXPECT_EQ(entry().search->trials[1].progress.errors.size(), 0U);
    ASSERT_TRUE(isToldWhy(0));
    EXPECT_TRUE(QString::fromStdString(summaryOf(0).message)
                    .contains("the budget of the search was used up"));
}

TEST_F(TrainingsSearchTest, StoppedByThePersonItWaitsAndGoesOnFromThere) {
    HalvingSearch longer = search(2, {.first = 3, .factor = 2});
    trainings.enqueue(longer);
    QObject::connect(&trainings, &Trainings::epochDone, &trainings, [this] {
        if (epochs.size() == 2)
            trainings.stop();
    });
    trainings.startQueue();
    ASSERT_TRUE(waitFor([&] { return all_ended.size() == 1; }));
    EXPECT_EQ(entry().state, QueuedTraining::State::Waiting);
    EXPECT_EQ(trainings.queue()->waitingCount(), 1);
    const std::filesystem::path run = entry().search->trials[0].run;
    EXPECT_FALSE(run.empty());
    trainings.startQueue();
    ASSERT_TRUE(waitFor([&] { return all_ended.size() == 2; }));
    EXPECT_EQ(entry().search->trials[0].run, run);
    EXPECT_EQ(epochsOf(0), 9);
    EXPECT_EQ(epochsOf(1), 3);
}

TEST_F(TrainingsSearchTest, IsLookedForAgainAtTheNextStart) {
    const QString file = toQString(folder / "ö" / "queue.json");
    HalvingSearch kept = search(2);
    kept.current = 0;
    {
        TrainingQueue queue(file);
        QueuedTraining training{kept.trials[0].experiment};
        training.search = kept;
        queue.add({training});
        // Also while it goes on.
        queue.setRunning(0);
    }
    const TrainingQueue again(file);
    ASSERT_EQ(again.rowCount(), 1);
    ASSERT_TRUE(again.at(0).search);
    EXPECT_EQ(again.at(0).state, QueuedTraining::State::Waiting);
    EXPECT_EQ(again.at(0).search->plan, kept.plan);
    EXPECT_EQ(again.at(0).search->current, 0);
}

TEST_F(TrainingsSearchTest, WhatFailsIsLeftOutAndWhatCannotBeTrainedAtAllWaits) {
    // The data of one alone are gone.
    HalvingSearch one_lost = search(3);
    one_lost.trials[0].experiment.data = "/no/such/folder";
    trainings.enqueue(one_lost);
    trainings.startQueue();
    ASSERT_TRUE(waitFor([&] { return all_ended.size() == 1; }));
    EXPECT_EQ(failures.size(), 1);
    EXPECT_EQ(entry().state, QueuedTraining::State::Finished);
    EXPECT_TRUE(entry().search->trials[0].progress.failed);
    EXPECT_EQ(epochsOf(1), 9);
    engine->fails = true;
    trainings.enqueue(search(5));
    trainings.startQueue();
    ASSERT_TRUE(waitFor([&] { return all_ended.size() == 2; }));
    EXPECT_EQ(entry(1).state, QueuedTraining::State::Waiting);
    EXPECT_TRUE(entry(1).outcome.contains("the loss is no number"));
    EXPECT_EQ(failures.size(), 1 + 3);
    engine->fails = false;
    trainings.startQueue();
    ASSERT_TRUE(waitFor([&] { return all_ended.size() == 3; }));
    EXPECT_EQ(entry(1).state, QueuedTraining::State::Finished);
}

}  // namespace
}  // namespace rudolph
