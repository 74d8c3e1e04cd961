#include "ui/models/session.h"

#include "core/base/error.h"

namespace rudolph {

void Session::setDataset(std::shared_ptr<const Dataset> dataset) {
    dataset_ = std::move(dataset);
    split_ = {};
    if (dataset_) {
        try {
            split_ = make_split(*dataset_, {});
        } catch (const Error&) {
            // Too few people to hold any back: the faces can still be looked at, and training says
            // what is missing.
        }
    }
    emit datasetChanged();
}

void Session::setRunsFolder(const QString& folder) {
    if (folder == runs_folder_)
        return;
    runs_folder_ = folder;
    emit runsFolderChanged();
}

}  // namespace rudolph
