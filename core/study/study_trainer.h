#pragma once

#include <functional>

#include "core/study/study_training.h"

namespace rudolph {

/// A run of a study that begins.
struct StudyRunStart {
    int part = 0;
    int at_once = 1;     ///< how many go on beside each other, it among them
    CancelToken finish;  ///< see TrainControl::finish; of this run alone
};

/// What is told of the runs of a study. Nothing of it, nor of the runs' own observers, is called by
/// two threads at once; never after train_study() has returned.
struct StudyObserver {
    /// Answers who watches the run.
    std::function<TrainObserver(const StudyRunStart&)> on_start;
    std::function<void(int part, const TrainResult&)> on_end;
    /// The run has failed by itself, as when it diverged; the study goes on without it.
    std::function<void(int part, const Error&)> on_failure;
};

struct StudyTrainingOptions {
    int at_once = 0;            ///< at most so many beside each other; 0: one a processor
    bool failed_again = false;  ///< runs that have failed are trained anew, once
};

/// Engine::train().
using TrainFunction =
    std::function<TrainResult(const TrainJob&, const TrainObserver&, const TrainControl&)>;

/// Trains the runs that a study lacks, several beside each other where that is faster: see
/// trainings_at_once(). `study.experiment` says where the faces of the data set are. False where it
/// was cancelled. Throws Error, once the runs that go on are over or stopped.
bool train_study(const TrainFunction& train, const std::filesystem::path& folder,
                 const Study& study, const std::shared_ptr<const Dataset>& dataset,
                 const StudyTrainingOptions& options, const StudyObserver& observer,
                 const CancelToken& cancel, const PauseToken& pause = {});

}  // namespace rudolph
