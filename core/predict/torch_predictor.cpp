#include "core/predict/torch_predictor.h"

#include "core/base/error.h"
#include "core/model/torch_device.h"
#include "core/model/torch_weights.h"
#include "core/predict/model_file.h"

namespace rudolph {
namespace {

class TorchPredictor final : public Predictor {
public:
    TorchPredictor(ModelInfo info, std::shared_ptr<Network> network, torch::Device device)
        : info_(std::move(info)), network_(std::move(network)), device_(device) {
        network_->to(device_);
        network_->eval();
        if (info_.model.flip_average == Switch::On)
            mirror_ = info_.predicted_scheme().mirror_permutation();
    }

    const ModelInfo& info() const override { return info_; }
    std::string device() const override { return to_string(device_); }

    std::vector<Landmarks> predict_crops(const std::vector<cv::Mat>& grey_crops) override {
        if (grey_crops.empty())
            return {};
        const auto values = static_cast<size_t>(info_.input.channels) *
                            static_cast<size_t>(info_.input.size().area());
        std::vector<float> inputs(grey_crops.size() * values);
        for (size_t i = 0; i < grey_crops.size(); ++i)
            write_input(grey_crops[i], info_.input, inputs.data() + i * values);
        use_processors(network_->multiplications() * static_cast<double>(grey_crops.size()));
        return with_torch(
            [&] { return predicted_in_crops(*network_, inputs, info_.input, device_, mirror_); });
    }

private:
    ModelInfo info_;
    std::shared_ptr<Network> network_;
    torch::Device device_;
    std::vector<int> mirror_;  ///< empty: no flip averaging
};

/// Labels of mirror images as those of the pictures.
torch::Tensor mirrored_labels(const torch::Tensor& labels, const std::vector<int>& mirror) {
    const auto partners = torch::tensor(mirror, torch::kInt64);
    torch::Tensor points = labels.view({labels.size(0), -1, 2}).index_select(1, partners);
    points.select(2, 0).neg_().add_(1);
    return points.flatten(1);
}

}  // namespace

torch::Tensor input_tensor(const std::vector<float>& inputs, const InputSpec& input) {
    const std::int64_t values = std::int64_t{input.channels} * input.height * input.width;
    return torch::from_blob(const_cast<float*>(inputs.data()),
                            {static_cast<std::int64_t>(inputs.size()) / values, input.channels,
                             input.height, input.width});
}

std::vector<Landmarks> predicted_in_crops(Network& network, const std::vector<float>& inputs,
                                          const InputSpec& input, const torch::Device& device,
                                          const std::vector<int>& mirror) {
    const torch::InferenceMode inference;
    const torch::Tensor crops =
        input_tensor(inputs, input).contiguous(torch::MemoryFormat::ChannelsLast).to(device);
    torch::Tensor labels = network.forward(crops).to(torch::kCPU, torch::kFloat32);
    if (!mirror.empty())
        labels = (labels +
                  mirrored_labels(network.forward(crops.flip(3)).to(torch::kCPU, torch::kFloat32),
                                  mirror)) /
                 2;
    labels = labels.contiguous();
    const auto outputs = labels.size(1);
    std::vector<Landmarks> points;
    for (std::int64_t i = 0; i < labels.size(0); ++i)
        points.push_back(points_from_normalised(labels.data_ptr<float>() + i * outputs,
                                                static_cast<int>(outputs / 2), input.size()));
    return points;
}

std::unique_ptr<Predictor> load_predictor(const std::filesystem::path& file_or_run,
                                          DeviceChoice device) {
    const std::filesystem::path file = find_model_file(file_or_run);
    const Safetensors contents = read_safetensors(file);
    ModelInfo info = model_info(contents, file);
    return with_torch([&]() -> std::unique_ptr<Predictor> {
        auto network =
            make_network(info.model, info.input, 2 * static_cast<int>(info.indices.size()));
        load_state(*network, contents, file);
        return std::make_unique<TorchPredictor>(std::move(info), std::move(network),
                                                choose_device(device));
    });
}

}  // namespace rudolph
