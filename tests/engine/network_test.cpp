#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <torch/torch.h>

#include "core/base/error.h"
#include "core/experiment/layer.h"
#include "core/experiment/shipped_models.h"
#include "core/model/torch_device.h"
#include "core/model/torch_network.h"
#include "core/model/torch_weights.h"
#include "core/train/torch_start.h"
#include "tests/support/error_of.h"

namespace rudolph {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using Shape = std::vector<std::int64_t>;

struct Layer {
    std::string name;
    Shape output;
};

std::vector<Layer> layers_of(const std::string& name, int points) {
    const Experiment experiment = preset(name);
    const InputSpec& input = experiment.input;
    const auto network = make_network(experiment.model, input, 2 * points);
    network->eval();
    const torch::NoGradGuard no_grad;
    std::vector<Layer> layers;
    network->forward(torch::zeros({1, input.channels, input.height, input.width}),
                     [&](const std::string& layer, const std::string&, const torch::Tensor& out) {
                         layers.push_back({layer, out.sizes().slice(1).vec()});
                     });
    return layers;
}

std::vector<Shape> shapes_of(const std::string& name, int points) {
    std::vector<Shape> shapes;
    for (const Layer& layer : layers_of(name, points))
        shapes.push_back(layer.output);
    return shapes;
}

std::map<std::string, Shape> weights_of(const std::string& name, int points) {
    const Experiment experiment = preset(name);
    const auto network = make_network(experiment.model, experiment.input, 2 * points);
    std::map<std::string, Shape> weights;
    for (const auto& [key, value] : named_state(*network))
        weights[key] = value.sizes().vec();
    return weights;
}

TEST(Network, NoseTipHasTheOriginalLayers) {
    for (const char* name : {"nose-tip", "nose-tip-fast-lr"}) {
        EXPECT_THAT(shapes_of(name, 1), ElementsAre(Shape{12, 27, 37}, Shape{12, 11, 16},
                                                    Shape{12, 4, 7}, Shape{168}, Shape{2}));
        const auto weights = weights_of(name, 1);
        EXPECT_EQ(weights.size(), 12U);
        EXPECT_EQ(weights.at("conv1.weight"), (Shape{12, 1, 7, 7}));
        EXPECT_EQ(weights.at("conv2.weight"), (Shape{12, 12, 5, 5}));
        EXPECT_EQ(weights.at("conv3.weight"), (Shape{12, 12, 3, 3}));
        EXPECT_EQ(weights.at("fc1.weight"), (Shape{168, 336}));
        EXPECT_EQ(weights.at("fc2.weight"), (Shape{2, 168}));
        EXPECT_EQ(weights.at("fc2.bias"), (Shape{2}));
        EXPECT_EQ(weights.at("target.mean_shape"), (Shape{2}));
        EXPECT_EQ(weights.at("target.face_size"), Shape{});
    }
}

TEST(Network, NoseTipWideHasTheOriginalLayers) {
    EXPECT_THAT(shapes_of("nose-tip-wide", 1), ElementsAre(Shape{12, 27, 37}, Shape{32, 11, 16},
                                                           Shape{22, 4, 7}, Shape{308}, Shape{2}));
    const auto weights = weights_of("nose-tip-wide", 1);
    EXPECT_EQ(weights.at("conv2.weight"), (Shape{32, 12, 5, 5}));
    EXPECT_EQ(weights.at("conv3.weight"), (Shape{22, 32, 3, 3}));
    EXPECT_EQ(weights.at("fc1.weight"), (Shape{308, 616}));
}

TEST(Network, FullFaceHasTheOriginalLayers) {
    EXPECT_THAT(shapes_of("full-face", 58),
                ElementsAre(Shape{12, 57, 77}, Shape{18, 26, 36}, Shape{21, 11, 16},
                            Shape{24, 4, 7}, Shape{28, 1, 3}, Shape{100}, Shape{116}));
    const auto weights = weights_of("full-face", 58);
    EXPECT_EQ(weights.at("conv1.weight"), (Shape{12, 1, 7, 7}));
    EXPECT_EQ(weights.at("conv2.weight"), (Shape{18, 12, 5, 5}));
    EXPECT_EQ(weights.at("conv3.weight"), (Shape{21, 18, 4, 4}));
    EXPECT_EQ(weights.at("conv4.weight"), (Shape{24, 21, 3, 3}));
    EXPECT_EQ(weights.at("conv5.weight"), (Shape{28, 24, 2, 2}));
    EXPECT_EQ(weights.at("fc1.weight"), (Shape{100, 84}));
    EXPECT_EQ(weights.at("fc2.weight"), (Shape{116, 100}));
}

TEST(Network, ResNet18ReplacesTheLastLayer) {
    EXPECT_THAT(shapes_of("resnet18-ibug", 68),
                ElementsAre(Shape{64, 56, 56}, Shape{64, 56, 56}, Shape{128, 28, 28},
                            Shape{256, 14, 14}, Shape{512, 7, 7}, Shape{136}));
    EXPECT_EQ(weights_of("resnet18-ibug", 68).at("fc.weight"), (Shape{136, 512}));
    const Experiment experiment = preset("resnet18-ibug");
    // torchvision's 11 689 512 for 1000 classes, with another last layer.
    EXPECT_EQ(parameter_count(*make_network(experiment.model, experiment.input, 136)),
              11689512 - 513 * 1000 + 513 * 136);
}

/// torchvision's state_dict, in its order.
std::vector<std::string> torchvision_names() {
    std::vector<std::string> names;
    const auto norm = [&](const std::string& prefix) {
        for (const char* part :
             {"weight", "bias", "running_mean", "running_var", "num_batches_tracked"})
            names.push_back(prefix + "." + part);
    };
    names.push_back("conv1.weight");
    norm("bn1");
    for (const std::string layer : {"layer1", "layer2", "layer3", "layer4"})
        for (const std::string block : {".0", ".1"}) {
            for (const std::string half : {"1", "2"}) {
                names.push_back(layer + block + ".conv" + half + ".weight");
                norm(layer + block + ".bn" + half);
            }
            if (block == ".0" && layer != "layer1") {
                names.push_back(layer + ".0.downsample.0.weight");
                norm(layer + ".0.downsample.1");
            }
        }
    names.insert(names.end(), {"fc.weight", "fc.bias"});
    return names;
}

TEST(Network, ResNet18HasTorchvisionsNamesInItsOrder) {
    const Experiment experiment = preset("resnet18-ibug");
    std::vector<std::string> names;
    for (const auto& [name, value] :
         named_state(*make_network(experiment.model, experiment.input, 136)))
        if (!name.starts_with("target."))
            names.push_back(name);
    EXPECT_EQ(names.size(), 122U);
    EXPECT_EQ(names, torchvision_names());
}

TEST(Network, StartsTheSameFromTheSameSeed) {
    const Experiment experiment = preset("nose-tip");
    const auto weights = [&](std::uint64_t seed) {
        return stored_state(*make_network(experiment.model, experiment.input, 2, seed));
    };
    EXPECT_EQ(weights(3), weights(3));
    EXPECT_NE(weights(3), weights(4));
}

TEST(Network, HasTheActivationsAndPoolingsItIsAskedFor) {
    Experiment experiment = preset("nose-tip");
    const torch::Tensor inputs = torch::rand({2, 1, 60, 80});
    std::vector<torch::Tensor> outputs;
    for (const auto activation : {Activation::Relu, Activation::LeakyRelu, Activation::Tanh})
        for (const auto pooling : {Pooling::Max, Pooling::Average}) {
            experiment.model.activation = activation;
            experiment.model.pooling = pooling;
            const auto network = make_network(experiment.model, experiment.input, 2, 1);
            for (const torch::Tensor& earlier : outputs)
                EXPECT_FALSE(torch::equal(network->forward(inputs), earlier));
            outputs.push_back(network->forward(inputs));
        }
}

TEST(Network, OverfitsOneBatch) {
    ModelSpec model;
    model.channels = {8};
    model.kernels = {5};
    model.hidden = {32};
    InputSpec input;
    input.width = input.height = 16;
    const auto network = make_network(model, input, 4, 1);
    const torch::Tensor inputs = torch::rand({6, 1, 16, 16});
    const torch::Tensor labels = torch::rand({6, 4});
    torch::optim::Adam optimiser(network->parameters(), torch::optim::AdamOptions(0.003));
    double loss = 1;
    for (int step = 0; step < 600; ++step) {
        optimiser.zero_grad();
        const torch::Tensor value = torch::mse_loss(network->forward(inputs), labels);
        value.backward();
        optimiser.step();
        loss = value.item<double>();
    }
    EXPECT_LT(loss, 1e-4);
}

TEST(Network, RefusesPicturesThatAreTooSmall) {
    ModelSpec model;
    InputSpec input;
    input.width = input.height = 12;
    EXPECT_THROW(make_network(model, input, 2), Error);
    EXPECT_THROW(make_network(preset("nose-tip").model, preset("nose-tip").input, 0), Error);
}

class Weights : public testing::Test {
protected:
    Weights() : network_(network_of(4, 1)), contents_{stored_state(*network_), {}} {}

    static std::shared_ptr<Network> network_of(int outputs, std::uint64_t seed) {
        ModelSpec model;
        model.channels = {3};
        model.kernels = {3};
        model.hidden = {5};
        return make_network(model, {}, outputs, seed);
    }

    std::shared_ptr<Network> network_;
    Safetensors contents_;
};

TEST_F(Weights, GoOutAndInUnchanged) {
    const auto other = network_of(4, 2);
    load_state(*other, parse_safetensors(safetensors_bytes(contents_), "w"), "w");
    EXPECT_EQ(stored_state(*other), stored_state(*network_));
}

TEST_F(Weights, ThatDoNotFitAreRefused) {
    EXPECT_THROW(load_state(*network_of(6, 1), contents_, "w"), Error);
    Safetensors fewer = contents_;
    std::erase_if(fewer.tensors,
                  [](const StoredTensor& tensor) { return tensor.name == "fc1.bias"; });
    EXPECT_THROW(load_state(*network_, fewer, "w"), Error);
    Safetensors more = contents_;
    more.tensors.push_back({"extra", NumberType::F32, {1}, "1234"});
    EXPECT_THROW(load_state(*network_, more, "w"), Error);
}

TEST_F(Weights, OfFilesWithoutATargetFrameKeepTheirAbsoluteAnswers) {
    const auto other = network_of(4, 2);
    std::erase_if(contents_.tensors,
                  [](const StoredTensor& tensor) { return tensor.name.starts_with("target."); });
    load_state(*other, contents_, "w");
    EXPECT_EQ(stored_state(*other), stored_state(*network_));
}

TEST_F(Weights, MatchByNameAndShapeAndReportTheRest) {
    Safetensors others = contents_;
    std::erase_if(others.tensors,
                  [](const StoredTensor& tensor) { return tensor.name == "fc1.bias"; });
    others.tensors.push_back({"extra", NumberType::F32, {1}, "1234"});
    const auto target = network_of(6, 2);
    const WeightsReport report = load_matching_state(*target, others, "dir/w.safetensors");
    EXPECT_EQ(report.taken, 3);
    EXPECT_EQ(report.wanted, 6);
    const std::vector<std::string> notes = sentences(report);
    EXPECT_THAT(notes, ElementsAre(HasSubstr("3 of 6 tensors start from the weights in w.safet"),
                                   HasSubstr("fc2.weight (4×5 there, 6×5 here)"),
                                   HasSubstr("fc1.bias"), HasSubstr("extra")));
    const Safetensors taken{stored_state(*target), {}};
    EXPECT_EQ(*taken.find("conv1.weight"), *contents_.find("conv1.weight"));
    EXPECT_NE(*taken.find("fc2.weight"), *contents_.find("fc2.weight"));
}

TEST(ColourWeights, SayTheSameToGreyPicturesWhenTheyAreSummed) {
    const ModelSpec model = preset("resnet18-ibug").model;
    InputSpec input = preset("resnet18-ibug").input;
    input.width = input.height = 32;
    const auto colour = make_network(model, input, 4, 1);
    input.channels = 1;
    const auto grey = make_network(model, input, 4, 2);
    const std::vector<std::string> notes =
        sentences(load_matching_state(*grey, {stored_state(*colour), {}}, "w.pth"));
    EXPECT_THAT(notes, ElementsAre(HasSubstr("122 of 122"),
                                   AllOf(HasSubstr("summed"), HasSubstr("conv1.weight"))));
    const torch::NoGradGuard no_grad;
    colour->eval();
    grey->eval();
    const torch::Tensor picture = torch::rand({2, 1, 32, 32});
    EXPECT_TRUE(torch::allclose(grey->forward(picture),
                                colour->forward(picture.expand({2, 3, 32, 32})), 1e-4, 1e-5));
}

TEST_F(Weights, ThatFitNowhereAreAnError) {
    EXPECT_THROW(load_matching_state(*network_, {{{"x", NumberType::F32, {1}, "1234"}}, {}}, "w"),
                 Error);
}

TEST_F(Weights, OfHalfPrecisionAreConverted) {
    torch::Tensor half = torch::full({5}, 0.5, torch::kFloat16);
    Safetensors halves{{{"fc1.bias",
                         NumberType::F16,
                         {5},
                         std::string(static_cast<const char*>(half.data_ptr()), 10)}},
                       {}};
    load_matching_state(*network_, halves, "w");
    EXPECT_TRUE(torch::equal(network_->named_parameters()["fc1.bias"], torch::full({5}, 0.5F)));
}

std::vector<std::string> modules_of(const Network& network, bool of_body) {
    std::vector<std::string> modules;
    for (const auto& child : network.named_children())
        if (network.is_body(child.key()) == of_body)
            modules.push_back(child.key());
    return modules;
}

Experiment light(HeadKind head) {
    Experiment experiment;
    experiment.input = {CropKind::WholeImage, 32, 32, 1};
    experiment.model.family = NetworkFamily::Light;
    experiment.model.width = 4;
    experiment.model.head = head;
    experiment.model.pyramid = 8;
    return experiment;
}

TEST(Body, IsWhatComesBeforeTheFirstFullyConnectedLayerOfABackbone) {
    const Experiment nose = preset("nose-tip");
    EXPECT_THAT(modules_of(*make_network(nose.model, nose.input, 2), true),
                ElementsAre("conv1", "conv2", "conv3"));
    EXPECT_THAT(modules_of(*make_network(nose.model, nose.input, 2), false),
                ElementsAre("fc1", "fc2", "target"));
    ModelSpec layers;
    for (const char* text : {"conv 4 3", "batch-norm", "relu", "full 8", "batch-norm"})
        layers.layers.push_back(parse_layer(text));
    EXPECT_THAT(modules_of(*make_network(layers, nose.input, 2), true),
                ElementsAre("conv1", "bn1"));
    for (const HeadKind head : {HeadKind::Direct, HeadKind::Heatmap, HeadKind::Pip}) {
        const Experiment maps = light(head);
        const auto network = make_network(maps.model, maps.input, 4);
        EXPECT_THAT(modules_of(*network, true),
                    ElementsAre("conv1", "bn1", "layer1", "layer2", "layer3", "layer4"));
        EXPECT_FALSE(modules_of(*network, false).empty());
    }
    EXPECT_TRUE(make_network(nose.model, nose.input, 2)->is_body("conv1.weight"));
}

TEST(Body, StaysAsItIsWhileItIsFrozen) {
    const Experiment maps = light(HeadKind::Heatmap);
    const auto network = make_network(maps.model, maps.input, 4, 1);
    const auto pass = [&] {
        network->zero_grad();
        network->training_pass(torch::rand({3, 1, 32, 32}), torch::rand({3, 4}), {})
            .loss.backward();
    };
    const auto changed = [&](const std::vector<StoredTensor>& before) {
        std::vector<std::string> names;
        const auto after = stored_state(*network);
        for (size_t i = 0; i < after.size(); ++i)
            if (after[i].bytes != before[i].bytes)
                names.push_back(after[i].name);
        return names;
    };
    network->freeze_body(true);
    network->train();
    auto before = stored_state(*network);
    pass();
    // Batch norm's averages move in the head alone.
    for (const std::string& name : changed(before))
        EXPECT_FALSE(network->is_body(name)) << name;
    EXPECT_FALSE(changed(before).empty());
    for (const auto& parameter : network->named_parameters())
        EXPECT_EQ(parameter.value().grad().defined() &&
                      parameter.value().grad().abs().sum().item<float>() > 0 &&
                      network->is_body(parameter.key()),
                  false)
            << parameter.key();
    network->freeze_body(false);
    before = stored_state(*network);
    pass();
    const auto moved = changed(before);
    EXPECT_TRUE(std::any_of(moved.begin(), moved.end(),
                            [&](const std::string& name) { return network->is_body(name); }));
    EXPECT_TRUE(network->named_parameters()["conv1.weight"].grad().defined());
}

TEST(Network, ResNet34HasTorchvisionsNamesAndAHalfMoreBlocks) {
    Experiment experiment = preset("resnet18-ibug");
    experiment.model.family = NetworkFamily::ResNet34;
    experiment.input.width = experiment.input.height = 32;
    const auto network = make_network(experiment.model, experiment.input, 4);
    const auto parameters = network->named_parameters();
    EXPECT_EQ(parameters["layer3.5.bn2.weight"].numel(), 256);
    EXPECT_EQ(parameters["layer4.0.downsample.0.weight"].sizes(), (Shape{512, 256, 1, 1}));
    EXPECT_FALSE(parameters.contains("layer3.6.conv1.weight"));
    // The paper's 21.8 million less the last layer for a thousand classes.
    EXPECT_EQ(parameter_count(*network), 21797672 - 513 * 1000 + 513 * 4);
}

TEST(TorchErrors, BecomeOneSentence) {
    const Error error = test::error_of([] {
        with_torch([] { return torch::mm(torch::zeros({2, 3}), torch::zeros({2, 3})); });
    });
    EXPECT_THAT(error.message(), HasSubstr("LibTorch: "));
    EXPECT_EQ(error.message().find('\n'), std::string::npos);
}

TEST(Network, StartsFromTheModelOfTheProgramByItsName) {
    const Experiment experiment = preset("face68-fast");
    const auto network = make_network(experiment.model, experiment.input, 136);
    std::string sha256;
    const auto report = load_starting_weights(*network, kDefaultModel, &sha256);
    ASSERT_TRUE(report);
    EXPECT_EQ(report->taken, report->wanted);
    EXPECT_THAT(report->left_over, testing::IsEmpty());
    EXPECT_EQ(sha256.size(), 64U);
    EXPECT_LT(network->named_parameters()["conv1.weight"].abs().max().item<double>(), 10);
    // For other points all but the last layer fits.
    const auto other = make_network(experiment.model, experiment.input, 2 * 58);
    const auto transfer = load_starting_weights(*other, kDefaultModel);
    EXPECT_LE(transfer->wanted - transfer->taken, 4);
    EXPECT_THAT(transfer->missing, testing::IsEmpty());
    // It is no file of the person's.
    const Experiment small = preset("nose-tip");
    const auto misfit = make_network(small.model, small.input, 2);
    const Error error = test::error_of([&] { load_starting_weights(*misfit, kDefaultModel); });
    EXPECT_THAT(error.message(), HasSubstr("Rudolph's own model"));
    EXPECT_TRUE(error.place().file.empty());
}

}  // namespace
}  // namespace rudolph
