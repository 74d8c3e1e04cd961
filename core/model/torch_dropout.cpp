#include "core/model/torch_dropout.h"

#include <ATen/CPUGeneratorImpl.h>

#include <cstdint>

#include "core/base/random.h"

namespace rudolph {

DropoutImpl::DropoutImpl(double rate) : rate_(rate) {
    draws_ = register_buffer("draws", torch::zeros({2}, torch::kInt64));
    draws_[0] = torch::randint(std::int64_t{1} << 53, {1}, torch::kInt64)[0];
}

torch::Tensor DropoutImpl::forward(const torch::Tensor& x) {
    if (!is_training() || rate_ <= 0)
        return x;
    torch::Tensor kept;
    {
        const torch::NoGradGuard no_grad;
        const torch::Tensor draws = draws_.cpu();
        Random seeds(static_cast<std::uint64_t>(draws[0].item<std::int64_t>()),
                     static_cast<std::uint64_t>(draws[1].item<std::int64_t>()));
        draws_[1] += 1;
        // On the processor, whatever computes: the same experiment then drops the same everywhere.
        kept = torch::empty(x.sizes(), torch::kFloat32)
                   .bernoulli_(1 - rate_, at::make_generator<at::CPUGeneratorImpl>(seeds.next()))
                   .div_(1 - rate_)
                   .to(x.device(), x.scalar_type());
    }
    return x * kept;
}

}  // namespace rudolph
