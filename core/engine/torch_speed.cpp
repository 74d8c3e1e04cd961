#include "core/engine/torch_speed.h"

#include <fmt/format.h>
#include <torch/torch.h>

#include <algorithm>
#include <functional>
#include <vector>

#include "core/base/processor.h"
#include "core/model/torch_device.h"

namespace rudolph {
namespace {

constexpr int kTorchSize = 384;
constexpr int kPlainSize = 192;
constexpr int kTries = 5;
/// A reference BLAS is at most about as fast as the plain loops, a real one several times as fast,
/// and 2.4 times where other programs keep the processor's other half-cores busy.
constexpr double kLeastRatio = 1.5;

double gflops_of(int size, const std::function<void()>& product) {
    const double start = thread_seconds();
    product();
    return 2e-9 * size * size * size / std::max(1e-9, thread_seconds() - start);
}

/// Keeps LibTorch on the calling thread while it lives.
class OneThread {
public:
    OneThread() { torch::set_num_threads(1); }
    ~OneThread() { torch::set_num_threads(before_); }
    OneThread(const OneThread&) = delete;
    OneThread& operator=(const OneThread&) = delete;

private:
    int before_ = torch::get_num_threads();
};

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
    const OneThread one_thread;
    const torch::Tensor a = torch::full({kTorchSize, kTorchSize}, 0.5F);
    torch::Tensor c = torch::empty_like(a);
    const auto n = static_cast<size_t>(kPlainSize);
    const std::vector<float> plain(n * n, 0.5F);
    std::vector<float> result(n * n);
    MatrixSpeed speed;
    for (int i = 0; i < kTries; ++i) {
        speed.torch_gflops =
            std::max(speed.torch_gflops, gflops_of(kTorchSize, [&] { torch::mm_out(c, a, a); }));
        speed.plain_gflops =
            std::max(speed.plain_gflops,
                     gflops_of(kPlainSize, [&] { plain_product(plain, plain, result, n); }));
    }
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
