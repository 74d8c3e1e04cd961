#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace rudolph {

/// Numbers that a graph holds, row by row.
struct OnnxTensor {
    std::vector<std::int64_t> shape;
    std::vector<float> numbers;  ///< product(shape)
};

struct OnnxConvolution {
    OnnxTensor weight;  ///< outputs × inputs/groups × height × width, as in PyTorch
    OnnxTensor bias;    ///< outputs; empty: none
    int stride = 1;
    int padding = 0;  ///< on each side
    int dilation = 1;
    int groups = 1;
};

/// Batch norm of channels, as in evaluation mode; each tensor has one number a channel.
struct OnnxNorm {
    OnnxTensor scale;
    OnnxTensor shift;
    OnnxTensor mean;
    OnnxTensor variance;
    double epsilon = 1e-5;
};

/// A window that slides over a picture.
struct OnnxWindow {
    int size = 2;
    int stride = 2;
    int padding = 0;
};

/// Builds a network in ONNX's form (opset 11, which OpenCV 4.6 reads), operation by operation. Each
/// takes names of values and returns the name of what comes out. All values have the batch first.
class OnnxGraph {
public:
    static constexpr const char* kInput = "input";
    static constexpr const char* kOutput = "points";

    /// The graph takes batches of any size of floats of this shape, as kInput.
    OnnxGraph(int channels, int height, int width);
    ~OnnxGraph();
    OnnxGraph(const OnnxGraph&) = delete;
    OnnxGraph& operator=(const OnnxGraph&) = delete;

    std::string convolution(const std::string& x, const OnnxConvolution& convolution);
    /// x: N × channels, or N × channels × height × width.
    std::string batch_norm(const std::string& x, const OnnxNorm& norm);
    std::string relu(const std::string& x);
    std::string leaky_relu(const std::string& x, double slope);
    std::string tanh(const std::string& x);
    std::string max_pool(const std::string& x, const OnnxWindow& window);
    /// Without padding: OpenCV 4.6 and PyTorch do not agree on what it counts for.
    std::string average_pool(const std::string& x, int size, int stride);
    std::string global_average_pool(const std::string& x);  ///< N × C × 1 × 1
    std::string flatten(const std::string& x);              ///< N × all the rest
    /// x · weightᵀ + bias, with weight outputs × inputs as in PyTorch.
    std::string linear(const std::string& x, const OnnxTensor& weight, const OnnxTensor& bias);
    std::string add(const std::string& a, const std::string& b);  ///< of the same shape
    std::string upsample_twice(const std::string& x);             ///< every pixel becomes 2×2
    std::string softmax(const std::string& x, int last_axis);
    /// 0 keeps the extent at its place (the batch), −1 takes what is left.
    std::string reshape(const std::string& x, const std::vector<std::int64_t>& shape);
    /// a · b over the last axis of a, with b a matrix.
    std::string matrix_product(const std::string& a, const OnnxTensor& b);
    /// a · b over the two last axes of both; the others are the same.
    std::string batch_product(const std::string& a, const std::string& b);

    /// The finished model as the bytes of a file, with the value as kOutput: N × `outputs`. Throws
    /// Error when ONNX's own checker finds fault with it.
    std::string finish(const std::string& value, int outputs,
                       const std::map<std::string, std::string>& metadata);

private:
    struct Impl;

    std::unique_ptr<Impl> impl_;
};

}  // namespace rudolph
