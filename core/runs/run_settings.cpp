#include "core/runs/run_settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/experiment/fields.h"
#include "core/experiment/model_layers.h"

namespace rudolph {
namespace {

constexpr const char* kData = "data";

bool is_compared(const std::string& key) {
    return key != "name" && key != "description";
}

/// The value of a key with points in it, in the nested objects of to_json(): looking all fields up
/// there is many times faster than field_value() for each.
const Json& value_in(const Json& experiment, const std::string& key) {
    const size_t point = key.find('.');
    return point == std::string::npos
               ? experiment.at(key)
               : value_in(experiment.at(key.substr(0, point)), key.substr(point + 1));
}

int count_differences(const Json& a, const Json& b) {
    int count = 0;
    for (const Field& field : experiment_fields())
        if (is_compared(field.key) && field.key != kData)
            count += value_in(a, field.key) != value_in(b, field.key) ? 1 : 0;
    return count;
}

struct KnownPreset {
    std::string name;
    Experiment experiment;
    Json json;
};

const std::vector<KnownPreset>& presets() {
    static const std::vector<KnownPreset> known = [] {
        std::vector<KnownPreset> all;
        for (const std::string& name : preset_names()) {
            const Experiment experiment = preset(name);
            all.push_back({name, experiment, to_json(experiment)});
        }
        return all;
    }();
    return known;
}

SettingRow row_of(const Field& field, const std::vector<Experiment>& experiments) {
    SettingRow row{field.key, field.section, field.label, field.unit, {}};
    for (const Experiment& experiment : experiments)
        row.values.push_back(field_applies(experiment, field)
                                 ? std::optional(field_text(experiment, field.key))
                                 : std::nullopt);
    return row;
}

/// All networks of layers as lists, where one of them is.
std::vector<Experiment> with_like_layers(std::vector<Experiment> experiments) {
    const bool any = std::any_of(experiments.begin(), experiments.end(), [](const auto& each) {
        return each.model.family == NetworkFamily::Cnn && !each.model.layers.empty();
    });
    for (Experiment& each : experiments)
        if (any && each.model.family == NetworkFamily::Cnn)
            each.model.layers = layers_of(each.model);
    return experiments;
}

/// How many entries all lists begin with, up to a limit; of lists from their ends: end with.
template <class Place>
size_t shared_entries(const std::vector<std::vector<LayerSpec>>& lists, size_t limit, Place place) {
    size_t count = 0;
    while (count < limit && std::all_of(lists.begin(), lists.end(), [&](const auto& list) {
               return place(list, count) == place(lists.front(), count);
           }))
        ++count;
    return count;
}

/// The values of a row of layers without what all begin and end with.
void shorten_layers(SettingRow& row, const std::vector<Experiment>& experiments) {
    std::vector<std::vector<LayerSpec>> lists;
    size_t shortest = std::numeric_limits<size_t>::max();
    for (size_t i = 0; i < experiments.size(); ++i)
        if (row.values[i]) {
            lists.push_back(experiments[i].model.layers);
            shortest = std::min(shortest, lists.back().size());
        }
    if (lists.size() < 2)
        return;
    const size_t begin =
        shared_entries(lists, shortest, [](const auto& list, size_t at) { return list[at]; });
    const size_t end = shared_entries(lists, shortest - begin, [](const auto& list, size_t at) {
        return list[list.size() - 1 - at];
    });
    for (size_t i = 0, next = 0; i < experiments.size(); ++i) {
        if (!row.values[i])
            continue;
        const std::vector<LayerSpec>& list = lists[next++];
        std::string text = begin > 0 ? "…" : "";
        for (size_t at = begin; at + end < list.size(); ++at)
            text += (at > begin ? ", " : begin > 0 ? " " : "") + layer_text(list[at]);
        if (end > 0 && begin + end < list.size())
            text += " …";
        row.values[i] = text;
    }
}

/// A row for each field that any two of the experiments differ in, whether it applies or not.
std::vector<SettingRow> unequal_rows(const std::vector<Experiment>& compared) {
    const std::vector<Experiment> experiments = with_like_layers(compared);
    std::vector<Json> json;
    json.reserve(experiments.size());
    for (const Experiment& experiment : experiments)
        json.push_back(to_json(experiment));
    std::vector<SettingRow> rows;
    for (const Field& field : experiment_fields()) {
        if (!is_compared(field.key))
            continue;
        const bool equal = std::all_of(json.begin(), json.end(), [&](const Json& each) {
            return value_in(each, field.key) == value_in(json.front(), field.key);
        });
        // One that applies here and not there differs by that alone.
        if (equal && !field.only_if)
            continue;
        SettingRow row = row_of(field, experiments);
        if (!row.differs())
            continue;
        if (field.type == FieldType::LayerList)
            shorten_layers(row, experiments);
        rows.push_back(std::move(row));
    }
    return rows;
}

}  // namespace

bool SettingRow::differs() const {
    return std::any_of(values.begin(), values.end(),
                       [this](const auto& value) { return value != values.front(); });
}

std::vector<SettingRow> settings_side_by_side(const std::vector<Experiment>& experiments) {
    std::vector<SettingRow> rows;
    for (const Field& field : experiment_fields()) {
        if (!is_compared(field.key))
            continue;
        SettingRow row = row_of(field, experiments);
        if (std::any_of(row.values.begin(), row.values.end(),
                        [](const auto& value) { return value.has_value(); }))
            rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<SettingRow> differing_settings(const std::vector<Experiment>& experiments) {
    return experiments.empty() ? std::vector<SettingRow>() : unequal_rows(experiments);
}

std::string short_value(const std::string& value) {
    const auto number = parse_number(value);
    // Whole numbers are counts and seeds, which are never rounded.
    return number && !parse_integer(value) ? fmt::format("{:.4g}", *number) : value;
}

PresetChanges changes_against_preset(const Experiment& experiment) {
    const Json json = to_json(experiment);
    const KnownPreset* nearest = nullptr;
    int fewest = 0;
    for (const KnownPreset& known : presets()) {
        if (known.name == experiment.name) {
            nearest = &known;
            break;
        }
        const int count = count_differences(json, known.json);
        if (!nearest || count < fewest) {
            nearest = &known;
            fewest = count;
        }
    }
    if (!nearest)
        return {};
    PresetChanges result{nearest->name, {}};
    for (SettingRow& row : unequal_rows({nearest->experiment, experiment})) {
        // What only begins to apply was not changed itself; a list was, whatever was short before.
        const bool is_changed = value_in(json, row.key) != value_in(nearest->json, row.key);
        if (row.key != kData && row.values.back() && is_changed)
            result.changes.push_back(std::move(row));
    }
    return result;
}

}  // namespace rudolph
