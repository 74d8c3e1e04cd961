#include "core/engine/torch_engine.h"

#include <torch/torch.h>
#include <torch/version.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <set>

#include "core/base/error.h"
#include "core/base/text.h"
#include "core/detect/dlib_hog_detector.h"
#include "core/detect/dnn_yunet.h"
#include "core/detect/yunet_file.h"
#include "core/engine/curl_download.h"
#include "core/engine/torch_speed.h"
#include "core/model/torch_device.h"
#include "core/model/torch_network.h"
#include "core/predict/torch_export.h"
#include "core/predict/torch_predictor.h"
#include "core/train/torch_estimate.h"
#include "core/train/torch_rate_finder.h"
#include "core/train/torch_speed_report.h"
#include "core/train/torch_start.h"
#include "core/video/videoio_reader.h"
#include "core/video/videoio_writer.h"

namespace rudolph {
namespace {

/// The driver's name for the first card: asking CUDA itself would need its headers.
std::string cuda_device_name() {
    std::error_code failed;
    for (const auto& entry :
         std::filesystem::directory_iterator("/proc/driver/nvidia/gpus", failed)) {
        std::ifstream stream(entry.path() / "information");
        for (std::string line; std::getline(stream, line);)
            if (line.starts_with("Model:"))
                return std::string(trimmed(line.substr(line.find(':') + 1)));
    }
    return "CUDA device";
}

LayerSummary summary_of(const std::string& name, const std::string& description,
                        const torch::Tensor& output) {
    LayerSummary summary{name, description, {}, 0};
    const auto shape = output.sizes().slice(1);
    summary.output_shape.assign(shape.begin(), shape.end());
    return summary;
}

/// Weights belong to the line that is named as their module. Those of a module without a line, such
/// as ResNet's first batch norm or what makes maps, belong to the line behind the module before, if
/// that has none of its own, else to the same line as those.
void count_parameters(const Network& network, std::vector<LayerSummary>& layers) {
    std::set<std::string> modules;
    for (const auto& child : network.named_children())
        modules.insert(child.key());
    size_t line = 0;
    for (const auto& parameter : network.named_parameters()) {
        const std::string module = parameter.key().substr(0, parameter.key().find('.'));
        const auto named = std::find_if(layers.begin(), layers.end(),
                                        [&](const auto& layer) { return layer.name == module; });
        if (named != layers.end())
            line = static_cast<size_t>(named - layers.begin());
        else if (line + 1 < layers.size() && !modules.contains(layers[line + 1].name))
            ++line;
        layers.at(line).parameters += parameter.value().numel();
    }
}

class TorchEngine final : public Engine {
public:
    EngineInfo info() const override {
        EngineInfo info;
        info.torch_version = TORCH_VERSION;
        info.cuda = torch::cuda::is_available();
        if (info.cuda)
            info.cuda_device = cuda_device_name();
        info.threads = processor_count();
        return info;
    }

    std::string slow_matrix_warning() const override {
        return with_torch([] { return rudolph::slow_matrix_warning(measure_matrix_speed()); });
    }

    std::vector<LayerSummary> summarise(const ModelSpec& model, const InputSpec& input,
                                        int outputs) const override {
        return with_torch([&] {
            const torch::InferenceMode inference;
            const auto network = make_network(model, input, outputs);
            network->eval();
            std::vector<LayerSummary> layers;
            network->forward(torch::zeros({1, input.channels, input.height, input.width}),
                             [&](const std::string& name, const std::string& description,
                                 const torch::Tensor& output) {
                                 layers.push_back(summary_of(name, description, output));
                             });
            count_parameters(*network, layers);
            return layers;
        });
    }

    TrainingEstimate estimate_training(const Experiment& experiment, int outputs, int train_faces,
                                       int validation_faces,
                                       const CancelToken& cancel) const override {
        return with_torch([&] {
            return rudolph::estimate_training(experiment, outputs, train_faces, validation_faces,
                                              cancel);
        });
    }

    TrainResult train(const TrainJob& job, const TrainObserver& observer,
                      const TrainControl& control) const override {
        return rudolph::train(job, observer, control);
    }

    SpeedReport measure_training(const TrainJob& job, int repeats, const ProgressCallback& progress,
                                 const CancelToken& cancel) const override {
        return with_torch(
            [&] { return rudolph::measure_training(job, repeats, progress, cancel); });
    }

    RateCurve find_learning_rate(const TrainJob& job, const ProgressCallback& progress,
                                 const CancelToken& cancel) const override {
        return with_torch([&] { return rudolph::find_learning_rate(job, progress, cancel); });
    }

    std::optional<WeightsReport> try_weights(const Experiment& experiment,
                                             int outputs) const override {
        return with_torch([&] {
            const auto network = make_network(experiment.model, experiment.input, outputs);
            return load_starting_weights(*network, experiment.model.weights);
        });
    }

    std::unique_ptr<Predictor> load_model(const std::filesystem::path& file_or_run,
                                          DeviceChoice device) const override {
        return load_predictor(file_or_run, device);
    }

    std::unique_ptr<FaceDetector> load_detector(
        DetectorKind kind, const std::filesystem::path& model_file) const override {
        if (kind == DetectorKind::Hog)
            return make_hog_detector();
        const std::filesystem::path file = model_file.empty() ? find_yunet() : model_file;
        if (file.empty())
            throw Error("YuNet's weights are not here", {}, "get them: rudolph detectors fetch");
        return load_yunet(file);
    }

    void download(const std::string& url, const std::string& sha256,
                  const std::filesystem::path& destination, const ProgressCallback& progress,
                  const CancelToken& cancel) const override {
        curl_download(url, sha256, destination, progress, cancel);
    }

    std::unique_ptr<VideoReader> open_video(const std::filesystem::path& file) const override {
        return open_video_file(file);
    }

    std::unique_ptr<VideoWriter> write_video(const std::filesystem::path& file, cv::Size size,
                                             double frames_per_second) const override {
        return create_video_file(file, size, frames_per_second);
    }

    OnnxExport export_onnx(const std::filesystem::path& file_or_run,
                           const std::filesystem::path& destination) const override {
        return rudolph::export_onnx(file_or_run, destination);
    }
};

}  // namespace
}  // namespace rudolph

extern "C" rudolph::Engine* rudolph_create_engine() {
    rudolph::wait_without_spinning();
    return new rudolph::TorchEngine;
}
