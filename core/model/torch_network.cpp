#include "core/model/torch_network.h"

#include <mutex>

#include "core/base/error.h"
#include "core/model/torch_cnn.h"
#include "core/model/torch_resnet.h"

namespace rudolph {

std::shared_ptr<Network> make_network(const ModelSpec& model, const InputSpec& input, int outputs,
                                      std::uint64_t seed) {
    if (outputs < 1)
        throw Error("the network would have no outputs", {}, "choose at least one point");
    // LibTorch draws initial weights from one generator for the whole process.
    static std::mutex generator;
    const std::lock_guard lock(generator);
    torch::manual_seed(seed);
    switch (model.family) {
        case NetworkFamily::Cnn:
            return make_cnn(model, input, outputs);
        case NetworkFamily::ResNet18:
            return make_resnet18(input, outputs);
    }
    throw Error("this family of networks is not known");
}

long long parameter_count(const torch::nn::Module& module) {
    long long count = 0;
    for (const torch::Tensor& parameter : module.parameters())
        count += parameter.numel();
    return count;
}

}  // namespace rudolph
