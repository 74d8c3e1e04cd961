#include "core/model/torch_device.h"

#include <algorithm>
#include <thread>

namespace rudolph {

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

void use_all_processors() {
    const int processors = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    if (torch::get_num_threads() != processors)
        torch::set_num_threads(processors);
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
