#include "core/experiment/sweep.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "core/base/error.h"
#include "core/base/random.h"
#include "core/experiment/fields.h"

namespace rudolph {
namespace {

/// Values that people would write: 0.001, not 0.0010000000000000002.
constexpr int kFigures = 4;

double to_few_figures(double value) {
    if (value == 0)
        return 0;
    const double unit = std::pow(10, kFigures - 1 - std::floor(std::log10(std::abs(value))));
    return std::round(value * unit) / unit;
}

/// Without an exponent, as people write it.
std::string text_of(const Field& field, double value) {
    if (field.type == FieldType::Integer)
        return std::to_string(std::llround(value));
    std::array<char, 400> text{};  // the longest double has 309 digits before its point
    const auto end = std::to_chars(text.data(), text.data() + text.size(), to_few_figures(value),
                                   std::chars_format::fixed);
    return {text.data(), end.ptr};
}

/// The place in a range: share 0 is the lower end, 1 the upper.
double value_at(const SweepRange& range, double share) {
    if (!range.logarithmic)
        return range.lower + share * (range.upper - range.lower);
    return std::exp(std::log(range.lower) +
                    share * (std::log(range.upper) - std::log(range.lower)));
}

void check(const SweepAxis& axis) {
    const Field& field = field_of(axis.key);
    if (!axis.range) {
        if (axis.texts.empty())
            throw Error(axis.key + ": there is no value to try", {}, "write one or more values");
        return;
    }
    if (field.type != FieldType::Integer && field.type != FieldType::Number)
        throw Error(axis.key + ": only numbers have a range", {}, "list its values instead");
    const SweepRange& range = *axis.range;
    if (!std::isfinite(range.lower) || !std::isfinite(range.upper) || range.lower > range.upper)
        throw Error(axis.key + ": the range must go from a lower to a higher number");
    if (range.logarithmic && range.lower <= 0)
        throw Error(axis.key + ": a logarithmic range must begin above 0");
    if (range.steps < 1)
        throw Error(axis.key + ": a range needs at least one step");
}

void check(const Sweep& sweep) {
    if (sweep.axes.empty())
        throw Error("there is no setting to sweep over", {}, "choose at least one");
    for (size_t i = 0; i < sweep.axes.size(); ++i) {
        check(sweep.axes[i]);
        for (size_t before = 0; before < i; ++before)
            if (sweep.axes[before].key == sweep.axes[i].key)
                throw Error(sweep.axes[i].key + ": is swept over twice", {}, "take one away");
    }
    if (sweep_size(sweep) > kMostSweepExperiments)
        throw Error("these are " + std::to_string(sweep_size(sweep)) + " experiments, more than " +
                        std::to_string(kMostSweepExperiments),
                    {}, "try fewer values, or draw some of them at random");
}

std::string drawn_value(const SweepAxis& axis, Random& random) {
    if (!axis.range)
        return axis.texts[static_cast<size_t>(random.below(static_cast<int>(axis.texts.size())))];
    return text_of(field_of(axis.key), value_at(*axis.range, random.uniform()));
}

std::string last_part(const std::string& key) {
    return key.substr(key.rfind('.') + 1);
}

Experiment changed(const Experiment& base, const std::vector<SweepAxis>& axes,
                   const std::vector<std::string>& values) {
    Experiment experiment = base;
    for (size_t i = 0; i < axes.size(); ++i) {
        set_field_text(experiment, axes[i].key, values[i]);
        experiment.name += " " + last_part(axes[i].key) + "=" + values[i];
    }
    return experiment;
}

}  // namespace

std::vector<std::string> grid_values(const SweepAxis& axis) {
    check(axis);
    if (!axis.range)
        return axis.texts;
    const Field& field = field_of(axis.key);
    std::vector<std::string> values;
    for (int step = 0; step < axis.range->steps; ++step) {
        const double share =
            axis.range->steps == 1 ? 0 : static_cast<double>(step) / (axis.range->steps - 1);
        std::string value = text_of(field, value_at(*axis.range, share));
        if (std::find(values.begin(), values.end(), value) == values.end())
            values.push_back(std::move(value));
    }
    return values;
}

long long sweep_size(const Sweep& sweep) {
    if (sweep.axes.empty())
        return 0;
    if (sweep.kind == SweepKind::Random)
        return std::max(0, sweep.draws);
    constexpr long long kFar = 1'000'000'000;
    long long size = 1;
    for (const SweepAxis& axis : sweep.axes) {
        const auto values = axis.range ? static_cast<long long>(std::max(0, axis.range->steps))
                                       : static_cast<long long>(axis.texts.size());
        size = std::min(kFar, size * std::min(values, kFar));
    }
    return size;
}

std::vector<Experiment> sweep_experiments(const Experiment& base, const Sweep& sweep) {
    check(sweep);
    std::vector<std::vector<std::string>> choices;
    if (sweep.kind == SweepKind::Random) {
        Random random(sweep.seed);
        for (int draw = 0; draw < sweep.draws; ++draw) {
            std::vector<std::string> values;
            for (const SweepAxis& axis : sweep.axes)
                values.push_back(drawn_value(axis, random));
            choices.push_back(std::move(values));
        }
    } else {
        choices.emplace_back();
        for (const SweepAxis& axis : sweep.axes) {
            std::vector<std::vector<std::string>> longer;
            for (const auto& begun : choices) {
                for (const std::string& value : grid_values(axis)) {
                    longer.push_back(begun);
                    longer.back().push_back(value);
                }
            }
            choices = std::move(longer);
        }
    }
    std::vector<Experiment> experiments;
    for (const auto& values : choices) {
        Experiment experiment = changed(base, sweep.axes, values);
        if (std::find(experiments.begin(), experiments.end(), experiment) == experiments.end())
            experiments.push_back(std::move(experiment));
    }
    return experiments;
}

}  // namespace rudolph
