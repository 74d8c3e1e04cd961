#include "core/model/onnx_graph.h"

#include <fmt/format.h>
#include <onnx/checker.h>
#include <onnx/onnx_pb.h>

#include <algorithm>
#include <string_view>

#include "core/base/error.h"

namespace rudolph {
namespace {

constexpr int kOpset = 11;
constexpr int kFormat = 6;  ///< the version of ONNX's form that came with opset 11
constexpr const char* kBatch = "batch";

void set_floats(onnx::TypeProto& type, const std::vector<std::int64_t>& shape) {
    onnx::TypeProto_Tensor& tensor = *type.mutable_tensor_type();
    tensor.set_elem_type(onnx::TensorProto_DataType_FLOAT);
    tensor.mutable_shape()->add_dim()->set_dim_param(kBatch);
    for (const std::int64_t extent : shape)
        tensor.mutable_shape()->add_dim()->set_dim_value(extent);
}

}  // namespace

/// The model, and the names that are taken.
struct OnnxGraph::Impl {
    onnx::ModelProto model;
    int values = 0;

    onnx::GraphProto& graph() { return *model.mutable_graph(); }

    onnx::NodeProto& node(const std::string& operation, const std::vector<std::string>& inputs) {
        onnx::NodeProto& node = *graph().add_node();
        node.set_op_type(operation);
        node.set_name(fmt::format("{}_{}", operation, ++values));
        for (const std::string& input : inputs)
            node.add_input(input);
        node.add_output(fmt::format("value_{}", values));
        return node;
    }

    std::string simple(const std::string& operation, const std::vector<std::string>& inputs) {
        return node(operation, inputs).output(0);
    }

    onnx::TensorProto& initialiser(const std::vector<std::int64_t>& shape,
                                   onnx::TensorProto_DataType type) {
        onnx::TensorProto& tensor = *graph().add_initializer();
        tensor.set_name(fmt::format("constant_{}", ++values));
        tensor.set_data_type(type);
        for (const std::int64_t extent : shape)
            tensor.add_dims(extent);
        return tensor;
    }

    std::string floats(const OnnxTensor& tensor) {
        // Networks that look twice, at a picture and its mirror image, hold their weights once.
        const std::string_view bytes(reinterpret_cast<const char*>(tensor.numbers.data()),
                                     tensor.numbers.size() * sizeof(float));
        for (const onnx::TensorProto& known : graph().initializer())
            if (known.data_type() == onnx::TensorProto_DataType_FLOAT &&
                known.raw_data() == bytes &&
                std::equal(known.dims().begin(), known.dims().end(), tensor.shape.begin(),
                           tensor.shape.end()))
                return known.name();
        onnx::TensorProto& stored = initialiser(tensor.shape, onnx::TensorProto_DataType_FLOAT);
        stored.set_raw_data(bytes.data(), bytes.size());
        return stored.name();
    }

    std::string integers(const std::vector<std::int64_t>& numbers) {
        onnx::TensorProto& stored = initialiser({static_cast<std::int64_t>(numbers.size())},
                                                onnx::TensorProto_DataType_INT64);
        stored.set_raw_data(numbers.data(), numbers.size() * sizeof(std::int64_t));
        return stored.name();
    }
};

namespace {

void set(onnx::NodeProto& node, const std::string& name, std::int64_t value) {
    onnx::AttributeProto& attribute = *node.add_attribute();
    attribute.set_name(name);
    attribute.set_type(onnx::AttributeProto_AttributeType_INT);
    attribute.set_i(value);
}

void set_integers(onnx::NodeProto& node, const std::string& name,
                  const std::vector<std::int64_t>& values) {
    onnx::AttributeProto& attribute = *node.add_attribute();
    attribute.set_name(name);
    attribute.set_type(onnx::AttributeProto_AttributeType_INTS);
    for (const std::int64_t value : values)
        attribute.add_ints(value);
}

void set(onnx::NodeProto& node, const std::string& name, const std::string& value) {
    onnx::AttributeProto& attribute = *node.add_attribute();
    attribute.set_name(name);
    attribute.set_type(onnx::AttributeProto_AttributeType_STRING);
    attribute.set_s(value);
}

void set_float(onnx::NodeProto& node, const std::string& name, double value) {
    onnx::AttributeProto& attribute = *node.add_attribute();
    attribute.set_name(name);
    attribute.set_type(onnx::AttributeProto_AttributeType_FLOAT);
    attribute.set_f(static_cast<float>(value));
}

void set_window(onnx::NodeProto& node, std::int64_t height, std::int64_t width, int stride,
                int padding) {
    set_integers(node, "kernel_shape", {height, width});
    set_integers(node, "strides", {stride, stride});
    set_integers(node, "pads", {padding, padding, padding, padding});
}

}  // namespace

OnnxGraph::OnnxGraph(int channels, int height, int width) : impl_(std::make_unique<Impl>()) {
    impl_->model.set_ir_version(kFormat);
    impl_->model.set_producer_name("rudolph");
    impl_->model.set_producer_version(RUDOLPH_VERSION);
    onnx::OperatorSetIdProto& opset = *impl_->model.add_opset_import();
    opset.set_domain("");
    opset.set_version(kOpset);
    impl_->graph().set_name("rudolph");
    onnx::ValueInfoProto& input = *impl_->graph().add_input();
    input.set_name(kInput);
    set_floats(*input.mutable_type(), {channels, height, width});
}

OnnxGraph::~OnnxGraph() = default;

std::string OnnxGraph::convolution(const std::string& x, const OnnxConvolution& convolution) {
    std::vector<std::string> inputs = {x, impl_->floats(convolution.weight)};
    if (!convolution.bias.shape.empty())
        inputs.push_back(impl_->floats(convolution.bias));
    onnx::NodeProto& node = impl_->node("Conv", inputs);
    set_window(node, convolution.weight.shape.at(2), convolution.weight.shape.at(3),
               convolution.stride, convolution.padding);
    if (convolution.dilation != 1)
        set_integers(node, "dilations", {convolution.dilation, convolution.dilation});
    set(node, "group", convolution.groups);
    return node.output(0);
}

std::string OnnxGraph::batch_norm(const std::string& x, const OnnxNorm& norm) {
    onnx::NodeProto& node =
        impl_->node("BatchNormalization", {x, impl_->floats(norm.scale), impl_->floats(norm.shift),
                                           impl_->floats(norm.mean), impl_->floats(norm.variance)});
    set_float(node, "epsilon", norm.epsilon);
    return node.output(0);
}

std::string OnnxGraph::relu(const std::string& x) {
    return impl_->simple("Relu", {x});
}

std::string OnnxGraph::leaky_relu(const std::string& x, double slope) {
    onnx::NodeProto& node = impl_->node("LeakyRelu", {x});
    set_float(node, "alpha", slope);
    return node.output(0);
}

std::string OnnxGraph::tanh(const std::string& x) {
    return impl_->simple("Tanh", {x});
}

std::string OnnxGraph::max_pool(const std::string& x, const OnnxWindow& window) {
    onnx::NodeProto& node = impl_->node("MaxPool", {x});
    set_window(node, window.size, window.size, window.stride, window.padding);
    return node.output(0);
}

std::string OnnxGraph::average_pool(const std::string& x, int size, int stride) {
    onnx::NodeProto& node = impl_->node("AveragePool", {x});
    set_window(node, size, size, stride, 0);
    return node.output(0);
}

std::string OnnxGraph::global_average_pool(const std::string& x) {
    return impl_->simple("GlobalAveragePool", {x});
}

std::string OnnxGraph::flatten(const std::string& x) {
    onnx::NodeProto& node = impl_->node("Flatten", {x});
    set(node, "axis", 1);
    return node.output(0);
}

std::string OnnxGraph::linear(const std::string& x, const OnnxTensor& weight,
                              const OnnxTensor& bias) {
    onnx::NodeProto& node = impl_->node("Gemm", {x, impl_->floats(weight), impl_->floats(bias)});
    set(node, "transB", 1);
    return node.output(0);
}

std::string OnnxGraph::add(const std::string& a, const std::string& b) {
    return impl_->simple("Add", {a, b});
}

std::string OnnxGraph::upsample_twice(const std::string& x) {
    // The region of interest is for another mode, but has its place.
    const std::string region = impl_->floats({{0}, {}});
    const std::string scales = impl_->floats({{4}, {1, 1, 2, 2}});
    onnx::NodeProto& node = impl_->node("Resize", {x, region, scales});
    set(node, "mode", "nearest");
    set(node, "coordinate_transformation_mode", "asymmetric");
    set(node, "nearest_mode", "floor");
    return node.output(0);
}

std::string OnnxGraph::softmax(const std::string& x, int last_axis) {
    onnx::NodeProto& node = impl_->node("Softmax", {x});
    set(node, "axis", last_axis);
    return node.output(0);
}

std::string OnnxGraph::reshape(const std::string& x, const std::vector<std::int64_t>& shape) {
    return impl_->simple("Reshape", {x, impl_->integers(shape)});
}

std::string OnnxGraph::matrix_product(const std::string& a, const OnnxTensor& b) {
    return impl_->simple("MatMul", {a, impl_->floats(b)});
}

std::string OnnxGraph::batch_product(const std::string& a, const std::string& b) {
    return impl_->simple("MatMul", {a, b});
}

std::string OnnxGraph::finish(const std::string& value, int outputs,
                              const std::map<std::string, std::string>& metadata) {
    for (onnx::NodeProto& node : *impl_->graph().mutable_node()) {
        std::replace(node.mutable_input()->begin(), node.mutable_input()->end(), value,
                     std::string(kOutput));
        std::replace(node.mutable_output()->begin(), node.mutable_output()->end(), value,
                     std::string(kOutput));
    }
    onnx::ValueInfoProto& output = *impl_->graph().add_output();
    output.set_name(kOutput);
    set_floats(*output.mutable_type(), {outputs});
    for (const auto& [key, text] : metadata) {
        onnx::StringStringEntryProto& entry = *impl_->model.add_metadata_props();
        entry.set_key(key);
        entry.set_value(text);
    }
    std::string bytes;
    try {
        onnx::checker::check_model(impl_->model);
        if (!impl_->model.SerializeToString(&bytes))
            throw Error("the network is too large for an ONNX file");
    } catch (const onnx::checker::ValidationError& error) {
        throw Error(std::string("the network cannot be written as ONNX: ") + error.what());
    }
    return bytes;
}

}  // namespace rudolph
