#include "ui/train/setup_worker.h"

#include "core/dataset/split.h"
#include "core/experiment/check_experiment.h"
#include "ui/base/error_text.h"

namespace rudolph {

SetupWorker::~SetupWorker() = default;

Engine& SetupWorker::engine() {
    if (!engine_)
        engine_ = open_engine();
    return *engine_;
}

void SetupWorker::describe(int revision, const Experiment& experiment,
                           const std::shared_ptr<const Dataset>& dataset) {
    SetupSummary summary;
    summary.revision = revision;
    try {
        if (dataset) {
            const Split split = make_split(*dataset, experiment.split);
            summary.train_faces = static_cast<int>(split.train.size());
            summary.validation_faces = static_cast<int>(split.validation.size());
            summary.outputs =
                2 * static_cast<int>(target_indices(experiment.target, dataset->scheme).size());
        }
        if (summary.outputs > 0 && check_experiment(experiment).empty()) {
            summary.layers =
                engine().summarise(experiment.model, experiment.input, summary.outputs);
            for (const LayerSummary& layer : summary.layers)
                summary.parameters += layer.parameters;
        }
    } catch (const std::exception&) {
        summary.problem = errorText(std::current_exception()).what;
    }
    emit described(summary);
}

void SetupWorker::estimate(const SetupSummary& summary, const Experiment& experiment) {
    SetupEstimate answer;
    answer.revision = summary.revision;
    try {
        answer.estimate = engine().estimate_training(experiment, summary.outputs,
                                                     summary.train_faces, summary.validation_faces);
    } catch (const std::exception&) {
        answer.problem = errorText(std::current_exception()).what;
    }
    emit estimated(answer);
}

}  // namespace rudolph
