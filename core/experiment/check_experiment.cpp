#include "core/experiment/check_experiment.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/experiment/fields.h"
#include "core/experiment/model_layers.h"
#include "core/experiment/pretrained.h"
#include "core/formats/losses.h"

namespace rudolph {
namespace {

constexpr int kResNetSmallest = 32;  ///< it halves the picture five times

/// 100000, where the shortest text would be 1e+05.
std::string limit_text(const Field& field, const std::optional<double>& limit) {
    if (!limit)
        return {};
    return field.type == FieldType::Number ? number_text(*limit)
                                           : std::to_string(std::llround(*limit));
}

std::string range_text(const Field& field) {
    const std::string low = limit_text(field, field.minimum);
    const std::string high = limit_text(field, field.maximum);
    const std::string unit =
        field.unit.empty() || field.unit == "°" ? field.unit : " " + field.unit;
    if (high.empty())
        return "must be at least " + low + unit;
    if (low.empty())
        return "must be at most " + high + unit;
    return "must be from " + low + " to " + high + unit;
}

/// Also false for what is no number.
bool in_range(const Field& field, double value) {
    return (!field.minimum || value >= *field.minimum) &&
           (!field.maximum || value <= *field.maximum) && std::isfinite(value);
}

void check_range(const Experiment& experiment, const Field& field,
                 std::vector<FieldProblem>& problems) {
    const Json value = field_value(experiment, field.key);
    const Json entries = value.is_array() ? value : Json::array({value});
    for (const Json& entry : entries) {
        if (!entry.is_number() || in_range(field, entry.get<double>()))
            continue;
        const std::string text =
            entry.is_number_float() ? number_text(entry.get<double>()) : entry.dump();
        problems.push_back({field.key, range_text(field) + "; it is " + text});
        return;
    }
}

std::string pixels_of(int width, int height) {
    return std::to_string(width) + "×" + std::to_string(height);
}

/// What the first layer that does not fit gets; empty when all fit.
std::string layer_that_does_not_fit(const ModelSpec& model, const InputSpec& input) {
    int width = input.width;
    int height = input.height;
    for (size_t layer = 0; layer < model.kernels.size(); ++layer) {
        const int kernel = model.kernels[layer];
        const int next_width = (width - kernel + 1) / 2;
        const int next_height = (height - kernel + 1) / 2;
        if (next_width < 1 || next_height < 1)
            return "layer " + std::to_string(layer + 1) + " (kernel " + std::to_string(kernel) +
                   ") gets a picture of only " + pixels_of(width, height) + " px, too small to " +
                   "convolve and halve: use smaller kernels, fewer layers or a larger input";
        width = next_width;
        height = next_height;
    }
    return {};
}

/// The setting of the short way that is to blame for a layer.
const char* short_key(LayerKind kind) {
    return kind == LayerKind::Full ? "model.hidden" : "model.channels";
}

/// Of a Cnn whose numbers are in their ranges.
void check_outline(const Experiment& experiment, std::vector<FieldProblem>& problems) {
    const ModelSpec& model = experiment.model;
    const std::vector<LayerSpec> layers = layers_of(model);
    const std::vector<LayerOutline> outline = outline_of(layers, experiment.input);
    for (size_t i = 0; i < layers.size(); ++i) {
        // The short way has no place to count from.
        const std::string text = layer_text(layers[i]);
        const std::string name = model.layers.empty()
                                     ? text + " "
                                     : "layer " + std::to_string(i + 1) + " (" + text + ") ";
        if (outline[i].fault != LayerFault::None) {
            problems.push_back({model.layers.empty() ? short_key(layers[i].kind) : "model.layers",
                                name + outline[i].problem});
            return;
        }
        const std::vector<int>& shape = outline[i].out;
        const bool is_one_number = shape.size() == 1 || (shape[1] == 1 && shape[2] == 1);
        if (layers[i].kind == LayerKind::BatchNorm && is_one_number && experiment.batch_size == 1) {
            problems.push_back({"batch_size", "must be at least 2, because " + name +
                                                  "gets one number a channel of each face and "
                                                  "has nothing to compare it with"});
            return;
        }
    }
}

void check_short_way(const Experiment& experiment, std::vector<FieldProblem>& problems) {
    const ModelSpec& model = experiment.model;
    if (model.channels.empty()) {
        problems.push_back({"model.channels", "needs a number for at least one layer"});
        return;
    }
    if (model.channels.size() != model.kernels.size()) {
        problems.push_back(
            {"model.kernels", "must have as many numbers as model.channels: it has " +
                                  std::to_string(model.kernels.size()) + ", not " +
                                  std::to_string(model.channels.size())});
        return;
    }
    const std::string too_small =
        problems.empty() ? layer_that_does_not_fit(model, experiment.input) : std::string();
    if (!too_small.empty())
        problems.push_back({"model.kernels", too_small});
}

void check_cnn(const Experiment& experiment, std::vector<FieldProblem>& problems) {
    if (experiment.model.layers.empty())
        check_short_way(experiment, problems);
    // Sizes are only worth a word once every number is in its range.
    if (problems.empty())
        check_outline(experiment, problems);
}

void check_weights(const std::string& weights, std::vector<FieldProblem>& problems) {
    try {
        starting_weights_file(weights);
    } catch (const Error& error) {
        problems.push_back({"model.weights", error.message()});
    }
}

/// A Cnn of fully connected layers alone is all head.
void check_body(const Experiment& experiment, std::vector<FieldProblem>& problems) {
    const OptimiserSpec& optimiser = experiment.optimiser;
    const std::vector<LayerSpec> layers = layers_of(experiment.model);
    if (experiment.model.family != NetworkFamily::Cnn || layers.empty() ||
        layers.front().kind != LayerKind::Full)
        return;
    const char* const none = "this network has no body: it begins with a fully connected layer";
    if (optimiser.freeze_epochs > 0)
        problems.push_back({"optimiser.freeze_epochs", none});
    if (optimiser.body_rate != 1)
        problems.push_back({"optimiser.body_rate", none});
}

/// Of ResNet-18, ResNet-34 and the light network.
void check_residual(const Experiment& experiment, std::vector<FieldProblem>& problems) {
    const InputSpec& input = experiment.input;
    const ModelSpec& model = experiment.model;
    const bool has_maps = model.head != HeadKind::Direct;
    const auto check_side = [&](const char* key, int pixels) {
        if (pixels < kResNetSmallest)
            problems.push_back({key, "this network needs at least " +
                                         std::to_string(kResNetSmallest) + " px; it is " +
                                         std::to_string(pixels)});
        // The pyramid doubles its maps, so they must halve evenly.
        else if (has_maps && pixels % kResNetSmallest != 0)
            problems.push_back({key, "must be a multiple of " + std::to_string(kResNetSmallest) +
                                         " for this answer; it is " + std::to_string(pixels)});
    };
    check_side("input.width", input.width);
    check_side("input.height", input.height);
    if (has_maps && !std::set{4, 8, 16, 32}.contains(model.map_stride))
        problems.push_back({"model.map_stride",
                            "must be 4, 8, 16 or 32; it is " + std::to_string(model.map_stride)});
}

void check_loss(const Experiment& experiment, std::vector<FieldProblem>& problems) {
    const bool heatmap =
        experiment.model.family != NetworkFamily::Cnn && experiment.model.head == HeadKind::Heatmap;
    if (experiment.loss.kind == LossKind::AdaptiveWing && !heatmap)
        problems.push_back({"loss.kind",
                            "adaptive-wing compares heatmaps: set model.head to "
                            "heatmap, or choose another loss"});
}

void sort_by_field(std::vector<FieldProblem>& problems) {
    const auto& fields = experiment_fields();
    const auto place = [&fields](const FieldProblem& problem) {
        return std::find_if(fields.begin(), fields.end(),
                            [&](const Field& field) { return field.key == problem.key; });
    };
    std::stable_sort(problems.begin(), problems.end(),
                     [&](const auto& a, const auto& b) { return place(a) < place(b); });
}

}  // namespace

std::vector<FieldProblem> check_experiment(const Experiment& experiment) {
    std::vector<FieldProblem> problems;
    if (trimmed(experiment.name).empty())
        problems.push_back({"name", "must not be empty: runs are named after it"});
    for (const Field& field : experiment_fields())
        if (field_applies(experiment, field))
            check_range(experiment, field, problems);
    if (experiment.input.channels == 2)
        problems.push_back({"input.channels", "must be 1 (grey) or 3 (grey repeated)"});
    const SplitSpec& split = experiment.split;
    if (split.method == SplitMethod::Folds && split.fold > split.folds)
        problems.push_back({"split.fold", "must be at most the number of folds, " +
                                              std::to_string(split.folds) + "; it is " +
                                              std::to_string(split.fold)});
    if (experiment.model.family == NetworkFamily::Cnn)
        check_cnn(experiment, problems);
    else
        check_residual(experiment, problems);
    check_loss(experiment, problems);
    check_weights(experiment.model.weights, problems);
    check_body(experiment, problems);
    sort_by_field(problems);
    return problems;
}

void require_valid(const Experiment& experiment) {
    std::string text;
    for (const FieldProblem& problem : check_experiment(experiment))
        text += (text.empty() ? "" : "; ") + problem.key + ": " + problem.message;
    if (!text.empty())
        throw Error(text);
}

}  // namespace rudolph
