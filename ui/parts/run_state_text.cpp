#include "ui/parts/run_state_text.h"

#include <QCoreApplication>

namespace rudolph {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("rudolph", text);
}

}  // namespace

QString runStateText(RunState state) {
    switch (state) {
        case RunState::Running:
            return tr("running");
        case RunState::Finished:
            return tr("finished");
        case RunState::Stopped:
            return tr("stopped");
        case RunState::Failed:
            return tr("failed");
        case RunState::Interrupted:
            return tr("interrupted");
    }
    return {};
}

}  // namespace rudolph
