#pragma once

#include <torch/torch.h>

namespace rudolph {

/// Convolutions and matrix products in bfloat16 while it lives, on this thread.
class Autocast {
public:
    Autocast(bool on, const torch::Device& device);
    ~Autocast();
    Autocast(const Autocast&) = delete;
    Autocast& operator=(const Autocast&) = delete;

private:
    bool on_;
    torch::DeviceType device_;
};

}  // namespace rudolph
