#include "core/experiment/check_experiment.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <set>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/experiment/fields.h"
#include "core/formats/losses.h"

namespace rudolph {
namespace {

constexpr int kResNetSmallest = 32;  ///< it halves the picture five times
/// Weights between two layers: a gigabyte of them, and Adam keeps three more copies.
constexpr long long kMostWeights = 1LL << 28;

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

std::string size_text(int width, int height) {
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
                   ") gets a picture of only " + size_text(width, height) + " px, too small to " +
                   "convolve and halve: use smaller kernels, fewer layers or a larger input";
        width = next_width;
        height = next_height;
    }
    return {};
}

void check_hidden(const Experiment& experiment, std::vector<FieldProblem>& problems) {
    const std::vector<int> shape = cnn_feature_shape(experiment.model, experiment.input);
    long long width = 1LL * shape[0] * shape[1] * shape[2];
    for (const int next : experiment.model.hidden) {
        if (width * next > kMostWeights) {
            problems.push_back({"model.hidden", std::to_string(width) +
                                                    " numbers into a layer of " +
                                                    std::to_string(next) +
                                                    " need too much memory: use narrower hidden "
                                                    "layers, fewer channels or more convolutions"});
            return;
        }
        width = next;
    }
}

void check_cnn(const Experiment& experiment, std::vector<FieldProblem>& problems) {
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
    // Sizes are only worth a word once every number is in its range.
    if (!problems.empty())
        return;
    const std::string too_small = layer_that_does_not_fit(model, experiment.input);
    if (too_small.empty())
        check_hidden(experiment, problems);
    else
        problems.push_back({"model.kernels", too_small});
}

void check_weights_file(const std::string& weights, std::vector<FieldProblem>& problems) {
    std::error_code ignored;
    if (!weights.empty() && !std::filesystem::is_regular_file(weights, ignored))
        problems.push_back(
            {"model.weights", "there is no file '" + weights +
                                  "': choose another, or leave it empty to start from random "
                                  "weights"});
}

/// Of ResNet-18 and the light network.
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
    check_weights_file(model.weights, problems);
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
    if (experiment.model.family == NetworkFamily::Cnn)
        check_cnn(experiment, problems);
    else
        check_residual(experiment, problems);
    check_loss(experiment, problems);
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
