#include "ui/session/run_loader.h"

#include "core/base/error.h"
#include "ui/base/path_convert.h"

namespace rudolph {

void RunLoader::listRuns(const QString& folder) {
    RunList list;
    try {
        const std::filesystem::path path = toPath(folder);
        std::error_code ignored;
        if (std::filesystem::exists(path, ignored))
            list = list_runs(path);
    } catch (const Error&) {
        // The Runs page says what is wrong with the folder.
        list = {};
    }
    emit runsListed(folder, list);
}

}  // namespace rudolph
