#include "core/train/torch_memory_peak.h"

#include <torch/torch.h>

#include <algorithm>
#include <memory>

namespace rudolph {
namespace {

class PeakMeter : public c10::MemoryReportingInfoBase {
public:
    // LibTorch 2 gives its totals without a sign; both forms are here, and one of them overrides.
    void reportMemoryUsage(void*, std::int64_t bytes, std::int64_t, std::int64_t, c10::Device) {
        count(bytes);
    }
    void reportMemoryUsage(void*, std::int64_t bytes, std::size_t, std::size_t, c10::Device) {
        count(bytes);
    }
    bool memoryProfilingEnabled() const override { return true; }

    std::int64_t peak() const { return peak_; }

private:
    /// Negative when memory is given back.
    void count(std::int64_t bytes) {
        now_ += bytes;
        peak_ = std::max(peak_, now_);
    }

    std::int64_t now_ = 0;
    std::int64_t peak_ = 0;
};

}  // namespace

std::int64_t peak_tensor_bytes(const std::function<void()>& work) {
    const auto meter = std::make_shared<PeakMeter>();
    const c10::DebugInfoGuard guard(c10::DebugInfoKind::PROFILER_STATE, meter);
    work();
    return meter->peak();
}

}  // namespace rudolph
