#include "ui/session/training_story.h"

#include "ui/session/session.h"

namespace rudolph {

template <class... Values>
void TrainingStory::pass(void (Trainings::*from)(Values...), void (TrainingStory::*to)(Values...)) {
    connect(trainings_, from, this, [this, to](Values... values) {
        // Copies: what is told must not change, nor go away.
        told_.push_back([this, to, ... copies = values] { (this->*to)(copies...); });
        (this->*to)(values...);
    });
}

TrainingStory::TrainingStory(Session* session) : trainings_(&session->trainings()) {
    // Another story: before it is passed on.
    connect(trainings_, &Trainings::begun, this, [this] { told_.clear(); });
    pass(&Trainings::begun, &TrainingStory::begun);
    pass(&Trainings::started, &TrainingStory::started);
    pass(&Trainings::batchDone, &TrainingStory::batchDone);
    pass(&Trainings::epochDone, &TrainingStory::epochDone);
    pass(&Trainings::noted, &TrainingStory::noted);
    pass(&Trainings::over, &TrainingStory::over);
    pass(&Trainings::ended, &TrainingStory::ended);
    pass(&Trainings::failed, &TrainingStory::failed);
}

void TrainingStory::tellAgain() {
    for (const std::function<void()>& each : std::vector<std::function<void()>>(told_))
        each();
}

}  // namespace rudolph
