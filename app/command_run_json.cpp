#include "app/command_run_json.h"

#include <fmt/format.h>

#include <cmath>

#include "app/command_output.h"
#include "core/base/json.h"
#include "core/eval/stress_json.h"

namespace rudolph {
namespace {

Json summary_json(const RunSummary& summary) {
    return {{"state", to_string(summary.state)},
            {"message", summary.message},
            {"started", summary.started},
            {"device", summary.device},
            {"seconds", json_number(summary.seconds)},
            {"epochs_done", summary.epochs_done},
            {"best_epoch", summary.best_epoch},
            {"train_faces", summary.train_faces},
            {"validation_faces", summary.validation_faces},
            {"parameters", summary.parameters},
            {"weights", summary.weights},
            {"scheme", summary.scheme},
            {"normaliser", summary.normaliser},
            {"mse", json_number(summary.mse)},
            {"error_px", json_number(summary.error_px)},
            {"nme", json_number(summary.nme)},
            {"auc_08", json_number(summary.auc_08)},
            {"fr_08", json_number(summary.fr_08)},
            {"shape_variance_ratio", json_number(summary.shape_variance_ratio)},
            {"turn_right_share", json_number(summary.turn_right_share)},
            {"constant_error_px", json_number(summary.constant_error_px)},
            {"stress", summary.stress},
            {"others_better", summary.others_better},
            {"others_compared", summary.others_compared}};
}

}  // namespace

Json epoch_json(const EpochMetrics& epoch) {
    return {{"epoch", epoch.epoch},
            {"train_loss", json_number(epoch.train_loss)},
            {"validation_loss", json_number(epoch.validation_loss)},
            {"error_px", json_number(epoch.error_px)},
            {"nme", json_number(epoch.nme)},
            {"learning_rate", json_number(epoch.learning_rate)},
            {"seconds", json_number(epoch.seconds)}};
}

Json run_json(const RunRecord& run, RunDetail detail) {
    Json json = {{"name", run.name},
                 {"folder", run.folder.string()},
                 {"epochs_planned", run.experiment.epochs},
                 {"summary", summary_json(run.summary)}};
    if (detail == RunDetail::Everything) {
        json["experiment"] = to_json(run.experiment);
        json["epochs"] = Json::array();
        for (const EpochMetrics& epoch : run.epochs)
            json["epochs"].push_back(epoch_json(epoch));
    }
    return json;
}

std::string better_than_constant_text(const RunSummary& summary) {
    std::string text = pixels_text(summary.error_px) + " on average";
    const double ratio = summary.constant_error_px / summary.error_px;
    if (!std::isfinite(ratio))
        return text;
    const std::string constant = pixels_text(summary.constant_error_px);
    if (ratio < 1)
        return text + ", no better than always answering the training mean (" + constant + ")";
    return text + fmt::format(", {:.1f} times better than always answering the training mean ({})",
                              ratio, constant);
}

void print_shapes(double shape_variance_ratio, double turn_right_share) {
    if (!std::isfinite(shape_variance_ratio))
        return;
    std::string text = fmt::format("{:.2f} of the true variance", shape_variance_ratio);
    if (std::isfinite(turn_right_share))
        text += ", " + percent_text(turn_right_share) + " of turned heads turn the right way";
    print(row_text("shapes", text));
}

}  // namespace rudolph
