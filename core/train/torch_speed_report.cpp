#include "core/train/torch_speed_report.h"

#include <algorithm>
#include <chrono>
#include <functional>
#include <opencv2/core/utility.hpp>

#include "core/base/error.h"
#include "core/experiment/check_experiment.h"
#include "core/model/torch_device.h"
#include "core/predict/torch_predictor.h"
#include "core/train/choose_faces.h"
#include "core/train/epoch_batches.h"
#include "core/train/torch_compute_choice.h"
#include "core/train/torch_validation.h"

namespace rudolph {
namespace {

using Clock = std::chrono::steady_clock;

double seconds_of(const std::function<void()>& work) {
    const auto start = Clock::now();
    work();
    return std::chrono::duration<double>(Clock::now() - start).count();
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<long>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

class Measurement {
public:
    Measurement(const TrainJob& job, const CancelToken& cancel)
        : experiment_(job.experiment),
          cancel_(cancel),
          chosen_(choose_faces(experiment_, *job.dataset, notes_)),
          store_(*job.dataset, experiment_.input, chosen_.target_indices),
          order_(store_.prepare(chosen_.split.train, notes_, cancel, {})),
          device_(choose_device(experiment_.device)) {
        if (order_.empty())
            throw Error("no picture of a training face can be read", {job.dataset->source});
        frame_ = target_frame(store_, order_);
        const EpochBatches batches = epoch(1);
        for (int i = 0; i < batches.count(); ++i)
            prepared_.push_back(batches(i));
    }

    SpeedReport report(int repeats, const ProgressCallback& progress) {
        SpeedReport report;
        report.faces = static_cast<int>(order_.size());
        const auto choices =
            compute_choices(experiment_, network()->multiplications(), has_bfloat16(device_));
        const std::int64_t total = repeats * (static_cast<std::int64_t>(choices.size()) + 2) + 1;
        std::int64_t done = 0;
        const auto tell = [&] {
            if (progress)
                progress({++done, total});
        };
        const auto seconds = time_choices(choices, [&](const ComputeChoice& choice, double) {
            TrainStep step = step_of(choice);
            const double median = median_of(
                repeats, [&] { train(step); }, tell);
            report.ways.push_back(way(choice, median));
            return median;
        });
        const size_t best = fastest_choice(seconds);
        const ComputeTrial trial = {choices[best],
                                    seconds[best] / static_cast<double>(order_.size())};
        // Measured with more care than a trial at the start of a training does.
        if (choices.size() > 1 && !device_.is_cuda())
            KeptChoices().replace(compute_question(experiment_, store_.outputs()), trial);
        TrainStep step = step_of(trial.choice);
        const Loader::Options loader =
            loader_options(trial, seconds_of([&] { epoch(1)(0); }) / experiment_.batch_size);
        report.loader_threads = loader.threads;
        std::vector<double> bare;
        std::vector<double> loaded;
        // One after the other, so that what else the machine does befalls both.
        for (int i = 0; i < repeats; ++i) {
            bare.push_back(seconds_of([&] { train(step); }));
            tell();
            loaded.push_back(seconds_of([&] { train_loading(step, i + 2, loader); }));
            tell();
        }
        report.steps_seconds = median(bare);
        report.epoch_seconds = median(loaded);
        report.chosen = way(trial.choice, report.steps_seconds);
        report.predict_images_per_second = predictions_per_second(step);
        tell();
        return report;
    }

private:
    EpochBatches epoch(int number) const {
        return {store_, experiment_, number, order_, 0, experiment_.batch_size};
    }

    std::shared_ptr<Network> network() const {
        auto made =
            make_network(experiment_.model, experiment_.input, store_.outputs(), experiment_.seed);
        made->start_at(frame_);
        made->train();
        return made;
    }

    TrainStep step_of(const ComputeChoice& choice) const {
        return {experiment_, network(), store_.outputs(), device_, choice};
    }

    void train(TrainStep& step) const {
        for (const Batch& batch : prepared_) {
            cancel_.throw_if_cancelled();
            step(batch, kRate);
        }
    }

    void train_loading(TrainStep& step, int number, const Loader::Options& options) const {
        const EpochBatches batches = epoch(number);
        Loader loader(batches.count(), batches, cancel_, options);
        while (const auto batch = loader.next())
            step(*batch, kRate);
    }

    double median_of(int repeats, const std::function<void()>& work,
                     const std::function<void()>& tell) const {
        std::vector<double> times;
        for (int i = 0; i < repeats; ++i) {
            times.push_back(seconds_of(work));
            tell();
        }
        return median(std::move(times));
    }

    SpeedReport::Way way(const ComputeChoice& choice, double seconds) const {
        return {precision_name(choice), choice.threads, choice.split_batch,
                static_cast<double>(order_.size()) / seconds};
    }

    double predictions_per_second(TrainStep& step) const {
        Network& network = step.averaged();
        network.eval();
        std::vector<double> times;
        for (size_t i = 0; i < std::min<size_t>(order_.size(), kPredictions); ++i) {
            const Batch face = make_batch(store_, {order_[i]});
            times.push_back(seconds_of(
                [&] { predicted_in_crops(network, face.inputs, experiment_.input, device_); }));
        }
        return 1 / median(std::move(times));
    }

    static constexpr double kRate = 1e-6;  ///< learns nothing that could run away
    static constexpr size_t kPredictions = 50;

    const Experiment& experiment_;
    const CancelToken cancel_;
    std::vector<std::string> notes_;
    const ChosenFaces chosen_;
    FaceStore store_;
    const std::vector<int> order_;
    const torch::Device device_;
    TargetFrame frame_;
    std::vector<Batch> prepared_;
};

}  // namespace

SpeedReport measure_training(const TrainJob& job, int repeats, const ProgressCallback& progress,
                             const CancelToken& cancel) {
    require_valid(job.experiment);
    const SingleThreadedOpenCv single_threaded;
    return Measurement(job, cancel).report(repeats, progress);
}

}  // namespace rudolph
