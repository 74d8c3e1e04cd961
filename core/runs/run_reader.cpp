#include "core/runs/run_reader.h"

#include <algorithm>
#include <array>
#include <limits>
#include <system_error>
#include <type_traits>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/base/nan.h"
#include "core/base/replacement.h"
#include "core/base/text.h"
#include "core/eval/stress_json.h"
#include "core/runs/run_files.h"
#include "core/runs/run_folder.h"
#include "core/runs/run_places.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr std::array<RunState, 6> kRunStates = {RunState::Running, RunState::Finished,
                                                RunState::Stopped, RunState::StoppedEarly,
                                                RunState::Failed,  RunState::Interrupted};

void require_folder(const fs::path& folder) {
    std::error_code ignored;
    if (!fs::is_directory(folder, ignored))
        throw Error("there is no such folder", {folder}, "choose the folder of a run");
}

/// One row of a CSV file, read from left to right.
class CsvRow {
public:
    CsvRow(std::string_view row, ErrorPlace place)
        : fields_(csv_fields(row)), place_(std::move(place)) {}

    size_t size() const { return fields_.size(); }
    const std::string& text() { return fields_.at(next_++); }
    bool next_is_empty() const { return fields_.at(next_).empty(); }

    double number() {
        const std::string& field = text();
        if (const auto value = parse_number(trimmed(field)))
            return *value;
        throw broken("'" + field + "' is not a number");
    }
    int integer() {
        const std::string& field = text();
        const auto value = parse_integer(trimmed(field));
        if (value && std::in_range<int>(*value))
            return static_cast<int>(*value);
        throw broken("'" + field + "' is not a whole number");
    }
    void require_size(size_t wanted) const {
        if (size() != wanted)
            throw broken("has " + std::to_string(size()) + " values, not " +
                         std::to_string(wanted));
    }
    Error broken(const std::string& message) const { return Error(message, place_); }

private:
    std::vector<std::string> fields_;
    ErrorPlace place_;
    size_t next_ = 0;
};

/// Reads a CSV file row by row; nothing when the file is not there (yet). `check_header` gets the
/// header, `read` each row after it.
template <class CheckHeader, class Read>
void read_csv(const fs::path& file, CheckHeader check_header, Read read) {
    if (!is_there(file))
        return;
    const std::string text = read_file(file);
    const std::vector<CsvRowText> rows = csv_rows(text);
    if (rows.empty())
        throw Error("the file is empty", {file});
    check_header(rows.front().text);
    for (size_t i = 1; i < rows.size(); ++i)
        if (!trimmed(rows[i].text).empty())
            read(CsvRow(rows[i].text, {file, rows[i].line}));
}

std::vector<EpochMetrics> read_metrics(const fs::path& file) {
    std::vector<EpochMetrics> epochs;
    bool old = false;
    const auto check_header = [&](std::string_view header) {
        old = header == kOldMetricsHeader;
        if (header != kMetricsHeader && !old)
            throw Error("must begin with " + std::string(kMetricsHeader), {file, 1});
    };
    read_csv(file, check_header, [&](CsvRow row) {
        EpochMetrics epoch;
        const auto values = figures(epoch);
        const size_t count = values.size() - (old ? 1 : 0);
        row.require_size(1 + count);
        epoch.epoch = row.integer();
        for (size_t i = 0; i < count; ++i)
            *values[i] = row.number();
        if (old)
            epoch.objective = kNaN;
        epochs.push_back(epoch);
    });
    return epochs;
}

Landmarks read_points(CsvRow& row, int points) {
    Landmarks landmarks;
    for (int i = 0; i < points; ++i) {
        if (row.next_is_empty()) {
            row.text();
            if (!row.text().empty())
                throw row.broken("point " + std::to_string(i) + " has no x, but a y");
            landmarks.points.emplace_back();
            landmarks.visibility.push_back(Visibility::NotLabelled);
            continue;
        }
        const double x = row.number();
        landmarks.points.emplace_back(x, row.number());
        landmarks.visibility.push_back(Visibility::Visible);
    }
    return landmarks;
}

CasePrediction read_case(CsvRow& row, int points) {
    CasePrediction entry;
    entry.result.sample_id = row.text();
    entry.image = row.text();
    entry.person = row.text();
    if (row.next_is_empty())
        row.text();
    else
        entry.view = row.integer();
    entry.result.squared_error = row.number();
    entry.result.error_px = row.number();
    entry.result.nme = row.number();
    entry.result.predicted_in_image = read_points(row, points);
    entry.result.truth_in_image = read_points(row, points);
    return entry;
}

RunState run_state_from(const std::string& text) {
    for (const RunState state : kRunStates)
        if (to_string(state) == text)
            return state;
    throw Error("'state' cannot be '" + text + "'");
}

/// A run without one was cut short while its folder was being made.
RunSummary read_summary(const fs::path& file) {
    RunSummary summary;
    summary.state = RunState::Interrupted;
    // Older runs do not say.
    summary.shape_variance_ratio = summary.turn_right_share = kNaN;
    if (!is_there(file))
        return summary;
    const Json json = read_json(file);
    if (!json.is_object())
        throw Error("not the summary of a run", {file});
    try {
        visit_summary(summary, [&json](const char* key, auto& value) {
            using Value = std::remove_cvref_t<decltype(value)>;
            if (!json.contains(key))
                return;
            const Json& entry = json[key];
            if constexpr (std::is_same_v<Value, RunState>)
                value = run_state_from(entry.get<std::string>());
            else if constexpr (std::is_same_v<Value, double>)
                value = entry.is_null() ? kNaN : entry.get<double>();
            else
                value = entry.get<Value>();
        });
        const ProcessMark mark{json.value("process", 0LL), json.value("host", ""),
                               json.value("process_start", 0LL)};
        if (summary.state == RunState::Running && is_gone(mark))
            summary.state = RunState::Interrupted;
    } catch (const Json::exception& error) {
        throw Error(std::string("not the summary of a run: ") + error.what(), {file});
    } catch (const Error& error) {
        throw Error("not the summary of a run: " + error.message(), {file});
    }
    return summary;
}

/// Newest first; those without a time last, by name.
bool is_newer(const RunRecord& a, const RunRecord& b) {
    constexpr long long never = std::numeric_limits<long long>::min();
    const long long a_seconds = seconds_of(a.summary.started).value_or(never);
    const long long b_seconds = seconds_of(b.summary.started).value_or(never);
    return a_seconds != b_seconds ? a_seconds > b_seconds : a.name > b.name;
}

}  // namespace

std::string to_string(RunState state) {
    switch (state) {
        case RunState::Running:
            return "running";
        case RunState::Finished:
            return "finished";
        case RunState::Stopped:
            return "stopped";
        case RunState::StoppedEarly:
            return "stopped early";
        case RunState::Failed:
            return "failed";
        case RunState::Interrupted:
            return "interrupted";
    }
    return {};
}

RunRecord read_run(const fs::path& folder) {
    require_folder(folder);
    settle_replacements(folder);
    if (!is_there(folder / kExperimentFile))
        throw Error("this folder holds no run: it has no experiment.json", {folder},
                    "choose the folder of a run, not the one that runs are kept in");
    RunRecord run;
    run.folder = fs::absolute(folder).lexically_normal();
    if (!run.folder.has_filename())
        run.folder = run.folder.parent_path();
    run.name = run.folder.filename().string();
    run.experiment = read_run_experiment(folder);
    run.epochs = read_metrics(folder / kMetricsFile);
    run.summary = read_summary(folder / kSummaryFile);
    return run;
}

std::vector<CasePrediction> read_predictions(const fs::path& folder) {
    require_folder(folder);
    const fs::path file = folder / kPredictionsFile;
    const fs::path pictures = read_places(folder).pictures;
    int points = 0;
    const auto check_header = [&](std::string_view header) {
        const auto columns = static_cast<int>(split(header, ',').size());
        points = std::max(0, (columns - kPredictionsFixedColumns) / 4);
        if (header != std::string(kPredictionsHeader) + point_columns(points, "") +
                          point_columns(points, "true_"))
            throw Error("does not begin with the columns of predictions", {file, 1});
    };
    std::vector<CasePrediction> cases;
    read_csv(file, check_header, [&](CsvRow row) {
        row.require_size(kPredictionsFixedColumns + 4 * static_cast<size_t>(points));
        cases.push_back(read_case(row, points));
        // An absolute name, of an older version, stays as it is.
        cases.back().image = pictures / cases.back().image;
    });
    return cases;
}

RunList list_runs(const fs::path& folder) {
    RunList list;
    for (const fs::path& path : run_folders(folder)) {
        try {
            list.runs.push_back(read_run(path));
        } catch (const Error& error) {
            list.problems.push_back({error.place().file.empty() ? path : error.place().file,
                                     error.place().line, error.message(), ""});
        }
    }
    std::sort(list.runs.begin(), list.runs.end(), is_newer);
    std::sort(list.problems.begin(), list.problems.end(),
              [](const Problem& a, const Problem& b) { return a.file < b.file; });
    return list;
}

}  // namespace rudolph
