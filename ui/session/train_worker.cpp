#include "ui/session/train_worker.h"

#include <algorithm>
#include <unordered_map>

#include "core/base/error.h"
#include "core/base/spread.h"
#include "core/formats/open_dataset.h"
#include "core/train/resume_job.h"
#include "ui/base/error_text.h"

namespace rudolph {

namespace {

constexpr int kReportEveryMs = 34;

/// Those that are watched, in their order, then some spread over all.
std::vector<size_t> stripPlaces(const std::vector<FaceResult>& results,
                                const std::vector<std::string>& watched, size_t spread) {
    std::vector<size_t> places;
    for (const std::string& id : watched) {
        const auto found = std::find_if(results.begin(), results.end(), [&id](const auto& result) {
            return result.sample_id == id;
        });
        if (found != results.end())
            places.push_back(static_cast<size_t>(found - results.begin()));
    }
    const auto own = static_cast<std::ptrdiff_t>(places.size());
    for (const size_t place : spread_places(results.size(), spread))
        if (std::find(places.begin(), places.begin() + own, place) == places.begin() + own)
            places.push_back(place);
    return places;
}

}  // namespace

void WatchList::set(std::vector<std::string> ids) {
    const std::lock_guard lock(mutex_);
    ids_ = std::move(ids);
}

std::vector<std::string> WatchList::ids() const {
    const std::lock_guard lock(mutex_);
    return ids_;
}

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
    // The faces of a run that goes on may have moved.
    job.experiment.data = request.experiment.data;
    if (request.dataset) {
        job.dataset = request.dataset;
        return job;
    }
    if (job.experiment.data.empty())
        throw Error("the experiment does not say which faces to train on", {},
                    "open them on the Data page, then queue it again");
    job.dataset = std::make_shared<const Dataset>(
        open_dataset(job.experiment.data, request.control.cancel, [this](const Progress& progress) {
            if (isTimeToReport())
                emit preparing(static_cast<int>(progress.done), static_cast<int>(progress.total));
        }));
    return job;
}

TrainObserver TrainWorker::observer(const TrainJob& job,
                                    const std::shared_ptr<const WatchList>& watched) {
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
    for (const Sample& sample : job.dataset->samples)
        images->emplace(sample.id, sample.image);
    observer.on_epoch = [this, images, watched](const EpochReport& report,
                                                const std::vector<FaceResult>& results) {
        EpochUpdate update{report, {}};
        const auto ids = watched ? watched->ids() : std::vector<std::string>();
        for (const size_t place : stripPlaces(results, ids, static_cast<size_t>(faces_))) {
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
        TrainResult result =
            engine().train(faces, observer(faces, request.watched), request.control);
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
