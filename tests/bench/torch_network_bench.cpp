#include <benchmark/benchmark.h>
#include <torch/torch.h>

#include "core/base/random.h"
#include "core/model/torch_device.h"
#include "core/model/torch_network.h"
#include "core/train/torch_compute_choice.h"

namespace rudolph {
namespace {

/// One training step on a batch of the preset's size, computed as a training would.
void step(benchmark::State& state, const char* name, int outputs, Precision precision) {
    Experiment experiment = preset(name);
    experiment.precision = precision;
    const InputSpec& input = experiment.input;
    const ComputeChoice choice = choose_compute(experiment, outputs, torch::kCPU).choice;
    use_threads(choice.split_batch ? 1 : choice.threads);
    const auto network = make_network(experiment.model, input, outputs);
    network->train();
    TrainStep train(experiment, network, outputs, torch::kCPU, choice);
    const auto faces = static_cast<size_t>(experiment.batch_size);
    Batch batch;
    batch.samples.resize(faces);
    batch.inputs.resize(faces * static_cast<size_t>(input.channels * input.size().area()));
    batch.labels.resize(faces * static_cast<size_t>(outputs));
    Random random(1);
    for (auto* numbers : {&batch.inputs, &batch.labels})
        for (float& number : *numbers)
            number = static_cast<float>(random.uniform());
    for (auto _ : state)
        train(batch, 1e-6);
    state.SetItemsProcessed(state.iterations() * experiment.batch_size);
    state.SetLabel(precision_name(choice) + ", " + std::to_string(choice.threads) + " threads" +
                   (choice.split_batch ? ", split" : ""));
}
BENCHMARK_CAPTURE(step, nose_tip, "nose-tip", 2, Precision::Auto)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(step, full_face, "full-face", 116, Precision::Auto)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(step, face68_fast_float32, "face68-fast", 136, Precision::Float32)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(step, face68_fast, "face68-fast", 136, Precision::Auto)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(step, resnet18_float32, "resnet18-ibug", 136, Precision::Float32)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(step, resnet18, "resnet18-ibug", 136, Precision::Auto)
    ->Unit(benchmark::kMillisecond);

/// One face.
void predict(benchmark::State& state, const char* name, int outputs) {
    const torch::InferenceMode inference;
    const Experiment experiment = preset(name);
    const InputSpec& input = experiment.input;
    const auto network = make_network(experiment.model, input, outputs);
    network->eval();
    use_processors(network->multiplications());
    const torch::Tensor inputs = torch::rand({1, input.channels, input.height, input.width});
    for (auto _ : state)
        benchmark::DoNotOptimize(network->forward(inputs));
}
BENCHMARK_CAPTURE(predict, full_face, "full-face", 116)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(predict, face68_fast, "face68-fast", 136)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(predict, resnet18, "resnet18-ibug", 136)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace rudolph
