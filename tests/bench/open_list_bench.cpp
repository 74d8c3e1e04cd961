#include <benchmark/benchmark.h>
#include <malloc.h>

#include "core/dataset/inspect_faces.h"
#include "tests/bench/large_list.h"
#include "tests/bench/process_memory.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

/// What a program cannot do without: the samples with their points and texts.
double annotation_bytes(const Dataset& dataset) {
    double bytes = 0;
    for (const Sample& sample : dataset.samples)
        bytes += sizeof(Sample) +
                 static_cast<double>(sample.points_in_image.points.capacity() * sizeof(Point) +
                                     sample.points_in_image.visibility.capacity() +
                                     sample.id.capacity() + sample.person.capacity() +
                                     sample.image.native().capacity());
    return bytes;
}

/// Opening a dlib list of 100 000 faces of 68 points; memory in MB beyond what the program had.
void open_list(benchmark::State& state) {
    const test::TempDir dir;
    test::LargeListSpec spec;
    spec.own_pictures = state.range(0) != 0;
    const std::filesystem::path list = test::write_large_list(dir.path(), spec);
    for (auto _ : state) {
        test::forget_peak();
        const double before = test::process_memory("VmRSS");
        const Dataset dataset = open_dataset(list);
        state.PauseTiming();
        if (dataset.samples.size() != static_cast<size_t>(spec.faces))
            state.SkipWithError("not all faces were read");
        state.counters["annotations_MB"] = annotation_bytes(dataset) / test::kMegabyte;
        state.counters["list_MB"] =
            static_cast<double>(std::filesystem::file_size(list)) / test::kMegabyte;
        state.counters["peak_MB"] = test::process_memory("VmHWM") - before;
        malloc_trim(0);
        state.counters["held_MB"] = test::process_memory("VmRSS") - before;
        state.ResumeTiming();
    }
    state.SetItemsProcessed(state.iterations() * spec.faces);
}
BENCHMARK(open_list)
    ->ArgName("own_pictures")
    ->Arg(1)
    ->Arg(0)
    ->Iterations(2)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

/// Looking for odd annotations in as many.
void inspect_list(benchmark::State& state) {
    const test::TempDir dir;
    const Dataset dataset = open_dataset(test::write_large_list(dir.path()));
    for (auto _ : state)
        benchmark::DoNotOptimize(inspect_faces(dataset).size());
    state.SetItemsProcessed(state.iterations() * static_cast<long>(dataset.samples.size()));
}
BENCHMARK(inspect_list)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace rudolph
