#include "core/train/compute_choice.h"

#include "core/base/json.h"
#include "core/base/processor.h"
#include "core/train/common_units.h"

namespace rudolph {

std::string precision_name(const ComputeChoice& choice) {
    return choice.bfloat16 ? "bfloat16" : "float32";
}

std::string compute_question(const Experiment& experiment, int outputs, int processors,
                             const std::string& torch_version) {
    const Json all = to_json(experiment);
    Json model = all.at("model");
    // Where weights begin, and what only predictions do.
    for (const char* key : {"weights", "flip_average", "looks"})
        model.erase(key);
    Json question = {{"processor", this_processor().name},
                     {"processors", processors},
                     {"libtorch", torch_version},
                     {"model", model},
                     {"width", experiment.input.width},
                     {"height", experiment.input.height},
                     {"channels", experiment.input.channels},
                     {"outputs", outputs},
                     {"batch_size", experiment.batch_size},
                     {"loss", all.at("loss").at("kind")},
                     {"optimiser", all.at("optimiser").at("kind")},
                     {"precision", all.at("precision")},
                     {"threads", experiment.threads}};
    // Answers from before batch norm could be shared are not asked for.
    question["shared_norm"] = true;
    if (const std::string limits = unit_limits(); !limits.empty())
        question["limits"] = limits;
    return question.dump();
}

}  // namespace rudolph
