#include "core/predict/model_file.h"

#include <algorithm>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/resources.h"
#include "core/experiment/check_experiment.h"
#include "core/experiment/pretrained.h"
#include "core/model/quantised.h"

namespace rudolph {
namespace {

constexpr const char* kKey = "rudolph";
constexpr int kModelVersion = 1;

Json parse_info(const Safetensors& contents, const std::filesystem::path& file) {
    const auto found = contents.metadata.find(kKey);
    if (found == contents.metadata.end())
        throw Error("these are weights without a description of their network", {file},
                    "choose best.safetensors or last.safetensors of a run");
    Json json = parse_json(found->second, file);
    const auto version =
        json.is_object() ? find_whole_number<int>(json.value("version", Json())) : std::nullopt;
    if (!version)
        throw Error("its description has no version", {file});
    if (*version > kModelVersion)
        throw Error("it was made by a newer version of Rudolph", {file}, "update Rudolph");
    return json;
}

Json to_json(const Calibration& calibration) {
    return {{"points", calibration.point_weights},
            {"face", calibration.face_weights},
            {"faces", calibration.faces}};
}

Calibration calibration_from_json(const Json& json, const std::filesystem::path& file) {
    Calibration calibration{json.at("points").get<std::vector<double>>(),
                            json.at("face").get<std::vector<double>>(),
                            whole_number<int>(json.at("faces"))};
    if (calibration.point_weights.size() != kPointWeights ||
        calibration.face_weights.size() != kFaceWeights)
        throw Error("its calibration has another number of weights", {file},
                    "calibrate it again: rudolph calibrate");
    return calibration;
}

void check(const ModelInfo& info, const std::filesystem::path& file) {
    const auto outside = [&](int index) { return index < 0 || index >= info.scheme.size(); };
    if (info.indices.empty() || std::any_of(info.indices.begin(), info.indices.end(), outside))
        throw Error("its points are not those of its scheme", {file});
    if (info.model.looks > 1 && info.mean_shape.size() != 2 * info.indices.size())
        throw Error("it looks twice, but does not say where points lie on average", {file});
    Experiment experiment;
    experiment.input = info.input;
    experiment.model = info.model;
    for (const FieldProblem& problem : check_experiment(experiment))
        if (problem.key.starts_with("model.") || problem.key.starts_with("input."))
            throw Error("its network cannot be built: " + problem.key + ": " + problem.message,
                        {file});
}

}  // namespace

std::map<std::string, std::string> model_metadata(const ModelInfo& info) {
    Experiment experiment;
    experiment.input = info.input;
    experiment.model = info.model;
    // A path on the machine that trained says nothing where the file is used.
    experiment.model.weights.clear();
    const Json settings = to_json(experiment);
    Json json = {{"version", kModelVersion},      {"experiment", info.experiment},
                 {"epoch", info.epoch},           {"input", settings.at("input")},
                 {"model", settings.at("model")}, {"indices", info.indices},
                 {"mean_shape", info.mean_shape}, {"scheme", to_json(info.scheme)}};
    if (info.calibration)
        json["calibration"] = to_json(*info.calibration);
    return {{"format", "pt"}, {kKey, json.dump(-1, ' ', false, Json::error_handler_t::replace)}};
}

ModelInfo model_info(const Safetensors& contents, const std::filesystem::path& file) {
    const Json json = parse_info(contents, file);
    ModelInfo info;
    try {
        info.experiment = json.at("experiment").get<std::string>();
        info.epoch = whole_number<int>(json.at("epoch"));
        info.indices = whole_numbers(json.at("indices"));
        const Experiment experiment =
            experiment_from_json({{"input", json.at("input")}, {"model", json.at("model")}}, file);
        info.input = experiment.input;
        info.model = experiment.model;
        info.scheme = scheme_from_json(json.at("scheme"), file);
        if (json.contains("mean_shape"))
            info.mean_shape = json["mean_shape"].get<std::vector<float>>();
        if (json.contains("calibration"))
            info.calibration = calibration_from_json(json["calibration"], file);
    } catch (const Json::exception&) {
        throw Error("its description lacks something or has it in another form", {file});
    }
    check(info, file);
    return info;
}

Safetensors read_model(const std::filesystem::path& model, std::filesystem::path& file) {
    if (const ShippedModel* shipped = find_shipped_model(model.string())) {
        file = model;
        return dequantised(parse_safetensors(resource(shipped->resource), file), file);
    }
    file = find_model_file(model);
    return dequantised(read_safetensors(file), file);
}

ModelInfo read_model_info(const std::filesystem::path& model) {
    if (find_shipped_model(model.string()) != nullptr) {
        std::filesystem::path file;
        return model_info(read_model(model, file), file);
    }
    const std::filesystem::path file = find_model_file(model);
    return model_info({{}, read_safetensors_metadata(file)}, file);
}

void write_calibration(const std::filesystem::path& file, const Calibration& calibration) {
    Safetensors contents = read_safetensors(file);
    ModelInfo info = model_info(contents, file);
    info.calibration = calibration;
    contents.metadata = model_metadata(info);
    write_safetensors(file, contents);
}

void write_compact_model(const std::filesystem::path& model,
                         const std::filesystem::path& destination) {
    std::filesystem::path file;
    const Safetensors contents = read_model(model, file);
    model_info(contents, file);
    write_safetensors(destination, quantised(contents));
}

std::filesystem::path find_model_file(const std::filesystem::path& file_or_run) {
    if (!std::filesystem::is_directory(file_or_run))
        return file_or_run;
    if (std::filesystem::path file = network_in_run(file_or_run); !file.empty())
        return file;
    throw Error("this folder has no best.safetensors", {file_or_run},
                "choose the folder of a run, or a model file");
}

}  // namespace rudolph
