#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <torch/torch.h>

#include <opencv2/dnn.hpp>

#include "core/augment/crop.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/experiment/fields.h"
#include "core/model/torch_onnx.h"
#include "core/model/torch_weights.h"
#include "core/predict/model_file.h"
#include "core/predict/torch_export.h"
#include "core/predict/torch_predictor.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using testing::HasSubstr;

/// Of a coordinate from 0 to 1 across the crop.
constexpr double kTolerance = 1e-4;

/// What OpenCV's dnn module makes of a batch.
torch::Tensor run_onnx(const std::string& bytes, const torch::Tensor& inputs) {
    cv::dnn::Net net = cv::dnn::readNetFromONNX(bytes.data(), bytes.size());
    const std::vector<int> shape(inputs.sizes().begin(), inputs.sizes().end());
    net.setInput(cv::Mat(shape, CV_32F, inputs.data_ptr<float>()), OnnxGraph::kInput);
    const cv::Mat output = net.forward(OnnxGraph::kOutput);
    return torch::from_blob(output.data, {output.size[0], output.size[1]}).clone();
}

/// Batch norm as after a training, when it does something.
void stir(torch::nn::Module& module) {
    const torch::NoGradGuard no_grad;
    for (const auto& part : module.modules())
        for (auto& [name, value] : part->named_buffers(false).pairs()) {
            if (name == "running_mean")
                value.uniform_(-0.3, 0.3);
            if (name == "running_var") {
                value.uniform_(0.5, 2);
                part->named_parameters(false)["weight"].uniform_(0.5, 1.5);
                part->named_parameters(false)["bias"].uniform_(-0.2, 0.2);
            }
        }
}

class Onnx : public testing::Test {
protected:
    Onnx() {
        info_.scheme = numbered_points(5);
        info_.scheme.has_mirror_pairs = true;
        info_.scheme.mirror_pairs = {{0, 3}};
        info_.indices = {3, 0, 4};
        info_.input.mean = 0.4;
        info_.input.deviation = 0.25;
    }

    std::filesystem::path write_model() const {
        const auto network = make_network(info_.model, info_.input, 6, 7);
        stir(*network);
        network->start_at({{0.3F, 0.4F, 0.7F, 0.4F, 0.5F, 0.6F}, 0.6});
        const auto file = dir_ / "mödel.safetensors";
        write_safetensors(file, {stored_state(*network), model_metadata(info_)});
        return file;
    }

    /// Exports and compares what OpenCV says of a few crops, one by one and together.
    void expect_the_same_as_predicted() const {
        const auto file = write_model();
        const auto onnx = dir_ / "neu/mödel.onnx";
        const OnnxExport written = export_onnx(file, onnx);
        const std::string bytes = read_file(onnx);
        EXPECT_EQ(written.bytes, bytes.size());
        std::vector<cv::Mat> crops;
        for (int i = 0; i < 3; ++i) {
            crops.emplace_back(info_.input.size(), CV_8UC1);
            cv::randu(crops.back(), 0, 256);
        }
        const auto expected = load_predictor(file, DeviceChoice::Cpu)->predict_crops(crops);
        const auto values = static_cast<size_t>(info_.input.channels) *
                            static_cast<size_t>(info_.input.size().area());
        std::vector<float> inputs(crops.size() * values);
        for (size_t i = 0; i < crops.size(); ++i)
            write_input(crops[i], info_.input, inputs.data() + i * values);
        const torch::Tensor batch = input_tensor(inputs, info_.input);
        const torch::Tensor together = run_onnx(bytes, batch);
        ASSERT_EQ(together.size(0), 3);
        ASSERT_EQ(together.size(1), 6);
        for (size_t i = 0; i < crops.size(); ++i) {
            const auto k = static_cast<std::int64_t>(i);
            const std::vector<float> labels = normalised_labels(expected[i], info_.input.size());
            const torch::Tensor alone = run_onnx(bytes, batch.slice(0, k, k + 1).contiguous());
            for (const torch::Tensor& said : {together[k], alone[0]})
                EXPECT_LT((said - torch::tensor(labels)).abs().max().item<double>(), kTolerance);
        }
    }

    test::TempDir dir_;
    ModelInfo info_;
};

TEST_F(Onnx, OfSmallNetworksSaysTheSameInOpenCv) {
    info_.input.width = 40;
    info_.input.height = 32;
    info_.model.channels = {4, 6};
    info_.model.kernels = {5, 4};
    for (const auto activation : {Activation::Relu, Activation::LeakyRelu, Activation::Tanh})
        for (const auto pooling : {Pooling::Max, Pooling::Average})
            for (const auto& hidden : {std::vector<int>{}, std::vector<int>{9, 8}}) {
                info_.model.activation = activation;
                info_.model.pooling = pooling;
                info_.model.hidden = hidden;
                info_.input.channels = hidden.empty() ? 3 : 1;
                expect_the_same_as_predicted();
            }
}

TEST_F(Onnx, OfListsOfLayersSaysTheSameInOpenCv) {
    info_.input.width = 44;
    info_.input.height = 36;
    for (const char* layers :
         {"conv 8 5 stride 2 pad 2, relu, conv 12 3 pad 2 dilation 2 groups 4, leaky-relu, "
          "global-pool",
          "batch-norm, conv 6 3, batch-norm, relu, max-pool 3 stride 2, batch-norm, full 9, "
          "batch-norm, tanh",
          "residual, conv 8 3 pad 1, relu, end, dropout 0.4, residual, conv 8 3 stride 2 pad 1, "
          "residual, tanh, conv 8 3 pad 1, end, end, average-pool 3 stride 2, full 12, residual, "
          "relu, full 7, end, residual, relu, end",
          "average-pool 2", "full 8, dropout 0.5"}) {
        SCOPED_TRACE(layers);
        Experiment experiment;
        set_field_text(experiment, "model.layers", layers);
        info_.model = experiment.model;
        expect_the_same_as_predicted();
    }
}

TEST_F(Onnx, OfResNet18SaysTheSameInOpenCv) {
    info_.model.family = NetworkFamily::ResNet18;
    info_.input = {CropKind::FaceBox, 80, 64, 3, 1.2, 0.449, 0.226};
    expect_the_same_as_predicted();
}

TEST_F(Onnx, OfHeadsOnMapsSaysTheSameInOpenCv) {
    info_.model.family = NetworkFamily::Light;
    info_.model.width = 8;
    info_.model.pyramid = 12;
    info_.model.neighbours = 2;
    info_.input = {CropKind::FaceBox, 96, 64, 1, 1.2, 0.449, 0.226};
    for (const auto head : {HeadKind::Direct, HeadKind::Heatmap, HeadKind::Pip})
        for (const int stride : {4, 16, 32}) {
            SCOPED_TRACE(testing::Message() << static_cast<int>(head) << ", stride " << stride);
            info_.model.head = head;
            info_.model.map_stride = stride;
            expect_the_same_as_predicted();
        }
}

TEST_F(Onnx, AveragesOverMirrorImagesWithoutHoldingItsWeightsTwice) {
    info_.model.family = NetworkFamily::Light;
    info_.model.head = HeadKind::Heatmap;
    info_.model.width = 8;
    info_.input = {CropKind::FaceBox, 96, 64, 1, 1.2, 0.449, 0.226};
    const auto once = export_onnx(write_model(), dir_ / "once.onnx").bytes;
    info_.model.flip_average = Switch::On;
    expect_the_same_as_predicted();
    EXPECT_LT(export_onnx(write_model(), dir_ / "twice.onnx").bytes, once + once / 4);
}

TEST_F(Onnx, CarriesWhatOneNeedsToKnow) {
    info_.input.box_scale = 1.25;
    export_onnx(write_model(), dir_ / "a.onnx");
    const std::string bytes = read_file(dir_ / "a.onnx");
    const std::string names = Json(info_.predicted_scheme().point_names).dump();
    for (const std::string& part : {std::string("mean"), std::string("deviation"),
                                    std::string("1.25"), std::string("whole-image"), names})
        EXPECT_THAT(bytes, HasSubstr(part));
    EXPECT_THAT(bytes, testing::Not(HasSubstr("crop's own")));
    info_.input.normalisation = Normalisation::Crop;
    export_onnx(write_model(), dir_ / "a.onnx");
    EXPECT_THAT(read_file(dir_ / "a.onnx"), HasSubstr("crop's own"));
    info_.input.normalisation = Normalisation::Local;
    info_.model.looks = 2;
    info_.mean_shape.assign(2 * info_.indices.size(), 0.5F);
    export_onnx(write_model(), dir_ / "a.onnx");
    EXPECT_THAT(read_file(dir_ / "a.onnx"), HasSubstr("square about each pixel"));
    EXPECT_THAT(read_file(dir_ / "a.onnx"), HasSubstr("looks up to 2 times"));
}

TEST_F(Onnx, ThatCannotBeWrittenLeavesNothing) {
    EXPECT_THROW(export_onnx(dir_ / "none.safetensors", dir_ / "a.onnx"), Error);
    EXPECT_FALSE(std::filesystem::exists(dir_ / "a.onnx"));
    EXPECT_THROW(export_onnx(write_model(), dir_.path()), Error);
}

/// Every operation that networks are made of, beside LibTorch's.
class OnnxOperations : public testing::Test {
protected:
    OnnxOperations() : graph_(4, 8, 12), inputs_(torch::randn({2, 4, 8, 12})) {}

    void expect_same(const std::string& value, const torch::Tensor& expected) {
        const torch::Tensor flat = expected.flatten(1);
        const std::string bytes =
            graph_.finish(graph_.flatten(value), static_cast<int>(flat.size(1)), {});
        const torch::Tensor said = run_onnx(bytes, inputs_);
        ASSERT_EQ(said.sizes(), flat.sizes());
        EXPECT_LT((said - flat).abs().max().item<double>(), 1e-5);
    }

    const torch::NoGradGuard no_grad_;
    OnnxGraph graph_;
    torch::Tensor inputs_;
    const std::string in_ = OnnxGraph::kInput;
};

TEST_F(OnnxOperations, ConvolveInGroupsWithStrideAndPadding) {
    torch::nn::Conv2d depthwise(
        torch::nn::Conv2dOptions(4, 4, 3).stride(2).padding(1).groups(4).bias(false));
    torch::nn::BatchNorm2d norm(4);
    stir(*norm);
    norm->eval();
    expect_same(onnx_convolution(graph_, in_, depthwise, norm),
                norm->forward(depthwise->forward(inputs_)));
}

TEST_F(OnnxOperations, ConvolveWithBiasBeforeBatchNorm) {
    torch::nn::Conv2d convolution(torch::nn::Conv2dOptions(4, 3, 1));
    torch::nn::BatchNorm2d norm(3);
    stir(*norm);
    norm->eval();
    expect_same(onnx_convolution(graph_, in_, convolution, norm),
                norm->forward(convolution->forward(inputs_)));
}

TEST_F(OnnxOperations, MakeAPyramid) {
    const std::string halved = graph_.max_pool(in_, {});
    const torch::Tensor upsampled =
        torch::max_pool2d(inputs_, 2).repeat_interleave(2, 2).repeat_interleave(2, 3);
    expect_same(graph_.add(graph_.upsample_twice(halved), in_), upsampled + inputs_);
}

TEST_F(OnnxOperations, FindTheMiddleOfHeatmaps) {
    // DSNT: the expectation of the coordinates under a softmax.
    const std::string maps = graph_.softmax(graph_.reshape(in_, {0, 4, 8 * 12}), 2);
    const torch::Tensor grid = torch::rand({8 * 12, 2});
    expect_same(graph_.matrix_product(maps, onnx_tensor(grid)),
                torch::matmul(torch::softmax(inputs_.flatten(2), 2), grid));
}

TEST_F(OnnxOperations, ThatDoNotFitTogetherAreAnError) {
    const std::string nothing = graph_.relu("nothing");
    EXPECT_THROW(graph_.finish(nothing, 2, {}), Error);
}

}  // namespace
}  // namespace rudolph
