#include "app/command_calibrate.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "app/command_add.h"
#include "app/command_data.h"
#include "app/command_interrupt.h"
#include "app/command_model.h"
#include "app/command_output.h"
#include "app/command_selection.h"
#include "core/base/error.h"
#include "core/base/json.h"
#include "core/dataset/problems.h"
#include "core/predict/model_file.h"
#include "core/predict/stress.h"

namespace rudolph {
namespace {

struct CalibrateOptions {
    OpenOptions open;
    std::string model;
    std::string data;
    bool all = false;
    bool check = false;
    std::string json;
    std::string device = "auto";
};

std::string bins_text(const std::vector<ReliabilityBin>& bins) {
    std::string text;
    for (const ReliabilityBin& bin : bins)
        if (bin.count > 0)
            text += fmt::format("    says {:4.1f} %, is right {:5.1f} %   ({})\n",
                                100 * bin.claimed, 100 * bin.right, grouped_text(bin.count));
    return text;
}

Json bins_json(const std::vector<ReliabilityBin>& bins) {
    Json json = Json::array();
    for (const ReliabilityBin& bin : bins)
        json.push_back({{"claimed", json_number(bin.claimed)},
                        {"right", json_number(bin.right)},
                        {"count", bin.count}});
    return json;
}

Json doubts_json(const DoubtCount& doubts) {
    return {{"doubtful", doubts.doubtful}, {"faces", doubts.faces}};
}

Json reliability_json(const Reliability& found) {
    return {{"points", bins_json(found.points)},    {"faces", bins_json(found.faces)},
            {"points_error", found.points_error},   {"faces_error", found.faces_error},
            {"right", doubts_json(found.right)},    {"off", doubts_json(found.off)},
            {"far_off", doubts_json(found.far_off)}};
}

std::string doubts_text(const std::string& which, const DoubtCount& doubts) {
    return fmt::format("    {} of {} {}\n", grouped_text(doubts.doubtful),
                       grouped_text(doubts.faces), which);
}

void print_reliability(const std::string& which, const Reliability& found) {
    print(fmt::format("{}: off by {} on points and {} on faces, on average\n", which,
                      percent_text(found.points_error), percent_text(found.faces_error)));
    print("  points within 8 % of the normalising distance\n" + bins_text(found.points));
    print("  faces with an NME of at most 8 %\n" + bins_text(found.faces));
    print("  called doubtful\n" + doubts_text("faces with an NME of at most 8 %", found.right) +
          doubts_text("from 8 to 12 %", found.off) + doubts_text("above 12 %", found.far_off));
}

/// The model's own calibration, or halves of the persons judged by each other's.
Reliability judged_reliability(const CalibrateOptions& options, const ModelInfo& info,
                               const std::vector<JudgedFace>& judged, bool hard) {
    return options.check ? reliability(*info.calibration, judged, hard)
                         : cross_reliability(judged, hard);
}

int calibrate_model(const CalibrateOptions& options) {
    const Dataset dataset = open_measured(options.model, options.data, options.open);
    const FaceSelection selection = select_faces(options.model, dataset, options.all);
    const auto engine = open_engine_for_person();
    const auto predictor = load_model_for_person(*engine, options.model, options.device);
    const ModelInfo info = predictor->info();
    if (options.check && !info.calibration)
        throw Error("this model is not calibrated", {options.model},
                    "run rudolph calibrate without --check first");
    std::vector<JudgedFace> judged;
    std::vector<Problem> problems;
    ProgressReport progress("measuring faces");
    evaluate_stress(*predictor, dataset, selection.samples, judged, problems, interrupt_token(),
                    progress.callback());
    problems = shortened(std::move(problems));
    progress.clear();
    if (!can_calibrate(judged))
        throw Error("no face has a normalising distance, so there is no right and wrong",
                    {dataset.source}, "annotate the outer corners of the eyes");
    const Reliability plain = judged_reliability(options, info, judged, false);
    const Reliability hard = judged_reliability(options, info, judged, true);
    if (options.json != "-") {
        print(row_text("model", model_text(info)));
        print(row_text("faces", fmt::format("{} {} of {}", selection.samples.size(), selection.side,
                                            dataset.name)));
        print_reliability("plain faces", plain);
        print_reliability("hard faces, and boxes without a face", hard);
        for (const Problem& problem : problems)
            print(row_text("left out", problem_text(problem)));
    }
    if (!options.json.empty())
        write_json_to(options.json, {{"model", options.model},
                                     {"data", dataset.source.string()},
                                     {"plain", reliability_json(plain)},
                                     {"hard", reliability_json(hard)}});
    if (!options.check) {
        const auto file = find_model_file(options.model);
        write_calibration(file, calibrate(judged));
        if (options.json != "-")
            print(row_text("written to", file.string()));
    }
    return kSuccess;
}

}  // namespace

void add_calibrate_command(CLI::App& app, Action& action) {
    const auto [command, options] =
        add_command(app, action, "calibrate",
                    "Teach a model how sure it may be, on faces with points that it has not learnt",
                    calibrate_model);
    command->add_option("MODEL", options->model, "A run folder or a .safetensors file")->required();
    command->add_option("--data", options->data, "The data set to calibrate on")->required();
    add_open_options(*command, options->open);
    command->add_flag("--all", options->all,
                      "Every face with points, not only the validation faces");
    command->add_flag("--check", options->check,
                      "Only compare what the model claims with what is; writes nothing");
    command->add_option("--json", options->json, "Write the figures as JSON; - prints them");
    add_device_option(*command, options->device);
    command->footer(
        "\nTrainings end with this, so it is for older models and for other faces. The figures "
        "without --check are\nof two halves of the persons, each judged by what the other half "
        "taught.\n\n"
        "Example: rudolph calibrate runs/face68-fast-20250131-101500 --data ibug300w");
}

}  // namespace rudolph
