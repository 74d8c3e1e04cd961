#include "core/experiment/experiment.h"

#include <algorithm>
#include <numeric>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/resources.h"
#include "core/experiment/fields.h"

namespace rudolph {
namespace {

constexpr std::string_view kPresetFolder = "experiments/";
/// In JSON a group, beside the settings.
constexpr auto kOpening = "opening";

bool is_group(const std::string& key) {
    const auto& fields = experiment_fields();
    return std::any_of(fields.begin(), fields.end(),
                       [&](const Field& field) { return field.key.starts_with(key + "."); });
}

/// Sets everything in a JSON object whose keys begin with `prefix`; collects what is wrong.
void set_fields(Experiment& experiment, const Json& json, const std::string& prefix,
                std::vector<std::string>& problems) {
    for (const auto& [name, value] : json.items()) {
        const std::string key = prefix + name;
        if (key == kOpening) {
            if (value.is_object())
                experiment.opening = value.empty() ? std::string() : value.dump();
            else
                problems.push_back(key + ": must be a group in braces {}");
            continue;
        }
        if (is_group(key)) {
            if (value.is_object())
                set_fields(experiment, value, key + ".", problems);
            else
                problems.push_back(key + ": must be a group in braces {}");
            continue;
        }
        try {
            set_field(experiment, key, value);
        } catch (const Error& error) {
            problems.push_back(error.message());
        }
    }
}

std::string joined(const std::vector<std::string>& parts, const char* separator) {
    std::string text;
    for (const std::string& part : parts)
        text += (text.empty() ? "" : separator) + part;
    return text;
}

}  // namespace

std::vector<int> target_indices(TargetPoints target, const LandmarkScheme& scheme) {
    if (target == TargetPoints::NoseTip) {
        if (!scheme.nose_tip)
            throw Error("target: the faces' scheme '" + scheme.name +
                            "' does not say which point is the nose tip",
                        {}, "set target to all");
        return {*scheme.nose_tip};
    }
    std::vector<int> indices(scheme.point_names.size());
    std::iota(indices.begin(), indices.end(), 0);
    return indices;
}

Json to_json(const Experiment& experiment) {
    Json json = Json::object();
    for (const Field& field : experiment_fields()) {
        Json* place = &json;
        size_t start = 0;
        for (size_t dot; (dot = field.key.find('.', start)) != std::string::npos; start = dot + 1)
            place = &(*place)[field.key.substr(start, dot - start)];
        (*place)[field.key.substr(start)] = field_value(experiment, field.key);
    }
    if (!experiment.opening.empty())
        json[kOpening] = parse_json(experiment.opening, {});
    return json;
}

Experiment experiment_from_json(const Json& json, const std::filesystem::path& file) {
    if (!json.is_object())
        throw Error("not an experiment: it must be one group of settings in braces {}", {file});
    Experiment experiment;
    std::vector<std::string> problems;
    set_fields(experiment, json, "", problems);
    if (!problems.empty())
        throw Error(joined(problems, "; "), {file});
    return experiment;
}

Experiment read_experiment(const std::filesystem::path& file) {
    return experiment_from_json(read_json(file), file);
}

std::vector<std::string> preset_names() {
    std::vector<std::string> names;
    for (const std::string& name : resource_names(kPresetFolder))
        names.push_back(std::filesystem::path(name).stem().string());
    std::sort(names.begin(), names.end());
    return names;
}

Experiment preset(const std::string& name) {
    const std::vector<std::string> names = preset_names();
    if (std::find(names.begin(), names.end(), name) == names.end())
        throw Error("there is no preset named '" + name + "'", {},
                    "there are " + joined(names, ", "));
    const std::string file = std::string(kPresetFolder) + name + ".json";
    return experiment_from_json(parse_json(resource(file), file), file);
}

}  // namespace rudolph
