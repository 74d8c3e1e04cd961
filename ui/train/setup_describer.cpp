#include "ui/train/setup_describer.h"

#include "core/dataset/split.h"
#include "core/experiment/check_experiment.h"
#include "ui/parts/field_words.h"
#include "ui/session/experiment_draft.h"
#include "ui/session/trainings.h"

namespace rudolph {
namespace {

constexpr int kDescribeAfterMs = 250;
/// Longer than typing pauses: an estimate takes a second of all processors.
constexpr int kEstimateAfterMs = 1200;

/// Of the exception that is being handled.
QString problemText() {
    return settingWords(errorText(std::current_exception()).what.toStdString());
}

}  // namespace

struct SetupDescriber::Kept {
    std::unique_ptr<Engine> engine;

    Engine& opened() {
        if (!engine)
            engine = open_engine();
        return *engine;
    }
    SetupSummary describe(const Experiment& experiment, const Dataset& dataset) {
        SetupSummary summary;
        try {
            const Split split = make_split(dataset, experiment.split);
            summary.train_faces = static_cast<int>(split.train.size());
            summary.validation_faces = static_cast<int>(split.validation.size());
            summary.outputs =
                2 * static_cast<int>(target_indices(experiment.target, dataset.scheme).size());
            if (check_experiment(experiment).empty())
                summary.layers =
                    opened().summarise(experiment.model, experiment.input, summary.outputs);
            for (const LayerSummary& layer : summary.layers)
                summary.parameters += layer.parameters;
            summary.start = experiment.model.weights;
            if (summary.parameters > 0 && !summary.start.empty())
                tryWeights(experiment, summary);
        } catch (const std::exception&) {
            summary.problem = problemText();
        }
        return summary;
    }
    void tryWeights(const Experiment& experiment, SetupSummary& summary) {
        try {
            summary.weights = opened().try_weights(experiment, summary.outputs);
        } catch (const std::exception&) {
            summary.weights_problem = problemText();
        }
    }
    SetupEstimate estimate(const Experiment& experiment, const SetupSummary& summary,
                           const CancelToken& cancel) {
        SetupEstimate estimate;
        try {
            estimate.estimate = opened().estimate_training(
                experiment, summary.outputs, summary.train_faces, summary.validation_faces, cancel);
        } catch (const Cancelled&) {
            throw;
        } catch (const std::exception&) {
            estimate.problem = problemText();
        }
        return estimate;
    }
};

SetupDescriber::SetupDescriber(Session* session, QObject* parent)
    : QObject(parent), session_(session), kept_(std::make_shared<Kept>()), job_(JobOrder::Latest) {
    for (QTimer* timer : {&describe_later_, &estimate_later_})
        timer->setSingleShot(true);
    describe_later_.setInterval(kDescribeAfterMs);
    estimate_later_.setInterval(kEstimateAfterMs);
    connect(&describe_later_, &QTimer::timeout, this, &SetupDescriber::describe);
    connect(&estimate_later_, &QTimer::timeout, this, &SetupDescriber::estimate);
    connect(&session->draft(), &ExperimentDraft::changed, this, [this] {
        // What was asked of it before is not true any more.
        job_.drop();
        describe_later_.start();
    });
    Trainings& trainings = session->trainings();
    connect(&trainings, &Trainings::begun, &estimate_later_, &QTimer::stop);
    connect(&trainings, &Trainings::allEnded, this, [this] {
        if (summary_.parameters > 0)
            estimate_later_.start();
    });
    describe_later_.start();
}

void SetupDescriber::describe() {
    estimate_later_.stop();
    const auto dataset = session_->dataset();
    if (!dataset)
        return;
    experiment_ = session_->draft().experiment();
    job_.start([kept = kept_, experiment = experiment_,
                dataset](JobContext&) { return kept->describe(experiment, *dataset); },
               [this](const SetupSummary& summary) { take(summary); });
}

void SetupDescriber::take(const SetupSummary& summary) {
    summary_ = summary;
    emit described(summary);
    if (summary.parameters == 0)
        return;
    emit estimateWaits(session_->trainings().isTraining()
                           ? tr("Time and memory are estimated when nothing is trained.")
                           : tr("Estimating time and memory…"));
    estimate_later_.start();
}

void SetupDescriber::estimate() {
    if (session_->trainings().isTraining() || summary_.parameters == 0)
        return;
    job_.start(
        [kept = kept_, experiment = experiment_, summary = summary_](JobContext& context) {
            return kept->estimate(experiment, summary, context.cancel());
        },
        [this](const SetupEstimate& estimate) { emit estimated(estimate); });
}

}  // namespace rudolph
