#include "ui/workers/train_worker.h"

#include <algorithm>
#include <unordered_map>

#include "core/base/error.h"
#include "core/formats/open_dataset.h"
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

}  // namespace

TrainWorker::TrainWorker(int faces, QObject* parent) : QObject(parent), faces_(faces) {}

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

bool TrainWorker::isTimeToReport() {
    if (since_report_.isValid() && since_report_.elapsed() < kReportEveryMs)
        return false;
    since_report_.start();
    return true;
}

TrainJob TrainWorker::job(const TrainRequest& request) {
    TrainJob job = request.resume.empty() ? TrainJob{request.experiment, {}, request.runs}
                                          : resume_job(request.resume, request.experiment.epochs);
    if (request.dataset) {
        job.dataset = *request.dataset;
        return job;
    }
    if (job.experiment.data.empty())
        throw Error("the experiment does not say which faces to train on", {},
                    "open them on the Data page, then queue it again");
    job.dataset =
        open_dataset(job.experiment.data, request.control.cancel, [this](const Progress& progress) {
            if (isTimeToReport())
                emit preparing(static_cast<int>(progress.done), static_cast<int>(progress.total));
        });
    return job;
}

TrainObserver TrainWorker::observer(const TrainJob& job) {
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
    observer.on_note = [this](const std::string& note) {
        emit noted(QString::fromStdString(note));
    };
    auto images = std::make_shared<std::unordered_map<std::string, std::filesystem::path>>();
    for (const Sample& sample : job.dataset.samples)
        images->emplace(sample.id, sample.image);
    observer.on_epoch = [this, images](const EpochReport& report,
                                       const std::vector<FaceResult>& results) {
        EpochUpdate update{report, {}};
        for (const size_t place : strip_places(results.size(), static_cast<size_t>(faces_))) {
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
        const TrainJob faces = job(request);
        TrainResult result = engine().train(faces, observer(faces), request.control);
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
