#include "core/engine/torch_speed.h"

#include <fmt/format.h>
#include <torch/torch.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <vector>

#include "core/model/torch_device.h"

namespace rudolph {
namespace {

constexpr int kTorchSize = 512;
constexpr int kPlainSize = 192;
constexpr int kTries = 4;
constexpr double kMaxSeconds = 0.03;  ///< for the tries of one kind
/// A reference BLAS is about as fast as the plain loops, a real one many times as fast.
constexpr double kLeastRatio = 2.5;

/// Of the best try; at least one.
double best_gflops(int size, const std::function<void()>& product) {
    using Clock = std::chrono::steady_clock;
    const auto seconds = [](Clock::duration time) {
        return std::chrono::duration<double>(time).count();
    };
    double best = 0;
    const auto begin = Clock::now();
    for (int i = 0; i < kTries && (i == 0 || seconds(Clock::now() - begin) < kMaxSeconds); ++i) {
        const auto start = Clock::now();
        product();
        const double time = std::max(1e-9, seconds(Clock::now() - start));
        best = std::max(best, 2.0 * size * size * size / time / 1e9);
    }
    return best;
}

void plain_product(const std::vector<float>& a, const std::vector<float>& b, std::vector<float>& c,
                   size_t n) {
    std::fill(c.begin(), c.end(), 0.0F);
    for (size_t i = 0; i < n; ++i)
        for (size_t k = 0; k < n; ++k)
            for (size_t j = 0; j < n; ++j)
                c[i * n + j] += a[i * n + k] * b[k * n + j];
}

}  // namespace

MatrixSpeed measure_matrix_speed() {
    const torch::InferenceMode inference;
    use_all_processors();
    MatrixSpeed speed;
    const torch::Tensor a = torch::full({kTorchSize, kTorchSize}, 0.5F);
    torch::Tensor c = torch::empty_like(a);
    speed.torch_gflops = best_gflops(kTorchSize, [&] { torch::mm_out(c, a, a); });
    const auto n = static_cast<size_t>(kPlainSize);
    const std::vector<float> plain(n * n, 0.5F);
    std::vector<float> result(n * n);
    speed.plain_gflops = best_gflops(kPlainSize, [&] { plain_product(plain, plain, result, n); });
    return speed;
}

std::string slow_matrix_warning(const MatrixSpeed& speed) {
    if (speed.torch_gflops >= kLeastRatio * speed.plain_gflops)
        return {};
    return fmt::format(
        "LibTorch's matrix product runs on a slow BLAS ({:.1f} GFLOP/s); training will be 20 to 40 "
        "times slower than it could be: install libopenblas0-openmp",
        speed.torch_gflops);
}

}  // namespace rudolph
