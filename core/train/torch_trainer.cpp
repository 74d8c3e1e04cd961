#include "core/train/torch_trainer.h"

#include <torch/torch.h>

#include <chrono>
#include <cmath>
#include <new>
#include <opencv2/core/utility.hpp>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/model/torch_device.h"
#include "core/model/torch_network.h"
#include "core/model/torch_weights.h"
#include "core/model/weights_file.h"
#include "core/predict/model_file.h"
#include "core/predict/torch_predictor.h"
#include "core/train/choose_faces.h"
#include "core/train/face_store.h"
#include "core/train/run_log.h"

namespace rudolph {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kValidationBatch = 32;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// OpenCV's own threads gain nothing on pictures this small and would compete with LibTorch's.
class SingleThreadedOpenCv {
public:
    SingleThreadedOpenCv() { cv::setNumThreads(1); }
    ~SingleThreadedOpenCv() { cv::setNumThreads(before_); }
    SingleThreadedOpenCv(const SingleThreadedOpenCv&) = delete;
    SingleThreadedOpenCv& operator=(const SingleThreadedOpenCv&) = delete;

private:
    int before_ = cv::getNumThreads();
};

class Training {
public:
    Training(const TrainJob& job, const TrainObserver& observer, const CancelToken& cancel,
             const TrainSettings& settings)
        : job_(job),
          experiment_(job.experiment),
          observer_(observer),
          cancel_(cancel),
          settings_(settings),
          device_(torch::kCPU) {}

    TrainResult run();

private:
    void prepare_faces();
    int batch_count() const;
    void build_network(const std::vector<float>& label);
    void start_at(const std::vector<float>& label);
    std::vector<float> mean_label() const;
    double constant_error_px(const std::vector<float>& label) const;
    std::string model_bytes(int epoch) const;
    void work(RunLog& log);
    void train_epochs(RunLog& log);
    double train_epoch(int epoch);
    double train_batch(const Batch& batch);
    EvaluationReport validate();
    FaceResult measured(int sample, const Landmarks& predicted_in_crop) const;
    std::vector<int> order_of(int epoch) const;

    const TrainJob& job_;
    const Experiment& experiment_;
    const TrainObserver& observer_;
    const CancelToken cancel_;
    const TrainSettings settings_;
    torch::Device device_;
    TrainingPlan plan_;
    Split split_;
    std::optional<FaceStore> store_;
    std::shared_ptr<Network> network_;
    std::optional<torch::optim::Adam> optimiser_;
    std::optional<TrainingClock> clock_;
    Clock::time_point start_ = Clock::now();
};

/// Decodes the pictures and fills in the plan.
void Training::prepare_faces() {
    std::vector<int> samples = split_.train;
    samples.insert(samples.end(), split_.validation.begin(), split_.validation.end());
    store_.emplace(job_.dataset, experiment_.input, plan_.target_indices,
                   settings_.max_picture_bytes);
    keep_only(split_, store_->prepare(samples, plan_.notes, cancel_, observer_.on_prepare));
    plan_.train_faces = static_cast<int>(split_.train.size());
    plan_.validation_faces = static_cast<int>(split_.validation.size());
    plan_.batches = batch_count();
    plan_.epochs = experiment_.epochs;
}

/// The last batch may be smaller. One face alone would leave batch norm nothing to average over, so
/// it joins the batch before.
int Training::batch_count() const {
    const int whole = plan_.train_faces / experiment_.batch_size;
    const int rest = plan_.train_faces % experiment_.batch_size;
    const bool joins =
        rest == 1 && whole > 0 && experiment_.model.family == NetworkFamily::ResNet18;
    return rest == 0 || joins ? whole : whole + 1;
}

/// The network begins with what is right on average rather than with zero, so that no epochs go
/// into learning where the middle is.
void Training::start_at(const std::vector<float>& label) {
    const torch::NoGradGuard no_grad;
    network_->output_layer()->bias.copy_(torch::tensor(label));
}

void Training::build_network(const std::vector<float>& label) {
    device_ = choose_device(experiment_.device, &plan_.device_note);
    plan_.device = to_string(device_);
    network_ =
        make_network(experiment_.model, experiment_.input, store_->outputs(), experiment_.seed);
    start_at(label);
    if (experiment_.model.family == NetworkFamily::ResNet18 && !experiment_.model.weights.empty()) {
        const std::filesystem::path file = experiment_.model.weights;
        for (std::string& note : load_matching_state(*network_, read_weights(file), file))
            plan_.notes.push_back(std::move(note));
    }
    network_->to(device_);
    use_processors(network_->multiplications() * experiment_.batch_size);
    plan_.parameters = parameter_count(*network_);
    optimiser_.emplace(network_->parameters(),
                       torch::optim::AdamOptions(experiment_.optimiser.learning_rate));
}

/// Over the training faces, without augmentation.
std::vector<float> Training::mean_label() const {
    std::vector<double> sums(static_cast<size_t>(store_->outputs()));
    for (const int sample : split_.train) {
        const Landmarks in_crop =
            transformed(store_->plain_crop_from_image(sample), store_->truth_in_image(sample));
        const auto labels = normalised_labels(in_crop, experiment_.input.size());
        for (size_t i = 0; i < sums.size(); ++i)
            sums[i] += labels[i];
    }
    std::vector<float> mean;
    for (const double sum : sums)
        mean.push_back(static_cast<float>(sum / static_cast<double>(split_.train.size())));
    return mean;
}

double Training::constant_error_px(const std::vector<float>& label) const {
    const Landmarks everywhere = points_from_normalised(
        label.data(), static_cast<int>(label.size() / 2), experiment_.input.size());
    std::vector<FaceResult> results;
    for (const int sample : split_.validation)
        results.push_back(measured(sample, everywhere));
    return evaluation_report(std::move(results), "").error_px;
}

FaceResult Training::measured(int sample, const Landmarks& predicted_in_crop) const {
    const Sample& face = job_.dataset.samples[static_cast<size_t>(sample)];
    const Affine crop_from_image = store_->plain_crop_from_image(sample);
    return face_result(face.id, transformed(crop_from_image.inverse(), predicted_in_crop),
                       store_->truth_in_image(sample),
                       job_.dataset.scheme.normalising_distance(face.points_in_image),
                       crop_from_image, experiment_.input.size());
}

std::string Training::model_bytes(int epoch) const {
    ModelInfo info;
    info.scheme = job_.dataset.scheme;
    info.indices = plan_.target_indices;
    info.input = experiment_.input;
    info.model = experiment_.model;
    info.experiment = experiment_.name;
    info.epoch = epoch;
    return safetensors_bytes({stored_state(*network_), model_metadata(info)});
}

std::vector<int> Training::order_of(int epoch) const {
    std::vector<int> order = split_.train;
    Random random(experiment_.seed, static_cast<std::uint64_t>(epoch));
    shuffle(order, random);
    return order;
}

double Training::train_batch(const Batch& batch) {
    const InputSpec& input = experiment_.input;
    const torch::Tensor inputs = input_tensor(batch.inputs, input).to(device_);
    const torch::Tensor labels =
        torch::from_blob(const_cast<float*>(batch.labels.data()), {batch.size(), store_->outputs()})
            .to(device_);
    optimiser_->zero_grad();
    const torch::Tensor loss = torch::mse_loss(network_->forward(inputs), labels);
    const double value = loss.item<double>();
    if (!std::isfinite(value))
        throw Error("the loss is no longer a number: the training has diverged", {},
                    "the learning rate is probably too high");
    loss.backward();
    optimiser_->step();
    return value;
}

double Training::train_epoch(int epoch) {
    network_->train();
    const std::vector<int> order = order_of(epoch);
    const auto size = static_cast<size_t>(experiment_.batch_size);
    const auto draw = [&](int sample) {
        Random random(experiment_.seed, static_cast<std::uint64_t>(epoch),
                      static_cast<std::uint64_t>(sample) + 1);
        return draw_augmentation(experiment_.augmentation, random);
    };
    const auto make = [&](int index) {
        const size_t begin = static_cast<size_t>(index) * size;
        const size_t end = index + 1 == plan_.batches ? order.size() : begin + size;
        return make_batch(
            *store_,
            {order.begin() + static_cast<long>(begin), order.begin() + static_cast<long>(end)},
            draw);
    };
    Loader loader(plan_.batches, make, cancel_, settings_.loader);
    double losses = 0;
    BatchReport report{epoch, 0, plan_.batches, 0, 0, 0, 0};
    int images = 0;
    for (auto before = Clock::now(); const auto batch = loader.next(); before = Clock::now()) {
        report.loss = train_batch(*batch);
        losses += report.loss;
        images += batch->size();
        clock_->batch_done(batch->size(), seconds_since(before));
        ++report.batch;
        report.images_per_second = clock_->images_per_second();
        report.seconds = seconds_since(start_);
        report.seconds_left = clock_->seconds_left(epoch, images, false);
        if (observer_.on_batch)
            observer_.on_batch(report);
    }
    return losses / plan_.batches;
}

EvaluationReport Training::validate() {
    network_->eval();
    const std::vector<int>& samples = split_.validation;
    const auto make = [&](int index) {
        const size_t begin = static_cast<size_t>(index) * kValidationBatch;
        const size_t end = std::min(samples.size(), begin + kValidationBatch);
        return make_batch(*store_, {samples.begin() + static_cast<long>(begin),
                                    samples.begin() + static_cast<long>(end)});
    };
    const auto batches =
        static_cast<int>((samples.size() + kValidationBatch - 1) / kValidationBatch);
    Loader loader(batches, make, cancel_, settings_.loader);
    std::vector<FaceResult> results;
    while (const auto batch = loader.next()) {
        const auto points =
            predicted_in_crops(*network_, batch->inputs, experiment_.input, device_);
        for (size_t i = 0; i < points.size(); ++i)
            results.push_back(measured(batch->samples[i], points[i]));
    }
    return evaluation_report(std::move(results), job_.dataset.scheme.normaliser_name());
}

void Training::train_epochs(RunLog& log) {
    for (int epoch = 1; epoch <= experiment_.epochs; ++epoch) {
        const auto epoch_start = Clock::now();
        EpochMetrics metrics;
        metrics.epoch = epoch;
        metrics.learning_rate = experiment_.optimiser.learning_rate;
        metrics.train_loss = train_epoch(epoch);
        const auto validation_start = Clock::now();
        const EvaluationReport validation = validate();
        metrics.validation_loss = validation.mse;
        metrics.error_px = validation.error_px;
        metrics.nme = validation.nme;
        if (!std::isfinite(validation.mse))
            throw Error("the network predicts no numbers any more: the training has diverged", {},
                        "the learning rate is probably too high");
        metrics.seconds = seconds_since(epoch_start);
        EpochReport report = log.epoch(metrics, validation, model_bytes(epoch));
        clock_->validation_done(seconds_since(validation_start));
        report.seconds_left = clock_->seconds_left(epoch, plan_.train_faces, true);
        if (observer_.on_epoch)
            observer_.on_epoch(report, validation.results);
    }
}

void Training::work(RunLog& log) {
    const SingleThreadedOpenCv single_threaded;
    prepare_faces();
    const std::vector<float> label = mean_label();
    build_network(label);
    log.begin(plan_, constant_error_px(label), model_bytes(0));
    start_ = Clock::now();
    clock_.emplace(plan_.train_faces, plan_.epochs);
    if (observer_.on_start)
        observer_.on_start(plan_);
    train_epochs(log);
}

TrainResult Training::run() {
    require_valid(experiment_);
    ChosenFaces chosen = choose_faces(experiment_, job_.dataset, plan_.notes);
    plan_.target_indices = std::move(chosen.target_indices);
    split_ = std::move(chosen.split);
    RunLog log(job_, split_);
    plan_.run_folder = log.folder();
    RunState state = RunState::Finished;
    try {
        with_torch([&] { work(log); });
    } catch (const Cancelled&) {
        state = RunState::Stopped;
    } catch (const std::bad_alloc&) {
        const Error error("there is not enough memory", {}, "choose a smaller batch or input");
        log.fail(error.what());
        throw error;
    } catch (const std::exception& error) {
        log.fail(error.what());
        throw;
    }
    log.end(state);
    return {read_run(log.folder()), state == RunState::Stopped};
}

}  // namespace

TrainResult train_with(const TrainJob& job, const TrainObserver& observer,
                       const CancelToken& cancel, const TrainSettings& settings) {
    return Training(job, observer, cancel, settings).run();
}

TrainResult train(const TrainJob& job, const TrainObserver& observer, const CancelToken& cancel) {
    return train_with(job, observer, cancel, {});
}

}  // namespace rudolph
