#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/json_fwd.h"
#include "core/base/process_mark.h"
#include "core/runs/run.h"

namespace rudolph {

// What those who write and those who read a run folder must agree on.

inline constexpr const char* kExperimentFile = "experiment.json";
/// Beside an experiment.json it makes a folder that of a study, whose runs lie in it.
inline constexpr const char* kStudyFile = "study.json";
inline constexpr const char* kSplitFile = "split.json";
inline constexpr const char* kSummaryFile = "summary.json";
inline constexpr const char* kMetricsFile = "metrics.csv";
inline constexpr const char* kPredictionsFile = "predictions.csv";
/// What --resume goes on from.
inline constexpr const char* kCheckpointFile = "checkpoint.safetensors";

inline constexpr std::string_view kMetricsHeader =
    "epoch,train_loss,validation_loss,error_px,nme,learning_rate,seconds,objective";
/// Of version 0.1.0.
inline constexpr std::string_view kOldMetricsHeader =
    "epoch,train_loss,validation_loss,error_px,nme,learning_rate,seconds";

/// All but the number of the epoch, in the order of metrics.csv.
template <class Metrics>
auto figures(Metrics& epoch) {
    return std::array{&epoch.train_loss,    &epoch.validation_loss, &epoch.error_px, &epoch.nme,
                      &epoch.learning_rate, &epoch.seconds,         &epoch.objective};
}
/// Followed by x_0,y_0,… and true_x_0,true_y_0,…
inline constexpr std::string_view kPredictionsHeader = "id,image,person,view,mse,error_px,nme";
inline constexpr int kPredictionsFixedColumns = 7;

/// Also true for what may not be looked at: reading it then says so.
bool is_there(const std::filesystem::path& path);

/// "x_0,y_0,x_1,y_1" with a comma before each.
std::string point_columns(int points, const char* prefix);

/// Calls visit(key, member) for each value of summary.json; process and host are not among them.
template <class S, class V>
void visit_summary(S& summary, V&& visit) {
    visit("state", summary.state);
    visit("message", summary.message);
    visit("started", summary.started);
    visit("device", summary.device);
    visit("precision", summary.precision);
    visit("threads", summary.threads);
    visit("split_batch", summary.split_batch);
    visit("seconds", summary.seconds);
    visit("epochs_done", summary.epochs_done);
    visit("best_epoch", summary.best_epoch);
    visit("train_faces", summary.train_faces);
    visit("validation_faces", summary.validation_faces);
    visit("parameters", summary.parameters);
    visit("weights", summary.weights);
    visit("scheme", summary.scheme);
    visit("normaliser", summary.normaliser);
    visit("mse", summary.mse);
    visit("error_px", summary.error_px);
    visit("nme", summary.nme);
    visit("auc_08", summary.auc_08);
    visit("fr_08", summary.fr_08);
    visit("shape_variance_ratio", summary.shape_variance_ratio);
    visit("turn_right_share", summary.turn_right_share);
    visit("constant_error_px", summary.constant_error_px);
    visit("stress", summary.stress);
    visit("others_better", summary.others_better);
    visit("others_compared", summary.others_compared);
}

/// What predictions.csv and summary.json hold; the summary of a run that is being trained with the
/// mark of this process. Pictures are named relative to the folder of all `pictures`. Throws Error
/// when cases have different numbers of points.
std::string predictions_text(const std::vector<CasePrediction>& cases,
                             const std::filesystem::path& pictures);
std::string summary_text(const RunSummary& summary);

/// Seconds since 1970 of a time like "2024-05-31T18:20:42+02:00"; empty when it is not one.
std::optional<long long> seconds_of(const std::string& iso_time);

}  // namespace rudolph
