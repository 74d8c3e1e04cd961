#include "core/runs/run_table.h"

#include <cmath>

#include "core/base/text.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_places.h"

namespace rudolph {
namespace {

std::string figure(double value) {
    return std::isfinite(value) ? number_text(value) : "";
}

std::string with_unit(const std::optional<std::string>& value, const std::string& unit) {
    if (!value)
        return "–";
    if (value->empty())
        return "none";
    return unit.empty() ? short_value(*value) : short_value(*value) + " " + unit;
}

/// Empty for a run that belongs to none.
std::string study_name(const RunRecord& run) {
    const auto folder = run.folder.parent_path();
    return is_study(folder) ? folder.filename().string() : "";
}

std::vector<std::pair<std::string, std::string>> columns_of(const RunEntry& entry) {
    const RunSummary& summary = entry.run.summary;
    return {{"name", entry.run.name},
            {"experiment", entry.run.experiment.name},
            {"preset", entry.preset},
            {"changes", changes_text(entry.changes)},
            {"data", data_name(entry.run.experiment)},
            {"state", to_string(summary.state)},
            {"message", summary.message},
            {"started", summary.started},
            {"seconds", figure(summary.seconds)},
            {"epochs_done", std::to_string(summary.epochs_done)},
            {"epochs_planned", std::to_string(entry.run.experiment.epochs)},
            {"best_epoch", std::to_string(summary.best_epoch)},
            {"nme", figure(summary.nme)},
            {"mse", figure(summary.mse)},
            {"error_px", figure(summary.error_px)},
            {"auc_08", figure(summary.auc_08)},
            {"fr_08", figure(summary.fr_08)},
            {"shape_variance_ratio", figure(summary.shape_variance_ratio)},
            {"turn_right_share", figure(summary.turn_right_share)},
            {"constant_error_px", figure(summary.constant_error_px)},
            {"parameters", std::to_string(summary.parameters)},
            {"train_faces", std::to_string(summary.train_faces)},
            {"validation_faces", std::to_string(summary.validation_faces)},
            {"device", summary.device},
            {"precision", summary.precision},
            {"threads", summary.threads > 0 ? std::to_string(summary.threads) : ""},
            {"split_batch", summary.threads > 0 ? summary.split_batch ? "1" : "0" : ""},
            {"study", study_name(entry.run)},
            {"starred", entry.marks.starred ? "1" : "0"},
            {"baseline", entry.marks.baseline ? "1" : "0"},
            {"tags", tags_text(entry.marks.tags)},
            {"note", entry.marks.note}};
}

}  // namespace

std::string changes_text(const std::vector<SettingRow>& changes) {
    std::string text;
    for (const SettingRow& row : changes)
        text += (text.empty() ? "" : ", ") + row.label + " " +
                with_unit(row.values.back(), row.unit) + " (" +
                with_unit(row.values.front(), row.unit) + ")";
    return text;
}

std::string runs_csv(const std::vector<RunEntryPtr>& runs) {
    std::vector<Experiment> experiments;
    experiments.reserve(runs.size());
    for (const RunEntryPtr& entry : runs)
        experiments.push_back(entry->run.experiment);
    std::vector<SettingRow> settings = differing_settings(experiments);
    // Has a column of its own already.
    std::erase_if(settings, [](const SettingRow& row) { return row.key == "data"; });
    std::string text;
    for (const auto& [name, value] : columns_of(RunEntry{}))
        text += (text.empty() ? "" : ",") + name;
    for (const SettingRow& row : settings)
        text += "," + csv_field(row.key);
    text += "\r\n";
    for (size_t i = 0; i < runs.size(); ++i) {
        std::string line;
        for (const auto& [name, value] : columns_of(*runs[i]))
            line += (name == "name" ? "" : ",") + csv_field(value);
        for (const SettingRow& row : settings)
            line += "," + csv_field(row.values[i].value_or(""));
        text += line + "\r\n";
    }
    return text;
}

}  // namespace rudolph
