#include "ui/data/export_worker.h"

#include <algorithm>

#include "ui/base/error_text.h"
#include "ui/base/path_convert.h"

namespace rudolph {
namespace {

constexpr int kProgressMs = 33;

}  // namespace

Dataset onlyDone(const Dataset& dataset) {
    Dataset done = dataset;
    std::erase_if(done.samples, [](const Sample& face) { return face.state != FaceState::Done; });
    return done;
}

void ExportWorker::write(const ExportRequest& request) {
    since_progress_.invalidate();
    const auto tell = [this, &request](const Progress& progress) {
        const bool last = progress.total > 0 && progress.done >= progress.total;
        if (since_progress_.isValid() && since_progress_.elapsed() < kProgressMs && !last)
            return;
        since_progress_.start();
        emit progressed(request.number, static_cast<int>(progress.done),
                        static_cast<int>(progress.total));
    };
    try {
        request.cancel.throw_if_cancelled();
        const std::filesystem::path path =
            request.only_done
                ? write_dataset(onlyDone(*request.dataset), request.write, request.cancel, tell)
                : write_dataset(*request.dataset, request.write, request.cancel, tell);
        emit written(request.number, toQString(path));
    } catch (const Cancelled&) {
        emit cancelled(request.number);
    } catch (...) {
        const ErrorText text = errorText(std::current_exception());
        emit failed(request.number, text.what, text.advice);
    }
}

}  // namespace rudolph
