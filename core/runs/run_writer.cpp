#include "core/runs/run_writer.h"

#include <algorithm>
#include <cmath>
#include <system_error>
#include <type_traits>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/is_below.h"
#include "core/base/json.h"
#include "core/base/nan.h"
#include "core/base/system.h"
#include "core/base/text.h"
#include "core/eval/stress_json.h"
#include "core/runs/run_files.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_places.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

/// NaN without a sign, which readers of CSV know.
std::string csv_number(double value) {
    return std::isnan(value) ? "nan" : number_text(value);
}

/// The name of a picture below the folder of all; absolute where it is not there.
std::string name_of(const fs::path& picture, const fs::path& pictures) {
    std::error_code ignored;
    const fs::path whole = fs::absolute(picture, ignored).lexically_normal();
    const bool lies_there = !pictures.empty() && is_below(whole, pictures);
    return (lies_there ? whole.lexically_relative(pictures) : whole).string();
}

std::string case_row(const CasePrediction& entry, const fs::path& pictures) {
    const FaceResult& result = entry.result;
    const std::string image = name_of(entry.image, pictures);
    std::string row = csv_field(result.sample_id) + "," + csv_field(image) + "," +
                      csv_field(entry.person) + "," +
                      (entry.view ? std::to_string(*entry.view) : "");
    for (const double value : {result.squared_error, result.error_px, result.nme})
        row += "," + csv_number(value);
    for (const Point& point : result.predicted_in_image.points)
        row += "," + csv_number(point.x) + "," + csv_number(point.y);
    for (int i = 0; i < result.truth_in_image.size(); ++i) {
        const Point& point = result.truth_in_image.points[static_cast<size_t>(i)];
        row += result.truth_in_image.is_labelled(i)
                   ? "," + csv_number(point.x) + "," + csv_number(point.y)
                   : ",,";
    }
    return row;
}

}  // namespace

RunWriter::RunWriter(const fs::path& runs, const Experiment& experiment, const Dataset& dataset,
                     const Split& split)
    : folder_(make_run_folder(runs, experiment.name)) {
    RunSummary summary;
    summary.started = time_text_now();
    summary.train_faces = static_cast<int>(split.train.size());
    summary.validation_faces = static_cast<int>(split.validation.size());
    summary.scheme = dataset.scheme.name;
    summary.normaliser = dataset.scheme.normaliser_name();
    summary.mse = summary.error_px = summary.nme = kNaN;
    summary.auc_08 = summary.fr_08 = summary.constant_error_px = kNaN;
    summary.shape_variance_ratio = summary.turn_right_share = kNaN;
    try {
        write_json(folder_ / kSplitFile, to_json(split, dataset));
        write_summary(summary);
        pictures_ = folder_of_pictures(dataset);
        write_run_experiment(folder_, experiment, pictures_);
    } catch (...) {
        std::error_code ignored;
        fs::remove_all(folder_, ignored);
        throw;
    }
}

RunWriter::RunWriter(const fs::path& folder, const Experiment& experiment)
    : folder_(fs::absolute(folder)), pictures_(read_places(folder).pictures) {
    write_run_experiment(folder_, experiment);
}

void RunWriter::write_metrics(const std::vector<EpochMetrics>& epochs) const {
    std::string text = std::string(kMetricsHeader) + "\n";
    for (const EpochMetrics& epoch : epochs) {
        text += std::to_string(epoch.epoch);
        for (const double* value : figures(epoch))
            text += "," + csv_number(*value);
        text += "\n";
    }
    write_file(folder_ / kMetricsFile, text);
}

std::string predictions_text(const std::vector<CasePrediction>& cases, const fs::path& pictures) {
    const int points = cases.empty() ? 0 : cases.front().result.predicted_in_image.size();
    std::string text = std::string(kPredictionsHeader) + point_columns(points, "") +
                       point_columns(points, "true_") + "\n";
    for (const CasePrediction& entry : cases) {
        if (entry.result.predicted_in_image.size() != points ||
            entry.result.truth_in_image.size() != points)
            throw Error("'" + entry.result.sample_id + "' has another number of points",
                        {kPredictionsFile});
        text += case_row(entry, pictures) + "\n";
    }
    return text;
}

std::string summary_text(const RunSummary& summary) {
    Json json = Json::object();
    visit_summary(summary, [&json](const char* key, const auto& value) {
        using Value = std::remove_cvref_t<decltype(value)>;
        if constexpr (std::is_same_v<Value, RunState>)
            json[key] = to_string(value);
        else if constexpr (std::is_same_v<Value, double>)
            json[key] = std::isfinite(value) ? Json(value) : Json();
        else
            json[key] = value;
    });
    // Who has ended leaves the name of its machine to nobody.
    const ProcessMark mark = summary.state == RunState::Running ? this_process() : ProcessMark();
    json["process"] = mark.process;
    json["process_start"] = mark.process_start;
    json["host"] = mark.host;
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

void RunWriter::write_predictions(const std::vector<CasePrediction>& cases) const {
    write_file(folder_ / kPredictionsFile, predictions_text(cases, pictures_));
}

void RunWriter::write_summary(const RunSummary& summary) const {
    write_file(folder_ / kSummaryFile, summary_text(summary));
}

}  // namespace rudolph
