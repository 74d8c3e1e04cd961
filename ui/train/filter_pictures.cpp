#include "ui/train/filter_pictures.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "core/model/safetensors.h"

namespace rudolph {

namespace {

constexpr auto kFirstLayer = "conv1.weight";
constexpr double kMiddleGrey = 127.5;

}  // namespace

std::vector<QImage> firstLayerFilters(const std::filesystem::path& model_file) {
    const Safetensors contents = read_safetensors(model_file);
    const StoredTensor* first = contents.find(kFirstLayer);
    // Output channels × input channels × height × width.
    if (first == nullptr || first->shape.size() != 4 || first->type != NumberType::F32)
        return {};
    std::vector<float> weights(first->bytes.size() / sizeof(float));
    std::memcpy(weights.data(), first->bytes.data(), weights.size() * sizeof(float));
    const auto outputs = static_cast<size_t>(first->shape[0]);
    const auto inputs = static_cast<size_t>(first->shape[1]);
    const auto height = static_cast<size_t>(first->shape[2]);
    const auto width = static_cast<size_t>(first->shape[3]);
    const size_t pixels = height * width;
    std::vector<double> means(outputs * pixels, 0);
    for (size_t output = 0; output < outputs; ++output)
        for (size_t i = 0; i < inputs * pixels; ++i)
            means[output * pixels + i % pixels] +=
                weights[output * inputs * pixels + i] / static_cast<double>(inputs);
    double largest = 1e-12;
    for (const double mean : means)
        largest = std::max(largest, std::isfinite(mean) ? std::abs(mean) : 0);
    std::vector<QImage> pictures;
    for (size_t output = 0; output < outputs; ++output) {
        QImage picture(static_cast<int>(width), static_cast<int>(height),
                       QImage::Format_Grayscale8);
        for (size_t y = 0; y < height; ++y) {
            uchar* row = picture.scanLine(static_cast<int>(y));
            for (size_t x = 0; x < width; ++x) {
                const double mean = means[output * pixels + y * width + x];
                row[x] = static_cast<uchar>(
                    std::lround(kMiddleGrey * (1 + (std::isfinite(mean) ? mean / largest : 0))));
            }
        }
        pictures.push_back(picture);
    }
    return pictures;
}

}  // namespace rudolph
