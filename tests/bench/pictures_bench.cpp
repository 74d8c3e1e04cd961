#include <benchmark/benchmark.h>

#include <opencv2/core/utility.hpp>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "core/augment/crop.h"
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

/// The same at a half, a quarter and an eighth of its size, as trainings read JPEGs.
void decode_reduced_by(benchmark::State& state) {
    const test::TempDir dir;
    write_image(dir / "picture.jpg", picture());
    const auto most = [&](cv::Size) { return static_cast<int>(state.range(0)); };
    for (auto _ : state)
        benchmark::DoNotOptimize(decode_reduced(dir / "picture.jpg", most).grey.data);
}
BENCHMARK(decode_reduced_by)->Arg(2)->Arg(4)->Arg(8)->Unit(benchmark::kMillisecond);

/// From a picture kept for cropping to the network's numbers, as for every face of every epoch.
void crop_with(benchmark::State& state, const InputSpec& input, const AugmentationSpec& spec) {
    cv::setNumThreads(1);
    const cv::Mat grey = grey_picture();
    const Box box{200, 120, 220, 220};
    const Landmarks points(std::vector<Point>(68, Point(300, 200)));
    const std::vector<int> mirror = builtin_scheme("ibug-68").mirror_permutation();
    const CropSource source = make_crop_source(grey, input, box);
    std::vector<float> numbers(static_cast<size_t>(input.channels * input.size().area()));
    std::uint64_t index = 0;
    for (auto _ : state) {
        Random random(1, 1, ++index);
        const AugmentationDraw draw = draw_augmentation(spec, random);
        const Crop made = make_crop(source, input, grey.size(), box, points, draw, mirror);
        write_input(made.grey, input, numbers.data());
        benchmark::DoNotOptimize(numbers.data());
    }
}

void crop(benchmark::State& state, const char* name, bool augmented) {
    const Experiment experiment = preset(name);
    crop_with(state, experiment.input, augmented ? experiment.augmentation : AugmentationSpec{});
}
BENCHMARK_CAPTURE(crop, full_face_plain, "full-face", false)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(crop, full_face_augmented, "full-face", true)->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(crop, ibug_augmented, "resnet18-ibug", true)->Unit(benchmark::kMicrosecond);

/// One effect in every crop of 128×128; "everything" is the most that a sample can cost.
void augment(benchmark::State& state, const AugmentationSpec& spec) {
    InputSpec input;
    input.crop = CropKind::FaceBox;
    input.width = input.height = 128;
    crop_with(state, input, spec);
}
BENCHMARK_CAPTURE(augment, nothing, {})->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(augment, geometry, {.shift_px = 6, .rotation_deg = 30, .flip = 0.5, .scale = 0.2})
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(augment, light, {.brightness = 0.5, .contrast = 0.4, .gamma = 0.7})
    ->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(augment, shade, {.shade = 0.8})->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(augment, blur, {.blur_px = 2.5})->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(augment, noise, {.noise = 20})->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(augment, jpeg, {.jpeg_quality = 20})->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(augment, occlusion, {.occlusion = 0.5})->Unit(benchmark::kMicrosecond);
BENCHMARK_CAPTURE(augment, everything,
                  {.brightness = 0.5,
                   .contrast = 0.4,
                   .shift_px = 6,
                   .rotation_deg = 30,
                   .flip = 0.5,
                   .scale = 0.2,
                   .gamma = 0.7,
                   .shade = 0.8,
                   .blur_px = 2.5,
                   .noise = 20,
                   .jpeg_quality = 20,
                   .occlusion = 0.5})
    ->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace rudolph
