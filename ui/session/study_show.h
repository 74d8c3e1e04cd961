#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <variant>
#include <vector>

#include "core/study/study_trainer.h"
#include "ui/base/error_text.h"
#include "ui/session/train_worker.h"

namespace rudolph {

/// Of the runs of a study, which may go on beside each other, lets the worker tell of one as if it
/// were the only one; once that is over, of the next, from its beginning.
class StudyShow {
public:
    /// `watch`: who tells of a run.
    StudyShow(TrainWorker* worker, std::filesystem::path folder, Study study,
              std::function<TrainObserver()> watch);

    /// Valid as long as this object.
    StudyObserver observer();
    /// The study is over, or was stopped: tells how the last run ended.
    void end(bool stopped);
    /// How far the study is.
    void tellProgress();

private:
    struct Going {
        CancelToken finish;
        TrainObserver watcher;
        std::optional<TrainingPlan> plan;  ///< with the epochs before the last; none: not begun yet
        std::optional<EpochReport> last = {};  ///< epoch
        std::vector<FaceResult> faces = {};    ///< after it
    };
    using Over = std::variant<TrainingEnd, ErrorText>;

    TrainObserver begin(const StudyRunStart& start);
    void takeOver(int part, Over over);
    void show(int part);
    void tellOver();

    TrainWorker* worker_;
    std::filesystem::path folder_;
    Study study_;
    std::function<TrainObserver()> watch_;
    std::map<int, Going> going_;  ///< by the part
    std::optional<int> shown_;
    std::optional<Over> over_;  ///< how the run ended that was shown, before it is told
};

}  // namespace rudolph
