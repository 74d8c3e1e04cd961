#include "app/command_evaluate.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "app/command_add.h"
#include "app/command_data.h"
#include "app/command_interrupt.h"
#include "app/command_model.h"
#include "app/command_output.h"
#include "app/command_output_target.h"
#include "app/command_run_json.h"
#include "app/command_selection.h"
#include "app/command_sheet.h"
#include "app/command_stress.h"
#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/text.h"
#include "core/dataset/problems.h"
#include "core/eval/stress_json.h"
#include "core/predict/evaluate.h"
#include "core/predict/stress.h"
#include "core/predict/yardstick.h"

namespace rudolph {
namespace {

struct EvaluateOptions {
    OpenOptions open;
    std::string model;
    std::string data;
    bool all = false;
    bool stress = false;
    std::string json;
    std::string per_face;
    std::string sheet;
    int faces = 16;
    bool follow_outside = false;
    std::string device = "auto";
};

std::string per_face_csv(const Dataset& dataset, const EvaluationReport& report) {
    std::string csv = "sample_id,image,person,view,error_px,nme,squared_error,box_nme\n";
    const auto number = [](double value) {
        return std::isfinite(value) ? number_text(value) : std::string();
    };
    for (const FaceResult& result : report.results) {
        const auto index = dataset.find(result.sample_id);
        const Sample sample = index ? dataset.samples[static_cast<size_t>(*index)] : Sample();
        csv +=
            fmt::format("{},{},{},{},{},{},{},{}\n", csv_field(result.sample_id),
                        csv_field(sample.image.string()), csv_field(sample.person),
                        sample.view ? std::to_string(*sample.view) : "", number(result.error_px),
                        number(result.nme), number(result.squared_error), number(box_nme(result)));
    }
    return csv;
}

Json evaluation_json(const EvaluateOptions& options, const Dataset& dataset,
                     const Predictor& predictor, const FaceSelection& selection,
                     const EvaluationReport& report, const std::vector<StressRow>& stress,
                     const std::vector<Problem>& problems) {
    const ModelInfo& info = predictor.info();
    Json json{{"model", options.model},
              {"experiment", info.experiment},
              {"epoch", info.epoch},
              {"device", predictor.device()},
              {"data", dataset.source.string()},
              {"scheme", info.scheme.name},
              {"points", Yardstick(info, dataset).points()},
              {"predicted_points", info.indices.size()},
              {"data_scheme", dataset.scheme.name},
              {"side", selection.side},
              {"split", selection.rule.empty() ? Json(nullptr) : Json(selection.rule)},
              {"faces", report.faces},
              {"mse", json_number(report.mse)},
              {"error_px", json_number(report.error_px)},
              {"nme", json_number(report.nme)},
              {"normaliser", report.normaliser},
              {"median_nme", json_number(report.median_nme)},
              {"box_nme", json_number(report.box_nme)},
              {"auc_08", json_number(report.auc_08)},
              {"fr_08", json_number(report.fr_08)},
              {"shape_variance_ratio", json_number(report.collapse.shape_variance_ratio)},
              {"turn_right_share", json_number(report.collapse.turn_right_share)},
              {"turned_faces", report.collapse.turned_faces},
              {"problems", problems_json(problems)}};
    if (options.stress)
        json["stress"] = stress;
    return json;
}

std::string measured_text(const FaceSelection& selection, const EvaluationReport& report) {
    return count_text(report.faces, selection.side == "all" ? "face" : "validation face");
}

void print_evaluation(const Dataset& dataset, const Predictor& predictor,
                      const FaceSelection& selection, const EvaluationReport& report,
                      const std::vector<Problem>& problems) {
    print(row_text("model", model_text(predictor.info())));
    print(row_text("data", fmt::format("{}, {}{}", dataset.name, measured_text(selection, report),
                                       selection.rule.empty() ? "" : " of " + selection.rule)));
    if (const std::string remark = Yardstick(predictor.info(), dataset).remark(); !remark.empty())
        print(row_text("points", remark));
    print(row_text("MSE", figure_text(report.mse) + " on normalised coordinates"));
    print(row_text("error", pixels_text(report.error_px) + " on average"));
    print(row_text("NME", fmt::format("{} of {}; median {}", percent_text(report.nme),
                                      report.normaliser, percent_text(report.median_nme))));
    if (std::isfinite(report.box_nme))
        print(row_text("of the box", percent_text(report.box_nme) +
                                         " of √(width·height) around the points, which is fair to "
                                         "turned heads: their eyes come close to each other"));
    print(row_text("AUC@0.08", figure_text(report.auc_08)));
    print(row_text("FR@0.08", percent_text(report.fr_08)));
    print_shapes(report.collapse.shape_variance_ratio, report.collapse.turn_right_share);
    for (const Problem& problem : problems)
        print(row_text("left out", problem_text(problem)));
}

/// What could not be read is known from measuring the faces as they are.
std::vector<StressRow> stress_rows(const EvaluateOptions& options, Predictor& predictor,
                                   const Dataset& dataset, const FaceSelection& selection) {
    if (!options.stress)
        return {};
    ProgressReport progress("measuring hard faces");
    std::vector<Problem> known_problems;
    return evaluate_stress(predictor, dataset, selection.samples, known_problems, interrupt_token(),
                           progress.callback());
}

int evaluate_model(const EvaluateOptions& options) {
    claim_standard_output({options.json, options.per_face, options.sheet});
    const Dataset dataset = open_measured(options.model, options.data, options.open);
    const FaceSelection selection = select_faces(options.model, dataset, options.all);
    const auto engine = open_engine_for_person();
    const auto predictor = load_model_for_person(*engine, options.model, options.device);
    std::vector<Problem> problems;
    ProgressReport progress("measuring faces");
    const EvaluationReport report = evaluate(*predictor, dataset, selection.samples, problems,
                                             interrupt_token(), progress.callback());
    problems = shortened(std::move(problems));
    progress.clear();
    if (options.json != "-")
        print_evaluation(dataset, *predictor, selection, report, problems);
    const std::vector<StressRow> stress = stress_rows(options, *predictor, dataset, selection);
    if (options.json != "-" && options.stress)
        print_stress(stress);
    if (!options.json.empty())
        write_json_to(options.json, evaluation_json(options, dataset, *predictor, selection, report,
                                                    stress, problems));
    if (!options.per_face.empty())
        write_output(options.per_face, per_face_csv(dataset, report));
    if (!options.sheet.empty()) {
        const ModelInfo& info = predictor->info();
        const auto not_drawn = not_drawn_unasked(dataset, options.follow_outside);
        OutputTarget sheet(options.sheet, ".png");
        write_case_sheet(sheet.path(), dataset, report, info.predicted_scheme(), options.faces,
                         info.experiment, measured_text(selection, report), not_drawn);
        sheet.finish();
        if (options.json != "-")
            print(row_text("sheet", options.sheet + " (truth green, prediction red)"));
    }
    return kSuccess;
}

}  // namespace

void add_evaluate_command(CLI::App& app, Action& action) {
    const auto [command, options] =
        add_command(app, action, "evaluate",
                    "Measure a trained model on faces with points: MSE, pixels, NME, AUC and FR",
                    evaluate_model);
    command->add_option("MODEL", options->model, "A run folder or a .safetensors file")->required();
    command->add_option("--data", options->data,
                        "The data set to measure on; else that which its run was trained on");
    add_open_options(*command, options->open);
    command->add_flag("--all", options->all,
                      "Every face with points, not only the validation faces");
    command->add_flag("--stress", options->stress,
                      "Also on hard faces made from these: dark, half shaded, covered, rolled, in "
                      "a wrong box, blurred, noisy");
    command->add_option("--json", options->json, "Write the figures as JSON; - prints them");
    command->add_option("--per-face", options->per_face,
                        "Write a .csv with the errors of each face");
    command->add_option("--sheet", options->sheet,
                        "Write a picture of the worst and best faces (.png or .jpg)");
    command->add_option("--faces", options->faces, "How many faces on the sheet")
        ->check(CLI::Range(1, 400))
        ->capture_default_str();
    add_follow_outside(*command, options->follow_outside);
    add_device_option(*command, options->device);
    command->footer(
        "\nThe validation faces are those of the run that the model lies in; for other data they\n"
        "are split off anew. \"shapes\" tells networks that have learnt faces from those that\n"
        "draw the same shape everywhere: 1.00 of the true variance is right, 0 is one shape. \"is "
        "sure\"\n"
        "is how likely a calibrated model says its NME is at most 8 %: right when it and FR add "
        "up\n"
        "to 100 %.\n\n"
        "Examples:\n"
        "  rudolph evaluate runs/nose-tip-20250131-101500 --data faces\n"
        "  rudolph evaluate runs/full-face-20250131-101500 --data faces --stress\n"
        "  rudolph evaluate best.safetensors --data faces --all --json -");
}

}  // namespace rudolph
