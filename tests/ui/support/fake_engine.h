#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <thread>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/engine/engine.h"
#include "core/runs/run_files.h"
#include "core/runs/run_reader.h"
#include "core/train/run_log.h"

namespace rudolph::test {

/// How a fake engine behaves; shared with the test, which may change it.
struct FakeTraining {
    std::atomic<bool> is_missing = false;  ///< LibTorch
    std::atomic<bool> fails = false;       ///< before there is a run
    std::atomic<int> diverges = 0;         ///< the number of the training that does; 0: none
    std::atomic<bool> reads_on = false;    ///< pictures, until it is cancelled
    std::atomic<int> trainings = 0;        ///< that began
    std::atomic<int> threads = 0;          ///< that a training says it computes on
    std::atomic<int> most_at_once = 0;     ///< trainings that went on beside each other
    /// The error is in proportion to the learning rate, as a search wants differences.
    std::atomic<bool> is_told_apart = false;
};

/// Trains without a network: its epochs take two milliseconds, and its runs are real ones.
class FakeEngine : public Engine {
public:
    explicit FakeEngine(std::shared_ptr<FakeTraining> training) : training_(std::move(training)) {
        if (training_->is_missing)
            throw Error("LibTorch is missing", {}, "install it");
    }

    EngineInfo info() const override { return {"fake", false, {}, 2}; }
    std::string slow_matrix_warning() const override { return {}; }
    std::vector<LayerSummary> summarise(const ModelSpec&, const InputSpec&, int) const override {
        return {{"conv1", "something", {1, 2, 3}, 42}};
    }
    TrainingEstimate estimate_training(const Experiment&, int, int, int,
                                       const CancelToken&) const override {
        return {};
    }
    TrainResult train(const TrainJob& job, const TrainObserver& observer,
                      const TrainControl& control) const override {
        const int training = ++training_->trainings;
        if (training_->fails)
            throw Error("the loss is no number", {}, "lower the learning rate");
        const auto before =
            job.resume.empty() ? std::vector<EpochMetrics>() : read_run(job.resume).epochs;
        RunLog log(job, make_split(*job.dataset, job.experiment.split), before);
        bool stopped = false;
        training_->most_at_once = std::max(training_->most_at_once.load(), job.at_once);
        try {
            work(job, observer, control, log, training == training_->diverges);
        } catch (const Cancelled&) {
            stopped = true;
        } catch (const Error& error) {
            log.fail(error.what());
            throw;
        }
        const int done = static_cast<int>(log.epochs().size());
        stopped = stopped || (job.stop_after > 0 && done >= job.stop_after &&
                              done < job.experiment.epochs && !control.finish.is_cancelled());
        log.end(stopped ? RunState::Stopped : RunState::Finished);
        return {read_run(log.folder()), stopped};
    }

    SpeedReport measure_training(const TrainJob&, int, const ProgressCallback&,
                                 const CancelToken&) const override {
        return {};
    }
    RateCurve find_learning_rate(const TrainJob&, const ProgressCallback&,
                                 const CancelToken&) const override {
        return {};
    }
    std::optional<WeightsReport> try_weights(const Experiment&, int) const override { return {}; }
    std::unique_ptr<Predictor> load_model(const std::filesystem::path&,
                                          DeviceChoice) const override {
        return nullptr;
    }
    std::unique_ptr<FaceDetector> load_detector(DetectorKind,
                                                const std::filesystem::path&) const override {
        return nullptr;
    }
    void download(const std::string&, const std::string&, const std::filesystem::path&,
                  const ProgressCallback&, const CancelToken&) const override {}
    std::unique_ptr<VideoReader> open_video(const std::filesystem::path&) const override {
        return nullptr;
    }
    std::unique_ptr<VideoWriter> write_video(const std::filesystem::path&, cv::Size,
                                             double) const override {
        return nullptr;
    }
    OnnxExport export_onnx(const std::filesystem::path&,
                           const std::filesystem::path&) const override {
        return {};
    }

private:
    static void wait(const TrainControl& control) {
        control.cancel.throw_if_cancelled();
        control.pause.wait(control.cancel);
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }

    void work(const TrainJob& job, const TrainObserver& observer, const TrainControl& control,
              RunLog& log, bool diverges) const {
        if (observer.on_prepare)
            observer.on_prepare({1, 2});
        while (training_->reads_on)
            wait(control);
        const Split split = make_split(*job.dataset, job.experiment.split);
        TrainingPlan plan;
        plan.run_folder = log.folder();
        plan.train_faces = static_cast<int>(split.train.size());
        plan.validation_faces = static_cast<int>(split.validation.size());
        plan.device = "cpu";
        plan.threads = training_->threads;
        plan.batches = 1;
        plan.epochs = job.experiment.epochs;
        plan.scheme = job.dataset->scheme;
        plan.target_indices = target_indices(job.experiment.target, job.dataset->scheme);
        plan.notes = {"made up"};
        plan.epochs_before = log.epochs();
        log.begin(plan, 10, "weights");
        write_file(log.folder() / kCheckpointFile, "a checkpoint");
        observer.on_start(plan);
        if (diverges)
            throw Error("the loss is no number", {}, "lower the learning rate");
        for (int epoch = static_cast<int>(log.epochs().size()) + 1;
             epoch <= (job.stop_after > 0 ? job.stop_after : job.experiment.epochs) &&
             !control.finish.is_cancelled();
             ++epoch) {
            wait(control);
            observer.on_batch({epoch, 1, 1, 0.5, 0.001, 100, 1, 3});
            std::vector<FaceResult> results;
            for (const int face : split.validation) {
                FaceResult result;
                result.sample_id = job.dataset->samples[static_cast<size_t>(face)].id;
                result.error_px = face + 1;
                result.nme = result.error_px / 100;
                results.push_back(result);
            }
            const double worse =
                training_->is_told_apart ? job.experiment.optimiser.learning_rate : 1.0;
            const EpochMetrics metrics{epoch, 0.5, 0.25, 8, worse * 0.1 / epoch, 0.001, 0.1, 0.5};
            EvaluationReport report;
            report.results = results;
            report.nme = metrics.nme;
            observer.on_epoch(log.epoch(metrics, report, "weights"), results);
        }
        if (observer.on_measure)
            observer.on_measure({1, 1});
    }

    std::shared_ptr<FakeTraining> training_;
};

}  // namespace rudolph::test
