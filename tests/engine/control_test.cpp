// How a training is steered, cut short and gone on with.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/resource.h>

#include <atomic>
#include <new>
#include <optional>
#include <thread>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/eval/stress_json.h"
#include "core/formats/losses.h"
#include "core/model/safetensors.h"
#include "core/runs/run_reader.h"
#include "core/train/resume_job.h"
#include "core/train/torch_rate_finder.h"
#include "core/train/torch_trainer.h"
#include "tests/support/dot_faces.h"
#include "tests/support/error_of.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

namespace fs = std::filesystem;
using testing::Contains;
using testing::HasSubstr;

class Control : public testing::Test {
protected:
    /// With everything that a checkpoint has to hold: moments, averages, a schedule.
    TrainJob job(int epochs = 5) const {
        TrainJob dots{test::dot_experiment(),
                      std::make_shared<const Dataset>(test::dot_faces(dir_ / "faces", 8)),
                      dir_ / "runs"};
        dots.experiment.epochs = epochs;
        dots.experiment.optimiser.kind = OptimiserKind::AdamW;
        dots.experiment.optimiser.weight_decay = 0.01;
        dots.experiment.schedule.kind = ScheduleKind::OneCycle;
        dots.experiment.average_decay = 0.9;
        return dots;
    }

    /// The same experiment with batch norm.
    static void use_light_network(Experiment& experiment) {
        experiment.input = {CropKind::WholeImage, 32, 32, 1};
        experiment.model.family = NetworkFamily::Light;
        experiment.model.width = 4;
        experiment.model.head = HeadKind::Heatmap;
        experiment.model.pyramid = 8;
        experiment.loss.kind = LossKind::Wing;
    }

    static std::vector<EpochMetrics> metrics_of(const RunRecord& run) {
        std::vector<EpochMetrics> metrics = run.epochs;
        for (EpochMetrics& epoch : metrics)
            epoch.seconds = 0;
        return metrics;
    }

    /// Trains until so many batches are done, stops, and goes on to the end.
    RunRecord with_a_break(const TrainJob& whole, int batches) const {
        const CancelToken cancel;
        TrainObserver observer;
        int done = 0;
        observer.on_batch = [&](const BatchReport&) {
            if (++done == batches)
                cancel.cancel();
        };
        const TrainResult first = train(whole, observer, cancel);
        EXPECT_TRUE(first.stopped);
        TrainJob rest = resume_job(first.run.folder);
        rest.dataset = whole.dataset;
        const TrainResult second = train(rest);
        EXPECT_FALSE(second.stopped);
        EXPECT_EQ(second.run.folder, first.run.folder);
        return second.run;
    }

    test::TempDir dir_;
};

TEST_F(Control, AResumedRunGivesTheSameNumbersWhereverItWasStopped) {
    const TrainJob dots = job();
    const TrainResult whole = train(dots);
    for (const int batches : {1, 3, 5, 14}) {
        const RunRecord resumed = with_a_break(dots, batches);
        EXPECT_EQ(metrics_of(resumed), metrics_of(whole.run)) << batches;
        EXPECT_EQ(resumed.summary.best_epoch, whole.run.summary.best_epoch);
        EXPECT_EQ(resumed.summary.nme, whole.run.summary.nme);
        EXPECT_EQ(read_file(resumed.folder / "best.safetensors"),
                  read_file(whole.run.folder / "best.safetensors"));
        EXPECT_EQ(resumed.summary.state, RunState::Finished);
    }
}

TEST_F(Control, ResumingKeepsBatchNormAndMapsToo) {
    TrainJob dots = job(3);
    use_light_network(dots.experiment);
    const TrainResult whole = train(dots);
    EXPECT_EQ(metrics_of(with_a_break(dots, 4)), metrics_of(whole.run));
}

TEST_F(Control, ResumingInTheMiddleOfFreezingGivesTheSameNumbers) {
    for (const bool batch_norm : {false, true}) {
        TrainJob dots = job(4);
        if (batch_norm)
            use_light_network(dots.experiment);
        dots.experiment.optimiser.freeze_epochs = 2;
        dots.experiment.optimiser.body_rate = 0.2;
        const TrainResult whole = train(dots);
        // While the body is frozen, at the end of that, and after.
        for (const int batches : {1, 4, 6, 10})
            EXPECT_EQ(metrics_of(with_a_break(dots, batches)), metrics_of(whole.run)) << batches;
        TrainJob never = dots;
        never.experiment.optimiser.freeze_epochs = 0;
        EXPECT_NE(metrics_of(train(never).run), metrics_of(whole.run));
    }
}

TEST_F(Control, AFrozenBodyStaysAsItStarted) {
    TrainJob dots = job(2);
    use_light_network(dots.experiment);
    dots.experiment.optimiser.freeze_epochs = 2;
    const TrainResult first = train(dots);
    const Safetensors after = read_safetensors(first.run.folder / "last.safetensors");
    const CancelToken at_once;
    TrainObserver observer;
    observer.on_batch = [&](const BatchReport&) { at_once.cancel(); };
    const TrainResult begun = train(dots, observer, at_once);
    const Safetensors before = read_safetensors(begun.run.folder / "last.safetensors");
    int head = 0;
    for (const StoredTensor& tensor : after.tensors) {
        const bool is_body = tensor.name.starts_with("conv1") || tensor.name.starts_with("bn1") ||
                             tensor.name.starts_with("layer");
        if (is_body)
            EXPECT_EQ(tensor, *before.find(tensor.name)) << tensor.name;
        else
            head += tensor == *before.find(tensor.name) ? 0 : 1;
    }
    EXPECT_GT(head, 0);
}

TEST_F(Control, ARunGoesOnWithoutTheWeightsItStartedFrom) {
    const TrainResult first = train(job(1));
    TrainJob second = job(3);
    second.experiment.model.weights = first.run.folder.string();
    const TrainResult whole = train(second);
    const CancelToken cancel;
    TrainObserver observer;
    observer.on_batch = [&](const BatchReport& report) {
        if (report.epoch == 2)
            cancel.cancel();
    };
    const TrainResult begun = train(second, observer, cancel);
    fs::remove_all(first.run.folder);
    TrainJob rest = resume_job(begun.run.folder);
    rest.dataset = second.dataset;
    const RunRecord resumed = train(rest).run;
    EXPECT_EQ(metrics_of(resumed), metrics_of(whole.run));
    EXPECT_EQ(resumed.summary.weights, whole.run.summary.weights);
    EXPECT_FALSE(resumed.summary.weights.empty());
}

TEST_F(Control, ARunStoppedWhileItsBestIsMeasuredCanBeMeasuredLater) {
    const TrainJob dots = job(2);
    const TrainResult whole = train(dots);
    ASSERT_FALSE(whole.run.summary.stress.empty());
    EXPECT_EQ(whole.run.summary.stress.front().degradation.name, "plain");
    EXPECT_NEAR(whole.run.summary.stress.front().nme, whole.run.summary.nme, 1e-9);
    const CancelToken cancel;
    TrainObserver observer;
    observer.on_measure = [&](const Progress&) { cancel.cancel(); };
    const TrainResult stopped = train(dots, observer, cancel);
    EXPECT_TRUE(stopped.stopped);
    EXPECT_EQ(metrics_of(stopped.run), metrics_of(whole.run));
    EXPECT_TRUE(stopped.run.summary.stress.empty());
    TrainJob rest = resume_job(stopped.run.folder);
    rest.dataset = dots.dataset;
    const TrainResult measured = train(rest);
    EXPECT_EQ(metrics_of(measured.run), metrics_of(whole.run));
    EXPECT_EQ(measured.run.summary.state, RunState::Finished);
    // As text, because two points have no shape, and what is no number equals nothing.
    EXPECT_EQ(Json(measured.run.summary.stress), Json(whole.run.summary.stress));
    EXPECT_THROW(resume_job(measured.run.folder), Error);
}

TEST_F(Control, AFinishedRunCanBeExtended) {
    TrainJob dots = job(2);
    dots.experiment.schedule.kind = ScheduleKind::Constant;
    const TrainResult two = train(dots);
    EXPECT_THROW(resume_job(two.run.folder), Error);
    TrainJob more = resume_job(two.run.folder, 4);
    more.dataset = dots.dataset;
    const TrainResult four = train(more);
    dots.experiment.epochs = 4;
    EXPECT_EQ(metrics_of(four.run), metrics_of(train(dots).run));
    EXPECT_EQ(read_run(four.run.folder).experiment.epochs, 4);
}

TEST_F(Control, AResumedRunKeepsItsSplitAndItsPlan) {
    const TrainJob dots = job(2);
    const RunRecord run = with_a_break(dots, 3);
    TrainJob more = resume_job(run.folder, 3);
    more.dataset = dots.dataset;
    // Another split that the experiment would make now.
    more.experiment.split.seed = 99;
    const std::string split = read_file(run.folder / "split.json");
    TrainObserver observer;
    observer.on_start = [](const TrainingPlan& plan) { EXPECT_EQ(plan.epochs_before.size(), 2U); };
    train(more, observer);
    EXPECT_EQ(read_file(run.folder / "split.json"), split);
}

TEST_F(Control, ARunWithoutACheckpointSaysThatItCannotGoOn) {
    const TrainJob dots = job(1);
    const TrainResult run = train(dots);
    fs::remove(run.run.folder / "checkpoint.safetensors");
    TrainJob more = resume_job(run.run.folder, 2);
    more.dataset = dots.dataset;
    EXPECT_THAT(test::error_of([&] { train(more); }).what(), HasSubstr("no checkpoint"));
    EXPECT_EQ(read_run(run.run.folder).summary.state, RunState::Finished);
}

TEST_F(Control, ADamagedCheckpointIsAnErrorAndLeavesTheRunAlone) {
    const TrainJob dots = job(1);
    const TrainResult run = train(dots);
    const std::string summary = read_file(run.run.folder / "summary.json");
    const fs::path file = run.run.folder / "checkpoint.safetensors";
    const std::string bytes = read_file(file);
    TrainJob more = resume_job(run.run.folder, 2);
    more.dataset = dots.dataset;
    for (const size_t length : {size_t{0}, size_t{7}, bytes.size() / 2, bytes.size() - 1}) {
        write_file(file, bytes.substr(0, length));
        EXPECT_THROW(train(more), Error) << length;
        EXPECT_EQ(read_file(run.run.folder / "summary.json"), summary) << length;
    }
}

TEST_F(Control, PausesAndResumesFromAnotherThread) {
    const TrainJob dots = job(2);
    const auto undisturbed = metrics_of(train(dots).run);
    const TrainControl control;
    std::atomic<int> batches = 0;
    TrainObserver observer;
    observer.on_batch = [&](const BatchReport&) {
        if (++batches == 2)
            control.pause.pause();
    };
    TrainResult result;
    std::thread training([&] { result = train(dots, observer, control); });
    while (!control.pause.is_paused())
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    std::this_thread::sleep_for(std::chrono::milliseconds(150));
    EXPECT_EQ(batches, 2);
    control.pause.resume();
    training.join();
    EXPECT_EQ(metrics_of(result.run), undisturbed);
}

TEST_F(Control, FinishesAfterTheEpochItIsInWhenAsked) {
    const TrainControl control;
    TrainObserver observer;
    observer.on_batch = [&](const BatchReport& report) {
        if (report.epoch == 2)
            control.finish.cancel();
    };
    TrainJob dots = job(50);
    dots.experiment.schedule = {};
    const TrainResult early = train(dots, observer, control);
    EXPECT_FALSE(early.stopped);
    EXPECT_EQ(early.run.summary.state, RunState::Finished);
    EXPECT_EQ(early.run.epochs.size(), 2U);
    EXPECT_THAT(early.run.summary.message, HasSubstr("finished early"));
    // And goes on to where it was meant to go, when that is wanted after all.
    TrainJob more = resume_job(early.run.folder, 4);
    more.dataset = dots.dataset;
    dots.experiment.epochs = 4;
    EXPECT_EQ(metrics_of(train(more).run), metrics_of(train(dots).run));
}

TEST_F(Control, StopsWhilePaused) {
    const TrainControl control;
    control.pause.pause();
    TrainResult result;
    const TrainJob dots = job();
    std::thread training([&] { result = train(dots, {}, control); });
    control.cancel.cancel();
    training.join();
    EXPECT_TRUE(result.stopped);
}

TEST_F(Control, HalvesTheBatchWhenMemoryRunsOut) {
    TrainJob dots = job(2);
    dots.experiment.batch_size = 12;
    TrainSettings settings;
    std::vector<int> sizes;
    settings.before_step = [&](int batch) {
        if (batch > 4)
            throw std::bad_alloc();
        sizes.push_back(batch);
    };
    TrainObserver observer;
    std::vector<std::string> notes;
    observer.on_note = [&](const std::string& note) { notes.push_back(note); };
    const TrainResult result = train_with(dots, observer, {}, settings);
    EXPECT_EQ(result.run.summary.state, RunState::Finished);
    ASSERT_EQ(notes.size(), 2U);
    EXPECT_THAT(notes[1], HasSubstr("batches of 6 faces, so they are halved"));
    EXPECT_THAT(result.run.summary.message, HasSubstr(notes[0]));
    EXPECT_EQ(sizes, (std::vector<int>{3, 3, 3, 3, 3, 3, 3, 3}));
}

TEST_F(Control, GivesUpWhenOneFaceIsTooMuchForMemory) {
    TrainSettings settings;
    settings.before_step = [](int) { throw std::bad_alloc(); };
    EXPECT_THAT(test::error_of([&] { train_with(job(), {}, {}, settings); }).what(),
                HasSubstr("not enough memory"));
}

TEST_F(Control, StopsEarlyWithoutABetterResult) {
    TrainJob dots = job(50);
    dots.experiment.optimiser = {};
    dots.experiment.optimiser.learning_rate = 1e-8;
    dots.experiment.schedule = {};
    dots.experiment.average_decay = 0;
    dots.experiment.patience = 3;
    dots.experiment.augmentation = {};
    // Weights this slow make the error wander in its last digits at most; a rate of nearly zero
    // must not run all fifty epochs.
    const TrainResult result = train(dots);
    EXPECT_LT(result.run.summary.epochs_done, 50);
    EXPECT_EQ(result.run.summary.epochs_done, result.run.summary.best_epoch + 3);
    EXPECT_EQ(result.run.summary.state, RunState::Finished);
    EXPECT_THAT(result.run.summary.message, HasSubstr("stopped early"));
}

TEST_F(Control, DivergenceKeepsTheLastGoodWeights) {
    TrainJob dots = job(30);
    dots.experiment.optimiser = {OptimiserKind::Sgd, 10};
    dots.experiment.model.activation = Activation::LeakyRelu;
    dots.experiment.schedule = {ScheduleKind::Constant};
    dots.experiment.average_decay = 0;
    EXPECT_THROW(train(dots), Error);
    const fs::path folder = fs::directory_iterator(dir_ / "runs")->path();
    const RunRecord run = read_run(folder);
    EXPECT_EQ(run.summary.state, RunState::Failed);
    EXPECT_THAT(run.summary.message, HasSubstr("diverged"));
    EXPECT_NO_THROW(read_safetensors(folder / "last.safetensors"));
}

/// No file may grow beyond this while it lives, as on a disk that is full.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        handler_ = ::signal(SIGXFSZ, SIG_IGN);
        rlimit limit = before_;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        ::signal(SIGXFSZ, handler_);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit before_{};
    sighandler_t handler_ = SIG_DFL;
};

TEST_F(Control, AFullDiskStopsWithTheReasonAndKeepsWhatWasSaved) {
    const TrainJob dots = job(4);
    const auto whole = metrics_of(train(dots).run);
    std::optional<FullDisk> full;
    TrainObserver observer;
    fs::path folder;
    observer.on_start = [&](const TrainingPlan& plan) { folder = plan.run_folder; };
    observer.on_epoch = [&](const EpochReport& report, const std::vector<FaceResult>&) {
        if (report.metrics.epoch == 2)
            full.emplace(5000);
    };
    TrainSettings settings;
    settings.save_every = 0;
    EXPECT_THROW(train_with(dots, observer, {}, settings), Error);
    full.reset();
    EXPECT_EQ(read_run(folder).summary.state, RunState::Failed);
    EXPECT_THAT(read_run(folder).summary.message, HasSubstr("last.safetensors"));
    EXPECT_EQ(read_run(folder).epochs.size(), 2U);
    EXPECT_NO_THROW(read_safetensors(folder / "last.safetensors"));
    TrainJob rest = resume_job(folder);
    rest.dataset = dots.dataset;
    EXPECT_EQ(metrics_of(train(rest).run), whole);
}

TEST_F(Control, TheRateFinderSuggestsARateThatLearns) {
    TrainJob dots = job(6);
    dots.experiment.optimiser = {};
    const RateCurve curve = find_learning_rate(dots, {}, {});
    EXPECT_GT(curve.steps.size(), 30U);
    EXPECT_LT(curve.steps.front().rate, 1e-5);
    EXPECT_GT(curve.suggested, 1e-5);
    EXPECT_GT(curve.fall, 0);
    EXPECT_LT(curve.suggested, 1);
    EXPECT_FALSE(fs::exists(dir_ / "runs"));
    const CancelToken cancel;
    cancel.cancel();
    EXPECT_THROW(find_learning_rate(dots, {}, cancel), Cancelled);
}

TEST(RateFinder, SuggestsWhereTheLossFallsFastest) {
    std::vector<RateCurve::Step> steps;
    for (int i = 0; i < 60; ++i) {
        const double loss = i < 30 ? 1 - 0.01 * i : i < 40 ? 0.7 - 0.05 * (i - 30) : 0.2 + (i - 40);
        steps.push_back({0.001 * (i + 1), loss, loss});
    }
    const double rate = suggested_rate(steps);
    EXPECT_GE(rate, 0.030);
    EXPECT_LE(rate, 0.040);
    // From the fifth step on.
    EXPECT_NEAR(loss_fall(steps), 1 - 0.2 / 0.95, 1e-9);
    for (RateCurve::Step& step : steps)
        step.smoothed = 1 + step.rate;
    EXPECT_EQ(suggested_rate(steps), 0);
    EXPECT_LT(loss_fall(steps), kClearFall);
    EXPECT_EQ(loss_fall({}), 0);
}

TEST_F(Control, BrokenOffAtARungItGoesOnAsIfItHadNotBeen) {
    TrainJob dots = job();
    const TrainResult whole = train(dots);
    dots.stop_after = 2;
    TrainObserver observer;
    int measured = 0;
    observer.on_measure = [&](const Progress&) { ++measured; };
    const TrainResult first = train(dots, observer);
    EXPECT_TRUE(first.stopped);
    EXPECT_EQ(measured, 0);
    EXPECT_EQ(first.run.summary.state, RunState::Stopped);
    EXPECT_THAT(first.run.summary.message, HasSubstr("stopped at epoch 2 of 5"));
    EXPECT_EQ(first.run.epochs.size(), 2U);
    TrainJob rest = resume_job(first.run.folder);
    rest.dataset = dots.dataset;
    // A rung at its end is no rung.
    rest.stop_after = 5;
    const TrainResult second = train(rest);
    EXPECT_FALSE(second.stopped);
    EXPECT_EQ(metrics_of(second.run), metrics_of(whole.run));
    EXPECT_EQ(second.run.summary.nme, whole.run.summary.nme);
    EXPECT_TRUE(second.run.summary.message.empty());
}

}  // namespace
}  // namespace rudolph
