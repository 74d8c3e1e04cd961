// Networks that are lists of layers: that the short way says the very same, that everything a layer
// can be is computed, trained, kept and exported.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <torch/torch.h>

#include "core/base/error.h"
#include "core/engine/engine.h"
#include "core/experiment/fields.h"
#include "core/experiment/model_layers.h"
#include "core/model/torch_cnn.h"
#include "core/model/torch_device.h"
#include "core/model/torch_dropout.h"
#include "core/model/torch_weights.h"
#include "core/train/epoch_batches.h"
#include "core/train/resume_job.h"
#include "core/train/torch_compute_choice.h"
#include "core/train/torch_train_step.h"
#include "core/train/torch_trainer.h"
#include "tests/support/dot_faces.h"
#include "tests/support/error_of.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

/// Every kind of layer.
constexpr auto kEverything =
    "conv 8 5 stride 2 pad 2, batch-norm, leaky-relu, residual, conv 8 3 pad 2 dilation 2 groups "
    "4, "
    "batch-norm, relu, residual, conv 12 3 pad 1, tanh, end, end, max-pool 3 stride 2, dropout "
    "0.25, "
    "residual, conv 16 3 stride 2 pad 1, end, relu, max-pool 2, residual, relu, end, "
    "average-pool 2 stride 1, global-pool, full 20, batch-norm, relu, residual, full 9, end, "
    "dropout 0.5";

ModelSpec listed(const std::string& text) {
    Experiment experiment;
    set_field_text(experiment, "model.layers", text);
    return experiment.model;
}

std::vector<std::string> short_presets() {
    std::vector<std::string> names;
    for (const std::string& name : preset_names())
        if (preset(name).model.family == NetworkFamily::Cnn)
            names.push_back(name);
    return names;
}

torch::Tensor some_faces(const InputSpec& input, int count) {
    torch::manual_seed(5);
    return torch::rand({count, input.channels, input.height, input.width});
}

torch::Tensor bent(Activation activation, const torch::Tensor& x) {
    return activation == Activation::Tanh        ? torch::tanh(x)
           : activation == Activation::LeakyRelu ? torch::leaky_relu(x)
                                                 : torch::relu(x);
}

/// The short way, written out as ModelSpec describes it.
torch::Tensor written_out(const ModelSpec& model, const Network& network, torch::Tensor x) {
    const auto weights = network.named_parameters();
    for (size_t i = 1; i <= model.channels.size(); ++i) {
        const std::string name = "conv" + std::to_string(i);
        x = bent(model.activation,
                 torch::conv2d(x, weights[name + ".weight"], weights[name + ".bias"]));
        x = model.pooling == Pooling::Max ? torch::max_pool2d(x, 2) : torch::avg_pool2d(x, 2);
    }
    x = x.flatten(1);
    for (size_t i = 1; i <= model.hidden.size() + 1; ++i) {
        const std::string name = "fc" + std::to_string(i);
        x = torch::nn::functional::linear(x, weights[name + ".weight"], weights[name + ".bias"]);
        if (i <= model.hidden.size())
            x = bent(model.activation, x);
    }
    const auto buffers = network.named_buffers();
    return buffers["target.mean_shape"] + buffers["target.face_size"] * x;
}

TEST(Layers, OfTheShortWayAreTheVerySameNetworkAsItsList) {
    ASSERT_GE(short_presets().size(), 4U);
    for (const std::string& name : short_presets()) {
        const Experiment experiment = preset(name);
        ModelSpec list = experiment.model;
        list.layers = layers_of(list);
        list.channels = {1};
        list.kernels = {1};
        list.hidden = {};
        const auto a = make_network(experiment.model, experiment.input, 6, 3);
        const auto b = make_network(list, experiment.input, 6, 3);
        EXPECT_EQ(stored_state(*a), stored_state(*b)) << name;
        EXPECT_EQ(a->multiplications(), b->multiplications());
        const torch::Tensor faces = some_faces(experiment.input, 3);
        EXPECT_TRUE(torch::equal(a->forward(faces), b->forward(faces))) << name;
        const torch::Tensor labels = torch::rand({3, 6});
        a->training_pass(faces, labels, {}).loss.backward();
        b->training_pass(faces, labels, {}).loss.backward();
        for (size_t i = 0; i < a->parameters().size(); ++i)
            EXPECT_TRUE(torch::equal(a->parameters()[i].grad(), b->parameters()[i].grad()));
    }
}

TEST(Layers, OfTheShortWayComputeWhatIsDescribed) {
    for (const std::string& name : short_presets()) {
        Experiment experiment = preset(name);
        for (const auto activation : {Activation::Relu, Activation::LeakyRelu, Activation::Tanh})
            for (const auto pooling : {Pooling::Max, Pooling::Average}) {
                experiment.model.activation = activation;
                experiment.model.pooling = pooling;
                const auto network = make_network(experiment.model, experiment.input, 6, 3);
                const torch::Tensor faces = some_faces(experiment.input, 2);
                EXPECT_TRUE(torch::equal(network->forward(faces),
                                         written_out(experiment.model, *network, faces)));
            }
    }
}

TEST(Layers, OfTheShortWayStartFromTheWeightsOfPyTorchsLayersInTheirOrder) {
    const Experiment experiment = preset("nose-tip");
    const auto network = make_network(experiment.model, experiment.input, 2, 3);
    torch::manual_seed(3);
    const torch::nn::Conv2d conv1(torch::nn::Conv2dOptions(1, 12, 7));
    const torch::nn::Conv2d conv2(torch::nn::Conv2dOptions(12, 12, 5));
    const torch::nn::Conv2d conv3(torch::nn::Conv2dOptions(12, 12, 3));
    const torch::nn::Linear fc1(336, 168);
    const torch::nn::Linear fc2(168, 2);
    const auto weights = network->named_parameters();
    EXPECT_TRUE(torch::equal(weights["conv1.weight"], conv1->weight));
    EXPECT_TRUE(torch::equal(weights["conv3.bias"], conv3->bias));
    EXPECT_TRUE(torch::equal(weights["fc1.weight"], fc1->weight));
    EXPECT_TRUE(torch::equal(weights["fc2.bias"], fc2->bias));
}

TEST(Layers, MakeWhatTheirOutlineSays) {
    const ModelSpec model = listed(kEverything);
    const InputSpec input;
    const auto outline = outline_of(model.layers, input);
    const auto network = make_network(model, input, 6);
    network->eval();
    std::vector<std::vector<std::int64_t>> shapes;
    std::vector<std::string> names;
    network->forward(some_faces(input, 2),
                     [&](const std::string& name, const std::string&, const torch::Tensor& x) {
                         names.push_back(name);
                         shapes.push_back(x.sizes().slice(1).vec());
                     });
    EXPECT_THAT(names, ElementsAre("conv1", "bn1", "conv2", "bn2", "conv3", "shortcut1",
                                   "shortcut2", "conv4", "shortcut3", "–", "shortcut4", "fc1",
                                   "bn3", "fc2", "shortcut5", "fc3"));
    EXPECT_EQ(shapes[0], (std::vector<std::int64_t>{8, 30, 40}));
    EXPECT_EQ(shapes[6], (std::vector<std::int64_t>{12, 14, 19}));
    EXPECT_EQ(shapes[10], (std::vector<std::int64_t>{16, 1, 1}));
    EXPECT_EQ(shapes[14], (std::vector<std::int64_t>{9}));
    long long weights = last_layer_outline(outline, input, 6).weights;
    double multiplications = last_layer_outline(outline, input, 6).multiplications;
    for (const LayerOutline& layer : outline) {
        weights += layer.weights;
        multiplications += layer.multiplications;
    }
    EXPECT_EQ(weights, parameter_count(*network));
    EXPECT_EQ(multiplications, network->multiplications());
}

TEST(Layers, AddWhatCameInAtTheEndOfAResidual) {
    const InputSpec input;
    const torch::Tensor faces = some_faces(input, 2);
    const auto plain = make_network(listed("tanh"), input, 2, 1);
    const auto twice = make_network(listed("residual, tanh, end"), input, 2, 1);
    const torch::Tensor weight = plain->named_parameters()["fc1.weight"];
    const torch::Tensor bias = plain->named_parameters()["fc1.bias"];
    EXPECT_TRUE(torch::allclose(
        twice->forward(faces),
        torch::nn::functional::linear((torch::tanh(faces) + faces).flatten(1), weight, bias)));
    const auto wider = make_network(listed("residual, conv 3 3 stride 2 pad 1, end"), input, 2, 1);
    EXPECT_EQ(wider->named_parameters()["shortcut1.weight"].sizes(),
              (std::vector<std::int64_t>{3, 1, 1, 1}));
}

TEST(Layers, ThatDoNotFitAreAnError) {
    const auto error = [](const std::string& text) {
        return test::error_of([&] { make_network(listed(text), {}, 2); }).message();
    };
    EXPECT_THAT(error("conv 8 3, full 9, max-pool 2"),
                HasSubstr("layer 3 (max-pool 2) gets single numbers"));
    EXPECT_THAT(error("end"), HasSubstr("layer 1 (end)"));
    InputSpec giant;
    giant.width = giant.height = 10000;
    EXPECT_THAT(test::error_of([&] { make_network(listed("relu"), giant, 200); }).message(),
                HasSubstr("too much memory"));
}

TEST(Layers, GoOutAndInUnchangedWithTheirBuffers) {
    const ModelSpec model = listed(kEverything);
    const auto network = make_network(model, {}, 4, 1);
    network->forward(some_faces({}, 4));
    const Safetensors contents{stored_state(*network), {}};
    EXPECT_NE(contents.find("bn1.running_mean"), nullptr);
    const auto other = make_network(model, {}, 4, 2);
    load_state(*other, parse_safetensors(safetensors_bytes(contents), "w"), "w");
    EXPECT_EQ(stored_state(*other), stored_state(*network));
    other->eval();
    network->eval();
    const torch::Tensor faces = some_faces({}, 2);
    EXPECT_TRUE(torch::equal(other->forward(faces), network->forward(faces)));
}

TEST(Dropout, DropsItsShareAndOnlyWhileItLearns) {
    torch::manual_seed(1);
    Dropout dropout(0.25);
    const torch::Tensor ones = torch::ones({100, 100});
    const torch::Tensor once = dropout->forward(ones);
    EXPECT_NEAR((once == 0).to(torch::kFloat32).mean().item<double>(), 0.25, 0.02);
    EXPECT_NEAR(once.max().item<double>(), 1 / 0.75, 1e-6);
    EXPECT_FALSE(torch::equal(once, dropout->forward(ones)));
    dropout->eval();
    EXPECT_TRUE(torch::equal(ones, dropout->forward(ones)));
}

TEST(Dropout, DrawsTheSameWhateverElseIsDrawn) {
    const auto drawn = [](std::uint64_t seed, bool disturbed) {
        torch::manual_seed(seed);
        Dropout dropout(0.5);
        if (disturbed)
            torch::rand({7});
        const torch::Tensor first = dropout->forward(torch::ones({50}));
        return torch::cat({first, dropout->forward(torch::ones({50}))});
    };
    EXPECT_TRUE(torch::equal(drawn(1, false), drawn(1, true)));
    EXPECT_FALSE(torch::equal(drawn(1, false), drawn(2, false)));
}

TEST(LayerTraining, NeverSplitsABatchThatBelongsTogether) {
    Experiment experiment = test::dot_experiment();
    experiment.threads = 2;
    experiment.batch_size = 7;
    const auto splits = [&] {
        const auto choices = compute_choices(experiment, 1e6, true);
        return std::any_of(choices.begin(), choices.end(),
                           [](const ComputeChoice& choice) { return choice.split_batch; });
    };
    EXPECT_TRUE(splits());
    experiment.model = listed("conv 8 3, relu");
    EXPECT_TRUE(splits());
    experiment.model = listed("conv 8 3, batch-norm, relu");
    EXPECT_FALSE(splits());
    experiment.batch_size = 16;
    EXPECT_TRUE(splits());
    // Nor leaves one face alone at the end of an epoch.
    EXPECT_EQ(batch_count(experiment.model, 9, 4), 2);
    experiment.model = listed("conv 8 3, dropout 0.1, relu");
    EXPECT_FALSE(splits());
    EXPECT_EQ(batch_count(experiment.model, 9, 4), 3);
}

/// A batch whose faces differ.
Batch varied_batch(const Experiment& experiment, int faces) {
    Batch batch = blank_batch(experiment, faces, 2);
    for (size_t i = 0; i < batch.inputs.size(); ++i)
        batch.inputs[i] = static_cast<float>(i * i % 97) / 97;
    return batch;
}

TEST(LayerTraining, NormsEachShareByItselfAndKeepsTheMeanOfTheirAverages) {
    Experiment experiment = test::dot_experiment();
    experiment.model = listed("conv 4 3, batch-norm, relu, global-pool");
    experiment.batch_size = 16;
    const auto mean_after = [&](const Batch& batch, const ComputeChoice& choice) {
        TrainStep step(experiment, make_network(experiment.model, experiment.input, 2), 2,
                       torch::kCPU, choice);
        step(batch, 0);
        return step.network().named_buffers()["bn1.running_mean"].clone();
    };
    const Batch whole = varied_batch(experiment, 16);
    Batch half[2];
    const size_t numbers = whole.inputs.size() / 2;
    for (size_t i = 0; i < 2; ++i) {
        half[i] = blank_batch(experiment, 8, 2);
        std::copy_n(whole.inputs.begin() + static_cast<long>(i * numbers), numbers,
                    half[i].inputs.begin());
    }
    const torch::Tensor shared = mean_after(whole, {false, 2, true});
    const torch::Tensor halves =
        (mean_after(half[0], {false, 1, false}) + mean_after(half[1], {false, 1, false})) / 2;
    EXPECT_TRUE(torch::allclose(shared, halves, 1e-5, 1e-7));
}

TEST(LayerTraining, GivesTheSameNumbersWhetherSharesAreComputedInTurnOrBesideEachOther) {
    Experiment experiment = test::dot_experiment();
    experiment.model = listed("conv 4 3, batch-norm, relu, global-pool");
    experiment.batch_size = 16;
    const auto learnt = [&](bool in_turn) {
        TrainStep step(experiment, make_network(experiment.model, experiment.input, 2), 2,
                       torch::kCPU, {false, 2, true}, in_turn);
        // The last one of an epoch, with faces that do not divide evenly, and one too small.
        for (const int faces : {16, 16, 11, 5})
            step(varied_batch(experiment, faces), 0.01);
        std::vector<torch::Tensor> all = step.averaged().parameters();
        for (const torch::Tensor& buffer : step.averaged().buffers())
            all.push_back(buffer.to(torch::kFloat32).flatten());
        for (torch::Tensor& tensor : all)
            tensor = tensor.flatten();
        return torch::cat(all);
    };
    EXPECT_TRUE(torch::equal(learnt(true), learnt(false)));
}

TEST(LayerTraining, AveragesTheBuffersOfBatchNormToo) {
    Experiment experiment = test::dot_experiment();
    experiment.model = listed("conv 4 3, batch-norm, relu, global-pool");
    experiment.average_decay = 0.9;
    TrainStep step(experiment, make_network(experiment.model, experiment.input, 2), 2, torch::kCPU,
                   {});
    Batch batch = blank_batch(experiment, 4, 2);
    for (size_t i = 0; i < batch.inputs.size(); ++i)
        batch.inputs[i] = static_cast<float>(i % 7);
    step(batch, 0.001);
    const torch::Tensor learnt = step.network().named_buffers()["bn1.running_mean"];
    const torch::Tensor averaged = step.averaged().named_buffers()["bn1.running_mean"];
    EXPECT_GT(averaged.abs().max().item<double>(), 0);
    EXPECT_FALSE(torch::equal(learnt, averaged));
}

class LayerRuns : public testing::Test {
protected:
    LayerRuns() {
        job_.experiment.model = listed(
            "conv 8 3 pad 1, batch-norm, relu, max-pool 2, dropout 0.2, residual, conv 12 3 pad 1, "
            "relu, end, max-pool 2, full 32, relu, dropout 0.2");
        job_.experiment.average_decay = 0.9;
    }

    static std::vector<EpochMetrics> metrics_of(const RunRecord& run) {
        std::vector<EpochMetrics> metrics = run.epochs;
        for (EpochMetrics& epoch : metrics)
            epoch.seconds = 0;
        return metrics;
    }

    test::TempDir dir_;
    TrainJob job_{test::dot_experiment(),
                  std::make_shared<const Dataset>(test::dot_faces(dir_ / "faces", 8)),
                  dir_ / "runs"};
};

TEST_F(LayerRuns, LearnAndAreReadBack) {
    job_.experiment.epochs = 8;
    const TrainResult result = train(job_);
    EXPECT_LT(result.run.epochs.back().train_loss, result.run.epochs.front().train_loss);
    const auto engine = open_engine();
    EXPECT_NO_THROW(engine->load_model(result.run.folder, DeviceChoice::Cpu));
    EXPECT_NO_THROW(engine->export_onnx(result.run.folder, dir_ / "a.onnx"));
    long long parameters = 0;
    for (const LayerSummary& layer :
         engine->summarise(job_.experiment.model, job_.experiment.input, 4))
        parameters += layer.parameters;
    EXPECT_EQ(parameters,
              parameter_count(*make_network(job_.experiment.model, job_.experiment.input, 4)));
}

TEST_F(LayerRuns, LearnInSixteenBits) {
    job_.experiment.precision = Precision::Bfloat16;
    EXPECT_EQ(train(job_).run.epochs.size(), 3U);
}

TEST_F(LayerRuns, GiveTheSameNumbersAgainAndWhenTheyWereStopped) {
    const TrainResult whole = train(job_);
    EXPECT_EQ(metrics_of(train(job_).run), metrics_of(whole.run));
    const CancelToken cancel;
    TrainObserver observer;
    int batches = 0;
    observer.on_batch = [&](const BatchReport&) {
        if (++batches == 3)
            cancel.cancel();
    };
    const TrainResult stopped = train(job_, observer, cancel);
    ASSERT_TRUE(stopped.stopped);
    TrainJob rest = resume_job(stopped.run.folder);
    rest.dataset = job_.dataset;
    EXPECT_EQ(metrics_of(train(rest).run), metrics_of(whole.run));
}

}  // namespace
}  // namespace rudolph
