#include "core/model/torch_autocast.h"

#include <ATen/autocast_mode.h>
#include <torch/version.h>

namespace rudolph {
namespace {

void set_bfloat16(torch::DeviceType device) {
// One function takes any device since LibTorch 2.4, which warns of those for one device.
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)
    at::autocast::set_autocast_dtype(device, torch::kBFloat16);
#else
    if (device == torch::kCUDA)
        at::autocast::set_autocast_gpu_dtype(torch::kBFloat16);
    else
        at::autocast::set_autocast_cpu_dtype(torch::kBFloat16);
#endif
}

void set_enabled(torch::DeviceType device, bool on) {
#if TORCH_VERSION_MAJOR > 2 || (TORCH_VERSION_MAJOR == 2 && TORCH_VERSION_MINOR >= 4)
    at::autocast::set_autocast_enabled(device, on);
#else
    if (device == torch::kCUDA)
        at::autocast::set_enabled(on);
    else
        at::autocast::set_cpu_enabled(on);
#endif
}

}  // namespace

Autocast::Autocast(bool on, const torch::Device& device) : on_(on), device_(device.type()) {
    if (!on_)
        return;
    at::autocast::increment_nesting();
    set_bfloat16(device_);
    set_enabled(device_, true);
}

Autocast::~Autocast() {
    if (!on_)
        return;
    set_enabled(device_, false);
    if (at::autocast::decrement_nesting() == 0)
        at::autocast::clear_cache();
}

}  // namespace rudolph
