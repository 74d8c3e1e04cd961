#include "ui/session/train_worker.h"

#include <unordered_map>
#include <utility>

#include "core/base/error.h"
#include "core/engine/engine.h"
#include "core/formats/open_dataset.h"
#include "core/study/study_training.h"
#include "core/train/resume_job.h"
#include "ui/base/error_text.h"
#include "ui/session/study_show.h"

namespace rudolph {

namespace {

constexpr int kReportEveryMs = 34;

constexpr size_t kSpreadFaces = 48;

std::vector<std::string> spreadIds(const std::vector<StripFace>& faces) {
    std::vector<SpreadItem> items;
    for (const StripFace& face : faces)
        items.push_back(spreadItem(face));
    std::vector<std::string> ids;
    for (const size_t place : spread_order(items, kSpreadFaces))
        ids.push_back(faces[place].result.sample_id);
    return ids;
}

/// Chooses the faces that go with every epoch of one training.
class StripChoice {
public:
    explicit StripChoice(const Dataset& dataset) {
        for (const Sample& sample : dataset.samples)
            faces_[sample.id] = {sample.image, {}, sample.person, sample.view};
    }

    std::vector<StripFace> choose(const std::vector<FaceResult>& results,
                                  const std::vector<std::string>& watched) {
        std::unordered_map<std::string, StripFace> known;
        std::vector<StripFace> all;
        for (const FaceResult& result : results) {
            const auto face = faces_.find(result.sample_id);
            if (face == faces_.end())
                continue;
            StripFace strip = face->second;
            strip.result = result;
            known[result.sample_id] = strip;
            if (spread_.empty())
                all.push_back(std::move(strip));
        }
        if (spread_.empty())
            spread_ = spreadIds(all);
        std::vector<StripFace> chosen;
        for (const auto* ids : {&watched, &std::as_const(spread_)})
            for (const std::string& id : *ids)
                if (auto face = known.extract(id); !face.empty())
                    chosen.push_back(std::move(face.mapped()));
        return chosen;
    }

private:
    std::unordered_map<std::string, StripFace> faces_;  ///< by id, without a result
    std::vector<std::string> spread_;                   ///< chosen after the first epoch
};

}  // namespace

void WatchList::set(std::vector<std::string> ids) {
    const std::lock_guard lock(mutex_);
    ids_ = std::move(ids);
}

std::vector<std::string> WatchList::ids() const {
    const std::lock_guard lock(mutex_);
    return ids_;
}

TrainWorker::TrainWorker(OpenEngine open, QObject* parent)
    : QObject(parent), open_(std::move(open)) {}

TrainWorker::~TrainWorker() = default;

Engine& TrainWorker::engine() {
    if (!engine_)
        engine_ = open_();
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
    job.experiment.opening = request.experiment.opening;
    job.stop_after = request.stop_after;
    job.dataset = facesOf(request);
    return job;
}

std::shared_ptr<const Dataset> TrainWorker::facesOf(const TrainRequest& request) {
    if (request.dataset)
        return request.dataset;
    const Experiment& experiment = request.experiment;
    if (experiment.data.empty())
        throw Error("the experiment does not say which faces to train on", {},
                    "open them on the Data page, then queue it again");
    OpenOptions options = open_options_from(experiment.opening);
    options.open_video = open_video_by_engine;
    return std::make_shared<const Dataset>(open_dataset(
        experiment.data, options, request.control.cancel, [this](const Progress& progress) {
            if (isTimeToReport())
                emit preparing(static_cast<int>(progress.done), static_cast<int>(progress.total));
        }));
}

void TrainWorker::trainStudy(const TrainRequest& request) {
    Study study = *request.study;
    study.experiment = request.experiment;
    const std::shared_ptr<const Dataset> faces = facesOf(request);
    std::filesystem::path folder = request.study_folder;
    if (folder.empty())
        folder = begin_study(request.runs, study, *faces);
    else
        read_study(folder);  // throws where somebody has taken it away
    if (!next_training(folder, study, runs_of_study(folder, study), {}, request.failed_again))
        throw Error("the study has no run that is left to train", {folder});
    StudyShow show(this, folder, study, [&] { return observer(*faces, request.watched); });
    StudyTrainingOptions options;
    options.failed_again = request.failed_again;
    const auto train = [&engine = engine()](const TrainJob& job, const TrainObserver& watcher,
                                            const TrainControl& control) {
        return engine.train(job, watcher, control);
    };
    const bool is_whole = train_study(train, folder, study, faces, options, show.observer(),
                                      request.control.cancel, request.control.pause);
    show.end(!is_whole);
}

TrainObserver TrainWorker::observer(const Dataset& faces,
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
    observer.on_epoch = [this, watched, choice = std::make_shared<StripChoice>(faces)](
                            const EpochReport& report, const std::vector<FaceResult>& results) {
        emit epochDone({report, choice->choose(results, watched ? watched->ids()
                                                                : std::vector<std::string>())});
    };
    return observer;
}

void TrainWorker::train(const TrainRequest& request) {
    try {
        since_report_.invalidate();
        if (request.study)
            return trainStudy(request);
        const TrainJob wanted = job(request);
        TrainResult result =
            engine().train(wanted, observer(*wanted.dataset, request.watched), request.control);
        emit ended({std::move(result.run), result.stopped});
    } catch (const Cancelled&) {
        // Stopped before there was a run to keep.
        emit ended({RunRecord{}, true});
    } catch (...) {
        const ErrorText text = errorText(std::current_exception());
        emit failed(text.what, text.advice);
    }
}

void TrainWorker::judge(const std::vector<SearchVerdict>& verdicts) {
    try {
        write_verdicts(verdicts);
    } catch (...) {
        // The runs are as good as before: they only do not say why they were stopped.
        emit noted(errorText(std::current_exception()).what);
    }
    emit judged();
}

}  // namespace rudolph
