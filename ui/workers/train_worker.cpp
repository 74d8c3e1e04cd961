#include "ui/workers/train_worker.h"

#include <algorithm>
#include <unordered_map>

#include "ui/workers/error_text.h"

namespace rudolph {

namespace {

constexpr int kReportEveryMs = 34;

/// Places in the results, spread evenly, at most `wanted`; each one further into its part than the
/// last, as IMM's views repeat with every person and equal steps would show one view only.
std::vector<size_t> strip_places(size_t results, size_t wanted) {
    std::vector<size_t> places;
    const size_t count = std::min(results, wanted);
    for (size_t i = 0; i < count; ++i)
        places.push_back(i * results / count + i % (results / count));
    return places;
}

QString layersText(const std::vector<LayerSummary>& layers) {
    QStringList lines;
    for (const LayerSummary& layer : layers) {
        QStringList shape;
        for (const int size : layer.output_shape)
            shape << QString::number(size);
        lines << QStringLiteral("%1: %2 → %3")
                     .arg(QString::fromStdString(layer.name),
                          QString::fromStdString(layer.description),
                          shape.join(QStringLiteral("×")));
    }
    return lines.join(QLatin1Char('\n'));
}

}  // namespace

TrainWorker::TrainWorker(int strip_faces, QObject* parent)
    : QObject(parent), strip_faces_(strip_faces) {}

TrainWorker::~TrainWorker() = default;

Engine& TrainWorker::engine() {
    if (!engine_)
        engine_ = open_engine();
    return *engine_;
}

void TrainWorker::probeEngine() {
    try {
        const EngineInfo info = engine().info();
        emit engineReady(info, QString::fromStdString(engine().slow_matrix_warning()));
    } catch (const std::exception&) {
        const ErrorText text = errorText(std::current_exception());
        emit engineMissing(text.what, text.advice);
    }
}

void TrainWorker::describe(int revision, const Experiment& experiment,
                           const std::shared_ptr<const Dataset>& dataset) {
    SetupSummary summary;
    summary.revision = revision;
    try {
        int outputs = 0;
        if (dataset) {
            const Split split = make_split(*dataset, experiment.split);
            summary.train_faces = static_cast<int>(split.train.size());
            summary.validation_faces = static_cast<int>(split.validation.size());
            outputs =
                2 * static_cast<int>(target_indices(experiment.target, dataset->scheme).size());
        }
        if (outputs > 0 && check_experiment(experiment).empty()) {
            const std::vector<LayerSummary> layers =
                engine().summarise(experiment.model, experiment.input, outputs);
            for (const LayerSummary& layer : layers)
                summary.parameters += layer.parameters;
            summary.layers = layersText(layers);
        }
    } catch (const std::exception&) {
        summary.problem = errorText(std::current_exception()).what;
    }
    emit described(summary);
}

bool TrainWorker::isTimeToReport() {
    if (since_report_.isValid() && since_report_.elapsed() < kReportEveryMs)
        return false;
    since_report_.start();
    return true;
}

TrainObserver TrainWorker::observer(const TrainRequest& request) {
    TrainObserver observer;
    // Called on loader threads, but never on two at once, and never beside the other callbacks.
    observer.on_prepare = [this](const Progress& progress) {
        if (isTimeToReport() || progress.done == progress.total)
            emit preparing(static_cast<int>(progress.done), static_cast<int>(progress.total));
    };
    observer.on_measure = [this](const Progress& progress) {
        if (isTimeToReport() || progress.done == progress.total)
            emit measuring(static_cast<int>(progress.done), static_cast<int>(progress.total));
    };
    observer.on_start = [this](const TrainingPlan& plan) { emit started(plan); };
    observer.on_batch = [this](const BatchReport& report) {
        if (isTimeToReport() || report.batch == report.batches)
            emit batchDone(report);
    };
    auto images = std::make_shared<std::unordered_map<std::string, std::filesystem::path>>();
    for (const Sample& sample : request.dataset->samples)
        images->emplace(sample.id, sample.image);
    observer.on_epoch = [this, images](const EpochReport& report,
                                       const std::vector<FaceResult>& results) {
        EpochUpdate update{report, {}};
        for (const size_t place : strip_places(results.size(), static_cast<size_t>(strip_faces_))) {
            const auto image = images->find(results[place].sample_id);
            if (image != images->end())
                update.faces.push_back({image->second, results[place]});
        }
        emit epochDone(update);
    };
    return observer;
}

void TrainWorker::train(const TrainRequest& request) {
    try {
        since_report_.invalidate();
        const TrainJob job{request.experiment, *request.dataset, request.runs};
        TrainResult result = engine().train(job, observer(request), request.cancel);
        emit ended({std::move(result.run), result.stopped});
    } catch (const Cancelled&) {
        // Stopped before there was a run to keep.
        emit ended({RunRecord{}, true});
    } catch (...) {
        const ErrorText text = errorText(std::current_exception());
        emit failed(text.what, text.advice);
    }
}

}  // namespace rudolph
