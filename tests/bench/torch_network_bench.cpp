#include <benchmark/benchmark.h>
#include <torch/torch.h>

#include "core/model/torch_device.h"
#include "core/model/torch_network.h"

namespace rudolph {
namespace {

/// One step of Adam on a batch of the preset's size.
void step(benchmark::State& state, const char* name, int outputs) {
    const Experiment experiment = preset(name);
    const InputSpec& input = experiment.input;
    const auto network = make_network(experiment.model, input, outputs);
    use_processors(network->multiplications() * experiment.batch_size);
    const int size = experiment.batch_size;
    const torch::Tensor inputs = torch::rand({size, input.channels, input.height, input.width});
    const torch::Tensor labels = torch::rand({size, outputs});
    torch::optim::Adam optimiser(network->parameters(), torch::optim::AdamOptions(1e-4));
    for (auto _ : state) {
        optimiser.zero_grad();
        torch::mse_loss(network->forward(inputs), labels).backward();
        optimiser.step();
    }
    state.SetItemsProcessed(state.iterations() * size);
}
BENCHMARK_CAPTURE(step, nose_tip, "nose-tip", 2)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(step, full_face, "full-face", 116)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(step, resnet18, "resnet18-ibug", 136)->Unit(benchmark::kMillisecond);

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
BENCHMARK_CAPTURE(predict, resnet18, "resnet18-ibug", 136)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace rudolph
