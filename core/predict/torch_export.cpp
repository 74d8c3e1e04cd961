#include "core/predict/torch_export.h"

#include <fmt/format.h>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/experiment/field_record.h"
#include "core/model/torch_device.h"
#include "core/model/torch_onnx.h"
#include "core/model/torch_weights.h"
#include "core/predict/look.h"
#include "core/predict/model_file.h"

namespace rudolph {
namespace {

/// How pixels become the network's numbers.
std::string input_text(Normalisation normalisation) {
    const std::string text = "grey pixels of the crop, the same in every channel, as ";
    switch (normalisation) {
        case Normalisation::Fixed:
            return text + "(pixel / 255 - mean) / deviation";
        case Normalisation::Crop:
            return text + fmt::format(
                              "(pixel - mean) / deviation, with the mean and the standard "
                              "deviation of the crop's own pixels, and a deviation of at "
                              "least {}",
                              kLeastDeviation);
        case Normalisation::Local:
            return text +
                   fmt::format(
                       "(pixel - mean) / sqrt(variance + max({}, {} * V)), with mean and variance "
                       "of the square about each pixel, (max(width, height) / 8) | 1 pixels wide, "
                       "mirrored without the edge pixel beyond the crop, and the variance V of "
                       "the whole crop",
                       kLeastDeviation * kLeastDeviation, kLocalFloor);
    }
    return text;
}

/// What a program needs to know to use the network without Rudolph; "rudolph" holds everything.
std::map<std::string, std::string> onnx_metadata(const ModelInfo& info) {
    const InputSpec& input = info.input;
    std::map<std::string, std::string> metadata = model_metadata(info);
    metadata.erase("format");
    if (input.normalisation == Normalisation::Fixed) {
        metadata["mean"] = fmt::format("{}", input.mean);
        metadata["deviation"] = fmt::format("{}", input.deviation);
    }
    metadata["normalisation"] = kNormalisationNames.at(static_cast<size_t>(input.normalisation));
    metadata["crop"] = input.crop == CropKind::FaceBox ? "face-box" : "whole-image";
    metadata["box_scale"] = fmt::format("{}", input.box_scale);
    if (most_looks(info) > 1)
        metadata["looks"] = fmt::format(
            "the network alone; Rudolph looks up to {} times, each time after the first with the "
            "crop "
            "laid so that the points found lie closest to mean_shape under \"rudolph\"",
            most_looks(info));
    metadata["points"] = Json(info.predicted_scheme().point_names)
                             .dump(-1, ' ', false, Json::error_handler_t::replace);
    metadata["input"] = input_text(input.normalisation);
    metadata["output"] =
        "x0, y0, x1, y1, ... as ((x + 0.5) / width, (y + 0.5) / height) of the "
        "crop, where the centre of its top-left pixel is (0, 0)";
    return metadata;
}

}  // namespace

OnnxExport export_onnx(const std::filesystem::path& file_or_run,
                       const std::filesystem::path& destination) {
    std::filesystem::path file;
    const Safetensors contents = read_model(file_or_run, file);
    const ModelInfo info = model_info(contents, file);
    const int outputs = 2 * static_cast<int>(info.indices.size());
    const std::string bytes = with_torch([&] {
        const auto network = make_network(info.model, info.input, outputs);
        load_state(*network, contents, file);
        network->eval();
        const std::vector<int> mirror = info.model.flip_average == Switch::On
                                            ? info.predicted_scheme().mirror_permutation()
                                            : std::vector<int>();
        return onnx_bytes(*network, info.input, outputs, mirror, onnx_metadata(info));
    });
    write_file(destination, bytes);
    return {info, OnnxGraph::kInput, OnnxGraph::kOutput, bytes.size()};
}

}  // namespace rudolph
