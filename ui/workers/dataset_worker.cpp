#include "ui/workers/dataset_worker.h"

#include <QDir>

#include "core/dataset/check_images.h"
#include "core/dataset/demo_faces.h"
#include "core/formats/open_dataset.h"
#include "ui/models/path_convert.h"
#include "ui/workers/error_text.h"

namespace rudolph {
namespace {

constexpr int kProgressMs = 33;
constexpr int kDemoViews = 6;

/// Whether demo faces of this spec lie there already, whole.
bool hasDemoFaces(const QString& folder, const DemoFacesSpec& spec) {
    const auto count = QDir(folder).entryList({"*.asf"}, QDir::Files).size();
    return count == static_cast<qsizetype>(spec.people) * kDemoViews;
}

/// Writes beside the folder and renames, so that an interrupted start leaves nothing half done.
void writeDemoFaces(const QString& folder, const DemoFacesSpec& spec, const CancelToken& cancel,
                    const ProgressCallback& progress) {
    const QString partial = folder + QStringLiteral(".partial");
    QDir(partial).removeRecursively();
    write_demo_faces(toPath(partial), spec, cancel, progress);
    QDir(folder).removeRecursively();
    std::error_code failure;
    std::filesystem::rename(toPath(partial), toPath(folder), failure);
    if (failure)
        throw Error("the demo faces cannot be moved to their folder: " + failure.message(),
                    {toPath(folder)}, "check that you may write there");
}

}  // namespace

void DatasetWorker::open(const DatasetRequest& request) {
    guarded(request, [&] { openAndCheck(request); });
}

void DatasetWorker::openDemoFaces(const DatasetRequest& request) {
    guarded(request, [&] {
        const DemoFacesSpec spec;
        if (!hasDemoFaces(request.path, spec))
            writeDemoFaces(request.path, spec, request.cancel,
                           progressFor(request.number, DatasetStage::WritingDemoFaces));
        openAndCheck(request);
    });
}

void DatasetWorker::openAndCheck(const DatasetRequest& request) {
    const auto opened_now = std::make_shared<const Dataset>(open_dataset(
        toPath(request.path), request.cancel, progressFor(request.number, DatasetStage::Opening)));
    request.cancel.throw_if_cancelled();
    emit opened(request.number, opened_now);

    const auto checked_now = std::make_shared<Dataset>(*opened_now);
    check_images(*checked_now, request.cancel, progressFor(request.number, DatasetStage::Checking));
    emit checked(request.number, checked_now);
}

template <class Work>
void DatasetWorker::guarded(const DatasetRequest& request, Work work) {
    try {
        request.cancel.throw_if_cancelled();
        work();
    } catch (const Cancelled&) {
        emit cancelled(request.number);
    } catch (...) {
        const ErrorText text = errorText(std::current_exception());
        emit failed(request.number, text.what, text.advice);
    }
}

ProgressCallback DatasetWorker::progressFor(int number, DatasetStage stage) {
    since_progress_.invalidate();
    return [this, number, stage](const Progress& progress) {
        const bool last = progress.total > 0 && progress.done >= progress.total;
        if (since_progress_.isValid() && since_progress_.elapsed() < kProgressMs && !last)
            return;
        since_progress_.start();
        emit progressed(number, stage, static_cast<int>(progress.done),
                        static_cast<int>(progress.total));
    };
}

}  // namespace rudolph
