#include "app/command_suggest.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "app/command_add.h"
#include "app/command_data.h"
#include "app/command_interrupt.h"
#include "app/command_model.h"
#include "app/command_output.h"
#include "app/command_output_target.h"
#include "core/base/error.h"
#include "core/base/json.h"
#include "core/dataset/problems.h"
#include "core/detect/yunet_file.h"
#include "core/experiment/shipped_models.h"
#include "core/predict/suggest_faces.h"

namespace rudolph {
namespace {

struct SuggestOptions {
    std::string data;
    OpenOptions open;
    std::string model = kDefaultModel;
    int count = 20;
    std::string detector;  ///< "hog", "yunet", "none"; empty: the best that is there
    bool json = false;
    std::string device = "auto";
};

std::unique_ptr<FaceDetector> detector_for_suggestions(const Engine& engine,
                                                       const std::string& name) {
    if (name == "none")
        return nullptr;
    if (!name.empty())
        return engine.load_detector(detector_kind(name));
    return engine.load_detector(find_yunet().empty() ? DetectorKind::Hog : DetectorKind::YuNet);
}

Json suggestions_json(const SuggestOptions& options, const Dataset& dataset,
                      const Suggestions& found) {
    Json faces = Json::array();
    for (const SuggestedFace& face : found.faces) {
        const Sample& sample = dataset.samples.at(static_cast<size_t>(face.fit.sample));
        faces.push_back({{"sample", sample.id},
                         {"image", sample.image.string()},
                         {"confidence",
                          face.fit.confidence ? json_number(*face.fit.confidence) : Json(nullptr)},
                         {"distance", json_number(face.distance)}});
    }
    return {{"model", options.model},
            {"data", dataset.source.string()},
            {"faces", faces},
            {"candidates", found.candidates},
            {"looked_at", found.looked_at},
            {"without_face", found.without_face},
            {"marked", found.marked},
            {"stopped", found.cancelled},
            {"problems", problems_json(found.problems)}};
}

void print_suggestions(const Dataset& dataset, const Suggestions& found) {
    for (size_t i = 0; i < found.faces.size(); ++i) {
        const SuggestedFace& face = found.faces[i];
        const Sample& sample = dataset.samples.at(static_cast<size_t>(face.fit.sample));
        const std::string sure =
            face.fit.confidence ? percent_text(*face.fit.confidence) + " sure, " : std::string();
        print(fmt::format("{:>4}  {}  ({}{} from the nearest)\n", i + 1, sample.id, sure,
                          figure_text(face.distance)));
    }
    print(
        row_text("chosen among", count_text(found.looked_at, "face") + " without points" +
                                     (found.cancelled ? fmt::format(" (stopped: there are {})",
                                                                    grouped_text(found.candidates))
                                                      : "")));
    print(row_text("unlike", count_text(found.marked, "face") + " with points, and each other"));
    if (found.without_face > 0)
        print(row_text("left out",
                       count_text(found.without_face, "picture") + " in which no face was found"));
    for (const Problem& problem : found.problems)
        print(row_text("left out", problem_text(problem)));
}

int suggest(const SuggestOptions& options) {
    claim_standard_output({options.json ? "-" : ""});
    const Dataset dataset = open_data(options.data, options.open);
    const auto engine = open_engine_for_person();
    const auto predictor = load_model_for_person(*engine, options.model, options.device);
    const auto detector = detector_for_suggestions(*engine, options.detector);
    const LandmarkScheme& scheme =
        dataset.scheme.size() > 0 ? dataset.scheme : predictor->info().scheme;
    ProgressReport progress("looking at faces");
    Suggestions found = suggest_faces(*predictor, detector.get(), dataset, scheme, options.count,
                                      interrupt_token(), progress.callback());
    found.problems = shortened(std::move(found.problems));
    progress.clear();
    if (!predictor->info().calibration)
        print_to_person(
            "the model does not say how sure it is, so that only difference counts "
            "(see rudolph calibrate)");
    if (options.json)
        write_standard_output(json_text(suggestions_json(options, dataset, found)));
    else
        print_suggestions(dataset, found);
    return found.cancelled ? interrupted_status() : kSuccess;
}

}  // namespace

void add_suggest_command(CLI::App& app, Action& action) {
    const auto [command, options] =
        add_command(app, action, "suggest",
                    "Say which faces without points to mark next: those that a model is unsure "
                    "about and that differ",
                    suggest);
    command
        ->add_option("DATA", options->data,
                     "A folder of pictures, a list, or a project; faces marked as done are passed "
                     "over")
        ->required();
    command->add_option("--model", options->model, "A run folder, a model file, or face68")
        ->capture_default_str();
    command->add_option("--count", options->count, "How many faces")
        ->check(CLI::Range(1, 100000))
        ->capture_default_str();
    command
        ->add_option("--detector", options->detector,
                     "What finds faces in pictures without boxes: hog, yunet, none (then the whole "
                     "picture is the face); else the best that is there")
        ->check(CLI::IsMember({"hog", "yunet", "none"}));
    command->add_flag("--json", options->json, "Print JSON");
    add_open_options(*command, options->open);
    add_device_option(*command, options->device);
    command->footer(
        "\nA face comes first that the model doubts and whose shape and picture lie far from "
        "those\n"
        "that have points and from those that are suggested already. Ctrl+C chooses among the\n"
        "faces that were looked at so far.\n\n"
        "Examples:\n"
        "  rudolph suggest faces\n"
        "  rudolph suggest faces.rudolph --model runs/full-face-20250131-101500 --count 50 --json");
}

}  // namespace rudolph
