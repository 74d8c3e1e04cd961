#include "core/train/trainer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/offered_file.h"
#include "core/base/sha256.h"
#include "core/model/safetensors.h"
#include "core/predict/model_file.h"
#include "core/runs/run_reader.h"
#include "core/train/torch_trainer.h"
#include "tests/support/dot_faces.h"
#include "tests/support/environment.h"
#include "tests/support/error_of.h"
#include "tests/support/files_in.h"
#include "tests/support/python.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

class Trainer : public testing::Test {
protected:
    TrainJob job(int people = 8) const {
        return {test::dot_experiment(),
                std::make_shared<const Dataset>(test::dot_faces(dir_ / "fäces", people)),
                dir_ / "runs"};
    }

    /// Metrics without the times, which differ.
    static std::vector<EpochMetrics> metrics_of(const TrainResult& result) {
        std::vector<EpochMetrics> metrics = result.run.epochs;
        for (EpochMetrics& epoch : metrics)
            epoch.seconds = 0;
        return metrics;
    }

    /// The one run there is.
    fs::path run_folder() const { return fs::directory_iterator(dir_ / "runs")->path(); }

    test::TempDir dir_;
};

TEST_F(Trainer, LearnsWhereTheDotIs) {
    TrainJob dots = job(30);
    dots.experiment.epochs = 30;
    const TrainResult result = train(dots);
    const RunSummary& summary = result.run.summary;
    EXPECT_EQ(summary.state, RunState::Finished);
    EXPECT_LT(summary.error_px, summary.constant_error_px / 3);
    EXPECT_GT(summary.constant_error_px, 3);
    EXPECT_EQ(summary.epochs_done, 30);
}

TEST_F(Trainer, KeepsAWholeRun) {
    const TrainResult result = train(job());
    EXPECT_FALSE(result.stopped);
    EXPECT_THAT(test::files_in(run_folder()),
                ElementsAre("best.safetensors", "checkpoint.safetensors", "experiment.json",
                            "last.safetensors", "metrics.csv", "predictions.csv", "private.json",
                            "split.json", "summary.json"));
    EXPECT_EQ(result.run.epochs.size(), 3U);
    const auto cases = read_predictions(result.run.folder);
    EXPECT_EQ(static_cast<int>(cases.size()), result.run.summary.validation_faces);
    double error = 0;
    for (const CasePrediction& face : cases)
        error += face.result.error_px / static_cast<double>(cases.size());
    EXPECT_NEAR(error, result.run.summary.error_px, 1e-6);
}

TEST_F(Trainer, ReportsEveryBatchAndEpoch) {
    TrainObserver observer;
    TrainingPlan plan;
    std::vector<std::pair<int, int>> batches;
    int prepared = 0;
    int best = 0;
    std::vector<int> epochs;
    observer.on_prepare = [&](const Progress& progress) {
        prepared = static_cast<int>(progress.done);
    };
    observer.on_start = [&](const TrainingPlan& given) { plan = given; };
    observer.on_batch = [&](const BatchReport& report) {
        batches.emplace_back(report.epoch, report.batch);
        EXPECT_TRUE(std::isfinite(report.loss));
        EXPECT_GT(report.images_per_second, 0);
        EXPECT_GE(report.seconds_left, 0);
    };
    observer.on_epoch = [&](const EpochReport& report, const std::vector<FaceResult>& results) {
        epochs.push_back(report.metrics.epoch);
        best = report.best ? report.metrics.epoch : best;
        EXPECT_EQ(static_cast<int>(results.size()), plan.validation_faces);
    };
    const TrainResult result = train(job(), observer);
    EXPECT_EQ(prepared, 16);
    EXPECT_EQ(plan.train_faces, 12);
    EXPECT_EQ(plan.validation_faces, 4);
    EXPECT_EQ(plan.batches, 3);
    EXPECT_EQ(plan.target_indices, (std::vector<int>{0, 1}));
    EXPECT_EQ(batches.size(), 9U);
    EXPECT_EQ(batches.back(), std::pair(3, 3));
    EXPECT_THAT(epochs, ElementsAre(1, 2, 3));
    EXPECT_EQ(best, result.run.summary.best_epoch);
}

TEST_F(Trainer, GivesTheSameRunForTheSameSeed) {
    TrainJob dots = job();
    const auto first = metrics_of(train(dots));
    EXPECT_EQ(metrics_of(train(dots)), first);
    dots.experiment.seed = 2;
    EXPECT_NE(metrics_of(train(dots)), first);
}

/// Whatever machine this is; the places are what other vector units leave alone.
TEST_F(Trainer, GivesTheSameFiguresOnEveryMachineWhenTheyAreToBeExact) {
    TrainJob dots = job();
    dots.experiment.precision = Precision::Exact;
    dots.experiment.threads = 0;
    const TrainResult result = train(dots);
    EXPECT_EQ(result.run.summary.precision, "float32");
    EXPECT_EQ(result.run.summary.threads, 2);
    EXPECT_TRUE(result.run.summary.split_batch);
    const EpochMetrics& last = result.run.epochs.back();
    EXPECT_NEAR(last.train_loss, 0.021448959, 1e-8);
    EXPECT_NEAR(last.validation_loss, 0.031348845, 1e-8);
    EXPECT_NEAR(last.error_px, 10.03793887, 1e-6);
}

TEST_F(Trainer, DoesNotDependOnHowPicturesAreLoaded) {
    const TrainJob dots = job();
    TrainSettings settings;
    settings.loader = Loader::Options{1, 1};
    const auto first = metrics_of(train_with(dots, {}, {}, settings));
    settings.loader = Loader::Options{5, 9};
    EXPECT_EQ(metrics_of(train_with(dots, {}, {}, settings)), first);
    settings.max_picture_bytes = 0;
    EXPECT_EQ(metrics_of(train_with(dots, {}, {}, settings)), first);
}

TEST_F(Trainer, KeepsWhatItHasWhenCancelled) {
    const CancelToken cancel;
    TrainObserver observer;
    observer.on_batch = [&](const BatchReport& report) {
        if (report.epoch == 2)
            cancel.cancel();
    };
    const TrainResult result = train(job(), observer, cancel);
    EXPECT_TRUE(result.stopped);
    EXPECT_EQ(result.run.summary.state, RunState::Stopped);
    EXPECT_EQ(result.run.epochs.size(), 1U);
    EXPECT_THAT(test::files_in(run_folder()),
                ElementsAre("best.safetensors", "checkpoint.safetensors", "experiment.json",
                            "last.safetensors", "metrics.csv", "predictions.csv", "private.json",
                            "split.json", "summary.json"));
    EXPECT_NO_THROW(read_safetensors(result.run.folder / "last.safetensors"));
}

TEST_F(Trainer, IsAStoppedRunWhenCancelledBeforeItBegins) {
    const CancelToken cancel;
    cancel.cancel();
    const TrainResult result = train(job(), {}, cancel);
    EXPECT_TRUE(result.stopped);
    EXPECT_EQ(result.run.summary.state, RunState::Stopped);
    EXPECT_TRUE(result.run.epochs.empty());
}

TEST_F(Trainer, KeepsTheFirstWeightsWhenNoEpochIsDone) {
    const CancelToken cancel;
    TrainObserver observer;
    observer.on_batch = [&](const BatchReport&) { cancel.cancel(); };
    const TrainResult result = train(job(), observer, cancel);
    EXPECT_TRUE(fs::exists(result.run.folder / "last.safetensors"));
    EXPECT_FALSE(fs::exists(result.run.folder / "best.safetensors"));
}

TEST_F(Trainer, MarksARunThatDivergesAsFailed) {
    TrainJob dots = job();
    dots.experiment.model.family = NetworkFamily::ResNet18;
    dots.experiment.input = {CropKind::WholeImage, 32, 32, 3};
    // Weights at the brink of what a float can hold go over it in the first pass.
    Safetensors weights{{{"conv1.weight", NumberType::F32, {64, 3, 7, 7}, {}}}, {}};
    const std::vector<float> huge(64 * 3 * 7 * 7, 3e38F);
    weights.tensors[0].bytes.assign(reinterpret_cast<const char*>(huge.data()), 4 * huge.size());
    write_safetensors(dir_ / "huge.safetensors", weights);
    dots.experiment.model.weights = (dir_ / "huge.safetensors").string();
    EXPECT_THAT(test::error_of([&] { train(dots); }).what(),
                HasSubstr("learning rate is probably too high"));
    const RunRecord run = read_run(run_folder());
    EXPECT_EQ(run.summary.state, RunState::Failed);
    EXPECT_THAT(run.summary.message, HasSubstr("diverged"));
}

TEST_F(Trainer, MarksARunAsFailedWhenAnObserverThrows) {
    TrainObserver observer;
    observer.on_epoch = [](const EpochReport&, const std::vector<FaceResult>&) {
        throw Error("the window is gone");
    };
    EXPECT_THROW(train(job(), observer), Error);
    EXPECT_EQ(read_run(run_folder()).summary.state, RunState::Failed);
}

TEST_F(Trainer, LearnsFromFacesThatLackSomePointsAndSaysHowMany) {
    TrainJob dots = job(12);
    std::vector<std::string> notes;
    TrainObserver observer;
    int faces = 0;
    observer.on_start = [&](const TrainingPlan& plan) {
        notes = plan.notes;
        faces = plan.train_faces + plan.validation_faces;
    };
    const auto dataset = std::make_shared<Dataset>(*dots.dataset);
    dots.dataset = dataset;
    for (const int i : {0, 1, 2, 3, 4, 5, 6})
        dataset->samples[static_cast<size_t>(i)].points_in_image.visibility[1] =
            Visibility::NotLabelled;
    const Split split = make_split(*dataset, dots.experiment.split);
    const auto lacking =
        std::count_if(split.train.begin(), split.train.end(), [](int i) { return i < 7; });
    train(dots, observer);
    EXPECT_EQ(faces, 24);
    EXPECT_THAT(notes, Contains(HasSubstr(std::to_string(lacking) + " of ")));
    EXPECT_THAT(notes, Contains(HasSubstr("lack some points")));

    dots.experiment.target = TargetPoints::NoseTip;
    train(dots, observer);
    EXPECT_EQ(faces, 24);
}

TEST_F(Trainer, LeavesOutPicturesThatDoNotDecode) {
    TrainJob dots = job();
    write_file(dots.dataset->samples[3].image, "no picture");
    fs::remove(dots.dataset->samples[6].image);
    TrainObserver observer;
    TrainingPlan plan;
    observer.on_start = [&](const TrainingPlan& given) { plan = given; };
    EXPECT_EQ(train(dots, observer).run.summary.state, RunState::Finished);
    EXPECT_EQ(plan.train_faces + plan.validation_faces, 14);
    EXPECT_EQ(plan.notes.size(), 2U);
    EXPECT_THAT(plan.notes, Contains(HasSubstr("face103.png")));
}

TEST_F(Trainer, MakesNoRunForAnExperimentThatDoesNotFit) {
    TrainJob dots = job();
    dots.experiment.model.kernels = {5};
    EXPECT_THROW(train(dots), Error);
    dots = job();
    const auto without_nose = std::make_shared<Dataset>(*dots.dataset);
    without_nose->scheme.nose_tip.reset();
    dots.dataset = without_nose;
    dots.experiment.target = TargetPoints::NoseTip;
    EXPECT_THROW(train(dots), Error);
    EXPECT_FALSE(fs::exists(dir_ / "runs"));
}

TEST_F(Trainer, SaysWhereNoRunCanBeWritten) {
    TrainJob dots = job();
    write_file(dots.runs, "a file where the folder of runs should be");
    EXPECT_THAT(test::error_of([&] { train(dots); }).what(), HasSubstr(dots.runs.string()));
}

TEST_F(Trainer, FallsBackToTheCpuAndSaysSo) {
    TrainJob dots = job();
    dots.experiment.epochs = 1;
    dots.experiment.device = DeviceChoice::Cuda;
    TrainObserver observer;
    observer.on_start = [](const TrainingPlan& plan) {
        EXPECT_EQ(plan.device_note.empty(), plan.device == "cuda");
    };
    EXPECT_NO_THROW(train(dots, observer));
}

TEST_F(Trainer, TrainsResNetFromWeightsInAFile) {
    TrainJob dots = job(4);
    dots.experiment.epochs = 1;
    dots.experiment.model.family = NetworkFamily::ResNet18;
    dots.experiment.input.channels = 3;
    dots.experiment.input.width = dots.experiment.input.height = 64;
    const TrainResult first = train(dots);
    dots.experiment.model.weights = (first.run.folder / "last.safetensors").string();
    dots.experiment.target = TargetPoints::NoseTip;
    std::vector<std::string> notes;
    TrainObserver observer;
    observer.on_start = [&](const TrainingPlan& plan) { notes = plan.notes; };
    train(dots, observer);
    ASSERT_EQ(notes.size(), 3U);
    EXPECT_THAT(notes[0], HasSubstr("120 of 122 tensors"));
    EXPECT_THAT(notes[1], HasSubstr("fc.weight (4×512 there, 2×512 here)"));
    EXPECT_THAT(notes[2], HasSubstr(sha256_of(read_file(dots.experiment.model.weights))));
}

TEST_F(Trainer, StartsACnnFromARunAndKeepsWhatItTook) {
    TrainJob dots = job(12);
    dots.experiment.epochs = 15;
    const TrainResult first = train(dots);
    ASSERT_GT(first.run.summary.best_epoch, 1);
    dots.experiment.epochs = 1;
    dots.experiment.optimiser.learning_rate = 1e-8;
    dots.experiment.model.weights = first.run.folder.string();
    const TrainResult second = train(dots);
    EXPECT_LT(second.run.summary.nme, first.run.epochs.front().nme);
    EXPECT_THAT(second.run.summary.weights,
                ElementsAre(AllOf(HasSubstr("8 of 8 tensors"),
                                  HasSubstr("best.safetensors of the run " + first.run.name)),
                            HasSubstr("SHA-256")));
    EXPECT_TRUE(first.run.summary.weights.empty());
    // Another shape of network takes what fits.
    dots.experiment.model.hidden = {16};
    EXPECT_THAT(train(dots).run.summary.weights,
                Contains(HasSubstr("of another shape, so they start at random: fc1.weight")));
}

TEST_F(Trainer, StartsFromAModelOfEightBitsAsFromTheOneItWasMadeOf) {
    TrainJob dots = job(12);
    dots.experiment.epochs = 15;
    const TrainResult first = train(dots);
    const std::filesystem::path small = dir_ / "small.safetensors";
    write_compact_model(first.run.folder, small);
    dots.experiment.epochs = 1;
    dots.experiment.optimiser.learning_rate = 1e-8;
    dots.experiment.model.weights = first.run.folder.string();
    const double of_run = train(dots).run.summary.error_px;
    dots.experiment.model.weights = small.string();
    const TrainResult second = train(dots);
    EXPECT_NEAR(second.run.summary.error_px, of_run, 0.05 * of_run);
    EXPECT_THAT(second.run.summary.weights, Contains(HasSubstr("8 of 8 tensors")));
}

TEST_F(Trainer, StartsFromPretrainedWeightsWhereTheyAreHereAndSaysSoWhereTheyAreNot) {
    const test::EnvironmentVariable data("XDG_DATA_HOME", (dir_ / "data").string());
    const test::EnvironmentVariable none("RUDOLPH_RESNET18", "");
    TrainJob dots = job(4);
    dots.experiment.epochs = 1;
    dots.experiment.model.family = NetworkFamily::ResNet18;
    dots.experiment.input = {CropKind::WholeImage, 32, 32, 3};
    dots.experiment.model.weights = "resnet18";
    const TrainResult without = train(dots);
    EXPECT_THAT(without.run.summary.weights,
                ElementsAre(AllOf(HasSubstr("not here"), HasSubstr("rudolph weights fetch"))));
    EXPECT_EQ(without.run.experiment.model.weights, "resnet18");
    {
        const test::EnvironmentVariable here("RUDOLPH_RESNET18",
                                             (without.run.folder / "last.safetensors").string());
        EXPECT_THAT(train(dots).run.summary.weights, Contains(HasSubstr("122 of 122 tensors")));
    }
    // A file of that name with another sum is damaged.
    write_file(downloaded_models_folder() / "resnet18-f37072fd.pth", "something else");
    EXPECT_THAT(test::error_of([&] { train(dots); }).what(), HasSubstr("begin with f37072fd"));
}

TEST_F(Trainer, StartsFromTheFileThatTorchvisionMakes) {
    const std::string python = test::python_with("torch, torchvision");
    if (python.empty())
        GTEST_SKIP() << "torchvision is not here, nothing was tested";
    ASSERT_EQ(test::run_python(python,
                               "import torch, torchvision\n"
                               "torch.save(torchvision.models.resnet34().state_dict(), 'w.pth')\n",
                               dir_.path()),
              "");
    const test::EnvironmentVariable here("RUDOLPH_RESNET34", (dir_ / "w.pth").string());
    TrainJob dots = job(2);
    dots.experiment.epochs = 1;
    dots.experiment.model.family = NetworkFamily::ResNet34;
    dots.experiment.input = {CropKind::WholeImage, 32, 32, 3};
    dots.experiment.model.weights = "resnet34";
    EXPECT_THAT(
        train(dots).run.summary.weights,
        ElementsAre(HasSubstr("216 of 218 tensors start from the weights in w.pth"),
                    HasSubstr("fc.weight (1000×512 there, 4×512 here)"), HasSubstr("SHA-256")));
}

TEST_F(Trainer, LeavesNoFaceAloneForBatchNorm) {
    TrainJob dots = job(4);
    dots.experiment.epochs = 1;
    dots.experiment.batch_size = 5;
    dots.experiment.model.family = NetworkFamily::ResNet18;
    dots.experiment.input = {CropKind::WholeImage, 32, 32, 3};
    TrainObserver observer;
    observer.on_start = [](const TrainingPlan& plan) {
        EXPECT_EQ(plan.train_faces, 6);
        EXPECT_EQ(plan.batches, 1);
    };
    EXPECT_EQ(train(dots, observer).run.summary.state, RunState::Finished);
}

}  // namespace
}  // namespace rudolph
