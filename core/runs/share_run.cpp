#include "core/runs/share_run.h"

#include <set>
#include <vector>

#include "core/base/error.h"
#include "core/base/staged_files.h"
#include "core/runs/run_files.h"
#include "core/runs/run_places.h"
#include "core/runs/run_reader.h"

namespace rudolph {
namespace fs = std::filesystem;

fs::path share_run(const fs::path& run_folder, const fs::path& destination,
                   const CancelToken& cancel, const ProgressCallback& progress) {
    const RunRecord run = read_run(run_folder);
    if (run.summary.state == RunState::Running)
        throw Error("the run is still being trained", {run_folder}, "wait until it has ended");
    // Runs of older versions tell places in files that others need.
    if (!is_there(run_folder / kPlacesFile))
        throw Error("this run is of an older version, whose files tell where the data lie",
                    {run_folder}, "train it further, or edit experiment.json and predictions.csv");
    std::error_code failed;
    fs::path folder = fs::is_directory(destination, failed) ? destination / run.name : destination;
    if (is_there(folder))
        throw Error("this is there already", {folder}, "choose another place");
    const std::set<fs::path> left_out = {kPlacesFile, kCheckpointFile};
    std::vector<fs::path> files;
    for (fs::recursive_directory_iterator entry(run_folder, failed), end; !failed && entry != end;
         entry.increment(failed)) {
        const fs::path name = entry->path().lexically_relative(run_folder);
        if (entry->is_symlink(failed) && !left_out.contains(name))
            throw Error("this is a link, and what it leads to is not handed on unasked",
                        {entry->path()}, "put the file itself there, or remove the link");
        if (entry->is_regular_file() && !left_out.contains(name) &&
            !name.filename().native().starts_with('.'))
            files.push_back(name);
    }
    if (failed)
        throw Error("the run cannot be read: " + failed.message(), {run_folder});
    StagedFiles staged;
    std::int64_t done = 0;
    for (const fs::path& name : files) {
        cancel.throw_if_cancelled();
        staged.copy(run_folder / name, folder / name);
        if (progress)
            progress({++done, std::ssize(files)});
    }
    staged.commit();
    return folder;
}

}  // namespace rudolph
