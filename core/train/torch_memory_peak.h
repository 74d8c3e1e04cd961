#pragma once

#include <cstdint>
#include <functional>

namespace rudolph {

/// How many bytes of tensors there were at the most, above those there were before, while `work`
/// ran on this thread; LibTorch's allocator tells. Memory that oneDNN takes for itself is not in
/// it.
std::int64_t peak_tensor_bytes(const std::function<void()>& work);

}  // namespace rudolph
