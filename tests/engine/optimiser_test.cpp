#include "core/train/torch_optimiser.h"

#include <gtest/gtest.h>
#include <torch/torch.h>

#include <memory>

namespace rudolph {
namespace {

struct SmallNet : torch::nn::Module {
    SmallNet()
        : conv(register_module("conv",
                               torch::nn::Conv2d(torch::nn::Conv2dOptions(3, 5, 3).bias(false)))),
          norm(register_module("norm", torch::nn::BatchNorm2d(5))),
          fc(register_module("fc", torch::nn::Linear(5, 2))) {}

    torch::Tensor forward(const torch::Tensor& x) {
        return fc->forward(norm->forward(conv->forward(x)).mean({2, 3}));
    }

    torch::nn::Conv2d conv;
    torch::nn::BatchNorm2d norm;
    torch::nn::Linear fc;
};

std::shared_ptr<SmallNet> net() {
    torch::manual_seed(3);
    return std::make_shared<SmallNet>();
}

/// Trains one network with ours and one with LibTorch's, and compares their weights.
void expect_same(const OptimiserSpec& spec, torch::optim::Optimizer& theirs, SmallNet& reference,
                 double clip = 0) {
    const auto ours = net();
    FlatParameters parameters(*ours);
    Optimiser optimiser(parameters, spec);
    torch::manual_seed(5);
    for (int i = 0; i < 6; ++i) {
        const torch::Tensor x = torch::randn({4, 3, 8, 8});
        ours->forward(x).square().sum().backward();
        optimiser.step(0.01);
        theirs.zero_grad();
        reference.forward(x).square().sum().backward();
        if (clip > 0)
            torch::nn::utils::clip_grad_norm_(reference.parameters(), clip);
        theirs.step();
    }
    for (const auto& parameter : reference.named_parameters())
        EXPECT_TRUE(torch::allclose(ours->named_parameters()[parameter.key()], parameter.value(),
                                    1e-4, 1e-6))
            << parameter.key();
}

/// Weights decay, biases and batch norm do not.
std::vector<torch::optim::OptimizerParamGroup> groups(SmallNet& net) {
    std::vector<torch::Tensor> weights;
    std::vector<torch::Tensor> others;
    for (const torch::Tensor& parameter : net.parameters())
        (parameter.dim() > 1 ? weights : others).push_back(parameter);
    return {torch::optim::OptimizerParamGroup(weights), torch::optim::OptimizerParamGroup(others)};
}

TEST(Optimiser, AgreesWithLibTorchsAdam) {
    const auto reference = net();
    torch::optim::Adam theirs(reference->parameters(), torch::optim::AdamOptions(0.01));
    expect_same({OptimiserKind::Adam}, theirs, *reference);
}

TEST(Optimiser, AgreesWithLibTorchsAdamWOnWeights) {
    const auto reference = net();
    torch::optim::AdamW theirs(groups(*reference),
                               torch::optim::AdamWOptions(0.01).weight_decay(0.1));
    static_cast<torch::optim::AdamWOptions&>(theirs.param_groups()[1].options()).weight_decay(0);
    OptimiserSpec spec{OptimiserKind::AdamW};
    spec.weight_decay = 0.1;
    expect_same(spec, theirs, *reference);
}

TEST(Optimiser, AgreesWithLibTorchsSgdWithMomentumAndClipping) {
    const auto reference = net();
    torch::optim::SGD theirs(reference->parameters(), torch::optim::SGDOptions(0.01).momentum(0.9));
    OptimiserSpec spec{OptimiserKind::Sgd};
    spec.clip_norm = 0.5;
    expect_same(spec, theirs, *reference, 0.5);
}

/// The convolution and its batch norm are the body.
constexpr std::int64_t kBody = 3 * 5 * 9 + 10;

TEST(Optimiser, GivesTheBodyARateOfItsOwnAsLibTorchsGroupsDo) {
    const auto reference = net();
    const std::vector<torch::Tensor> all = reference->parameters();
    const std::vector<torch::Tensor> body(all.begin(), all.begin() + 3);
    const std::vector<torch::Tensor> head(all.begin() + 3, all.end());
    torch::optim::Adam theirs(std::vector<torch::optim::OptimizerParamGroup>{body, head},
                              torch::optim::AdamOptions(0.01));
    static_cast<torch::optim::AdamOptions&>(theirs.param_groups()[0].options()).lr(0.001);
    const auto ours = net();
    FlatParameters parameters(*ours);
    OptimiserSpec spec{OptimiserKind::Adam};
    spec.body_rate = 0.1;
    Optimiser optimiser(parameters, spec, kBody);
    torch::manual_seed(5);
    for (int i = 0; i < 6; ++i) {
        const torch::Tensor x = torch::randn({4, 3, 8, 8});
        ours->forward(x).square().sum().backward();
        optimiser.step(0.01);
        theirs.zero_grad();
        reference->forward(x).square().sum().backward();
        theirs.step();
    }
    for (const auto& parameter : reference->named_parameters())
        EXPECT_TRUE(torch::allclose(ours->named_parameters()[parameter.key()], parameter.value(),
                                    1e-4, 1e-6))
            << parameter.key();
}

/// As theirs, which leaves alone what has no gradient and counts the steps of each parameter.
TEST(Optimiser, LeavesAFrozenBodyAloneAndThenBeginsWithItAsAtTheStart) {
    for (const OptimiserKind kind : {OptimiserKind::AdamW, OptimiserKind::Sgd}) {
        const auto reference = net();
        const auto ours = net();
        std::unique_ptr<torch::optim::Optimizer> theirs;
        if (kind == OptimiserKind::AdamW)
            theirs = std::make_unique<torch::optim::AdamW>(
                reference->parameters(), torch::optim::AdamWOptions(0.01).weight_decay(0));
        else
            theirs = std::make_unique<torch::optim::SGD>(
                reference->parameters(), torch::optim::SGDOptions(0.01).momentum(0.9));
        FlatParameters parameters(*ours);
        Optimiser optimiser(parameters, {kind}, kBody);
        torch::manual_seed(5);
        for (int i = 0; i < 6; ++i) {
            const bool frozen = i < 3;
            for (SmallNet* each : {ours.get(), reference.get()})
                for (const auto& module : {each->conv->parameters(), each->norm->parameters()})
                    for (torch::Tensor parameter : module)
                        parameter.requires_grad_(!frozen);
            optimiser.freeze_body(frozen);
            const torch::Tensor x = torch::randn({4, 3, 8, 8});
            ours->forward(x).square().sum().backward();
            optimiser.step(0.01);
            theirs->zero_grad();
            reference->forward(x).square().sum().backward();
            theirs->step();
            if (frozen)
                EXPECT_TRUE(torch::equal(ours->conv->weight, net()->conv->weight));
        }
        EXPECT_EQ(optimiser.steps(), 6);
        EXPECT_EQ(optimiser.frozen_steps(), 3);
        for (const auto& parameter : reference->named_parameters())
            EXPECT_TRUE(torch::allclose(ours->named_parameters()[parameter.key()],
                                        parameter.value(), 1e-4, 1e-6))
                << parameter.key();
    }
}

TEST(FlatParameters, LeaveTheNetworkAsItWas) {
    const auto plain = net();
    const auto flat = net();
    const torch::Tensor x = torch::randn({2, 3, 8, 8});
    const FlatParameters parameters(*flat);
    EXPECT_TRUE(torch::allclose(flat->forward(x), plain->forward(x), 1e-5, 1e-6));
    EXPECT_EQ(parameters.values().numel(), 3 * 5 * 9 + 10 + 12);
    parameters.values().zero_();
    EXPECT_EQ(flat->fc->weight.abs().sum().item<float>(), 0);
}

}  // namespace
}  // namespace rudolph
