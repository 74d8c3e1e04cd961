#include <benchmark/benchmark.h>

#include <opencv2/core/utility.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "core/experiment/experiment.h"
#include "core/image/decode.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

/// As large and about as smooth as a picture of IMM.
cv::Mat picture() {
    cv::Mat pixels(480, 640, CV_8UC3);
    cv::RNG(1).fill(pixels, cv::RNG::UNIFORM, 0, 256);
    cv::GaussianBlur(pixels, pixels, {0, 0}, 6);
    return pixels;
}

cv::Mat grey_picture() {
    cv::Mat grey;
    cv::cvtColor(picture(), grey, cv::COLOR_BGR2GRAY);
    return grey;
}

void decode(benchmark::State& state) {
    const test::TempDir dir;
    write_image(dir / "picture.jpg", picture());
    for (auto _ : state)
        benchmark::DoNotOptimize(decode_image(dir / "picture.jpg", Colour::Grey));
}
BENCHMARK(decode)->Unit(benchmark::kMillisecond);

/// From a picture kept for cropping to the network's numbers, as for every face of every epoch.
void crop(benchmark::State& state, const char* name, bool augmented) {
    cv::setNumThreads(1);
    const Experiment experiment = preset(name);
    const InputSpec& input = experiment.input;
    const cv::Mat grey = grey_picture();
    const Box box{200, 120, 220, 220};
    const Landmarks points(std::vector<Point>(68, Point(300, 200)));
    const CroppingSource source = make_cropping_source(grey, input, box);
    std::vector<float> numbers(static_cast<size_t>(input.channels * input.size().area()));
    std::uint64_t index = 0;
    for (auto _ : state) {
        Random random(1, 1, ++index);
        const AugmentationDraw draw =
            augmented ? draw_augmentation(experiment.augmentation, random) : AugmentationDraw{};
        const Crop made = make_crop(source, input, grey.size(), box, points, draw);
        write_input(made.grey, input, numbers.data());
        benchmark::DoNotOptimize(numbers.data());
    }
}
BENCHMARK_CAPTURE(crop, full_face_plain, "full-face", false)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(crop, full_face_augmented, "full-face", true)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(crop, ibug_augmented, "resnet18-ibug", true)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace rudolph
