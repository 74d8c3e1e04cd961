#include "ui/session/dataset_worker.h"

#include <QDir>
#include <utility>

#include "core/dataset/inspect_faces.h"
#include "core/demo/demo_faces.h"
#include "ui/base/error_text.h"
#include "ui/base/path_convert.h"

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
    OpenedDataset found;
    found.dataset = std::make_shared<const Dataset>(
        open_dataset(toPath(request.path), request.options, request.cancel,
                     progressFor(request.number, DatasetStage::Opening)));
    found.stamps = annotation_stamps(*found.dataset);
    found.kept = find_journals(found.dataset->source, toPath(request.journals));
    const std::vector<std::filesystem::path> pictures = pictures_of(*found.dataset);
    request.cancel.throw_if_cancelled();
    emit opened(request.number, std::exchange(found, {}));
    emit checked(request.number,
                 check_pictures(pictures, request.cancel,
                                progressFor(request.number, DatasetStage::Checking)));
}

void DatasetWorker::inspect(const DatasetRequest& request,
                            const std::shared_ptr<const Dataset>& dataset) {
    guarded(request, [&] {
        emit inspected(request.number,
                       inspect_faces(*dataset, request.cancel,
                                     progressFor(request.number, DatasetStage::Inspecting)));
    });
}

void DatasetWorker::lookForKept(const QStringList& paths, const QString& journals) {
    for (const QString& path : paths) {
        try {
            if (find_journals(toPath(path), toPath(journals)).empty())
                continue;
            emit keptFound(path);
            return;
        } catch (const std::exception&) {
            // A disk that is not there now; opening the data set will say so.
        }
    }
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
