#include "ui/session/train_worker.h"

#include <unordered_map>
#include <utility>

#include "core/base/error.h"
#include "core/engine/engine.h"
#include "core/formats/open_dataset.h"
#include "core/study/study_training.h"
#include "core/train/resume_job.h"
#include "ui/base/error_text.h"

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

TrainJob TrainWorker::studyJob(const TrainRequest& request) {
    Study study = *request.study;
    study.experiment = request.experiment;
    if (!study_faces_)
        study_faces_ = facesOf(request);
    study_ = {request.study_folder, 0, study.parts};
    if (study_.folder.empty())
        study_.folder = begin_study(request.runs, study, *study_faces_);
    else
        read_study(study_.folder);  // throws where somebody has taken it away
    const StudyRuns runs = runs_of_study(study_.folder, study);
    auto next = next_training(study_.folder, study, runs);
    if (!next)
        throw Error("the study has no run that is left to train", {study_.folder});
    study_.part = next->part;
    study_.failed = runs.failed();
    study_.figures = study_figures(study, runs);
    study_.goes_on = true;
    emit studyProgressed(study_);
    next->job.experiment.data = request.experiment.data;
    next->job.experiment.opening = request.experiment.opening;
    next->job.dataset = study_faces_;
    return next->job;
}

/// One run that diverges is part of the answer; anything else that goes wrong ends the study.
void TrainWorker::endStudyRun(const TrainRequest& request) {
    if (!request.study)
        return;
    study_.goes_on = false;
    try {
        Study study = *request.study;
        study.experiment = request.experiment;
        const StudyRuns runs = runs_of_study(study_.folder, study);
        study_.failed = runs.failed();
        study_.figures = study_figures(study, runs);
        study_.goes_on = (runs.is_done(study_.part) || has_failed(runs, study_.part)) &&
                         next_training(study_.folder, study, runs).has_value();
    } catch (const Error&) {
        // Its folder is gone, or was never made: there is nothing to go on with.
        study_.goes_on = false;
    }
    if (!study_.goes_on)
        study_faces_.reset();
    emit studyProgressed(study_);
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
    observer.on_epoch = [this, watched, choice = std::make_shared<StripChoice>(*job.dataset)](
                            const EpochReport& report, const std::vector<FaceResult>& results) {
        emit epochDone({report, choice->choose(results, watched ? watched->ids()
                                                                : std::vector<std::string>())});
    };
    return observer;
}

void TrainWorker::train(const TrainRequest& request) {
    try {
        since_report_.invalidate();
        study_ = {};
        const TrainJob faces = request.study ? studyJob(request) : job(request);
        TrainResult result =
            engine().train(faces, observer(faces, request.watched), request.control);
        endStudyRun(request);
        emit ended({std::move(result.run), result.stopped});
    } catch (const Cancelled&) {
        // Stopped before there was a run to keep.
        study_faces_.reset();
        emit ended({RunRecord{}, true});
    } catch (...) {
        const ErrorText text = errorText(std::current_exception());
        endStudyRun(request);
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
