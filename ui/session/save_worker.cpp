#include "ui/session/save_worker.h"

#include "core/formats/save_in_place.h"
#include "ui/base/error_text.h"

namespace rudolph {
namespace {

constexpr int kProgressMs = 33;

}  // namespace

void SaveWorker::save(const SaveRequest& request) {
    try {
        write(request);
    } catch (const Cancelled&) {
        emit cancelled(request.number);
    } catch (...) {
        const ErrorText text = errorText(std::current_exception());
        emit failed(request.number, text.what, text.advice);
    }
}

void SaveWorker::write(const SaveRequest& request) {
    const DatasetFormat format = request.project ? DatasetFormat::Project : request.dataset->format;
    if (!request.accept_losses) {
        const std::vector<Loss> lost =
            losses(*request.dataset, format, request.options, request.cancel);
        if (!lost.empty()) {
            emit lossy(request.number, lost);
            return;
        }
    }
    since_progress_.invalidate();
    const ProgressCallback progress = [&](const Progress& now) {
        if (since_progress_.isValid() && since_progress_.elapsed() < kProgressMs)
            return;
        since_progress_.start();
        emit progressed(request.number, static_cast<int>(now.done), static_cast<int>(now.total));
    };
    FileStamps stamps = request.stamps;
    if (request.project) {
        const std::filesystem::path source =
            write_dataset(*request.dataset,
                          {format, *request.project, PictureHandling::Refer, request.options, true},
                          request.cancel, progress);
        stamps = {{source, file_stamp(source)}};
        emit saved(request.number, source, stamps);
        return;
    }
    const std::vector<std::filesystem::path> conflicts =
        save_in_place(*request.dataset, request.changed, request.options, stamps, request.overwrite,
                      request.cancel, progress);
    if (conflicts.empty())
        emit saved(request.number, request.dataset->source, stamps);
    else
        emit conflicted(request.number, conflicts);
}

}  // namespace rudolph
