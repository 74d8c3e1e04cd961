#include "core/model/torch_onnx.h"

#include "core/base/error.h"

namespace rudolph {
namespace {

int only_number(const torch::ExpandingArray<2>& pair) {
    if (pair->at(0) != pair->at(1))
        throw Error(
            "a convolution with unequal strides, paddings or dilations cannot be written as ONNX");
    return static_cast<int>(pair->at(0));
}

std::string written(OnnxGraph& graph, const std::string& x, const torch::nn::Conv2d& convolution,
                    const torch::Tensor& weight, const torch::Tensor& bias) {
    const auto& options = convolution->options;
    // Unqualified: the variant is of c10 in LibTorch 1.13 and of std in 2.1 and later.
    const auto* padding = get_if<torch::ExpandingArray<2>>(&options.padding());
    if (padding == nullptr)
        throw Error("a convolution of this kind cannot be written as ONNX");
    return graph.convolution(x, {.weight = onnx_tensor(weight),
                                 .bias = bias.defined() ? onnx_tensor(bias) : OnnxTensor(),
                                 .stride = only_number(options.stride()),
                                 .padding = only_number(*padding),
                                 .dilation = only_number(options.dilation()),
                                 .groups = static_cast<int>(options.groups())});
}

/// Half of the labels, as those of the picture where they are those of its mirror image.
std::string halved(OnnxGraph& graph, const std::string& labels, int outputs,
                   const std::vector<int>& mirror) {
    torch::Tensor weight = torch::zeros({outputs, outputs});
    torch::Tensor bias = torch::zeros({outputs});
    for (std::int64_t point = 0; point < outputs / 2; ++point) {
        const bool flip = !mirror.empty();
        const std::int64_t from = flip ? mirror[static_cast<size_t>(point)] : point;
        weight[2 * point][2 * from] = flip ? -0.5 : 0.5;
        weight[2 * point + 1][2 * from + 1] = 0.5;
        bias[2 * point] = flip ? 0.5 : 0;
    }
    return graph.linear(labels, onnx_tensor(weight), onnx_tensor(bias));
}

}  // namespace

OnnxTensor onnx_tensor(const torch::Tensor& tensor) {
    const torch::Tensor plain = tensor.detach()
                                    .to(torch::kCPU, torch::kFloat32)
                                    .contiguous(torch::MemoryFormat::Contiguous);
    const auto* numbers = plain.data_ptr<float>();
    return {plain.sizes().vec(), std::vector<float>(numbers, numbers + plain.numel())};
}

std::string onnx_convolution(OnnxGraph& graph, const std::string& x,
                             const torch::nn::Conv2d& convolution) {
    return written(graph, x, convolution, convolution->weight, convolution->bias);
}

std::string onnx_convolution(OnnxGraph& graph, const std::string& x,
                             const torch::nn::Conv2d& convolution,
                             const torch::nn::BatchNorm2d& norm) {
    const torch::NoGradGuard no_grad;
    // Ioffe, Szegedy: Batch Normalization, ICML 2015, algorithm 2, line 11; in double precision, so
    // that nothing is lost on the way.
    const torch::Tensor scale =
        norm->weight.to(torch::kFloat64) /
        (norm->running_var.to(torch::kFloat64) + norm->options.eps()).sqrt();
    torch::Tensor shift = norm->bias - scale * norm->running_mean;
    if (convolution->bias.defined())
        shift += scale * convolution->bias;
    return written(graph, x, convolution, convolution->weight * scale.view({-1, 1, 1, 1}), shift);
}

std::string onnx_bytes(const Network& network, const InputSpec& input, int outputs,
                       const std::vector<int>& mirror,
                       const std::map<std::string, std::string>& metadata) {
    OnnxGraph graph(input.channels, input.height, input.width);
    std::string labels = network.write_onnx(graph, OnnxGraph::kInput);
    if (!mirror.empty()) {
        const std::string mirrored =
            graph.matrix_product(OnnxGraph::kInput, onnx_tensor(torch::eye(input.width).flip(1)));
        labels = graph.add(halved(graph, labels, outputs, {}),
                           halved(graph, network.write_onnx(graph, mirrored), outputs, mirror));
    }
    return graph.finish(labels, outputs, metadata);
}

}  // namespace rudolph
