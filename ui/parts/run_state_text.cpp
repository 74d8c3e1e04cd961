#include "ui/parts/run_state_text.h"

#include "ui/base/tr.h"

namespace rudolph {

QString runStateText(RunState state) {
    switch (state) {
        case RunState::Running:
            return tr("running");
        case RunState::Finished:
            return tr("finished");
        case RunState::Stopped:
            return tr("stopped");
        case RunState::StoppedEarly:
            return tr("stopped early");
        case RunState::Failed:
            return tr("failed");
        case RunState::Interrupted:
            return tr("interrupted");
    }
    return {};
}

}  // namespace rudolph
