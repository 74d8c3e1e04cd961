#include "core/predict/torch_predictor.h"

#include "core/augment/crop.h"
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
        pairs_ = mirror_of(info_.scheme, info_.indices).value_or(std::vector<int>());
        if (info_.model.flip_average == Switch::On)
            mirror_ = info_.predicted_scheme().mirror_permutation();
    }

    const ModelInfo& info() const override { return info_; }
    std::string device() const override { return to_string(device_); }

    std::vector<Landmarks> predict_crops(const std::vector<cv::Mat>& grey_crops) override {
        return points(grey_crops, mirror_);
    }

    std::vector<Landmarks> glance_at_crops(const std::vector<cv::Mat>& grey_crops) override {
        return points(grey_crops, {});
    }

    std::vector<CropAnswer> answer_crops(const std::vector<cv::Mat>& grey_crops) override {
        if (grey_crops.empty())
            return {};
        const std::vector<float> inputs = inputs_of(grey_crops);
        return with_torch([&] { return answers(inputs); });
    }

private:
    std::vector<float> inputs_of(const std::vector<cv::Mat>& grey_crops) {
        const auto values = static_cast<size_t>(info_.input.channels) *
                            static_cast<size_t>(info_.input.size().area());
        std::vector<float> inputs(grey_crops.size() * values);
        for (size_t i = 0; i < grey_crops.size(); ++i)
            write_input(grey_crops[i], info_.input, inputs.data() + i * values);
        use_processors(network_->multiplications() * static_cast<double>(grey_crops.size()));
        return inputs;
    }

    std::vector<Landmarks> points(const std::vector<cv::Mat>& grey_crops,
                                  const std::vector<int>& mirror) {
        if (grey_crops.empty())
            return {};
        const std::vector<float> inputs = inputs_of(grey_crops);
        return with_torch(
            [&] { return predicted_in_crops(*network_, inputs, info_.input, device_, mirror); });
    }

    std::vector<CropAnswer> answers(const std::vector<float>& inputs);

    ModelInfo info_;
    std::shared_ptr<Network> network_;
    torch::Device device_;
    std::vector<int> mirror_;  ///< empty: no flip averaging
    std::vector<int> pairs_;   ///< empty: not known which points mirror each other
};

/// Labels of mirror images as those of the pictures.
torch::Tensor mirrored_labels(const torch::Tensor& labels, const std::vector<int>& mirror) {
    const auto partners = torch::tensor(mirror, torch::kInt64);
    torch::Tensor points = labels.view({labels.size(0), -1, 2}).index_select(1, partners);
    points.select(2, 0).neg_().add_(1);
    return points.flatten(1);
}

std::vector<float> row_of(const torch::Tensor& rows, std::int64_t row) {
    const torch::Tensor values = rows[row].contiguous();
    return {values.data_ptr<float>(), values.data_ptr<float>() + values.numel()};
}

std::vector<CropAnswer> TorchPredictor::answers(const std::vector<float>& inputs) {
    const torch::InferenceMode inference;
    const torch::Tensor crops =
        input_tensor(inputs, info_.input).contiguous(torch::MemoryFormat::ChannelsLast).to(device_);
    const auto here = [](const torch::Tensor& tensor) {
        return tensor.to(torch::kCPU, torch::kFloat32);
    };
    const HeadAnswer plain = network_->answer(crops);
    torch::Tensor labels = here(plain.points);
    torch::Tensor spread = plain.spread.defined() ? here(plain.spread) : torch::Tensor();
    torch::Tensor mirror;
    if (!pairs_.empty()) {
        const HeadAnswer flipped = network_->answer(crops.flip(3));
        const torch::Tensor other = mirrored_labels(here(flipped.points), pairs_);
        const torch::Tensor size = torch::tensor(
            {static_cast<float>(info_.input.width), static_cast<float>(info_.input.height)});
        mirror = ((labels - other).view({labels.size(0), -1, 2}) * size).norm(2, 2);
        if (spread.defined())
            spread = (spread +
                      here(flipped.spread).index_select(1, torch::tensor(pairs_, torch::kInt64))) /
                     2;
        if (!mirror_.empty())
            labels = (labels + other) / 2;
    }
    labels = labels.contiguous();
    std::vector<CropAnswer> found;
    for (std::int64_t i = 0; i < labels.size(0); ++i) {
        CropAnswer answer;
        answer.points_in_crop =
            points_from_normalised(labels.data_ptr<float>() + i * labels.size(1),
                                   static_cast<int>(labels.size(1) / 2), info_.input.size());
        if (spread.defined())
            answer.spread_px = row_of(spread, i);
        if (mirror.defined())
            answer.mirror_px = row_of(mirror, i);
        found.push_back(std::move(answer));
    }
    return found;
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
    std::filesystem::path file;
    const Safetensors contents = read_model(file_or_run, file);
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
