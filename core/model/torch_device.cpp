#include "core/model/torch_device.h"

#include <algorithm>
#include <exception>
#include <future>
#include <thread>

namespace rudolph {
namespace {

/// OpenMP's threads meet after every layer, and spin while they wait: with another program, or our
/// own loader, on the processor, a small network was measured to train eight times slower on two
/// threads than on one.
constexpr double kWorthThreads = 1e9;

}  // namespace

torch::Device choose_device(DeviceChoice choice, std::string* note) {
    const bool cuda = torch::cuda::is_available();
    if (note != nullptr)
        *note = choice == DeviceChoice::Cuda && !cuda
                    ? "no CUDA device can be used with this LibTorch, so the CPU computes"
                    : "";
    return cuda && choice != DeviceChoice::Cpu ? torch::Device(torch::kCUDA, 0)
                                               : torch::Device(torch::kCPU);
}

std::string to_string(const torch::Device& device) {
    return device.is_cuda() ? "cuda" : "cpu";
}

void use_processors(double multiplications) {
    use_threads(multiplications < kWorthThreads ? 1 : processor_count());
}

void use_threads(int threads) {
    if (torch::get_num_threads() != threads)
        torch::set_num_threads(threads);
}

void wait_without_spinning() {
    // libgomp spins a three-hundredth as long where it has made more threads than there are
    // processors (GOMP_SPINCOUNT in its manual); else only the environment tells it, before it is
    // loaded. So one thread has as many as that, once, and stays. It is waited for, as nothing must
    // be computed while a program ends.
    std::promise<void> made;
    std::future<void> is_made = made.get_future();
    std::thread([made = std::move(made)]() mutable {
        try {
            const int all = std::max(2, processor_count());
            use_threads(all);
            constexpr int kWorthAThread = 1 << 15;  // numbers, in LibTorch
            torch::zeros({std::int64_t{kWorthAThread} * all}).exp_();
        } catch (const std::exception&) {
            // There is no memory for it: then they spin.
        }
        made.set_value();
        std::promise<void>().get_future().wait();
    }).detach();
    is_made.wait();
}

int processor_count() {
    return static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

void throw_translated(const c10::Error& error) {
    std::string text = error.what_without_backtrace();
    // What follows the first line are the places in LibTorch's code.
    text = text.substr(0, text.find('\n'));
    const bool memory = text.find("not enough memory") != std::string::npos ||
                        text.find("out of memory") != std::string::npos;
    throw Error("LibTorch: " + text, {}, memory ? "choose a smaller batch, input or network" : "");
}

}  // namespace rudolph
