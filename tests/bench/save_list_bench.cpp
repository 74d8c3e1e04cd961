#include <benchmark/benchmark.h>

#include "core/formats/file_stamp.h"
#include "core/formats/losses.h"
#include "core/formats/save_in_place.h"
#include "core/formats/write_dataset.h"
#include "tests/bench/large_list.h"
#include "tests/bench/process_memory.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

/// What saving a dlib list of 100 000 faces would lose; memory in MB beyond what the program had.
void losses_of_list(benchmark::State& state) {
    const test::TempDir dir;
    const Dataset dataset = open_dataset(test::write_large_list(dir.path()));
    const auto format = static_cast<DatasetFormat>(state.range(0));
    for (auto _ : state) {
        test::forget_peak();
        const double before = test::process_memory("VmRSS");
        benchmark::DoNotOptimize(losses(dataset, format).size());
        state.counters["peak_MB"] = test::process_memory("VmHWM") - before;
    }
    state.SetItemsProcessed(state.iterations() * static_cast<long>(dataset.samples.size()));
}
BENCHMARK(losses_of_list)
    ->ArgName("format")
    ->Arg(static_cast<int>(DatasetFormat::DlibXml))
    ->Arg(static_cast<int>(DatasetFormat::Coco))
    ->Arg(static_cast<int>(DatasetFormat::Project))
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

/// Saving one changed face of a dlib list of as many in place: the list is written whole.
void save_list_in_place(benchmark::State& state) {
    const test::TempDir dir;
    Dataset dataset = open_dataset(test::write_large_list(dir.path()));
    FileStamps stamps = annotation_stamps(dataset);
    for (auto _ : state) {
        dataset.samples[0].points_in_image.points[0].x += 1;
        test::forget_peak();
        const double before = test::process_memory("VmRSS");
        if (!save_in_place(dataset, {dataset.samples[0].image}, {}, stamps, false).empty())
            state.SkipWithError("someone else has changed the list");
        state.counters["peak_MB"] = test::process_memory("VmHWM") - before;
    }
    state.counters["list_MB"] =
        static_cast<double>(std::filesystem::file_size(dataset.source)) / test::kMegabyte;
}
BENCHMARK(save_list_in_place)->Iterations(3)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace rudolph
