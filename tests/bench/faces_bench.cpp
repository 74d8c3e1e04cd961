#include <benchmark/benchmark.h>

#include <numeric>

#include "core/base/random.h"
#include "core/demo/demo_faces.h"
#include "core/experiment/experiment.h"
#include "core/formats/open_dataset.h"
#include "core/image/decode.h"
#include "core/train/face_store.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

/// One person's six pictures with their points, on all processors.
void demo_faces(benchmark::State& state) {
    int faces = 0;
    for (auto _ : state) {
        const test::TempDir dir;
        faces += write_demo_faces(dir / "faces", {.people = 1});
    }
    state.SetItemsProcessed(faces);
}
BENCHMARK(demo_faces)->Unit(benchmark::kMillisecond)->UseRealTime();

/// Reducing a decoded picture to what crops need, once for each face of a training.
void cropping_source(benchmark::State& state, const char* name) {
    const test::TempDir dir;
    write_demo_faces(dir / "faces", {.people = 1});
    const Dataset dataset = open_dataset(dir / "faces");
    const Sample& sample = dataset.samples.front();
    const cv::Mat grey = decode_image(sample.image, Colour::Grey);
    const InputSpec input = preset(name).input;
    const Box box = crop_box(sample.box, sample.points_in_image, grey.size());
    for (auto _ : state)
        benchmark::DoNotOptimize(make_crop_source(grey, input, box).finest().data);
}
BENCHMARK_CAPTURE(cropping_source, nose_tip, "nose-tip")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(cropping_source, full_face, "full-face")->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(cropping_source, ibug, "resnet18-ibug")->Unit(benchmark::kMicrosecond);

/// An epoch of 24 augmented faces in batches of two, as they come out of the loader: by the number
/// of its threads, with and without pictures kept in memory.
void load_epoch(benchmark::State& state, const char* name) {
    const test::TempDir dir;
    write_demo_faces(dir / "faces", {.people = 4});
    const Dataset dataset = open_dataset(dir / "faces");
    const Experiment experiment = preset(name);
    std::vector<int> samples(dataset.samples.size());
    std::iota(samples.begin(), samples.end(), 0);
    std::vector<int> points(static_cast<size_t>(dataset.scheme.size()));
    std::iota(points.begin(), points.end(), 0);
    FaceStore store(dataset, experiment.input, points,
                    state.range(1) != 0 ? std::uint64_t{1} << 30 : 0);
    std::vector<std::string> notes;
    store.prepare(samples, notes, {}, {});
    const auto draw = [&](int sample) {
        Random random(1, 1, static_cast<std::uint64_t>(sample));
        return draw_augmentation(experiment.augmentation, random);
    };
    const auto make = [&](int index) {
        return make_batch(store, {2 * index, 2 * index + 1}, draw);
    };
    const auto faces = static_cast<int>(samples.size());
    for (auto _ : state) {
        Loader loader(faces / 2, make, {}, {static_cast<int>(state.range(0)), 4});
        while (const auto batch = loader.next())
            benchmark::DoNotOptimize(batch->inputs.data());
    }
    state.SetItemsProcessed(state.iterations() * faces);
}
BENCHMARK_CAPTURE(load_epoch, full_face, "full-face")
    ->ArgNames({"threads", "kept"})
    ->ArgsProduct({{1, 2, 4}, {1, 0}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(load_epoch, ibug, "resnet18-ibug")
    ->ArgNames({"threads", "kept"})
    ->ArgsProduct({{1, 2, 4}, {1}})
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

}  // namespace
}  // namespace rudolph
