#include "app/command_settings.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <numeric>

#include "app/command.h"
#include "core/base/error.h"
#include "core/experiment/check_experiment.h"
#include "core/experiment/fields.h"

namespace rudolph {
namespace {

/// How many letters to put in, take out or exchange (Levenshtein).
int edit_distance(const std::string& a, const std::string& b) {
    std::vector<int> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (size_t i = 1; i <= a.size(); ++i) {
        int diagonal = row[0];
        row[0] = static_cast<int>(i);
        for (size_t j = 1; j <= b.size(); ++j) {
            const int exchanged = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({exchanged, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

std::string last_part(const std::string& key) {
    return key.substr(key.rfind('.') + 1);
}

std::string key_of(const std::string& setting) {
    return setting.substr(0, setting.find('='));
}

[[noreturn]] void throw_unknown_key(const std::string& key, const std::vector<std::string>& keys) {
    const auto near = near_keys(key, keys);
    throw UsageError(fmt::format("--set: there is no setting '{}'; {}: {}", key,
                                 near.empty() ? "the settings are" : "near it",
                                 fmt::join(near.empty() ? keys : near, ", ")));
}

}  // namespace

Experiment preset_or_file(const std::string& name) {
    const auto presets = preset_names();
    if (std::find(presets.begin(), presets.end(), name) != presets.end())
        return preset(name);
    const bool looks_like_file =
        name.find('/') != std::string::npos || std::filesystem::path(name).extension() == ".json";
    if (!looks_like_file && !std::filesystem::exists(name))
        throw UsageError(fmt::format("'{}' is neither a file nor one of the presets: {}", name,
                                     fmt::join(presets, ", ")));
    return read_experiment(name);
}

std::vector<std::string> near_keys(const std::string& key, const std::vector<std::string>& keys) {
    std::vector<std::pair<int, std::string>> ranked;
    for (const std::string& candidate : keys) {
        // A key that begins with the word is nearest, then one that holds it somewhere.
        const bool contains = !key.empty() && candidate.find(key) != std::string::npos;
        const int distance = contains
                                 ? (candidate.starts_with(key) ? 0 : 1)
                                 : std::min(edit_distance(key, candidate),
                                            edit_distance(last_part(key), last_part(candidate)));
        if (distance <= std::max<int>(2, static_cast<int>(last_part(key).size()) / 3))
            ranked.push_back({distance, candidate});
    }
    std::stable_sort(ranked.begin(), ranked.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::string> near;
    for (size_t i = 0; i < std::min<size_t>(3, ranked.size()); ++i)
        near.push_back(ranked[i].second);
    return near;
}

void apply_settings(Experiment& experiment, const std::vector<std::string>& settings) {
    std::vector<std::string> keys;
    for (const Field& field : experiment_fields())
        keys.push_back(field.key);
    for (const std::string& setting : settings) {
        const size_t equals = setting.find('=');
        if (equals == std::string::npos)
            throw UsageError("--set: '" + setting + "' is not key=value");
        const std::string key = setting.substr(0, equals);
        if (std::find(keys.begin(), keys.end(), key) == keys.end())
            throw_unknown_key(key, keys);
        try {
            set_field_text(experiment, key, setting.substr(equals + 1));
        } catch (const Error& error) {
            throw UsageError(std::string("--set: ") + error.what());
        }
    }
}

void require_valid_settings(const Experiment& experiment,
                            const std::vector<std::string>& settings) {
    for (const FieldProblem& problem : check_experiment(experiment))
        for (const std::string& setting : settings)
            if (key_of(setting) == problem.key)
                throw UsageError("--set: " + problem.key + ": " + problem.message);
    require_valid(experiment);
}

}  // namespace rudolph
