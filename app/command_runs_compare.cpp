#include "app/command_runs_compare.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>

#include "app/command_add.h"
#include "app/command_data.h"
#include "app/command_interrupt.h"
#include "app/command_output.h"
#include "app/command_output_target.h"
#include "app/command_runs.h"
#include "core/base/error.h"
#include "core/base/json.h"
#include "core/runs/finding_text.h"
#include "core/runs/run_cases.h"
#include "core/runs/run_findings.h"
#include "core/runs/run_reader.h"
#include "core/runs/run_report.h"
#include "core/runs/tensorboard.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

struct SeveralRuns {
    std::vector<std::string> runs;
    std::string out = "report.html";
    std::string title = "Runs";
    std::string data;
    int faces = 6;
    bool follow_outside = false;
    bool json = false;
};

Json comparison_json(const RunRecord& first, const RunRecord& second, const FaceComparison& faces) {
    Json list = Json::array();
    for (const FacePair& face : faces.faces)
        list.push_back({{"id", face.sample_id},
                        {"first", json_number(face.first_error)},
                        {"second", json_number(face.second_error)},
                        {"difference", json_number(face.difference)}});
    return {{"first", first.name},
            {"second", second.name},
            {"text", findings_text(compare_runs(first, second, faces))},
            {"measure", faces.by_nme ? "nme" : "error_px"},
            {"better", faces.better},
            {"worse", faces.worse},
            {"equal", faces.equal},
            {"mean_difference", json_number(faces.mean_difference)},
            {"chance", json_number(faces.chance)},
            {"faces", list}};
}

void print_faces(const FaceComparison& faces, int count) {
    const auto error = [&faces](double value) {
        return faces.by_nme ? percent_text(value) : pixels_text(value);
    };
    const int all = static_cast<int>(faces.faces.size());
    const int shown = std::min(count, all);
    const auto line = [&](int i) {
        const FacePair& face = faces.faces[static_cast<size_t>(i)];
        print(fmt::format("  {:>8} -> {:<8}  {}\n", error(face.first_error),
                          error(face.second_error), face.sample_id));
    };
    if (shown > 0)
        print("most improved\n");
    for (int i = 0; i < shown && faces.faces[static_cast<size_t>(i)].difference < 0; ++i)
        line(i);
    if (shown > 0)
        print("most worsened\n");
    for (int i = all - 1; i >= all - shown && faces.faces[static_cast<size_t>(i)].difference > 0;
         --i)
        line(i);
}

int compare(const SeveralRuns& options) {
    if (options.runs.size() < 2)
        throw UsageError("two runs are needed to compare");
    const RunRecord first = read_run(run_folder(options.runs.front()));
    const std::vector<CasePrediction> first_cases = read_cases(first);
    Json comparisons = Json::array();
    for (size_t i = 1; i < options.runs.size(); ++i) {
        const RunRecord second = read_run(run_folder(options.runs[i]));
        const FaceComparison faces = compare_faces(first_cases, read_cases(second));
        if (options.json) {
            comparisons.push_back(comparison_json(first, second, faces));
            continue;
        }
        print(fmt::format("{}{} against {}\n", i > 1 ? "\n" : "", second.name, first.name));
        for (const RunFinding& finding : compare_runs(first, second, faces))
            print("  " + finding_text(finding) + "\n");
        print_faces(faces, options.faces);
    }
    if (options.json)
        print(json_text(comparisons));
    return kSuccess;
}

int report(const SeveralRuns& options) {
    claim_standard_output({options.out});
    std::vector<RunEntryPtr> runs;
    for (const std::string& name : options.runs)
        runs.push_back(read_entry(run_folder(name)));
    ReportOptions report_options{options.title, options.faces};
    if (!options.data.empty())
        // They are those of the runs, elsewhere.
        report_options.open = std::make_shared<const Dataset>(
            open_data(options.data, open_options_from(runs.front()->run.experiment.opening)));
    report_options.follow_outside = options.follow_outside;
    if (!options.follow_outside)
        print_not_drawn(report_pictures_outside(runs, report_options));
    ProgressReport progress("faces drawn");
    const std::string html =
        run_report_html(runs, report_options, interrupt_token(), progress.callback());
    progress.clear();
    write_output(options.out, html);
    if (options.out != "-")
        print("written to " + path_text(options.out) + "\n");
    return kSuccess;
}

int export_events(const SeveralRuns& options) {
    for (const std::string& name : options.runs)
        print("written to " + path_text(export_tensorboard(read_run(run_folder(name)))) + "\n");
    return kSuccess;
}

/// A command that takes runs.
auto add(CLI::App& parent, Action& action, const char* name, const char* text,
         int (*perform)(const SeveralRuns&)) {
    auto added = add_command(parent, action, name, text, perform);
    added.first->add_option("RUN", added.second->runs, "Run folders, or their names in runs/")
        ->required();
    return added;
}

}  // namespace

void add_run_comparisons(CLI::App& runs_command, Action& action) {
    const auto [compare_command, compared] =
        add(runs_command, action, "compare",
            "How runs differ from the first: settings, errors, face by face", compare);
    compare_command->add_option("--faces", compared->faces, "How many faces of each kind to list")
        ->check(CLI::Range(0, 1000))
        ->capture_default_str();
    compare_command->add_flag("--json", compared->json, "Print JSON, with every face");
    const auto [report_command, reported] =
        add(runs_command, action, "report",
            "Write runs as one HTML file with tables, charts and faces", report);
    report_command->add_option("--out", reported->out, "The HTML file")->capture_default_str();
    report_command->add_option("--title", reported->title, "Its title")->capture_default_str();
    report_command->add_option(
        "--data", reported->data,
        "Where the faces are now, if their pictures have moved since the training");
    report_command
        ->add_option("--faces", reported->faces, "How many of the worst and of the best faces")
        ->check(CLI::Range(0, 1000))
        ->capture_default_str();
    add_follow_outside(*report_command, reported->follow_outside);
    add(runs_command, action, "export-tensorboard", "Write TensorBoard event files into runs",
        export_events);
}

}  // namespace rudolph
